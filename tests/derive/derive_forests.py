"""Grow audit/parser/models/blocks.json on labelled pages, and say how it does on sites it has not seen.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_forests [OUT]

The forest that is shipped has seen all sites. When OUT is given it is written there, with the forests of five folds of
sites beside it: each fold's pages are scored by a forest that knows none of its sites.
"""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks import features, score, signals
from audit.parser.blocks.context.rows import Rows
from audit.parser.models import forest
from audit.parser.templates.shared_prose import template_columns
from audit.parser.templates.template_lines import line_keys
from tests.derive import grown, labelled, oblivious
from tests.derive.labelled import BOILERPLATE, CONTENT, FOLDS, Rendered
from tests.parser.templates.in_memory import repeats_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

BLOCKS: Final = oblivious.Shape(trees=320, levels=6, rate=0.1, shrinkage=20.0, signals=0.35, rows=0.3)
# Lines this near the article count in full, the others a quarter: most lines of a page are easy.
NEAR, FAR_WEIGHT = 12, 0.25
# Pages of scripts without spaces are few, and unlike the others.
FEW: Final = ("zh", "ja", "ko")
FEW_WEIGHT: Final = 2.0


def main() -> None:
    """Grow the forest, whole and by fold."""
    source = Path(os.environ["CORPUS_AUDIT_SHARED"]) / "extraction"
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    folds = range(FOLDS + 1) if out else (FOLDS,)
    origin = grown.origin(source, Path(__file__).name)
    for fold, made in zip(folds, block_forests(pages(source), folds), strict=True):
        name = "blocks.json" if fold == FOLDS else f"blocks-{fold}.json"
        grown.write(made, (out or grown.MODELS) / name, origin)


def pages(source: Path) -> list[Rendered]:
    """Return all labelled pages, in the forms in which texts are saved."""
    kinds = [labelled.varied_kinds(labelled.load(source, name)) for name in labelled.KINDS]
    return [*labelled.varied(labelled.load(source)), *itertools.chain(*kinds)]


def block_forests(found: list[Rendered], folds: Sequence[int]) -> Iterator[forest.Forest]:
    """Yield for each fold the forest that does not know its sites; the fold behind the last one has none."""
    table = with_siblings(features.lines([page.text for page in found]), found)
    labels = labelled.block_labels(table, found)
    data = oblivious.binned(signals.signals(Rows(table), score.own_points(Rows(table))[0]))
    fold = np.array([labelled.fold_of(page.site) for page in found])[table["document"].to_numpy()]
    yield from _grown(data, (labels == CONTENT, block_weights(table, labels, found)), fold, folds)


def with_siblings(table: pl.DataFrame, found: list[Rendered]) -> pl.DataFrame:
    """Return the lines with what the whole pages of each site, saved the same way, have in common.

    Half of the pages do not know of the others: a document that is alone must be read as well as ever.
    """
    whole = [page for page in found if page.is_whole]
    known = repeats_of(features.lines([page.text for page in whole]), [_source(page) for page in whole])
    sources = [_source(page) if page.knows_siblings else "" for page in found]
    told = template_columns(table, line_keys(table), sources, known)
    return pl.concat([table, told], how="horizontal")


def _source(page: Rendered) -> str:
    return f"{page.style} {page.site}"


def block_weights(table: pl.DataFrame, labels: NDArray[np.int64], found: list[Rendered]) -> Floats:
    """Return how much each block counts: nearness, length, and no page much more than another."""
    document = table["document"].to_numpy()
    worth = np.full(len(table), FAR_WEIGHT)
    for number in range(len(found)):
        first, last = np.searchsorted(document, [number, number + 1])
        content = first + np.flatnonzero(labels[first:last] == CONTENT)
        if len(content):
            worth[max(first, content[0] - NEAR) : min(last, content[-1] + NEAR + 1)] = 1.0
    worth *= np.isin(labels, (CONTENT, BOILERPLATE)) * (1 + np.log2(1 + table["weight"].to_numpy() / 30))
    together = np.sqrt(np.maximum(np.bincount(document, worth, len(found)), 1e-9))
    shares = np.array([page.share * (FEW_WEIGHT if page.language in FEW else 1.0) for page in found])
    scaled: Floats = 5 * worth * (shares / together)[document]
    return scaled


def _grown(
    data: oblivious.Binned, labels: tuple[NDArray[np.bool_], Floats], fold: NDArray[np.int64], folds: Sequence[int]
) -> Iterator[forest.Forest]:
    wanted, weights = labels
    for held in folds:
        rows = np.flatnonzero((weights > 0) & (fold != held))
        part = data.picked(rows)
        made = oblivious.grow(part, wanted[rows].astype(float), weights[rows], BLOCKS)
        missed = np.flatnonzero((weights > 0) & (fold == held))
        if len(missed):
            _say(data, made, (wanted[missed], weights[missed], missed), held)
        yield made


def _say(
    data: oblivious.Binned,
    made: forest.Forest,
    missed: tuple[NDArray[np.bool_], Floats, NDArray[np.int64]],
    held: int,
) -> None:
    """Write how much of what was held out (by weight) falls on the wrong side."""
    wanted, weights, rows = missed
    columns = zip(data.names, data.cuts, data.bins, strict=True)
    # A bin's upper edge lies in the bin.
    edges = {name: np.append(cuts, np.float32(np.inf))[bins[rows]] for name, cuts, bins in columns}
    wrong = (made.sums(edges) > 0) != wanted
    sys.stdout.write(f"fold {held}: {(weights * wrong).sum() / weights.sum():.4f} of the weight held out is wrong\n")


if __name__ == "__main__":
    main()
