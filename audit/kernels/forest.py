"""Evaluation of forests of oblivious trees: each comparison for many rows at once, which vectorises."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from audit.kernels.compiler import F32, I32, I64, U8, VOID, fill, kernel, read

# Rows evaluated at once: their signals stay in the processor's cache.
ROWS: Final = 1024


@kernel(VOID, read(F32), read(I32), read(F32), read(I64), read(I32), fill(U8), fill(I32))
def add_trees(columns: Any, asked: Any, thresholds: Any, levels: Any, weights: Any, leaf: Any, totals: Any) -> None:
    """Add to each row's total the weight that each tree gives it.

    `columns` has the signals one after the other, each as long as `totals`; a tree compares the `levels` signals
    numbered `asked` with `thresholds`, the first giving the lowest bit, and has 2^levels `weights`. `leaf` is scratch
    for ROWS indexes.
    """
    rows = len(totals)
    for first in range(0, rows, ROWS):
        size = min(ROWS, rows - first)
        here, question, weight = totals[first : first + size], np.int64(0), np.int64(0)
        for tree in range(len(levels)):
            leaf[:size] = np.uint8(0)
            for level in range(levels[tree]):
                begin, threshold = np.int64(asked[question]) * rows + first, thresholds[question]
                # Slices and a loop without branches: eight rows or more are compared at once.
                signal, bit = columns[begin : begin + size], np.uint8(1 << level)
                for row in range(size):
                    leaf[row] |= np.uint8(signal[row] > threshold) * bit
                question += 1
            told = weights[weight : weight + (np.int64(1) << levels[tree])]
            for row in range(size):
                here[row] += told[np.uint64(leaf[row])]
            weight += np.int64(1) << levels[tree]
