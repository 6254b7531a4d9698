"""Find what no pair of neighbours shows: words with signs in their midst, letters that the language does not write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.measure.encoding.mojibake.spelling import LANGUAGES, alphabet, nearest
from audit.measure.encoding.scan import ODD_WORDS, in_no_word
from audit.measure.encoding.scanned import Seen
from audit.text.classes import members

# What is odd is a passage where it stands again so soon.
_NEAR: Final = 200
_MIN_ODD: Final = 2
_ASCII_END: Final = 0x7F
_SMALL_A: Final = ord("a")
_SMALL_Z: Final = ord("z")
# So many code points tell a text's language, and more are not looked at for letters of another.
_READ: Final = 1_500
# Tables are drawn with eleven of these; Cyrillic read as DOS has more.
_MIN_BOXES: Final = 14
# The first bytes of accents in UTF-8 are corners to DOS, before what follows no corner in a table.
_CORNERS: Final = re.compile("[├─┬][^\\x00-\\x7f─│┌┐└┘├┤┬┴┼]")
_BOX: Final = members("box")
_ACCENTED: Final = members(
    "latin1_upper", "latin1_lower", "latin_a_upper", "latin_a_lower", "latin_other", "latin1_rare"
)
_KANA: Final = members("hiragana", "katakana")
_HANS: Final = members("han_hans", "han_hans_rare")
_HAN: Final = members("han_both", "han_hans", "han_hans_rare", "han_gb_second", "han_hant", "han_second", "han_jis")
# Of the hanzi of a text with kana, so many exist in simplified writing only.
_MIN_HANS: Final = 0.08
_MIN_KANA: Final = 0.2


def odd_places(seen: Seen) -> list[tuple[int, int]]:
    """Return the passages with odd words, odd letters or odd signs, in no order."""
    found: list[tuple[int, int]] = []
    if seen.is_marked(ODD_WORDS):
        found += _grouped(*_within_words(seen))
    if seen.tally[_ACCENTED].sum() >= _MIN_ODD:
        found += _grouped(*_strange_letters(seen))
    if seen.tally[_BOX].sum() >= _MIN_ODD:
        spots = [match.span() for match in _CORNERS.finditer(seen.text)]
        found += _grouped(np.array([start for start, _ in spots]), np.array([end for _, end in spots]))
    if seen.tally[_BOX].sum() >= _MIN_BOXES:
        boxes = np.flatnonzero(_BOX[seen.kinds])
        if len(np.unique(seen.points[boxes[:_READ]])) >= _MIN_BOXES:
            found.append((int(boxes[0]), int(boxes[-1]) + 1))
    if _is_chinese_with_kana(seen):
        hanzi = np.flatnonzero(_HAN[seen.kinds])
        found.append((int(hanzi[0]), int(hanzi[-1]) + 1))
    return found


def may_be_odd(tallies: npt.NDArray[np.int64], marks: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    """Return which texts of a scan are worth asking for odd places."""
    accents = tallies[:, _ACCENTED].sum(axis=1) >= _MIN_ODD
    hans = tallies[:, _HANS].sum(axis=1)
    han = tallies[:, _HAN].sum(axis=1)
    chinese = (tallies[:, _KANA].sum(axis=1) > _MIN_KANA * han) & (hans > _MIN_ODD) & (hans > _MIN_HANS * han)
    odd: npt.NDArray[np.bool_] = (
        accents | chinese | (tallies[:, _BOX].sum(axis=1) >= _MIN_ODD) | (marks & ODD_WORDS != 0)
    )
    return odd


def _is_chinese_with_kana(seen: Seen) -> bool:
    hans, han = seen.tally[_HANS].sum(), seen.tally[_HAN].sum()
    return bool(seen.tally[_KANA].sum() > _MIN_KANA * han and hans > _MIN_ODD and hans > _MIN_HANS * han)


Places = npt.NDArray[np.int64]


def _grouped(starts: Places, ends: Places) -> Iterator[tuple[int, int]]:
    """Yield from the first to the last of what stands near each other, two at least."""
    for group in np.split(np.arange(len(starts), dtype=np.int64), np.flatnonzero(np.diff(starts) > _NEAR) + 1):
        if len(group) >= _MIN_ODD:
            yield int(starts[group[0]]), int(ends[group[-1]])


def _within_words(seen: Seen) -> tuple[Places, Places]:
    """Return where runs beyond ASCII, with something that stands in no word, lie between two small letters."""
    beyond = seen.points > _ASCII_END
    starts = np.flatnonzero(beyond & ~np.concatenate(([False], beyond[:-1])))
    ends = np.flatnonzero(beyond & ~np.concatenate((beyond[1:], [False]))) + 1
    odd = np.concatenate(([0], np.cumsum(in_no_word()[seen.points])))
    small = np.concatenate(((seen.points >= _SMALL_A) & (seen.points <= _SMALL_Z), [False]))
    at = small[starts - 1] & small[ends] & (odd[ends] > odd[starts])
    return starts[at], ends[at]


def _strange_letters(seen: Seen) -> tuple[Places, Places]:
    """Return where letters stand that the language of a text in Latin letters does not write."""
    at = np.flatnonzero(_ACCENTED[seen.kinds[:_READ]])
    if len(at) < _MIN_ODD:
        return at, at
    own = alphabet(nearest(seen.text[:_READ], LANGUAGES["latin"], 1)[0])
    chars = {place: seen.text[place] for place in at.tolist()}
    strange = np.array([place for place, char in chars.items() if char.lower() not in own], dtype=np.int64)
    return strange, strange + 1
