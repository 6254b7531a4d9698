"""Comparison of two texts: shared shingles, covered tokens, longest common run."""

# Compiled for the types that each kernel declares: annotations would only repeat them, and a loop that stays in
# registers is one function.
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN202, PLR0915

from __future__ import annotations

from typing import Annotated, NamedTuple

import numpy as np

from audit.kernels.compiler import I64, U32, U64, VOID, Array, fill, kernel, part, read
from audit.kernels.duplication.slots import BITS, FREE, shift_for, slot_of
from audit.kernels.duplication.texts import Codes, Shingles, slots_for

_NONE, _ONE = np.uint64(0), np.uint64(1)
# The mark of a slot whose shingle is in the right text only.
_OTHER = np.uint32(0xFFFFFFFE)
# Tokens of a common run beyond its last complete shingle: the next shingle would end with the third.
_TAIL = np.uint64(2)
# Positions of repeated shingles inspected per shingle of a pair, on average; beyond that the run is unknown.
_FOLLOWED = np.uint64(8)
_UNKNOWN = np.int64(-1)
# Measures of a pair: tokens covered of the left and of the right text, distinct shingles in common, in the left and in
# the right text, tokens in the longest common run.
_MEASURES = np.uint64(6)


class _Table(NamedTuple):
    """The shingles of a left text: slots in use, places of a slot's shingle in chains, and the slot of each shingle.

    `seen` is the step at which a slot's shingle was last met, `added` the slots of shingles of the right text only;
    `runs` and `steps` are the run that reaches a place, and when: all three of these are all zero at first.
    """

    keys: Annotated[Array, fill(U64)]
    heads: Annotated[Array, fill(U32)]
    slots: Annotated[Array, fill(U64)]
    nexts: Annotated[Array, fill(U32)]
    added: Annotated[Array, fill(U64)]
    seen: Annotated[Array, fill(U64)]
    runs: Annotated[Array, fill(U64)]
    steps: Annotated[Array, fill(U64)]


@part
def _spread_out(hashes, start, end, table, shift):
    """Insert the shingles of the left text into the table; return the number of distinct ones."""
    keys, heads, nexts = table.keys, table.heads, table.nexts
    heads[: _ONE << (BITS - shift)] = FREE
    distinct = _NONE
    for at in range(end - start):
        slot = slot_of(keys, heads, shift, hashes[start + at])
        distinct += _ONE if heads[slot] == FREE else _NONE
        nexts[at], heads[slot], keys[slot] = heads[slot], np.uint32(at), hashes[start + at]
        table.slots[at] = slot
    return distinct


@part
def _tail(tokens, at, end, other, other_end):
    """Return how many tokens are equal from two positions on, at most two."""
    count = _NONE
    while (
        count < _TAIL and at + count < end and other + count < other_end and tokens[at + count] == tokens[other + count]
    ):
        count += _ONE
    return count


@part
def _widest(offsets, left, right, pair):
    """Return the maximum shingles of a right text among the consecutive pairs with this left text."""
    most, at = _NONE, np.uint64(pair)
    while at < np.uint64(len(left)) and left[at] == left[pair]:
        most = max(most, np.uint64(offsets[right[at] + 1] - offsets[right[at]]))
        at += _ONE
    return most


def compare(codes: Codes, shingles: Shingles, left: Array, right: Array, measures: Array) -> None:
    """Fill in six measures for each pair of texts (left[i], right[i]); fastest if equal left texts are consecutive.

    `measures`: covered tokens of the left and the right text; distinct shingles in both, in the left and in
    the right one; and the tokens of the longest common run with a shingle, -1 if shingles recur too often.
    """
    sizes = shingles.offsets[1:] - shingles.offsets[:-1]
    of_left, of_right = sizes[left], sizes[right]
    most = max(of_left.max(initial=0), of_right.max(initial=0))
    room = slots_for((of_left + of_right).max(initial=0))
    table = _Table(
        np.empty(room, np.uint64), np.empty(room, np.uint32), np.empty(most, np.uint64),
        np.empty(most, np.uint32), np.empty(most, np.uint64),
        np.zeros(room, np.uint64), np.zeros(most + 1, np.uint64), np.zeros(most + 1, np.uint64),
    )  # fmt: skip
    _compare(codes, shingles, left, right, measures, table)


@kernel(VOID, Codes, Shingles, read(I64), read(I64), fill(I64), _Table)
def _compare(codes, shingles, left, right, measures, table):
    """Do the same with a scratch table for the largest pair."""
    tokens, bounds = codes
    hashes, lengths, offsets = shingles
    keys, heads, slots, nexts, added, seen, runs, steps = table
    shift, distinct, step = BITS - _ONE, _NONE, _ONE
    for pair in range(len(left)):
        a, b = left[pair], right[pair]
        start, end = np.uint64(offsets[a]), np.uint64(offsets[a + 1])
        other, other_end = np.uint64(offsets[b]), np.uint64(offsets[b + 1])
        token, token_end = np.uint64(bounds[a]), np.uint64(bounds[a + 1])
        other_token, other_token_end = np.uint64(bounds[b]), np.uint64(bounds[b + 1])
        if pair == 0 or left[pair - 1] != a:
            shift = shift_for(end - start + _widest(offsets, left, right, pair))
            distinct = _spread_out(hashes, start, end, table, shift)
        mark, common, strangers, longest = step, _NONE, _NONE, _NONE
        covered, reach, followed = _NONE, _NONE, _NONE
        limit = _FOLLOWED * (end - start + other_end - other)
        for at in range(other_end - other):
            step += _ONE
            number = hashes[other + at]
            slot = slot_of(keys, heads, shift, number)
            if heads[slot] == FREE:
                heads[slot], keys[slot], added[strangers] = _OTHER, number, slot
                strangers += _ONE
            if heads[slot] == _OTHER:
                continue
            if seen[slot] < mark:
                common += _ONE
            seen[slot] = step
            stop = at + np.uint64(lengths[other + at])
            covered += stop - max(at, reach)
            reach = stop
            place = heads[slot]
            while place != FREE and followed < limit:
                followed += _ONE
                here = np.uint64(place)
                run = runs[here] + _ONE if steps[here] == step - _ONE else _ONE
                steps[here + _ONE], runs[here + _ONE] = step, run
                size = run - _ONE + np.uint64(lengths[other + at])
                if size + _TAIL > longest:
                    after = np.uint64(lengths[other + at])
                    size += _tail(tokens, token + here + after, token_end, other_token + at + after, other_token_end)
                    longest = max(longest, size)
                place = nexts[place]
        whole, reach = _NONE, _NONE
        for at in range(end - start):
            if seen[slots[at]] > mark:
                stop = at + np.uint64(lengths[start + at])
                whole += stop - max(at, reach)
                reach = stop
        for nth in range(strangers):
            heads[added[nth]] = FREE
        step += _ONE
        to = _MEASURES * np.uint64(pair)
        measures[to], measures[to + _ONE] = np.int64(whole), np.int64(covered)
        measures[to + np.uint64(2)], measures[to + np.uint64(3)] = np.int64(common), np.int64(distinct)
        measures[to + np.uint64(4)] = np.int64(common + strangers)
        measures[to + np.uint64(5)] = _UNKNOWN if followed >= limit and common else np.int64(longest)
