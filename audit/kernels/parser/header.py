"""Loops over lines of UTF-8 for the header of a document: words shared, lines held in others, letters alone.

Lines lie behind one another in `text`; line n goes from `offsets[n]` to `offsets[n + 1]`, as in an Arrow column of
strings. `classes` has a byte for each code point below 65,536 (those above count as none).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.compiler import I32, I64, U8, U64, VOID, fill, kernel, part, read

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Ints = NDArray[np.int64]
    Counts = NDArray[np.int32]
    Keys = NDArray[np.uint64]
    Int = int | np.int64

NONE, LETTER, WIDE = 0, 1, 2
# Words of fewer letters are grammar, and inflections come later than this many.
_LEAST, _LONGEST = 4, 8
# Words are told apart by a hash of so many bits, in tables of this size.
WORD_BITS: Final = 16
WORDS: Final = 1 << WORD_BITS
_BMP: Final = 0x10000
# First bytes of code points of two, three and four bytes in UTF-8, from here on.
_TWO, _THREE, _FOUR = 0x80, 0xE0, 0xF0
# Odd multipliers that spread numbers over 32 and 64 bits (a prime; Knuth's golden ratio).
_PLACE, _SPREAD, _MASK = 69069, 2654435761, 0xFFFFFFFF
_GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)
# A line is looked for in others by its first bytes, in a table of this many places.
KEY: Final = 8
PLACES: Final = 256
_TO_PLACE: Final = np.uint64(56)
_BYTE, _TOP_BYTE = np.uint64(8), np.uint64(56)
# How a line stands in another: at its beginning, at its end, or between.
BEGINS, ENDS, INSIDE = 1, 2, 4
# Bytes compared for each byte of a document, at most: a text made of one letter is not worth more.
_PATIENCE: Final = 16
_LINE_FEED: Final = 10


@part
def _point(text: Bytes, at: Int) -> tuple[Int, Int]:
    """Return the code point at a byte, and where the next one starts."""
    lead = np.int64(text[at])
    if lead < _TWO:
        return lead, at + 1
    second = np.int64(text[at + 1]) & 0x3F
    if lead < _THREE:
        return (lead & 0x1F) << 6 | second, at + 2
    third = np.int64(text[at + 2]) & 0x3F
    if lead < _FOUR:
        return (lead & 0x0F) << 12 | second << 6 | third, at + 3
    return np.int64(_BMP), at + 4


@part
def _class(point: Int, classes: Bytes) -> Int:
    return np.int64(classes[point]) if point < _BMP else np.int64(NONE)


@part
def _mixed(number: Int) -> Int:
    return (((number & _MASK) * _SPREAD) & _MASK) >> (32 - WORD_BITS)


@part
def _word(text: Bytes, at: Int, end: Int, classes: Bytes) -> tuple[Int, Int]:
    """Return the hash of the next word and where to look for the one after it; -1 when there is none.

    A word is a run of letters, told by its beginning; in scripts without spaces, every pair of characters.
    """
    while at < end:
        point, after = _point(text, at)
        kind = _class(point, classes)
        at = after
        if kind == WIDE and at < end:
            second, _ = _point(text, at)
            if _class(second, classes) == WIDE:
                return _mixed(point * _PLACE + second), at
        elif kind == LETTER:
            letters, number = 1, point
            while at < end:
                point, after = _point(text, at)
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
def _read(text: Bytes, offsets: Ints, classes: Bytes, body: tuple[int, int, int, Bytes, Ints], used: Bytes) -> None:
    """Count, up to 2, the words of the content of some lines, `left` code points (and the last line whole)."""
    first, last, left, content, chars = body
    for row in range(first, last):
        if left <= 0:
            break
        if not content[row]:
            continue
        left -= chars[row]
        word, at = _word(text, offsets[row], offsets[row + 1], classes)
        while word >= 0:
            used[word] = min(used[word] + 1, 2)
            word, at = _word(text, at, offsets[row + 1], classes)


@part
def _compare(text: Bytes, lines: tuple[Ints, Bytes, Ints], classes: Bytes, row: Int, here: int) -> tuple[Int, Int]:
    """Return how many of a line's words are used `here` times or more, and how many words it has; each counts once."""
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
    fill(I32), fill(U8), fill(I64),
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
    used: Bytes,
    seen: Ints,
) -> None:
    """Fill `shared` and `words`: how many words of a line its document's body uses elsewhere, and how many it has.

    Of the lines `rows`, those numbered `parts[n]` to `parts[n + 1]` are document n's; they are compared with `most`
    code points of its content from line `bodies[2 * n]` to `bodies[2 * n + 1]`. `used` (WORDS) and `seen` (WORDS,
    zeros) are scratch.
    """
    for number in range(len(parts) - 1):
        first, last = bodies[2 * number], bodies[2 * number + 1]
        if first >= last or parts[number] >= parts[number + 1]:
            continue
        used[:] = 0
        _read(text, offsets, classes, (first, last, most, content, chars), used)
        for place in range(parts[number], parts[number + 1]):
            row = rows[place]
            here = 2 if content[row] and first <= row < last else 1
            shared[place], words[place] = _compare(text, (offsets, used, seen), classes, row, here)


@part
def _key(text: Bytes, at: Int) -> np.uint64:
    key = np.uint64(0)
    for step in range(KEY):
        key = key >> _BYTE | np.uint64(text[at + step]) << _TOP_BYTE
    return key


@part
def _place(key: np.uint64) -> Int:
    return np.int64(key * _GOLDEN >> _TO_PLACE)


@part
def _is_at(text: Bytes, offsets: Ints, line: Int, at: Int) -> bool:
    size, same = offsets[line + 1] - offsets[line], KEY
    while same < size and text[offsets[line] + same] == text[at + same]:
        same += 1
    return bool(same >= size)


@part
def _lay_out(text: Bytes, offsets: Ints, chosen: tuple[Ints, int, int], places: Ints, keys: Keys) -> None:
    """Set the chosen lines into the table by their first bytes."""
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
    """Note how the lines of the table stand in a row; return how many bytes may still be compared."""
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
    """Fill `held`: how each chosen line stands in longer lines of its document that are `short` (BEGINS, ENDS, INSIDE).

    Of the chosen lines, those numbered `parts[n]` to `parts[n + 1]` are document n's; lines of fewer than KEY bytes
    are not looked for. `places` (PLACES) and `keys` (len(lines)) are scratch.
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


@kernel(VOID, read(U8), read(I64), read(I64), read(U8), fill(U8), fill(I64))
def letters(text: Bytes, offsets: Ints, rows: Ints, classes: Bytes, spelled: Bytes, ends: Ints) -> None:
    """Fill `spelled` with the code points of a class other than NONE of the chosen lines, each line with a line feed.

    `ends[n]` is where the chosen line n ends in it, the line feed included.
    """
    filled = 0
    for number in range(len(rows)):
        at, end = offsets[rows[number]], offsets[rows[number] + 1]
        while at < end:
            point, after = _point(text, at)
            if _class(point, classes) != NONE:
                for byte in range(at, after):
                    spelled[filled] = text[byte]
                    filled += 1
            at = after
        spelled[filled] = _LINE_FEED
        filled += 1
        ends[number] = filled
