"""The measures of one document beside the expectations of the rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from audit.rulebook import RULES
from audit.rulebook.failing import slim, unmet
from audit.rulebook.page import claim
from audit.tables.table import Table

# The columns about decoding: evidence, confidence, runner-up, and errors.
_DECODING: Final = (
    *("encoding", "encoding_source", "encoding_confidence", "encoding_declared", "encoding_runner_up", "bom"),
    *("mixed_encoding", "decode_errors", "superseded_codes", "repaired"),
)


def decoding(measures: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the decoding measures of a document; empty for an input that was not decoded."""
    return {name: measures[name] for name in _DECODING if name in measures} if measures else {}


def judged(measures: Mapping[str, Any] | None, table: Table) -> list[dict[str, Any]]:
    """Return, by code, each document rule with the measured value, the expectation, and whether it is met.

    `measures` is the document's row of `table`; rules on missing columns are left out.
    """
    if not measures:
        return []
    row = pl.DataFrame(pl.Series(name, [measures[name]]) for name in measures if name in table.names)
    rules = [rule for rule in RULES if rule.scope == "document" and rule.expectation.column in row.columns]
    return [
        {
            "code": rule.code,
            "name": rule.name,
            "column": rule.expectation.column,
            "value": measures[rule.expectation.column],
            "expects": claim(rule.expectation),
            "met": not unmet(rule.expectation, slim(row, [rule.expectation.column]))[0],
        }
        for rule in sorted(rules, key=lambda rule: rule.code)
    ]
