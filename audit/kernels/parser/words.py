"""Words that a line shares with its document's body, and the letters that spell a name.

Lines lie behind one another in `text`; line n goes from `offsets[n]` to `offsets[n + 1]`, as in an Arrow column of
strings. `classes` has a byte for each code point below 65,536 (those above count as none).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.compiler import I32, I64, U8, VOID, fill, kernel, part, read
from audit.kernels.utf8 import code_point

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Ints = NDArray[np.int64]
    Counts = NDArray[np.int32]
    Int = int | np.int64

NONE, LETTER, WIDE = 0, 1, 2
# Shorter words are function words, and words that agree in this many letters are inflections of one.
_LEAST, _LONGEST = 4, 8
# Bits of the hash of a word, and the size of the tables.
WORD_BITS: Final = 16
WORDS: Final = 1 << WORD_BITS
_BMP: Final = 0x10000
# Odd multipliers that spread numbers over 32 bits (a prime; Knuth's golden ratio).
_PLACE, _SPREAD, _MASK = 69069, 2654435761, 0xFFFFFFFF
_LINE_FEED: Final = 10


@part
def _next(text: Bytes, at: Int, end: Int) -> tuple[Int, Int]:
    """Return the code point at a byte, and where the next one starts."""
    point, size = code_point(text, at, end)
    return np.int64(point), at + np.int64(size)


@part
def _class(point: Int, classes: Bytes) -> Int:
    return np.int64(classes[point]) if point < _BMP else np.int64(NONE)


@part
def _mixed(number: Int) -> Int:
    return (((number & _MASK) * _SPREAD) & _MASK) >> (32 - WORD_BITS)


@part
def _word(text: Bytes, at: Int, end: Int, classes: Bytes) -> tuple[Int, Int]:
    """Return the hash of the next word and the position to continue from; -1 if there is none.

    A word is a run of letters, identified by its beginning; in unspaced scripts, every pair of characters.
    """
    while at < end:
        point, after = _next(text, at, end)
        kind = _class(point, classes)
        at = after
        if kind == WIDE and at < end:
            second, _ = _next(text, at, end)
            if _class(second, classes) == WIDE:
                return _mixed(point * _PLACE + second), at
        elif kind == LETTER:
            letters, number = 1, point
            while at < end:
                point, after = _next(text, at, end)
                if _class(point, classes) != LETTER:
                    break
                at = after
                letters += 1
                if letters <= _LONGEST:
                    number = (number * _PLACE + point) & _MASK
            if letters >= _LEAST:
                return _mixed(number), at
    return np.int64(-1), end


@part
def _read(
    text: Bytes, offsets: Ints, classes: Bytes, body: tuple[int, int, int, Bytes, Ints], counts: tuple[Counts, Int]
) -> None:
    """Count, up to 2 and from `none`, the words of some lines of content: `left` code points, the last line whole."""
    first, last, left, content, chars = body
    used, none = counts
    for row in range(first, last):
        if left <= 0:
            break
        if not content[row]:
            continue
        left -= chars[row]
        word, at = _word(text, offsets[row], offsets[row + 1], classes)
        while word >= 0:
            used[word] = min(max(used[word], none) + 1, none + 2)
            word, at = _word(text, at, offsets[row + 1], classes)


@part
def _compare(text: Bytes, lines: tuple[Ints, Counts, Counts], classes: Bytes, row: Int, here: Int) -> tuple[Int, Int]:
    """Return the number of a line's distinct words used at least `here` times, and of all its distinct words."""
    offsets, used, seen = lines
    found, words = 0, 0
    word, at = _word(text, offsets[row], offsets[row + 1], classes)
    while word >= 0:
        if seen[word] != row + 1:
            seen[word] = row + 1
            words += 1
            found += used[word] >= here
        word, at = _word(text, at, offsets[row + 1], classes)
    return found, words


@kernel(
    VOID, read(U8), read(I64), read(U8), read(I64), read(I64), read(I64), I64, read(U8), read(I64), fill(I32),
    fill(I32), fill(I32), fill(I32),
)  # fmt: skip
def overlaps(
    text: Bytes,
    offsets: Ints,
    classes: Bytes,
    rows: Ints,
    parts: Ints,
    bodies: Ints,
    most: int,
    content: Bytes,
    chars: Ints,
    shared: Counts,
    words: Counts,
    used: Counts,
    seen: Counts,
) -> None:
    """Fill `shared`, the number of a line's words that its document's body uses elsewhere, and `words`, of all.

    Of the lines `rows`, those numbered `parts[n]` to `parts[n + 1]` are document n's; they are compared with `most`
    code points of its content from line `bodies[2 * n]` to `bodies[2 * n + 1]`. `used` and `seen` (WORDS, zeros)
    are scratch.
    """
    for number in range(len(parts) - 1):
        first, last = bodies[2 * number], bodies[2 * number + 1]
        if first >= last or parts[number] >= parts[number + 1]:
            continue
        # Counts of earlier documents, up to 2 each, are at most what stands for none in this one.
        none = 2 * number
        _read(text, offsets, classes, (first, last, most, content, chars), (used, none))
        for place in range(parts[number], parts[number + 1]):
            row = rows[place]
            here = none + (2 if content[row] and first <= row < last else 1)
            shared[place], words[place] = _compare(text, (offsets, used, seen), classes, row, here)


@kernel(VOID, read(U8), read(I64), read(I64), read(U8), fill(U8), fill(I64))
def letters(text: Bytes, offsets: Ints, rows: Ints, classes: Bytes, spelled: Bytes, ends: Ints) -> None:
    """Fill `spelled` with the code points of a class other than NONE of the chosen lines, each line with a line feed.

    `ends[n]` is where the chosen line n ends in it, the line feed included.
    """
    filled = 0
    for number in range(len(rows)):
        at, end = offsets[rows[number]], offsets[rows[number] + 1]
        while at < end:
            point, after = _next(text, at, end)
            if _class(point, classes) != NONE:
                for byte in range(at, after):
                    spelled[filled] = text[byte]
                    filled += 1
            at = after
        spelled[filled] = _LINE_FEED
        filled += 1
        ends[number] = filled
