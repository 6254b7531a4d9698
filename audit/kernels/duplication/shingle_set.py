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
# The filter has a byte per slot of the table and two bits of it per shingle: of those not in the table at most one in
# thirty passes, in a table filled by a quarter one in a hundred.
_IN_BYTE, _PLACE = np.uint64(3), np.uint64(7)
# Tokens between two windows of a passage: fewer than a run that is no edit.
EDITED = 7
_EDITED = np.uint64(EDITED)


class HashSet(NamedTuple):
    """A table of 1 << room[0] slots: `heads` are the indexes of hashes, `keys` these, `sieve` the filter."""

    room: Annotated[Array, fill(I64)]
    sieve: Annotated[Array, fill(U8)]
    keys: Annotated[Array, fill(U64)]
    heads: Annotated[Array, fill(U32)]


class Texts(NamedTuple):
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
    table.sieve[:] = np.uint8(0)
    shift = BITS - np.uint64(table.room[0])
    for at in range(np.uint64(len(hashes))):
        table.sieve[hashes[at] >> shift] |= _bits(hashes[at], shift)


@part
def _bits(number, shift):
    """Return the bits of a hash in its byte of the filter: from those behind the slot's, and from the last ones."""
    return np.uint8(_ONE << (number >> (shift - _IN_BYTE) & _PLACE) | _ONE << (number & _PLACE))


@part
def _index_of(table, number):
    """Return the index of a hash, or FREE."""
    room, sieve, keys, heads = table
    shift = BITS - np.uint64(room[0])
    bits, index = _bits(number, shift), FREE
    if sieve[number >> shift] & bits == bits:
        index = heads[slot_of(keys, heads, shift, number)]
    return index


@kernel(VOID, read(U64), HashSet, fill(BOOL))
def mark_known(hashes: Array, table: HashSet, found: Array) -> None:
    """Mark in `found` which of the hashes in the table are among `hashes`."""
    for at in range(np.uint64(len(hashes))):
        index = _index_of(table, hashes[at])
        if index != FREE:
            found[index] = True


@kernel(VOID, Texts, HashSet, fill(U64), fill(U32), Places)
def place_known(texts: Texts, table: HashSet, at: Array, which: Array, found: Places) -> None:
    """Put down where the hashes in the table are; `at` and `which` are scratch for the windows of a text."""
    hashes, sizes, are_inside, bounds, rows = texts
    for nth in range(np.uint64(len(rows))):
        begin, count = np.uint64(bounds[nth]), _NONE
        for place in range(begin, np.uint64(bounds[nth + _ONE])):
            index = _index_of(table, hashes[place]) if are_inside[place] else FREE
            if index != FREE:
                if count > _NONE and place - at[count - _ONE] > np.uint64(sizes[at[count - _ONE]]) + _EDITED:
                    _settle(at[:count], which, sizes, (rows[nth], begin), found)
                    count = _NONE
                at[count], which[count] = place, index
                count += _ONE
        if count > _NONE:
            _settle(at[:count], which, sizes, (rows[nth], begin), found)


@part
def _settle(at, which, sizes, text, found):
    """Put down one passage for those of its hashes that are in no longer one."""
    last = at[np.uint64(len(at)) - _ONE]
    size = np.uint32(last + np.uint64(sizes[last]) - at[0])
    for step in range(np.uint64(len(at))):
        index = which[step]
        if size > found.sizes[index]:
            found.rows[index], found.starts[index] = text[0], np.uint32(at[step] - text[1])
            found.sizes[index] = size
