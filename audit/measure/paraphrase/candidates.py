"""Candidate pairs of paraphrases: they share sampled shingles, or rare anchors.

The evidence is weaker than for copies, so candidates are ranked by shares of the smaller sample and anchor set, and
limited per document and in total.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.engine.engines import current_engine
from audit.engine.exchange import Exchange, Files, ReduceStep, concatenated, first_per_key, unchanged
from audit.errors import DefectError
from audit.measure.duplication.records.packed import whole_groups
from audit.measure.duplication.records.parts import PartTable
from audit.measure.duplication.tokens.hashing import U64, Ints, Records, ranges, starts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pyarrow as pa

# Shingles or anchors in more documents indicate a topic, not an origin.
MOST_DOCUMENTS: Final = 12
# Minimum common sampled shingles, anchors, and shares: with 60 of 100 words replaced a text keeps a fifth of its
# four-character shingles, and its anchors.
LEAST_SHINGLES: Final = 2
LEAST_SAMPLED: Final = 0.06
LEAST_ANCHORS: Final = 3
LEAST_ANCHORED: Final = 0.4
# Pairs compared per document, those sharing most.
MOST_PAIRS: Final = 3
NAMES: Final = ("shingles", "anchors")
# A record packs 36 bits of the key, besides the six that select its file, and the member into one integer, for fast
# sorting.
_MEMBER: Final = np.uint64(28)
_MEMBERS: Final = np.uint64((1 << 28) - 1)
_FILES: Final = np.uint64(6)
# A pair is second << 32 | first << 1 | whether an anchor connects it.
_SECOND: Final = np.uint64(32)
_FIRST: Final = np.uint64(1)
_PAIR: Final = ~np.uint64(1)
KEY_RECORD: Final = np.dtype([("packed", "<u8"), ("kind", "u1")])
_SIZE: Final = np.dtype([("member", "<u4"), ("sizes", "<i4", (len(NAMES),))])
_FOUND: Final = np.dtype([("pair", "<u8"), ("strength", "<f8")])


@dataclass(frozen=True, slots=True)
class ParaphraseCandidates:
    """Pairs of members first[i] < second[i], sorted, and the number dropped beyond the limit."""

    first: Ints
    second: Ints
    left_out: int


def candidates(keys: Sequence[Path], member_of: Ints, most: int) -> ParaphraseCandidates:
    """Return at most `most` pairs; `member_of[row]` is -1 for rows that take no part.

    `keys` are part files of paraphrase_keys in row order. Memory: 16 bytes per member and a 64th of all keys; the keys
    go to temporary files.
    """
    count = int(member_of.max(initial=-1)) + 1
    if count > int(_MEMBERS):
        raise DefectError(f"{count} documents are too many for one search for paraphrases; please report this")
    told, exchange = _Keys(PartTable.of(keys), member_of), current_engine().exchange
    sources, folder = told.keys.sources, told.keys.files.folder
    asked = Exchange(sources, _SIZE, told.sizes, (ReduceStep(unchanged, _SIZE),), by_key=True)
    counted = concatenated(exchange(asked, folder), _SIZE)
    sizes = np.zeros((len(NAMES), count), np.int64)
    sizes[:, counted["member"]] = counted["sizes"].T
    steps = ReduceStep(pairs_by_key, np.uint64, _later), ReduceStep(_Promising(sizes), _FOUND)
    asked = Exchange(sources, KEY_RECORD, told.scatter, steps, without_frequent_keys)
    found = concatenated(exchange(asked, folder), _FOUND)
    kept, strength = found["pair"], found["strength"]
    best = np.sort(kept[np.lexsort((kept, -strength))[:most]])
    return ParaphraseCandidates(*_members(best), len(kept) - len(best))


def _members(pairs: U64) -> tuple[Ints, Ints]:
    return ((pairs & _MEMBERS << _FIRST) >> _FIRST).astype(np.int64), (pairs >> _SECOND).astype(np.int64)


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys of all rows, and which member each row is."""

    keys: PartTable
    member_of: Ints

    def sizes(self, files: Files, nth: int) -> Iterator[tuple[U64, Records]]:
        """Yield the number of keys of each kind of each member."""
        for members, batch in self._members(files, nth):
            made = np.empty(int((members >= 0).sum()), _SIZE)
            made["member"] = members[members >= 0]
            for kind, column in enumerate(batch.columns):
                made["sizes"][:, kind] = np.diff(column.offsets.to_numpy())[members >= 0]
            yield made["member"].astype(np.uint64), made

    def scatter(self, files: Files, nth: int) -> Iterator[tuple[U64, Records]]:
        """Yield each key with its member."""
        for members, batch in self._members(files, nth):
            for kind, column in enumerate(batch.columns):
                owners = np.repeat(members, np.diff(column.offsets.to_numpy()))
                keys = column.flatten().to_numpy()[owners >= 0]
                made = np.empty(len(keys), KEY_RECORD)
                made["packed"] = keys >> _FILES << _MEMBER | owners[owners >= 0].astype(np.uint64)
                made["kind"] = kind
                yield keys, made

    def _members(self, files: Files, nth: int) -> Iterator[tuple[Ints, pa.RecordBatch]]:
        for row, batch in self.keys.source(files, nth, NAMES):
            yield self.member_of[row : row + len(batch)], batch


