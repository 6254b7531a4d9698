"""The loop that growing a forest is made of: gradients summed by leaf and bin."""

from __future__ import annotations

from typing import Any

import numpy as np

from audit.kernels.compiler import F64, I64, U8, VOID, fill, kernel, read


@kernel(VOID, read(U8), read(I64), read(F64), read(F64), I64, fill(F64))
def add_by_bin(  # noqa: PLR0913, PLR0917 flat arrays, as kernels take
    bins: Any, leaf: Any, slope: Any, curve: Any, width: Any, sums: Any
) -> None:
    """Add each row's slope and curve to `sums` (leaf by leaf, bin by bin, side by side); `width` bins a leaf."""
    for row in range(len(leaf)):
        at = np.uint64(2 * (leaf[row] * width + np.int64(bins[row])))
        sums[at] += slope[row]
        sums[at + np.uint64(1)] += curve[row]
