"""Differences of two similar texts: the gaps between their common tokens."""

# Compiled for the types that each kernel declares: annotations would only repeat them.
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN202

from __future__ import annotations

import numpy as np

from audit.kernels.compiler import I64, U8, U32, U64, VOID, Array, fill, kernel, part, read
from audit.kernels.duplication.slots import BITS, shift_for
from audit.kernels.duplication.unique import SHARED, cover

_NONE, _ONE = np.uint64(0), np.uint64(1)
# Maximum tokens of a stretch without shingles that is aligned token by token; longer ones are one gap.
_MOST = np.uint64(64)
_ROW = _MOST + _ONE
# Preceding runs that a run may be chained to; those skipped are names that occur elsewhere in the other text.
_BACK = np.uint64(64)
# Numbers of a gap: its pair, its position and length in either text, and 0, or the value for a gap before the first
# common shingle or behind the last one.
NUMBERS = 6
BEFORE, BEHIND = np.int64(1), np.int64(2)


@part
def _lengths(codes, one, other, table):
    """Fill in the length of the longest common subsequence of two stretches from each pair of positions on."""
    start, size = one
    begin, other_size = other
    table[: (size + _ONE) * _ROW] = np.uint8(0)
    for back in range(size):
        at = size - _ONE - back
        table[at * _ROW + other_size] = np.uint8(0)
        for other_back in range(other_size):
            to = other_size - _ONE - other_back
            here = at * _ROW + to
            if codes[start + at] == codes[begin + to]:
                table[here] = table[here + _ROW + _ONE] + np.uint8(1)
            else:
                table[here] = max(table[here + _ROW], table[here + _ONE])


@part
def _put(gaps, count, spans, of):
    """Add the gap between two matching positions, if not empty; return the number of gaps."""
    at, stop, to, end = spans
    if at == stop and to == end:
        return count
    place = count * np.uint64(NUMBERS)
    gaps[place], gaps[place + np.uint64(5)] = of
    gaps[place + _ONE], gaps[place + np.uint64(2)] = np.int64(at), np.int64(stop - at)
    gaps[place + np.uint64(3)], gaps[place + np.uint64(4)] = np.int64(to), np.int64(end - to)
    return count + _ONE


@part
def _aligned(codes, spans, table, out, of):
    """Add the gaps between a stretch of each text; return the number of gaps."""
    start, stop, begin, end = spans
    gaps, count = out
    size, other_size = stop - start, end - begin
    if size > _MOST or other_size > _MOST:
        return count
    if min(size, other_size) == _NONE:
        return _put(gaps, count, spans, of)
    _lengths(codes, (start, size), (begin, other_size), table)
    at, to, here, there = _NONE, _NONE, _NONE, _NONE
    while at < size and to < other_size:
        if codes[start + at] == codes[begin + to]:
            count = _put(gaps, count, (start + here, start + at, begin + there, begin + to), of)
            at, to = at + _ONE, to + _ONE
            here, there = at, to
        elif table[(at + _ONE) * _ROW + to] >= table[at * _ROW + to + _ONE]:
            at += _ONE
        else:
            to += _ONE
    return _put(gaps, count, (start + here, stop, begin + there, end), of)


@part
def _runs(shared, places, runs):
    """Fill in the runs of tokens that occur contiguously in the other text; return their number."""
    begins, sizes, _, _ = runs
    count, size = _NONE, np.uint64(len(shared))
    for at in range(size):
        if shared[at] == SHARED:
            if at > _NONE and shared[at - _ONE] == SHARED and places[at] == places[at - _ONE] + _ONE:
                sizes[count - _ONE] += _ONE
            else:
                begins[count], sizes[count] = at, _ONE
                count += _ONE
    return count


@part
def _in_order(places, runs, count):
    """Keep the runs of greatest total length that have one order in both texts; set the size of the others to 0."""
    begins, sizes, scores, before = runs
    best = _NONE
    for nth in range(count):
        scores[nth], before[nth] = sizes[nth], nth
        for back in range(min(nth, _BACK)):
            prior = nth - _ONE - back
            ends = places[begins[prior]] + sizes[prior]
            if ends <= places[begins[nth]] and scores[prior] + sizes[nth] > scores[nth]:
                scores[nth], before[nth] = scores[prior] + sizes[nth], prior
        if scores[nth] > scores[best]:
            best = nth
    for back in range(count):
        nth = count - _ONE - back
        if nth != best:
            sizes[nth] = _NONE
        elif before[nth] != nth:
            best = before[nth]


def gaps(
    codes: Array, bounds: Array, hashes: Array, lengths: Array, offsets: Array,
    texts: Array, others: Array, found: Array,
) -> int:  # fmt: skip
    """Fill in the gaps between each texts[i] and others[i], NUMBERS per gap; return the number of gaps.

    `codes` are the tokens of the texts, those of each within `bounds`; `hashes` and `lengths` their shingles, within
    `offsets`. `found` has space for one gap more per pair than its shorter text has tokens.
    """
    tokens = bounds[1:] - bounds[:-1]
    most, widest = tokens[texts].max(initial=1), tokens[others].max(initial=1)
    room, count = 1 << int(BITS - shift_for(np.uint64(widest))), np.zeros(1, np.int64)
    _gaps(
        codes, bounds, hashes, lengths, offsets, texts, others, found, count,
        np.empty(room, np.uint64), np.empty(room, np.uint32), np.empty(widest, np.uint32),
        np.empty(most, np.uint8), np.empty(most, np.uint64), np.empty(int(_ROW * _ROW), np.uint8),
        *(np.empty(most, np.uint64) for _ in range(4)),
    )  # fmt: skip
    return int(count[0])


@kernel(
    VOID, read(U32), read(I64), read(U64), read(U8), read(I64), read(I64), read(I64), fill(I64), fill(I64),
    fill(U64), fill(U32), fill(U32), fill(U8), fill(U64), fill(U8), fill(U64), fill(U64), fill(U64), fill(U64),
)  # fmt: skip
def _gaps(
    codes, bounds, hashes, lengths, offsets, texts, others, found, total,
    keys, heads, nexts, shared, places, table, begins, sizes, scores, before,
):  # fmt: skip
    """Do the same with scratch arrays for the tables of the longest text and of the longest other one."""
    count, runs = _NONE, (begins, sizes, scores, before)
    for nth in range(len(texts)):
        text, other = texts[nth], others[nth]
        token, end = np.uint64(bounds[text]), np.uint64(bounds[text + 1])
        begin, other_end = np.uint64(bounds[other]), np.uint64(bounds[other + 1])
        shingles = np.uint64(offsets[text]), np.uint64(offsets[text + 1])
        against = np.uint64(offsets[other]), np.uint64(offsets[other + 1])
        cover(shingles, against, hashes, lengths, shared[: end - token], (keys, heads, nexts), places)
        many = _runs(shared[: end - token], places, runs)
        _in_order(places, runs, many)
        last, reach, edge = token, begin, BEFORE
        for run in range(many):
            if sizes[run] > _NONE:
                at, to = token + begins[run], begin + places[begins[run]]
                count = _aligned(codes, (last, at, reach, to), table, (found, count), (np.int64(nth), edge))
                last, reach, edge = at + sizes[run], to + sizes[run], np.int64(0)
        count = _aligned(codes, (last, end, reach, other_end), table, (found, count), (np.int64(nth), BEHIND))
    total[0] = np.int64(count)
