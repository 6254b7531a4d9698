"""Labelled pages as the parser would meet them: whole, cropped, cut short, without blank lines, folded to ASCII marks.

FOLDER/extraction holds train_lines.parquet (doc, site, lang, style, line, gap, text, label: 1 content, 0 boilerplate)
and train_docs.parquet (doc, title); the same of two benchmarks of pages of many kinds (WCXB, magic-html), which say a
page's kind and no language. The pages stay outside; what is derived from them goes in.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from numpy.typing import NDArray

STYLES: Final = ("innertext", "bs4nl", "inscriptis")
CONTENT, BOILERPLATE = 1, 0
NEWS, KINDS = "train", ("wcxb_train", "magic_train")
# A page of another kind counts this much beside a page of news, which are fewer.
KIND_SHARE: Final = 0.5
WITHOUT_SPACES: Final = ("zh", "ja")
FOLDS: Final = 5
# Two headlines are one when the shorter begins the longer and is at least this much of it.
BEGINNING: Final = 0.6
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_FOLDED: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


@dataclass(frozen=True)
class Rendered:
    """A rendered page, line by line: `gaps` are the blank lines above each, `share` is how much the page counts."""

    doc: str
    site: str
    language: str
    style: str
    title: str | None
    lines: tuple[str, ...]
    gaps: tuple[int, ...]
    labels: tuple[int, ...]
    share: float = 1.0
    is_whole: bool = True

    @cached_property
    def text(self) -> str:
        """The page with its blank lines."""
        return "".join(pad + line for pad, line in zip(self._pads, self.lines, strict=True))

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """Where each line starts in the text."""
        sizes = [len(pad) + len(line) for pad, line in zip(self._pads, self.lines, strict=True)]
        return np.cumsum([0, *sizes])[:-1] + [len(pad) for pad in self._pads]

    @property
    def knows_siblings(self) -> bool:
        """Whether the page is read together with the others of its site: half of the pages are."""
        return bool(_draw(f"{self.doc} {self.style} {self.share} {len(self.lines)}", "r", 2))

    @property
    def _pads(self) -> list[str]:
        return ["\n" * (gap + (number > 0)) for number, gap in enumerate(self.gaps)]

    @cached_property
    def content(self) -> list[int]:
        """The numbers of the article's lines."""
        return [i for i, label in enumerate(self.labels) if label == CONTENT]

    def picked(self, numbers: list[int], share: float) -> Rendered:
        """Return the page with only the numbered lines."""
        lines, gaps, labels = (tuple(column[i] for i in numbers) for column in (self.lines, self.gaps, self.labels))
        return replace(self, lines=lines, gaps=gaps, labels=labels, share=share, is_whole=False)

    def flat(self, share: float) -> Rendered:
        """Return the page without blank lines."""
        return replace(self, gaps=(0,) * len(self.gaps), share=share, is_whole=False)

    def folded(self, share: float) -> Rendered:
        """Return the page with full-width forms as ASCII."""
        lines = tuple(line.translate(_FOLDED) for line in self.lines)
        title = self.title and self.title.translate(_FOLDED)
        return replace(self, lines=lines, title=title, share=share, is_whole=False)


def load(folder: Path, name: str = NEWS) -> list[Rendered]:
    """Return the labelled pages of a set in all styles."""
    titles = dict(pl.read_parquet(folder / f"{name}_docs.parquet").select("doc", "title").iter_rows())
    lines = pl.read_parquet(folder / f"{name}_lines.parquet").filter(pl.col("style").is_in(STYLES))
    if "lang" not in lines.columns:
        lines = lines.with_columns(lang=pl.col("kind").str.extract(r" (\w\w)$").fill_null("en"))
    groups = lines.sort("doc", "style", "line").group_by("doc", "style", maintain_order=True)
    return [_rendered(str(doc), str(style), page, titles) for (doc, style), page in groups]


def _rendered(doc: str, style: str, page: pl.DataFrame, titles: dict[str, str]) -> Rendered:
    columns = (tuple(page[name].to_list()) for name in ("text", "gap", "label"))
    return Rendered(doc, page["site"][0], page["lang"][0], style, titles[doc], *columns)


