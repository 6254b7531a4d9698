"""Passages of a two-byte codec that become likely text when they are read from one byte later."""

# A loop that stays in registers is one long function.
# ruff: noqa: PLR0915

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.compiler import I64, U8, VOID, fill, kernel, part, read

Bytes = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.int64]
# A number of either kind: int64 in the kernel.
Number = int | np.int64

# The numbers of a passage: the byte to leave out, the end, the cost of its characters as they stand, and their number.
SPAN: Final = 4
# The shape of a byte or a pair of bytes that is no character.
NO_CHARACTER: Final = 0xFF
_BYTES: Final = 256
_ASCII_END: Final = 0x80


@part
def _character(raw: Bytes, at: Number, shapes: Bytes) -> Number:
    """Return the number of the character at a place: its byte, or its pair of bytes; -1 if there is none."""
    first = np.int64(raw[at])
    if shapes[first] != NO_CHARACTER:
        return first
    if at + 1 >= len(raw):
        return np.int64(-1)
    both = first * _BYTES + np.int64(raw[at + 1])
    return both if shapes[both] != NO_CHARACTER else np.int64(-1)


@kernel(VOID, read(U8), read(U8), read(U8), read(U8), read(U8), I64, I64, I64, fill(I64), fill(I64))
def find_lost_bytes(
    raw: Bytes,
    shapes: Bytes,
    costs: Bytes,
    steps: Bytes,
    caps: Bytes,
    line_start: int,
    least: int,
    fewest: int,
    spans: Numbers,
    told: Numbers,
) -> None:
    """Fill in the passages that cost less by `least` or more if their first byte is left out.

    `shapes` and `costs` have a number per byte and per pair of bytes, `steps` has the cost of each shape after each,
    `caps` what a character of each shape costs at most as it stands: signs prove little. A repeated character costs
    nothing, nor does the next one in the codec: a ruled line or a list of all is as likely as its beginning.
    `line_start` is the shape before a text. The better reading has at least `fewest` characters. `told` gets the number
    of passages, of which those are filled in for which `spans` has room, and the cost and the number of all characters
    beyond ASCII. Linear: all readings that begin at an odd place of a passage are ends of one.
    """
    size, width, found = len(raw), np.int64(len(caps)), np.int64(0)
    spent, many = np.int64(0), np.int64(0)
    at, before, last = np.int64(0), np.int64(line_start), np.int64(-1)
    # The other reading: its next byte (-1: none), the shape before that, and its number of characters.
    other, other_before, letters = np.int64(-1), np.int64(0), np.int64(0)
    # What the other reading gains from `start` on, its maximum, and the end and the characters up to there.
    start, gain, best, end, most = np.int64(0), np.int64(0), np.int64(0), np.int64(0), np.int64(0)
    # The cost and the number of characters at `start`, and at `end`.
    start_spent, start_many, end_spent, end_many = np.int64(0), np.int64(0), np.int64(0), np.int64(0)
    while at < size:
        if other < 0 and raw[at] < _ASCII_END:
            before, last = np.int64(shapes[raw[at]]), np.int64(raw[at])
            at += 1
            continue
        if other < 0 or (gain <= 0 and other == at + 1 and best < least):
            other, other_before, letters = at + 1, before, np.int64(0)
            start_spent, start_many = spent, many
            start, gain, best, end, most = at, np.int64(0), np.int64(0), at, np.int64(0)
        code = np.int64(_character(raw, at, shapes))
        if code < 0:
            # A longer character: both readings begin again behind its first byte.
            at, before, last, other = at + 1, np.int64(line_start), np.int64(-1), np.int64(-1)
        else:
            shape = np.int64(shapes[code])
            if code != last and code != last + 1:
                cost = min(np.int64(steps[before * width + shape]) + np.int64(costs[code]), np.int64(caps[shape]))
                gain += cost
                if code >= _ASCII_END:
                    spent, many = spent + cost, many + 1
            before, last = shape, code
            at += 1 if code < _BYTES else 2
        while other >= 0 and other < at:
            code = np.int64(_character(raw, other, shapes))
            if code < 0:
                other = np.int64(-1)
            else:
                shape = np.int64(shapes[code])
                gain -= np.int64(steps[other_before * width + shape]) + np.int64(costs[code])
                other_before = shape
                other += 1 if code < _BYTES else 2
                letters += 1
        if other == at and at < size:
            following = _character(raw, at, shapes)
            if following >= 0:
                shape = np.int64(shapes[following])
                gain += np.int64(steps[before * width + shape]) - np.int64(steps[other_before * width + shape])
        if other >= at and gain > best:
            best, end, most = gain, at, letters
            end_spent, end_many = spent, many
        if other == at:
            other = np.int64(-1)
        if best >= least and (other < 0 or best - gain >= least):
            if most >= fewest:
                if SPAN * (found + 1) <= len(spans):
                    place = SPAN * found
                    spans[place], spans[place + 1] = start, end
                    spans[place + 2], spans[place + 3] = end_spent - start_spent, end_many - start_many
                found += 1
            other = np.int64(-1)
        if other < 0:
            best = np.int64(0)
    told[0], told[1], told[2] = found, spent, many
