"""Suites: rules in great-expectations' plain form, and their validation.

great-expectations logs and drops what it does not understand (an unknown type, a bad severity) and passes a suite that
lost everything. Suites are therefore validated completely before they are handed over.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from audit.errors import UsageError
from audit.finding import SEVERITIES, Severity
from audit.rule import EXPECTATIONS, Expectation, Rule
from audit.text.visible import visible

Suite = Mapping[str, Any]
# The allowed arguments per type besides column and mostly. Without row_condition, which changes the base of `mostly`.
_SETS: Final = frozenset({"value_set"})
KWARGS: Final = {
    "expect_column_values_to_be_between": frozenset({"min_value", "max_value", "strict_min", "strict_max"}),
    "expect_column_values_to_be_in_set": _SETS,
    "expect_column_values_to_not_be_in_set": _SETS,
    "expect_column_values_to_not_be_null": frozenset[str](),
    "expect_column_values_to_be_null": frozenset[str](),
}
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class SuiteExpectation:
    """A validated expectation of a suite: the rule's code, name and severity, and the expectation."""

    code: str
    name: str
    severity: Severity
    expectation: Expectation


def suite_of(rules: Iterable[Rule], name: str = "corpus-audit") -> dict[str, Any]:
    """Return the rules in great-expectations' plain form, sorted by code, as in `expectations.json`."""
    return {"name": name, "expectations": [_plain(rule) for rule in sorted(rules, key=lambda r: r.code)]}


def _plain(rule: Rule) -> dict[str, Any]:
    wanted = rule.expectation
    return {
        "type": wanted.type,
        "kwargs": {"column": wanted.column, **wanted.kwargs, "mostly": wanted.mostly},
        "severity": rule.severity,
        "meta": {"rule": rule.code, "name": rule.name, "scope": rule.scope},
    }


def parse_suite(suite: Suite) -> tuple[SuiteExpectation, ...]:
    """Return the expectations of a plain suite, sorted by code.

    Raises UsageError if the suite is empty or a line is invalid: an unknown type, severity or keyword, a `mostly`
    outside 0 to 1, a missing or repeated rule code.
    """
    lines = suite.get("expectations")
    if not isinstance(lines, list) or not lines:
        raise UsageError(
            f"the suite {_shown(suite.get('name'))} contains no expectations; a run that judges nothing does not pass"
        )
    asked = sorted((_parse(line) for line in lines), key=lambda a: a.code)
    for one, other in itertools.pairwise(asked):
        if one.code == other.code:
            raise UsageError(f"the suite contains {one.code} twice; keep one of the two")
    return tuple(asked)


def _parse(line: object) -> SuiteExpectation:
    if not isinstance(line, dict):
        raise UsageError(f"an expectation must be a table of type, kwargs, severity and meta, not {_shown(line)}")
    meta = line.get("meta")
    code = meta.get("rule") if isinstance(meta, dict) else None
    if not isinstance(code, str) or not code:
        raise UsageError(f"the expectation {_shown(line.get('type'))} names no rule in meta.rule; give it one")
    if unknown := sorted(set(line) - {"type", "kwargs", "severity", "meta"}):
        raise UsageError(f"{_shown(code)}: unknown key {_shown(unknown[0])}; known are type, kwargs, severity and meta")
    severity = line.get("severity")
    if severity not in SEVERITIES:
        raise UsageError(f"{_shown(code)}: severity {_shown(severity)} is not one of {', '.join(SEVERITIES)}")
    name = line["meta"].get("name")
    return SuiteExpectation(code, name if isinstance(name, str) else code, severity, _expectation(code, line))


def _expectation(code: str, line: Mapping[str, Any]) -> Expectation:
    kind, kwargs = line.get("type"), line.get("kwargs")
    if kind not in EXPECTATIONS:
        raise UsageError(
            f"{_shown(code)}: {_shown(kind)} is not a known expectation; known are {', '.join(EXPECTATIONS)}"
        )
    if not isinstance(kwargs, dict) or not isinstance(kwargs.get("column"), str):
        raise UsageError(f"{_shown(code)}: kwargs must name the measured column it is about")
    mostly = kwargs.get("mostly", 1.0)
    if not _is_number(mostly) or not 0 <= mostly <= 1:
        raise UsageError(f"{_shown(code)}: mostly is {_shown(mostly)}; it is a share of documents, 0 to 1")
    own = {key: value for key, value in kwargs.items() if key not in ("column", "mostly")}
    _refuse_kwargs(code, kind, own)
    return Expectation(kind, kwargs["column"], MappingProxyType(own), float(mostly))


def _refuse_kwargs(code: str, kind: str, own: Mapping[str, Any]) -> None:
    if unknown := sorted(set(own) - KWARGS[kind]):
        raise UsageError(f"{_shown(code)}: {kind} takes no {_shown(unknown[0])}")
    if "value_set" in KWARGS[kind]:
        _refuse_values(code, own.get("value_set"))
    if "max_value" in KWARGS[kind]:
        _refuse_bounds(code, own)


def _refuse_values(code: str, values: object) -> None:
    if not isinstance(values, list) or not values:
        raise UsageError(f"{_shown(code)}: value_set must be a list of at least one value")
    if not all(isinstance(v, str | bool) or _is_number(v) for v in values):
        raise UsageError(f"{_shown(code)}: value_set may contain strings, numbers, true and false")


def _refuse_bounds(code: str, own: Mapping[str, Any]) -> None:
    bounds = [own[key] for key in ("min_value", "max_value") if own.get(key) is not None]
    if not bounds or not all(_is_number(bound) for bound in bounds):
        raise UsageError(f"{_shown(code)}: min_value or max_value must be given, as a number")
    if bounds != sorted(bounds):
        raise UsageError(f"{_shown(code)}: min_value is greater than max_value")
    if not all(isinstance(own.get(key, False), bool) for key in ("strict_min", "strict_max")):
        raise UsageError(f"{_shown(code)}: strict_min and strict_max are true or false")


def _is_number(value: object) -> bool:
    # NaN compares false with everything and would fail every row.
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < float("inf")


def _shown(value: object) -> str:
    return visible(str(value), _SHOWN)
