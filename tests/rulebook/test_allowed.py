"""How many documents may break a rule: by evidence in small corpora, by the share in large ones."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.policy import LimitSettings, Policy, RuleSettings
from audit.rulebook import RULES
from audit.rulebook.active import active
from audit.rulebook.allowed import allowed, budgeted
from audit.rulebook.failing import is_missed
from tests.rulebook.alone import failing

ENTITIES = next(rule for rule in RULES if rule.name == "html-entities")


def is_refused(failed: int, of: int, policy: Policy) -> bool:
    """Return whether so many documents with entities in them miss the expectation."""
    measures = pa.table({"html_entities": pa.array([1] * failed + [0] * (of - failed), pa.int32())})
    rules = [rule for rule in active(RULES, policy) if rule.code == ENTITIES.code]
    asked = budgeted(rules, measures, policy)[0]
    assert len(failing(asked, measures)) == failed
    missed = is_missed(asked.expectation, failed, of)
    assert missed == (failed > allowed(asked.expectation.mostly, of))
    return missed


@pytest.mark.parametrize(("of", "may"), [(1, 0), (2, 1), (5, 1), (17, 2), (100, 6), (1000, 31), (10_000, 233)])
def test_a_warning_misses_by_more_than_chance(of: int, may: int) -> None:
    assert not is_refused(may, of, Policy())
    assert is_refused(may + 1, of, Policy())


@pytest.mark.parametrize(
    "policy",
    [
        pytest.param(Policy(rules={"html-entities": RuleSettings(mostly=0.98)}), id="by name"),
        pytest.param(Policy(rules={"enc013": RuleSettings(mostly=0.98)}), id="by code"),
        pytest.param(Policy(limits=LimitSettings(confidence=0)), id="no confidence asked for"),
        pytest.param(Policy(rules={"ENC013": RuleSettings(severity="critical")}), id="critical"),
    ],
)
def test_what_a_policy_says_is_held_to_the_letter(policy: Policy) -> None:
    assert is_refused(1, 17, policy)
    assert not is_refused(2, 100, policy)
    assert is_refused(3, 100, policy)


@given(st.integers(1, 400), st.sampled_from([0.0, 0.5, 0.9, 0.95, 0.99]))
def test_never_less_than_the_share_and_never_more_than_half_beyond_it(of: int, confidence: float) -> None:
    measures = pa.table({"html_entities": pa.array([0] * of, pa.int32())})
    asked = budgeted([ENTITIES], measures, Policy(limits=LimitSettings(confidence=confidence)))[0]
    may, share = allowed(asked.expectation.mostly, of), allowed(ENTITIES.expectation.mostly, of)
    assert share <= may <= max(share, of // 2)


def test_a_rule_that_no_document_may_break_stays_as_it_is() -> None:
    strict = [rule for rule in RULES if rule.scope == "document" and rule.expectation.mostly in {0, 1}]
    columns = {rule.expectation.column: [None] * 9 for rule in strict}
    assert budgeted(strict, pa.table(columns), Policy()) == tuple(strict)
