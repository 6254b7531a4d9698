"""Decoding of a token as UTF-8 from its bytes in another codec, letter by letter."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from audit.kernels.compiler import part
from audit.kernels.text.frequent import CHANGED, EASTERN, KIND_BITS

_PLANE: Final = 0x10000
# Numbers per character in `leads`: bits of the codecs in which it is a lead byte, and a continuation byte, of UTF-8.
BITS: Final = 2
_ASCII_END: Final = np.uint32(0x80)
_NONE, _BYTE, _LOW = np.uint64(0), np.uint64(8), np.uint64(0xFF)
_NEXT, _TWO, _THREE, _FOUR = np.uint64(0x80), np.uint64(0xC2), np.uint64(0xE0), np.uint64(0xF0)
_KIND, _SIX, _TAIL = np.uint64(KIND_BITS), np.uint64(6), np.uint64(0x3F)
_OF_TWO, _OF_THREE = np.uint64(0x1F), np.uint64(0x0F)
_HOLE, _CHANGED = np.uint32(EASTERN << KIND_BITS), np.uint32(CHANGED)


@part
def may_be_utf8(token: Any, size: Any, codecs: Any) -> Any:
    """Return, as bits, the one-byte codecs in which the token contains a UTF-8 letter."""
    found, before = _NONE, _NONE
    for at in range(size):
        if token[at] < _ASCII_END:
            before = _NONE
            continue
        place = BITS * np.int64(codecs.columns[token[at]])
        found |= before & codecs.leads[place + 1]
        before = codecs.leads[place]
    return found


@part
def _is_next(byte: Any) -> Any:
    return byte >= _NEXT and byte < _TWO - np.uint64(2)


@part
def letter(point: Any, codecs: Any) -> Any:
    """Return a character as it is, in the form of a reading."""
    return np.uint32(np.uint64(codecs.small[point]) | (np.uint64(codecs.kinds[point]) << _KIND))


@part
def _bytes_of(point: Any, place: Any, codecs: Any) -> Any:
    """Return the bytes of a character, the first of two in the upper eight bits; 0 for none."""
    if point < _ASCII_END:
        return np.uint64(point)
    row, is_two = codecs.rows[place], codecs.rows[place + 1]
    if is_two:
        return np.uint64(codecs.raw[row * _PLANE + point])
    return np.uint64(codecs.shown[row * (len(codecs.leads) // BITS) + codecs.columns[point]])


@part
def read_utf8(token: Any, size: Any, place: Any, codecs: Any, reading: Any) -> Any:
    """Decode a token's bytes as UTF-8; return the number of letters, 0 if none is non-ASCII.

    `place` is that of the codec in `rows`. A stray byte is a hole.
    """
    out, missing, point, found = np.int64(0), np.int64(0), _NONE, False
    for at in range(size):
        both = _bytes_of(token[at], place, codecs)
        for turn in range(2):
            if turn == 0 and both >> _BYTE == _NONE:
                continue
            byte = both >> _BYTE if turn == 0 else both & _LOW
            if missing > 0 and _is_next(byte):
                point, missing = point << _SIX | (byte & _TAIL), missing - 1
                if missing == 0:
                    reading[out] = letter(point, codecs) | _CHANGED
                    out, found = out + 1, True
                continue
            if missing > 0:
                reading[out], missing = _HOLE, np.int64(0)
                out += 1
            if byte < _NEXT and byte != _NONE:
                reading[out] = letter(byte, codecs)
                out += 1
            elif byte >= _TWO and byte < _FOUR:
                missing = np.int64(1) if byte < _THREE else np.int64(2)
                point = byte & (_OF_TWO if byte < _THREE else _OF_THREE)
            else:
                reading[out] = _HOLE
                out += 1
    if missing > 0:
        reading[out] = _HOLE
        out += 1
    return out if found else np.int64(0)
