"""One pass over texts: counts of each class, flags for a closer look, and the odds of the worst passage."""

# A loop that stays in registers is one long function.
# ruff: noqa: PLR0915

from __future__ import annotations

from typing import Annotated, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from audit.kernels.compiler import I32, I64, U8, fill, kernel, part, read
from audit.kernels.utf8 import code_point

Bytes = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.int64]
Signed = npt.NDArray[np.int32]
# A number of either kind: int64 in the kernel.
Number = int | np.int64
Run = tuple[Number, Number, Number, Number, Number, Number]

# The bit of a class number that tells that its code point has flags.
FLAGGED: Final = 0x80
# The flag of the question mark, which counts only next to another one.
TWICE: Final = 4
# The flag of characters impossible in words, counted between two lower case ASCII letters; texts get it, or ONCE.
IN_WORD: Final = 32
ONCE: Final = 64
# The flag of characters impossible after a word, counted between a lower case ASCII letter and another character,
# twice.
BEHIND_WORD: Final = 128
_ALONE: Final = IN_WORD - 1
# The numbers of a span: text, start, end.
SPAN: Final = 3
# The neutral value in `rarity`.
_COMMON: Final = np.int64(128)
_ODD: Final = IN_WORD | BEHIND_WORD
_SMALL_A: Final = 0x61
_SMALL_Z: Final = 0x7A
_ASCII_END: Final = 0x80
# Few accents are adjacent, and so are the hanzi, kana and hangul made of their bytes; they never become punctuation.
MOST_EASTERN: Final = 4
FIRST_EASTERN: Final = 0x2E80
PUNCTUATION: Final = (0x3000, 0x3030)
FULL_WIDTH: Final = (0xFF00, 0xFF61)


@part
def _is_small(point: Number) -> bool:
    return bool(point >= _SMALL_A and point <= _SMALL_Z)


@part
def _is_eastern(point: Number) -> bool:
    """Whether a code point from FIRST_EASTERN on is a letter, approximately, by a few ranges."""
    first, end = PUNCTUATION
    full, half = FULL_WIDTH
    return not (point >= first and point < end) and not (point >= full and point < half)


@part
def _may_be_accents(length: Number, eastern: Number, letters: Number) -> bool:
    """Whether a non-ASCII run may be misread accents: a few letters if any is East Asian."""
    return bool(eastern == 0 or (letters == length and length <= MOST_EASTERN))


@part
def _summed(run: Run, odds: Number) -> Run:
    """Return a running sum of odds that never falls below 0 (CUSUM), one code point further.

    Its elements: the number of code points, the sum, the start of its rise, the height reached and where it first was,
    and the maximum of all.
    """
    here, height, start, risen, top, peak = run
    here, height = here + 1, max(np.int64(0), height + odds)
    if height == 0:
        return here, height, here, height, here, peak
    if height > risen:
        risen, top = height, here
    return here, height, start, risen, top, max(peak, height)


@part
def _noted(number: Number, run: Run, least: Number, spans: Numbers, count: Number) -> Number:
    """Write down the rise of a run in text `number` if it is high, as far as there is room; return how many are."""
    if run[3] <= least:
        return count
    if SPAN * count + SPAN <= len(spans):
        spans[SPAN * count], spans[SPAN * count + 1], spans[SPAN * count + 2] = number, run[2], run[4]
    return count + 1


class PointTables(NamedTuple):
    """What a scan looks up: `kinds` has the class of a code point, with FLAGGED if `flags` has an entry for it.

    `odds` (classes x classes, flat) are the log odds of a pair in damaged text, in any unit; a text begins after class
    `first`. `least` is the sum of odds above which a rise is reported.
    """

    kinds: Annotated[Bytes, read(U8)]
    flags: Annotated[Bytes, read(U8)]
    rarity: Annotated[Bytes, read(U8)]
    odds: Annotated[Signed, read(I32)]
    first: Annotated[Number, I64]
    least: Annotated[Number, I64]


class Scanned(NamedTuple):
    """What is found: `counts` (texts x classes, flat), `peaks`, `rarest` and `marks` (one a text) and `spans`.

    A peak is the highest sum of odds of neighbouring pairs (CUSUM), 0 at least. `spans` are the rises of that sum, from
    0 to their first maximum: text, first code point and the one behind the last, as far as there is room.
    """

    counts: Annotated[Numbers, fill(I64)]
    peaks: Annotated[Numbers, fill(I64)]
    spans: Annotated[Numbers, fill(I64)]
    rarest: Annotated[Numbers, fill(I64)]
    marks: Annotated[Bytes, fill(U8)]


@kernel(I64, read(U8), read(I64), PointTables, Scanned)
def scan(text: Bytes, edges: Numbers, tables: PointTables, out: Scanned) -> int:
    """Scan the texts, in UTF-8, at text[edges[n]:edges[n+1]]; return the number of rises.

    Between two lower case letters a run with East Asian letters is odd only if it is short and has nothing else.
    """
    kinds, flags, rarity, odds, first, least = tables
    counts, peaks, spans, rarest, marks = out
    width = len(counts) // len(marks)
    risen: Number = np.int64(0)
    for number in range(len(marks)):
        base, none, mark = number * width, np.int64(0), np.int64(0)
        before: Number = first
        last: Number = none
        run: Run = (none, none, none, none, none, none)
        inside, odd_run, odd, behind = none, none, none, none
        length, eastern, letters, rare, rarest_of = none, none, none, none, none
        at: Number = edges[number]
        end = edges[number + 1]
        while at < end:
            point: Number = np.int64(text[at])
            if point < _ASCII_END:
                at += 1
            else:
                code, size = code_point(text, at, end)
                point, at = np.int64(code), at + np.int64(size)
            kind = np.int64(kinds[point])
            if kind >= FLAGGED:
                kind -= FLAGGED
                flag = np.int64(flags[point]) & _ALONE
                if flag != TWICE or point == last:
                    mark |= flag
            if point >= _ASCII_END:
                if last < _ASCII_END:
                    inside, odd_run = np.int64(_is_small(last)), np.int64(0)
                    length, eastern, letters = np.int64(0), np.int64(0), np.int64(0)
                odd_run |= np.int64(flags[point]) & _ODD
                length += 1
                if point >= FIRST_EASTERN:
                    eastern += 1
                    letters += np.int64(_is_eastern(point))
                    rare = max(np.int64(0), rare + np.int64(rarity[point]) - _COMMON)
                    rarest_of = max(rarest_of, rare)
            elif last >= _ASCII_END and inside and odd_run and _may_be_accents(length, eastern, letters):
                if _is_small(point):
                    odd += odd_run & IN_WORD
                else:
                    behind += odd_run & BEHIND_WORD
            last = point
            counts[base + kind] += 1
            further = _summed(run, np.int64(odds[before * width + kind]))
            if further[1] == 0:
                risen = _noted(number, run, least, spans, risen)
            before, run = kind, further
        risen = _noted(number, run, least, spans, risen)
        peaks[number], rarest[number] = run[5], rarest_of
        if last >= _ASCII_END and inside and odd_run and _may_be_accents(length, eastern, letters):
            behind += odd_run & BEHIND_WORD
        mark |= IN_WORD if odd > IN_WORD else ONCE if odd else 0
        marks[number] = np.uint8(mark | (BEHIND_WORD if behind > BEHIND_WORD else 0))
    return int(risen)
