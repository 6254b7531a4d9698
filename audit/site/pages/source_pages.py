"""A page per source: documents kept and set aside, template lines, dates, findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import polars as pl

from audit.ledger import STATES
from audit.site.facts import AuditFacts, ordered
from audit.site.names import document_page, source_page
from audit.site.pages.lists import listed
from audit.site.plots import days, lengths, rows
from audit.site.render import whole_page

# Sources with a page of their own, the largest; a crawl may have a million hosts.
_MOST_SOURCES: Final = 1_000
_MOST_LINES: Final = 40
_MOST_RULES: Final = 20
_MOST_LANGUAGES: Final = 8
_MOST_DOCUMENTS: Final = 200


def source_pages(facts: AuditFacts, has_page: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield path and text of the sources' pages, the list first."""
    states = [(pl.col("state") == state).sum().alias(state) for state in STATES]
    counts = facts.inputs.group_by("source").agg(
        pl.len(), *states, first=pl.col("date").min(), last=pl.col("date").max(), findings=pl.col("findings").sum()
    )
    counts = counts.sort(["len", "source"], descending=[True, False])
    recurring = _recurring(facts)
    entries = [row | {"page": source_page(row["source"]) if nth < _MOST_SOURCES else ""}
               for nth, row in enumerate(counts.iter_rows(named=True))]  # fmt: skip
    values = {"report": facts.report, "count": len(counts)}
    yield from listed("sources", "sources", ({"row": row} for row in entries), values)
    for row in entries[:_MOST_SOURCES]:
        yield _page(row, facts, recurring, has_page)


def _page(row: dict[str, Any], facts: AuditFacts, recurring: pl.DataFrame, has_page: frozenset[str]) -> tuple[str, str]:
    source, path = row["source"], row["page"]
    mine = facts.inputs.filter(pl.col("source") == source)
    found = facts.found.filter(pl.col("source") == source)
    names = {judged.rule.code: judged.rule.name for judged in facts.report.rules}
    by_rule = ordered(found.group_by("code").len(), "code", _MOST_RULES)
    lines = recurring.filter(pl.col("source") == source).head(_MOST_LINES)
    why = mine.filter(pl.col("state") != "published").group_by("state", "code").len()
    why = why.sort(["len", "code"], descending=[True, False]).head(_MOST_RULES)
    languages = mine.filter(pl.col("language").is_not_null()).group_by("language").len()
    plots = (
        days("Stated dates", mine["date"]),
        lengths("Length of the bodies", mine["body_chars"]),
        rows("Languages", ordered(languages, "language", _MOST_LANGUAGES), len(mine)),
    )
    values = {
        "report": facts.report, "row": row, "source": source or ".", "states": [(s, row[s]) for s in STATES if row[s]],
        "rules": [(code, names.get(code, ""), number) for code, number in by_rule], "lines": lines.to_dicts(),
        "why": [(state, code or "", names.get(code, code or ""), n) for state, code, n in why.rows()],
        "plots": [plot for plot in plots if plot],
        "documents": mine.sort(["grave", "id"]).head(_MOST_DOCUMENTS).to_dicts(), "has_page": has_page,
        "page_of": document_page,
    }  # fmt: skip
    return path, whole_page("source.html", path, values)


def _recurring(facts: AuditFacts) -> pl.DataFrame:
    """Return the recurring blocks, most frequent first; none for audits by earlier versions."""
    columns = ["source", "text", "documents", "in_source", "boilerplate_share"]
    if not facts.stored.files("recurring"):
        return pl.DataFrame(schema=dict.fromkeys(columns, pl.String))
    return facts.stored.frame("recurring", columns).sort(["in_source", "text"], descending=[True, False])
