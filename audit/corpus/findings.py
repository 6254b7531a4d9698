"""Every failing document becomes a finding: all of them, each with its places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from audit.corpus.parts import Corpus
from audit.finding import fingerprint
from audit.rule import Rule
from audit.tables import FINDINGS
from audit.text.visible import visible

EVIDENCE_CHARS = 200


@dataclass(frozen=True)
class Broken:
    """Which documents break which rules: rows in ascending order, by code."""

    rules: tuple[Rule, ...]
    rows: Mapping[str, np.ndarray]

    def documents(self, code: str) -> int:
        """Return how many documents break the rule."""
        return len(self.rows[code])


def findings(corpus: Corpus, measures: pa.Table, broken: Broken) -> Iterator[pa.Table]:
    """Yield the findings table part by part: documents in row order, rules by code, places by position."""
    for number, places in enumerate(corpus.tables("places")):
        start, end = int(corpus.edges[number]), int(corpus.edges[number + 1])
        facts = measures.slice(start, end - start)
        hashes = corpus.part(number, "documents", ["sha256"])["sha256"].to_pylist()
        yield _table(_rows(facts, _by_document(places), _codes(broken, start, end), hashes))


def _codes(broken: Broken, start: int, end: int) -> dict[int, list[Rule]]:
    """Return the rules that each document of the part breaks, by its row in the part."""
    found: dict[int, list[Rule]] = {}
    for rule in sorted(broken.rules, key=lambda r: r.code):
        rows = broken.rows[rule.code]
        for row in rows[np.searchsorted(rows, start) : np.searchsorted(rows, end)]:
            found.setdefault(int(row) - start, []).append(rule)
    return dict(sorted(found.items()))


def _by_document(places: pa.Table) -> dict[tuple[int, str], list[dict[str, Any]]]:
    found: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for place in places.to_pylist():
        found.setdefault((place["row"], place["fact"]), []).append(place)
    return found


def _rows(
    facts: pa.Table,
    places: dict[tuple[int, str], list[dict[str, Any]]],
    codes: dict[int, list[Rule]],
    hashes: Sequence[str],
) -> Iterator[tuple[Any, ...]]:
    for row, rules in codes.items():
        values = {name: column[row].as_py() for name, column in zip(facts.column_names, facts.columns, strict=True)}
        for rule in rules:
            message = message_of(rule, values)
            found = places.get((row, rule.expectation.column), [])
            if not found:
                mark = fingerprint(rule.code, hashes[row])
                yield (mark, rule.code, rule.severity, values["id"], *[None] * 4, message, evidence_of(rule, values))
            seen: Counter[str] = Counter()
            for place in found:
                mark = fingerprint(rule.code, place["content"], seen[place["content"]])
                seen[place["content"]] += 1
                where = (place["start"], place["end"], place["byte_start"], place["byte_end"])
                yield (mark, rule.code, rule.severity, values["id"], *where, message, place["evidence"])


def message_of(rule: Rule, values: Mapping[str, Any]) -> str:
    """Return the rule's sentence about a document with these measured values."""
    return rule.message.replace("{value}", _plain(values[rule.expectation.column]))


def evidence_of(rule: Rule, values: Mapping[str, Any]) -> str | None:
    """Return what there is to show for a finding about a whole document: for a copy, its twin and the measures."""
    if rule.expectation.column == "leaked_share":
        return f"it stands in {visible(values['leaked_from'] or '', EVIDENCE_CHARS)}"
    if rule.family != "DUP" or values["duplicate_of"] is None:
        return None
    twin = visible(values["duplicate_of"], EVIDENCE_CHARS)
    measures = ", ".join(f"{name} {_plain(values[name])}" for name in ("similarity", "containment"))
    return f"{values['duplicate_kind']} of {twin}; {measures}"


def _plain(value: object) -> str:
    if value is None:
        return "none"
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    return visible(str(value), EVIDENCE_CHARS)


def _table(rows: Iterator[tuple[Any, ...]]) -> pa.Table:
    held = list(rows)
    columns = zip(*held, strict=True) if held else [()] * len(FINDINGS.columns)
    return pa.table([pa.array(c, f.type) for c, f in zip(columns, FINDINGS.arrow, strict=True)], schema=FINDINGS.arrow)
