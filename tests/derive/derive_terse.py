"""Grow audit/parser/models/terse.json on pages of which the block forest keeps next to no prose.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_terse BLOCKS [OUT]

Those are labelled pages, and such with another kind of text in the article's place (terse_pages), as a block forest
sees them that knows none of their sites: BLOCKS/blocks-N.json, left there by derive_titles. Written to OUT (the package
by default); with OUT, also a forest for each fold that does not know its sites (terse-N.json).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks import features, score, signals
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.whole.genre import is_terse
from audit.parser.models import forest
from tests.derive import derive_forests, grown, labelled, oblivious
from tests.derive.labelled import CONTENT, FOLDS, STYLES, Rendered
from tests.derive.terse_pages import FORMS, terse

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHAPE: Final = oblivious.Shape(trees=200, levels=6, rate=0.12, shrinkage=20.0, signals=0.35, rows=0.3)
# Of each page so many forms are taken; a real page without prose counts as much as so many of them.
TAKEN, REAL = 2, 3.0


def main() -> None:
    """Grow the forest, whole and by fold."""
    source, blocks = Path(os.environ["CORPUS_AUDIT_SHARED"]) / "extraction", Path(sys.argv[1])
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    found = derive_forests.pages(source)
    made = [terse(page, form) for number, page in enumerate(found) if _is_model(page) for form in _forms(number)]
    found, real = found + made, np.arange(len(found) + len(made)) < len(found)
    table = derive_forests.with_siblings(features.lines([page.text for page in found]), found)
    rows, document = Rows(table), table["document"].to_numpy()
    seen, folds = signals.signals(rows, score.own_points(rows)[0]), np.array([labelled.fold_of(p.site) for p in found])
    told = np.flatnonzero(_is_told(rows, seen, folds[document], blocks))
    labels = labelled.block_labels(table, found)
    weight = derive_forests.block_weights(table, labels, found) * np.where(real[document], REAL, 1.0)
    told = told[weight[told] > 0]
    data = oblivious.binned({name: column[told] for name, column in seen.items()})
    held, wanted, weight = folds[document[told]], (labels[told] == CONTENT).astype(float), weight[told]
    for fold in range(FOLDS + 1) if out else (FOLDS,):
        here = np.flatnonzero(held != fold)
        part = data.picked(here)
        name = "terse.json" if fold == FOLDS else f"terse-{fold}.json"
        model = oblivious.grow(part, wanted[here], weight[here], SHAPE)
        grown.write(model, (out or grown.MODELS) / name, grown.origin(source, Path(__file__).name))


def _is_model(page: Rendered) -> bool:
    return page.is_whole and page.style == STYLES[0] and bool(page.content)


def _forms(number: int) -> list[int]:
    return [(number + step) % FORMS for step in range(TAKEN)]


def _is_told(
    rows: Rows, seen: dict[str, NDArray[np.float32]], fold: NDArray[np.int64], blocks: Path
) -> NDArray[np.bool_]:
    """Return which lines are of a page of which the forest that does not know its site keeps next to no prose."""
    content = np.zeros(len(fold), np.bool_)
    for held in range(FOLDS):
        known = forest.read((blocks / f"blocks-{held}.json").read_text("utf-8"))
        here = np.flatnonzero(fold == held)
        content[here] = known.sums({name: column[here] for name, column in seen.items()}) > 0
    return is_terse(rows, content)


if __name__ == "__main__":
    main()
