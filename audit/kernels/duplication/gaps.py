"""Differences of two similar texts: the gaps between their common tokens."""

# Compiled for the types that each kernel declares: annotations would only repeat them.
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN202

from __future__ import annotations

from typing import Annotated, NamedTuple

import numpy as np

from audit.kernels.compiler import I64, U8, U64, Array, fill, kernel, part, read
from audit.kernels.duplication.texts import Chains, Codes, Shingles, chains_for
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


class _Scratch(NamedTuple):
    """Which tokens of a text are in the other, and where; the table of an alignment; and the runs of such tokens.

    Of each run: its beginning, its size, the best score of a chain that ends with it, and the run before it there.
    """

    shared: Annotated[Array, fill(U8)]
    places: Annotated[Array, fill(U64)]
    table: Annotated[Array, fill(U8)]
    begins: Annotated[Array, fill(U64)]
    sizes: Annotated[Array, fill(U64)]
    scores: Annotated[Array, fill(U64)]
    before: Annotated[Array, fill(U64)]


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
def _runs(scratch, size):
    """Fill in the runs of a text's tokens that occur contiguously in the other text; return their number."""
    shared, places, _, begins, sizes, _, _ = scratch
    count = _NONE
    for at in range(size):
        if shared[at] == SHARED:
            if at > _NONE and shared[at - _ONE] == SHARED and places[at] == places[at - _ONE] + _ONE:
                sizes[count - _ONE] += _ONE
            else:
                begins[count], sizes[count] = at, _ONE
                count += _ONE
    return count


@part
def _in_order(scratch, count):
    """Keep the runs of greatest total length that have one order in both texts; set the size of the others to 0."""
    _, places, _, begins, sizes, scores, before = scratch
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


def gaps(codes: Codes, shingles: Shingles, texts: Array, others: Array, found: Array) -> int:
    """Fill in the gaps between each texts[i] and others[i], NUMBERS per gap; return the number of gaps.

    `found` has space for one gap more per pair than its shorter text has tokens.
    """
    tokens = codes.bounds[1:] - codes.bounds[:-1]
    most, widest = tokens[texts].max(initial=1), tokens[others].max(initial=1)
    scratch = _Scratch(
        np.empty(most, np.uint8), np.empty(most, np.uint64), np.empty(int(_ROW * _ROW), np.uint8),
        *(np.empty(most, np.uint64) for _ in range(4)),
    )  # fmt: skip
    return int(_gaps(codes, shingles, texts, others, found, chains_for(widest), scratch))


@kernel(I64, Codes, Shingles, read(I64), read(I64), fill(I64), Chains, _Scratch)
def _gaps(codes, shingles, texts, others, found, chains, scratch):
    """Do the same with a scratch table for the longest other text, and scratch arrays for the longest text."""
    tokens, bounds = codes
    table, begins, sizes, places = scratch.table, scratch.begins, scratch.sizes, scratch.places
    count = _NONE
    for nth in range(len(texts)):
        text, other = texts[nth], others[nth]
        token, end = np.uint64(bounds[text]), np.uint64(bounds[text + 1])
        begin, other_end = np.uint64(bounds[other]), np.uint64(bounds[other + 1])
        cover(text, other, shingles, scratch.shared[: end - token], chains, places)
        many = _runs(scratch, end - token)
        _in_order(scratch, many)
        last, reach, edge = token, begin, BEFORE
        for run in range(many):
            if sizes[run] > _NONE:
                at, to = token + begins[run], begin + places[begins[run]]
                count = _aligned(tokens, (last, at, reach, to), table, (found, count), (np.int64(nth), edge))
                last, reach, edge = at + sizes[run], to + sizes[run], np.int64(0)
        count = _aligned(tokens, (last, end, reach, other_end), table, (found, count), (np.int64(nth), BEHIND))
    return np.int64(count)
