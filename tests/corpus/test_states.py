"""What becomes of a document that breaks rules, copies another one, or holds no article."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from audit.corpus.findings import BrokenRules
from audit.corpus.states import NO_RULE, Verdict, decide_states, find_eligible, sets_aside
from audit.errors import DefectError
from audit.ledger import STATES
from audit.policy import Policy, parse
from audit.rule import Rule
from audit.rulebook import RULES

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
DOCUMENTS = 4


def rows(*numbers: int) -> np.ndarray:
    return np.array(numbers, np.int64)


def measured(no_article: tuple[int, ...] = (), **copies: int) -> pa.Table:
    """Return the measures of four documents: which hold no article, and which are copies, by kind."""
    kinds: list[str | None] = [None] * DOCUMENTS
    for kind, row in copies.items():
        kinds[row] = kind
    return pa.table(
        {
            "no_article": [row in no_article for row in range(DOCUMENTS)],
            "duplicate_kind": pa.array(kinds, pa.string()),
            "duplicate_of": pa.array([kind and "kept" for kind in kinds], pa.string()),
        }
    )


def broken(**codes: np.ndarray) -> BrokenRules:
    return BrokenRules(tuple(BY_CODE[code] for code in codes), codes)


def states_with_rules(verdict: Verdict) -> list[tuple[str, str | None]]:
    codes = [None if number == NO_RULE else RULES[number].code for number in verdict.rule]
    return [(STATES[state], code) for state, code in zip(verdict.state, codes, strict=True)]


PUBLISHED = ("published", None)


@pytest.mark.parametrize(
    ("release", "code", "state"),
    [
        pytest.param({}, "ENC004", "excluded", id="critical"),
        pytest.param({}, "SPN001", None, id="warning"),
        pytest.param({"exclude": ["SPN"]}, "SPN001", "excluded", id="excluded by family"),
        pytest.param({"exclude": ["SPN"]}, "SPN005", None, id="a suspicion never"),
        pytest.param({"exclude": ["retold-text"]}, "SPN005", None, id="a suspicion never, not even by name"),
        pytest.param({"exclude": ["punctuation-led-lines"]}, "SPN001", "excluded", id="excluded by name"),
        pytest.param({"flag": ["ENC004"]}, "ENC004", None, id="critical but only flagged"),
        pytest.param({"exclude": ["SPN"], "flag": ["SPN001"]}, "SPN001", None, id="flag wins"),
        pytest.param({}, "BPL001", "boilerplate", id="no article"),
        pytest.param({"exclude": ["BPL"]}, "BPL001", "boilerplate", id="no article is never another state"),
        pytest.param({"flag": ["BPL001"]}, "BPL001", None, id="no article, flagged by code"),
        pytest.param({"flag": ["no-article"]}, "BPL001", None, id="no article, flagged by name"),
        pytest.param({"flag": ["BPL"]}, "BPL001", None, id="no article, flagged by family"),
        pytest.param({"flag": ["ENC"]}, "BPL001", "boilerplate", id="another family flagged"),
        pytest.param({}, "DUP001", "duplicate", id="a copy"),
        pytest.param({"flag": ["DUP001"]}, "DUP001", "duplicate", id="duplicates.set_aside decides on copies"),
        pytest.param({"exclude": ["DUP"]}, "DUP001", "excluded", id="a copy excluded by family"),
        pytest.param({}, "DUP004", None, id="contained"),
    ],
)
def test_policy_says_what_is_set_aside(release: dict[str, object], code: str, state: str | None) -> None:
    assert sets_aside(BY_CODE[code], parse({"release": release})) == state


def test_no_severity_makes_a_suspicion_set_aside() -> None:
    policy = parse({"rules": {"SPN005": {"severity": "critical"}}})
    assert sets_aside(BY_CODE["SPN005"], policy) is None


def test_the_gravest_rule_is_the_reason() -> None:
    policy = parse({"release": {"exclude": ["SPN", "ENC002"]}})
    found = decide_states(broken(SPN001=rows(0, 1), ENC002=rows(1, 3), ENC004=rows(1, 2)), measured(), policy)
    assert states_with_rules(found) == [
        ("excluded", "SPN001"), ("excluded", "ENC004"), ("excluded", "ENC004"), ("excluded", "ENC002"),
    ]  # fmt: skip


def test_the_first_code_is_the_reason_among_equals() -> None:
    found = decide_states(broken(LNG001=rows(0, 2), ENC004=rows(0), ENC001=rows(0, 1)), measured(), Policy())
    assert states_with_rules(found) == [
        ("excluded", "ENC001"),
        ("excluded", "ENC001"),
        ("excluded", "LNG001"),
        PUBLISHED,
    ]


def test_only_what_may_be_published_can_be_kept_beside_a_copy() -> None:
    found = broken(ENC004=rows(0), SPN001=rows(3))
    assert find_eligible(found, measured((1,)), Policy()).tolist() == [False, False, True, True]


def test_each_document_is_in_one_state_and_its_own_faults_come_first() -> None:
    found = decide_states(broken(ENC004=rows(0, 1)), measured((1,), exact_raw=1, near=2), Policy())
    assert states_with_rules(found) == [
        ("excluded", "ENC004"),
        ("boilerplate", "BPL001"),
        ("duplicate", "DUP003"),
        PUBLISHED,
    ]


def test_a_fault_of_its_own_comes_before_a_copy() -> None:
    found = decide_states(broken(ENC004=rows(0)), measured(exact_raw=0, exact_normalised=3), Policy())
    assert states_with_rules(found) == [("excluded", "ENC004"), PUBLISHED, PUBLISHED, ("duplicate", "DUP002")]


@pytest.mark.parametrize("flag", ["BPL001", "no-article", "BPL", "ALL"])
def test_pages_without_an_article_are_kept_when_the_policy_only_flags_them(flag: str) -> None:
    policy = parse({"release": {"flag": [flag]}})
    assert states_with_rules(decide_states(broken(), measured((1,)), policy)) == [PUBLISHED] * DOCUMENTS
    assert find_eligible(broken(), measured((1,)), policy).all()


def test_rules_that_a_policy_does_not_judge_by_set_aside_all_the_same() -> None:
    found = decide_states(broken(), measured((0,), exact_raw=1, exact_normalised=2, near=3), Policy())
    assert [code for _, code in states_with_rules(found)] == ["BPL001", "DUP001", "DUP002", "DUP003"]


def test_a_copy_of_a_kind_without_a_rule_is_no_document_to_publish() -> None:
    with pytest.raises(DefectError, match="without a rule"):
        decide_states(broken(), measured(translated=2), Policy())
