"""Two similar texts compared with a third: where the two differ, and how much of that occurs in the third."""

# Compiled for the types that each kernel declares: annotations would only repeat them.
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN202

from __future__ import annotations

from typing import Annotated, NamedTuple

import numpy as np

from audit.kernels.compiler import F64, I64, U8, U32, U64, VOID, Array, fill, kernel, part, read
from audit.kernels.duplication.slots import BITS, FREE, shift_for, slot_of
from audit.kernels.duplication.texts import Shingles, slots_for

_NONE, _ONE = np.uint64(0), np.uint64(1)
# Numbers of places, and sums of shares, per triple.
_NUMBERS, _SHARES = np.uint64(3), np.uint64(2)


class _Table(NamedTuple):
    """The shingles of a text: slots in use, the slot of each shingle, and the mark of slots seen, all zero at first."""

    keys: Annotated[Array, fill(U64)]
    heads: Annotated[Array, fill(U32)]
    slots: Annotated[Array, fill(U64)]
    seen: Annotated[Array, fill(U32)]


class _Found(NamedTuple):
    """Which tokens of each of two similar texts are in shingles of the other, and of the third."""

    in_other: Annotated[Array, fill(U8)]
    in_third: Annotated[Array, fill(U8)]
    other_in_one: Annotated[Array, fill(U8)]
    other_in_third: Annotated[Array, fill(U8)]


@part
def _span(shingles, text):
    return np.uint64(shingles.offsets[text]), np.uint64(shingles.offsets[text + 1])


@part
def _spread_out(shingles, text, table):
    """Insert the shingles of a text into its table; return the right shift from a hash to a slot."""
    hashes, (keys, heads, slots, _) = shingles.hashes, table
    start, end = _span(shingles, text)
    shift = shift_for(end - start + _ONE)
    heads[: _ONE << (BITS - shift)] = FREE
    for at in range(end - start):
        slot = slot_of(keys, heads, shift, hashes[start + at])
        keys[slot], heads[slot], slots[at] = hashes[start + at], np.uint32(at), slot
    return shift


@part
def _shared(shingles, texts, table, marks, found):
    """Mark the tokens of the first of two texts that are in shingles of the second; `table` is the first one's.

    `marks`: the shift of hashes, and the mark of slots whose shingle the other text has too.
    """
    hashes, lengths, _ = shingles
    keys, heads, slots, seen = table
    (start, end), (other, other_end) = _span(shingles, texts[0]), _span(shingles, texts[1])
    shift, mark = marks
    for at in range(other, other_end):
        slot = slot_of(keys, heads, shift, hashes[at])
        if heads[slot] != FREE:
            seen[slot] = mark
    found[:] = np.uint8(0)
    for at in range(end - start):
        if seen[slots[at]] == mark:
            for step in range(np.uint64(lengths[start + at])):
                found[at + step] = np.uint8(1)


@part
def _edges(found):
    """Return one past the first shared token, and the last one; beginnings and ends are ignored."""
    size = np.uint64(len(found))
    low, high = _NONE, size
    while low < size and not found[low]:
        low += _ONE
    while high > low and not found[high - _ONE]:
        high -= _ONE
    return low + _ONE, max(high, _ONE) - _ONE


@part
def _places(found, stands):
    """Return the number of missing runs between found ones, and the sum of their shares that occur elsewhere."""
    low, high = _edges(found)
    count, total, run, stood = _NONE, 0.0, _NONE, _NONE
    for at in range(low, max(low, high)):
        if not found[at]:
            run, stood = run + _ONE, stood + np.uint64(stands[at])
        if run > _NONE and (found[at] or at + _ONE == high):
            count, total = count + _ONE, total + np.float64(stood) / np.float64(run)
            run, stood = _NONE, _NONE
    return count, total


@part
def _nowhere(found, stands):
    """Return the number of token runs between found ones that are neither found nor occur elsewhere."""
    low, high = _edges(found)
    count, is_open = _NONE, False
    for at in range(low, max(low, high)):
        is_here = not found[at] and not stands[at]
        count += _ONE if is_here and not is_open else _NONE
        is_open = is_here
    return count


def agreement(bounds: Array, shingles: Shingles, triples: Array, numbers: Array, shares: Array) -> None:
    """Fill in how the first and second of three texts relate to the third; `triples` are flat.

    `bounds`: the token bounds of each text. `numbers`: the places where the two differ, those where both have what the
    third lacks, and those where all three differ (the smaller number of both sides); `shares`: how much of the first
    number occurs in the third, and of the second in both. Fastest if equal pairs are consecutive.
    """
    widest, longest = (int((ends[1:] - ends[:-1]).max(initial=0)) for ends in (shingles.offsets, bounds))
    room = slots_for(widest + 1)
    one, other = (
        _Table(
            np.empty(room, np.uint64), np.empty(room, np.uint32), np.empty(widest, np.uint64), np.zeros(room, np.uint32)
        )
        for _ in range(2)
    )
    found = _Found(*(np.empty(longest, np.uint8) for _ in range(4)))
    _agreement(bounds, shingles, triples, one, other, found, numbers, shares)


@kernel(VOID, read(I64), Shingles, read(I64), _Table, _Table, _Found, fill(I64), fill(F64))
def _agreement(bounds, shingles, triples, table, other_table, found, numbers, shares):
    """Do the same with scratch arrays for the tables and tokens of the longest pair."""
    in_other, in_third, other_in_one, other_in_third = found
    shift, other_shift = BITS - _ONE, BITS - _ONE
    for nth in range(np.uint64(len(triples)) // _NUMBERS):
        place = _NUMBERS * nth
        a, b, c = triples[place], triples[place + _ONE], triples[place + _ONE + _ONE]
        size, other_size = bounds[a + 1] - bounds[a], bounds[b + 1] - bounds[b]
        mark = np.uint32(nth + nth + _ONE)
        if nth == _NONE or triples[place - _NUMBERS] != a or triples[place - _NUMBERS + _ONE] != b:
            shift, other_shift = _spread_out(shingles, a, table), _spread_out(shingles, b, other_table)
            _shared(shingles, (a, b), table, (shift, mark), in_other[:size])
            _shared(shingles, (b, a), other_table, (other_shift, mark), other_in_one[:other_size])
        _shared(shingles, (a, c), table, (shift, mark + np.uint32(1)), in_third[:size])
        _shared(shingles, (b, c), other_table, (other_shift, mark + np.uint32(1)), other_in_third[:other_size])
        apart, with_third = _places(in_other[:size], in_third[:size])
        own, in_both = _places(in_third[:size], in_other[:size])
        other_apart, other_with_third = _places(other_in_one[:other_size], other_in_third[:other_size])
        other_own, other_in_both = _places(other_in_third[:other_size], other_in_one[:other_size])
        nowhere = min(
            _nowhere(in_other[:size], in_third[:size]), _nowhere(other_in_one[:other_size], other_in_third[:other_size])
        )
        numbers[place], numbers[place + _ONE] = np.int64(apart + other_apart), np.int64(own + other_own)
        numbers[place + _ONE + _ONE] = np.int64(nowhere)
        shares[_SHARES * nth], shares[_SHARES * nth + _ONE] = with_third + other_with_third, in_both + other_in_both
