"""Lexical cohesion: the share of a block's words that occur in the article's main run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from audit.kernels.parser import cohesion as kernels
from audit.parser.blocks.code_points import class_table
from audit.parser.blocks.strings import strings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Rows

    Ints = NDArray[np.int64]


def cohesion(rows: Rows, lines: Ints, document: Ints, low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """Return for each block how many of its words its document's run repeats, and how many it has.

    The blocks are `lines` of the rows, those of a document behind one another. The run goes from block `low` to block
    `high` of the document (half open; indexes into `lines`). In scripts without spaces every pair of characters is a
    word.
    """
    shared, words = np.zeros(len(lines), np.int64), np.zeros(len(lines), np.int64)
    edges = np.flatnonzero(np.diff(document, prepend=-1, append=-1))
    kernels.count_shared(
        *rows.once(_words), lines, edges, low, high, np.zeros(1 << kernels.BITS, np.int32), shared, words
    )
    return shared, words


def _words(rows: Rows) -> tuple[NDArray[np.uint32], Ints]:
    """Return the hashes of all words of the rows, and where those of each row end behind those of the one above."""
    folded = strings(rows.lines["folded"])
    hashes, edges = np.empty(len(folded.text), np.uint32), np.zeros(len(rows.lines) + 1, np.int64)
    kernels.hash_words(folded.text, folded.offsets, class_table(), hashes, edges)
    return hashes, edges
