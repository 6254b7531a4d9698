"""Similarity of two texts by common shingles, of two lengths, and anchors."""

# Compiled for the types that each kernel declares: annotations would only repeat them.
# mypy: ignore-errors

from __future__ import annotations

from typing import Annotated, Any, Final, NamedTuple, TypeAlias

import numpy as np

from audit.kernels.compiler import BOOL, I64, U8, U64, VOID, fill, kernel, part, read
from audit.kernels.mix import GOLDEN

# Numba types these: an array of its own, a number of the width it came with.
Array: TypeAlias = Any
Number: TypeAlias = Any
_BASIS: Final = np.uint64(0xCBF29CE484222325)
_SHIFT: Final = np.uint64(29)
_ONE: Final = np.uint64(1)
# Maximum common consecutive words; more are a copied passage, a quotation or boilerplate.
_PASSAGE = 24
# Weights of a wide character and of a word, and what shingles of five characters or three words, and of three or two,
# weigh at least.
_WIDE_WEIGHT, _WORD_WEIGHT, _LONG, _SHORT = 10, 17, 50, 30


class TextWords(NamedTuple):
    """Texts by their words: a hash of each, whether it is a wide character, and where each text's begin."""

    hashes: Annotated[Array, read(U64)]
    wide: Annotated[Array, read(BOOL)]
    bounds: Annotated[Array, read(I64)]


class TextAnchors(NamedTuple):
    """The anchors of each text, ascending, each once, and where each text's begin."""

    keys: Annotated[Array, read(U64)]
    bounds: Annotated[Array, read(I64)]


class _Shingles(NamedTuple):
    """The shingle that begins at each word of all texts, and its length in words; 0 if there is none."""

    keys: Annotated[Array, fill(U64)]
    lengths: Annotated[Array, fill(U8)]


class _Rooms(NamedTuple):
    """A table for the shingles of a text: those in use, those met in the other text, and the slot of each shingle."""

    table: Annotated[Array, fill(U64)]
    is_met: Annotated[Array, fill(BOOL)]
    slots: Annotated[Array, fill(I64)]


@part
def _stirred(key: Number) -> Number:
    """Return the key mixed, odd."""
    key = (key ^ (key >> np.uint64(32))) * GOLDEN
    return key ^ (key >> _SHIFT) | _ONE


@part
def _slot(table: Array, mask: Number, key: Number) -> Number:
    """Return the place of a key in an open table, or the empty place where it belongs."""
    place = key & mask
    while table[place] != key and table[place] != np.uint64(0):
        place = (place + _ONE) & mask
    return np.int64(place)


@part
def _shingles(hashes: Array, wide: Array, span: tuple[Number, Number], long: Any, short: Any) -> None:
    """Fill in the shingles that begin at each word of a text, each the shortest that weighs enough, and their lengths.

    A length is 0 where the text ends before. A short one is the beginning of the long one.
    """
    for start in range(span[0], span[1]):
        state, weight, at = _BASIS, 0, start
        long[1][start], short[1][start] = 0, 0
        while at < span[1] and weight < _LONG:
            state = (state ^ hashes[at]) * GOLDEN
            state ^= state >> _SHIFT
            weight += _WIDE_WEIGHT if wide[at] else _WORD_WEIGHT
            at += 1
            if weight >= _SHORT and not short[1][start]:
                short[0][start], short[1][start] = _stirred(state), at - start
        if weight >= _LONG:
            long[0][start], long[1][start] = _stirred(state), at - start


@part
def _spread_out(found: Any, start: Number, hits: Array, rooms: Any) -> Number:
    """Insert the shingles of a text that are hits into the table; return the mask from a key to a slot."""
    keys, lengths = found
    table, is_met, slots = rooms
    count = 0
    for at in range(len(hits)):
        hits[at] &= lengths[start + at] > 0
        count += hits[at]
    size = 2
    while size < 2 * count:
        size *= 2
    mask = np.uint64(size - 1)
    table[:size], is_met[:size] = np.uint64(0), False
    for at in range(len(hits)):
        if hits[at]:
            slot = _slot(table, mask, keys[start + at])
            table[slot], slots[at] = keys[start + at], slot
    return mask


