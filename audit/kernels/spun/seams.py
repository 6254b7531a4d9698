"""Where a foreign passage was set into Chinese: the characters left of it and right of it belong together.

Two Han characters belong together when they stand side by side more often than by chance, anywhere or elsewhere in the
article. Only the pairs that are asked for are counted in an article.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from audit.kernels.compiler import I64, U8, U32, VOID, Array, fill, kernel, part, read

# Roles of code points: a Han character; what may stand in the name of a thing; a word of grammar; and a word of
# grammar that no thing is called by.
HAN, NAMED, GRAMMAR, PARTING = (np.uint8(1 << bit) for bit in range(4))
# What speaks for a passage: that what is left joins, that it does not join at either edge, that it holds together, and
# that it parts a word.
JOINED, BROKEN, WHOLE, PARTED = 4, 2, 1, 8
MOST: Final = JOINED + 2 * BROKEN + WHOLE + PARTED
# Characters of the thing that a search is for, at most and at least; and by which it goes on behind its last word.
THING, FEWEST, MORE = 8, 2, 2
# Pairs that one search asks for, at most: those around it, and those of what is left and right of it.
_ASKED: Final = THING + 16 + (THING + 1) * (MORE + 1)
_BMP, _SHIFT, _FREE, _MIX = np.uint32(0xFFFF), np.uint32(16), np.uint32(0), np.uint32(2654435761)


@part
def _is(roles: Any, point: Any, role: Any) -> Any:
    return point <= _BMP and roles[point] & role != 0


@part
def _pair(points: Any, roles: Any, left: Any, right: Any, low: Any, high: Any) -> Any:
    """Return the pair of two places of a paragraph, 0 where they are no two Han characters of it."""
    if left < low or right >= high or not _is(roles, points[left], HAN) or not _is(roles, points[right], HAN):
        return _FREE
    return np.uint32(points[left] << _SHIFT | points[right])


@part
def _slot(keys: Any, used: Any, key: Any) -> Any:
    """Return the slot where a pair is, or would be, of the first `used` (2^n), of which some are empty."""
    slot = np.int64(np.uint32(key * _MIX) >> np.uint32(4)) & (used - 1)
    while keys[slot] != _FREE and keys[slot] != key:
        slot = (slot + 1) & (used - 1)
    return slot


@part
def _lowest(points: Any, roles: Any, low: Any, match: Any) -> Any:
    """Return where a search may begin whose last word begins at `match`: it is for something, without grammar."""
    at = match
    while at > low and at > match - THING and _is(roles, points[at - 1], NAMED):
        at -= 1
        if _is(roles, points[at], PARTING):
            return at + 1
    return at


@part
def _highest(points: Any, roles: Any, end: Any, high: Any) -> Any:
    """Return how far a search may go on."""
    at = end
    while at < high and at < end + MORE and _is(roles, points[at], HAN):
        at += 1
    return at


@part
def _ask(keys: Any, counts: Any, used: Any, pair: Any) -> Any:
    if pair != _FREE:
        slot = _slot(keys, used, pair)
        keys[slot], counts[slot] = pair, np.int64(0)


@part
def _in_hole(points: Any, pair: Any, first: Any, last: Any) -> Any:
    """Return how often a pair stands in a passage, no character counted twice."""
    found, at = np.int64(0), first
    while at + 1 < last:
        is_there = points[at] == pair >> _SHIFT and points[at + 1] == pair & _BMP
        found += is_there
        at += 2 if is_there else 1
    return found


@part
def _belongs(points: Any, pair: Any, hole: Any, known: Any, asked: Any) -> Any:
    """Return whether the characters of a pair belong together: everywhere, or in the article besides the hole."""
    keys, counts, used = asked
    if pair == _FREE:
        return False
    if known[_slot(known, len(known), pair)] == pair:
        return True
    return counts[_slot(keys, used, pair)] > _in_hole(points, pair, hole[0], hole[1])


@part
def _best(points: Any, roles: Any, place: Any, known: Any, asked: Any) -> Any:
    """Return where the search at a place of its paragraph may begin, where it begins and ends, what speaks for that.

    Of equals it is the one that goes on the least, and then the longest.
    """
    low, high, match, end, latest = place
    lowest, highest = _lowest(points, roles, low, match), _highest(points, roles, end, high)
    hole = lowest, min(end + MORE, high)
    first, last = match, end
    most: Any = np.int64(-1)
    for to in range(end, highest + 1):
        pair = _pair(points, roles, to - 1, to, low, high)
        tail = BROKEN if pair != _FREE and not _belongs(points, pair, hole, known, asked) else 0
        for at in range(lowest, max(lowest, latest) + 1):
            around = _pair(points, roles, at - 1, to, low, high)
            told = tail + (JOINED if _belongs(points, around, hole, known, asked) else 0)
            pair = _pair(points, roles, at - 1, at, low, high)
            told += BROKEN if pair != _FREE and not _belongs(points, pair, hole, known, asked) else 0
            pair = _pair(points, roles, at, at + 1, low, high)
            told += WHOLE if _belongs(points, pair, hole, known, asked) else 0
            if told > most:
                first, last, most = at, to, told
    around = _pair(points, roles, first - 1, last, low, high)
    if _belongs(points, around, hole, known, asked):
        is_grammar = _is(roles, points[first - 1], GRAMMAR) or _is(roles, points[last], GRAMMAR)
        most += 0 if is_grammar else PARTED
    return lowest, first, last, most


@part
def _place(places: Any, n: Any) -> Any:
    at = 5 * n
    return places[at], places[at + 1], places[at + 2], places[at + 3], places[at + 4]


@part
def _room(keys: Any, searches: Any) -> Any:
    used = np.int64(64)
    while used < 2 * _ASKED * searches and used < len(keys):
        used *= 2
    return used


@kernel(
    VOID, read(U32), read(U8), read(I64), read(I64), read(I64), read(U32), fill(U32), fill(I64), fill(I64)
)  # fmt: skip
def _set_in(
    points: Any, roles: Any, articles: Any, owners: Any, places: Any, known: Any, keys: Any, counts: Any, found: Any
) -> None:
    first = np.int64(0)
    while first < len(owners):
        last = first
        while last < len(owners) and owners[last] == owners[first]:
            last += 1
        used = _room(keys, last - first)
        keys[:used] = _FREE
        for n in range(first, last):
            low, high, match, end, latest = _place(places, n)
            lowest, highest = _lowest(points, roles, low, match), _highest(points, roles, end, high)
            for at in range(lowest - 1, highest + 1):
                _ask(keys, counts, used, _pair(points, roles, at, at + 1, low, high))
            for to in range(end, highest + 1):
                for at in range(lowest, max(lowest, latest) + 1):
                    _ask(keys, counts, used, _pair(points, roles, at - 1, to, low, high))
        begin, stop = articles[2 * owners[first]], articles[2 * owners[first] + 1]
        for at in range(begin, stop - 1):
            pair = _pair(points, roles, at, at + 1, begin, stop)
            if pair != _FREE:
                slot = _slot(keys, used, pair)
                counts[slot] += 1 if keys[slot] == pair else 0
        for n in range(first, last):
            best = _best(points, roles, _place(places, n), known, (keys, counts, used))
            found[4 * n], found[4 * n + 1], found[4 * n + 2], found[4 * n + 3] = best
        first = last


def set_in(points: Array, roles: Array, articles: Array, owners: Array, places: Array, known: Array) -> Array:
    """Return for each search where it may begin, where it begins and ends, what speaks for that: four columns.

    `articles` are the edges of each article in `points`, two columns; `owners` the article of each search, in order;
    `places` five columns: the edges of its paragraph and of the words that tell it, and the last place where it may
    begin. `known` is a hash table of pairs.
    """
    most = int(np.bincount(owners).max(initial=0))
    slots = 1 << (2 * _ASKED * max(most, 1)).bit_length()
    found = np.zeros(4 * len(owners), np.int64)
    scratch = np.zeros(slots, np.uint32), np.zeros(slots, np.int64)
    _set_in(points, roles, articles.ravel(), owners, places.ravel(), known, *scratch, found)
    return found.reshape(-1, 4)


@kernel(VOID, read(U32), fill(U32))
def fill_pairs(pairs: Any, known: Any) -> None:
    """Put pairs into an empty hash table of 2^n slots, more than there are pairs."""
    for n in range(len(pairs)):
        known[_slot(known, len(known), pairs[n])] = pairs[n]
