"""Invisible characters, counted unless a script requires them."""

from __future__ import annotations

from typing import Final

import numpy as np

from audit.measure.encoding.hidden.payloads import covered, payloads
from audit.measure.encoding.scanned import Mask, ScannedText, Spots, masked, named, spots
from audit.text.classes import Points, members
from audit.text.invisible import FILLERS

_ZWSP, _ZWNJ, _ZWJ, _BOM = 0x200B, 0x200C, 0x200D, 0xFEFF
_LRM, _RLM, _ALM = 0x200E, 0x200F, 0x61C
# The Mongolian vowel separator precedes the last vowel of a word.
_MVS: Final = 0x180E
_MONGOLIAN: Final = range(0x1800, 0x18B0)
_TAG_FIRST, _TAG_LAST = 0xE0000, 0xE007F
# Function application, invisible times, separator and plus: in formulas, beside a digit, sign or mathematical letter.
_OPERATORS: Final = range(0x2061, 0x2065)
_MATHEMATICAL: Final = range(0x1D400, 0x1D800)
# Zero-width code points that no script requires: word joiner, invisible operators, Mongolian vowel separator, grapheme
# joiner, Hangul fillers. Without the soft hyphen, which web pages use.
_NEVER: Final = (*range(0x2060, 0x2065), _MVS, *FILLERS)
_WATCHED: Final = np.array([_ZWSP, _ZWNJ, _ZWJ, _BOM, _LRM, _RLM, _ALM, *_NEVER], dtype=np.uint32)

_JOINING: Final = members("arabic", "arabic_mark", "arabic_form", "indic", "southeast", "other_letter")
_UNSPACED: Final = members("thai", "thai_mark", "thai_lead", "thai_vowel", "southeast")
_RIGHT_TO_LEFT: Final = members("hebrew", "hebrew_mark", "arabic", "arabic_mark", "arabic_form")
# Emoji and their modifiers: variation selectors, keycaps (combining), skin tones, gender signs (symbol).
_PICTURE: Final = members("emoji", "symbol", "combining")
_TAG: Final = members("format")
_FORMULA: Final = members("digit", "bracket", "symbol")
# What an operator never stands beside, the edges of a text included.
_NO_OPERAND: Final = members("unassigned", "space", "odd_space", "newline", "format")
# The classes of the relevant code points.
_HIDING: Final = members("format", "combining", "jamo")


def zero_width(seen: ScannedText) -> Spots:
    """Count invisible characters where no script requires them.

    Ignored: joiners in emoji, joiners and non-joiners in Arabic, Persian and Indic scripts, zero width spaces in
    unspaced scripts, direction marks in text with right-to-left letters, invisible operators in formulas, flag tags, an
    initial byte order mark, and payloads, which are reported separately.
    """
    if not seen.holds(_HIDING):
        return Spots(0)
    points = seen.points
    watched = np.isin(points, _WATCHED) | ((points >= _TAG_FIRST) & (points <= _TAG_LAST))
    if not watched.any():
        return Spots(0)
    return masked("zero_width", watched & ~_needed(seen) & ~covered(seen, payloads(seen)), seen)


def _needed(seen: ScannedText) -> Mask:
    points, kinds = seen.points, seen.kinds
    before, after = np.roll(kinds, 1), np.roll(kinds, -1)
    before[0] = after[-1] = 0
    joins = _JOINING[before] | _JOINING[after]
    needed: Mask = ((points == _ZWNJ) | (points == _ZWJ)) & joins
    needed |= (points == _ZWJ) & _PICTURE[before] & _PICTURE[after]
    needed |= (points == _ZWSP) & (_UNSPACED[before] | _UNSPACED[after])
    needed |= (points >= _TAG_FIRST) & (points <= _TAG_LAST) & (_PICTURE[before] | _TAG[before])
    needed |= (points == _MVS) & (_is_mongolian(np.roll(points, 1)) | _is_mongolian(np.roll(points, -1)))
    operands = ~(_NO_OPERAND[before] | _NO_OPERAND[after])
    in_formula = _FORMULA[before] | _FORMULA[after]
    in_formula |= _within(np.roll(points, 1), _MATHEMATICAL) | _within(np.roll(points, -1), _MATHEMATICAL)
    needed |= _within(points, _OPERATORS) & operands & in_formula
    if seen.holds(_RIGHT_TO_LEFT):
        needed |= (points == _LRM) | (points == _RLM) | (points == _ALM)
    needed[0] |= points[0] == _BOM
    return needed


def _is_mongolian(points: Points) -> Mask:
    made: Mask = _within(points, _MONGOLIAN) & (points != _MVS)
    return made


def _within(points: Points, block: range) -> Mask:
    made: Mask = (points >= block.start) & (points < block.stop)
    return made


_OPENS_EMBEDDING: Final = frozenset({0x202A, 0x202B, 0x202D, 0x202E})
_OPENS_ISOLATE: Final = frozenset({0x2066, 0x2067, 0x2068})
_CLOSES_EMBEDDING: Final = 0x202C
# Maximum number inspected.
_MAX_CONTROLS: Final = 1 << 20
_BIDI: Final = members("bidi")
_BREAK: Final = members("newline")


def bidi_unbalanced(seen: ScannedText) -> Spots:
    """Count bidirectional controls without their partner in the same line (Unicode annex 9: a line end closes all)."""
    if not seen.holds(_BIDI):
        return Spots(0)
    at = np.flatnonzero(_BIDI[seen.kinds])[:_MAX_CONTROLS]
    lines = np.searchsorted(np.flatnonzero(_BREAK[seen.kinds]), at)
    lost: list[int] = []
    stack: list[tuple[int, int]] = []
    line = -1
    for where, number in zip(at.tolist(), lines.tolist(), strict=True):
        if number != line:
            lost += [place for place, _ in stack]
            stack, line = [], number
        lost += _step(stack, where, int(seen.points[where]))
    lost += [place for place, _ in stack]
    found = [(place, place + 1, named(seen.text[place])) for place in sorted(lost)]
    return spots("bidi_unbalanced", found)


def _step(stack: list[tuple[int, int]], at: int, point: int) -> list[int]:
    """Process a control; return the offsets it leaves without a partner."""
    if point in _OPENS_EMBEDDING or point in _OPENS_ISOLATE:
        stack.append((at, point))
        return []
    if point == _CLOSES_EMBEDDING:
        if stack and stack[-1][1] in _OPENS_EMBEDDING:
            stack.pop()
            return []
        return [at]
    left: list[int] = []
    while stack and stack[-1][1] in _OPENS_EMBEDDING:
        left.append(stack.pop()[0])
    if stack:
        stack.pop()
        return left
    return [*left, at]