@part
def _meet(found: Any, starts: Any, hits: Any, rooms: Any) -> None:
    """Reduce the hits of a and of b, two texts that begin at `starts`, to common shingles."""
    keys, lengths = found
    table, is_met, slots = rooms
    (start, other), (of_a, of_b) = starts, hits
    mask = _spread_out(found, start, of_a, rooms)
    for at in range(len(of_b)):
        if of_b[at] and lengths[other + at]:
            slot = _slot(table, mask, keys[other + at])
            of_b[at] = table[slot] == keys[other + at]
            is_met[slot] |= of_b[at]
        else:
            of_b[at] = False
    for at in range(len(of_a)):
        of_a[at] &= is_met[slots[at]]


@part
def _coverage(lengths: Array, span: tuple[Number, Number], hits: Array) -> tuple[Number, Number, Number]:
    """Return the number of words in shingles that are hits: in all, in short runs; and the number of these runs.

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


def likeness(words: TextWords, anchors: TextAnchors, pairs: Array, out: Array) -> None:
    """Fill `out` with nine counts for each pair of texts: `pairs` holds the numbers of a and b, in turn.

    Words of a and of b that lie in long shingles of the other; in short ones; in short ones in short runs; the runs of
    short ones; anchors of both.
    """
    longest, size = int((words.bounds[1:] - words.bounds[:-1]).max(initial=1)), len(words.hashes)
    room = 1 << (2 * longest).bit_length()
    long, short = (_Shingles(np.empty(size, np.uint64), np.empty(size, np.uint8)) for _ in range(2))
    rooms = _Rooms(np.empty(room, np.uint64), np.empty(room, np.bool_), np.zeros(longest, np.int64))
    hits = [np.empty(longest, np.bool_) for _ in range(2)]
    _likeness(words, anchors, pairs, long, short, rooms, *hits, out)


@kernel(
    VOID, TextWords, TextAnchors, read(I64), _Shingles, _Shingles, _Rooms, fill(BOOL), fill(BOOL), fill(I64)
)  # fmt: skip
def _likeness(
    words: Any, anchors: Any, pairs: Array, long: Any, short: Any, rooms: Any, in_b: Array, in_a: Array, out: Array
) -> None:
    """Do the same with scratch arrays for the shingles of all texts and a table of the longest."""
    hashes, wide, bounds = words
    keys, key_bounds = anchors
    for text in range(len(bounds) - 1):
        _shingles(hashes, wide, (bounds[text], bounds[text + 1]), long, short)
    for pair in range(len(pairs) // 2):
        left, right = pairs[2 * pair], pairs[2 * pair + 1]
        a, b = (bounds[left], bounds[left + 1]), (bounds[right], bounds[right + 1])
        starts, hits, at = (a[0], b[0]), (in_b[: a[1] - a[0]], in_a[: b[1] - b[0]]), 9 * pair
        hits[0][:], hits[1][:] = True, True
        _meet(short, starts, hits, rooms)
        out[at + 2], out[at + 4], out[at + 6] = _coverage(short.lengths, a, hits[0])
        out[at + 3], out[at + 5], out[at + 7] = _coverage(short.lengths, b, hits[1])
        # A long shingle that both have begins with a short one.
        _meet(long, starts, hits, rooms)
        out[at], _, _ = _coverage(long.lengths, a, hits[0])
        out[at + 1], _, _ = _coverage(long.lengths, b, hits[1])
        x, y = (key_bounds[left], key_bounds[left + 1]), (key_bounds[right], key_bounds[right + 1])
        out[at + 8] = _shared(keys, x, y)
