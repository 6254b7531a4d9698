"""The gate at work: what fails a check, what an update keeps, and which missed expectations count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.gate.baseline import Baseline, Known
from audit.gate.expectations import failing_codes, missed_codes
from audit.gate.gate import BELOW, KNOWN, NEW, WAIVED, Gate, JudgedFindings
from audit.gate.listed import ListedFindings
from audit.gate.update import Update, updated
from audit.gate.waivers import Waivers
from audit.policy import parse
from audit.report.locations import Locations
from audit.report.stored import StoredFindings
from audit.rule import Rule
from audit.rulebook import RULES
from audit.tables import FINDINGS
from audit.validate.suite import parse_suite, suite_of
from audit.validate.verdict import ExpectationResult, Validation

MARKS = {letter: letter * 32 for letter in "abcdef"}
# Fingerprint, rule, document; of ENC006 one is known and one new.
FOUND = (("a", "ENC006", "x.txt"), ("b", "ENC006", "y.txt"), ("c", "ENC004", "y.txt"), ("d", "FLD001", "z.txt"))
SEVERITIES = {rule.code: rule.severity for rule in RULES}
TODAY = date(2026, 3, 1)


def known(mark: str, code: str, document: str) -> Known:
    return Known(MARKS[mark], f"data/{document}", code, 1)


BASELINE = Baseline((known("a", "ENC006", "x.txt"), known("e", "ENC006", "gone.txt"), known("f", "FLD001", "q.txt")))


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> StoredFindings:
    named = dict.fromkeys(FINDINGS.names) | {"message": "", "start": 1}
    rows = [
        named | {"fingerprint": MARKS[mark], "code": code, "severity": SEVERITIES[code], "id": id}
        for mark, code, id in FOUND
    ]
    file = tmp_path_factory.mktemp("stored") / "findings.parquet"
    pq.write_table(pa.Table.from_pylist(rows, FINDINGS.arrow), file)
    return StoredFindings(file)


def gate(baseline: Baseline | None = None, **said: Any) -> Gate:
    policy = parse({"waiver": said.pop("waiver", [])})
    waivers = Waivers(policy.waiver, TODAY)
    source = None if baseline is None else "known.txt"
    return Gate(Locations("data"), said.pop("fail_on", "warning"), waivers, source, baseline, **said)


def waiver(rule: str, document: str) -> dict[str, Any]:
    return {"rule": rule, "document": document, "owner": "ole", "reason": "scans", "expires": TODAY}


def judged(stored: StoredFindings, *args: Any, **said: Any) -> JudgedFindings:
    return gate(*args, **said).judge(stored, RULES)


def test_without_a_baseline_everything_grave_is_new(stored: StoredFindings) -> None:
    found = judged(stored)
    assert found.states.to_list() == [NEW, NEW, NEW, BELOW]
    assert found.new == {"critical": 1, "warning": 2, "info": 0}
    assert [row["state"] for batch in ListedFindings(stored, found) for row in batch.to_pylist()] == [
        "new", "new", "new", None,
    ]  # fmt: skip


def test_with_a_baseline_only_what_is_new_is_listed(stored: StoredFindings) -> None:
    found = judged(stored, BASELINE, waiver=[waiver("mojibake", "y.txt")])
    assert found.states.to_list() == [KNOWN, NEW, WAIVED, BELOW]
    listed = [row for batch in ListedFindings(stored, found) for row in batch.to_pylist()]
    assert [(row["fingerprint"][0], row["state"]) for row in listed] == [("b", "new"), ("c", "waived")]
    assert listed[1]["waiver"] == "waived by ole until 2026-03-01: scans"
    told = found.as_plain()
    # What is less grave than fail_on is neither new nor repaired.
    assert (told["known"], told["new_below"], told["waived"]) == (1, 1, 1)
    assert [entry["document"] for entry in told["repaired"]] == ["data/gone.txt"]


def test_of_some_files_only_theirs_is_repaired(stored: StoredFindings) -> None:
    assert judged(stored, BASELINE, files=frozenset({"data/x.txt"})).repaired == ()
    assert len(judged(stored, BASELINE, files=frozenset({"data/gone.txt"})).repaired) == 1


def test_a_waived_finding_leaves_the_baseline_without_being_repaired(stored: StoredFindings) -> None:
    found = judged(stored, BASELINE, waiver=[waiver("ENC006", "x.txt")])
    assert [entry.document for entry in found.repaired] == ["data/gone.txt"]
    assert updated(found, (), Update("0" * 64))[0].known == ()


@pytest.mark.parametrize(
    ("grows", "marks", "missed"),
    [
        pytest.param(False, "a", {"DUP101"}, id="not asked"),
        pytest.param(True, "abc", {"DUP101", "ENC006"}, id="asked"),
    ],
)
def test_an_update_takes_in_what_is_new_only_when_asked(
    stored: StoredFindings, grows: bool, marks: str, missed: set[str]
) -> None:
    before = replace(BASELINE, missed=frozenset({"DUP101", "FLD101"}))
    made, after = updated(judged(stored, before), {"DUP101", "ENC006"}, Update("1" * 64, grows))
    assert sorted(entry.fingerprint[0] for entry in made.known) == list(marks)
    assert (made.missed, made.made_from, made.fail_on) == (missed, ("1" * 64,), "warning")
    assert sum(after.new.values()) == (0 if grows else 2)
    assert list(ListedFindings(stored, after)) == [] or not grows


def test_an_update_of_some_files_leaves_the_others_alone(stored: StoredFindings) -> None:
    before = replace(BASELINE, missed=frozenset({"DUP101"}), made_from=("0" * 64,))
    made, _ = updated(judged(stored, before, files=frozenset({"data/x.txt"})), (), Update("1" * 64))
    assert made.known == BASELINE.known
    assert (made.missed, made.made_from) == ({"DUP101"}, ("0" * 64,))


def test_a_baseline_for_what_is_graver_says_so(stored: StoredFindings) -> None:
    assert gate(replace(BASELINE, fail_on="critical")).made_for == "critical"
    assert gate(replace(BASELINE, fail_on="warning")).made_for is None
    assert gate(replace(BASELINE, fail_on="warning"), fail_on="critical").made_for is None


def missed(*codes: str, failed: int = 1) -> list[Validation]:
    rules = [rule for rule in RULES if rule.code in codes]
    results = [
        ExpectationResult(asked, success=False, rows=2, considered=2, failed=failed)
        for asked in parse_suite(suite_of(rules))
    ]
    return [Validation("all", "1", tuple(results))]


def held(found: JudgedFindings, *codes: str) -> tuple[str, ...]:
    rules: tuple[Rule, ...] = RULES
    return failing_codes(found, missed(*codes), rules)


def test_an_expectation_counts_where_something_new_breaks_it(stored: StoredFindings) -> None:
    assert missed_codes(missed("ENC006", "DUP101")) == {"ENC006", "DUP101"}
    assert held(judged(stored), "ENC006", "DUP101") == ("DUP101", "ENC006")
    assert held(judged(stored, BASELINE), "ENC006", "DUP101") == ("DUP101", "ENC006")
    old = Baseline((*BASELINE.known, known("b", "ENC006", "y.txt")))
    assert held(judged(stored, old), "ENC006", "DUP101") == ("DUP101",)
    assert held(judged(stored, replace(BASELINE, missed=frozenset({"ENC006", "DUP101"}))), "ENC006", "DUP101") == ()


def test_an_expectation_that_waived_documents_miss_does_not_count(stored: StoredFindings) -> None:
    assert held(judged(stored, waiver=[waiver("ENC004", "*")]), "ENC004") == ()
    assert held(judged(stored, waiver=[waiver("ENC006", "nowhere")]), "ENC006") == ("ENC006",)


def test_some_files_have_no_shares_of_a_corpus(stored: StoredFindings) -> None:
    some = judged(stored, files=frozenset({"data/x.txt"}))
    assert held(some, "ENC006", "DUP101", "ENC104") == ("ENC104",)


def test_no_findings_are_nothing_new_and_all_repaired(tmp_path: Path) -> None:
    pq.write_table(FINDINGS.arrow.empty_table(), tmp_path / "findings.parquet")
    stored = StoredFindings(tmp_path / "findings.parquet")
    found = judged(stored, BASELINE, waiver=[waiver("mojibake", "*")])
    assert (sum(found.new.values()), found.known, len(found.repaired)) == (0, 0, 2)
    assert [row["code"] for batch in ListedFindings(stored, found) for row in batch.to_pylist()] == ["unused-waiver"]
    assert updated(found, (), Update("0" * 64))[0].known == ()
