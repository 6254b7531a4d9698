"""The white space between blocks, from which the decoded text can be reassembled exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, zip_longest
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from audit.measure.language.spans import Texts
from audit.parser.blocks.segment import spelled


def gaps(texts: Texts, blocks: pa.Table, owners: NDArray[np.int64]) -> pa.Table:
    """Return for each of `texts` a column `gaps`: the white space before each of its blocks and at the end.

    `owners` are the rows of the blocks' texts, ascending.
    """
    count = len(texts.starts)
    rows = np.arange(count)
    starts, ends = (blocks[name].to_numpy() + texts.starts[owners] for name in ("start", "end"))
    above = np.searchsorted(owners, np.arange(count + 1))
    # Each text has one more gap than blocks: one before each, and the last.
    before = np.arange(len(owners)) + owners
    first, last = np.zeros((2, len(owners) + count), np.int64)
    first[before + 1], last[before] = ends, starts
    first[above[:-1] + rows], last[above[1:] + rows] = texts.starts, texts.ends
    between = spelled(texts.points, first, last)
    offsets = pa.array(np.append(above[:-1] + rows, len(first)), pa.int32())
    return pa.table({"gaps": pa.ListArray.from_arrays(offsets, between)})


def rebuilt(gaps: Sequence[str], blocks: Iterable[Mapping[str, Any]]) -> str:
    """Return the decoded text with these gaps and blocks (text)."""
    texts = (block["text"] for block in blocks)
    return "".join(chain.from_iterable(zip_longest(gaps, texts, fillvalue="")))
