"""The numbers of a dataset card, counted in the tables of the release themselves, so that the card cannot disagree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from audit.ledger import reconcile
from audit.measure.duplication.set_aside import COLUMNS, copies_by_group, lost_text
from audit.measure.measures import MEASURES
from audit.release.storage.reading import frame
from audit.tables import BLOCKS, DOCUMENTS, FINDINGS, LEDGER

Tally = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class SetAside:
    """How many inputs are in a state other than published for one reason."""

    state: str
    code: str
    inputs: int


@dataclass(frozen=True, slots=True)
class CopiesSetAside:
    """How many documents are copies, their tokens, how many of these stand nowhere in what is kept.

    `groups` are those of which most is copies: by what they are one, its name, documents, copies among them.
    """

    documents: int
    tokens: int
    lost: int
    groups: tuple[tuple[str, str, int, int], ...]


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule was broken: findings, documents they are about, and how many of these were published."""

    code: str
    severity: str
    findings: int
    documents: int
    published: int

    @property
    def numbers(self) -> tuple[int, int, int]:
        """Return findings, documents and published documents, as a card lists them."""
        return self.findings, self.documents, self.published


@dataclass(frozen=True, slots=True)
class Summary:
    """What a release holds, in numbers. Tallies have the largest number first.

    `dates` are the first and the last day that documents state, as ISO 8601 writes them.
    """

    counts: Mapping[str, int]
    languages: Tally
    encodings: Tally
    kinds: Tally
    stated: Tally
    dates: tuple[str, str] | None
    set_aside: tuple[SetAside, ...]
    copies: CopiesSetAside
    rules: tuple[RuleCount, ...]


def summarise(release: Path) -> Summary:
    """Return the numbers of the release whose tables are in the folder `release`."""
    ledger = frame(release, LEDGER, ("id", "state", "code"))
    documents = frame(release, DOCUMENTS, ("title", "source", "date", "author", "language", "encoding"))
    return Summary(
        counts=count_states(ledger),
        languages=_tally(documents, "language"),
        encodings=_tally(documents, "encoding"),
        kinds=_tally(frame(release, BLOCKS, ("kind",)), "kind"),
        stated=tuple((name, len(documents) - documents[name].null_count()) for name in documents.columns[:4]),
        dates=_dates(documents["date"]),
        set_aside=_set_aside(ledger),
        copies=_copies(release),
        rules=_rules(frame(release, FINDINGS, ("code", "severity", "id")), ledger),
    )


def count_inputs(release: Path) -> dict[str, int]:
    """Return the counts of states in the ledger of a release.

    Raises DefectError when a state is unknown.
    """
    return count_states(frame(release, LEDGER, ("state",)))


def count_states(ledger: pl.DataFrame) -> dict[str, int]:
    """Return how many inputs were found, and how many are in each state.

    Raises DefectError when a state is unknown.
    """
    return {"found": len(ledger), **reconcile(len(ledger), ledger["state"].to_list())}


def _tally(table: pl.DataFrame, column: str) -> Tally:
    counted = table.group_by(column).agg(pl.len().alias("rows"))
    return tuple(counted.sort(["rows", column], descending=[True, False]).iter_rows())


def _dates(stated: pl.Series) -> tuple[str, str] | None:
    first, last = stated.min(), stated.max()
    return None if first is None or last is None else (str(first), str(last))


def _set_aside(ledger: pl.DataFrame) -> tuple[SetAside, ...]:
    rows = ledger.filter(pl.col("state") != "published").with_columns(pl.col("code").fill_null(""))
    counted = rows.group_by("state", "code").agg(pl.len().alias("inputs"))
    ordered = counted.sort(["inputs", "state", "code"], descending=[True, False, False])
    return tuple(SetAside(*row) for row in ordered.iter_rows())


def _copies(release: Path) -> CopiesSetAside:
    measures = frame(release, MEASURES, COLUMNS)
    groups = copies_by_group(measures).filter(pl.col("copies") > 0)
    return CopiesSetAside(*lost_text(measures), tuple(groups.select("by", "group", "documents", "copies").iter_rows()))


def _rules(findings: pl.DataFrame, ledger: pl.DataFrame) -> tuple[RuleCount, ...]:
    published = ledger.filter(pl.col("state") == "published").select("id", is_published=pl.lit(value=True))
    found = findings.join(published, on="id", how="left")
    counted = found.group_by("code", "severity").agg(
        pl.len(),
        pl.col("id").n_unique().alias("documents"),
        pl.col("id").filter(pl.col("is_published")).n_unique().alias("published"),
    )
    return tuple(RuleCount(*row) for row in counted.sort("code", "severity").iter_rows())
