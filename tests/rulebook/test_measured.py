"""A rule whose column nobody measures is refused when the rules are loaded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.errors import DefectError
from audit.rulebook import RULES
from audit.rulebook.measured import all_measured

RULE = next(rule for rule in RULES if rule.scope == "document")


def test_the_rules_there_are_judge_what_is_measured():
    assert all_measured(RULES) == RULES


@pytest.mark.parametrize(
    ("column", "scope", "table"),
    [("mojibakes", "document", "measures"), ("mojibake", "corpus", "metrics"), ("found", "document", "measures")],
)
def test_a_column_that_nobody_gives_is_a_defect_that_names_the_rule(column, scope, table):
    rule = replace(RULE, scope=scope, expectation=replace(RULE.expectation, column=column))
    with pytest.raises(DefectError, match=f"{RULE.code} .* judges {column}, .* not a column of {table}"):
        all_measured((*RULES, rule))
