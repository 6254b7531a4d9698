"""The likelihood of a text in each language, summed by character: for passages too short for counting first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from audit.kernels.compiler import F32, F64, I64, U8, U16, U32, VOID, fill, kernel, read

if TYPE_CHECKING:
    import numpy.typing as npt

    Logs = npt.NDArray[np.float32]
    Sums = npt.NDArray[np.float64]


@kernel(VOID, read(U32), read(U8), read(U16), read(F32), read(F32), I64, fill(F64), fill(F64))
def likelihood(
    points: npt.NDArray[np.uint32],
    kinds: npt.NDArray[np.uint8],
    column: npt.NDArray[np.uint16],
    characters: Logs,
    pairs: Logs,
    first: int,
    by_language: Sums,
    by_group: Sums,
) -> None:
    """Add the log probability of each code point to `by_language`, and of each pair of classes to `by_group`.

    `kinds` has the class of every code point and `column` its row of `characters`, one number a language; `pairs` has
    one row for each pair (class before, class), one number a group. The class before the text is `first`.
    """
    languages, groups = np.uint64(len(by_language)), np.uint64(len(by_group))
    width = np.uint64(np.sqrt(np.float64(len(pairs) // len(by_group))) + 0.5)
    before = np.uint64(first)
    for i in range(len(points)):
        point = points[i]
        row = np.uint64(column[point]) * languages
        for n in range(languages):
            by_language[n] += np.float64(characters[row + n])
        kind = np.uint64(kinds[point])
        row = (before * width + kind) * groups
        for n in range(groups):
            by_group[n] += np.float64(pairs[row + n])
        before = kind
