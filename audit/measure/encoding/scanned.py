"""A text with the result of its scan, as seen by the character measures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.finding import MAX_PLACES, Place
from audit.measure.encoding.mojibake.reading import RestoredWord
from audit.text.classes import Classes, Counts, Points, classes, codepoints
from audit.text.visible import visible

Mask = npt.NDArray[np.bool_]
EVIDENCE_CHARS: Final = 80


@dataclass(frozen=True)
class ScannedText:
    """A text with its scan; code points and classes are computed lazily.

    `tally` is the number of code points in each class, `marks` and `peak` are as in `Scan`; `bad` are the U+FFFD that
    stand for bad bytes. `is_plain`: searched for odd places before, without result; `restored`: the words that another
    codec turns into frequent ones; `rarest` is as in `Scan`, `risen` are this text's passages there;
    `is_misread`: may hold signs as another codec shows them.
    """

    text: str
    tally: Counts
    marks: int
    peak: int
    bad: tuple[int, ...] = ()
    is_plain: bool = False
    restored: tuple[RestoredWord, ...] = ()
    rarest: int = 0
    risen: Sequence[tuple[int, int]] = ()
    is_misread: bool = False

    @cached_property
    def points(self) -> Points:
        """The code points, four bytes each."""
        return codepoints(self.text)

    @cached_property
    def kinds(self) -> Classes:
        """The class of each code point."""
        return classes(self.points)

    @cached_property
    def _held(self) -> Mask:
        return self.tally > 0

    def holds(self, mask: Mask) -> bool:
        """Return whether the text has a code point in a class of the mask."""
        return bool(self._held.dot(mask))

    def is_marked(self, flag: int) -> bool:
        """Return whether the scan set this flag."""
        return bool(self.marks & flag)


@dataclass(frozen=True, slots=True)
class Spots:
    """The result for one fact: count, first places, and the kind of the very first, if any."""

    count: int
    places: tuple[Place, ...] = ()
    kind: str | None = None


def spots(fact: str, found: Iterable[tuple[int, int, str]]) -> Spots:
    """Return the count of all and the first MAX_PLACES places, dropping the others."""
    rest = iter(found)
    places = tuple(Place(fact, start, end, short(why)) for start, end, why in islice(rest, MAX_PLACES))
    return Spots(len(places) + sum(1 for _ in rest), places)


def masked(fact: str, mask: Mask, seen: ScannedText) -> Spots:
    """Return the count of code points under the mask; adjacent ones share a place."""
    at = np.flatnonzero(mask)
    if not len(at):
        return Spots(0)
    starts = at[np.flatnonzero(np.diff(at, prepend=-2) > 1)][:MAX_PLACES]
    ends = at[np.flatnonzero(np.diff(at, append=len(seen.text) + 2) > 1)][:MAX_PLACES] + 1
    places = (Place(fact, int(s), int(e), named(seen.text[s:e])) for s, e in zip(starts, ends, strict=True))
    return Spots(len(at), tuple(places))


def named(run: str) -> str:
    """Return code points in notation `U+200B U+200B`, with an ellipsis if too long."""
    shown = " ".join(f"U+{ord(char):04X}" for char in run[:_NAMED])
    return shown + (" …" if len(run) > _NAMED else "")


_NAMED: Final = 8


def short(evidence: str) -> str:
    """Return printable evidence of at most EVIDENCE_CHARS."""
    shown = visible(evidence[: 2 * EVIDENCE_CHARS])
    return shown if len(shown) <= EVIDENCE_CHARS else shown[: EVIDENCE_CHARS - 1] + "…"
