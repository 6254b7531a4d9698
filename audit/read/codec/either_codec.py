"""Which of two codecs wrote each line of a file that holds both: neighbours were mostly written by the same one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from audit.read.codec.statistical.legacy import gain

# Nats for a change of codec from one line to the next, as in robust.py, and what one line weighs at most.
_SEAM: Final = 3.0
_MOST: Final = 30.0
# Scoring a line takes 0.3 ms.
_MAX_LINES: Final = 1 << 10
_LONGEST: Final = 1 << 10

Span = tuple[int, int]


def lines_of_other(raw: bytes, codec: str, other: str) -> Iterator[Span]:
    """Yield the non-ASCII lines, with their ends, that `other` rather than `codec` wrote; of many lines the first."""
    lines = list(_lines(raw))[:_MAX_LINES]
    odds = [_odds(raw[start : min(end, start + _LONGEST)], other, codec) for start, end in lines]
    yield from (line for line, is_other in zip(lines, _likeliest(odds), strict=True) if is_other)


def _lines(raw: bytes) -> Iterator[Span]:
    start = 0
    for line in raw.split(b"\n"):
        end = min(len(raw), start + len(line) + 1)
        if not line.isascii():
            yield start, end
        start = end


def _odds(line: bytes, other: str, codec: str) -> float:
    return max(-_MOST, min(_MOST, gain(line, other, codec)))


def _likeliest(odds: Sequence[float]) -> list[bool]:
    """Return for each line whether it is of the other codec, in the likeliest division with a price for each change.

    >>> _likeliest([-9.0, -8.0, 2.0, -7.0, 9.0, -1.0, 8.0])
    [False, False, False, False, True, True, True]
    """
    best, came = [0.0, 0.0], list[tuple[bool, bool]]()
    for nats in odds:
        kept = [best[state] >= best[not state] - _SEAM for state in (False, True)]
        came.append((not kept[False], kept[True]))
        best = [max(best[state], best[not state] - _SEAM) + nats * state for state in (False, True)]
    state, found = best[True] > best[False], list[bool]()
    for before in reversed(came):
        found.append(state)
        state = before[state]
    return found[::-1]
