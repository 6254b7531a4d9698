"""Partition of a corpus into parts without leakage: whole clusters are assigned by a seeded draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import accumulate

import numpy as np
import polars as pl

from audit.corpus.comparison.reference_corpora import ReferenceCorpus
from audit.measure.duplication.index import Unpacked, pairs_across
from audit.measure.duplication.records.groups import connected

_BITS = 64


@dataclass(frozen=True, slots=True)
class Partition:
    """The part of each document, and the first document it is connected to, by row number."""

    of_row: np.ndarray
    clusters: np.ndarray


def partition(corpus: ReferenceCorpus, shares: Mapping[str, float], seed: int, similarity: float) -> Partition:
    """Return parts of these approximate shares with no verified pair between them.

    Documents connected by pairs of any kind stay together. The part is drawn from the seed and the smallest SHA-256 in
    the cluster, so that a document keeps its part while its cluster is unchanged. Pairs across parts are then searched
    for as a leakage check does, and what they connect is merged until none is left.
    """
    clusters = np.asarray(corpus.index.clusters)
    while True:
        parts = Partition(_drawn(corpus.index, clusters, list(shares.values()), seed), clusters)
        first, second = _across(corpus, parts, similarity)
        if not len(first):
            return parts
        rows = np.arange(len(clusters))
        clusters = connected(len(clusters), np.concatenate([clusters, first]), np.concatenate([rows, second]))


def _drawn(index: Unpacked, clusters: np.ndarray, shares: Sequence[float], seed: int) -> np.ndarray:
    """Return the part of each document, drawn for its cluster by the cluster's smallest digest."""
    digests = pl.DataFrame({"cluster": clusters, "digest": pl.Series(index.signatures["sha256"], dtype=pl.String)})
    least = digests.group_by("cluster").agg(pl.col("digest").min())
    drawn = [_chance(digest, seed) for digest in least["digest"].to_list()]
    edges = np.array(list(accumulate(shares))[:-1])
    part = np.empty(len(clusters), np.int64)
    part[least["cluster"].to_numpy()] = np.searchsorted(edges, drawn, "right")
    drawn_of: np.ndarray = part[clusters]
    return drawn_of


def _chance(digest: str, seed: int) -> float:
    """Return a number from 0 to 1 determined by digest and seed."""
    return int.from_bytes(sha256(f"{seed} {digest}".encode()).digest()[: _BITS // 8]) / 2.0**_BITS


def _across(corpus: ReferenceCorpus, parts: Partition, similarity: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the rows of verified pairs of documents in different parts."""
    found = [np.empty((2, 0), np.int64)]
    for part in range(1, int(parts.of_row.max(initial=0)) + 1):
        here = replace(corpus.side(parts.of_row == part), clusters=parts.clusters)
        there = replace(corpus.side(parts.of_row < part), clusters=parts.clusters)
        pairs = pairs_across(here, there, corpus.index, similarity)
        found.append(np.stack([pairs["row"].to_numpy(), pairs["other"].to_numpy()]))
    rows = np.concatenate(found, axis=1)
    return rows[0], rows[1]
