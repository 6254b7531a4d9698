"""A decoded text as the measures of characters see it: the string, its code points and their classes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.finding import MAX_PLACES, Place
from audit.text.classes import NAMES, Classes, Counts, Points, classes, codepoints, tally
from audit.text.visible import visible

Mask = npt.NDArray[np.bool_]
EVIDENCE_CHARS: Final = 80


@dataclass(frozen=True, slots=True)
class Seen:
    """A text with its code points and classes, all of one length.

    `tally` is the number of code points in each class; `bad` are the U+FFFD that stand for bad bytes.
    """

    text: str
    points: Points
    kinds: Classes
    tally: Counts
    bad: tuple[int, ...]

    @staticmethod
    def of(text: str, bad: Iterable[int] = ()) -> Seen:
        """Return the text as seen; O(length), four bytes and one byte a character."""
        points = codepoints(text)
        kinds = classes(points)
        return Seen(text, points, kinds, tally(kinds, len(NAMES)), tuple(bad))

    def holds(self, mask: Mask) -> bool:
        """Return whether the text has a code point in one of the classes of the mask."""
        return bool(self.tally[mask].any())


@dataclass(frozen=True, slots=True)
class Spots:
    """What one fact counted: how many, and where the first of them are."""

    count: int
    places: tuple[Place, ...] = ()


def spots(fact: str, found: Iterable[tuple[int, int, str]]) -> Spots:
    """Return the count of all and the places of the first MAX_PLACES; the others of `found` are not kept."""
    rest = iter(found)
    places = tuple(Place(fact, start, end, short(why)) for start, end, why in islice(rest, MAX_PLACES))
    return Spots(len(places) + sum(1 for _ in rest), places)


def masked(fact: str, mask: Mask, seen: Seen) -> Spots:
    """Return the count of code points under the mask; neighbours share a place."""
    at = np.flatnonzero(mask)
    if not len(at):
        return Spots(0)
    starts = at[np.flatnonzero(np.diff(at, prepend=-2) > 1)][:MAX_PLACES]
    ends = at[np.flatnonzero(np.diff(at, append=len(seen.text) + 2) > 1)][:MAX_PLACES] + 1
    places = (Place(fact, int(s), int(e), named(seen.text[s:e])) for s, e in zip(starts, ends, strict=True))
    return Spots(len(at), tuple(places))


def named(run: str) -> str:
    """Return code points by number, as `U+200B U+200B`; an ellipsis stands for what is too long to show."""
    shown = " ".join(f"U+{ord(char):04X}" for char in run[:_NAMED])
    return shown + (" …" if len(run) > _NAMED else "")


_NAMED: Final = 8


def short(evidence: str) -> str:
    """Return evidence that is safe to print and at most EVIDENCE_CHARS long."""
    shown = visible(evidence[: 2 * EVIDENCE_CHARS])
    return shown if len(shown) <= EVIDENCE_CHARS else shown[: EVIDENCE_CHARS - 1] + "…"
