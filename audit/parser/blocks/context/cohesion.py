"""Lexical cohesion: the share of a block's words that occur in the article's main run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.kernels.parser import cohesion as kernels
from audit.parser.blocks.code_points import class_table
from audit.parser.blocks.strings import strings
from audit.text.classes import codepoints

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

# Code points per chunk, to bound memory.
_PORTION: Final = 1 << 21


def cohesion(lines: pl.DataFrame, low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """Return for each block how many of its words its document's run repeats, and how many it has.

    Asked for are `document`, `folded` and `chars` of audit.parser.blocks.features.lines. The run goes from block `low`
    to block `high` (half open; row numbers). In scripts without spaces every pair of characters is a word.
    """
    shared, words = np.zeros(len(lines), np.int64), np.zeros(len(lines), np.int64)
    document, sizes = lines["document"].to_numpy(), lines["chars"].to_numpy()
    edges = np.concatenate([[0], np.flatnonzero(np.diff(document)) + 1, [len(document)]])
    seen, folded = np.zeros(1 << kernels.BITS, np.int32), strings(lines["folded"])
    text, offsets = folded.text, folded.offsets
    for part in _portions(sizes, edges):
        here = slice(part[0], part[-1])
        points = codepoints(text[offsets[part[0]] : offsets[part[-1]]].tobytes().decode())
        places, hashes = np.cumsum([0, *sizes[here]]), np.empty(2 * len(points), np.uint32)
        run = low[here] - part[0], high[here] - part[0]
        kernels.count_shared(
            points, places, part - part[0], *run, class_table(), hashes, np.empty(len(run[0]), np.int64), seen,
            shared[here], words[here],
        )  # fmt: skip
    return shared, words


def _portions(chars: Ints, edges: Ints) -> Iterator[Ints]:
    """Yield the boundaries of groups of documents with about _PORTION code points each."""
    portion = np.concatenate([[0], np.cumsum(chars)])[edges[:-1]] // _PORTION
    for number in np.unique(portion):
        here = np.flatnonzero(portion == number)
        yield edges[here[0] : here[-1] + 2]
