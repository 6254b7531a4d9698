"""Sums over the blocks before and after each block of a document."""

from __future__ import annotations

from typing import Any

import numpy as np

from audit.kernels.compiler import F32, I64, VOID, fill, kernel, read


@kernel(VOID, read(I64), read(I64), read(I64), fill(I64), fill(F32))
def add_windows(values: Any, documents: Any, sizes: Any, total: Any, out: Any) -> None:
    """Fill for each series, window and block the sum of the blocks before it, and that of the blocks after it.

    `values` has the series one after the other, a number per block; document d goes from block documents[d] to
    documents[d + 1]. `total` is scratch for one sum more than blocks. `out` gets, series by series and size by
    size, a column of sums before and one of sums after; sums are of whole numbers.
    """
    rows = len(total) - 1
    for series in range(len(values) // max(rows, 1)):
        for row in range(rows):
            total[row + 1] = total[row] + values[series * rows + row]
        for place in range(len(sizes)):
            before = out[2 * (series * len(sizes) + place) * rows :]
            after, size = before[rows:], sizes[place]
            for number in range(len(documents) - 1):
                first, last = documents[number], documents[number + 1]
                for row in range(first, last):
                    before[row] = np.float32(total[row] - total[max(first, row - size)])
                    after[row] = np.float32(total[min(last, row + size + 1)] - total[row + 1])
