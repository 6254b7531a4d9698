"""Fit the points of audit/parser/blocks/evidence.py and site.py on labelled pages; print them beside those in use.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_points

FOLDER is that of tests/derive/labelled.py; train_docs.parquet also holds the name of each page's site (source). Points
are rounded by hand from what this prints.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks import evidence, features
from audit.parser.blocks.boilerplate import decide
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.page import pages
from audit.parser.header import site, site_names
from audit.parser.models.forest import load
from audit.text.fold import letters
from tests.derive import labelled
from tests.derive.derive_forests import block_weights
from tests.derive.labelled import Rendered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

PENALTY, SITE_PENALTY = 3.0, 2.0
# A name is the site's when one holds the other, and is not longer than this many times.
LONGER: Final = 2.5
STEPS: Final = 25
# A step this small ends the search for a better one.
SMALL: Final = 1e-9
TENTHS: Final = 10


def main() -> None:
    """Fit blocks and the names of sites."""
    folder = Path(os.environ["CORPUS_AUDIT_SHARED"]) / "extraction"
    found = labelled.load(folder)
    fit_evidence(found)
    named = dict(pl.read_parquet(folder / "train_docs.parquet").select("doc", "source").drop_nulls().iter_rows())
    fit_site([page for page in found if page.style in labelled.STYLES[:2] and page.doc in named], named)


def fit_evidence(found: list[Rendered]) -> None:
    """Print the points of each piece of evidence."""
    table = features.lines([page.text for page in found])
    labels = labelled.block_labels(table, found)
    held = evidence.held(Rows(table)).astype(float)
    worth = block_weights(table, labels, found)
    fitted = logistic(held, (labels == labelled.CONTENT).astype(float), worth)
    names, used = zip(*((e.said, e.points) for e in evidence.EVIDENCE), strict=True)
    show([*names, "prior"], [*used, evidence.PRIOR], TENTHS * fitted)


def fit_site(found: list[Rendered], named: dict[str, str]) -> None:
    """Print the points of what speaks for a name being the site's."""
    table = decide(features.lines([page.text for page in found]), load("blocks"))
    batch = pages(table, len(found))
    candidates = site_names.candidates(batch)
    columns = site.signs(batch, candidates)
    signs = np.column_stack([columns[name] for name in site.POINTS]).astype(float)
    wanted = [letters(named[source.doc]) for source in found]
    right = np.array([_is_site(wanted[c.document], c.key) for c in candidates], float)
    owner = np.array([c.document for c in candidates])
    groups = [(signs[owner == number], right[owner == number]) for number in np.unique(owner)]
    show([*site.POINTS, "prior"], [*site.POINTS.values(), -site.ENOUGH], TENTHS * choice(groups))


def _is_site(gold: str, key: str) -> bool:
    """Return whether one name holds the other and is not much longer."""
    shorter, longer = sorted((gold, key), key=len)
    return shorter in longer and len(longer) <= LONGER * len(shorter)


def logistic(x: Floats, y: Floats, weight: Floats) -> Floats:
    """Return weights and bias of a penalised logistic regression, by Newton's method."""
    x = np.column_stack([x, np.ones(len(x))])
    ridge = 2 * PENALTY * np.diag([*np.ones(x.shape[1] - 1), 0.0])
    found = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
        slope = x.T @ (weight * (p - y)) + ridge @ found
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + ridge
        found = found - np.linalg.solve(curve + 1e-6 * np.eye(len(found)), slope)
    return found


def choice(groups: list[tuple[Floats, Floats]]) -> Floats:
    """Return weights and bias of a penalised choice between candidates and none (conditional logit, damped Newton)."""
    size = groups[0][0].shape[1] + 1
    ridge, found = 2 * SITE_PENALTY * np.diag([*np.ones(size - 1), 0.0]), np.zeros(size)
    padded = [_with_none(x, y) for x, y in groups]
    for _ in range(STEPS):
        loss, slope, curve = _choice_loss(padded, ridge, found)
        step = np.linalg.solve(curve + 1e-6 * np.eye(size), slope)
        while np.abs(step).max() > SMALL and _choice_loss(padded, ridge, found - step)[0] > loss:
            step = step / 2
        found = found - step
    return found


def _with_none(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Return the candidates with a last row for none of them, and the shares of what was right."""
    rows = np.vstack([np.column_stack([x, np.ones(len(x))]), np.zeros(x.shape[1] + 1)])
    wanted = np.append(y, 0.0 if y.any() else 1.0)
    return rows, wanted / wanted.sum()


def _choice_loss(groups: list[tuple[Floats, Floats]], ridge: Floats, found: Floats) -> tuple[float, Floats, Floats]:
    loss, slope, curve = float(found @ ridge @ found) / 2, ridge @ found, ridge
    for rows, wanted in groups:
        odds = rows @ found - (rows @ found).max()
        p = np.exp(odds) / np.exp(odds).sum()
        loss -= float(wanted @ (odds - np.log(np.exp(odds).sum())))
        slope = slope + rows.T @ (p - wanted)
        curve = curve + (rows * p[:, None]).T @ rows - np.outer(p @ rows, p @ rows)
    return loss, slope, curve


def show(names: Sequence[str], used: Sequence[float], fitted: Floats) -> None:
    """Print what is in use beside what was fitted."""
    rows = (f"{name:50}{now:8.2f}{new:8.2f}" for name, now, new in zip(names, used, fitted, strict=True))
    sys.stdout.write("\n".join(rows) + "\n\n")


if __name__ == "__main__":
    main()
