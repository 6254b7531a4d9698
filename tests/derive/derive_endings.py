"""Grow audit/parser/models/endings.json on labelled pages, and say what it changes on sites it has not seen.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_endings BLOCKS [OUT]

The lines of each fold of sites are decided by a block forest that knows none of its sites: BLOCKS/blocks-N.json, left
there by derive_titles. Written to OUT (the package by default); with OUT, also a forest for each fold that does not
know its sites (endings-N.json).
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks import features, score
from audit.parser.blocks.boilerplate import decide
from audit.parser.blocks.context import endings
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.context_rules import HALF
from audit.parser.models import forest
from tests.derive import derive_forests, grown, labelled, oblivious
from tests.derive.fed_pages import fed
from tests.derive.labelled import BOILERPLATE, CONTENT, FOLDS, Rendered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

SHAPE: Final = oblivious.Shape(trees=400, levels=5, rate=0.025, shrinkage=10.0, signals=0.3, rows=0.6)
# An end counts as much as it changes its page's F measure, and this much more; all of a page together no more than the
# root of their number. Gradients are on the scale of the other forests.
_ANY, _SCALE = 0.02, 60.0


@dataclass(frozen=True)
class Gaps:
    """The gaps of some pages: their signals, what ending there changes, each one's page and how much that counts."""

    columns: dict[str, NDArray[np.float32]]
    gain: Floats
    page: Ints
    share: Floats


def main() -> None:
    """Grow the forest, whole and by fold."""
    source, blocks = Path(os.environ["CORPUS_AUDIT_SHARED"]) / "extraction", Path(sys.argv[1])
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    found = derive_forests.pages(source)
    found += fed(found)
    seen = [_gaps([p for p in found if labelled.fold_of(p.site) == fold], fold, blocks) for fold in range(FOLDS)]
    columns = {name: np.concatenate([s.columns[name] for s in seen]) for name in seen[0].columns}
    gain, weight = np.concatenate([s.gain for s in seen]), np.concatenate([_weights(s) for s in seen])
    folds = np.repeat(np.arange(FOLDS), [len(s.gain) for s in seen])
    data, origin = oblivious.binned(columns), grown.origin(source, Path(__file__).name)
    for held in range(FOLDS + 1) if out else (FOLDS,):
        rows = np.flatnonzero((gain != 0) & (folds != held))
        part = data.picked(rows)
        made = oblivious.grow(part, (gain[rows] > 0).astype(float), weight[rows], SHAPE)
        name = "endings.json" if held == FOLDS else f"endings-{held}.json"
        grown.write(made, (out or grown.MODELS) / name, origin)
        if held < FOLDS:
            _say(seen[held], made, held)


def _gaps(found: list[Rendered], fold: int, blocks: Path) -> Gaps:
    """Return the gaps of a fold's pages, decided by a forest that does not know their sites."""
    known = forest.read((blocks / f"blocks-{fold}.json").read_text("utf-8"))
    table = derive_forests.with_siblings(features.lines([page.text for page in found]), found)
    rows, labels = Rows(table), labelled.block_labels(table, found)
    seen, table = score.score(table, known).seen, decide(table, known)
    likely, furnished = table["score"].to_numpy(), table["furnished"].to_numpy()
    at = endings.gaps(rows, likely, seen)
    at = at[furnished[at]]
    gain = _gain(rows, (likely < HALF, labels), at)
    page = rows["document"][at]
    return Gaps(endings.signals(rows, likely, seen, at), gain, page, np.array([p.share for p in found])[page])


def _gain(rows: Rows, lines: tuple[NDArray[np.bool_], Ints], at: Ints) -> Floats:
    """Return how much a page's F measure (by characters) rises when its article ends above the rows `at`."""
    (kept, labels), chars, documents = lines, rows["chars"].astype(np.int64), rows.documents
    wanted, told = chars * (labels == CONTENT), chars * (kept & np.isin(labels, (CONTENT, BOILERPLATE)))
    right = np.where(kept, wanted, 0)
    gold = documents.total(wanted)
    whole, ended = (2 * of(right)[at] / np.maximum(gold + of(told), 1)[at] for of in (documents.total, documents.above))
    return ended - whole


def _weights(gaps: Gaps) -> Floats:
    together = np.sqrt(np.bincount(gaps.page))[gaps.page]
    weights: Floats = _SCALE * gaps.share * (abs(gaps.gain) + _ANY) / together
    return weights


def _say(gaps: Gaps, made: forest.Forest, held: int) -> None:
    """Write how many pages that were held out are better, and worse, for their first believed end, and how much."""
    believed = np.flatnonzero(made.sums(gaps.columns) > endings.BELIEVED)
    _, first = np.unique(gaps.page[believed], return_index=True)
    gain = gaps.gain[believed[first]]
    told = f"{(gain > 0).sum()} better, {(gain < 0).sum()} worse, {gain.sum():+.2f} together"
    sys.stdout.write(f"fold {held}: {told}, of {len(np.unique(gaps.page))} pages with a gap\n")


if __name__ == "__main__":
    main()
