"""Fit the points of audit/parser/evidence.py, score.py and title.py on labelled pages; print them beside those in use.

    CORPUS_AUDIT_SHARED=FOLDER python -m tools.derive_points

FOLDER/extraction holds train_lines.parquet (doc, site, lang, style, line, gap, text, label: 1 content, 0 boilerplate)
and train_docs.parquet (doc, title). Points are rounded by hand from what this prints; the pages stay outside.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser import evidence, features, score, title
from audit.parser.boilerplate import decide
from audit.parser.page import pages

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STYLES: Final = ("innertext", "bs4nl", "inscriptis")
CONTENT, BOILERPLATE = 1, 0
# Lines this near the article count in full, the others a quarter: most lines of a page are easy.
NEAR, FAR_WEIGHT = 12, 0.25
# Lines kept above and below the article in the cropped copies, which stand for texts saved without their page.
MARGIN: Final = 6
CHINESE_WEIGHT: Final = 2.0
PENALTY, TITLE_PENALTY = 3.0, 0.6
STEPS: Final = 25
# A step this small ends the search for a better one.
SMALL: Final = 1e-9
TENTHS: Final = 10


@dataclass(frozen=True)
class Labelled:
    """A rendered page: its text, where its lines start, and their labels."""

    doc: str
    language: str
    text: str
    starts: NDArray[np.int64]
    labels: NDArray[np.int64]


def rendered(lines: pl.DataFrame) -> Iterator[Labelled]:
    """Yield the pages of a table of lines, laid out with their blank lines."""
    for (doc, _), page in lines.group_by("doc", "style", maintain_order=True):
        pads = ["\n" * (gap + (n > 0)) for n, gap in enumerate(page["gap"])]
        parts = [pad + text for pad, text in zip(pads, page["text"], strict=True)]
        starts = np.cumsum([0, *map(len, parts)])[:-1] + [len(pad) for pad in pads]
        yield Labelled(str(doc), page["lang"][0], "".join(parts), starts, page["label"].to_numpy().astype(np.int64))


def cropped(page: Labelled) -> Labelled:
    """Return the article with a few lines around it."""
    content = np.flatnonzero(page.labels == CONTENT)
    first, last = max(0, content[0] - MARGIN), min(len(page.labels), content[-1] + MARGIN + 1)
    end = page.starts[last] if last < len(page.starts) else len(page.text)
    start = page.starts[first]
    return Labelled(
        page.doc, page.language, page.text[start:end], page.starts[first:last] - start, page.labels[first:last]
    )


def block_labels(table: pl.DataFrame, found: list[Labelled]) -> NDArray[np.int64]:
    """Return the label of each block: that of the line it starts in."""
    document, start = table["document"].to_numpy(), table["start"].to_numpy()
    labels = np.full(len(table), -1)
    for number, page in enumerate(found):
        here = document == number
        labels[here] = page.labels[np.searchsorted(page.starts, start[here], side="right") - 1]
    return labels


def weights(table: pl.DataFrame, labels: NDArray[np.int64], languages: list[str]) -> Floats:
    """Return how much each block counts: nearness, length, and no page much more than another."""
    document = table["document"].to_numpy()
    worth = np.full(len(table), FAR_WEIGHT)
    for number in range(len(languages)):
        here = np.flatnonzero(document == number)
        content = here[labels[here] == CONTENT]
        if len(content):
            worth[max(here[0], content[0] - NEAR) : min(here[-1], content[-1] + NEAR) + 1] = 1.0
    worth *= np.isin(labels, (CONTENT, BOILERPLATE)) * (1 + np.log2(1 + table["weight"].to_numpy() / 30))
    pages_worth = np.sqrt(np.bincount(document, worth))
    chinese = np.array([CHINESE_WEIGHT if language == "zh" else 1.0 for language in languages])
    scaled: Floats = 5 * worth / np.maximum(pages_worth[document], 1e-9) * chinese[document]
    return scaled


def logistic(x: Floats, y: Floats, weight: Floats, penalty: float) -> Floats:
    """Return weights and bias of a penalised logistic regression, by Newton's method."""
    x = np.column_stack([x, np.ones(len(x))])
    ridge = 2 * penalty * np.diag([*np.ones(x.shape[1] - 1), 0.0])
    found = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
        slope = x.T @ (weight * (p - y)) + ridge @ found
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + ridge
        found = found - np.linalg.solve(curve + 1e-6 * np.eye(len(found)), slope)
    return found


