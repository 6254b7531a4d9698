"""The articles of a batch, folded and concatenated for one-pass scans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
import polars as pl

from audit.measure.articles.article_words import ArticleWords
from audit.text.classes import codepoints
from audit.text.fold import folded_points, respelled

Points = npt.NDArray[np.uint32]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Articles:
    """Content blocks: block n is points[starts[n]:ends[n]], of article owners[n], whose blocks are consecutive.

    Blocks are separated by a blank.
    """

    points: Points
    starts: Places
    ends: Places
    owners: Places
    _texts: Sequence[str]
    _numbers: Places
    _written: tuple[Points, Places]
    _asked: dict[int, ArticleWords] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, texts: Sequence[str], ids: pl.Series) -> Articles:
        """Return the articles of blocks, whose documents are `ids`."""
        sizes = np.fromiter(map(len, texts), np.int64, len(texts))
        ends = np.cumsum(sizes + 1) - 1
        owners = ids.rle_id().cast(pl.Int64).to_numpy()
        written, starts = codepoints("\n".join(texts)), ends - sizes
        return cls(folded_points(written), starts, ends, owners, texts, np.arange(len(texts)), (written, starts))

    def times(self, word: str) -> Places:
        """Return how often each article contains a folded string."""
        edges, size = self.edges(), len(word)
        at = np.flatnonzero(self.points[: max(0, len(self.points) - size + 1)] == ord(word[0]))
        for n, letter in enumerate(map(ord, word)):
            at = at[self.points[at + n] == letter]
        found = np.searchsorted(edges[:, 0], at, side="right") - 1
        return np.bincount(found[at + size <= edges[found, 1]], minlength=len(edges))

    def only(self, told: npt.NDArray[np.bool_]) -> tuple[Articles, Places]:
        """Return the articles selected by a mask, and the numbers that their blocks have here."""
        edges = self.edges()
        blocks = np.flatnonzero(told[np.cumsum(np.diff(self.owners, prepend=-1) != 0) - 1])
        points = self.points[np.repeat(told, np.diff(edges[:, 0], append=len(self.points)))]
        sizes = self.ends[blocks] - self.starts[blocks]
        ends = np.cumsum(sizes + 1) - 1
        owners, numbers = self.owners[blocks], self._numbers[blocks]
        return Articles(points, ends - sizes, ends, owners, self._texts, numbers, self._written), blocks

    def text(self, block: int) -> str:
        """Return a folded block."""
        return self.between(int(self.starts[block]), int(self.ends[block]))

    def respelled(self, forms: Points) -> Articles:
        """Return the articles with other code points for those of the BMP: forms[code point]."""
        return replace(self, points=respelled(self.points, forms), _asked={})

    def written(self, block: int) -> str:
        """Return a block before folding."""
        return self._texts[int(self._numbers[block])]

    def points_written(self, places: Places) -> Points:
        """Return the code points at offsets in `points` before folding."""
        blocks = self.blocks_at(places)
        written, starts = self._written
        found: Points = written[starts[self._numbers[blocks]] + places - self.starts[blocks]]
        return found

    def words(self, block: int) -> ArticleWords:
        """Return the term counts of a block's article, cached for consecutive calls."""
        article = int(self.owners[block])
        if article not in self._asked:
            first, last = np.searchsorted(self.owners, [article, article + 1])
            self._asked.clear()
            self._asked[article] = ArticleWords(self.between(int(self.starts[first]), int(self.ends[last - 1])))
        return self._asked[article]

    def edges(self) -> Places:
        """Return the start and end of each article in `points`, a row each."""
        firsts = np.flatnonzero(np.diff(self.owners, prepend=-1))
        lasts = np.append(firsts[1:], len(self.owners))[: len(firsts)] - 1
        return np.stack([self.starts[firsts], self.ends[lasts]], axis=1)

    def blocks_at(self, places: Places) -> Places:
        """Return the block at each offset in `points`."""
        return np.searchsorted(self.starts, places, side="right") - 1

    def between(self, start: int, end: int) -> str:
        """Return the folded text between two offsets."""
        return self.points[start:end].tobytes().decode("utf-32-le", "surrogatepass")
