"""The blocks of a batch as numpy arrays: lazily converted columns of features.lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

import numpy as np

from audit.kernels.parser.lines import KIND
from audit.parser.blocks.code_points import DIGIT, class_table
from audit.parser.blocks.context import margins
from audit.parser.blocks.context.regex_search import LineTexts, holds_any, picked, search_rows
from audit.parser.blocks.context.segments import Segments
from audit.parser.tables.line_cues import CUES
from audit.text.code_points import PLANE

if TYPE_CHECKING:
    import polars as pl
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

Made = TypeVar("Made")

NO_CUE: Final = -1
# Weights are in tenths of a letter as integers, so that sums are exact.
TENTHS: Final = 10
# Cap on letters.
_MOST_LETTERS: Final = 2000


@dataclass(frozen=True)
class Rows:
    """The rows of audit.parser.blocks.features.lines, with those of repeat_columns."""

    lines: pl.DataFrame
    # The texts of columns read so far: the same for other blocks that differ from these in their flags only.
    read: dict[str, LineTexts] = field(default_factory=dict, kw_only=True, repr=False, compare=False)

    @cached_property
    def documents(self) -> Segments:
        """The blocks of each document."""
        return Segments.of(self["document"])

    @cached_property
    def cue(self) -> Ints:
        """The number of each block's cue, or NO_CUE."""
        return self.lines["cue"].fill_null(NO_CUE).to_numpy().astype(np.int64)

    @cached_property
    def seen(self) -> tuple[Ints, list[str]]:
        """For each block the index of the words that identified its cue (or NO_CUE), and these words."""
        cued, found = self._cues[0], np.full(len(self.cue), NO_CUE)
        known: dict[str, int] = {}
        found[cued] = [known.setdefault(word, len(known)) for word in self.texts(cued, "seen")]
        return found, list(known)

    @cached_property
    def weight(self) -> NDArray[np.float64]:
        """The information of each block, in letters."""
        return self.lines["weight"].to_numpy()

    @cached_property
    def chars(self) -> Ints:
        """The length of each block, in code points."""
        return self.lines["chars"].to_numpy().astype(np.int64)

    @cached_property
    def tenths(self) -> Ints:
        """The weight of each block in tenths of a letter."""
        tenths: Ints = np.rint(self["weight"] * TENTHS).astype(np.int64)
        return tenths

    @cached_property
    def letters(self) -> Ints:
        """The weight of each block in whole letters, capped so that no long block dominates its neighbours."""
        letters: Ints = np.rint(np.minimum(self["weight"], _MOST_LETTERS)).astype(np.int64)
        return letters

    @cached_property
    def colon(self) -> Flags:
        """Which blocks end with a colon."""
        return self.closed(":：")

    @cached_property
    def cut_off(self) -> Flags:
        """Which blocks end with a cut-off or an arrow."""
        arrows = self.closed("→»>›")
        # Quotations and tags close with the same marks that look like arrows.
        arrows &= ~self.naming("«‹<", arrows)
        return margins.trails_off(self["closes"]) | arrows

    @cached_property
    def quoted(self) -> Flags:
        """Which blocks begin with a quotation mark."""
        return self.opened('“"„«「『')

    def opened(self, marks: str) -> Flags:
        """Return which blocks begin with one of some marks."""
        return margins.are_marks(self["opens"], marks)

    @cached_property
    def begins_with_digit(self) -> Flags:
        """Which blocks begin with a digit; all that begin beyond the BMP, where there are some."""
        opens = self["opens"]
        found: Flags = (class_table()[np.minimum(opens, PLANE - 1)] & KIND == DIGIT) | (opens >= PLANE)
        return found

    def closed(self, marks: str, behind: str = "") -> Flags:
        """Return which blocks end with one of some marks, or have it before one or two of those `behind` it."""
        return margins.ends(self["closes"], marks, behind)

    def __getitem__(self, name: str) -> NDArray[Any]:
        """Return a column, with nulls filled."""
        if name not in self._arrays:
            self._arrays[name] = self.lines[name].to_numpy()
        return self._arrays[name]

    @cached_property
    def _arrays(self) -> dict[str, NDArray[Any]]:
        """The columns converted so far."""
        return {}

    def once(self, make: Callable[[Self], Made]) -> Made:
        """Return what is made of the blocks: for all that ask, when the first of them does."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[Callable[[Self], Any], Any]:
        """What was made of the blocks so far."""
        return {}

    def with_cue(self, numbers: tuple[int, ...]) -> Flags:
        """Return which blocks have one of these cues."""
        rows, cues = self._cues
        return self.mask(rows[are_cues(cues, numbers)])

    @cached_property
    def _cues(self) -> tuple[Ints, Ints]:
        """The rows that have a cue, and their cues."""
        rows = np.flatnonzero(self.cue != NO_CUE)
        return rows, self.cue[rows]

    def cued(self, kinds: Sequence[str]) -> Flags:
        """Return which blocks have a cue of one of the kinds."""
        return self.with_cue(tuple(i for i, c in enumerate(CUES) if c.kind in kinds))

    def picked(self, rows: Ints, column: str = "folded") -> pl.Series:
        """Return the values of some rows in a column."""
        return picked(self.lines[column], rows)

    def texts(self, rows: Ints, column: str = "folded") -> list[str]:
        """Return the text of some rows."""
        return self.strings(column)[rows] if len(rows) else []

    def stretches(self, first: Ints, last: Ints, column: str = "folded") -> Iterator[list[str]]:
        """Yield the texts of the rows from each first one to the last one beside it, exclusive."""
        sizes = last - first
        ends = np.cumsum(sizes)
        lines = self.texts(np.repeat(last - ends, sizes) + np.arange(sizes.sum()), column)
        for size, end in zip(sizes.tolist(), ends.tolist(), strict=True):
            yield lines[end - size : end]

    def strings(self, column: str) -> LineTexts:
        """Return the texts of a column."""
        if column not in self.read:
            self.read[column] = LineTexts(self.lines[column])
        return self.read[column]

    def mask(self, rows: Ints) -> Flags:
        """Return which blocks are one of the rows."""
        found = np.zeros(len(self.lines), np.bool_)
        found[rows] = True
        return found

    def naming(self, words: Sequence[str], rows: Flags) -> Flags:
        """Return which flagged rows contain one of some words in their folded text."""
        found, chosen = np.zeros(len(rows), np.bool_), np.flatnonzero(rows)
        if len(chosen):
            found[chosen] = holds_any(self.picked(chosen), words)
        return found

    def matching(self, name: str, pattern: str | re.Pattern[str], rows: Flags) -> Flags:
        """Return which flagged rows match a regular expression in a column.

        A compiled pattern is tried line by line, for few lines (audit.parser.blocks.context.regex_search).
        """
        found, chosen = np.zeros(len(rows), np.bool_), np.flatnonzero(rows)
        if isinstance(pattern, re.Pattern):
            found[search_rows(pattern, self.strings(name), chosen)] = True
        elif len(chosen):
            found[chosen] = self.picked(chosen, name).str.contains(pattern).to_numpy()
        return found

    def holding(self, pattern: pl.Expr | re.Pattern[str], rows: Flags) -> Ints:
        """Return which flagged rows contain a match of the polars expression, or of the pattern for few rows."""
        chosen = np.flatnonzero(rows)
        if isinstance(pattern, re.Pattern):
            return search_rows(pattern, self.strings("folded"), chosen)
        if not len(chosen):
            return chosen
        held: Flags = self.picked(chosen).to_frame().select(pattern).to_series().to_numpy()
        return chosen[held]


def are_cues(cue: Ints, numbers: tuple[int, ...]) -> Flags:
    """Return which of the blocks' cues (NO_CUE for none) are one of these."""
    wanted = np.zeros(len(CUES) + 1, np.bool_)
    wanted[list(numbers)] = True
    found: Flags = wanted[cue]
    return found
