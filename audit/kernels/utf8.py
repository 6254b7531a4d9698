"""Decoding and encoding of single code points in UTF-8, shared by all kernels that read bytes."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from audit.kernels.compiler import part

# The least lead bytes of two, three and four bytes, the last lead byte, and the end of Unicode.
_TWO, _THREE, _FOUR, _LAST = np.uint32(0xC2), np.uint32(0xE0), np.uint32(0xF0), np.uint32(0xF4)
_END: Final = np.uint32(0x110000)
_ASCII_END: Final = np.uint32(0x80)
# Masks of the payload of lead bytes, and of continuation bytes.
_OF_TWO, _OF_THREE, _OF_FOUR, _OF_NEXT = np.uint32(0x1F), np.uint32(0x0F), np.uint32(0x07), np.uint32(0x3F)
_SIX, _TWELVE, _EIGHTEEN = np.uint32(6), np.uint32(12), np.uint32(18)
_BROKEN: Final = np.uint32(0)
_1B, _2B, _3B, _4B = np.uint64(1), np.uint64(2), np.uint64(3), np.uint64(4)
_LEAD_OF_2, _LEAD_OF_3, _NEXT = np.uint32(0xC0), np.uint32(0xE0), np.uint32(0x80)
_TWO_BYTES, _THREE_BYTES = np.uint32(0x800), np.uint32(0x10000)


@part
def code_point(text: Any, at: Any, stop: Any) -> Any:
    """Return the code point (uint32) that begins at byte `at`, and its size in bytes (uint64).

    A byte that begins none, or whose continuation would reach `stop`, is code point 0 of size 1. Continuation bytes are
    not verified, since Arrow strings are valid UTF-8.
    """
    place, first = np.uint64(at), np.uint32(text[at])
    if first < _ASCII_END:
        return first, _1B
    size = _2B if first < _THREE else _3B if first < _FOUR else _4B
    if first < _TWO or first > _LAST or place + size > np.uint64(stop):
        return _BROKEN, _1B
    second = np.uint32(text[place + _1B]) & _OF_NEXT
    if size == _2B:
        return (first & _OF_TWO) << _SIX | second, size
    third = np.uint32(text[place + _2B]) & _OF_NEXT
    if size == _3B:
        return (first & _OF_THREE) << _TWELVE | second << _SIX | third, size
    fourth = np.uint32(text[place + _3B]) & _OF_NEXT
    code = (first & _OF_FOUR) << _EIGHTEEN | second << _TWELVE | third << _SIX | fourth
    return (code if code < _END else _BROKEN), size


@part
def write(point: Any, out: Any, at: Any) -> Any:
    """Write a code point as UTF-8 at byte `at` of `out`, and return the position after it."""
    if point < _ASCII_END:
        out[at] = point
        return at + 1
    if point < _TWO_BYTES:
        out[at] = _LEAD_OF_2 | point >> _SIX
        size = 2
    elif point < _THREE_BYTES:
        out[at], out[at + 1] = _LEAD_OF_3 | point >> _TWELVE, _NEXT | point >> _SIX & _OF_NEXT
        size = 3
    else:
        out[at], out[at + 1] = _FOUR | point >> _EIGHTEEN, _NEXT | point >> _TWELVE & _OF_NEXT
        out[at + 2] = _NEXT | point >> _SIX & _OF_NEXT
        size = 4
    out[at + size - 1] = _NEXT | point & _OF_NEXT
    return at + size
