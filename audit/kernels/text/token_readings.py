"""Decoding of a token with a pair of codecs: of one byte per letter, of two bytes, or UTF-8."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from audit.kernels.compiler import part
from audit.kernels.text.frequent import CHANGED, EASTERN, KIND_BITS
from audit.kernels.text.respelled_utf8 import BITS, may_be_utf8, read_utf8

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
    small, kinds, index, reads = codecs[:4]
    width = len(reads) // codecs[5]
    for at in range(size):
        point = token[at]
        if point < _ASCII_END:
            reading[at] = np.uint32(np.uint64(small[point]) | (np.uint64(kinds[point]) << _KIND))
        else:
            reading[at] = reads[pair * width + index[point]]
    return size


@part
def _read_two(token: Any, size: Any, pair: Any, codecs: Any, reading: Any) -> Any:
    """Read a token with a two-byte codec and a one-byte codec; return its number of characters, 0 if impossible."""
    small, kinds = codecs[:2]
    raw, letters, twos = codecs[6:9]
    wrong, right = twos[2 * (pair - codecs[5])] * _WIDE, twos[2 * (pair - codecs[5]) + 1] * _BYTES
    out = np.int64(0)
    for at in range(size):
        point = token[at]
        if point < _ASCII_END:
            reading[out] = np.uint32(np.uint64(small[point]) | (np.uint64(kinds[point]) << _KIND))
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
    ones, twos = codecs[5], len(codecs[8]) // 2
    if pair < ones:
        return _read_one(token, size, pair, codecs, reading)
    if pair < ones + twos:
        return _read_two(token, size, pair, codecs, reading)
    small, kinds, index, raw = codecs[0], codecs[1], codecs[2], codecs[6]
    shown, leads, rows = codecs[9:]
    place = 2 * (pair - ones - twos)
    wrong = shown, rows[place], rows[place + 1], len(leads) // BITS
    return read_utf8(token, size, wrong, (raw, index, (small, kinds)), reading)


@part
def is_asked(pair: Any, bits: Any, eastern: Any, codecs: Any) -> Any:
    """Whether a pair may make letters of the token: of hanzi by their two bytes, of others if `bits` has the pair."""
    ones, twos, rows = codecs[5], len(codecs[8]) // 2, codecs[11]
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
    kinds, index, letters_of = codecs[1], codecs[2], codecs[4]
    first, second = _NONE, _NONE
    for at in range(size):
        if token[at] >= _ASCII_END and kinds[token[at]] != EASTERN:
            first |= letters_of[2 * np.int64(index[token[at]])]
            second |= letters_of[2 * np.int64(index[token[at]]) + 1]
    return first, second, may_be_utf8(token, size, index, codecs[10])


@part
def stays(token: Any, size: Any, pair: Any, codecs: Any) -> Any:
    """Whether a pair of one-byte codecs leaves the token unchanged."""
    index, reads, ones = codecs[2], codecs[3], codecs[5]
    if pair >= ones:
        return False
    width = len(reads) // ones
    for at in range(size):
        if token[at] >= _ASCII_END:
            read = np.uint64(reads[pair * width + index[token[at]]])
            if read & _IS_CHANGED != _NONE or (read >> _KIND) & _KINDS == np.uint64(EASTERN):
                return False
    return True
