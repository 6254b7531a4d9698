"""Search for short texts inside others: by runs of tokens, with alignment of the tokens around these."""

# Compiled for the types that each kernel declares: annotations would only repeat them.
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN202

from __future__ import annotations

from typing import Annotated, NamedTuple

import numpy as np

from audit.kernels.compiler import I64, U8, U32, U64, VOID, Array, fill, kernel, part, read
from audit.kernels.duplication.slots import FREE, slot_of
from audit.kernels.duplication.texts import Codes
from audit.kernels.mix import mixed

_NONE, _ONE, _TWO = np.uint64(0), np.uint64(1), np.uint64(2)
# Tokens of a run that is looked up; a text of eight tokens has four such runs.
_RUN = np.uint64(5)
# Odd multipliers for the places in a run: splitmix64 of 1 to 5, as those of shingles.
_P0, _P1, _P2 = np.uint64(0x910A2DEC89025CC1), np.uint64(0xBEEB8DA1658EEC67), np.uint64(0xF893A2EEFB32555F)
_P3, _P4 = np.uint64(0x71C18690EE42C90B), np.uint64(0x71BB54D8D101B5B9)
# More edits than any item is allowed.
_FAR = np.int64(1 << 30)
_FOUND = np.uint64(3)
_BACK, _ON = True, False


class RunTable(NamedTuple):
    """A hash table of runs: `heads` is the group of each, `shift` the right shift from a hash to a slot."""

    keys: Annotated[Array, read(U64)]
    heads: Annotated[Array, read(U32)]
    shift: Annotated[np.uint64, U64]


class BenchmarkItems(NamedTuple):
    """The tokens of the items, within `bounds`; which must match exactly, and the maximum edits of each item."""

    tokens: Annotated[Array, read(U32)]
    bounds: Annotated[Array, read(I64)]
    is_firm: Annotated[Array, read(U8)]
    allowed: Annotated[Array, read(I64)]


class ItemPlaces(NamedTuple):
    """Positions, in a text from `starts` to `ends`, whose five tokens are those of item `which` from its `at` on."""

    places: Annotated[Array, read(I64)]
    starts: Annotated[Array, read(I64)]
    ends: Annotated[Array, read(I64)]
    which: Annotated[Array, read(I64)]
    at: Annotated[Array, read(I64)]


@part
def _run(codes, at):
    total = np.uint64(codes[at]) * _P0 + np.uint64(codes[at + _ONE]) * _P1
    total += np.uint64(codes[at + _TWO]) * _P2 + np.uint64(codes[at + _TWO + _ONE]) * _P3
    return mixed(total + np.uint64(codes[at + _TWO + _TWO]) * _P4)


@kernel(VOID, Codes, fill(U64))
def runs(codes: Codes, hashes: Array) -> None:
    """Fill in a hash of the five tokens from each position on; 0 if a text ends before."""
    tokens, bounds = codes
    for row in range(len(bounds) - 1):
        end = np.uint64(bounds[row + 1])
        for at in range(np.uint64(bounds[row]), end):
            hashes[at] = _run(tokens, at) if at + _RUN <= end else _NONE


@kernel(I64, Codes, RunTable, fill(I64), fill(I64))
def find_hits(codes: Codes, table: RunTable, places: Array, groups: Array) -> int:
    """Fill in the positions whose five tokens are in the table, with their groups; return their number."""
    tokens, bounds = codes
    found = _NONE
    for row in range(len(bounds) - 1):
        end = np.uint64(bounds[row + 1])
        for at in range(np.uint64(bounds[row]), end):
            if at + _RUN > end:
                break
            head = table.heads[slot_of(table.keys, table.heads, table.shift, _run(tokens, at))]
            if head != FREE:
                places[found], groups[found] = np.int64(at), np.int64(head)
                found += _ONE
    return np.int64(found)


@part
def _reach(codes, begin, room, items, first, size, most, is_back, row):
    """Return the edits with which `size` tokens of an item match next to a position, and the tokens they span there.

    Both are read forwards, or backwards with `is_back`; `room` tokens of the text are left. Firm tokens are never
    edited. `row` is scratch for 2 * most + 1 costs: of n tokens of the item with n - most to n + most of the text.
    """
    wide = _TWO * most + _ONE
    for band in range(wide):
        row[band] = np.int64(band - most) if band >= most else _FAR
    for nth in range(size):
        item = first - _ONE - nth if is_back else first + nth
        firm = items.is_firm[item] != np.uint8(0)
        for band in range(wide):
            # The number of tokens of the text before this one; none if negative.
            taken = nth + band
            best = _FAR
            if taken >= most and taken - most < room:
                at = begin - _ONE - (taken - most) if is_back else begin + (taken - most)
                if codes[at] == items.tokens[item]:
                    best = row[band]
                elif not firm:
                    best = row[band] + np.int64(1)
            if band + _ONE < wide and not firm:
                best = min(best, row[band + _ONE] + np.int64(1))
            if band > _NONE and taken >= most and taken - most < room:
                best = min(best, row[band - _ONE] + np.int64(1))
            row[band] = best
    best, length = _FAR, _NONE
    for band in range(wide):
        if size + band >= most and row[band] < best:
            best, length = row[band], size + band - most
    return best, length


def align(tokens: Array, candidates: ItemPlaces, items: BenchmarkItems, found: Array) -> None:
    """Fill in for each candidate the edits, -1 if too many, and its start and end in `tokens`."""
    _align(tokens, candidates, items, found, np.empty(2 * int(items.allowed.max(initial=0)) + 1, np.int64))


@kernel(VOID, read(U32), ItemPlaces, BenchmarkItems, fill(I64), fill(I64))
def _align(codes, candidates, items, found, row):
    """Do the same with a scratch array for the costs of the item with most edits allowed."""
    places, starts, ends, which, at = candidates
    for nth in range(len(places)):
        item, place = which[nth], np.uint64(places[nth])
        first, end = np.uint64(items.bounds[item]), np.uint64(items.bounds[item + 1])
        before = np.uint64(at[nth])
        after = end - first - before - _RUN
        most = np.uint64(items.allowed[item])
        to = _FOUND * np.uint64(nth)
        room = place - np.uint64(starts[nth])
        edits, back = _reach(codes, place, room, items, first + before, before, most, _BACK, row)
        further, onward = _FAR, _NONE
        if edits <= np.int64(most):
            room = np.uint64(ends[nth]) - place - _RUN
            begin = first + before + _RUN
            further, onward = _reach(codes, place + _RUN, room, items, begin, after, most, _ON, row)
        is_there = edits + further <= np.int64(most)
        found[to] = edits + further if is_there else np.int64(-1)
        found[to + _ONE], found[to + _TWO] = np.int64(place - back), np.int64(place + _RUN + onward)
