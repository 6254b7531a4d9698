"""When a check has a gate, what it covers, and what its outcome says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.errors import UsageError
from audit.gate.baseline import Baseline, Known, baseline_text, read_baseline
from audit.gate.gate import Gate
from audit.gate.update import Update
from audit.policy import Policy, parse
from audit.report.locations import Locations
from audit.report.stored import StoredFindings
from audit.rulebook import RULES
from audit.tables import FINDINGS
from audit.verbs.results.gate_outcome import GateFlags, GateOutcome, gate_of, write_baseline

TODAY = date(2026, 3, 1)
OLD = Known("a" * 32, "raw/x.txt", "ENC006", 1)


def policy(baseline: Path | str | None = None, **more: Any) -> Policy:
    return parse({"gate": {} if baseline is None else {"baseline": str(baseline)}, **more})


def waiver(expires: date) -> Mapping[str, Any]:
    return {"rule": "ENC004", "document": "*", "owner": "ole", "reason": "scans", "expires": expires}


@pytest.fixture
def known(tmp_path: Path) -> Path:
    file = tmp_path / "known.txt"
    file.write_text(baseline_text(Baseline((OLD, OLD._replace(document="raw/y.txt")), fail_on="critical")), "utf-8")
    return file


def made(of: Policy, files: list[str] | None = None, *, is_file: bool = False, **flags: Any) -> Gate | None:
    where = Locations("raw/x.txt" if is_file else "raw", is_file=is_file)
    return gate_of(of, where, files, GateFlags(today=TODAY, **flags))


def test_a_whole_corpus_without_baseline_or_waivers_has_no_gate(known: Path) -> None:
    assert made(policy()) is None
    assert all(made(*args) for args in ((policy(), ["x.txt"]), (policy(known),), (policy(waiver=[waiver(TODAY)]),)))


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ({"update": True}, "^--update-baseline needs a file to write: --baseline FILE, or gate.baseline$"),
        ({"grows": True}, "^--allow-regression requires --update-baseline$"),
    ],
)
def test_flags_that_contradict_are_refused(flags: dict[str, bool], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        made(policy(), **flags)


def test_a_result_is_not_overwritten_but_compared_with(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text('{"all_findings": []}', "utf-8")
    with pytest.raises(UsageError, match=r"report\.json is the result of a run and is not overwritten"):
        made(policy(tmp_path / "report.json"), update=True)
    assert (gate := made(policy(tmp_path / "report.json"))) is not None
    assert gate.baseline == Baseline()


def test_a_missing_baseline_is_only_missing_where_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no baseline"):
        made(policy(tmp_path / "none.txt"))
    assert (gate := made(policy(tmp_path / "none.txt"), update=True)) is not None
    assert gate.baseline is None


@pytest.mark.parametrize(
    ("files", "is_file", "covered"),
    [
        pytest.param(None, False, None, id="a corpus"),
        pytest.param(["x.txt"], False, {"raw/x.txt"}, id="named files"),
        pytest.param(None, True, {"raw/x.txt"}, id="one file of those that the baseline knows"),
    ],
)
def test_what_a_gate_covers(known: Path, files: list[str] | None, is_file: bool, covered: Any) -> None:
    gate = made(policy(known), files, is_file=is_file)
    assert gate is not None
    assert gate.files == covered
    assert gate.baseline is not None
    assert len(gate.baseline.known) == 2


def test_a_file_that_is_all_that_a_baseline_knows_is_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "known.txt").write_text(baseline_text(Baseline((OLD,))), "utf-8")
    assert (gate := made(policy(tmp_path / "known.txt"), is_file=True)) is not None
    assert gate.files is None


@pytest.mark.parametrize("config", ["settings/audit.toml", Path("settings/audit.toml"), None, Policy()])
def test_waivers_stand_in_the_file_of_settings(config: Any) -> None:
    assert (gate := made(policy(waiver=[waiver(TODAY)]), config=config)) is not None
    assert gate.configuration == ("audit.toml" if isinstance(config, Policy | None) else "settings/audit.toml")


def outcome(gate: Gate | None, file: Path, *failing: str, **more: Any) -> GateOutcome:
    """What comes of a gate where one file has two new findings."""
    assert gate is not None
    base = dict.fromkeys(FINDINGS.names) | {"message": "", "start": 1, "severity": "warning", "code": "ENC006"}
    rows = [base | {"fingerprint": mark * 32, "id": "x.txt"} for mark in "bc"]
    pq.write_table(pa.Table.from_pylist(rows, FINDINGS.arrow), file)
    stored = StoredFindings(file)
    return GateOutcome(gate.judge(stored, RULES), failing, stored, **more)


def test_an_outcome_says_what_fails_and_what_to_do(known: Path, tmp_path: Path) -> None:
    expired = policy(known, fail_on="warning", waiver=[waiver(date(2026, 2, 28))])
    found = outcome(made(expired), tmp_path / "findings.parquet", "DUP101")
    new, missed, late = found.reasons()
    assert new == "2 new warning findings at or above fail_on = warning"
    assert missed == "1 corpus-wide expectation missed: DUP101"
    assert "ended on 2026-02-28" in late
    repaired, made_for, add = found.steps()
    assert repaired.startswith("run the same command with --update-baseline to remove repaired findings from")
    assert made_for == f"{known} was made with fail_on = critical, and contains no less severe findings"
    assert add == f"fix the new findings, or add them to {known}: --update-baseline --allow-regression"
    assert len(list(replace(found, written="tightened").steps())) == 2
    told = found.added_to({"rules": [], "verb": "check"})["gate"]
    assert (told["missed"], told["written"], told["new"]["warning"]) == (["DUP101"], None, 2)


@pytest.mark.parametrize(("waived", "shown"), [("ENC006", []), ("ENC004", ["x.txt"])])
def test_the_worst_findings_are_those_that_are_not_waived(tmp_path: Path, waived: str, shown: list[str]) -> None:
    gate = made(policy(fail_on="warning", waiver=[{**waiver(TODAY), "rule": waived}]))
    rules = [{"code": "ENC006", "severity": "warning", "documents": 1}]
    told = outcome(gate, tmp_path / "findings.parquet").added_to({"rules": rules, "worst": ["before the gate"]})
    assert [each["id"] for each in told["worst"]] == shown


def test_without_a_baseline_nothing_is_new_and_nothing_is_to_be_added(tmp_path: Path) -> None:
    live = outcome(made(policy(fail_on="warning", waiver=[waiver(TODAY)])), tmp_path / "findings.parquet")
    assert list(live.reasons()) == ["2 warning findings at or above fail_on = warning"]
    assert list(live.steps()) == []


@pytest.mark.parametrize(
    ("is_first", "grows", "word", "marks"),
    [(True, False, "made", "bc"), (False, False, "tightened", ""), (False, True, "grown", "bc")],
)
def test_a_baseline_is_written_where_its_folder_was_not(
    tmp_path: Path, is_first: bool, grows: bool, word: str, marks: str
) -> None:
    file = tmp_path / "deep" / "new" / "known.txt"
    if not is_first:
        file.parent.mkdir(parents=True)
        file.write_text(baseline_text(Baseline((OLD,))), "utf-8")
    before = outcome(made(policy(file, fail_on="warning"), update=True), tmp_path / "findings.parquet")
    found: Any = type("Found", (), {"rules": RULES})
    after = write_baseline(before, found, (), Update("0" * 64, grows))
    assert after.written == word
    assert "".join(k.fingerprint[0] for k in read_baseline(file.read_text("utf-8"), "known").known) == marks
    assert sum(after.judged.new.values()) == (0 if marks else 2)
