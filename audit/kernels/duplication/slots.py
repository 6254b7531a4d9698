"""A table of hashes with open addresses, which the kernels that hold two texts against each other share."""

# Compiled for the types that each kernel declares: annotations would only repeat them.
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN201

from __future__ import annotations

import numpy as np

from audit.kernels.compiler import part

_ONE = np.uint64(1)
# What a slot holds that holds nothing.
FREE = np.uint32(0xFFFFFFFF)
BITS = np.uint64(64)


@part
def slot_of(keys, heads, shift, number):
    """Return where in the table a hash is, or would be."""
    last = (_ONE << (BITS - shift)) - _ONE
    slot = number >> shift
    while heads[slot] != FREE and keys[slot] != number:
        slot = (slot + _ONE) & last
    return slot


@part
def shift_for(count):
    """Return by how much a hash is shifted to be a place in a table that `count` of them fill by half at most."""
    bits = _ONE
    while _ONE << bits < count + count:
        bits += _ONE
    return BITS - bits
