"""The index page: verdict, states, distributions, next steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from audit.finding import SEVERITIES
from audit.ledger import STATES
from audit.rulebook import RULES
from audit.site.facts import AuditFacts, ordered
from audit.site.names import INDEX, source_page
from audit.site.plots import days, lengths, rows, shares
from audit.site.readable import share
from audit.site.render import whole_page

_MOST_ROWS: Final = 8
_MOST_RULES: Final = 10
# Units of the picture, about a pixel on a wide screen.
_ROOM: Final = 210
_GAP: Final = 30
_GAP_OF_REASONS: Final = 18
_TOP: Final = 6
_LEAST: Final = 2.0
_MOST_REASONS: Final = 12


@dataclass(frozen=True, slots=True)
class _Shape:
    """The layout: positions and widths of the columns of bars."""

    width: int
    states: int
    reasons: int
    bar: int = 12


_WIDE: Final = _Shape(920, 330, 640)
# For phones: reasons are listed elsewhere.
_NARROW: Final = _Shape(340, 150, 0)


def index_page(facts: AuditFacts, counts: Mapping[str, int]) -> tuple[str, str]:
    """Return path and text of the index; `counts` are the numbers of pages of each kind."""
    inputs, report = facts.inputs, facts.report
    published = inputs.filter(pl.col("state") == "published")
    broken = [r for r in report.rules if r.findings]
    broken.sort(key=lambda r: (SEVERITIES.index(r.rule.severity), -r.documents, r.rule.code))
    values = {
        "report": report, "sentence": _sentence(facts), "flows": [_flow(inputs, _WIDE), _flow(inputs, _NARROW)],
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


def _flow(inputs: pl.DataFrame, shape: _Shape) -> Mapping[str, Any]:
    """Return the picture's size, its `nodes` (bars with two lines of text) and the `bands` between them."""
    states = [(state, len(inputs.filter(pl.col("state") == state))) for state in STATES]
    states = [each for each in states if each[1]]
    whole = max(1, len(inputs))
    right = _reasons(inputs) if shape.reasons else []
    nodes, bands = [_node(0, _TOP, _ROOM, shape, ("inputs", f"{len(inputs):,}", "all"))], []
    y, taken = float(_TOP), float(_TOP)
    tops: dict[str, float] = {}
    for state, number in states:
        height = max(_LEAST, _ROOM * number / whole)
        nodes.append(_node(shape.states, y, height, shape, (state, f"{number:,} · {share(number, whole)}", state)))
        bands.append(_band((shape.bar, taken), (shape.states, y), (_ROOM * number / whole, height), state))
        tops[state] = y
        y, taken = y + height + _GAP, taken + _ROOM * number / whole
    low, y = y, float(_TOP)
    for aside, name, number in right:
        height = max(_LEAST, _ROOM * number / whole)
        nodes.append(_node(shape.reasons, y, height, shape, (f"{name} {number:,}", "", aside)))
        bands.append(_band((shape.states + shape.bar, tops[aside]), (shape.reasons, y), (height, height), aside))
        tops[aside] += _ROOM * number / whole
        y += height + _GAP_OF_REASONS
    return {"width": shape.width, "height": round(max(low, y, _TOP + _ROOM + _GAP)), "nodes": nodes, "bands": bands}


def _reasons(inputs: pl.DataFrame) -> Sequence[tuple[str, str, int]]:
    names = {rule.code: rule.name for rule in RULES}
    aside = inputs.filter(pl.col("code").is_not_null() & pl.col("state").is_in(STATES[1:]))
    rows = aside.group_by("state", "code").len().sort(["len", "code"], descending=[True, False]).rows()
    listed = sorted(rows[:_MOST_REASONS], key=lambda row: (STATES.index(row[0]), -row[2], row[1]))
    return [(state, names.get(code, code), number) for state, code, number in listed]


def _node(x: float, y: float, height: float, shape: _Shape, labels: tuple[str, str, str]) -> Mapping[str, Any]:
    name, number, state = labels
    return {
        "x": x, "y": round(y, 2), "width": shape.bar, "height": round(height, 2), "name": name, "number": number,
        "state": state, "text_x": x + shape.bar + 8, "text_y": round(y + 11 if number else y + height / 2 + 4.5, 2),
    }  # fmt: skip


def _band(
    start: tuple[float, float], end: tuple[float, float], heights: tuple[float, float], state: str
) -> Mapping[str, str]:
    """Return the SVG path of a band between two bars."""
    (x, y), (to_x, to_y), (high, to_high) = start, end, heights
    bend = (x + to_x) / 2
    path = (
        f"M{x:.2f},{y:.2f} C{bend:.2f},{y:.2f} {bend:.2f},{to_y:.2f} {to_x:.2f},{to_y:.2f} "
        f"V{to_y + to_high:.2f} C{bend:.2f},{to_y + to_high:.2f} {bend:.2f},{y + high:.2f} {x:.2f},{y + high:.2f} Z"
    )
    return {"path": path, "state": state}
