"""Keys of lines, and sketches of documents: the smallest hashes of their windows.

Lines lie behind one another in `text`, UTF-8; line n goes from `offsets[n]` to `offsets[n + 1]`, as in an Arrow column
of strings.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from audit.kernels.compiler import BOOL, I64, U8, U64, VOID, fill, kernel, part, read
from audit.kernels.mix import K1, mixed
from audit.kernels.utf8 import code_point

# Bytes of a window: five Han characters or three English words.
WINDOW: Final = 16
# Knuth's multiplier for 64 bits (MMIX), odd so that no byte of a window is lost; and its power by which a byte is
# weighted when it leaves the window.
_BASE = np.uint64(6_364_136_223_846_793_005)
_LEAVING = np.uint64(pow(6_364_136_223_846_793_005, WINDOW, 1 << 64))
_BMP: Final = np.uint32(0x10000)
_ZERO, _NINE, _FOLLOWER, _LEAD = np.uint8(ord("0")), np.uint8(ord("9")), np.uint8(0x80), np.uint8(0xC0)
_HALF, _TURN, _BACK, _ONE = np.uint64(32), np.uint64(23), np.uint64(41), np.uint64(1)
# The value of an empty slot, larger than any hash that is kept.
NOTHING: Final = np.uint64(2**64 - 1)
# Slots per window of a document: two, and as many behind all for crowded ones as there are windows.
ROOM: Final = 3
_FIRST, _AGAIN = np.uint8(1), np.uint8(2)


@part
def _is_mark(text: Any, at: Any, stop: Any, marks: Any) -> Any:
    """Return whether a mark is at byte `at`, and its size in bytes."""
    point, size = code_point(text, at, stop)
    return point < _BMP and marks[point] != 0, np.int64(size)


@part
def _without_marks(text: Any, start: Any, stop: Any, marks: Any) -> Any:
    """Return the bounds of a line without surrounding marks; a line of marks alone is left whole."""
    first, last = start, stop
    while first < stop:
        is_mark, size = _is_mark(text, first, stop, marks)
        if not is_mark:
            break
        first += size
    if first >= stop:
        return start, stop
    while last > first:
        begin = last - 1
        while begin > first and text[begin] & _LEAD == _FOLLOWER:
            begin -= 1
        is_mark, _ = _is_mark(text, begin, stop, marks)
        if not is_mark:
            break
        last = begin
    return first, last


@kernel(VOID, read(U8), read(I64), read(U8), read(BOOL), fill(U64))
def key_lines(text: Any, offsets: Any, marks: Any, sentences: Any, keys: Any) -> None:
    """Fill in a positive key for each line: of its bytes without surrounding marks, numbers replaced by 0.

    `sentences` keep their numbers. `marks` tells for each code point below 65,536 whether it is a mark.
    """
    for line in range(len(keys)):
        first, last = _without_marks(text, offsets[line], offsets[line + 1], marks)
        key, in_number = np.uint64(0), False
        for at in range(first, last):
            byte = text[at]
            is_digit = _ZERO <= byte <= _NINE and not sentences[line]
            if is_digit and in_number:
                continue
            in_number = is_digit
            key = (key ^ np.uint64(_ZERO if is_digit else byte)) * K1
            key = key << _TURN | key >> _BACK
        keys[line] = max(mixed(key ^ np.uint64(1)), _ONE)


@kernel(I64, read(U8), read(I64), read(U64), fill(U64), fill(I64))
def sample_windows(text: Any, offsets: Any, bounds: Any, keys: Any, lines: Any) -> Any:
    """Return the number of windows with a hash below their line's bound; fill in as many as fit.

    `keys` gets their hashes, `lines` their lines. No window crosses the end of its line.
    """
    found = np.int64(0)
    for line in range(len(bounds)):
        rolled, start = np.uint64(0), offsets[line]
        for at in range(start, offsets[line + 1]):
            rolled = rolled * _BASE + np.uint64(text[at])
            if at - start >= WINDOW:
                rolled -= np.uint64(text[at - WINDOW]) * _LEAVING
            if at - start < WINDOW - 1:
                continue
            # The last bytes of a window affect only the low bits: mix them upwards.
            key = (rolled ^ (rolled >> _HALF)) * _BASE
            if key < bounds[line]:
                if found < len(keys):
                    keys[found], lines[found] = key, line
                found += 1
    return found


@part
def _put(key: Any, line: Any, at: Any, names: Any, table: Any, rows: Any) -> None:
    """Insert a window into the ascending run around slot `at`; if it is there, keep the smaller of both lines."""
    while table[at] < key:
        at += 1
    if table[at] == key:
        if names[line] < names[rows[at]]:
            rows[at] = line
        return
    while key != NOTHING:
        table[at], rows[at], key, line = key, line, table[at], rows[at]
        at += 1


@kernel(VOID, fill(U64), fill(I64), read(I64), read(U64), I64, fill(I64), fill(I64), fill(U64), fill(I64))
def _keep_least(
    keys: Any, lines: Any, edges: Any, names: Any, most: Any, counts: Any, kept: Any, table: Any, rows: Any
) -> None:
    """Do as keep_least does, with a scratch table of ROOM slots per window of a document, all NOTHING."""
    for document in range(len(counts)):
        start, end = edges[document], edges[document + 1]
        top = np.uint64(1)
        for at in range(start, end):
            top = max(top, keys[at])
        # Hashes are uniform, so each belongs into a slot in proportion to its value, or a nearby one.
        scale = np.float64(2 * (end - start) - 1) / np.float64(top)
        for at in range(start, end):
            _put(keys[at], lines[at], np.int64(np.float64(keys[at]) * scale), names, table, rows)
        to = start
        for at in range(ROOM * (end - start)):
            if table[at] != NOTHING:
                keys[to], lines[to], table[at] = table[at], rows[at], NOTHING
                to += 1
        counts[document], kept[document] = to - start, min(to - start, most)


def keep_least(keys: Any, lines: Any, edges: Any, names: Any, most: int) -> tuple[Any, Any]:
    """Sort the windows of each document, without duplicates, and keep the `most` smallest at the start of its range.

    Document d has the windows from edges[d] to edges[d + 1], all below 2**63. `names` are the keys of the lines: of a
    window in several lines the one with the smallest key is filled in. Returns the numbers of distinct and of kept
    windows of each document.
    """
    counts, kept = np.empty(len(edges) - 1, np.int64), np.empty(len(edges) - 1, np.int64)
    room = ROOM * int(np.diff(edges).max(initial=0)) + 1
    _keep_least(keys, lines, edges, names, most, counts, kept, np.full(room, NOTHING), np.empty(room, np.int64))
    return counts, kept


@kernel(VOID, read(U64), fill(U8), fill(BOOL))
def mark_recurring(keys: Any, seen: Any, recurring: Any) -> None:
    """Mark the keys that occur at least twice, and the few others that share a slot of the table `seen`.

    Its size is a power of two, at least two, and it is initially zero; the slot of a key is its highest bits.
    """
    shift = np.uint64(63)
    while np.uint64(1) << (np.uint64(64) - shift) < np.uint64(len(seen)):
        shift -= _ONE
    for at in range(len(keys)):
        slot = keys[at] >> shift
        seen[slot] = min(seen[slot] + _FIRST, _AGAIN)
    for at in range(len(keys)):
        recurring[at] = seen[keys[at] >> shift] == _AGAIN
