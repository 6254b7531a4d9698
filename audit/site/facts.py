"""The tables of an audit as needed by the pages: a row per input, and the location of findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from audit.corpus.stored_audit import StoredAudit
from audit.finding import SEVERITIES
from audit.parser.templates.template_lines import sources_of
from audit.site.parsed_report import ParsedReport

_LEDGER: Final = ("id", "state", "code", "detail", "duplicate_of", "bytes")
_MEASURES: Final = ("id", "language", "chars", "boilerplate_share", "body_chars")
_FOUND: Final = ("code", "severity", "id")
_PAIR: Final = ("a", "b", "kind", "coverage_ab", "coverage_ba", "jaccard", "cluster", "release")
# Code points of a title in lists.
_TITLE: Final = 200
_WORD: Final = 40
# Findings shown on a rule's page, from as many sources as possible.
EXAMPLES: Final = 20


@dataclass(frozen=True, slots=True)
class AuditFacts:
    """The content of the pages.

    `inputs` has a row per input in ledger order: columns of ledger, measures and document, and `source`, `has_text`,
    `findings`, `grave` (index of its worst severity in SEVERITIES, or one past the end). `found` has code, severity,
    id, source and `row` of each finding, `pairs` the verified pairs of copies.
    """

    stored: StoredAudit
    report: ParsedReport
    inputs: pl.DataFrame
    found: pl.DataFrame
    pairs: pl.DataFrame

    def examples(self) -> dict[str, list[dict[str, Any]]]:
        """Return up to EXAMPLES findings of each rule, whole rows, taking the sources in turn."""
        nth = self.found.with_columns(nth=pl.int_range(pl.len()).over("code", "source"))
        rows = nth.sort("nth", "row").group_by("code").head(EXAMPLES)["row"]
        scanned = pl.scan_parquet(self.stored.files("findings"), glob=False).with_row_index("row")
        whole = scanned.filter(pl.col("row").is_in(rows.implode())).drop("row")
        found: dict[str, list[dict[str, Any]]] = {}
        for finding in whole.with_columns(short("code"), short("severity")).collect().iter_rows(named=True):
            found.setdefault(finding["code"], []).append(finding)
        return found


def facts_of(stored: StoredAudit, report: ParsedReport) -> AuditFacts:
    """Return the facts; memory holds a few dozen values per input and finding.

    Raises UsageError if a table is missing or cannot be read.
    """
    found = stored.frame("findings", _FOUND).with_columns(short("code"), short("severity"))
    found = found.with_columns(row=pl.int_range(pl.len(), dtype=pl.UInt32), source=sources_of(found["id"]))
    ledger = stored.frame("ledger", _LEDGER).with_columns(short("state"), short("code"))
    documents = stored.frame("documents", ["id", "title", "date"]).with_columns(
        pl.col("title").str.slice(0, _TITLE), has_text=pl.lit(value=True)
    )
    graves = pl.col("severity").replace_strict({s: n for n, s in enumerate(SEVERITIES)}, default=len(SEVERITIES))
    counts = found.group_by("id").agg(findings=pl.len(), grave=graves.min())
    inputs = ledger
    for table in (stored.frame("measures", _MEASURES).with_columns(short("language")), documents, counts):
        inputs = inputs.join(table.unique("id", keep="first"), on="id", how="left", maintain_order="left")
    inputs = inputs.with_columns(
        pl.col("has_text").fill_null(value=False),
        pl.col("findings").fill_null(0),
        pl.col("grave").fill_null(len(SEVERITIES)),
        source=sources_of(inputs["id"]),
    )
    return AuditFacts(stored, report, inputs, found, stored.frame("duplicates", _PAIR))


def short(column: str) -> pl.Expr:
    """Return a column of enumerated words, shortened: they become class names and may be untrusted."""
    return pl.col(column).str.slice(0, _WORD).str.replace_all(r"[^\w.-]", "?")


def ordered(counts: pl.DataFrame, by: str, most: int) -> Sequence[tuple[str, int]]:
    """Return the values of column `by` with their count `len`, descending, those beyond `most` merged into one."""
    rows = [(str(name), int(number)) for name, number in counts.sort(["len", by], descending=[True, False]).rows()]
    rest = sum(number for _, number in rows[most:])
    return [*rows[:most], *([(f"{len(rows) - most:,} more", rest)] if rest else [])]
