"""Load-time check that every column judged by a rule is measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from audit.errors import DefectError
from audit.measure.measures import MEASURES
from audit.rulebook.metrics import METRICS

if TYPE_CHECKING:
    from audit.rule import Rule, Scope
    from audit.tables import Table

_JUDGED: Final[Mapping[Scope, Table]] = MappingProxyType({"document": MEASURES, "corpus": METRICS})


def all_measured(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return the rules; raises DefectError if one judges an unknown column."""
    for rule in rules:
        column, table = rule.expectation.column, _JUDGED[rule.scope]
        if column not in table.names:
            raise DefectError(
                f"the rule {rule.code} {rule.name} judges {column}, which is not a column of {table.name}: name one "
                "that is (see audit schema measures), or declare it in the measure that computes it"
            )
    return tuple(rules)
