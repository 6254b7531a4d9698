"""Grow audit/parser/models/titles.json on labelled pages, and say how it does on sites it has not seen.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_titles BLOCKS [OUT]

BLOCKS is what `tests.derive.derive_forests BLOCKS` left: the lines of each fold of sites are scored by the block forest
(blocks-N.json) that knows none of its sites. Written to OUT (the package by default); with OUT, also a forest for each
fold that does not know its sites (titles-N.json).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from rapidfuzz.fuzz import ratio

from audit.parser.blocks import features
from audit.parser.blocks.boilerplate import decide
from audit.parser.blocks.page import Pages, pages
from audit.parser.header import title
from audit.parser.header import title_signals as title_signs
from audit.parser.models import forest
from tests.derive import grown, labelled, oblivious
from tests.derive.labelled import FOLDS, Rendered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Columns = dict[str, NDArray[np.float32]]

SHAPE: Final = oblivious.Shape(trees=280, levels=4, rate=0.045, shrinkage=5.0, signals=0.5, rows=0.7)
CHINESE_WEIGHT: Final = 2.0
# Lines that are no headline count together as much as this many that are one.
OTHERS: Final = 2.0

# Two headlines this alike (hundredths of their letters) are one.
ALIKE: Final = 85


def main() -> None:
    """Grow the forest, whole and by fold."""
    source, blocks = Path(os.environ["CORPUS_AUDIT_SHARED"]) / "extraction", Path(sys.argv[1])
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    found = [page for page in labelled.varied(labelled.load(source)) if page.title]
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


def _headlines(found: list[Rendered], fold: int, blocks: Path) -> tuple[Columns, NDArray[np.bool_], Floats]:
    """Return the signs of all candidates of a fold's pages, which of them are right, and how much each counts."""
    held = [page for page in found if labelled.fold_of(page.site) == fold]
    known = forest.read((blocks / f"blocks-{fold}.json").read_text("utf-8"))
    table = decide(features.lines([page.text for page in held]), known)
    batch = pages(table, len(held))
    rows = title.candidates(batch)
    return title_signs.signs(batch, rows), *_labels(batch, rows, held)


def _labels(batch: Pages, rows: NDArray[np.int64], held: list[Rendered]) -> tuple[NDArray[np.bool_], Floats]:
    document, texts = batch.document[rows], batch.texts(rows, "text")
    right = np.array([_is_title(held[d].title or "", text) for d, text in zip(document, texts, strict=True)], bool)
    share = np.array([p.share * (CHINESE_WEIGHT if p.language in labelled.WITHOUT_SPACES else 1.0) for p in held])
    good, bad = (np.bincount(document, r, len(held)) for r in (right, ~right))
    weight = np.where(right, 1 / np.maximum(good, 1)[document], OTHERS / np.maximum(bad, 1)[document])
    return right, weight * share[document]


def _is_title(gold: str, line: str) -> bool:
    return labelled.same_title(gold, line) or ratio(*map(_letters, (gold, line))) >= ALIKE


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _grown(data: oblivious.Binned, labels: tuple[NDArray[np.bool_], Floats], rows: NDArray[np.int64]) -> forest.Forest:
    part = oblivious.Binned(data.names, data.cuts, data.bins[:, rows])
    return oblivious.grow(part, labels[0][rows].astype(float), labels[1][rows], SHAPE)


if __name__ == "__main__":
    main()
