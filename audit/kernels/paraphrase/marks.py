"""The marks of texts, found in one pass over their bytes: anchors, and some of their shortest passages."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import numpy as np

from audit.kernels.compiler import I64, U8, U64, VOID, fill, kernel, part, read
from audit.kernels.mix import GOLDEN
from audit.kernels.utf8 import code_point

# Numba types these: an array of its own, a number of the width it came with.
Array: TypeAlias = Any
Number: TypeAlias = Any
# FNV-1a (Fowler, Noll, Vo): offset basis and prime of 64 bits.
_BASIS: Final = np.uint64(0xCBF29CE484222325)
_PRIME: Final = np.uint64(0x100000001B3)
_SHIFT: Final = np.uint64(29)
# What precedes: nothing or the end of a sentence; a character of an unspaced script; a word.
_STOP, _WIDE, _WORD = 0, 1, 2
# Bytes between the marks: a title in 《》 has up to 40 Chinese characters, a name in “” two to 24. What is longer is a
# sentence somebody said, a longer word an address.
_LONGEST_TITLE, _LONGEST_QUOTE, _SHORTEST_QUOTE, _LONGEST_NAME = 120, 72, 6, 48
_ONE: Final = np.uint64(1)
# Wide characters in a sampled shingle; bytes of which every shingle is taken: 72 Chinese characters.
_GRAM, _SAMPLED_BYTES = 4, 216


# Bytes of UTF-8: ASCII ends, characters of two, three and four bytes begin, full-width forms and ideographs are.
_PAIR, _TRIPLE = 2, 3
_TWO, _LEAD_TWO, _LEAD_THREE, _LEAD_FOUR = 0x80, 0xC0, 0xE0, 0xF0
_FULL_WIDTH, _KANA, _FIRST_HAN, _LAST_HAN = 0xEF, 0xE3, 0xE4, 0xE9
# The marks: 《 is E3 80 8A, “ is E2 80 9C, and what closes them comes next.
_CURLY, _MARKED, _TITLE, _QUOTE = 0xE2, 0x80, 0x8A, 0x9C
_FIRST_SIGN, _LAST_SIGN, _ZERO, _NINE, _A, _Z = 0x21, 0x7E, 48, 57, 65, 90
_LINE_FEED, _EXCLAMATION, _COMMA, _POINT, _QUESTION = 10, 33, 44, 46, 63


@part
def _stirred(key: Number) -> Number:
    """Return the key mixed, odd."""
    key = (key ^ (key >> np.uint64(32))) * GOLDEN
    return key ^ (key >> _SHIFT) | _ONE


@part
def _plain(data: Array, at: Number, end: Number) -> tuple[Number, Number]:
    """Return the ASCII code of a half- or full-width character, 0 for others, and its width in bytes."""
    first = np.int64(data[at])
    if first < _TWO:
        return first, 1
    if first == _FULL_WIDTH and at + 2 < end:
        code = np.int64(code_point(data, at, end)[0]) - 0xFEE0
        if _FIRST_SIGN <= code <= _LAST_SIGN:
            return code, 3
    return 0, 1 if first < _LEAD_TWO else 2 if first < _LEAD_THREE else 3 if first < _LEAD_FOUR else 4


@part
def _is_digit(code: Number) -> Number:
    return _ZERO <= code <= _NINE


@part
def _is_letter(code: Number) -> Number:
    return _A <= (code & ~32) <= _Z


@part
def _is_point(data: Array, at: Number, end: Number) -> Number:
    """Return whether a point or comma is inside a number: 3,745 equals 3745, and 3.5 equals 35."""
    return (data[at] == _POINT or data[at] == _COMMA) and at + 1 < end and _is_digit(np.int64(data[at + 1]))


@part
def _word(data: Array, at: Number, end: Number) -> tuple[Number, Number, Number, Number]:
    """Return where the run of letters and digits at `at` ends, its digits, its letters, and its hash without case."""
    state, here, digits, letters = _BASIS, at, 0, 0
    while here < end:
        code, width = _plain(data, here, end)
        if _is_digit(code):
            digits += 1
        elif _is_letter(code):
            letters += 1
            code |= 32
        elif width == _PAIR and here + 1 < end:
            letters += 1
            code = np.int64(data[here]) << 8 | np.int64(data[here + 1])
        elif letters == 0 and digits > 0 and _is_point(data, here, end):
            here += 1
            continue
        else:
            break
        state = (state ^ np.uint64(code)) * _PRIME
        here += width
    return here, digits, letters, state ^ (state >> _SHIFT)


@part
def _names(first: Number, digits: Number, letters: Number, before: Number) -> Number:
    """Return whether a word is an anchor: two digits, letters in the midst of Chinese, a capital inside a sentence."""
    if letters == 0:
        return digits > 1
    is_capital = _A <= first <= _Z
    return digits + letters > 1 and (digits > 0 or before == _WIDE or (is_capital and before == _WORD))


@part
def _opens(data: Array, at: Number, end: Number) -> Number:
    """Return the last byte of the mark 《 or “ at `at`, else 0."""
    if at + 2 >= end or data[at + 1] != _MARKED:
        return 0
    if data[at] == _KANA and data[at + 2] == _TITLE:
        return _TITLE
    return _QUOTE if data[at] == _CURLY and data[at + 2] == _QUOTE else 0


@part
def _closes(data: Array, at: Number, end: Number, mark: Number) -> Number:
    """Return where the mark opened before `at` is closed on the same line, or -1 when that is too far away."""
    most = _LONGEST_TITLE if mark == _TITLE else _LONGEST_QUOTE
    for here in range(at, min(at + most + 1, end - 2)):
        if data[here] == _LINE_FEED:
            return -1
        if data[here + 1] == _MARKED and data[here + 2] == mark + 1 and (data[here] == _KANA or data[here] == _CURLY):
            return here if here - at >= _SHORTEST_QUOTE else -1
    return -1


@part
def _quoted(data: Array, start: Number, end: Number) -> Number:
    state = ~_BASIS
    for here in range(start, end):
        state = (state ^ np.uint64(data[here])) * _PRIME
    return state ^ (state >> _SHIFT)


@part
def _stands(data: Array, at: Number, before: Number) -> Number:
    """Return the state (what precedes) after the character at `at`, which is no letter or digit."""
    first = data[at]
    if first in (_EXCLAMATION, _QUESTION, _POINT, _LINE_FEED):
        return _STOP
    is_mark = first == _KANA and data[at + 1] == _MARKED
    return _WIDE if _KANA <= first <= _LAST_HAN and not is_mark else before


@part
def _put(out: Array, at: Number, key: Number, span: tuple[Number, Number]) -> Number:
    keys, starts, ends = out
    keys[at], starts[at], ends[at] = key, span[0], span[1]
    return at + 1


@part
def _limit(size: Number) -> Number:
    """Return the hash below which a text of so many bytes has its shingles sampled: a power of two, for 36 to 72."""
    limit = ~np.uint64(0)
    while size > _SAMPLED_BYTES:
        size >>= 1
        limit >>= _ONE
    return limit


@part
def _of_text(data: Array, start: Number, end: Number, at: Number, out: Array) -> Number:
    """Put the anchors and sampled shingles of one text into `out` from place `at` on; return the place after them."""
    limit = _limit(end - start)
    here, before, filled = start, _STOP, 0
    window = last = np.uint64(0)
    while here < end:
        if _FIRST_HAN <= data[here] <= _LAST_HAN:  # ideographs, the most frequent case
            window = window << np.uint64(16) | np.uint64(code_point(data, here, end)[0])
            here, before, filled, last = here + 3, _WIDE, filled + 1, np.uint64(0)
            key = _stirred(window)
            if key < limit and filled >= _GRAM:
                at = _put(out, at, key ^ _ONE, (here - 3, here))
            continue
        code, width = _plain(data, here, end)
        if _is_digit(code) or _is_letter(code) or width == _PAIR:
            stop, digits, letters, key = _word(data, here, end)
            if stop - here <= _LONGEST_NAME and _names(code, digits, letters, before):
                at = _put(out, at, key | _ONE, (here, stop))
            both = _stirred(last * GOLDEN + key)
            if last and both < limit:
                at = _put(out, at, both ^ _ONE, (here, stop))
            here, before, filled, last = max(stop, here + 1), _WORD, 0, key
            continue
        mark = _opens(data, here, end) if width == _TRIPLE else 0
        stop = _closes(data, here + 3, end, mark) if mark else -1
        if stop > 0:
            at = _put(out, at, _quoted(data, here + 3, stop) | _ONE, (here + 3, stop))
        before = _stands(data, here, before)
        here += width
    return at


@kernel(VOID, read(U8), read(I64), fill(U64), fill(I64), fill(I64), fill(I64))
def marks(data: Array, offsets: Array, keys: Array, starts: Array, ends: Array, bounds: Array) -> None:
    """Find the anchors and sample the shingles of the texts data[offsets[i]:offsets[i + 1]], UTF-8.

    Those of text i fill places bounds[i] to bounds[i + 1] of `keys`, `starts` and `ends` (bytes of `data`), which hold
    as many places as there are bytes, and one. Keys of anchors are odd, those of shingles (four wide characters, two
    words) even; of those the ones with the least keys are taken, about as many of a long text as of a short one.
    """
    at = np.int64(0)
    for text in range(len(offsets) - 1):
        bounds[text] = at
        at = _of_text(data, offsets[text], offsets[text + 1], at, (keys, starts, ends))
    bounds[len(offsets) - 1] = at
