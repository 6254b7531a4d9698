"""Alignment of two texts: common runs of words, exactly extended, and what is between them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import numpy as np

from audit.kernels.mix import GOLDEN

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import U64, Bools, Ints

Span: TypeAlias = tuple[int, int]
# Position in the first text, position in the second, length.
Run: TypeAlias = tuple[int, int, int]
# Kinds of passages: common in the same order, common but moved, reworded, in one text only.
Kind = Literal["same", "moved", "changed", "only_here", "only_there"]
# Positions of the other text tried per run; a refrain has more.
_TRIED: Final = 8
# Words compared per step when extending a run; the stride doubles.
_STRIDE: Final = 64
_SHIFT: Final = np.uint64(29)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of words: `here` of the first text, `there` of the second, half open; an empty span marks a gap."""

    kind: Kind
    here: Span
    there: Span


def common_runs(a: U64, b: U64, least: int) -> list[Run]:
    """Return common runs of at least `least` words, in the order of `a`, in which they do not overlap.

    Of several positions in `b` the longest run wins, on ties the one continuing the previous run. O(n log n), since at
    most _TRIED positions are tried.
    """
    mine, theirs = _grams(a, least), _grams(b, least)
    order = np.argsort(theirs, kind="stable")
    first, last = (np.searchsorted(theirs[order], mine, side=side) for side in ("left", "right"))
    found: list[Run] = []
    reached = follows = 0
    for at in np.flatnonzero(last > first).tolist():
        if at < reached:
            continue
        length, place = _best(a[at:], b, _tried(order[first[at] : last[at]], follows))
        found.append((at, place, length))
        reached, follows = at + length, place + length
    return found


def _tried(places: Ints, follows: int) -> list[int]:
    """Return the positions to try, starting with the next from `follows` on."""
    after = int(np.searchsorted(places, follows))
    near: list[int] = places[after : after + _TRIED].tolist()
    return [*near, *places[max(0, after - _TRIED) : after].tolist()]


def _best(a: U64, b: U64, places: list[int]) -> tuple[int, int]:
    lengths = [_extent(a, b[place:]) for place in places]
    nth = max(range(len(places)), key=lambda n: (lengths[n], -n))
    return lengths[nth], places[nth]


def _extent(a: U64, b: U64) -> int:
    """Return the length of the common prefix of two word sequences."""
    most = min(len(a), len(b))
    length, stride = 0, _STRIDE
    while length < most:
        stop = min(length + stride, most)
        is_other = a[length:stop] != b[length:stop]
        if is_other.any():
            return length + int(is_other.argmax())
        length, stride = stop, stride * 2
    return length


def _grams(words: U64, length: int) -> U64:
    found = np.zeros(max(0, len(words) - length + 1), np.uint64)
    for nth in range(length):
        found = (found ^ words[nth : nth + len(found)]) * GOLDEN
        found ^= found >> _SHIFT
    return found


def aligned(a: U64, b: U64, least: int) -> list[Passage]:
    """Return the passages of two texts in the order of the first: common runs, and what is between them.

    Runs in a longest common order are `same`, others `moved`, listed at their position in the first text.
    """
    runs = common_runs(a, b, least)
    in_step = _longest_ascending([place for _, place, _ in runs])
    alone = np.ones(len(b), np.bool_)
    for _, place, length in runs:
        alone[place : place + length] = False
    found: list[Passage] = []
    here = there = 0
    for nth, (at, place, length) in enumerate(runs):
        is_same = nth in in_step
        found += _between((here, at), _trimmed((there, place if is_same else there), alone))
        found.append(Passage("same" if is_same else "moved", (at, at + length), (place, place + length)))
        here, there = at + length, place + length if is_same else there
    return [*found, *_between((here, len(a)), _trimmed((there, len(b)), alone))]


def _trimmed(span: Span, alone: Bools) -> Span:
    """Return the span without common runs at its ends; possibly empty."""
    left = span[0] + np.flatnonzero(alone[slice(*span)])
    return (int(left[0]), int(left[-1]) + 1) if len(left) else (span[0], span[0])


def _between(here: Span, there: Span) -> list[Passage]:
    """Return the passage between two runs, if not empty."""
    is_here, is_there = here[0] < here[1], there[0] < there[1]
    if not (is_here or is_there):
        return []
    return [Passage("changed" if is_here and is_there else "only_here" if is_here else "only_there", here, there)]


def _longest_ascending(places: list[int]) -> set[int]:
    """Return the indexes of a longest increasing subsequence (patience sorting, O(n log n))."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for nth, place in enumerate(places):
        pile = bisect_left(tops, place)
        before.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [place]
        ends[pile : pile + 1] = [nth]
    found, nth = set[int](), ends[-1] if ends else -1
    while nth >= 0:
        found.add(nth)
        nth = before[nth]
    return found
