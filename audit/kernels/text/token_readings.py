"""Decoding of a token with a pair of codecs: of one byte per letter, of two bytes, or UTF-8."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from audit.kernels.compiler import part
from audit.kernels.text.frequent import CHANGED, EASTERN, KIND_BITS
from audit.kernels.text.respelled_utf8 import letter, may_be_utf8, read_utf8

# Pairs of codecs whose bits fit a row of `letters_of`.
PAIR_BITS: Final = 64
_WIDE: Final = 0x10000
_BYTES: Final = 0x100
_ASCII_END: Final = np.uint32(0x80)
_IS_CHANGED, _KINDS = np.uint64(CHANGED), np.uint64(0x7)
_NONE, _ONE, _KIND, _LOW, _BYTE = np.uint64(0), np.uint64(1), np.uint64(KIND_BITS), np.uint64(0xFF), np.uint64(8)


@part
def _read_one(token: Any, size: Any, pair: Any, codecs: Any, reading: Any) -> Any:
    """Read a token with a pair of one-byte codecs; return its size."""
    first = pair * (len(codecs.reads) // codecs.ones)
    for at in range(size):
        point = token[at]
        reading[at] = letter(point, codecs) if point < _ASCII_END else codecs.reads[first + codecs.columns[point]]
    return size


@part
def _read_two(token: Any, size: Any, pair: Any, codecs: Any, reading: Any) -> Any:
    """Read a token with a two-byte codec and a one-byte codec; return its number of characters, 0 if impossible."""
    raw, letters, place = codecs.raw, codecs.letters, 2 * (pair - codecs.ones)
    wrong, right = codecs.twos[place] * _WIDE, codecs.twos[place + 1] * _BYTES
    out = np.int64(0)
    for at in range(size):
        point = token[at]
        if point < _ASCII_END:
            reading[out] = letter(point, codecs)
            out += 1
            continue
        both = np.uint64(raw[wrong + point])
        if both == _NONE:
            return np.int64(0)
        if both >> _BYTE:
            reading[out] = letters[right + np.int64(both >> _BYTE)]
            out += 1
        reading[out] = letters[right + np.int64(both & _LOW)]
        out += 1
    return out


@part
def read_token(token: Any, size: Any, pair: Any, codecs: Any, reading: Any) -> Any:
    """Read a token with a pair of codecs; return its number of characters, 0 if impossible."""
    ones, twos = codecs.ones, len(codecs.twos) // 2
    if pair < ones:
        return _read_one(token, size, pair, codecs, reading)
    if pair < ones + twos:
        return _read_two(token, size, pair, codecs, reading)
    return read_utf8(token, size, 2 * (pair - ones - twos), codecs, reading)


@part
def is_asked(pair: Any, bits: Any, eastern: Any, codecs: Any) -> Any:
    """Whether a pair may make letters of the token: of hanzi by their two bytes, of others if `bits` has the pair."""
    ones, twos, rows = codecs.ones, len(codecs.twos) // 2, codecs.rows
    first, second, third = bits
    if pair < ones:
        own = first if pair < PAIR_BITS else second
        return eastern == 0 and (own >> np.uint64(pair % PAIR_BITS)) & _ONE != _NONE
    if pair < ones + twos:
        return eastern > 0
    place = pair - ones - twos
    if rows[2 * place + 1]:
        return eastern > 0
    return eastern == 0 and (third >> np.uint64(rows[2 * place])) & _ONE != _NONE


@part
def pairs_of(token: Any, size: Any, codecs: Any) -> Any:
    """Return the bits of the pairs that turn some character into a letter: the first, the others, those of UTF-8."""
    first, second = _NONE, _NONE
    for at in range(size):
        if token[at] >= _ASCII_END and codecs.kinds[token[at]] != EASTERN:
            place = 2 * np.int64(codecs.columns[token[at]])
            first |= codecs.letters_of[place]
            second |= codecs.letters_of[place + 1]
    return first, second, may_be_utf8(token, size, codecs)


@part
def stays(token: Any, size: Any, pair: Any, codecs: Any) -> Any:
    """Whether a pair of one-byte codecs leaves the token unchanged."""
    if pair >= codecs.ones:
        return False
    width = len(codecs.reads) // codecs.ones
    for at in range(size):
        if token[at] >= _ASCII_END:
            read = np.uint64(codecs.reads[pair * width + codecs.columns[token[at]]])
            if read & _IS_CHANGED != _NONE or (read >> _KIND) & _KINDS == np.uint64(EASTERN):
                return False
    return True
