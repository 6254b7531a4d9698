"""Pairs that may tell the same: they share sampled shingles, or anchors that few documents have.

Weaker bonds than those of copies are followed, so a pair must earn its comparison: by shares of the lesser sample and
of the lesser set of anchors, a few pairs for each document, and a number of pairs in all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.engine.spill import Spill
from audit.errors import DefectError
from audit.measure.duplication.records.parts import batches
from audit.measure.duplication.tokens.hashing import U64, Ints, Records, ranges, starts_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# A shingle or an anchor of more documents says what they are about, not where they come from.
MOST_DOCUMENTS: Final = 12
# The least of sampled shingles and of anchors in common, and of their shares: with 60 of 100 words replaced a text
# keeps a fifth of its shingles of four characters, and its anchors.
LEAST_SHINGLES: Final = 2
LEAST_SAMPLED: Final = 0.06
LEAST_ANCHORS: Final = 3
LEAST_ANCHORED: Final = 0.4
# So many pairs of a document are compared: those that share most.
MOST_PAIRS: Final = 3
NAMES: Final = ("shingles", "anchors")
# A record is 36 bits of the key, beside the six that choose its file, and the member: one number sorts fast.
_MEMBER: Final = np.uint64(28)
_MEMBERS: Final = np.uint64((1 << 28) - 1)
_FILES: Final = np.uint64(6)
# A pair is second << 32 | first << 1 | whether an anchor joins it.
_SECOND: Final = np.uint64(32)
_FIRST: Final = np.uint64(1)
_PAIR: Final = ~np.uint64(1)


@dataclass(frozen=True, slots=True)
class ParaphraseCandidates:
    """Pairs of members first[i] < second[i], sorted, and how many more there were than may be compared."""

    first: Ints
    second: Ints
    left_out: int


def candidates(keys: Sequence[Path], member_of: Ints, most: int) -> ParaphraseCandidates:
    """Return at most `most` pairs; `member_of[row]` is -1 for rows that do not take part.

    `keys` are part files of retelling_keys in row order. Memory: 16 bytes a member and a 64th of all keys; the keys go
    to temporary files.
    """
    count = int(member_of.max(initial=-1)) + 1
    if count > int(_MEMBERS):
        raise DefectError(f"{count} documents are more than one search for retold texts can number; please report this")
    with Spill(np.uint64) as pairs:
        sizes = [_join(keys, name, member_of, pairs) for name in NAMES]
        found = [_promising(records, sizes) for records in pairs.files()]
    kept, strength = (
        np.concatenate(columns) for columns in zip((np.empty(0, np.uint64), np.empty(0)), *found, strict=True)
    )
    best = np.sort(kept[np.lexsort((kept, -strength))[:most]])
    return ParaphraseCandidates(*_members(best), len(kept) - len(best))


def _members(pairs: U64) -> tuple[Ints, Ints]:
    return ((pairs & _MEMBERS << _FIRST) >> _FIRST).astype(np.int64), (pairs >> _SECOND).astype(np.int64)


def _join(parts: Sequence[Path], name: str, member_of: Ints, pairs: Spill) -> Ints:
    """Add a record for each pair of members and each key that both have; return how many keys each member has."""
    sizes = np.zeros(int(member_of.max(initial=-1)) + 1, np.int64)
    with Spill(np.uint64) as spill:
        for row, batch in batches(parts, [name]):
            counts = np.diff(batch.column(0).offsets.to_numpy())
            members = member_of[row : row + len(counts)]
            sizes[members[members >= 0]] = counts[members >= 0]
            owners = np.repeat(members, counts)
            keys = batch.column(0).flatten().to_numpy()[owners >= 0]
            spill.add(keys, keys >> _FILES << _MEMBER | owners[owners >= 0].astype(np.uint64))
        for records in spill.files():
            found = _pairs(records)
            pairs.add(found >> _SECOND, found | np.uint64(name == NAMES[1]))
    return sizes


def _pairs(records: U64) -> U64:
    """Return each pair of members with a key in common that few have."""
    records = np.sort(records)
    keys, members = records >> _MEMBER, records & _MEMBERS
    begins = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))[: len(keys)]
    sizes = np.diff(np.append(begins, len(keys)))
    is_rare = (sizes > 1) & (sizes <= MOST_DOCUMENTS)
    begins, sizes = begins[is_rare], sizes[is_rare]
    places = ranges(begins, sizes)
    after = np.repeat(begins + sizes, sizes) - places - 1
    # Members ascend within a key: the later one comes second.
    found: U64 = members[ranges(places + 1, after)] << _SECOND | members[np.repeat(places, after)] << _FIRST
    return found


def _promising(records: U64, sizes: Sequence[Ints]) -> tuple[U64, Records]:
    """Return the pairs that share enough, a few for each later member, and the sums of their two shares."""
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
