"""Shingles of texts, their minima under permutations, and the sampled ones."""

# Compiled for the types that each kernel declares: annotations would only repeat them, and a loop that stays in
# registers is one function with many arguments.
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN201, ANN202, FURB136, PLR2004

from __future__ import annotations

import numpy as np

from audit.kernels.compiler import I64, U8, U32, U64, VOID, Array, fill, kernel, part, read
from audit.kernels.mix import mixed

_WIDE_BIT = np.uint32(1 << 31)
_NONE, _ONE, _TWO, _THREE, _FOUR, _FIVE = (
    np.uint64(0), np.uint64(1), np.uint64(2), np.uint64(3), np.uint64(4), np.uint64(5),
)  # fmt: skip
# The weights of shingles (audit.measure.duplication.tokens.shingles): three words are enough, or four tokens with two
# words among them, or else five. Bit n of the index is set when the nth of five tokens is a word.
_LENGTHS = np.array(
    [3 if n & 7 == 7 else 4 if (n & 1) + (n >> 1 & 1) + (n >> 2 & 1) + (n >> 3 & 1) >= 2 else 5 for n in range(32)],
    np.uint64,
)
# Odd multipliers for the places in a shingle: splitmix64 of 1 to 5.
_P0, _P1, _P2 = np.uint64(0x910A2DEC89025CC1), np.uint64(0xBEEB8DA1658EEC67), np.uint64(0xF893A2EEFB32555F)
_P3, _P4 = np.uint64(0x71C18690EE42C90B), np.uint64(0x71BB54D8D101B5B9)
_S32 = np.uint64(32)
# Shingles whose minima are taken in one go: 16 KiB stay in the first-level cache for all permutations.
_BLOCK = np.uint64(4096)
_PERMUTATIONS, _ROWS, _BANDS = np.uint64(128), np.uint64(4), np.uint64(32)
_MOST = np.uint32(0xFFFFFFFF)
# Ratio of the gaps of a shellsort (Tokuda 1992: 2.25), as a fraction.
_GAP_UP, _GAP_DOWN = np.uint64(9), np.uint64(4)


@part
def _words(codes, at, end):
    """Return a bit mask of the words among the five tokens from `at`; tokens beyond the end are none."""
    found = _NONE
    for nth in range(_FIVE):
        if at + nth < end and codes[at + nth] < _WIDE_BIT:
            found |= _ONE << nth
    return found


@part
def _count(codes, start, end):
    """Return the number of shingles between two positions: one begins at each, unless it would cross the end."""
    last = end
    while last > start:
        if last - _ONE + _LENGTHS[_words(codes, last - _ONE, end)] <= end:
            break
        last -= _ONE
    return last - start


@part
def _shingle(codes, at, length):
    total = np.uint64(codes[at]) * _P0 + np.uint64(codes[at + _ONE]) * _P1 + np.uint64(codes[at + _TWO]) * _P2
    if length > _THREE:
        total += np.uint64(codes[at + _THREE]) * _P3
    if length > _FOUR:
        total += np.uint64(codes[at + _FOUR]) * _P4
    return mixed(total)


@part
def _sort(numbers, start, end):
    """Sort a range in place; it is short or nearly random."""
    gap = _ONE
    while gap < end - start:
        gap = gap * _GAP_UP // _GAP_DOWN + _ONE
    while gap > _ONE:
        gap = (gap - _ONE) * _GAP_DOWN // _GAP_UP
        gap = max(gap, _ONE)
        for at in range(start + gap, end):
            number, to = numbers[at], at
            while to >= start + gap and numbers[to - gap] > number:
                numbers[to] = numbers[to - gap]
                to -= gap
            numbers[to] = number


@part
def distinct(numbers, start, end):
    """Sort a range, remove duplicates, and return its new end."""
    _sort(numbers, start, end)
    to = start
    for at in range(start, end):
        if at == start or numbers[at] != numbers[to - _ONE]:
            numbers[to] = numbers[at]
            to += _ONE
    return to


@kernel(VOID, read(U32), read(I64), fill(U64), fill(U8), fill(I64))
def shingle(codes: Array, offsets: Array, hashes: Array, lengths: Array, ends: Array) -> None:
    """Fill in the shingles of texts, their lengths, and the end of each text's."""
    to = _NONE
    for row in range(len(offsets) - 1):
        start, end = np.uint64(offsets[row]), np.uint64(offsets[row + 1])
        for at in range(start, start + _count(codes, start, end)):
            length = _LENGTHS[_words(codes, at, end)]
            hashes[to], lengths[to] = _shingle(codes, at, length), np.uint8(length)
            to += _ONE
        ends[row] = to


@part
def _bands(minima, base, bands, to):
    """Fill in a hash of every four minima, different for equal minima in different bands."""
    for band in range(_BANDS):
        at = base + band * _ROWS
        first = np.uint64(minima[at]) << _S32 | np.uint64(minima[at + _ONE])
        second = np.uint64(minima[at + _TWO]) << _S32 | np.uint64(minima[at + _THREE])
        bands[to + band] = mixed(mixed(first + (band + _ONE) * _P0) ^ second)


def sketch(
    codes: Array, offsets: Array, sampling: Array, factors: Array, addends: Array,
    counts: Array, minima: Array, bands: Array, samples: Array, ends: Array,
) -> None:  # fmt: skip
    """Fill in the sketch of each text.

    `sampling` is (bound for texts of few shingles, bound for the others, how many are few): a shingle whose hash is
    less than the bound is sampled. Permutation n of a shingle is `factors[n]` times the high half of its hash plus
    `addends[n]`. Filled in: `counts` of shingles; `minima` of the permutations, 128 for each text; `bands`, a hash
    for every four of them, 32 for each text; `samples`, distinct and ascending, and where those of each text end.
    """
    block = np.empty(int(_BLOCK), np.uint32)
    _sketch(codes, offsets, sampling, factors, addends, counts, minima, bands, samples, ends, block)


@kernel(
    VOID, read(U32), read(I64), read(U64), read(U32), read(U32),
    fill(I64), fill(U32), fill(U64), fill(U64), fill(I64), fill(U32),
)  # fmt: skip
def _sketch(codes, offsets, sampling, factors, addends, counts, minima, bands, samples, ends, block):
    """Do the same, one block of shingles at a time."""
    to = _NONE
    for row in range(len(offsets) - 1):
        start, end, begin = np.uint64(offsets[row]), np.uint64(offsets[row + 1]), to
        count = _count(codes, start, end)
        bound = sampling[0] if count < sampling[2] else sampling[1]
        base = _PERMUTATIONS * np.uint64(row)
        minima[base : base + _PERMUTATIONS] = _MOST
        words = _words(codes, start, end)
        for first in range(_NONE, count, _BLOCK):
            size = min(_BLOCK, count - first)
            for nth in range(size):
                at = start + first + nth
                number = _shingle(codes, at, _LENGTHS[words])
                after = at + _FIVE
                words = words >> _ONE | (_ONE << _FOUR if after < end and codes[after] < _WIDE_BIT else _NONE)
                block[nth] = np.uint32(number >> _S32)
                samples[to] = number
                to += _ONE if number < bound else _NONE
            for nth in range(_PERMUTATIONS):
                factor, addend, least = factors[nth], addends[nth], minima[base + nth]
                for at in range(size):
                    value = np.uint32(block[at] * factor + addend)
                    least = value if value < least else least
                minima[base + nth] = least
        counts[row] = count
        _bands(minima, base, bands, _BANDS * np.uint64(row))
        to = distinct(samples, begin, to)
        ends[row] = to