def choice(groups: list[tuple[Floats, Floats]], penalty: float) -> Floats:
    """Return weights and bias of a penalised choice between candidates and none (conditional logit, damped Newton)."""
    size = groups[0][0].shape[1] + 1
    ridge, found = 2 * penalty * np.diag([*np.ones(size - 1), 0.0]), np.zeros(size)
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


def letters(text: str) -> str:
    """Return what must be equal when two headlines are one."""
    return "".join(c for c in text.casefold() if c.isalnum())


def title_groups(found: list[Labelled], titles: dict[str, str]) -> list[tuple[Floats, Floats]]:
    """Return for each page what is seen of its candidates, and which of them is the headline."""
    table = decide(features.lines([page.text for page in found]))
    groups = []
    for page, source in zip(pages(table, len(found)), found, strict=True):
        blocks = list(title.candidates(page)) if source.doc in titles and page.content else []
        if blocks:
            seen = [title.signs(page, i) for i in blocks]
            x = np.array([[float(signs.get(name, 0)) for name in title.POINTS] for signs in seen])
            groups.append((x, np.array([letters(page.text[i]) == letters(titles[source.doc]) for i in blocks], float)))
    return groups


def show(names: list[str], used: list[float], fitted: Floats) -> None:
    """Print what is in use beside what was fitted."""
    rows = (f"{name:50}{now:8.2f}{new:8.2f}" for name, now, new in zip(names, used, fitted, strict=True))
    sys.stdout.write("\n".join(rows) + "\n\n")


def main() -> None:
    """Fit blocks, their surroundings and titles."""
    folder = Path(os.environ["CORPUS_AUDIT_SHARED"]) / "extraction"
    lines = (
        pl.read_parquet(folder / "train_lines.parquet")
        .filter(pl.col("style").is_in(STYLES))
        .sort("doc", "style", "line")
    )
    whole = list(rendered(lines))
    inner = list(rendered(lines.filter(pl.col("style") == STYLES[0])))
    found = whole + [cropped(page) for page in inner if (page.labels == CONTENT).any()]
    table = features.lines([page.text for page in found])
    labels = block_labels(table, found)
    worth, y = weights(table, labels, [page.language for page in found]), (labels == CONTENT).astype(float)
    held = table.select(e.holds.cast(pl.Float64).alias(str(n)) for n, e in enumerate(evidence.EVIDENCE)).to_numpy()
    own = logistic(held, y, worth, PENALTY)
    show(
        [*(e.said for e in evidence.EVIDENCE), "prior"],
        [*(e.points for e in evidence.EVIDENCE), evidence.PRIOR],
        TENTHS * own,
    )
    around = score.around(table, score.own_points(table)[0])
    near = logistic(around / TENTHS, y, worth, PENALTY / TENTHS)
    show([*score.NEIGHBOURS, "prior"], [*score.WEIGHTS, score.AROUND_PRIOR], near * [*np.ones(len(near) - 1), TENTHS])
    titles = {d: t for d, t in pl.read_parquet(folder / "train_docs.parquet").select("doc", "title").iter_rows() if t}
    headline = choice(title_groups(inner, titles), TITLE_PENALTY)
    show([*title.POINTS, "prior"], [*title.POINTS.values(), -title.ENOUGH], TENTHS * headline)


if __name__ == "__main__":
    main()
