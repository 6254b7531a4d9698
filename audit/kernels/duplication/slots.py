"""Open-addressing hash table of the kernels that compare two texts."""

# Compiled for the types that each kernel declares: annotations would only repeat them.
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN201

from __future__ import annotations

import numpy as np

from audit.kernels.compiler import part

_ONE = np.uint64(1)
# The value of an empty slot.
FREE = np.uint32(0xFFFFFFFF)
BITS = np.uint64(64)


@part
def slot_of(keys, heads, shift, number):
    """Return the slot of a hash, or the empty one where it belongs."""
    last = (_ONE << (BITS - shift)) - _ONE
    slot = number >> shift
    while heads[slot] != FREE and keys[slot] != number:
        slot = (slot + _ONE) & last
    return slot


@part
def shift_for(count: np.uint64) -> np.uint64:
    """Return the right shift from a hash to a slot of a table that `count` hashes fill by half at most."""
    bits = _ONE
    while _ONE << bits < count + count:
        bits += _ONE
    return BITS - bits
