"""What becomes of a document that breaks rules, copies another one, or holds no article."""

from __future__ import annotations

import numpy as np
import pytest

from audit.corpus.findings import Broken
from audit.corpus.states import eligible, excluded, judge, sets_aside
from audit.ledger import STATES
from audit.policy import Policy, parse
from audit.rule import Rule
from audit.rulebook import RULES

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
NONE = np.zeros(4, bool)


def rows(*numbers: int) -> np.ndarray:
    return np.array(numbers, np.int64)


def at(*numbers: int) -> np.ndarray:
    found = NONE.copy()
    found[list(numbers)] = True
    return found


def broken(**codes: np.ndarray) -> Broken:
    return Broken(tuple(BY_CODE[code] for code in codes), codes)


@pytest.mark.parametrize(
    ("release", "code", "is_aside"),
    [
        pytest.param({}, "ENC004", True, id="critical"),
        pytest.param({}, "SPN001", False, id="warning"),
        pytest.param({"exclude": ["SPN"]}, "SPN001", True, id="excluded by family"),
        pytest.param({"exclude": ["SPN"]}, "SPN005", False, id="a suspicion never"),
        pytest.param({"exclude": ["punctuation-led-lines"]}, "SPN001", True, id="excluded by name"),
        pytest.param({"flag": ["ENC004"]}, "ENC004", False, id="critical but only flagged"),
        pytest.param({"exclude": ["SPN"], "flag": ["SPN001"]}, "SPN001", False, id="flag wins"),
    ],
)
def test_policy_says_what_is_set_aside(release: dict[str, object], code: str, is_aside: bool) -> None:
    assert sets_aside(BY_CODE[code], parse({"release": release})) is is_aside


def test_the_gravest_rule_is_the_reason() -> None:
    policy = parse({"release": {"exclude": ["SPN", "ENC002"]}})
    found = excluded(broken(SPN001=rows(0, 1), ENC002=rows(1), ENC004=rows(1, 2)), policy)
    assert {row: rule.code for row, rule in found.items()} == {0: "SPN001", 1: "ENC004", 2: "ENC004"}


def test_only_what_may_be_published_can_be_kept_beside_a_copy() -> None:
    out = excluded(broken(ENC004=rows(0)), Policy())
    assert eligible(at(1), out, Policy()).tolist() == [False, False, True, True]


def test_each_document_is_in_one_state_and_its_own_faults_come_first() -> None:
    out = excluded(broken(ENC004=rows(0, 1)), Policy())
    verdict = judge(at(1), at(2), out, Policy())
    assert [STATES[state] for state in verdict.state] == ["excluded", "boilerplate", "duplicate", "published"]
    assert list(verdict.rule) == [0]


def test_pages_without_an_article_are_kept_when_the_policy_only_flags_them() -> None:
    policy = parse({"release": {"flag": ["BPL001"]}})
    assert STATES[judge(at(1), NONE, {}, policy).state[1]] == "published"
    assert eligible(at(1), {}, policy).all()
