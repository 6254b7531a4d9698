"""Candidates for containment: documents that share enough of their sampled shingles.

MinHash finds pairs of like size. A text reprinted inside a longer one is found here: the same sixteenth of all shingles
is looked at in every document (FracMinHash), so what two samples share estimates what the documents share.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from audit.engine.spill import FILES, Spill
from audit.kernels.duplication.sort import sort
from audit.measure.duplication.pairs.candidate_pairs import propose
from audit.measure.duplication.records.packed import Packing
from audit.measure.duplication.records.parts import batches
from audit.measure.duplication.tokens.hashing import U64, Bools, Ints, starts_of
from audit.measure.duplication.tokens.minhash import FEW_SHINGLES, SAMPLED_BELOW

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pyarrow as pa

# A shingle in more documents than this is chrome, a licence or a set phrase: it says nothing about copying.
MOST_DOCUMENTS: Final = 50
# One shared sample is a set phrase more often than not; of the six samples of a hundred shingles two are found with
# p = .98, three with .94. A text of which chance sampled no more than FEW_SAMPLES is asked for one: it has little that
# could be a set phrase.
LEAST_SHARED: Final = 2
FEW_SAMPLES: Final = 3
# Least share of the lesser sample that is in the other: a near copy has .33 or more, a contained one half at least.
# Without such a bound 3,464 near-template laws gave 104,656 candidates instead of 1,946 (at .2), no recall won.
LEAST_CONTAINMENT: Final = 0.25
# Each document is paired with so many before it in a group, and with the first.
_WINDOW: Final = 7
# Candidates for one document: those that share most.
MOST_HOSTS: Final = 16
_HALF: Final = np.uint64(32)
_LOW: Final = np.uint64(2**32 - 1)


class Candidates(NamedTuple):
    """Pairs p < q of members worth comparing, and how many more there were than are compared for one document."""

    first: Ints
    second: Ints
    left_out: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many samples each document has, at the common rate and at its own, denser for short ones."""

    common: Ints
    own: Ints
    is_dense: Bools

    def lesser(self, mine: Ints, other: Sizes, theirs: Ints) -> Ints:
        """Return the size of the lesser sample of each pair with one of `other`, at the rate both were sampled at."""
        is_dense = self.is_dense[mine] & other.is_dense[theirs]
        dense = np.minimum(self.own[mine], other.own[theirs])
        return np.where(is_dense, dense, np.minimum(self.common[mine], other.common[theirs]))


def are_enough(shared: Ints, lesser: Ints) -> Bools:
    """Return which pairs are worth comparing, by the samples they share and the size of the lesser sample."""
    is_many: Bools = (shared >= LEAST_SHARED) | (lesser <= FEW_SAMPLES)
    return is_many & (shared >= LEAST_CONTAINMENT * lesser)


def sizes_of(signatures: pa.Table) -> Sizes:
    """Return how many samples each row of a table of signatures has."""
    common, own = (np.zeros(len(signatures), np.int64) for _ in range(2))
    row = 0
    for chunk in signatures["samples"].chunks:
        bounds = chunk.offsets.to_numpy() - chunk.offsets[0].as_py()
        is_common = starts_of(chunk.flatten().to_numpy() < np.uint64(SAMPLED_BELOW))
        own[row : row + len(chunk)] = np.diff(bounds)
        common[row : row + len(chunk)] = np.diff(is_common[bounds])
        row += len(chunk)
    return Sizes(common, own, signatures["shingles"].to_numpy() < FEW_SHINGLES)


def sharing(signatures: Sequence[Path], member_of: Ints, count: int) -> Candidates:
    """Return candidate pairs of `count` members; `member_of[row]` is -1 for rows that do not take part."""
    sizes = Sizes(np.zeros(count, np.int64), np.zeros(count, np.int64), np.zeros(count, np.bool_))
    packing = Packing(count)
    with Spill(np.uint64) as samples, Spill(np.uint64) as pairs:
        _scatter(signatures, member_of, sizes, samples)
        for packed in samples.files():
            keys = _pairs(packing, packed)
            pairs.add(keys >> _HALF, keys)
        found = [_strongest(*_counted(keys, sizes)) for keys in pairs.files()]
    kept = np.concatenate([np.empty(0, np.uint64), *(keys for keys, _ in found)])
    return Candidates((kept & _LOW).astype(np.int64), (kept >> _HALF).astype(np.int64), sum(out for _, out in found))


def _scatter(signatures: Sequence[Path], member_of: Ints, sizes: Sizes, spill: Spill) -> None:
    packing = Packing(len(sizes.own))
    for row, batch in batches(signatures, ["samples", "shingles"]):
        column = batch.column(0)
        counts = np.diff(column.offsets.to_numpy())
        members = member_of[row : row + len(column)]
        owners, hashes = np.repeat(members, counts), column.flatten().to_numpy()
        is_member = members >= 0
        sizes.own[members[is_member]] = counts[is_member]
        sizes.is_dense[members[is_member]] = batch.column(1).to_numpy()[is_member] < FEW_SHINGLES
        is_common = starts_of(hashes < np.uint64(SAMPLED_BELOW))
        bounds = column.offsets.to_numpy() - column.offsets[0].as_py()
        sizes.common[members[is_member]] = np.diff(is_common[bounds])[is_member]
        hashes, owners = hashes[owners >= 0], owners[owners >= 0]
        spill.add(hashes, packing.pack(hashes // np.uint64(FILES), owners))


def _pairs(packing: Packing, packed: U64) -> U64:
    """Return a key q << 32 | p for each pair p < q of members and sampled shingle that both have."""
    shared = packing.shared(packed)
    first = packing.firsts(shared)
    counts = np.bincount(first, minlength=len(first))
    p, q = propose(packing, shared[counts[first] <= MOST_DOCUMENTS], _WINDOW)
    return q.astype(np.uint64) << _HALF | p.astype(np.uint64)


def _counted(keys: U64, sizes: Sizes) -> tuple[U64, Ints]:
    sort(keys, np.empty_like(keys), np.uint64(0))
    starts = np.flatnonzero(np.append(np.ones(min(1, len(keys)), np.bool_), keys[1:] != keys[:-1]))
    found, shared = keys[starts], np.diff(np.append(starts, len(keys)))
    lesser = sizes.lesser((found & _LOW).astype(np.int64), sizes, (found >> _HALF).astype(np.int64))
    is_enough = are_enough(shared, lesser)
    return found[is_enough], shared[is_enough]


def _strongest(keys: U64, shared: Ints) -> tuple[U64, int]:
    """Return for each later member its MOST_HOSTS pairs that share most, ties to the more preferred; and the rest."""
    order = np.lexsort((keys, -shared, keys >> _HALF))
    keys = keys[order]
    _, counts = np.unique(keys >> _HALF, return_counts=True)
    place = np.arange(len(keys)) - np.repeat(starts_of(counts)[:-1], counts)
    return keys[place < MOST_HOSTS], int((place >= MOST_HOSTS).sum())
