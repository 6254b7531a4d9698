"""The words of lines by their hashes, and how many of a line's occur elsewhere in a run of lines.

Lines lie behind one another in `text`; line n goes from `offsets[n]` to `offsets[n + 1]`, as in an Arrow column of
strings.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from audit.kernels.compiler import I32, I64, U8, U32, VOID, fill, kernel, part, read
from audit.kernels.parser.lines import KIND, LOWER, UPPER, WIDE, entry
from audit.kernels.utf8 import code_point

# Shorter words are function words, and words that agree in this many letters are inflections of one.
LEAST, LONGEST = 4, 8
# Bits of the hash of a word.
BITS: Final = 15
# Odd multipliers that spread code points over 32 bits (Knuth's golden ratio; two primes).
_SPREAD, _PLACE, _SHIFT = np.uint32(2654435761), np.uint32(69069), np.uint32(32 - BITS)
_WIDE, _UPPER, _LOWER = np.uint8(WIDE), np.uint8(UPPER), np.uint8(LOWER)
_NONE: Final = np.uint32(0)


@part
def _spelled(total: Any, letters: Any) -> Any:
    """Return the hash of a word of so many letters, the first of which make the total."""
    for _ in range(letters, LONGEST):
        total = np.uint32(total * _PLACE)
    return np.uint32(total * _SPREAD) >> _SHIFT


@part
def _hashes(text: Any, at: Any, stop: Any, table: Any, out: Any, made: Any) -> Any:
    """Write the hashes of a line's long words and pairs of wide characters from `made` on; return the end."""
    letters, total, above, last = 0, _NONE, _NONE, np.uint8(0)
    while at < stop:
        point, size = code_point(text, at, stop)
        kind = entry(table, point) & KIND
        at += np.int64(size)
        if kind in (_LOWER, _UPPER):
            if letters < LONGEST:
                total = np.uint32(np.uint32(total * _PLACE) + point)
            letters += 1
        else:
            if letters >= LEAST:
                out[made] = _spelled(total, letters)
                made += 1
            letters, total = 0, _NONE
            if kind == _WIDE and last == _WIDE:
                out[made] = np.uint32((np.uint32(above * _PLACE) + point) * _SPREAD) >> _SHIFT
                made += 1
        above, last = point, kind
    if letters >= LEAST:
        out[made] = _spelled(total, letters)
        made += 1
    return made


@kernel(VOID, read(U8), read(I64), read(U8), fill(U32), fill(I64))
def hash_words(text: Any, offsets: Any, table: Any, hashes: Any, edges: Any) -> None:
    """Fill the hashes of the words of line n from edges[n] to edges[n + 1]: fewer than the text has bytes."""
    made = np.int64(0)
    for line in range(len(offsets) - 1):
        edges[line] = made
        made = _hashes(text, offsets[line], offsets[line + 1], table, hashes, made)
    edges[len(offsets) - 1] = made


@kernel(
    VOID, read(U32), read(I64), read(I64), read(I64), read(I64), read(I64), fill(I32), fill(I64), fill(I64),
)  # fmt: skip
def count_shared(
    hashes: Any, edges: Any, lines: Any, documents: Any, low: Any, high: Any, seen: Any, shared: Any, words: Any
) -> None:
    """Fill for each block the number of its words, and of those that occur elsewhere in its document's run.

    Block n is line lines[n], whose hashes go from edges[lines[n]] to the next edge; document d goes from block
    documents[d] to documents[d + 1], its run from block low[n] to high[n]. Scratch: `seen`, 2^BITS counts, all zero.
    """
    for document in range(len(documents) - 1):
        first, last = documents[document], documents[document + 1]
        for block in range(low[first], high[first]):
            for at in range(edges[lines[block]], edges[lines[block] + 1]):
                seen[hashes[at]] += np.int32(1)
        for block in range(first, last):
            own, here = np.int32(low[first] <= block < high[first]), lines[block]
            words[block] = edges[here + 1] - edges[here]
            for at in range(edges[here], edges[here + 1]):
                shared[block] += np.int64(seen[hashes[at]] > own)
        for block in range(low[first], high[first]):
            for at in range(edges[lines[block]], edges[lines[block] + 1]):
                seen[hashes[at]] = np.int32(0)
