"""Word search in short lines: cue words, which reveal the kind of a line, and function words.

`points` are folded code points, `start` and `end` where the blocks stand in them; `roles` tells for each code point of
the BMP what it can be to a line.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, NamedTuple

import numpy as np

from audit.kernels.compiler import I32, I64, U8, U32, U64, VOID, Array, fill, kernel, part, read
from audit.kernels.mix import GOLDEN

# A letter of the alphabets whose words are cues; a mark that stands around labels; a particle; a letter of any
# alphabet; what may stand before a small grammatical word, and after it.
LETTER, TRIMMED, PARTICLE, ALPHABETIC, BEFORE, AFTER = (np.uint8(1 << bit) for bit in range(6))
ANYWHERE, BEGINNING, WHOLE = range(3)
MODES: Final = 3
# Bits per letter of a packed word; words with more letters, or higher code points, are not packed.
LETTER_BITS, MOST_LETTERS = 12, 5
POINT_BITS: Final = 21

_BMP: Final = np.uint32(0xFFFF)
# The index at which the roots of labels begin.
_LABELS: Final = np.uint32(0x10000)
_EMPTY, _ONE = np.uint64(0), np.uint64(1)
_LETTER_BITS, _POINT_BITS = np.uint64(LETTER_BITS), np.uint64(POINT_BITS)
_ZERO, _ONE_DIGIT, _TWO, _NINE = (np.uint32(ord(digit)) for digit in "0129")
_CENTURIES: Final = (np.uint32(ord("一")), np.uint32(ord("二")))
_HANS: Final = tuple(np.uint32(ord(digit)) for digit in "〇○零九")


class Trie(NamedTuple):
    """The words of all cues.

    `roots`: the node that a first letter leads to, for words looked for anywhere and then for labels; `keys`: a hash
    table of further steps (node, letter); `after`: where they lead; `masks`: the cues (a bit each) with a word that
    ends in a node and is looked for anywhere, at the beginning, or as the whole line. The nodes where words end come
    first: only they have masks, and these stay in the processor's cache.
    """

    roots: Annotated[Array, read(I32)]
    keys: Annotated[Array, read(U64)]
    after: Annotated[Array, read(I32)]
    masks: Annotated[Array, read(U64)]


class FoundCues(NamedTuple):
    """The cues found in each block, as bits, and the span of the words of the first one (the lowest bit)."""

    cues: Annotated[Array, fill(U64)]
    first: Annotated[Array, fill(I64)]
    last: Annotated[Array, fill(I64)]


@part
def _role(roles: Any, point: Any) -> Any:
    return roles[point] if point <= _BMP else np.uint8(0)


@part
def _slot(keys: Any, key: Any) -> Any:
    """Return the slot where a key is, or would be; the table has 2^n slots, and some are empty."""
    last = np.uint64(len(keys) - 1)
    slot = ((key * GOLDEN) >> np.uint64(20)) & last
    while keys[slot] != _EMPTY and keys[slot] != key:
        slot = (slot + _ONE) & last
    return slot


@kernel(VOID, read(U64), fill(U64), fill(I64))
def fill_slots(wanted: Any, keys: Any, slots: Any) -> None:
    """Insert keys (none of them 0) into an empty hash table; `slots` gets the slot of each."""
    for number in range(len(wanted)):
        slot = _slot(keys, wanted[number])
        keys[slot] = wanted[number]
        slots[number] = np.int64(slot)


@part
def _walk(points: Any, at: Any, high: Any, roles: Any, trie: Any, mode: Any, wanted: Any) -> Any:
    """Return the cues with a word that begins at `at`, and the length of the longest one of the `wanted` cues."""
    roots, keys, after, masks = trie
    found, longest, place = np.uint64(0), np.int64(0), at + 1
    node = roots[points[at] + (_LABELS if mode else np.uint32(0))]
    while node > 0:
        if MODES * node < len(masks):
            mask = masks[MODES * node + mode]
            inside = place < high and (mode == WHOLE or _role(roles, points[place]) & LETTER != 0)
            if mode == ANYWHERE or not inside:
                found |= mask
                longest = place - at if mask & wanted else longest
        if place == high:
            break
        slot = _slot(keys, np.uint64(node) << _POINT_BITS | np.uint64(points[place]))
        node = after[slot] if keys[slot] != _EMPTY else np.int32(0)
        place += 1
    return found, longest


@part
def _anywhere(points: Any, low: Any, high: Any, roles: Any, trie: Any, wanted: Any) -> Any:
    """Return the cues with a word in the line, and where the first word of the `wanted` cues stands."""
    roots, found, is_inside = trie.roots, np.uint64(0), False
    for at in range(low, high):
        if not is_inside and points[at] <= _BMP and roots[points[at]]:
            here, longest = _walk(points, at, high, roles, trie, ANYWHERE, wanted)
            found |= here
            if longest:
                return found, at, at + longest
        is_inside = _role(roles, points[at]) & LETTER != 0
    return found, high, high


@part
def _core(points: Any, low: Any, high: Any, roles: Any) -> Any:
    """Return the line without surrounding marks."""
    while low < high and _role(roles, points[low]) & TRIMMED:
        low += 1
    while low < high and _role(roles, points[high - 1]) & TRIMMED:
        high -= 1
    return low, high


@part
def _place(points: Any, low: Any, high: Any, roles: Any, trie: Any, bit: Any) -> Any:
    """Return the span of the words that identified a cue in a line."""
    _, first, last = _anywhere(points, low, high, roles, trie, bit)
    if last > first:
        return first, last
    low, high = _core(points, low, high, roles)
    if _walk(points, low, high, roles, trie, WHOLE, bit)[1]:
        return low, high
    return low, low + _walk(points, low, high, roles, trie, BEGINNING, bit)[1]


@kernel(VOID, read(U32), read(I64), read(I64), read(U8), Trie, read(U64), FoundCues)
def find_cues(points: Any, start: Any, end: Any, roles: Any, trie: Any, allowed: Any, out: Any) -> None:
    """Find the cues of each block.

    `allowed` has the cues believed for each length in code points; longer blocks have none.
    """
    found, first, last = out
    nothing = np.uint64(0)
    for number in range(len(start)):
        low, high = start[number], end[number]
        found[number] = nothing
        if high - low >= len(allowed):
            continue
        seen = _anywhere(points, low, high, roles, trie, nothing)[0]
        core, stop = _core(points, low, high, roles)
        if core < stop and points[core] <= _BMP:
            seen |= _walk(points, core, stop, roles, trie, BEGINNING, nothing)[0]
            seen |= _walk(points, core, stop, roles, trie, WHOLE, nothing)[0]
        seen &= allowed[high - low]
        found[number] = seen
        if seen:
            bit = seen & (~seen + _ONE)
            first[number], last[number] = _place(points, low, high, roles, trie, bit)


@part
def _is_digit(point: Any) -> Any:
    return _ZERO <= point <= _NINE


@part
def _is_year(points: Any, at: Any, high: Any) -> Any:
    """Return whether a year begins at `at`: 19xx, 20xx, or the first two digits of one in Han."""
    if at + 1 < high and (points[at] == _CENTURIES[0] or points[at] == _CENTURIES[1]):
        second = points[at + 1]
        return second == _HANS[0] or second == _HANS[1] or second == _HANS[2] or second == _HANS[3]
    if at + 3 >= high or not (_is_digit(points[at + 2]) and _is_digit(points[at + 3])):
        return False
    old, new = points[at] == _ONE_DIGIT and points[at + 1] == _NINE, points[at] == _TWO and points[at + 1] == _ZERO
    return old or new


@part
def _is_grammar(points: Any, at: Any, stop: Any, known: Any) -> Any:
    """Return whether the word is a known function word."""
    if stop - at > MOST_LETTERS:
        return False
    packed = _EMPTY
    for place in range(at, stop):
        packed = packed << _LETTER_BITS | np.uint64(points[place])
    return known[_slot(known, packed)] == packed


@kernel(VOID, read(U32), read(I64), read(I64), read(U8), read(U64), I64, fill(I32), fill(I32), fill(U8))
def count_words(
    points: Any, start: Any, end: Any, roles: Any, known: Any, most: Any, words: Any, particles: Any, dated: Any
) -> None:
    """Fill for each block of up to `most` code points its function words and particles, and whether it has a year."""
    for number in range(len(start)):
        low, high, word = start[number], end[number], start[number]
        if high - low > most:
            continue
        for at in range(low, high):
            role = _role(roles, points[at])
            if role & ALPHABETIC:
                continue
            if word < at and role & AFTER and (word == low or _role(roles, points[word - 1]) & BEFORE):
                words[number] += np.int32(_is_grammar(points, word, at, known))
            word = at + 1
            particles[number] += np.int32(role & PARTICLE != 0)
            if not dated[number] and _is_year(points, at, high):
                dated[number] = np.uint8(1)
        if word < high and (word == low or _role(roles, points[word - 1]) & BEFORE):
            words[number] += np.int32(_is_grammar(points, word, high, known))
