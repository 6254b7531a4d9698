"""The visible length of texts."""

from __future__ import annotations

from typing import Any

import numpy as np

from audit.kernels.compiler import I64, U8, VOID, fill, kernel, read
from audit.kernels.utf8 import code_point


@kernel(VOID, read(U8), read(I64), read(U8), I64, fill(I64))
def count_besides(text: Any, edges: Any, roles: Any, unwanted: Any, counts: Any) -> None:
    """Fill in the number of code points of each text whose role is none of the `unwanted` ones (as bits).

    Text n is UTF-8 in text[edges[n]:edges[n + 1]]; `roles` has the role of every code point.
    """
    bits = np.uint8(unwanted)
    for number in range(len(counts)):
        at, end, count = np.uint64(edges[number]), np.uint64(edges[number + 1]), np.int64(0)
        while at < end:
            point, size = code_point(text, at, end)
            at += size
            count += 0 if roles[point] & bits else 1
        counts[number] = count
