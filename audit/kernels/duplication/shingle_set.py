"""Lookup of shingles in a set: a hash table behind a filter that fits into the processor's cache."""

# Compiled for the types that each kernel declares: annotations would only repeat them.
# mypy: ignore-errors

from __future__ import annotations

import numpy as np

from audit.kernels.compiler import BOOL, I64, U8, U32, U64, VOID, Array, fill, kernel, read
from audit.kernels.duplication.slots import BITS, FREE, slot_of

_ONE = np.uint64(1)
# The filter has a byte per slot of the table: at most one in sixteen shingles not in the table passes.
_IN_BYTE, _PLACE = np.uint64(3), np.uint64(7)


@kernel(VOID, read(U64), read(I64), fill(U8), fill(U64), fill(U32))
def fill_set(hashes: Array, room: Array, sieve: Array, keys: Array, heads: Array) -> None:
    """Insert distinct `hashes`, with their indexes, into a table of 1 << room[0] slots, and into its filter."""
    shift = BITS - np.uint64(room[0])
    heads[:] = FREE
    sieve[:] = np.uint8(0)
    for at in range(np.uint64(len(hashes))):
        slot = slot_of(keys, heads, shift, hashes[at])
        keys[slot], heads[slot] = hashes[at], np.uint32(at)
        sieve[hashes[at] >> shift] |= np.uint8(_ONE << (hashes[at] >> (shift - _IN_BYTE) & _PLACE))


@kernel(VOID, read(U64), read(I64), read(U8), read(U64), read(U32), fill(BOOL))
def mark_known(hashes: Array, room: Array, sieve: Array, keys: Array, heads: Array, found: Array) -> None:
    """Mark in `found` which of the hashes in the table are among `hashes`."""
    shift = BITS - np.uint64(room[0])
    for at in range(np.uint64(len(hashes))):
        number = hashes[at]
        if np.uint64(sieve[number >> shift]) >> (number >> (shift - _IN_BYTE) & _PLACE) & _ONE:
            slot = slot_of(keys, heads, shift, number)
            if heads[slot] != FREE:
                found[heads[slot]] = True
