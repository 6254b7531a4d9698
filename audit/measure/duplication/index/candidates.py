"""Candidate documents of two corpora: those with a key in common, or enough sampled shingles."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication.lookup import look_up
from audit.measure.duplication.index.mapped_index import KEY_NAMES, keys_of
from audit.measure.duplication.pairs.sampled_shingles import (
    MOST_DOCUMENTS,
    MOST_HOSTS,
    Sizes,
    sizes_of,
)
from audit.measure.duplication.tokens.hashing import ranges
from audit.measure.duplication.tokens.minhash import PASSAGES_FROM

if TYPE_CHECKING:
    import pyarrow as pa

    from audit.measure.duplication.index.mapped_index import Unpacked
    from audit.measure.duplication.tokens.hashing import U64, Bools, Ints

# First and last documents considered of a frequent key, as in the search within a corpus, which compares a document
# with the first of a group and a few predecessors.
_OF_EACH_END: Final = 4
_HALF: Final = np.uint64(32)
_LOW: Final = np.uint64(0xFFFFFFFF)
# Samples looked up at once: at worst 100 MB of hits, MOST_DOCUMENTS each.
_SAMPLES: Final = 1 << 17


def candidates(here: pa.Table, there: Unpacked) -> tuple[Bools, Bools]:
    """Return which rows of the signatures `here` and of the index `there` match a row of the other side."""
    found = np.zeros(len(here), np.bool_), np.zeros(len(there.signatures), np.bool_)
    for line, name in enumerate(KEY_NAMES):
        _by_key(here, there, (line, name), found)
    _by_samples(here, there, found)
    return found


def _by_key(here: pa.Table, there: Unpacked, key: tuple[int, str], found: tuple[Bools, Bools]) -> None:
    line, name = key
    among = there.keys[line][: there.counts[line]]
    wanted, has_key = keys_of(here, name)
    order, start, stop = _hits(wanted, np.flatnonzero(has_key), among)
    found[0][order] = True
    for begins, counts in _ends(start, stop):
        found[1][there.rows[line][ranges(begins, counts)]] = True


def _hits(wanted: U64, which: Ints, among: U64) -> tuple[Ints, Ints, Ints]:
    """Return those of the places `which` whose keys are among the sorted keys, by key, and where these begin and end.

    Sorted keys read a mapped file sequentially.
    """
    order = which[np.argsort(wanted[which], kind="stable")]
    start, stop = np.empty((2, len(order)), np.int64)
    look_up(among, wanted[order], start, stop)
    is_hit = stop > start
    return order[is_hit], start[is_hit], stop[is_hit]


def _ends(start: Ints, stop: Ints) -> tuple[tuple[Ints, Ints], tuple[Ints, Ints]]:
    """Return the first and last few of each group, and their number."""
    first = np.minimum(stop - start, _OF_EACH_END)
    last = np.maximum(stop - _OF_EACH_END, start + first)
    return (start, first), (last, stop - last)


def _by_samples(here: pa.Table, there: Unpacked, found: tuple[Bools, Bools]) -> None:
    row, sizes = 0, sizes_of(here)
    for chunk in here["samples"].chunks:
        counts = np.diff(chunk.offsets.to_numpy())
        hashes, owners = chunk.flatten().to_numpy(), np.repeat(np.arange(row, row + len(chunk)), counts)
        ends = np.searchsorted(np.cumsum(counts), np.arange(_SAMPLES, len(hashes), _SAMPLES), "right")
        edges = [0, *np.unique(np.cumsum(counts)[ends]).tolist(), len(hashes)]
        for begin, end in pairwise(edges):
            _by_some((hashes[begin:end], owners[begin:end]), sizes, there, found)
        row += len(chunk)


def _by_some(samples: tuple[U64, Ints], sizes: Sizes, there: Unpacked, found: tuple[Bools, Bools]) -> None:
    """Mark the rows that share enough samples, given all samples of their documents."""
    is_passage = samples[0] >= np.uint64(PASSAGES_FROM)
    for which in (is_passage, ~is_passage):
        some = samples[0][which], samples[1][which]
        _by_kind(some, sizes, there, found, are_passages=which is is_passage)


def _by_kind(
    samples: tuple[U64, Ints], sizes: Sizes, there: Unpacked, found: tuple[Bools, Bools], *, are_passages: bool
) -> None:
    hashes, owners = samples
    order, start, stop = _hits(hashes, np.arange(len(hashes)), there.samples)
    counts = stop - start
    counts[counts > MOST_DOCUMENTS] = 0
    hosts = there.owners[ranges(start, counts)].astype(np.uint64)
    keys, shared = np.unique(np.repeat(owners[order], counts).astype(np.uint64) << _HALF | hosts, return_counts=True)
    mine, theirs = (keys >> _HALF).astype(np.int64), (keys & _LOW).astype(np.int64)
    are_enough = sizes.are_quoted if are_passages else sizes.are_enough
    is_enough = are_enough(mine, there.sizes, theirs, shared)
    mine, theirs, shared = mine[is_enough], theirs[is_enough], shared[is_enough]
    is_strong = _place(mine, shared) < MOST_HOSTS
    found[0][mine[is_strong]] = True
    found[1][theirs[is_strong]] = True


def _place(mine: Ints, shared: Ints) -> Ints:
    """Return the rank of each pair among those of its document by shared samples."""
    order = np.lexsort((-shared, mine))
    is_new = np.ones(len(order), np.bool_)
    is_new[1:] = mine[order][1:] != mine[order][:-1]
    places = np.arange(len(order))
    found = np.empty(len(order), np.int64)
    found[order] = places - np.maximum.accumulate(np.where(is_new, places, 0)) if len(order) else places
    return found
