"""What of a text stands nowhere in others: its tokens that no shingle and no alignment finds there."""

# Compiled for the types that each kernel declares: annotations would only repeat them, and a loop that stays in
# registers is one function with many arguments.
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN202, PLR0915

from __future__ import annotations

import numpy as np

from audit.kernels.compiler import I64, U8, U32, U64, VOID, Array, fill, kernel, part, read
from audit.kernels.duplication.slots import BITS, FREE, shift_for, slot_of

_NONE, _ONE, _TWO, _FOUR = np.uint64(0), np.uint64(1), np.uint64(2), np.uint64(4)
# Runs below this are edits: a word put in another's place, a number, a name.
_LEAST = np.uint64(8)
# Longer runs are aligned with nothing: no scattered edits leave five hundred tokens without a shingle.
_MOST = np.uint64(512)
# How much longer than a run its counterpart may be.
_SLACK = np.uint64(8)
# Places of a repeated shingle that are looked at.
_FOLLOWED = np.uint64(8)
_MEASURES = np.uint64(3)
# What a token is: in no shingle of the other text, in one, or aligned with it.
_APART, _SHARED, _ALIGNED = np.uint8(0), np.uint8(1), np.uint8(2)


@part
def _spread_out(hashes, start, end, table, shift):
    """Put the shingles of the other text into the table, the later ones first in each chain."""
    keys, heads, nexts = table
    heads[: _ONE << (BITS - shift)] = FREE
    for at in range(end - start):
        slot = slot_of(keys, heads, shift, hashes[start + at])
        nexts[at], heads[slot], keys[slot] = heads[slot], np.uint32(at), hashes[start + at]


@part
def _nearest(nexts, head, wanted):
    """Return the place of a chain that is nearest to the wanted one."""
    best, least, place, followed = np.uint64(head), ~_NONE, head, _NONE
    while place != FREE and followed < _FOLLOWED and least > _NONE:
        here = np.uint64(place)
        apart = here - wanted if here > wanted else wanted - here
        if apart < least:
            best, least = here, apart
        place = nexts[place]
        followed += _ONE
    return best


@part
def _common(codes, start, end, other, other_end, row):
    """Return how many pairs of neighbouring tokens two stretches have in common, in order; `row` is room for it.

    Single tokens tell nothing: of any two English sentences two fifths are the same words in the same order.
    """
    size = other_end - other - _ONE
    row[: size + _ONE] = _NONE
    for at in range(start, end - _ONE):
        before = _NONE
        for to in range(size):
            above = row[to + _ONE]
            if codes[at] == codes[other + to] and codes[at + _ONE] == codes[other + to + _ONE]:
                row[to + _ONE] = before + _ONE
            else:
                row[to + _ONE] = max(above, row[to])
            before = above
    return row[size]


@kernel(VOID, read(U32), read(I64), read(U64), read(U8), read(I64), read(I64), read(I64), fill(I64))
def unique(
    codes: Array, bounds: Array, hashes: Array, lengths: Array, offsets: Array,
    texts: Array, others: Array, measures: Array,
) -> None:  # fmt: skip
    """Fill in three measures of each text texts[i], held against others[i].

    `codes` are the tokens of the texts, those of each within `bounds`; `hashes` and `lengths` their shingles, within
    `offsets`. `measures`: how many of its tokens lie in runs of eight or more that the other has not, how long the
    longest such run is, and at which token of the text it begins. A run has its counterpart between the same shared
    shingles of the other text: where a quarter of its pairs of tokens stand there in order, it was edited, not lost.
    """
    most, widest = _ONE, _ONE
    for nth in range(len(texts)):
        most = max(most, np.uint64(bounds[texts[nth] + 1] - bounds[texts[nth]]))
    for nth in range(len(others)):
        widest = max(widest, np.uint64(bounds[others[nth] + 1] - bounds[others[nth]]))
    room = _ONE << (BITS - shift_for(widest))
    keys, heads, nexts = np.empty(room, np.uint64), np.empty(room, np.uint32), np.empty(widest, np.uint32)
    here, places = np.empty(most, np.uint8), np.empty(most, np.uint64)
    row = np.empty(_MOST + _SLACK + _TWO, np.uint64)
    for nth in range(len(texts)):
        text = texts[nth]
        token, size = np.uint64(bounds[text]), np.uint64(bounds[text + 1] - bounds[text])
        start, count = np.uint64(offsets[text]), np.uint64(offsets[text + 1] - offsets[text])
        other = others[nth]
        other_token, other_size = np.uint64(bounds[other]), np.uint64(bounds[other + 1] - bounds[other])
        begin, end = np.uint64(offsets[other]), np.uint64(offsets[other + 1])
        shift = shift_for(end - begin + _ONE)
        _spread_out(hashes, begin, end, (keys, heads, nexts), shift)
        here[:size] = _APART
        wanted = _NONE
        for at in range(count):
            head = heads[slot_of(keys, heads, shift, hashes[start + at])]
            if head != FREE:
                place = _nearest(nexts, head, wanted)
                for step in range(np.uint64(lengths[start + at])):
                    here[at + step], places[at + step] = _SHARED, place + step
                wanted = place
            wanted += _ONE
        at = _NONE
        while at < size:
            if here[at] != _APART:
                at += _ONE
                continue
            stop = at
            while stop < size and here[stop] == _APART:
                stop += _ONE
            run = stop - at
            if run >= _LEAST and run <= _MOST and run < size:
                reach = run + _SLACK
                if at > _NONE:
                    low = places[at - _ONE] + _ONE
                    high = min(other_size, low + reach)
                    if stop < size and places[stop] >= low:
                        high = min(high, places[stop])
                else:
                    high = places[stop]
                    low = high - min(high, reach)
                if low + _ONE < high:
                    same = _common(codes, token + at, token + stop, other_token + low, other_token + high, row)
                    if same * _FOUR >= run:
                        here[at:stop] = _ALIGNED
            at = stop
        lost, longest, first, at = _NONE, _NONE, _NONE, _NONE
        while at < size:
            stop = at
            while stop < size and here[stop] == _APART:
                stop += _ONE
            if stop - at >= _LEAST:
                lost += stop - at
                if stop - at > longest:
                    longest, first = stop - at, at
            at = max(stop, at + _ONE)
        to = _MEASURES * np.uint64(nth)
        measures[to], measures[to + _ONE] = np.int64(lost), np.int64(longest)
        measures[to + _TWO] = np.int64(first)
