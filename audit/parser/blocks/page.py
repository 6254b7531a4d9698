"""The documents of a batch by blocks: where each article begins and ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.kernels.parser import words as kernels
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.reader_notices import COUNTERS
from audit.parser.blocks.strings import Strings, strings, word_classes
from audit.parser.tables.foreign_days import is_foreign_day
from audit.parser.tables.line_cues import WIKI
from audit.parser.tables.people import names_nobody
from audit.text import dates

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Minimum letters of a content block that shows an article, or of a sentence if there is none.
RUNNING, _SAID = 60, 25
# Number of such blocks within this many from which an article has begun.
_STRIDE: Final = 8
# Consecutive content blocks that form an article, however short.
_STREAK: Final = 6
# Cap on letters per block, positive for content and negative for furniture.
_HEAVIEST, _FURNITURE = 300, 25
# Code points of an article read for its words; maximum letters of lines looked up, as longer ones are paragraphs; and
# blocks of a lead that headlines may follow. Below that only lines this close to a date or author are looked up.
_READ, _PARAGRAPH, _LEAD_IN, _ASKED = 8_000, 360, 4, 10
# Maximum characters of a line about the article that is no paragraph.
SHORT: Final = 300
# Blocks of the head of a text, how far its first byline or day is below its first block, and maximum characters of one.
_HEAD, _ABOVE_META, _LONGEST_STATED = 5, 2, 48
# Kinds that end an article, and that state date or author; maximum characters of a line with a date; digits of a year.
_ENDS, _META, _LONGEST_META, _OF_A_YEAR = ("related_heading", "comment"), ("byline", "date"), 120, 4
# Which lines with a year are subjects: longer than a month, or four words, on no rights, or a work's name and year.
_SUBJECT: Final = re.compile(
    r"^(?!copyright|©|ⓒ|\(c\))(?:(?s:.){21}|[^\W\d](?:\S* ){3}|[^\W\d].*[^\W\d] ?\((?:19|20)\d\d\)$)"
)


@dataclass(frozen=True)
class Pages(Rows):
    """The blocks of a batch by row (columns of audit.parser.blocks.boilerplate.decide), and its documents by number.

    Document n has the rows `edges[n]` to `edges[n + 1]`. All positions are rows of the batch.
    """

    edges: Ints

    def __len__(self) -> int:
        return len(self.edges) - 1

    @cached_property
    def first(self) -> Ints:
        """The first row of each document."""
        return self.edges[:-1]

    @cached_property
    def last(self) -> Ints:
        """The row behind each document."""
        return self.edges[1:]

    @cached_property
    def document(self) -> Ints:
        """The document of each row."""
        return self.lines["document"].to_numpy()

    @cached_property
    def content(self) -> Flags:
        """A mask of the blocks that are not boilerplate."""
        return ~self.flags("boilerplate")

    def flags(self, name: str) -> Flags:
        """Return a column of truth values."""
        return self.lines[name].to_numpy()

    @cached_property
    def dated(self) -> Flags:
        """Which blocks contain a year, or are short and may contain one of another calendar; no notice of a wiki."""
        found = self.flags("dated").copy()
        rows = np.flatnonzero((self.chars <= SHORT) & ~found)
        numbers = self.chars[rows], self["digit"][rows], self.is_ascii[rows]
        found[rows[is_foreign_day(self.picked(rows), *numbers)]] = True
        return found & ~self.with_cue(WIKI)

    @cached_property
    def meta(self) -> Flags:
        """Which blocks state the article's date or author. A year in words is a subject: The best phones of 2026."""
        named = self.holding(_SUBJECT, self.dated & (self["digit"] == _OF_A_YEAR))
        bylines = np.flatnonzero(self.cued(("byline",)) & (self.chars <= _LONGEST_STATED))
        nobody = bylines[np.array([names_nobody(line) for line in self.texts(bylines, "text")], np.bool_)]
        found = self.cued(_META) | (self.dated & (self.chars <= _LONGEST_META) & ~self.mask(named))
        return found & ~self.mask(nobody)

    @cached_property
    def folded(self) -> Strings:
        """The folded text of each block."""
        return strings(self.lines["folded"])

    @cached_property
    def is_ascii(self) -> Flags:
        """Which folded blocks are pure ASCII, so that byte and code point offsets agree."""
        return np.equal(self.folded.sizes, self.chars)

    @cached_property
    def said(self) -> Ints:
        """The rows of content."""
        return np.flatnonzero(self.content)

    @cached_property
    def size(self) -> Ints:
        """The number of content blocks in each document."""
        return np.diff(np.searchsorted(self.said, self.edges))

    @cached_property
    def is_mixed(self) -> Flags:
        """Whether only some of a document's blocks are boilerplate, so that content is distinctive."""
        return self.size < self.last - self.first

    @cached_property
    def is_plain(self) -> Flags:
        """Whether a document shows no sign of page furniture."""
        found: Flags = np.bincount(self.document[self.flags("furnished")], minlength=len(self)) == 0
        return found

    @cached_property
    def begun(self) -> Ints:
        """The first content block of each document; its end if there is none."""
        return self.earliest(self.said, self.last)

    @cached_property
    def closing(self) -> Ints:
        """The last content block of each document; the row above the document if there is none."""
        before = np.searchsorted(self.said, self.last) - 1
        found = np.append(self.said, -1)[before]
        return np.where(found >= self.first, found, self.first - 1)

    @cached_property
    def opening(self) -> Ints:
        """The block where each article begins; the document's end if it never does."""
        running = self.said[self.weight[self.said] >= RUNNING]
        said = self.said[self.flags("sentence")[self.said] & (self.weight[self.said] >= _SAID)]
        begun = self.earliest(running, self.earliest(said, self.last))
        terse = np.flatnonzero((begun == self.last) & (self.begun < self.last))
        begun[terse] = self._below_head(self.begun[terse], self.last[terse])
        return self.earliest(self._runs(running, 3, _STRIDE), np.minimum(begun, self._streak))

    def _below_head(self, begun: Ints, last: Ints) -> Ints:
        """Return where texts without prose begin: at their `begun` block, or below bylines and days near below it."""
        stated, byline = self.meta & (self.chars <= _LONGEST_STATED), self.cued(("byline",))
        found = begun.copy()
        for step in range(1, _HEAD):
            goes_on = (found == begun + step) | ((found == begun) & (step <= _ABOVE_META))
            asked = np.flatnonzero(goes_on & (begun + step + 1 < last))
            asked = asked[stated[begun[asked] + step]]
            days = [bool(dates.find(line, day_first=True)) for line in self.texts(begun[asked] + step)]
            asked = asked[byline[begun[asked] + step] | np.array(days, np.bool_)]
            found[asked] = begun[asked] + step + 1
        return found

    @cached_property
    def _streak(self) -> Ints:
        """The first of many content blocks in a row: verse never runs."""
        runs = self._runs(self.said, _STREAK, _STREAK - 1)
        return self.earliest(runs[self.is_mixed[self.document[runs]]], self.last)

    def _runs(self, rows: Ints, size: int, reach: int) -> Ints:
        """Return the rows that are the first of `size` rows within `reach` in one document."""
        heads, tails = rows[: max(0, len(rows) - size + 1)], rows[size - 1 :]
        runs: Ints = heads[(tails - heads <= reach) & (self.document[heads] == self.document[tails])]
        return runs

    @cached_property
    def main(self) -> tuple[Ints, Ints]:
        """Start and end of the run of blocks with most content in each document; empty if there is none.

        The maximum-sum run (Kadane), with boilerplate counting negative, excludes content-like blocks far from the
        article, such as a notice at the top.
        """
        mass = np.where(self.content, np.minimum(self.weight, _HEAVIEST), -_FURNITURE).astype(np.int64)
        total = np.concatenate([[0], np.cumsum(mass)])
        # The running minimum within each document: cumulated sums of a document are all below those of its predecessor.
        fall = 2 * (abs(total).max(initial=0) + 1) * self.document
        lowest = np.minimum.accumulate(total[:-1] - fall)
        gain = total[1:] - fall - lowest
        begun = np.maximum.accumulate(np.where(total[:-1] - fall == lowest, np.arange(len(mass)), 0))
        ends = self._highest(gain)
        found = ends < self.last
        found[found] = gain[ends[found]] > 0
        starts = np.append(begun, 0)[np.minimum(ends, len(mass))]
        return np.where(found, starts, self.last), np.where(found, ends + 1, self.last)

    def _highest(self, values: Ints) -> Ints:
        """Return the first row with the highest value in each document; its end if it is empty."""
        order = np.lexsort((-values, self.document))
        heads = np.minimum(self.first, max(len(values) - 1, 0))
        return np.where(self.first < self.last, order[heads] if len(order) else self.last, self.last)

    @cached_property
    def speech(self) -> tuple[Ints, NDArray[np.float64]]:
        """For each line the number and share of its words used elsewhere in its article; 0 where not needed."""
        here, top = np.arange(len(self.weight)), np.maximum(self.opening, self.main[0]) + _LEAD_IN
        told = np.concatenate([[0], np.cumsum(self.meta)])
        beside = told[np.minimum(here + _ASKED, len(here))] > told[np.maximum(here - _ASKED, 0)]
        beside &= here < self.main[1][self.document]
        rows = np.flatnonzero((beside | (here < top[self.document])) & (self.weight <= _PARAGRAPH))
        shared, share = np.zeros(len(self.weight), np.int64), np.zeros(len(self.weight))
        shared[rows], share[rows] = self.overlaps(rows, _READ)
        return shared, share

    def overlaps(self, rows: Ints, most: int) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
        """Return how many words of the rows the first `most` code points of their article use elsewhere; the share."""
        shared, words = np.zeros(len(rows), np.int32), np.zeros(len(rows), np.int32)
        parts, bodies = np.searchsorted(rows, self.edges), np.stack(self.main, axis=1).ravel()
        scratch = np.zeros(kernels.WORDS, np.int32), np.zeros(kernels.WORDS, np.int32)
        content = self.content.view(np.uint8)
        kernels.overlaps(
            *(self.folded.text, self.folded.offsets, word_classes(), rows, parts, bodies, most, content, self.chars),
            *(shared, words, *scratch),
        )
        return shared, shared / np.maximum(words, 1)

    def ends(self, tops: Ints) -> Ints:
        """Return the first heading of other articles, or of comments but among counters, below `tops`; else the end."""
        counter = np.isin(self["notice"], COUNTERS)
        ends = np.flatnonzero(self.cued(_ENDS) & ~self.content & ~(counter & np.append(False, counter[:-1])))
        return self.earliest(ends[ends > tops[self.document[ends]]], self.last)

    def earliest(self, rows: Ints, otherwise: Ints) -> Ints:
        """Return the first of the rows (ascending) in each document, with a default."""
        found = np.append(rows, self.edges[-1])[np.searchsorted(rows, self.first)]
        return np.where(found < self.last, found, otherwise)


def pages(lines: pl.DataFrame, documents: int) -> Pages:
    """Return the batch's documents, including those without blocks."""
    edges = lines["document"].search_sorted(pl.Series(range(documents + 1))).to_numpy().astype(np.int64)
    return Pages(lines, edges)
