"""Lookup of shingles in a set: a hash table behind a filter that fits into the processor's cache."""

# Compiled for the types that each kernel declares: annotations would only repeat them.
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN202

from __future__ import annotations

from typing import Annotated, NamedTuple

import numpy as np

from audit.kernels.compiler import BOOL, I64, U8, U32, U64, VOID, Array, fill, kernel, part, read
from audit.kernels.duplication.slots import BITS, FREE, slot_of

_NONE, _ONE = np.uint64(0), np.uint64(1)
# The filter has a word for eight slots of the table, and two bits of it for each shingle: in a table filled by a
# quarter one in two hundred shingles that are not in it passes.
_IN_WORD, _BIT_BITS, _BITS_OF_WORD = np.uint64(3), np.uint64(6), np.uint64(63)
# Tokens between two windows of a passage: fewer than a run that is no edit.
EDITED = 7
_EDITED = np.uint64(EDITED)


class HashSet(NamedTuple):
    """A table of 1 << room[0] slots: `heads` are the indexes of hashes, `keys` these, `sieve` the filter."""

    room: Annotated[Array, fill(I64)]
    sieve: Annotated[Array, fill(U64)]
    keys: Annotated[Array, fill(U64)]
    heads: Annotated[Array, fill(U32)]


class WindowsOfTexts(NamedTuple):
    """The windows of some texts: hash and size of those that begin at each token, and whether they end in the text.

    Those of text i are bounds[i] to bounds[i + 1]; `rows` are the numbers of the texts.
    """

    hashes: Annotated[Array, read(U64)]
    sizes: Annotated[Array, read(U8)]
    are_inside: Annotated[Array, read(BOOL)]
    bounds: Annotated[Array, read(I64)]
    rows: Annotated[Array, read(U32)]


class Places(NamedTuple):
    """Of each hash in a set the longest passage of such hashes that it is in: text, own token, size (0: none)."""

    rows: Annotated[Array, fill(U32)]
    starts: Annotated[Array, fill(U32)]
    sizes: Annotated[Array, fill(U32)]


@kernel(VOID, read(U64), HashSet)
def fill_set(hashes: Array, table: HashSet) -> None:
    """Insert distinct `hashes`, with their indexes, into a table and into its filter."""
    room, _, keys, heads = table
    shift = BITS - np.uint64(room[0])
    heads[:] = FREE
    for at in range(np.uint64(len(hashes))):
        slot = slot_of(keys, heads, shift, hashes[at])
        keys[slot], heads[slot] = hashes[at], np.uint32(at)
    _let_through(hashes, table)


@kernel(VOID, read(U64), HashSet)
def look_only_for(hashes: Array, table: HashSet) -> None:
    """Let the filter of a table pass these of its hashes only."""
    _let_through(hashes, table)


@part
def _let_through(hashes, table):
    sieve, shift = table.sieve, BITS - np.uint64(table.room[0]) + _IN_WORD
    sieve[:] = _NONE
    for at in range(np.uint64(len(hashes))):
        one, other = _bits(hashes[at], shift)
        sieve[hashes[at] >> shift] |= _ONE << one | _ONE << other


@part
def _bits(number, shift):
    """Return the two bits of a hash in its word of the filter, from what follows the number of the word."""
    return number >> (shift - _BIT_BITS) & _BITS_OF_WORD, number >> (shift - _BIT_BITS - _BIT_BITS) & _BITS_OF_WORD


@part
def _sift(hashes, table, at):
    """Fill in the places of the hashes that pass the filter; return their number.

    Without a branch: most hashes fail, and a processor that guesses wrong waits longer than for the filter.
    """
    sieve, shift = table.sieve, BITS - np.uint64(table.room[0]) + _IN_WORD
    count = _NONE
    for place in range(np.uint64(len(hashes))):
        word = sieve[hashes[place] >> shift]
        one, other = _bits(hashes[place], shift)
        at[count] = np.uint32(place)
        count += word >> one & word >> other & _ONE
    return count


@kernel(VOID, read(U64), HashSet, fill(U32), fill(BOOL))
def mark_known(hashes: Array, table: HashSet, at: Array, found: Array) -> None:
    """Mark in `found` which of the hashes in the table are among `hashes`; `at` is scratch, one more than these."""
    shift = BITS - np.uint64(table.room[0])
    for step in range(_sift(hashes, table, at)):
        index = table.heads[slot_of(table.keys, table.heads, shift, hashes[np.uint64(at[step])])]
        if index != FREE:
            found[index] = True


@kernel(VOID, WindowsOfTexts, HashSet, fill(U32), fill(U32), Places)
def place_known(texts: WindowsOfTexts, table: HashSet, at: Array, which: Array, found: Places) -> None:
    """Put down where the hashes in the table are; `at` and `which` are scratch, one more than there are hashes."""
    hashes, sizes, are_inside, bounds, rows = texts
    shift = BITS - np.uint64(table.room[0])
    # The passage at hand is first to last of what was found: never more than was sifted before.
    nth, first, last = _NONE, _NONE, _NONE
    for step in range(_sift(hashes, table, at)):
        place = np.uint64(at[step])
        index = table.heads[slot_of(table.keys, table.heads, shift, hashes[place])]
        if index == FREE or not are_inside[place]:
            continue
        if last > first:
            before = np.uint64(at[last - _ONE])
            if place >= np.uint64(bounds[nth + _ONE]) or place - before > np.uint64(sizes[before]) + _EDITED:
                _settle(at[first:last], which[first:last], sizes, (rows[nth], np.uint64(bounds[nth])), found)
                first = last
        while place >= np.uint64(bounds[nth + _ONE]):
            nth += _ONE
        at[last], which[last] = np.uint32(place), index
        last += _ONE
    if last > first:
        _settle(at[first:last], which[first:last], sizes, (rows[nth], np.uint64(bounds[nth])), found)


@part
def _settle(at, which, sizes, text, found):
    """Put down one passage for those of its hashes that are in no longer one."""
    begin, last = np.uint64(at[_NONE]), np.uint64(at[np.uint64(len(at)) - _ONE])
    size = np.uint32(last + np.uint64(sizes[last]) - begin)
    for step in range(np.uint64(len(at))):
        index = which[step]
        if size > found.sizes[index]:
            found.rows[index], found.starts[index] = text[0], np.uint32(np.uint64(at[step]) - text[1])
            found.sizes[index] = size
