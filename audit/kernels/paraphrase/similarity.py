"""What the words of two texts have in common: shingles, at two lengths, and anchors."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import numpy as np

from audit.kernels.compiler import BOOL, I64, U64, VOID, fill, kernel, part, read

# Numba types these: an array of its own, a number of the width it came with.
Array: TypeAlias = Any
Number: TypeAlias = Any
_BASIS: Final = np.uint64(0xCBF29CE484222325)
_STEP: Final = np.uint64(0x9E3779B97F4A7C15)
_SHIFT: Final = np.uint64(29)
_ONE: Final = np.uint64(1)
# Words in a row that both texts have: more are a passage taken over, a quotation or a set text.
_PASSAGE = 24
# Weights of a wide character and of a word, and what shingles of five characters or three words, and of three or two,
# weigh at least.
_WIDE_WEIGHT, _WORD_WEIGHT, _LONG, _SHORT = 10, 17, 50, 30


@part
def _stirred(key: Number) -> Number:
    """Return the key mixed, odd."""
    key = (key ^ (key >> np.uint64(32))) * _STEP
    return key ^ (key >> _SHIFT) | _ONE


@part
def _shingle(hashes: Array, wide: Array, at: Number, end: Number, least: Number) -> tuple[Number, Number]:
    """Return the shortest shingle at a place that weighs enough, and where it ends: 0 when the text ends before."""
    state, weight = _BASIS, 0
    while at < end:
        state = (state ^ hashes[at]) * _STEP
        state ^= state >> _SHIFT
        weight += _WIDE_WEIGHT if wide[at] else _WORD_WEIGHT
        at += 1
        if weight >= least:
            return _stirred(state), at
    return state, 0


@part
def _slot(table: Array, key: Number) -> Number:
    """Return the place of a key in an open table, or the empty place where it belongs."""
    mask = np.uint64(len(table) - 1)
    place = key & mask
    while table[place] != key and table[place] != np.uint64(0):
        place = (place + _ONE) & mask
    return np.int64(place)


@part
def _coverage(texts: Array, a: Array, b: Array, least: Number, table: Array) -> tuple[Number, Number, Number]:
    """Return how many of the words a[0]:a[1] lie in shingles also in b[0]:b[1]: in all, in short runs, and those runs.

    A run of more than _PASSAGE words is a passage taken over, not words left over.
    """
    hashes, wide = texts
    table[:] = np.uint64(0)
    for at in range(b[0], b[1]):
        key, stop = _shingle(hashes, wide, at, b[1], least)
        if stop:
            table[_slot(table, key)] = key
    covered, short, runs, began, reached = 0, 0, 0, a[0], a[0]
    for at in range(a[0], a[1]):
        key, stop = _shingle(hashes, wide, at, a[1], least)
        if stop and table[_slot(table, key)] == key:
            if at > reached:
                short, runs, began = _ended(short, reached - began), runs + (reached > began), at
            covered += stop - max(reached, at)
            reached = stop
    return covered, _ended(short, reached - began), runs + (reached > began)


@part
def _ended(short: Number, length: Number) -> Number:
    return short + length if length <= _PASSAGE else short


@part
def _shared(keys: Array, a: Array, b: Array) -> Number:
    """Return how many of the ascending keys a[0]:a[1] are also among b[0]:b[1]."""
    left, right, found = a[0], b[0], 0
    while left < a[1] and right < b[1]:
        found += keys[left] == keys[right]
        left, right = left + (keys[left] <= keys[right]), right + (keys[right] <= keys[left])
    return found


@kernel(VOID, read(U64), read(BOOL), read(I64), read(U64), read(I64), read(I64), fill(U64), fill(I64))
def likeness(
    hashes: Array, wide: Array, bounds: Array, keys: Array, key_bounds: Array, pairs: Array, table: Array, out: Array
) -> None:
    """Fill `out` with nine counts for each pair of texts: `pairs` holds the numbers of a and b, in turn.

    Words of a and of b that lie in long shingles of the other; in short ones; in short ones in short runs; the runs of
    short ones; anchors of both.
    `bounds` tell where each text's words begin, `key_bounds` where its anchors do, which ascend, each once.
    `table` is scratch, of a power of two places, more than the words of any text.
    """
    texts = (hashes, wide)
    for pair in range(len(pairs) // 2):
        left, right = pairs[2 * pair], pairs[2 * pair + 1]
        a, b = (bounds[left], bounds[left + 1]), (bounds[right], bounds[right + 1])
        at = 9 * pair
        out[at], _, _ = _coverage(texts, a, b, _LONG, table)
        out[at + 1], _, _ = _coverage(texts, b, a, _LONG, table)
        out[at + 2], out[at + 4], out[at + 6] = _coverage(texts, a, b, _SHORT, table)
        out[at + 3], out[at + 5], out[at + 7] = _coverage(texts, b, a, _SHORT, table)
        x, y = (key_bounds[left], key_bounds[left + 1]), (key_bounds[right], key_bounds[right + 1])
        out[at + 8] = _shared(keys, x, y)
