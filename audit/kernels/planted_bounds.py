"""The bounds of passages planted into Chinese text: the characters left and right of one collocate.

Two Han characters collocate if they are adjacent more often than by chance, in general or elsewhere in the article.
Only pairs that passages need are counted in an article.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from audit.kernels.compiler import I64, U8, U32, VOID, Array, fill, kernel, part, read

# Roles of code points: a Han character; one allowed in a passage; and a function word, which ends it.
HAN, NAMED, GRAMMAR = (np.uint8(1 << bit) for bit in range(3))
# Strength of a collocation: none, more frequent than by chance, or by far; and the cost per character of a passage
# beyond its known words.
APART, JOINED, FIRM, LONGER = -4, 8, 16, 1
# Maximum characters of a passage before its known words, and after them.
BEFORE, BEHIND = 8, 6
# Maximum pairs that one passage needs: at its bounds, and across them when it is removed.
_ASKED: Final = BEFORE + BEHIND + 2 + (BEFORE + 1) * (BEHIND + 1)
_BMP, _SHIFT, _MIX = np.uint32(0xFFFF), np.uint32(16), np.uint32(2654435761)
# No pair, and a pair of letters or digits, which belong to one word.
_FREE, _WORD = np.uint32(0), np.uint32(1)


@part
def _is(roles: Any, point: Any, role: Any) -> Any:
    return point <= _BMP and roles[point] & role != 0


@part
def _pair(points: Any, roles: Any, left: Any, right: Any, low: Any, high: Any) -> Any:
    """Return the pair at two positions of a paragraph: _WORD for two letters or digits, 0 for anything else but Han."""
    if left < low or right >= high or not _is(roles, points[left], NAMED) or not _is(roles, points[right], NAMED):
        return _FREE
    if _is(roles, points[left], HAN) and _is(roles, points[right], HAN):
        return np.uint32(points[left] << _SHIFT | points[right])
    return _FREE if _is(roles, points[left], HAN) or _is(roles, points[right], HAN) else _WORD


@part
def _slot(keys: Any, used: Any, key: Any) -> Any:
    """Return the slot of a pair, or the empty one where it belongs, among the first `used` (2^n) slots."""
    slot = np.int64(np.uint32(key * _MIX) >> np.uint32(4)) & (used - 1)
    while keys[slot] != _FREE and keys[slot] != key:
        slot = (slot + 1) & (used - 1)
    return slot


@part
def _lowest(points: Any, roles: Any, low: Any, start: Any) -> Any:
    """Return the earliest start of a passage whose first known word begins at `start`."""
    at = start
    while at > low and at > start - BEFORE and _is(roles, points[at - 1], NAMED):
        if _is(roles, points[at - 1], GRAMMAR):
            return at
        at -= 1
    return at


@part
def _highest(points: Any, roles: Any, end: Any, high: Any) -> Any:
    """Return the latest end of a passage whose last known word ends at `end`."""
    at = end
    while at < high and at < end + BEHIND and _is(roles, points[at], NAMED):
        if _is(roles, points[at], GRAMMAR):
            return at
        at += 1
    return at


@part
def _ask(keys: Any, counts: Any, used: Any, pair: Any) -> Any:
    if pair != _FREE:
        slot = _slot(keys, used, pair)
        keys[slot], counts[slot] = pair, np.int64(0)


@part
def _in_hole(points: Any, pair: Any, first: Any, last: Any) -> Any:
    """Return the number of non-overlapping occurrences of a pair in a passage."""
    found, at = np.int64(0), first
    while at + 1 < last:
        is_there = points[at] == pair >> _SHIFT and points[at + 1] == pair & _BMP
        found += is_there
        at += 2 if is_there else 1
    return found


@part
def _belongs(points: Any, pair: Any, hole: Any, known: Any, asked: Any) -> Any:
    """Return how strongly a pair collocates, in general or in the article outside of the hole."""
    (pairs, levels), (keys, counts, used) = known, asked
    if pair == _FREE:
        return np.int64(0)
    if pair == _WORD:
        return np.int64(JOINED)
    slot = _slot(pairs, len(pairs), pair)
    if pairs[slot] == pair:
        return np.int64(levels[slot])
    is_said = counts[_slot(keys, used, pair)] > _in_hole(points, pair, hole[0], hole[1])
    return np.int64(JOINED if is_said else APART)


@part
def _best(points: Any, roles: Any, place: Any, known: Any, asked: Any) -> Any:
    """Return the best bounds of a passage, how clearly they separate, and how well the rest connects.

    They maximise the sum of both, minus a cost of additional length; of equals the one ending earlier.
    """
    low, high, start, end = place
    lowest, highest = _lowest(points, roles, low, start), _highest(points, roles, end, high)
    hole = lowest, highest
    first, last, parted, joined = start, end, np.int64(0), np.int64(0)
    most: Any = np.int64(-1000)
    for to in range(end, highest + 1):
        right = _belongs(points, _pair(points, roles, to - 1, to, low, high), hole, known, asked)
        for at in range(start, lowest - 1, -1):
            left = _belongs(points, _pair(points, roles, at - 1, at, low, high), hole, known, asked)
            around = _belongs(points, _pair(points, roles, at - 1, to, low, high), hole, known, asked)
            told = around - left - right - LONGER * (start - at + to - end)
            if told > most:
                first, last, parted, joined, most = at, to, -left - right, around, told
    return first, last, parted, joined


@part
def _place(places: Any, n: Any) -> Any:
    at = 4 * n
    return places[at], places[at + 1], places[at + 2], places[at + 3]


@part
def _room(keys: Any, passages: Any) -> Any:
    used = np.int64(64)
    while used < 2 * _ASKED * passages and used < len(keys):
        used *= 2
    return used


@part
def _ask_all(points: Any, roles: Any, place: Any, asked: Any) -> Any:
    """Record the pairs that a passage needs."""
    (low, high, start, end), (keys, counts, used) = place, asked
    lowest, highest = _lowest(points, roles, low, start), _highest(points, roles, end, high)
    for at in range(lowest, start + 1):
        _ask(keys, counts, used, _pair(points, roles, at - 1, at, low, high))
    for to in range(end, highest + 1):
        _ask(keys, counts, used, _pair(points, roles, to - 1, to, low, high))
        for at in range(lowest, start + 1):
            _ask(keys, counts, used, _pair(points, roles, at - 1, to, low, high))


@kernel(
    VOID, read(U32), read(U8), read(I64), read(I64), read(I64), read(U32), read(U8), fill(U32), fill(I64), fill(I64)
)  # fmt: skip
def _set_in(
    points: Any, roles: Any, articles: Any, owners: Any, places: Any, known: Any, levels: Any, keys: Any, counts: Any,
    found: Any,
) -> None:  # fmt: skip
    first = np.int64(0)
    while first < len(owners):
        last = first
        while last < len(owners) and owners[last] == owners[first]:
            last += 1
        used = _room(keys, last - first)
        keys[:used] = _FREE
        for n in range(first, last):
            _ask_all(points, roles, _place(places, n), (keys, counts, used))
        begin, stop = articles[2 * owners[first]], articles[2 * owners[first] + 1]
        before = _FREE
        for at in range(begin, stop):
            here = points[at] if _is(roles, points[at], HAN) else _FREE
            if _FREE not in (here, before):
                pair = np.uint32(before << _SHIFT | here)
                slot = _slot(keys, used, pair)
                counts[slot] += 1 if keys[slot] == pair else 0
            before = here
        for n in range(first, last):
            best = _best(points, roles, _place(places, n), (known, levels), (keys, counts, used))
            found[4 * n], found[4 * n + 1], found[4 * n + 2], found[4 * n + 3] = best
        first = last


def find_bounds(
    points: Array, roles: Array, within: tuple[Array, Array], places: Array, known: tuple[Array, Array]
) -> Array:
    """Return for each passage its bounds, how clearly they separate, and how well the rest connects: four columns.

    `within` are the bounds of each article in `points`, two columns, and the article of each passage, in order;
    `places` four columns: the bounds of its paragraph and of its known words. `known` is a hash table of pairs and the
    strength of their collocation.
    """
    articles, owners = within
    most = int(np.bincount(owners).max(initial=0))
    slots = 1 << (2 * _ASKED * max(most, 1)).bit_length()
    found = np.zeros(4 * len(owners), np.int64)
    scratch = np.zeros(slots, np.uint32), np.zeros(slots, np.int64)
    _set_in(points, roles, articles.ravel(), owners, places.ravel(), *known, *scratch, found)
    return found.reshape(-1, 4)


@kernel(VOID, read(U32), read(U8), fill(U32), fill(U8))
def fill_pairs(pairs: Any, levels: Any, known: Any, filled: Any) -> None:
    """Insert pairs and their levels into an empty hash table of 2^n slots, more than there are pairs."""
    for n in range(len(pairs)):
        slot = _slot(known, len(known), pairs[n])
        known[slot], filled[slot] = pairs[n], levels[n]
