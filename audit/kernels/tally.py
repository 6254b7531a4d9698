"""Code points counted by kind: what each stretch of a text is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from audit.kernels.compiler import I32, I64, U8, U32, VOID, fill, kernel, read

if TYPE_CHECKING:
    import numpy.typing as npt


@kernel(VOID, read(U32), read(I64), read(I64), read(U8), read(U8), I64, fill(I32), fill(I32))
def tally(  # noqa: PLR0913, PLR0917 flat arrays are a kernel's only arguments
    points: npt.NDArray[np.uint32],
    starts: npt.NDArray[np.int64],
    ends: npt.NDArray[np.int64],
    kinds: npt.NDArray[np.uint8],
    parting: npt.NDArray[np.uint8],
    longest: int,
    counts: npt.NDArray[np.int32],
    long: npt.NDArray[np.int32],
) -> None:
    """Fill `counts`, one row per stretch and one column per kind, and `long`, the signs in tokens above `longest`.

    `kinds` names the kind of every code point; those that are `parting` end a token.
    """
    width = np.uint64(len(parting))
    for n in range(len(starts)):
        base, run = np.uint64(n) * width, np.int64(0)
        for i in range(starts[n], ends[n]):
            kind = kinds[points[i]]
            counts[base + np.uint64(kind)] += np.int32(1)
            run = np.int64(0) if parting[kind] else run + np.int64(1)
            if run > longest:
                long[n] += np.int32(longest + 1 if run == longest + 1 else 1)
