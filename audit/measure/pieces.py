"""The stretches of a text that vote on its language: its content blocks, or its lines where it has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.measure.tongue import FAMILIES, WORTH
from audit.text.classes import Counts, Points
from audit.text.scripts import SCRIPT, SCRIPTS, scripts

Offsets = npt.NDArray[np.int64]
Worths = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

_WIDTH: Final = len(SCRIPTS)
# Code points looked at together.
_WINDOW: Final = 1 << 20
_HANI, _HIRA, _KANA = SCRIPT["Hani"], SCRIPT["Hira"], SCRIPT["Kana"]
_CJK: Final = [_HANI, _HIRA, _KANA]
# Japanese sentences have 30 to 50 % hiragana, Chinese ones at most a の for ornament. Headlines may have katakana only,
# but so have Chinese sentences that name a Japanese book or band.
_MIN_HIRAGANA: Final = 0.1
_MIN_KANA: Final = 0.34


@dataclass(frozen=True)
class Pieces:
    """Stretches of a text that hold letters: where they are, and the letters of each of SCRIPTS in them, row by row."""

    starts: Offsets
    ends: Offsets
    counts: Counts

    @cached_property
    def worths(self) -> Worths:
        """Return what the letters of each script are worth, in Latin letters: one row a piece."""
        made: Worths = self.counts * WORTH
        return made

    @cached_property
    def letters(self) -> Counts:
        """Return the number of letters in each piece."""
        made: Counts = self.counts[:, 1:].sum(axis=1)
        return made

    @cached_property
    def _japanese(self) -> Mask:
        cjk = self.counts[:, _CJK].sum(axis=1)
        made: Mask = (self.counts[:, _HIRA] > _MIN_HIRAGANA * cjk) | (cjk - self.counts[:, _HANI] > _MIN_KANA * cjk)
        return made

    @cached_property
    def families(self) -> list[str]:
        """Return what each piece is: zh, ja, ko …, or the script, where that has several languages."""
        worths = self.worths.copy()
        worths[:, _HANI] = worths[:, _CJK].sum(axis=1)
        worths[:, [_HIRA, _KANA]] = 0
        best = worths.argmax(axis=1)
        return [
            "ja" if japanese and number == _HANI else FAMILIES[number]
            for number, japanese in zip(best.tolist(), self._japanese.tolist(), strict=True)
        ]

    def of(self, what: str) -> Worths:
        """Return what the letters of one family are worth in each piece; Han beside enough kana is Japanese."""
        own = [number for number, name in enumerate(FAMILIES) if name == what and number not in _CJK]
        cjk = [number for number in _CJK if FAMILIES[number] == what]
        found: Worths = self.worths[:, own].sum(axis=1) + np.where(self._japanese, 0, self.worths[:, cjk].sum(axis=1))
        return found + np.where(self._japanese, self.worths[:, _CJK].sum(axis=1), 0) if what == "ja" else found

    def votes(self) -> dict[str, float]:
        """Return the worth of each family's letters, the greatest first, ties by name; mixed pieces vote twice."""
        names = sorted({FAMILIES[number] for number in np.flatnonzero(self.worths.sum(axis=0))} | {"ja"})
        sums = {name: float(self.of(name).sum()) for name in names}
        return {name: worth for name, worth in sorted(sums.items(), key=lambda item: (-item[1], item[0])) if worth}


def pieces(points: Points, starts: Offsets, ends: Offsets) -> Pieces:
    """Return the pieces that hold letters; linear in the text, whatever the number of lines."""
    rows: dict[int, Counts] = {}
    for at in range(0, len(points) if len(starts) else 0, _WINDOW):
        for number, counts in _counted(points[at : at + _WINDOW], at, starts, ends):
            rows[number] = rows[number] + counts if number in rows else counts
    numbers = np.array(list(rows), dtype=np.int64)
    counts = np.stack(list(rows.values())) if rows else np.zeros((0, _WIDTH), dtype=np.int64)
    return Pieces(starts[numbers], ends[numbers], counts)


def _counted(points: Points, at: int, starts: Offsets, ends: Offsets) -> Iterator[tuple[int, Counts]]:
    """Yield the number of each piece that has letters among these code points, and its letters per script."""
    found = scripts(points)
    letters = np.flatnonzero(found)
    owner = np.searchsorted(starts, letters + at, side="right") - 1
    inside = (owner >= 0) & (letters + at < ends[np.maximum(owner, 0)])
    letters, owner = letters[inside], owner[inside]
    numbers, compact = np.unique(owner, return_inverse=True)
    counts = np.bincount(compact * _WIDTH + found[letters], minlength=len(numbers) * _WIDTH)
    yield from zip(numbers.tolist(), counts.reshape(-1, _WIDTH), strict=True)


def lines(points: Points) -> tuple[Offsets, Offsets]:
    """Return the starts and ends of the lines of a text."""
    breaks = np.flatnonzero(points == ord("\n"))
    return np.concatenate(([0], breaks + 1)), np.append(breaks, len(points))
