"""How much each block speaks of what its document's article speaks of: the share of its words found there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser import classes
from audit.text.classes import codepoints

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

# Words of fewer letters are grammar. In scripts without spaces every pair of characters counts as a word.
_LEAST: Final = 4
# Words are told apart by a hash of so many bits; a table of that size is kept for one document at a time.
_BITS: Final = 15
# Code points looked at together: a huge batch must not need many times its size at once.
_CHUNK: Final = 1 << 21
# Odd multipliers that spread code points over 32 bits (Knuth's golden ratio and two primes).
_SPREAD, _PAIR, _PLACE = np.uint32(2654435761), np.uint32(40503), np.uint32(69069)


@dataclass(frozen=True, slots=True)
class _Words:
    block: Ints
    hash: NDArray[np.uint32]


def cohesion(lines: pl.DataFrame, low: Ints, high: Ints) -> tuple[Ints, NDArray[np.float64]]:
    """Return for each block how many of its words stand in other blocks of its document's run, and their share.

    The run goes from block `low` to block `high` (half open; row numbers).
    """
    shared, words = np.zeros(len(lines), np.int64), np.zeros(len(lines), np.int64)
    document = lines["document"].to_numpy()
    edges = np.concatenate([[0], np.flatnonzero(np.diff(document)) + 1, [len(document)]])
    for first, last in _portions(lines, edges):
        found = _words(lines["folded"][first:last], first)
        here = np.searchsorted(found.block, edges[(edges >= first) & (edges <= last)])
        for a, b in pairwise(here.tolist()):
            _count(found, slice(a, b), (low, high), shared)
        words[first:last] = np.bincount(found.block - first, minlength=last - first)
    return shared, shared / np.maximum(words, 1)


def _portions(lines: pl.DataFrame, edges: Ints) -> Iterator[tuple[int, int]]:
    """Yield runs of whole documents with about _CHUNK code points each (a larger document by itself)."""
    size = np.concatenate([[0], np.cumsum(lines["chars"].to_numpy())])[edges]
    first = 0
    for number in range(1, len(edges)):
        if number == len(edges) - 1 or size[number + 1] - size[first] > _CHUNK:
            yield int(edges[first]), int(edges[number])
            first = number


def _words(folded: pl.Series, first: int) -> _Words:
    points = codepoints("\n".join(folded) + "\n")
    kinds = classes.classes(points)
    block = first + np.cumsum(points == ord("\n"))
    wide = kinds == classes.WIDE
    pairs = np.flatnonzero(wide[:-1] & wide[1:])
    pair_hash = (points[pairs] * _PAIR + points[pairs + 1]) * _SPREAD
    at, hashes = _spaced(points, (kinds == classes.LOWER) | (kinds == classes.UPPER))
    order = np.argsort(np.concatenate([pairs, at]), kind="stable")
    where = np.concatenate([pairs, at])[order]
    return _Words(block[where], np.concatenate([pair_hash, hashes])[order] >> np.uint32(32 - _BITS))


def _spaced(points: NDArray[np.uint32], letters: NDArray[np.bool_]) -> tuple[Ints, NDArray[np.uint32]]:
    """Return where words of letters begin, and a hash of each."""
    edge = np.flatnonzero(np.diff(np.concatenate([[False], letters, [False]]).view(np.int8)))
    starts, ends = edge[::2], edge[1::2]
    long = ends - starts >= _LEAST
    starts, ends = starts[long], ends[long]
    if not len(starts):
        return starts, np.zeros(0, np.uint32)
    # A letter weighs by its place in the text: the difference to the word's start is what is left.
    powers = np.cumprod(np.full(_LONGEST, _PLACE, np.uint32), dtype=np.uint32)
    total = np.zeros(len(starts), np.uint32)
    for place in range(_LONGEST):
        inside = starts + place < ends
        total += np.where(inside, points[np.minimum(starts + place, len(points) - 1)] * powers[place], 0).astype(np.uint32)
    return starts, total * _SPREAD


# Letters of a word that are looked at: inflections at the end of long words do not matter.
_LONGEST: Final = 8


def _count(found: _Words, here: slice, run: tuple[Ints, Ints], shared: Ints) -> None:
    block, hashes = found.block[here], found.hash[here]
    if not len(block):
        return
    low, high = run[0][block[0]], run[1][block[0]]
    inside = (block >= low) & (block < high)
    # The number of blocks of the run in which a word stands, not counting a block's repetitions.
    seen = np.zeros(1 << _BITS, np.int64)
    first = np.ones(len(block), bool)
    np.add.at(seen, hashes[inside & first], 1)
    enough = seen[hashes] > inside
    shared += np.bincount(block, enough, minlength=len(shared)).astype(np.int64)
