"""Segmentation: one block per non-empty line, with broken sentences rejoined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa

from audit.errors import DefectError
from audit.kernels.parser import lines as kernels
from audit.parser.blocks.code_points import CLASSES, class_table
from audit.text.classes import codepoints

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

# Maximum bytes of a code point in UTF-8.
_MOST_BYTES: Final = 4


@dataclass(frozen=True)
class Blocks:
    """The blocks of some texts: `points` are the code points of all texts, `edges` their boundaries.

    Per block: `document`, the index of its text; `first` and `last`, its span in `points` (half open); `breaks`, the
    number of line feeds above it, capped; `counts`, code points per class (blocks × CLASSES).
    """

    points: NDArray[np.uint32]
    edges: Ints
    document: Ints
    first: Ints
    last: Ints
    breaks: NDArray[np.int32]
    counts: NDArray[np.int32]

    @cached_property
    def above(self) -> Ints:
        """The number of code points of earlier texts before each block."""
        return self.edges[self.document]


def segment(texts: Sequence[str]) -> Blocks:
    r"""Return the blocks of the texts in order; only white space (str.isspace) is between them.

    Line ends are those of str.splitlines, all of which are white space. Linear.

    >>> found = segment(["One line\n\n, and its rest.\nNext"])
    >>> found.first.tolist(), found.last.tolist()
    ([0, 26], [25, 30])
    """
    points = codepoints("".join(texts))
    edges = np.cumsum([0, *map(len, texts)])
    most = kernels.line_ends(points, class_table()) + len(texts)
    document, first, last = (np.zeros(most, np.int64) for _ in range(3))
    breaks, counts = np.zeros(most, np.int32), np.zeros(most * CLASSES, np.int32)
    made = kernels.cut(points, edges, class_table(), document, first, last, breaks, counts)
    counted = counts.reshape(-1, CLASSES)[:made]
    return Blocks(points, edges, document[:made], first[:made], last[:made], breaks[:made], counted)


def spelled(points: NDArray[np.uint32], first: Ints, last: Ints) -> pa.Array:
    """Return the spans from `first` to `last` of some code points as Arrow strings.

    Raises DefectError if one ends before it begins: the space for them would not suffice.
    """
    sizes = last - first
    if sizes.min(initial=0) < 0:
        raise DefectError("a span ends before it begins; this is a defect of corpus-audit, please report it")
    most = _MOST_BYTES * int(sizes.sum())
    offsets, written = np.zeros(len(first) + 1, np.int64), np.empty(most, np.uint8)
    size = kernels.spell(points, first, last, offsets, written)
    return pa.LargeStringArray.from_buffers(len(first), pa.py_buffer(offsets), pa.py_buffer(written[:size].copy()))
