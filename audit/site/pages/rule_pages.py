"""A page per rule: description, frequency by source, and examples with the passage highlighted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import polars as pl

from audit.finding import SEVERITIES
from audit.rulebook.page import effect_in_words, in_words, page_of
from audit.site.facts import EXAMPLES, AuditFacts, ordered
from audit.site.names import document_page
from audit.site.pages.lists import listed
from audit.site.parsed_report import JudgedRule
from audit.site.plots import rows
from audit.site.render import whole_page

_MOST_SOURCES: Final = 12
# Code points of context around an example's passage, and of the passage.
_AROUND: Final = 160
_PASSAGE: Final = 400


def rule_pages(
    facts: AuditFacts, examples: Mapping[str, Sequence[Mapping[str, Any]]], has_page: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Yield path and text of the rules' pages, the list first; `examples` are findings by code."""
    judged = sorted(
        facts.report.rules,
        key=lambda r: (not r.findings, SEVERITIES.index(r.rule.severity), -r.documents, r.rule.code),
    )
    yield from listed("rules", "rules", ({"judged": each} for each in judged), {"report": facts.report})
    for each in judged:
        yield _page(each, facts, examples.get(each.rule.code, ()), has_page)


def _page(
    judged: JudgedRule, facts: AuditFacts, found: Sequence[Mapping[str, Any]], has_page: frozenset[str]
) -> tuple[str, str]:
    rule = judged.rule
    path = f"rules/{rule.code}.html"
    mine = facts.found.filter(pl.col("code") == rule.code)
    sources = ordered(mine.group_by("source").len(), "source", _MOST_SOURCES)
    where = rows("Sources with most of them", [(name or ".", number) for name, number in sources], len(mine))
    values = {
        "report": facts.report, "judged": judged, "rule": rule, "page": page_of(rule), "expects": in_words(rule),
        "where": where, "effect": effect_in_words(rule) if rule.scope == "document" else "",
        "examples": _shown(facts, found), "most": EXAMPLES, "has_page": has_page, "page_of": document_page,
    }  # fmt: skip
    return path, whole_page("rule.html", path, values)


def _shown(facts: AuditFacts, found: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the findings with their passage and its context, where the text is available."""
    ids = sorted({finding["id"] for finding in found if finding["start"] is not None})
    by_document: dict[str, list[dict[str, Any]]] = {}
    if ids and (files := facts.stored.files("blocks")):
        about = pl.col("id").is_in(pl.Series(ids, dtype=pl.String).implode())
        texts = pl.scan_parquet(files, glob=False).filter(about).select("id", "start", "end", "text").collect()
        for row in texts.iter_rows(named=True):
            by_document.setdefault(row["id"], []).append(row)
    wanted = pl.Series([finding["id"] for finding in found], dtype=pl.String).implode()
    titles = dict(facts.inputs.filter(pl.col("id").is_in(wanted)).select("id", "title").rows())
    return [{**f, "title": titles.get(f["id"]), "passage": _passage(f, by_document.get(f["id"], ()))} for f in found]


def _passage(finding: Mapping[str, Any], blocks: Sequence[Mapping[str, Any]]) -> tuple[str, str, str] | None:
    start, end = finding["start"], finding["end"]
    if start is None or end is None:
        return None
    block = next((b for b in blocks if b["start"] <= start < b["end"]), None)
    if block is None:
        return None
    at, to = start - block["start"], max(start, end) - block["start"]
    text = block["text"]
    before = ("…" if at > _AROUND else "") + text[max(0, at - _AROUND) : at]
    passage = text[at:to] if to - at <= _PASSAGE else text[at : at + _PASSAGE] + "…"
    return before, passage, text[to : to + _AROUND] + ("…" if len(text) > to + _AROUND else "")
