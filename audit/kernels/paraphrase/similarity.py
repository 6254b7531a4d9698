"""What the words of two texts have in common: shingles, at two lengths, and anchors."""

# Compiled for the types that each kernel declares: annotations would only repeat them.
# mypy: ignore-errors

from __future__ import annotations

from typing import Any, Final, TypeAlias

import numpy as np

from audit.kernels.compiler import BOOL, I64, U8, U64, VOID, fill, kernel, part, read

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
def _slot(table: Array, mask: Number, key: Number) -> Number:
    """Return the place of a key in an open table, or the empty place where it belongs."""
    place = key & mask
    while table[place] != key and table[place] != np.uint64(0):
        place = (place + _ONE) & mask
    return np.int64(place)


@part
def _shingles(hashes: Array, wide: Array, bounds: Array, least: Number, found: tuple[Array, Array]) -> None:
    """Fill in the shingle that begins at each word of some texts, and its length, 0 where the text ends before."""
    keys, lengths = found
    for text in range(len(bounds) - 1):
        for at in range(bounds[text], bounds[text + 1]):
            key, stop = _shingle(hashes, wide, at, bounds[text + 1], least)
            keys[at], lengths[at] = key, stop - at if stop else 0


@part
def _spread_out(found: tuple[Array, Array], span: tuple[Number, Number], rooms: tuple[Array, Array, Array]) -> Number:
    """Put the shingles of a text into the table; return by what their keys are cut to its places."""
    keys, lengths = found
    table, _, slots = rooms
    size = 2
    while size < 2 * (span[1] - span[0]):
        size *= 2
    mask = np.uint64(size - 1)
    table[:size] = np.uint64(0)
    for at in range(span[0], span[1]):
        if lengths[at]:
            slot = _slot(table, mask, keys[at])
            table[slot], slots[at - span[0]] = keys[at], slot
    return mask


@part
def _meet(
    found: tuple[Array, Array], spans: tuple[Any, Any], rooms: tuple[Array, Array, Array], marks: Any, hits: Any
) -> None:
    """Fill in which shingles of a, whose table it is, and of b are also in the other.

    `marks`: what cuts keys to places of the table, and what a place is marked with that b has as well; no other pair
    marks with that.
    """
    keys, lengths = found
    table, seen, slots = rooms
    (a, b), (mask, mark), (of_a, of_b) = spans, marks, hits
    for at in range(b[0], b[1]):
        of_b[at - b[0]] = False
        if lengths[at]:
            slot = _slot(table, mask, keys[at])
            if table[slot] == keys[at]:
                seen[slot], of_b[at - b[0]] = mark, True
    for at in range(a[0], a[1]):
        of_a[at - a[0]] = lengths[at] > 0 and seen[slots[at - a[0]]] == mark


@part
def _coverage(lengths: Array, span: tuple[Number, Number], hits: Array) -> tuple[Number, Number, Number]:
    """Return how many words of a text lie in shingles that are hits: in all, in short runs, and those runs.

    A run of more than _PASSAGE words is a passage taken over, not words left over.
    """
    covered, short, runs, began, reached = 0, 0, 0, 0, 0
    for at in range(span[1] - span[0]):
        if hits[at]:
            if at > reached:
                short, runs, began = _ended(short, reached - began), runs + (reached > began), at
            stop = at + np.int64(lengths[span[0] + at])
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


def likeness(
    hashes: Array, wide: Array, bounds: Array, keys: Array, key_bounds: Array, pairs: Array, out: Array
) -> None:
    """Fill `out` with nine counts for each pair of texts: `pairs` holds the numbers of a and b, in turn.

    Words of a and of b that lie in long shingles of the other; in short ones; in short ones in short runs; the runs of
    short ones; anchors of both. It is quickest when pairs with the same a follow each other.
    `bounds` tell where each text's words begin, `key_bounds` where its anchors do, which ascend, each once.
    """
    longest = int((bounds[1:] - bounds[:-1]).max(initial=1))
    room = 1 << (2 * longest).bit_length()
    found = [empty for _ in range(2) for empty in (np.empty(len(hashes), np.uint64), np.empty(len(hashes), np.uint8))]
    rooms = [
        made
        for _ in range(2)
        for made in (np.empty(room, np.uint64), np.zeros(room, np.int64), np.empty(longest, np.int64))
    ]
    hits = [np.empty(longest, np.bool_) for _ in range(2)]
    _likeness(hashes, wide, bounds, keys, key_bounds, pairs, *found, *rooms, *hits, out)


@kernel(
    VOID, read(U64), read(BOOL), read(I64), read(U64), read(I64), read(I64),
    fill(U64), fill(U8), fill(U64), fill(U8), fill(U64), fill(I64), fill(I64), fill(U64), fill(I64), fill(I64),
    fill(BOOL), fill(BOOL), fill(I64),
)  # fmt: skip
def _likeness(
    hashes: Array, wide: Array, bounds: Array, keys: Array, key_bounds: Array, pairs: Array,
    long_keys: Array, long_lengths: Array, short_keys: Array, short_lengths: Array,
    long_table: Array, long_seen: Array, long_slots: Array, short_table: Array, short_seen: Array, short_slots: Array,
    of_a: Array, of_b: Array, out: Array,
) -> None:  # fmt: skip
    """Fill in the same, with room for the shingles of all texts and for the tables of the longest; none is seen."""
    long, short = (long_keys, long_lengths), (short_keys, short_lengths)
    longs, shorts = (long_table, long_seen, long_slots), (short_table, short_seen, short_slots)
    _shingles(hashes, wide, bounds, _LONG, long)
    _shingles(hashes, wide, bounds, _SHORT, short)
    mask, other_mask = np.uint64(0), np.uint64(0)
    for pair in range(len(pairs) // 2):
        left, right = pairs[2 * pair], pairs[2 * pair + 1]
        a, b = (bounds[left], bounds[left + 1]), (bounds[right], bounds[right + 1])
        if pair == 0 or pairs[2 * pair - 2] != left:
            mask, other_mask = _spread_out(long, a, longs), _spread_out(short, a, shorts)
        at = 9 * pair
        _meet(long, (a, b), longs, (mask, pair + 1), (of_a, of_b))
        out[at], _, _ = _coverage(long_lengths, a, of_a)
        out[at + 1], _, _ = _coverage(long_lengths, b, of_b)
        _meet(short, (a, b), shorts, (other_mask, pair + 1), (of_a, of_b))
        out[at + 2], out[at + 4], out[at + 6] = _coverage(short_lengths, a, of_a)
        out[at + 3], out[at + 5], out[at + 7] = _coverage(short_lengths, b, of_b)
        x, y = (key_bounds[left], key_bounds[left + 1]), (key_bounds[right], key_bounds[right + 1])
        out[at + 8] = _shared(keys, x, y)
