"""Scores of all readings of the same bytes, in one pass over pairs of adjacent bytes, and of single readings."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.compiler import I64, U8, U32, U64, VOID, fill, kernel, read

Bytes = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.int64]
# Unsigned indexes spare the check for negative ones.
Places = npt.NDArray[np.uint64]

_BYTES: Final = np.uint64(256)
_ASCII_END: Final = np.uint64(0x80)
_REPLACEMENT: Final = np.uint64(0xFFFD)
_LINE_END: Final = np.uint64(0x0A)
_LOWER, _A, _Z = np.uint64(0x20), np.uint64(0x61), np.uint64(0x7A)
# Odd numbers that spread pairs over the slots.
_SPREAD, _SPREAD_SECOND = np.uint64(40503), np.uint64(2654435761)


@kernel(VOID, read(U64), read(U64), read(I64), read(U8), read(U8), read(U8), read(U64), U64, read(U8), fill(I64))
def weigh_shapes(
    firsts: Places,
    seconds: Places,
    counts: Numbers,
    shapes: Bytes,
    costs: Bytes,
    steps: Bytes,
    groups: Places,
    width: np.uint64,
    wanted: Bytes,
    levels: Numbers,
) -> None:
    """Fill `levels`, one per sheet: the summed costs of pairs, of the second's shape after the first's and its own.

    A sheet is 256 rows of `shapes` and `costs`; `steps` has a table of `width` x `width` per group, `groups` the group
    of each sheet. Sheets that are 0 in `wanted` are left out. Pair n is firsts[n], seconds[n], counts[n] times.
    """
    for sheet in range(len(levels)):
        if wanted[sheet] == 0:
            continue
        base, table = np.uint64(sheet) * _BYTES, groups[sheet] * width * width
        total = np.int64(0)
        for n in range(len(counts)):
            second = base + seconds[n]
            step = steps[table + np.uint64(shapes[base + firsts[n]]) * width + np.uint64(shapes[second])]
            total += counts[n] * (np.int64(step) + np.int64(costs[second]))
        levels[sheet] = total


@kernel(VOID, read(U64), read(U64), read(I64), read(U8), read(U8), read(U64), read(U64), read(U64), fill(I64))
def weigh_letters(
    firsts: Places,
    seconds: Places,
    counts: Numbers,
    symbols: Bytes,
    tables: Bytes,
    starts: Places,
    widths: Places,
    chosen: Places,
    levels: Numbers,
) -> None:
    """Fill `levels`, one per chosen reading: the sum over pairs of the cost of the second letter after the first.

    A reading is 256 rows of `symbols`, the letters' numbers in its language, whose table of widths[r] x widths[r] costs
    begins at tables[starts[r]].
    """
    for place in range(len(levels)):
        reading = chosen[place]
        base, start, width = reading * _BYTES, starts[reading], widths[reading]
        total = np.int64(0)
        for n in range(len(counts)):
            row = start + np.uint64(symbols[base + firsts[n]]) * width
            total += counts[n] * np.int64(tables[row + np.uint64(symbols[base + seconds[n]])])
        levels[place] = total


@kernel(VOID, read(U8), fill(I64), fill(U64), fill(U64), fill(I64), fill(I64))
def count_pairs(points: Bytes, slots: Numbers, firsts: Places, seconds: Places, counts: Numbers, told: Numbers) -> None:
    """Fill in the distinct pairs of adjacent bytes and how often each occurs, those of ASCII first.

    `told` gets the number of those of ASCII, and of all. `slots` are zeros, at least as many as pairs, a power of two.
    """
    last = np.uint64(len(slots) - 1)
    found = np.int64(0)
    for beyond in range(2):
        for n in range(1, len(points)):
            first, second = np.uint64(points[n - 1]), np.uint64(points[n])
            if ((first | second) >= _ASCII_END) != (beyond == 1):
                continue
            slot = (first * _SPREAD + second * _SPREAD_SECOND) & last
            while slots[slot] and (firsts[slots[slot] - 1] != first or seconds[slots[slot] - 1] != second):
                slot = (slot + np.uint64(1)) & last
            if slots[slot] == 0:
                firsts[found], seconds[found], counts[found] = first, second, 0
                found += 1
                slots[slot] = found
            counts[slots[slot] - 1] += 1
        told[beyond] = found


@kernel(VOID, read(U32), read(I64), read(U64), read(U8), read(U8), read(U8), U64, fill(I64))
def weigh_characters(
    points: npt.NDArray[np.uint32],
    edges: Numbers,
    groups: Places,
    kinds: Bytes,
    costs: Bytes,
    steps: Bytes,
    width: np.uint64,
    told: Numbers,
) -> None:
    """Fill four numbers of each reading: level, non-ASCII characters, U+FFFD, and runs of these.

    Reading r is points[edges[2 * r]:edges[2 * r + 1]] as text of group groups[r], and follows a line end. The level
    sums, over the pairs with a non-ASCII character, the cost of the second's kind after the first's and its own; U+FFFD
    is left out. `kinds` has a number per BMP character, and those beyond count as its last; `costs` has one of each
    group, and `steps` a table of `width` x `width`.
    """
    plane = np.uint64(len(kinds))
    for reading in range(len(groups)):
        own, start = groups[reading] * plane, groups[reading] * width * width
        level, beyond, bad, runs = np.int64(0), np.int64(0), np.int64(0), np.int64(0)
        before = last = _LINE_END
        for n in range(edges[2 * reading], edges[2 * reading + 1]):
            point = min(np.uint64(points[n]), plane - np.uint64(1))
            beyond += point >= _ASCII_END
            if point == _REPLACEMENT:
                bad += 1
                runs += last != _REPLACEMENT
            else:
                if (before | point) >= _ASCII_END:
                    step = steps[start + np.uint64(kinds[before]) * width + np.uint64(kinds[point])]
                    level += np.int64(step) + np.int64(costs[own + point])
                before = point
            last = point
        row = 4 * reading
        told[row], told[row + 1], told[row + 2], told[row + 3] = level, beyond, bad, runs


@kernel(VOID, read(U8), read(I64), read(U8), read(U8), read(U8), read(U8), read(U8), U64, U64, fill(I64))
def weigh_lines(
    points: Bytes,
    ends: Numbers,
    shapes: Bytes,
    costs: Bytes,
    steps: Bytes,
    symbols: Bytes,
    tables: Bytes,
    width: np.uint64,
    letters_width: np.uint64,
    told: Numbers,
) -> None:
    """Fill in five numbers of each line under one reading: level, that beyond ASCII, and three numbers of bytes.

    A level sums the costs of pairs (see weigh_shapes and weigh_letters). The bytes are those whose pair is not ASCII,
    ASCII letters, and those that are not ASCII themselves. Line n ends at the line end ends[n] of `points`; the first
    follows one.
    """
    at = np.int64(1)
    for line in range(len(ends)):
        base = 5 * line
        for n in range(at, ends[line]):
            first, second = np.uint64(points[n - 1]), np.uint64(points[n])
            step = steps[np.uint64(shapes[first]) * width + np.uint64(shapes[second])]
            letter = tables[np.uint64(symbols[first]) * letters_width + np.uint64(symbols[second])]
            level = np.int64(step) + np.int64(costs[second]) + np.int64(letter)
            told[base] += level
            if (first | second) >= _ASCII_END:
                told[base + 1] += level
                told[base + 2] += 1
            lower = second | _LOWER
            told[base + 3] += lower >= _A and lower <= _Z
            told[base + 4] += second >= _ASCII_END
        at = ends[line] + 1
