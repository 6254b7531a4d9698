"""The texts that kernels compare, and the hash table in which the shingles of one are looked up."""

from __future__ import annotations

from typing import Annotated, NamedTuple

import numpy as np

from audit.kernels.compiler import I64, U8, U32, U64, Array, fill, read
from audit.kernels.duplication.slots import BITS, shift_for


class Codes(NamedTuple):
    """Texts as token codes: those of text i are bounds[i] to bounds[i + 1]."""

    tokens: Annotated[Array, read(U32)]
    bounds: Annotated[Array, read(I64)]


class Shingles(NamedTuple):
    """The shingles of some texts: those of text i are offsets[i] to offsets[i + 1].

    The nth shingle of a text starts at its nth token and has `lengths` tokens.
    """

    hashes: Annotated[Array, read(U64)]
    lengths: Annotated[Array, read(U8)]
    offsets: Annotated[Array, read(I64)]


class Chains(NamedTuple):
    """A hash table with the positions of equal shingles in chains: `heads` by slot, `nexts` by position."""

    keys: Annotated[Array, fill(U64)]
    heads: Annotated[Array, fill(U32)]
    nexts: Annotated[Array, fill(U32)]


def slots_for(count: int) -> int:
    """Return the number of slots of a table that `count` hashes fill by half at most."""
    return 1 << int(BITS - shift_for(np.uint64(count)))


def chains_for(count: int) -> Chains:
    """Return an unfilled table for a text of `count` shingles."""
    room = slots_for(count)
    return Chains(np.empty(room, np.uint64), np.empty(room, np.uint32), np.empty(count, np.uint32))
