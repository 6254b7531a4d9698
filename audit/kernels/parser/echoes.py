"""Lines that occur within other lines of their document: at the beginning, at the end or inside.

Lines lie behind one another in `text`; line n goes from `offsets[n]` to `offsets[n + 1]`, as in an Arrow column of
strings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.compiler import I64, U8, U64, VOID, fill, kernel, part, read
from audit.kernels.mix import GOLDEN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Ints = NDArray[np.int64]
    Keys = NDArray[np.uint64]
    Int = int | np.int64

# An odd multiplier that spreads numbers over 64 bits (the golden ratio).
# Bytes by which a line is searched, and the size of the table.
KEY: Final = 8
PLACES: Final = 256
_TO_PLACE: Final = np.uint64(56)
_BYTE, _TOP_BYTE = np.uint64(8), np.uint64(56)
# The position of a line in another: at its beginning, at its end, or inside.
BEGINS, ENDS, INSIDE = 1, 2, 4
# Maximum bytes compared per byte of a document, which bounds the work on repetitive texts.
_PATIENCE: Final = 16


@part
def _key(text: Bytes, at: Int) -> np.uint64:
    key = np.uint64(0)
    for step in range(KEY):
        key = key >> _BYTE | np.uint64(text[at + step]) << _TOP_BYTE
    return key


@part
def _place(key: np.uint64) -> Int:
    return np.int64(key * GOLDEN >> _TO_PLACE)


@part
def _is_at(text: Bytes, offsets: Ints, line: Int, at: Int) -> bool:
    size, same = offsets[line + 1] - offsets[line], KEY
    while same < size and text[offsets[line] + same] == text[at + same]:
        same += 1
    return bool(same >= size)


@part
def _lay_out(text: Bytes, offsets: Ints, chosen: tuple[Ints, int, int], places: Ints, keys: Keys) -> None:
    """Insert the chosen lines into the table by their first bytes."""
    lines, first, last = chosen
    places[:] = -1
    for number in range(first, last):
        line = lines[number]
        if offsets[line + 1] - offsets[line] < KEY or last - first >= PLACES:
            continue
        keys[number] = _key(text, offsets[line])
        place = _place(keys[number])
        while places[place] >= 0:
            place = (place + 1) % PLACES
        places[place] = number


@part
def _find(text: Bytes, offsets: Ints, row: Int, table: tuple[Ints, Ints, Keys, Bytes], left: Int) -> Int:
    """Record how the lines of the table occur in a row; return the number of bytes that may still be compared."""
    lines, places, keys, held = table
    start, end = offsets[row], offsets[row + 1]
    key = np.uint64(0)
    for at in range(start, end):
        key = key >> _BYTE | np.uint64(text[at]) << _TOP_BYTE
        begun = at - KEY + 1
        place = _place(key) if begun >= start else np.int64(-1)
        while place >= 0 and places[place] >= 0 and left > 0:
            number = places[place]
            size = offsets[lines[number] + 1] - offsets[lines[number]]
            if keys[number] == key and size < end - start and begun + size <= end:
                left -= size
                if _is_at(text, offsets, lines[number], begun):
                    how = BEGINS if begun == start else ENDS if begun + size == end else INSIDE
                    held[number] |= how
            place = (place + 1) % PLACES
    return left


@kernel(
    VOID, read(U8), read(I64), read(I64), read(U8), read(I64), read(I64), fill(U8), fill(I64), fill(U64)
)  # fmt: skip
def echoes(
    text: Bytes,
    offsets: Ints,
    edges: Ints,
    short: Bytes,
    lines: Ints,
    parts: Ints,
    held: Bytes,
    places: Ints,
    keys: Keys,
) -> None:
    """Fill `held`: how each chosen line occurs in longer `short` lines of its document (BEGINS, ENDS, INSIDE).

    Of the chosen lines, those numbered `parts[n]` to `parts[n + 1]` are document n's; lines of fewer than KEY bytes are
    not searched. `places` (PLACES) and `keys` (len(lines)) are scratch.
    """
    for number in range(len(edges) - 1):
        first, last = parts[number], parts[number + 1]
        if first >= last:
            continue
        _lay_out(text, offsets, (lines, first, last), places, keys)
        left = np.int64(_PATIENCE) * (offsets[edges[number + 1]] - offsets[edges[number]])
        for row in range(edges[number], edges[number + 1]):
            if short[row]:
                left = _find(text, offsets, row, (lines, places, keys, held), left)
