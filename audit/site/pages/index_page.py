"""The index page: verdict, states, distributions, next steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from audit.finding import SEVERITIES
from audit.ledger import STATES
from audit.site.facts import AuditFacts, ordered
from audit.site.flow import NARROW, WIDE, flow
from audit.site.names import INDEX, source_page
from audit.site.plots import days, lengths, rows, shares
from audit.site.render import whole_page

_MOST_ROWS: Final = 8
_MOST_RULES: Final = 10


def index_page(facts: AuditFacts, counts: Mapping[str, int]) -> tuple[str, str]:
    """Return path and text of the index; `counts` are the numbers of pages of each kind."""
    inputs, report = facts.inputs, facts.report
    published = inputs.filter(pl.col("state") == "published")
    broken = [r for r in report.rules if r.findings]
    broken.sort(key=lambda r: (SEVERITIES.index(r.rule.severity), -r.documents, r.rule.code))
    values = {
        "report": report, "sentence": _sentence(facts), "flows": [flow(inputs, WIDE), flow(inputs, NARROW)],
        "tiles": _tiles(facts, published), "plots": _plots(facts, published), "worst": broken[:_MOST_RULES],
        "broken": len(broken), "counts": counts, "states": _states(inputs),
    }  # fmt: skip
    return INDEX, whole_page("index.html", INDEX, values)


def _states(inputs: pl.DataFrame) -> list[tuple[str, int]]:
    counts = dict(inputs["state"].value_counts().rows())
    return [(state, counts[state]) for state in STATES if counts.get(state)]


def _sentence(facts: AuditFacts) -> str:
    report, published = facts.report, len(facts.inputs.filter(pl.col("state") == "published"))
    kept = f"{published:,} of {report.found:,} inputs {'is' if published == 1 else 'are'} publishable"
    if report.passed:
        return f"{kept}; the corpus meets its expectations."
    return f"{kept}; the corpus does not meet its expectations."


def _tiles(facts: AuditFacts, published: pl.DataFrame) -> list[dict[str, Any]]:
    inputs = facts.inputs
    return [
        {"name": "documents", "number": len(published), "note": f"of {len(inputs):,} inputs",
         "to": "documents/index.html"},
        {"name": "characters", "number": int(published["body_chars"].sum() or 0), "note": "in their bodies", "to": ""},
        {"name": "languages", "number": published["language"].n_unique(), "note": "of the bodies", "to": ""},
        {"name": "sources", "number": inputs["source"].n_unique(), "note": "folders or files",
         "to": "sources/index.html"},
        {"name": "findings", "number": len(facts.found), "note": _by_severity(facts), "to": "rules/index.html"},
        {"name": "duplicates", "number": len(inputs.filter(pl.col("state") == "duplicate")), "note": "set aside",
         "to": "copies/index.html"},
    ]  # fmt: skip


def _by_severity(facts: AuditFacts) -> str:
    counts = dict(facts.found["severity"].value_counts().rows())
    return ", ".join(f"{counts[s]:,} {s}" for s in SEVERITIES if counts.get(s)) or "none"


def _plots(facts: AuditFacts, published: pl.DataFrame) -> list[Any]:
    inputs = facts.inputs
    languages = published.filter(pl.col("language").is_not_null()).group_by("language").len()
    by_source = inputs.group_by("source").agg(whole=pl.len(), len=(pl.col("state") != "published").sum().cast(pl.Int64))
    dropped = by_source.filter(pl.col("len") > 0).sort(["len", "source"], descending=[True, False]).head(_MOST_ROWS)
    bars = [
        {"name": name or ".", "number": number, "whole": whole, "width": round(100 * number / whole, 2),
         "to": source_page(name)}
        for name, whole, number in dropped.select("source", "whole", "len").rows()
    ]  # fmt: skip
    sources = ordered(published.group_by("source").len(), "source", _MOST_ROWS)
    made = (
        rows("Languages", ordered(languages, "language", _MOST_ROWS), len(published)),
        rows("Sources of published documents", [(name or ".", number) for name, number in sources], len(published)),
        lengths("Length of the bodies", published["body_chars"]),
        days("Stated dates", published["date"]),
        shares("Share of boilerplate per text", inputs["boilerplate_share"]),
        shares("Similarity of near duplicates", facts.pairs.filter(pl.col("kind") == "near")["jaccard"]),
        {"kind": "rows", "title": "Set aside, as a share of each source", "bars": bars} if bars else None,
    )  # fmt: skip
    return [plot for plot in made if plot is not None]
