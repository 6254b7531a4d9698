"""Find letters that the language of a text in Latin letters does not write."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from audit.measure.encoding.mojibake.spelling import LANGUAGES, alphabet
from audit.measure.encoding.scanned import ScannedText
from audit.measure.language.models.profiles import LANGUAGES as TOLD
from audit.measure.language.models.profiles import scores
from audit.text.classes import Points, codepoints, members, table

# So many code points tell a text's language, and more are not looked at for letters of another.
READ: Final = 1_500
ACCENTED: Final = members(
    *("latin1_upper", "latin1_lower", "latin_a_upper", "latin_a_lower", "latin_other", "latin1_rare"),
)
_LATIN: Final = tuple(language for language in LANGUAGES["latin"] if language in TOLD)
_COLUMNS: Final = np.array([TOLD.index(language) for language in _LATIN])
# Latin letters end here, with Latin Extended Additional.
_LAST: Final = 0x1EFF

Counts = npt.NDArray[np.int64]


def strange_letters(seen: ScannedText) -> list[tuple[int, int]]:
    """Return where letters stand that the language nearest to the text does not write."""
    if not seen.tally[ACCENTED].any():
        return []
    points = seen.points[:READ]
    at = np.flatnonzero(_strange(points, np.zeros(1, np.int64), np.array([len(points)])))
    return [(place, place + 1) for place in at.tolist()]


def strange_letters_in(texts: pa.LargeStringArray) -> Counts:
    """Return how many such letters each text has, all looked at together."""
    begun = pc.utf8_slice_codeunits(texts, 0, READ)
    edges = np.concatenate(([0], np.cumsum(pc.utf8_length(begun).to_numpy(), dtype=np.int64)))
    points = codepoints("".join(begun.to_pylist()))
    before = np.concatenate(([0], np.cumsum(_strange(points, edges[:-1], edges[1:]))))
    found: Counts = np.diff(before[edges])
    return found


def _strange(points: Points, starts: Counts, ends: Counts) -> npt.NDArray[np.bool_]:
    """Return which code points are letters that the language of their text does not write."""
    nearest = scores(points, starts, ends)[0][:, _COLUMNS].argmax(axis=1)
    at = np.flatnonzero(_foreign()[-1].take(points, mode="clip"))
    of = np.searchsorted(ends, at, side="right")
    found = np.zeros(len(points), dtype=np.bool_)
    found[at] = _foreign()[nearest[of], points[at]]
    return found


@cache
def _foreign() -> npt.NDArray[np.bool_]:
    """Return for each language, and each code point of Latin letters, whether it is accented and not of it.

    The last row is that of no language: all accented letters. The last code point is none, for all that come after.
    """
    accented = ACCENTED[table()[: _LAST + 2]]
    accented[-1] = False
    made = np.repeat(accented[None], len(_LATIN) + 1, axis=0)
    for row, language in enumerate(_LATIN):
        own = [ord(char) for letter in alphabet(language) for char in (letter, letter.upper()) if len(char) == 1]
        made[row, [point for point in own if point <= _LAST]] = False
    return made
