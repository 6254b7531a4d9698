"""Features that survive paraphrasing: anchors, and a sample of shortest shingles.

Anchors are numbers, names within Chinese, capitalised words inside a sentence, titles in 《》 and names in “”.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import pyarrow as pa

from audit.kernels.mix import GOLDEN
from audit.kernels.paraphrase.marks import marks
from audit.measure.duplication.tokens.fold import bytes_of
from audit.measure.duplication.tokens.hashing import U64, Bools, Ints, scramble, starts_of

# Shingles, and anchors, indexed per document, lest a table of numbers fill the index.
MOST_KEYS: Final = 64
# An odd factor, so that a pair of anchors has another key than its reverse.
_ODD: Final = np.uint64(1)


@dataclass(frozen=True, slots=True)
class TextMarks:
    """The marks of some texts, in order: those of text i are bounds[i] to bounds[i + 1].

    Equal marks have equal keys, regardless of case and width; anchors have odd keys. `starts` and `ends` are byte
    offsets in the texts' buffer.
    """

    keys: U64
    starts: Ints
    ends: Ints
    bounds: Ints

    @property
    def owners(self) -> Ints:
        """The text of each mark."""
        return np.repeat(np.arange(len(self.bounds) - 1), np.diff(self.bounds))

    @property
    def is_anchor(self) -> Bools:
        """Which marks are anchors; the others are sampled shingles."""
        found: Bools = (self.keys & _ODD).astype(np.bool_)
        return found


def marks_of(texts: pa.LargeStringArray) -> TextMarks:
    """Return the marks of `texts` (without nulls), in one pass."""
    octets, offsets = bytes_of(texts)
    room = int(offsets[-1]) - int(offsets[0]) + 1
    keys, starts, ends = np.empty(room, np.uint64), np.empty(room, np.int64), np.empty(room, np.int64)
    bounds = np.zeros(len(texts) + 1, np.int64)
    marks(octets, offsets, keys, starts, ends, bounds)
    here = slice(0, int(bounds[-1]))
    return TextMarks(keys[here], starts[here], ends[here], bounds)


def anchors(texts: pa.LargeStringArray) -> tuple[U64, Ints]:
    """Return the distinct anchors of each text, ascending, and their bounds."""
    found = marks_of(texts)
    keys, owners = _distinct_by_owner(found.keys[found.is_anchor], found.owners[found.is_anchor])
    return keys, starts_of(np.bincount(owners, minlength=len(texts)))


def paraphrase_keys(documents: pa.Table) -> pa.Table:
    """Return the search keys of documents: list columns `shingles` and `anchors`, row by row.

    Pairs of adjacent anchors, rarer than each alone, are included; of many keys the smallest are kept, so that texts
    with equal anchors keep equal keys.
    """
    bodies = pa.chunked_array(documents["body"].chunks, pa.large_string()).combine_chunks()
    found = marks_of(bodies)
    owners, keys = found.owners[found.is_anchor], found.keys[found.is_anchor]
    is_pair = owners[1:] == owners[:-1]
    both = (keys[:-1] * GOLDEN ^ keys[1:])[is_pair]
    anchored = np.concatenate([keys, both]), np.concatenate([owners, owners[1:][is_pair]])
    shingles = found.keys[~found.is_anchor], found.owners[~found.is_anchor]
    lists = {"shingles": _lists(*shingles, len(bodies)), "anchors": _lists(*anchored, len(bodies))}
    return pa.table(lists)


def _lists(keys: U64, owners: Ints, count: int) -> pa.LargeListArray:
    keys, owners = _distinct_by_owner(scramble(keys), owners)
    counts = np.bincount(owners, minlength=count)
    nth = np.arange(len(keys)) - np.repeat(starts_of(counts)[:-1], counts)
    kept = np.minimum(counts, MOST_KEYS)
    return pa.LargeListArray.from_arrays(pa.array(starts_of(kept)), pa.array(keys[nth < MOST_KEYS]))


def _distinct_by_owner(keys: U64, owners: Ints) -> tuple[U64, Ints]:
    """Return each owner's keys once, ascending, owner by owner."""
    # Numbers that small are sorted by digits. To sort each owner's keys in place is quicker than to order them all.
    order = np.argsort(owners.astype(np.min_scalar_type(owners.max(initial=0))), kind="stable")
    keys, owners = keys[order], owners[order]
    for first, last in pairwise([*np.flatnonzero(np.diff(owners, prepend=-1)).tolist(), len(keys)]):
        keys[first:last].sort()
    is_new = np.ones(len(keys), np.bool_)
    is_new[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
    return keys[is_new], owners[is_new]
