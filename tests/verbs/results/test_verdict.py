"""Each reason that fails a corpus, at its border, and what may be done about it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from audit.policy import Policy
from audit.verbs.results.verdict import (
    missed_sentence,
    much_set_aside,
    nothing_to_release,
    severe_findings,
    step_aside,
    steps_below,
    with_verdict,
)

FOUND = {"critical": 0, "warning": 1, "info": 2000}


def corpus(published: int, found: int, unread: int = 0, limit: float | None = None) -> Any:
    """What a verdict looks at of a corpus."""
    return SimpleNamespace(
        states={"published": published},
        policy=Policy(max_set_aside=limit),
        corpus=SimpleNamespace(found=found, no_documents=unread),
    )


def rule(name: str, severity: str, findings: int = 1) -> dict[str, Any]:
    return {"code": name, "name": name, "severity": severity, "findings": findings}


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ([], []),
        (["DUP101"], ["1 corpus-wide expectation missed: DUP101"]),
        (["DUP101", "ENC006"], ["2 corpus-wide expectations missed: DUP101, ENC006"]),
    ],
)
def test_missed_expectations_are_counted_and_named(codes: list[str], said: list[str]) -> None:
    assert missed_sentence(codes) == said


def test_nothing_left_is_a_reason_and_one_document_is_none() -> None:
    assert nothing_to_release(corpus(0, 4)) == ["no document is left to release"]
    assert nothing_to_release(corpus(1, 4)) == []


@pytest.mark.parametrize(
    ("found", "otherwise", "said"),
    [
        pytest.param(corpus(1, 4), 0.5, ["3 of 4 inputs were set aside, more than max_set_aside = 0.5"], id="more"),
        pytest.param(corpus(2, 4), 0.5, [], id="just as many"),
        pytest.param(corpus(1, 4), None, [], id="no limit"),
        pytest.param(corpus(1, 4, limit=0.75), 0.5, [], id="the policy's own limit is held"),
        pytest.param(
            corpus(3, 4, limit=0.0), 0.5, ["1 of 4 inputs were set aside, more than max_set_aside = 0"], id="0"
        ),
        pytest.param(corpus(4, 4, limit=0.0), 0.5, [], id="none was"),
        pytest.param(corpus(0, 4), 0.5, [], id="nothing left is told otherwise"),
        pytest.param(corpus(1, 4, unread=2), 0.5, [], id="what holds no document does not count"),
    ],
)
def test_much_set_aside_is_more_than_the_limit(found: Any, otherwise: float | None, said: list[str]) -> None:
    assert much_set_aside(found, otherwise) == said


@pytest.mark.parametrize(
    ("fail_on", "word", "said"),
    [
        ("critical", "", []),
        ("warning", "", ["1 warning finding at or above fail_on = warning"]),
        ("info", "new ", ["1 new warning, 2,000 new info findings at or above fail_on = info"]),
    ],
)
def test_findings_count_from_the_severity_that_fails(fail_on: Any, word: str, said: list[str]) -> None:
    assert severe_findings({"findings": FOUND}, fail_on, word) == said


@pytest.mark.parametrize(
    ("rules", "fail_on", "flags"),
    [
        pytest.param([rule("spam", "warning")], "warning", "--severity spam=info", id="one"),
        pytest.param([rule("spam", "warning")], "critical", None, id="none fails"),
        pytest.param([rule("spam", "warning", 0)], "warning", None, id="without findings, or all are known"),
        pytest.param([rule("mojibake", "critical")], "warning", None, id="critical is not to be let pass"),
        pytest.param([rule("spam", "info")], "info", None, id="nothing is milder"),
        pytest.param([rule(n, "warning") for n in "abc"], "warning", "--severity b=info", id="a few"),
        pytest.param([rule(n, "warning") for n in "abcd"], "warning", None, id="many ask for a review"),
    ],
)
def test_a_few_rules_may_be_made_milder(rules: list[Any], fail_on: Any, flags: str | None) -> None:
    steps = list(steps_below({"rules": rules, "worst": [each for each in rules if each["findings"]]}, fail_on))
    assert len(steps) == (flags is not None)
    assert flags is None or flags in steps[0]


def missed(name: str, severity: str = "warning", failed: int = 1) -> dict[str, Any]:
    """A rule of documents that one of two breaks, which is one too many."""
    code = {"zero-width-characters": "ENC006", "mojibake": "ENC004", "missing-date": "FLD003"}[name]
    beside = {"code": code, "met": False, "scope": "document", "failed": failed, "of": 2}
    return rule(name, severity) | beside


@pytest.mark.parametrize(
    ("rules", "release", "said"),
    [
        pytest.param(
            [missed("zero-width-characters")],
            {},
            "--exclude zero-width-characters to leave out the documents that break it",
            id="one",
        ),
        pytest.param([missed("zero-width-characters"), missed("missing-date")], {}, "that break them", id="several"),
        pytest.param([missed("zero-width-characters", failed=2)], {}, None, id="every document breaks it"),
        pytest.param([missed("mojibake", "critical")], {}, None, id="its documents are set aside already"),
        pytest.param(
            [missed("zero-width-characters")], {"exclude": ["ENC"]}, None, id="the policy sets them aside already"
        ),
        pytest.param(
            [missed("zero-width-characters")], {"flag": ["zero-width-characters"]}, None, id="the policy keeps them"
        ),
        pytest.param(
            [missed("zero-width-characters"), missed("missing-date", failed=2)], {}, None, id="another stays missed"
        ),
    ],
)
def test_documents_are_left_out_where_that_lets_the_others_be_released(
    rules: list[Any], release: dict[str, list[str]], said: str | None
) -> None:
    policy = {"release": {"exclude": [], "flag": []} | release}
    steps = list(step_aside({"rules": rules, "policy": policy}))
    assert len(steps) == (said is not None)
    assert said is None or said in steps[0]


@pytest.mark.parametrize(("reasons", "verdict"), [([], "pass"), (["it is short"], "fail")])
def test_a_reason_fails(reasons: list[str], verdict: str) -> None:
    aside = {"set_aside": [{"code": "blank", "inputs": 2}]}
    made = with_verdict(aside, reasons, iter(["look"]), released=True)
    assert made == aside | {"verdict": verdict, "reasons": reasons, "released": True, "next": ["look"]}


def test_a_package_that_reads_what_was_not_read_comes_first() -> None:
    aside = {"set_aside": [{"code": "DUP001", "inputs": 2}, {"code": "html-extra-missing", "inputs": 1200}]}
    (first, second) = with_verdict(aside, [], iter(["look"]), released=True)["next"]
    assert first.startswith("pip install 'corpus-audit[html]'  # reads 1,200 of the inputs")
    assert second == "look"
