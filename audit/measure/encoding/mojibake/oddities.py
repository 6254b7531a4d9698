"""Damage that no character bigram shows: words with signs inside, dense lines and corners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.text.scan import FIRST_EASTERN, FULL_WIDTH, MOST_EASTERN, PUNCTUATION
from audit.measure.encoding.scan import ODD_ENDS, ODD_WORD, ODD_WORDS, Scan, behind_no_word, in_no_word
from audit.measure.encoding.scanned import ScannedText
from audit.text.classes import Points, members, tier

# Distance within which odd characters form a passage.
_NEAR: Final = 200
_MIN_ODD: Final = 2
# Box drawing characters needed to tell whether they differ.
_READ: Final = 1_500
_ASCII_END: Final = 0x7F
_SMALL_A: Final = ord("a")
_SMALL_Z: Final = ord("z")
# Drawn tables use eleven kinds; Cyrillic in a DOS codec has more.
_MIN_BOXES: Final = 14
# Lead bytes of accents in UTF-8 are corners in DOS codecs, before characters that follow no corner in a table.
_CORNERS: Final = re.compile("[├─┬][^\\x00-\\x7f─│┌┐└┘├┤┬┴┼]")
_BOX: Final = members("box")
_KANA: Final = members("hiragana", "katakana")
_HANS: Final = members("han_hans", "han_hans_rare")
_HAN: Final = members("han_both", "han_hans", "han_hans_rare", "han_gb_second", "han_hant", "han_second", "han_jis")
# For texts with kana: hanzi that exist only in simplified writing, without those in Japanese tables, which share
# hundreds of simplified forms with China.
_MIN_HANS: Final = 0.08
_MIN_FOREIGN: Final = 0.05
_MIN_KANA: Final = 0.2
_JIS_ROWS: Final = (0xB0, 0xF5)

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


def odd_places(seen: ScannedText) -> list[tuple[int, int]]:
    """Return the passages with odd words or odd signs, in no order."""
    words = _within_words(seen)
    found = words + list(_grouped(words))
    if seen.tally[_BOX].sum() >= _MIN_ODD:
        found += _grouped([match.span() for match in _CORNERS.finditer(seen.text)])
    if seen.tally[_BOX].sum() >= _MIN_BOXES:
        boxes = np.flatnonzero(_BOX[seen.kinds])
        if len(np.unique(seen.points[boxes[:_READ]])) >= _MIN_BOXES:
            found.append((int(boxes[0]), int(boxes[-1]) + 1))
    if _is_chinese_with_kana(seen):
        hanzi = np.flatnonzero(_HAN[seen.kinds])
        found.append((int(hanzi[0]), int(hanzi[-1]) + 1))
    return found


def may_be_odd(found: Scan) -> Mask:
    """Return which texts of a scan may have odd places."""
    tallies, odd_words = found.tallies, found.marks & (ODD_WORDS | ODD_WORD | ODD_ENDS) != 0
    hans, han = tallies[:, _HANS].sum(axis=1), tallies[:, _HAN].sum(axis=1)
    chinese = (tallies[:, _KANA].sum(axis=1) > _MIN_KANA * han) & (hans > 0) & (hans > _MIN_HANS * han)
    odd: Mask = chinese | (tallies[:, _BOX].sum(axis=1) >= _MIN_ODD) | odd_words
    return odd


def _is_chinese_with_kana(seen: ScannedText) -> bool:
    hans, han = seen.tally[_HANS].sum(), seen.tally[_HAN].sum()
    if not (seen.tally[_KANA].sum() > _MIN_KANA * han and _are_many(hans, han)):
        return False
    foreign = np.isin(seen.points[_HANS[seen.kinds]], _japanese(), invert=True).sum()
    return bool(foreign > _MIN_FOREIGN * han)


def _are_many(hans: np.int64, han: np.int64) -> bool:
    return bool(hans > 0 and hans > _MIN_HANS * han)


@cache
def _japanese() -> Points:
    """Return the code points of the kanji of JIS X 0208, in order."""
    return np.array(sorted(tier("euc_jp", _JIS_ROWS)), dtype=np.uint32)


def _grouped(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the extents of groups of nearby spans, of at least two each."""
    spans = sorted(spans)
    first = 0
    for at, span in enumerate(spans):
        if at + 1 == len(spans) or spans[at + 1][0] - span[0] > _NEAR:
            if at > first:
                yield spans[first][0], span[1]
            first = at + 1


def _within_words(seen: ScannedText) -> list[tuple[int, int]]:
    """Return non-ASCII runs between lower case letters that contain a character impossible in words.

    Or after a lower case letter, with a character impossible there.
    """
    if not seen.is_marked(ODD_WORDS | ODD_WORD | ODD_ENDS):
        return []
    beyond = seen.points > _ASCII_END
    starts = np.flatnonzero(beyond & ~np.concatenate(([False], beyond[:-1])))
    ends = np.flatnonzero(beyond & ~np.concatenate((beyond[1:], [False]))) + 1
    odd, behind = (np.concatenate(([0], np.cumsum(mask()[seen.points]))) for mask in (in_no_word, behind_no_word))
    small = np.concatenate(((seen.points >= _SMALL_A) & (seen.points <= _SMALL_Z), [False]))
    at = small[starts - 1] & np.where(small[ends], odd[ends] > odd[starts], behind[ends] > behind[starts])
    at &= _may_be_accents(seen.points, starts, ends)
    return list(zip(starts[at].tolist(), ends[at].tolist(), strict=True))


def _may_be_accents(points: Points, starts: Numbers, ends: Numbers) -> Mask:
    """Return which non-ASCII runs look like misread bytes of accented letters, as the scan tests too."""
    eastern = points >= FIRST_EASTERN
    letters = eastern & ~_within(points, PUNCTUATION) & ~_within(points, FULL_WIDTH)
    some, of_letters = (np.concatenate(([0], np.cumsum(mask))) for mask in (eastern, letters))
    lengths = ends - starts
    found: Mask = (of_letters[ends] - of_letters[starts] == lengths) & (lengths <= MOST_EASTERN)
    found |= some[ends] == some[starts]
    return found


def _within(points: Points, span: tuple[int, int]) -> Mask:
    found: Mask = (points >= span[0]) & (points < span[1])
    return found
