"""The statistics of a dataset card, counted in the release's own tables so that they always agree."""

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
    """The number of inputs set aside in one state for one reason."""

    state: str
    code: str
    inputs: int


@dataclass(frozen=True, slots=True)
class CopiesSetAside:
    """The number of documents that are copies, their tokens, and how many tokens are missing from what is kept.

    `groups` lists the groups with most copies: grouping, name, documents, copies.
    """

    documents: int
    tokens: int
    lost: int
    groups: tuple[tuple[str, str, int, int], ...]


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule was broken: findings, documents concerned, and how many of these were published."""

    code: str
    severity: str
    findings: int
    documents: int
    published: int

    @property
    def numbers(self) -> tuple[int, int, int]:
        """Return findings, documents and published documents, as listed in a card."""
        return self.findings, self.documents, self.published


@dataclass(frozen=True, slots=True)
class Summary:
    """The statistics of a release. Tallies are in descending order.

    `dates` are the first and last date stated by documents, in ISO 8601.
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
    """Return the statistics of the release whose tables are in the folder `release`."""
    ledger = frame(release, LEDGER, ("id", "state", "code"))
    documents = frame(release, DOCUMENTS, ("title", "source", "date", "author", "language", "encoding"))
    return Summary(
        counts=_count_states(ledger),
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
    """Return the counts of states in a release's ledger.

    Raises DefectError if a state is unknown.
    """
    return _count_states(frame(release, LEDGER, ("state",)))


def _count_states(ledger: pl.DataFrame) -> dict[str, int]:
    """Return the number of inputs found, and the number in each state.

    Raises DefectError if a state is unknown.
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
