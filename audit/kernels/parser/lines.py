"""Segmentation of texts into blocks, class counts of each, and their UTF-8, in one pass over the code points.

`points` are the concatenated code points of a batch's texts, `edges` their bounds. A table has an entry for each code
point of the BMP: its class in the low half, flags above.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from audit.kernels.compiler import I32, I64, U8, U32, fill, kernel, part, read
from audit.kernels.utf8 import write

# White space; letters of scripts without spaces; capitals; other letters; digits; sentence ends; pauses; bars; rest.
SPACE, WIDE, UPPER, LOWER, DIGIT, STOP, PAUSE, BAR, MARK = range(9)
CLASSES: Final = 9
KIND: Final = np.uint8(0x0F)
# It ends a line; no line of prose begins with it, or only where a word follows at once; a word's in a spaced script.
LINE_END, JOINING, GLUED, WORD = np.uint8(0x10), np.uint8(0x20), np.uint8(0x40), np.uint8(0x80)
# Cap on the line feeds counted above a block.
MOST_BREAKS: Final = 4

_BMP: Final = np.uint32(0xFFFF)
# Ideographs beyond the BMP are letters; everything else there is a mark.
_FIRST_PLANE_2, _LAST_PLANE_3 = np.uint32(0x20000), np.uint32(0x3FFFF)
_SPACE, _WIDE, _MARK = np.uint8(SPACE), np.uint8(WIDE), np.uint8(MARK)
_FEED, _DOT, _FULL_STOP = np.uint32(ord("\n")), np.uint32(ord(".")), np.uint32(ord("。"))


@part
def entry(table: Any, point: Any) -> Any:
    """Return the table's entry of a code point."""
    if point <= _BMP:
        return table[point]
    return _WIDE if _FIRST_PLANE_2 <= point <= _LAST_PLANE_3 else _MARK


@part
def _joins(points: Any, at: Any, end: Any, table: Any) -> Any:
    """Return whether the line that begins at `at` continues the line above it."""
    first = entry(table, points[at])
    if not first & JOINING:
        return False
    if points[at] == _FULL_STOP and at + 1 < end and points[at + 1] == _FULL_STOP:
        return False
    if points[at] == _DOT and at + 2 < end and points[at + 1] == _DOT and points[at + 2] == _DOT:
        return False
    return not (first & GLUED and at + 1 < end and entry(table, points[at + 1]) & WORD)


@kernel(I64, read(U32), read(U8))
def line_ends(points: Any, table: Any) -> Any:
    """Return the number of code points that end a line."""
    found = np.int64(0)
    for at in range(len(points)):
        found += np.int64(entry(table, points[at]) & LINE_END != 0)
    return found


@kernel(I64, read(U32), read(I64), read(U8), fill(I64), fill(I64), fill(I64), fill(I32), fill(I32))
def cut(points: Any, edges: Any, table: Any, document: Any, start: Any, end: Any, breaks: Any, counts: Any) -> Any:
    """Return the number of blocks; fill for each its document, start and end in `points`, breaks and class counts.

    A block is a line without surrounding white space, together with the lines that can only continue it. `breaks` is
    the number of line feeds above it; `counts` has CLASSES numbers per block, initially zero.
    """
    made = np.int64(0)
    for number in range(len(edges) - 1):
        first, spaces, feeds, is_fresh = made, np.int32(0), np.int32(0), True
        for at in range(edges[number], edges[number + 1]):
            here = entry(table, points[at])
            if here & KIND == _SPACE:
                spaces += np.int32(1)
                feeds += np.int32(points[at] == _FEED)
                is_fresh = is_fresh or here & LINE_END != 0
                continue
            if is_fresh and not (made > first and _joins(points, at, edges[number + 1], table)):
                document[made], start[made], breaks[made] = number, at, min(feeds, np.int32(MOST_BREAKS))
                made += 1
            else:
                counts[(made - 1) * CLASSES] += spaces
            counts[(made - 1) * CLASSES + np.int64(here & KIND)] += np.int32(1)
            end[made - 1] = at + 1
            spaces, feeds, is_fresh = np.int32(0), np.int32(0), False
    return made


@kernel(I64, read(U32), read(I64), read(I64), fill(I64), fill(U8))
def spell(points: Any, start: Any, end: Any, offsets: Any, out: Any) -> Any:
    """Write the blocks as concatenated UTF-8, and return its size; `offsets` gets the start of each."""
    at = np.int64(0)
    for number in range(len(start)):
        offsets[number] = at
        for place in range(start[number], end[number]):
            at = write(points[place], out, at)
    offsets[len(start)] = at
    return at