def without_frequent_keys(records: Records) -> Records:
    """Drop records beyond the limit of a key: too frequent keys yield no pairs anyway."""
    keys = (records["packed"] >> _MEMBER) * np.uint64(len(NAMES)) + records["kind"]
    few: Records = records[first_per_key(keys, MOST_DOCUMENTS + 1)]
    return few


def pairs_by_key(records: Records) -> U64:
    """Return a record for each pair of members and common key."""
    found = [_pairs(records["packed"][records["kind"] == kind]) | np.uint64(kind) for kind in range(len(NAMES))]
    return np.concatenate(found)


def _later(pairs: U64) -> U64:
    later: U64 = pairs >> _SECOND
    return later


def _pairs(records: U64) -> U64:
    """Return the pairs of members with a rare common key."""
    found = map(_pairs_of, whole_groups(np.sort(records), _MEMBER))
    return np.concatenate([np.empty(0, np.uint64), *found])


def _pairs_of(records: U64) -> U64:
    keys, members = records >> _MEMBER, records & _MEMBERS
    begins = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))[: len(keys)]
    sizes = np.diff(np.append(begins, len(keys)))
    is_rare = (sizes > 1) & (sizes <= MOST_DOCUMENTS)
    begins, sizes = begins[is_rare], sizes[is_rare]
    places = ranges(begins, sizes)
    after = np.repeat(begins + sizes, sizes) - places - 1
    # Members ascend within a key, so the later one comes second.
    found: U64 = members[ranges(places + 1, after)] << _SECOND | members[np.repeat(places, after)] << _FIRST
    return found


@dataclass(frozen=True, slots=True)
class _Promising:
    """Which pairs share enough, a few per later member, with the sums of their two shares."""

    sizes: Ints

    def __call__(self, records: U64) -> Records:
        """Return the candidates among the records of pairs, each with its strength."""
        found = map(self._of_members, whole_groups(np.sort(records), _SECOND))
        return np.concatenate([np.empty(0, _FOUND), *found])

    def _of_members(self, records: U64) -> Records:
        pairs, strength = _promising(records, list(self.sizes))
        made = np.empty(len(pairs), _FOUND)
        made["pair"], made["strength"] = pairs, strength
        return made


def _promising(records: U64, sizes: Sequence[Ints]) -> tuple[U64, Records]:
    pairs, which = np.unique(records & _PAIR, return_inverse=True)
    anchors = np.bincount(which, records & ~_PAIR, len(pairs))
    shared = np.stack([np.bincount(which, minlength=len(pairs)) - anchors, anchors])
    first, second = _members(pairs)
    sampled, anchored = shared / np.maximum([np.minimum(size[first], size[second]) for size in sizes], 1)
    is_enough = (shared[0] >= LEAST_SHINGLES) & (sampled >= LEAST_SAMPLED)
    is_enough |= (shared[1] >= LEAST_ANCHORS) & (anchored >= LEAST_ANCHORED)
    return _strongest(pairs[is_enough], (sampled + anchored)[is_enough])


def _strongest(pairs: U64, strength: Records) -> tuple[U64, Records]:
    order = np.lexsort((pairs, -strength, pairs >> _SECOND))
    pairs, strength = pairs[order], strength[order]
    counts = np.unique(pairs >> _SECOND, return_counts=True)[1]
    nth = np.arange(len(pairs)) - np.repeat(starts_of(counts)[:-1], counts)
    return pairs[nth < MOST_PAIRS], strength[nth < MOST_PAIRS]
