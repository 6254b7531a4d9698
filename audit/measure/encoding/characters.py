"""Measures of characters: controls, private use, noncharacters, normal form, and the combined measure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa

from audit.finding import Place
from audit.measure.encoding.conversion_residue import html_entities, question_runs, replacement_chars
from audit.measure.encoding.hidden.invisible import bidi_unbalanced, zero_width
from audit.measure.encoding.hidden.payloads import MANIFEST, MESSAGE, RUN, counted, payloads
from audit.measure.encoding.mixed_scripts import may_be_mixed, mixed_script_words
from audit.measure.encoding.mojibake.passages import mojibake, worth_judging
from audit.measure.encoding.scan import EVERY_MARK, NEXT_LINE, UNSTABLE, Scan, scanned
from audit.measure.encoding.scanned import ScannedText, Spots, masked, named
from audit.measure.measure import Measured
from audit.text.classes import codepoints, members

_CONTROLS: Final = members("c0", "c1")
_PRIVATE: Final = members("private")
# The last two code points of planes 15 and 16 are noncharacters among private use.
_UNASSIGNED: Final = members("unassigned", "private")
_INT32: Final = 2**31 - 1
# NEL: a line end in Unicode, a C1 control otherwise.
_NEL: Final = 0x85
# Unicode 16, 23.7: 32 in the Arabic forms and the last two of each plane.
_NONCHARACTERS: Final = (0xFDD0, 0xFDEF)
_PLANE_END: Final = 0xFFFE
# Maximum combining marks on one letter: Python sorts them in quadratic time. Unicode's stream-safe form allows 30.
_MANY: Final = 30
_MARKS: Final = members(
    *("combining", "hebrew_mark", "arabic_mark", "thai_mark", "thai_vowel"),
    *("indic", "southeast", "other_letter", "other", "unassigned"),
)


def control_chars(seen: ScannedText) -> Spots:
    """Count C0 and C1 controls other than tab, line feed, carriage return and form feed."""
    if not seen.holds(_CONTROLS) and not seen.is_marked(NEXT_LINE):
        return Spots(0)
    return masked("control_chars", _CONTROLS[seen.kinds] | (seen.points == _NEL), seen)


def private_use(seen: ScannedText) -> Spots:
    """Count private use code points, which are meaningless without their font or codec."""
    if not seen.holds(_PRIVATE):
        return Spots(0)
    return masked("private_use", _PRIVATE[seen.kinds], seen)


def noncharacters(seen: ScannedText) -> Spots:
    """Count code points that Unicode permanently excludes from interchange."""
    if not seen.holds(_UNASSIGNED):
        return Spots(0)
    first, last = _NONCHARACTERS
    ends_plane = (seen.points & _PLANE_END) == _PLANE_END
    return masked("noncharacters", ends_plane | ((seen.points >= first) & (seen.points <= last)), seen)


_FACTS: Final[tuple[tuple[str, Callable[[ScannedText], Spots]], ...]] = (
    ("replacement_chars", replacement_chars),
    ("control_chars", control_chars),
    ("private_use", private_use),
    ("noncharacters", noncharacters),
    ("zero_width", zero_width),
    ("bidi_unbalanced", bidi_unbalanced),
    ("mojibake", mojibake),
    ("html_entities", html_entities),
    ("question_runs", question_runs),
    ("mixed_script_words", mixed_script_words),
)
# A text without these classes, marks and suspicious passages has nothing to count.
_WORTH_A_LOOK: Final = members(
    *("c0", "c1", "private", "unassigned", "replacement", "format", "bidi", "combining", "jamo"),
)
_KIND: Final = "mojibake_kind"


@dataclass(frozen=True, slots=True)
class _Row:
    """The facts about one text."""

    counts: dict[str, int]
    nfc: bool = True
    kind: str | None = None
    places: tuple[Place, ...] = ()


_PAYLOADS: Final = (MANIFEST, MESSAGE, RUN)
_COUNTS: Final = (*(name for name, _ in _FACTS), *_PAYLOADS)
_NOTHING: Final = _Row(dict.fromkeys(_COUNTS, 0))


def encoding(texts: pa.Table, found: Scan | None = None) -> Measured:
    """Return the facts about characters of each text: the counts above, of payloads too, `mojibake_kind` and `nfc`.

    `texts` has the column `text`, and may have `bad_chars`: the U+FFFD of each text that stand for bytes that do not
    decode (or for lone surrogates). These are already counted as decode errors. One pass over the column (`found`)
    selects the texts with anything to count; the others are skipped.
    """
    rows = [_NOTHING] * texts.num_rows
    told = {name: np.zeros(texts.num_rows, np.int32) for name in _COUNTS}
    for number, seen in _worth_a_look(texts, found or scanned(texts["text"])):
        rows[number] = _row(seen)
        for name, count in rows[number].counts.items():
            told[name][number] = count
    columns = {name: pa.array(counts) for name, counts in told.items()}
    columns[_KIND] = pa.array([row.kind for row in rows], pa.string())
    columns["nfc"] = pa.array([row.nfc for row in rows], pa.bool_())
    return Measured(pa.table(columns), [row.places for row in rows])


def _worth_a_look(texts: pa.Table, found: Scan) -> Iterator[tuple[int, ScannedText]]:
    worth = worth_judging(found, texts["text"])
    looked_at = worth.judged | found.tallies[:, _WORTH_A_LOOK].any(axis=1) | (found.marks & EVERY_MARK != 0)
    looked_at |= may_be_mixed(found, texts["text"])
    numbers = np.flatnonzero(looked_at)
    picked = texts.take(numbers)
    bad = picked["bad_chars"].to_pylist() if "bad_chars" in picked.column_names else repeat(None)
    for number, text, places in zip(numbers.tolist(), picked["text"].to_pylist(), bad, strict=False):
        yield number, worth.seen(number, text, tuple(places or ()))


def _row(seen: ScannedText) -> _Row:
    hidden = payloads(seen)
    found = {name: count(seen) for name, count in _FACTS} | {name: counted(name, hidden) for name in _PAYLOADS}
    if found["mojibake"].count:
        # Nobody types these: accents that a wrong codec decoded to letters of its alphabet.
        found["mixed_script_words"] = Spots(0)
    normal, differs = _nfc(seen)
    places = [*differs, *(place for spots in found.values() for place in spots.places)]
    counts = {name: min(spots.count, _INT32) for name, spots in found.items()}
    return _Row(
        counts, normal, found["mojibake"].kind, tuple(sorted(places, key=lambda place: (place.start, place.end)))
    )


def _nfc(seen: ScannedText) -> tuple[bool, tuple[Place, ...]]:
    """Return whether the text is in normal form C, and the first place where it is not."""
    if not seen.is_marked(UNSTABLE):
        return True, ()
    if not _has_long_runs(seen):
        if unicodedata.is_normalized("NFC", seen.text):
            return True, ()
        return False, _first_difference(seen, unicodedata.normalize("NFC", seen.text))
    normal = str(pl.Series([seen.text]).str.normalize("NFC")[0])
    return normal == seen.text, () if normal == seen.text else _first_difference(seen, normal)


def _has_long_runs(seen: ScannedText) -> bool:
    if seen.tally[_MARKS].sum() <= _MANY:
        return False
    others = np.flatnonzero(~_MARKS[seen.kinds])
    return bool((np.diff(others, prepend=-1, append=len(seen.text)) > _MANY).any())


def _first_difference(seen: ScannedText, normal: str) -> tuple[Place, ...]:
    other = codepoints(normal)
    size = min(len(other), len(seen.points))
    differs = np.flatnonzero(seen.points[:size] != other[:size])
    at = int(differs[0]) if len(differs) else max(0, size - 1)
    return (Place("nfc", at, min(at + 2, len(seen.text)), named(seen.text[at : at + 2])),)
