"""Candidates for containment: documents that share enough sampled shingles.

MinHash finds pairs of similar size. For a text reprinted inside a longer one the same sixteenth of all shingles is
sampled in every document (FracMinHash), so that shared samples estimate shared shingles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pyarrow as pa

from audit.engine.engines import current_engine
from audit.engine.exchange import Exchange, Files, ReduceStep, concatenated, first_per_key, unchanged
from audit.engine.spill import FILES
from audit.kernels.duplication.sort import sort
from audit.measure.duplication.pairs.candidate_pairs import propose
from audit.measure.duplication.records.packed import Packing, whole_groups
from audit.measure.duplication.tokens.hashing import U64, Bools, Ints, Records, distinct, starts_of
from audit.measure.duplication.tokens.minhash import FEW_SHINGLES, PASSAGES_FROM, SAMPLED_BELOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.measure.duplication.records.parts import PartTable

    Enough = Callable[[Ints, "Sizes", Ints, Ints], Bools]

# A shingle in more documents is chrome, a licence or a set phrase, and no evidence of copying.
MOST_DOCUMENTS: Final = 50
# A single common sample is usually a set phrase; of the six samples of a hundred shingles two are found with p = .98,
# three with .94. A text with at most FEW_SAMPLES samples needs only one, since it has little room for set phrases.
LEAST_SHARED: Final = 2
FEW_SAMPLES: Final = 3
# A passage of 20 tokens is no set phrase: one suffices, if it is one in 32 of the smaller text's. Common runs longer
# than an eighth of a text, at least 50 tokens, share such a passage.
LEAST_QUOTED: Final = 1 / 32
# Minimum share of the smaller sample: a near copy has .33 or more, a contained one at least half. Without it 3,464
# near-template laws gave 104,656 candidates instead of 1,946 (at .2), without gain in recall.
LEAST_CONTAINMENT: Final = 0.25
# Predecessors in a group that a document is paired with, besides the first.
_WINDOW: Final = 7
# Candidates per document, those sharing most.
MOST_HOSTS: Final = 16
# The number of samples of a member, as in Sizes; a pair of members, and whether it is among the later one's MOST_HOSTS.
_SIZE: Final = np.dtype([("member", "<u4"), ("common", "<i4"), ("own", "<i4"), ("is_dense", "?"), ("passages", "<i4")])
_OF_SIZES: Final = ("common", "own", "is_dense", "passages")
_CANDIDATE: Final = np.dtype([("pair", "<u8"), ("is_kept", "?")])
_HALF: Final = np.uint64(32)
_LOW: Final = np.uint64(2**32 - 1)


class Candidates(NamedTuple):
    """Candidate pairs p < q of members, and the number dropped beyond the limit per document."""

    first: Ints
    second: Ints
    left_out: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """The number of samples per document, at the common rate and at its own (denser for short ones), and passages."""

    common: Ints
    own: Ints
    is_dense: Bools
    passages: Ints

    def lesser(self, mine: Ints, other: Sizes, theirs: Ints) -> Ints:
        """Return the smaller sample size of each pair with one of `other`, at the rate common to both."""
        is_dense = self.is_dense[mine] & other.is_dense[theirs]
        dense = np.minimum(self.own[mine], other.own[theirs])
        return np.where(is_dense, dense, np.minimum(self.common[mine], other.common[theirs]))

    def are_enough(self, mine: Ints, other: Sizes, theirs: Ints, shared: Ints) -> Bools:
        """Return which pairs with one of `other` share enough samples to be compared."""
        lesser = self.lesser(mine, other, theirs)
        is_many: Bools = (shared >= LEAST_SHARED) | (lesser <= FEW_SAMPLES)
        return is_many & (shared >= LEAST_CONTAINMENT * lesser)

    def are_quoted(self, mine: Ints, other: Sizes, theirs: Ints, shared: Ints) -> Bools:
        """Return which pairs with one of `other` share enough passages to be compared."""
        is_enough: Bools = shared >= LEAST_QUOTED * np.minimum(self.passages[mine], other.passages[theirs])
        return is_enough


def sizes_of(signatures: pa.Table) -> Sizes:
    """Return the number of samples of each row of a table of signatures."""
    common, own, passages = (np.zeros(len(signatures), np.int64) for _ in range(3))
    row = 0
    for chunk in signatures["samples"].chunks:
        hashes, bounds = chunk.flatten().to_numpy(), chunk.offsets.to_numpy() - chunk.offsets[0].as_py()
        here, whole = slice(row, row + len(chunk)), np.diff(bounds)
        for counts, bound in ((common, SAMPLED_BELOW), (own, PASSAGES_FROM)):
            counts[here] = np.diff(np.searchsorted(np.flatnonzero(hashes < np.uint64(bound)), bounds))
        passages[here] = whole - own[here]
        row += len(chunk)
    return Sizes(common, own, signatures["shingles"].to_numpy() < FEW_SHINGLES, passages)


def sharing(signatures: PartTable, member_of: Ints, count: int) -> Candidates:
    """Return candidate pairs of `count` members; `member_of[row]` is -1 for rows that do not take part."""
    folder, exchange = signatures.files.folder, current_engine().exchange
    sampled = _Sampled(signatures, member_of, Packing(count))
    counted = Exchange(signatures.sources, _SIZE, sampled.sizes, (ReduceStep(unchanged, _SIZE),), by_key=True)
    sizes = _by_member(concatenated(exchange(counted, folder), _SIZE), count)
    found = []
    for scatter, strongest in (
        (sampled.samples, _Strongest(sizes, by_passages=False)),
        (sampled.passages, _Strongest(sizes, by_passages=True)),
    ):
        steps = ReduceStep(sampled.pairs, np.uint64, _later), ReduceStep(strongest, _CANDIDATE)
        asked = Exchange(signatures.sources, np.uint64, scatter, steps, sampled.combine, by_key=True)
        found.append(concatenated(exchange(asked, folder), _CANDIDATE))
    every = np.concatenate(found)
    kept = distinct(every["pair"][every["is_kept"]])
    left_out = int((~every["is_kept"]).sum())
    return Candidates((kept & _LOW).astype(np.int64), (kept >> _HALF).astype(np.int64), left_out)


@dataclass(frozen=True, slots=True)
class _Sampled:
    """The samples of a table of signatures."""

    signatures: PartTable
    member_of: Ints
    packing: Packing

    def sizes(self, files: Files, nth: int) -> Iterator[tuple[U64, Records]]:
        """Yield the number of samples of each member."""
        for members, batch in self._members(files, nth):
            sizes, is_member = sizes_of(pa.Table.from_batches([batch])), members >= 0
            made = np.empty(int(is_member.sum()), _SIZE)
            made["member"] = members[is_member]
            for name in _OF_SIZES:
                made[name] = getattr(sizes, name)[is_member]
            yield made["member"].astype(np.uint64), made

    def samples(self, files: Files, nth: int) -> Iterator[tuple[U64, Records]]:
        """Yield each sampled shingle with its member."""
        yield from self._with_members(files, nth, lambda hashes: hashes < np.uint64(PASSAGES_FROM))

    def passages(self, files: Files, nth: int) -> Iterator[tuple[U64, Records]]:
        """Yield each passage with its member."""
        yield from self._with_members(files, nth, lambda hashes: hashes >= np.uint64(PASSAGES_FROM))

    def _with_members(self, files: Files, nth: int, wanted: Callable[[U64], Bools]) -> Iterator[tuple[U64, Records]]:
        for members, batch in self._members(files, nth):
            column = batch.column(0)
            owners, hashes = np.repeat(members, np.diff(column.offsets.to_numpy())), column.flatten().to_numpy()
            is_one = (owners >= 0) & wanted(hashes)
            hashes, owners = hashes[is_one], owners[is_one]
            yield hashes, self.packing.pack(hashes // np.uint64(FILES), owners)

    def _members(self, files: Files, nth: int) -> Iterator[tuple[Ints, pa.RecordBatch]]:
        for row, batch in self.signatures.source(files, nth, ["samples", "shingles"]):
            yield self.member_of[row : row + len(batch)], batch

    def pairs(self, packed: U64) -> U64:
        """Return a key q << 32 | p for each pair p < q of members and common sampled shingle."""
        found = [_pairs_of(self.packing, some) for some in whole_groups(self.packing.shared(packed), self.packing.bits)]
        return np.concatenate([np.empty(0, np.uint64), *found])

    def combine(self, packed: U64) -> U64:
        """Drop records beyond the limit of a sample: too frequent shingles yield no pairs anyway."""
        few: U64 = packed[first_per_key(packed >> self.packing.bits, MOST_DOCUMENTS + 1)]
        return few


def _later(pairs: U64) -> U64:
    later: U64 = pairs >> _HALF
    return later


def _by_member(found: Records, count: int) -> Sizes:
    common, own, passages = (np.zeros(count, np.int64) for _ in range(3))
    sizes = Sizes(common, own, np.zeros(count, np.bool_), passages)
    for name in _OF_SIZES:
        getattr(sizes, name)[found["member"]] = found[name]
    return sizes


def _pairs_of(packing: Packing, shared: U64) -> U64:
    first = packing.firsts(shared)
    counts = np.bincount(first, minlength=len(first))
    p, q = propose(packing, shared[counts[first] <= MOST_DOCUMENTS], _WINDOW)
    return q.astype(np.uint64) << _HALF | p.astype(np.uint64)


def _counted(keys: U64, are_enough: Enough, sizes: Sizes) -> tuple[U64, Ints]:
    """Return the distinct ones of sorted keys that share enough, and how much."""
    starts = np.flatnonzero(np.append(np.ones(min(1, len(keys)), np.bool_), keys[1:] != keys[:-1]))
    found, shared = keys[starts], np.diff(np.append(starts, len(keys)))
    mine, theirs = (found & _LOW).astype(np.int64), (found >> _HALF).astype(np.int64)
    is_enough = are_enough(mine, sizes, theirs, shared)
    return found[is_enough], shared[is_enough]


@dataclass(frozen=True, slots=True)
class _Strongest:
    """Which pairs share enough, and which of a later member's are kept: those sharing most."""

    sizes: Sizes
    by_passages: bool

    def __call__(self, keys: U64) -> Records:
        """Return the candidates among pairs; ties go to the more preferred member."""
        sort(keys, np.empty_like(keys), np.uint64(0))
        return np.concatenate([np.empty(0, _CANDIDATE), *map(self._of_members, whole_groups(keys, _HALF))])

    def _of_members(self, keys: U64) -> Records:
        """Return the candidates of some later members, of which these are all the pairs, sorted."""
        are_enough = self.sizes.are_quoted if self.by_passages else self.sizes.are_enough
        keys, shared = _counted(keys, are_enough, self.sizes)
        order = np.lexsort((keys, -shared, keys >> _HALF))
        keys = keys[order]
        _, counts = np.unique(keys >> _HALF, return_counts=True)
        place = np.arange(len(keys)) - np.repeat(starts_of(counts)[:-1], counts)
        found = np.empty(len(keys), _CANDIDATE)
        found["pair"], found["is_kept"] = keys, place < MOST_HOSTS
        return found
