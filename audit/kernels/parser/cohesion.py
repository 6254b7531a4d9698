"""The number of words of each block that occur elsewhere in a run of blocks, counted by hash."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from audit.kernels.compiler import I32, I64, U8, U32, VOID, fill, kernel, part, read
from audit.kernels.parser.lines import KIND, LOWER, UPPER, WIDE, entry

# Shorter words are function words, and words that agree in this many letters are inflections of one.
LEAST, LONGEST = 4, 8
# Bits of the hash of a word.
BITS: Final = 15
# Odd multipliers that spread code points over 32 bits (Knuth's golden ratio; two primes).
_SPREAD, _PLACE, _SHIFT = np.uint32(2654435761), np.uint32(69069), np.uint32(32 - BITS)
_WIDE, _UPPER, _LOWER = np.uint8(WIDE), np.uint8(UPPER), np.uint8(LOWER)
_NONE: Final = np.uint32(0)


@part
def _spelled(points: Any, at: Any, stop: Any) -> Any:
    total = _NONE
    for place in range(at, at + LONGEST):
        total = np.uint32(total * _PLACE) + (points[place] if place < stop else _NONE)
    return np.uint32(total * _SPREAD) >> _SHIFT


@part
def _hashes(points: Any, low: Any, high: Any, table: Any, out: Any, made: Any) -> Any:
    """Write the hashes of a block's long words and pairs of wide characters from `made` on; return the end."""
    word, last = low, np.uint8(0)
    for at in range(low, high + 1):
        kind = entry(table, points[at]) & KIND if at < high else np.uint8(0)
        if kind == _WIDE and last == _WIDE and at > low:
            pair = np.uint32(points[at - 1] * _PLACE) + points[at]
            out[made] = np.uint32(pair * _SPREAD) >> _SHIFT
            made += 1
        if kind not in (_LOWER, _UPPER):
            if at - word >= LEAST:
                out[made] = _spelled(points, word, at)
                made += 1
            word = at + 1
        last = kind
    return made


@kernel(
    VOID, read(U32), read(I64), read(I64), read(I64), read(I64), read(U8), fill(U32), fill(I64), fill(I32), fill(I64),
    fill(I64),
)  # fmt: skip
def count_shared(
    points: Any, edges: Any, documents: Any, low: Any, high: Any, table: Any, hashes: Any, ends: Any, seen: Any,
    shared: Any, words: Any,
) -> None:  # fmt: skip
    """Fill for each block the number of its words, and of those that occur elsewhere in its document's run.

    Block n goes from edges[n] to edges[n + 1] in `points`, document d from block documents[d] to documents[d + 1]; its
    run goes from block low[n] to high[n]. Scratch: `hashes`, two words per point; `seen`, 2^BITS counts, all zero.
    """
    for document in range(len(documents) - 1):
        first, last = documents[document], documents[document + 1]
        made = np.int64(0)
        for block in range(first, last):
            begun = made
            made = _hashes(points, edges[block], edges[block + 1], table, hashes, made)
            ends[block], words[block] = made, made - begun
            if low[first] <= block < high[first]:
                for at in range(begun, made):
                    seen[hashes[at]] += np.int32(1)
        for block in range(first, last):
            own = np.int32(low[first] <= block < high[first])
            for at in range(ends[block] - words[block], ends[block]):
                shared[block] += np.int64(seen[hashes[at]] > own)
        for block in range(low[first], high[first]):
            for at in range(ends[block] - words[block], ends[block]):
                seen[hashes[at]] = np.int32(0)