def varied(pages: list[Rendered]) -> Iterator[Rendered]:
    """Yield the pages and, of the browser-like rendering, the forms in which texts are saved without their page."""
    for page in pages:
        yield page
        if page.style == STYLES[0] and page.content:
            yield from _variants(page, lambda salt, below, doc=page.doc: _draw(doc, salt, below))
        if page.style == STYLES[1] and page.content:
            yield _cropped(page, 2 + _draw(page.doc, "s", 10), 2 + _draw(page.doc, "t", 12), 0.5)
            yield _bare(page, told=bool(_draw(page.doc, "u", 2)))


def varied_kinds(pages: list[Rendered]) -> Iterator[Rendered]:
    """Yield pages of many kinds and, of the browser-like rendering, what is saved of them without their page."""
    for page in pages:
        yield replace(page, share=KIND_SHARE)
        if page.style == STYLES[0] and page.content:
            yield _cropped(page, _draw(page.doc, "a", 10), _draw(page.doc, "b", 12), KIND_SHARE / 2)
            yield _bare(page, told=bool(_draw(page.doc, "p", 2)))


def _variants(page: Rendered, draw: Callable[[str, int], int]) -> Iterator[Rendered]:
    yield _cropped(page, 2 + draw("a", 10), 2 + draw("b", 12), 0.7)
    yield page.flat(0.5)
    yield _cropped(page, 1 + draw("c", 6), draw("d", 8), 0.7).flat(0.7).folded(0.7)
    yield _cropped(page, draw("k", 3), 0, 0.5)
    yield _brief(page, 1 + draw("e", 3), draw("f", 12), draw("g", 12))
    yield _bare(page, told=bool(draw("p", 2)))
    yield _with_short_title(_brief(page, 1 + draw("h", 3), draw("i", 6), 1 + draw("j", 8)), draw("l", 5)).flat(0.5)
    yield _with_short_title(_cropped(page, 3 + draw("m", 12), draw("n", 12), 0.5), draw("o", 5))
    if page.language in WITHOUT_SPACES:
        yield page.folded(0.5)


def _draw(doc: str, salt: str, below: int) -> int:
    """Return a number below `below` that is the same on every run."""
    return int(hashlib.sha256(f"{doc}{salt}".encode()).hexdigest(), 16) % below


def _cropped(page: Rendered, above: int, below: int, share: float) -> Rendered:
    first, last = max(0, page.content[0] - above), min(len(page.lines), page.content[-1] + below + 1)
    return page.picked(list(range(first, last)), share)


def _brief(page: Rendered, kept: int, above: int, below: int) -> Rendered:
    """Return the page with only the first lines of its article."""
    end = page.content[min(kept, len(page.content)) - 1]
    cropped = range(max(0, page.content[0] - above), min(len(page.lines), page.content[-1] + below + 1))
    return page.picked([i for i in cropped if i <= end or i > page.content[-1]], 0.7)


def _bare(page: Rendered, *, told: bool) -> Rendered:
    """Return headline and article alone, as texts are often saved; `told`: with the line between that has a year."""
    above = range(page.content[0])
    titles = [i for i in above if page.title and same_title(page.title, page.lines[i])][-1:]
    dated = [i for i in above if titles and i > titles[0] and _YEAR.search(page.lines[i])][:1]
    return page.picked([*titles, *(dated if told else ()), *page.content], 0.5)


def _with_short_title(page: Rendered, size: int) -> Rendered:
    """Return the page with a headline of few words: 4 to 8 characters, or 1 to 3 words."""
    if not page.title:
        return page
    wide = page.language in WITHOUT_SPACES
    short = page.title[: 4 + size] if wide else " ".join(page.title.split()[: 1 + size // 2])
    lines = tuple(short if same_title(page.title, line) else line for line in page.lines)
    return replace(page, title=short, lines=lines)


def same_title(title: str, line: str) -> bool:
    """Return whether a line is the headline, or the beginning of it."""
    shorter, longer = sorted((_letters(title), _letters(line)), key=len)
    return bool(shorter) and longer.startswith(shorter) and len(shorter) >= BEGINNING * len(longer)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def fold_of(site: str) -> int:
    """Return the fold of a site: all its pages are held out together."""
    return _draw(site, "", FOLDS)


def block_labels(table: pl.DataFrame, found: list[Rendered]) -> NDArray[np.int64]:
    """Return the label of each block: that of the line it starts in."""
    document, start = table["document"].to_numpy(), table["start"].to_numpy()
    labels = np.full(len(table), -1)
    for number, page in enumerate(found):
        here = slice(*np.searchsorted(document, [number, number + 1]))
        labels[here] = np.array(page.labels)[np.searchsorted(page.starts, start[here], side="right") - 1]
    return labels
