"""Grow audit/parser/models/titles.json on labelled pages, and say how it does on sites it has not seen.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_titles BLOCKS [OUT]

The lines of each fold of sites are scored by a block forest that knows none of its sites: BLOCKS/blocks-N.json, grown
here, of fewer trees than the one that is shipped, unless it is there. Written to OUT (the package by default); with
OUT, also a forest for each fold that does not know its sites (titles-N.json).
"""

from __future__ import annotations

import itertools
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
from rapidfuzz.fuzz import ratio

from audit.parser.blocks import features, score, signals
from audit.parser.blocks.boilerplate import decide
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.page import Pages, pages
from audit.parser.header.title import signals as title_signs
from audit.parser.header.title import titles, wrapped
from audit.parser.models import forest
from tests.derive import derive_forests, grown, labelled, oblivious
from tests.derive.labelled import FOLDS, Rendered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Columns = dict[str, NDArray[np.float32]]

SHAPE: Final = oblivious.Shape(trees=280, levels=4, rate=0.045, shrinkage=5.0, signals=0.5, rows=0.7)
# The block forests of the folds need not be the best: they must err as one does that has not seen the page.
QUICK: Final = replace(derive_forests.BLOCKS, trees=100, rate=0.2)
CHINESE_WEIGHT: Final = 2.0
# A page of another kind than news counts this much more than in the forest of blocks.
KINDS_WEIGHT: Final = 3.0
# Articles without their headline, which have none, count this much.
BARE: Final = 0.35
# A line that is nearly the headline counts half as one that is none, when the headline stands elsewhere.
NEARLY: Final = 0.5
# Lines that are no headline count together as much as this many that are one.
OTHERS: Final = 2.0

# Two headlines this alike (hundredths of their letters) are one.
ALIKE: Final = 85


def main() -> None:
    """Grow the forest, whole and by fold."""
    source, blocks = Path(os.environ["CORPUS_AUDIT_SHARED"]) / "extraction", Path(sys.argv[1])
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    found = _pages(source)
    _grow_blocks(source, blocks)
    seen = [(fold, *_headlines(found, fold, blocks)) for fold in range(FOLDS)]
    columns = {name: np.concatenate([s[1][name] for s in seen]) for name in seen[0][1]}
    right, weight = (np.concatenate([s[n] for s in seen]) for n in (2, 3))
    folds = np.concatenate([np.full(len(s[2]), s[0]) for s in seen])
    data = oblivious.binned(columns)
    origin = grown.origin(source, Path(__file__).name)
    for held in range(FOLDS + 1) if out else (FOLDS,):
        made = _grown(data, (right, weight), np.flatnonzero((weight > 0) & (folds != held)))
        name = "titles.json" if held == FOLDS else f"titles-{held}.json"
        grown.write(made, (out or grown.MODELS) / name, origin)


def _pages(source: Path) -> list[Rendered]:
    """Return the pages of all kinds that have a headline, and the articles of some of them without it."""
    kinds = itertools.chain(*(labelled.varied_kinds(labelled.load(source, name)) for name in labelled.KINDS))
    weighed = (replace(page, share=KINDS_WEIGHT * page.share) for page in kinds)
    found = [page for page in itertools.chain(labelled.varied(labelled.load(source)), weighed) if page.title]
    whole = [page for page in found if page.is_whole and page.style == labelled.STYLES[0] and len(page.content) > 1]
    bare = [page.picked(page.content, BARE) for page in whole if not _shows_title(page)]
    return [*found, *(replace(page, title=None) for page in bare)]


def _shows_title(page: Rendered) -> bool:
    return any(labelled.same_title(page.title or "", page.lines[number]) for number in page.content)


def _grow_blocks(source: Path, blocks: Path) -> None:
    """Grow the block forests of the folds, those that are not there."""
    missing = [fold for fold in range(FOLDS) if not (blocks / f"blocks-{fold}.json").exists()]
    if not missing:
        return
    found = derive_forests.pages(source)
    table = derive_forests.with_siblings(features.lines([page.text for page in found]), found)
    labels = labelled.block_labels(table, found)
    data = oblivious.binned(signals.signals(Rows(table), score.own_points(Rows(table))[0]))
    weights = derive_forests.block_weights(table, labels, found)
    folds = np.array([labelled.fold_of(page.site) for page in found])[table["document"].to_numpy()]
    for fold in missing:
        rows = np.flatnonzero((weights > 0) & (folds != fold))
        part = data.picked(rows)
        made = oblivious.grow(part, (labels[rows] == labelled.CONTENT).astype(float), weights[rows], QUICK)
        grown.write(made, blocks / f"blocks-{fold}.json", grown.origin(source, "derive_forests.py"))


def _headlines(found: list[Rendered], fold: int, blocks: Path) -> tuple[Columns, NDArray[np.bool_], Floats]:
    """Return the signs of all candidates of a fold's pages, which of them are right, and how much each counts."""
    held = [page for page in found if labelled.fold_of(page.site) == fold]
    known = forest.read((blocks / f"blocks-{fold}.json").read_text("utf-8"))
    table = decide(features.lines([page.text for page in held]), known)
    batch = pages(table.with_columns(pl.col("boilerplate") | pl.col("odd")), len(held))
    rows = titles.candidates(batch)
    return title_signs.signs(batch, rows), *_labels(batch, rows, held)


def _labels(batch: Pages, rows: NDArray[np.int64], held: list[Rendered]) -> tuple[NDArray[np.bool_], Floats]:
    """Return which rows are headlines: as printed, or a crumb that holds it; where none is, what is nearly one."""
    document, texts = batch.document[rows], batch.texts(rows, "text")
    gold = [held[d].title or "" for d in document]
    exact, near, holds = (
        np.array([bool(g) and is_it(g, text) for g, text in zip(gold, texts, strict=True)], bool)
        for is_it in (_is_printed, _is_title, lambda g, text: wrapped.holds(text, g, near=True))
    )
    printed = (np.bincount(document, exact, len(held)) > 0)[document]
    right = np.where(printed, exact | (near & holds), near)
    share = np.array([p.share * (CHINESE_WEIGHT if p.language in labelled.WITHOUT_SPACES else 1.0) for p in held])
    good, bad = (np.bincount(document, r, len(held)) for r in (right, ~right))
    weight = np.where(right, 1 / np.maximum(good, 1)[document], OTHERS / np.maximum(bad, 1)[document])
    return right, np.where(near & ~right, NEARLY, 1.0) * weight * share[document]


def _is_printed(gold: str, line: str) -> bool:
    return _letters(gold) == _letters(line)


def _is_title(gold: str, line: str) -> bool:
    return labelled.same_title(gold, line) or ratio(*map(_letters, (gold, line))) >= ALIKE


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _grown(data: oblivious.Binned, labels: tuple[NDArray[np.bool_], Floats], rows: NDArray[np.int64]) -> forest.Forest:
    part = data.picked(rows)
    return oblivious.grow(part, labels[0][rows].astype(float), labels[1][rows], SHAPE)


if __name__ == "__main__":
    main()
