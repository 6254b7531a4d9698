"""Candidates for containment: documents that share enough of their sampled shingles.

MinHash finds pairs of like size. A text reprinted inside a longer one is found here: the same sixteenth of all shingles
is looked at in every document (FracMinHash), so what two samples share estimates what the documents share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.hashing import Ints, Records, starts_of
from audit.measure.duplication.parts import batches
from audit.measure.duplication.proposals import propose
from audit.measure.duplication.spill import Spill

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# A shingle in more documents than this is chrome, a licence or a set phrase: it says nothing about copying.
MOST_DOCUMENTS: Final = 50
LEAST_SHARED: Final = 3
# Least share of the lesser sample that is in the other. With these two, 3,464 near-template laws gave 1,946 candidates
# instead of 104,656, no recall lost.
LEAST_CONTAINMENT: Final = 0.2
# Each document is paired with so many before it in a group, and with the first.
_WINDOW: Final = 7
# Candidates for one document: those that share most.
MOST_HOSTS: Final = 16
_SAMPLE: Final = np.dtype([("hash", "<u8"), ("member", "<u4")])
_HALF: Final = np.uint64(32)


def sharing(signatures: Sequence[Path], member_of: Ints, count: int) -> tuple[Ints, Ints]:
    """Return candidate pairs p < q of `count` members; `member_of[row]` is -1 for rows that do not take part."""
    sizes = np.zeros(count, np.int64)
    with Spill(_SAMPLE) as samples, Spill(np.uint64) as pairs:
        _scatter(signatures, member_of, sizes, samples)
        for records in samples.files():
            keys = _pairs(records)
            pairs.add(keys >> _HALF, keys)
        found = [_strongest(_counted(keys, sizes)) for keys in pairs.files()]
    kept = np.concatenate([np.empty(0, np.uint64), *found])
    return (kept & np.uint64(0xFFFFFFFF)).astype(np.int64), (kept >> _HALF).astype(np.int64)


def _scatter(signatures: Sequence[Path], member_of: Ints, sizes: Ints, spill: Spill) -> None:
    for row, batch in batches(signatures, ["samples"]):
        column = batch.column(0)
        counts = np.diff(column.offsets.to_numpy())
        members = member_of[row : row + len(column)]
        sizes[members[members >= 0]] = counts[members >= 0]
        owners = np.repeat(members, counts)
        records = np.empty(int((owners >= 0).sum()), _SAMPLE)
        records["hash"] = column.flatten().to_numpy()[owners >= 0]
        records["member"] = owners[owners >= 0]
        spill.add(records["hash"], records)


def _pairs(records: Records) -> Records:
    """Return a key q << 32 | p for each pair p < q of members and sampled shingle that both have."""
    records = records[np.lexsort((records["member"], records["hash"]))]
    _, which, counts = np.unique(records["hash"], return_inverse=True, return_counts=True)
    records = records[counts[which] <= MOST_DOCUMENTS]
    first, second = propose(records["hash"], _WINDOW)
    members = records["member"].astype(np.uint64)
    return members[second] << _HALF | members[first]


def _counted(keys: Records, sizes: Ints) -> tuple[Records, Ints]:
    found, shared = np.unique(keys, return_counts=True)
    lesser = np.minimum(sizes[found >> _HALF], sizes[found & np.uint64(0xFFFFFFFF)])
    is_enough = (shared >= LEAST_SHARED) & (shared >= LEAST_CONTAINMENT * lesser)
    return found[is_enough], shared[is_enough]


def _strongest(counted: tuple[Records, Ints]) -> Records:
    """Return for each later member its MOST_HOSTS pairs that share most, ties to the more preferred."""
    keys, shared = counted
    order = np.lexsort((keys, -shared, keys >> _HALF))
    keys = keys[order]
    _, counts = np.unique(keys >> _HALF, return_counts=True)
    place = np.arange(len(keys)) - np.repeat(starts_of(counts)[:-1], counts)
    return keys[place < MOST_HOSTS]
