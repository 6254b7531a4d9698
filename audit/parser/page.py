"""One document as its blocks, for the searches that look at one document at a time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import polars as pl

from audit.parser.cues import CUES

if TYPE_CHECKING:
    from collections.abc import Iterator

# A block of this weight (letters) that is no boilerplate is where an article visibly runs.
_RUNNING: Final = 60
# A line that says something about the article, and is not one of its paragraphs, has at most this many characters.
_SHORT: Final = 300
# An article has settled when three such blocks stand within this many.
_STRIDE: Final = 8

# So many content blocks in a row are an article, however short they are.
_STREAK: Final = 6

_ENDS: Final = ("related_heading", "comment")


@dataclass(frozen=True)
class Page:
    """The blocks of one document, column by column; `folded[i]` is as long as `text[i]`."""

    text: list[str]
    folded: list[str]
    weight: list[float]
    cue: list[str | None]
    sure: list[bool]
    boilerplate: list[bool]
    sentence: list[bool]
    dated: list[bool]
    breaks: list[int]
    score: list[float]
    unbroken: list[bool]

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def content(self) -> list[int]:
        """The numbers of the blocks that are no boilerplate."""
        return [i for i, flagged in enumerate(self.boilerplate) if not flagged]

    @cached_property
    def opening(self) -> int:
        """The block where the article begins to run; the number of blocks when there is none."""
        running = [i for i in self.content if self.weight[i] >= _RUNNING]
        settled = (i for i, third in zip(running, running[2:], strict=False) if third - i <= _STRIDE)
        begun = min((running or self.content or [len(self)])[0], self._streak)
        return next(settled, begun)

    @property
    def _streak(self) -> int:
        """The first of many content blocks in a row: verse never runs."""
        ends = self.content[_STREAK - 1 :] if self.is_mixed else []
        return next((i for i, end in zip(self.content, ends, strict=False) if end - i < _STREAK), len(self))

    @cached_property
    def closing(self) -> int:
        """The last content block; -1 when there is none."""
        return self.content[-1] if self.content else -1

    @cached_property
    def is_mixed(self) -> bool:
        """Whether some blocks are boilerplate, so that being content says something about the others."""
        return len(self.content) < len(self)

    @cached_property
    def limit(self) -> int:
        """The first heading of other articles or of comments below the opening: what follows is not about it."""
        below = range(self.opening + 1, len(self))
        return next((i for i in below if self.boilerplate[i] and self.cue[i] in _ENDS), len(self))

    @cached_property
    def copies(self) -> Counter[str]:
        """How often each folded text stands in the page."""
        return Counter(self.folded)

    @cached_property
    def short_lines(self) -> str:
        """The folded text of the blocks that are no paragraphs, a line each."""
        return "\n".join(line for line in self.folded if len(line) <= _SHORT)

    @cached_property
    def body(self) -> str:
        """The folded text of the content blocks."""
        return "\n".join(self.folded[i] for i in self.content)


def pages(lines: pl.DataFrame, documents: int) -> Iterator[Page]:
    """Yield the page of each of the batch's documents, also of those without a block."""
    kinds = lines["cue"].replace_strict({i: c.kind for i, c in enumerate(CUES)}, return_dtype=pl.String, default=None)
    sure = lines["cue"].is_in([i for i, c in enumerate(CUES) if c.sure]).fill_null(value=False)
    columns = [
        lines["text"],
        lines["folded"],
        lines["weight"],
        kinds,
        sure,
        lines["boilerplate"],
        *(lines[name] for name in ("sentence", "dated", "breaks", "score", "unbroken")),
    ]
    edges = lines["document"].search_sorted(pl.Series(range(documents + 1))).to_list()
    for first, last in pairwise(edges):
        yield Page(*(c[first:last].to_list() for c in columns))
