"""How much each block speaks of what its document's article speaks of: the share of its words that stand there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser import classes
from audit.text.classes import codepoints

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Points = NDArray[np.uint32]

# Words of fewer letters are grammar, and inflections come later than this many.
_LEAST, _LONGEST = 4, 8
# Words are told apart by a hash of so many bits; a table of that size is kept for one document at a time.
_BITS: Final = 15
# Code points looked at together: a huge batch must not need many times its size at once.
_CHUNK: Final = 1 << 21
# Odd multipliers that spread code points over 32 bits (Knuth's golden ratio; two primes).
_SPREAD, _PLACE = np.uint32(2654435761), np.uint32(69069)


def cohesion(lines: pl.DataFrame, low: Ints, high: Ints) -> tuple[Ints, NDArray[np.float64]]:
    """Return for each block how many of its words its document's run repeats, and their share.

    The run goes from block `low` to block `high` (half open; row numbers). In scripts without spaces every pair of
    characters is a word.
    """
    shared, words = np.zeros(len(lines), np.int64), np.zeros(len(lines), np.int64)
    document = lines["document"].to_numpy()
    edges = np.concatenate([[0], np.flatnonzero(np.diff(document)) + 1, [len(document)]])
    for part in _portions(lines["chars"].to_numpy(), edges):
        points = codepoints("\n".join(lines["folded"][part[0] : part[-1]]) + "\n")
        block = part[0] + np.cumsum(points == ord("\n"))
        for at, hashes in _words(points):
            owner = block[at]
            words[part[0] : part[-1]] += np.bincount(owner - part[0], minlength=part[-1] - part[0])
            for first, last in pairwise(np.searchsorted(owner, part).tolist()):
                _count(shared, (owner[first:last], hashes[first:last]), (low, high))
    return shared, shared / np.maximum(words, 1)


def _portions(chars: Ints, edges: Ints) -> Iterator[Ints]:
    """Yield the edges of neighbouring documents that have about _CHUNK code points together."""
    portion = np.concatenate([[0], np.cumsum(chars)])[edges[:-1]] // _CHUNK
    for number in np.unique(portion):
        here = np.flatnonzero(portion == number)
        yield edges[here[0] : here[-1] + 2]


def _words(points: Points) -> Iterator[tuple[Ints, Points]]:
    """Yield where words begin and their hashes: first the pairs of characters, then the words of letters."""
    kinds = classes.classes(points)
    wide = kinds == classes.WIDE
    pairs = np.flatnonzero(wide[:-1] & wide[1:])
    yield pairs, _mixed(points[pairs] * _PLACE + points[pairs + 1])
    letters = np.concatenate([[False], (kinds == classes.LOWER) | (kinds == classes.UPPER), [False]])
    edges = np.flatnonzero(letters[1:] != letters[:-1])
    starts, ends = edges[::2], edges[1::2]
    long = ends - starts >= _LEAST
    yield starts[long], _mixed(_spelled(points, starts[long], ends[long]))


def _spelled(points: Points, starts: Ints, ends: Ints) -> Points:
    total = np.zeros(len(starts), np.uint32)
    for place in range(_LONGEST):
        at = np.minimum(starts + place, ends - 1)
        total = total * _PLACE + np.where(starts + place < ends, points[at], np.uint32(0))
    return total


def _mixed(hashes: Points) -> Points:
    return (hashes * _SPREAD) >> np.uint32(32 - _BITS)


def _count(shared: Ints, words: tuple[Ints, Points], run: tuple[Ints, Ints]) -> None:
    """Add to `shared` how many words of each block of one document stand in its run, besides themselves."""
    block, hashes = words
    if not len(block):
        return
    inside = (block >= run[0][block[0]]) & (block < run[1][block[0]])
    seen = np.bincount(hashes[inside], minlength=1 << _BITS)
    first = block[0]
    found = np.bincount(block - first, seen[hashes] > inside).astype(np.int64)
    shared[first : first + len(found)] += found
