"""The forms that code hosts and test reporters read: in their shapes, within their limits, nothing to obey."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml

from audit.report.exchange import grouped as gathering
from audit.report.exchange.grouped import FormatLimits, group_findings
from audit.report.exchange.output_findings import output_findings
from audit.report.output_formats import format_named, format_of_file
from tests.commands import HOSTILE, obeyed_in, without_annotations
from tests.report.exchange.findings import MIXED, SECRET, batches, finding, report, written

NAMES = ("jsonl", "markdown", "junit", "sarif", "github", "gitlab")


def cases(text: str) -> list[Any]:
    return [case for suite in JUnitXml.fromstring(text.encode()) for case in suite]


def failed(text: str) -> int:
    return sum(result._tag == "failure" for case in cases(text) for result in case.result)


# What a person who counts findings counts in each form.
COUNTED: dict[str, Callable[[str], int]] = {
    "jsonl": lambda text: len(text.splitlines()),
    "markdown": lambda text: len(re.findall(r"^\| (?:🔴|🟡|🔵|⚪) ", text, re.MULTILINE)),
    "junit": failed,
    "sarif": lambda text: len(json.loads(text)["runs"][0]["results"]),
    "github": lambda text: len(re.findall(r"^::(?:error|warning|notice) ", text, re.MULTILINE)),
    "gitlab": lambda text: len(json.loads(text)),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("count", [0, 3])
def test_each_format_has_every_finding_once(name: str, count: int) -> None:
    assert COUNTED[name](written(name, [finding(nth, state="new") for nth in range(count)])) == count


@pytest.mark.parametrize("name", NAMES)
def test_what_is_waived_stays_in_sight_and_is_marked(name: str) -> None:
    text = written(name, MIXED)
    assert text.count("waived by ole until 2027-01-31") == 1
    assert (COUNTED[name](text) == len(MIXED)) or name == "junit"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_obeyed_and_nothing_is_secret(name: str) -> None:
    for hostile in (text for text in HOSTILE if "\udcff" not in text):
        rows = [finding(1, id=f"{hostile}a", message=hostile, evidence=f"{hostile} {SECRET}", waiver=hostile)]
        text = written(name, rows, report(reasons=[hostile]))
        assert SECRET not in text
        assert not obeyed_in(without_annotations(text) if name == "github" else text)


@pytest.mark.parametrize("name", NAMES)
def test_names_of_files_choose_the_form(name: str) -> None:
    form = format_named(name)
    assert format_of_file(Path(f"a{form.suffix}")) is form


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("results.sarif.json", "sarif"), ("results.sarif", "sarif"), ("gl-code-quality-report.json", "gitlab"),
        ("junit.xml", "junit"), ("all.json", "json"), ("all.jsonl", "jsonl"), ("comment.md", "markdown"),
        ("a.github.txt", "github"), ("a.txt", "text"),
    ],
)  # fmt: skip
def test_usual_names_are_known(file: str, name: str) -> None:
    assert format_of_file(Path(file)).name == name


def test_what_is_beyond_the_limits_is_cut_from_the_least_grave_on_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MOST_PLACES", 7)
    rows = [finding(nth, id=f"{nth}.txt", severity="warning" if nth % 2 else "critical") for nth in range(20)]
    found = group_findings(
        output_findings(batches([*rows, *rows]), report()), FormatLimits(single=9, groups=12, places=3)
    )
    assert [group.first.severity for group in found.groups] == ["critical"] * 10 + ["warning"] * 2
    assert (found.total, found.cut) == (40, 16)
    assert "16 findings, the least severe, are left out" in found.omission
    few = group_findings(output_findings(batches(rows), report()), FormatLimits(single=20, groups=1, places=1))
    assert (len(few.groups), few.cut, few.omission) == (20, 0, "")


def test_junit_fails_what_fails_the_check_skips_what_is_waived_and_tells_the_rest() -> None:
    text = written("junit", MIXED)
    found = {(case.classname, case.name): [result._tag for result in case.result] for case in cases(text)}
    assert found == {
        ("ENC004", "data/1.txt:3:5"): ["failure"],
        ("ENC004", "data/3.txt:3:5"): ["failure"],
        ("ENC004", "data/4.txt:3:5"): ["skipped"],
        ("ENC004", "data/4.txt:3:5 (2)"): ["failure"],
        ("ENC006", "data/2.txt:3:5"): [],
        ("DUP101", "holds"): [],
    }
    whole = JUnitXml.fromstring(text.encode())
    assert (whole.tests, whole.failures, whole.skipped) == (6, 3, 1)


def test_junit_fails_an_expectation_that_fails_the_check() -> None:
    rules = [rule | {"met": False} for rule in report().facts["rules"]]
    failing = [case for case in cases(written("junit", [], report(rules=rules))) if case.result]
    # The findings of ENC004 are cases of their own.
    assert [case.classname for case in failing] == ["ENC006", "DUP101"]
    assert failing[1].result[0].message == "c is 0.5, but must be at most 0; would pass with --it"
    under = report(rules=rules, gate={"missed": ["DUP101"], "baseline": "b.txt"})
    assert [case.classname for case in cases(written("junit", [], under)) if case.result] == ["DUP101"]


def test_github_shows_ten_of_a_kind_and_says_how_many_more_there_are() -> None:
    lines = written("github", [finding(nth) for nth in range(25)]).splitlines()
    assert len(lines) == 11
    assert lines[9] == "::error title=corpus-audit::and 16 more findings of this severity"
    assert lines[-1].startswith("corpus-audit: fail; 3 new critical findings")
    name = written("github", [finding(1, id="a,b:c%.txt")]).splitlines()[0]
    assert name.startswith("::error file=data/a%2Cb%3Ac%25.txt,line=3,col=5,endLine=3,endColumn=9,title=ENC004::Wrong.")


def test_github_annotates_what_fails_the_corpus_and_what_could_not_be_read() -> None:
    rules = [rule | {"met": False} for rule in report().facts["rules"]]
    unread = {"state": "quarantined", "code": "no-text-column", "inputs": 2, "detail": "a,b.csv: 100% 'id'\n::error"}
    # What is no document by nature is missing from no dataset.
    nature = unread | {"code": "version-control", "inputs": 9, "detail": ".git: not entered"}
    rows = [finding(nth) for nth in range(25)]
    lines = written("github", rows, report(rules=rules, set_aside=[nature, unread])).splitlines()
    assert ".git" not in "".join(lines)
    listed = written("markdown", rows, report(set_aside=[nature, unread]))
    assert listed.index("2 not read (no-text-column)") < listed.index("9 not read (version-control)")
    # ENC004 has annotations at its findings; ENC006 is below fail_on, and fails by its share.
    assert [line.partition("::c ")[0].partition("::2 of")[0] for line in lines[:2]] == [
        "::error title=ENC006 zero-width-characters", "::error title=DUP101 mostly-duplicates",
    ]  # fmt: skip
    assert "Look at the largest clusters" in lines[1]
    assert lines[2].startswith("::warning title=2 not read (no-text-column)::a,b.csv: 100%25 'id'")
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert "::error title=corpus-audit::and 18 more findings of this severity" in lines


def test_gitlab_has_what_its_report_must_have() -> None:
    found = json.loads(written("gitlab", MIXED))
    assert len({issue["fingerprint"] for issue in found}) == len(found)
    assert [issue["severity"] for issue in found] == ["critical", "critical", "info", "critical", "major"]
    for issue in found:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= issue.keys()
        assert issue["location"]["lines"]["begin"] == 3
        assert issue["location"]["path"].startswith("data/")


def test_a_comment_stays_below_what_a_pull_request_takes() -> None:
    rows = [finding(nth, id="|`" * 150 + f"{nth}", message="&|@a #1 <b>" * 90) for nth in range(2_000)]
    text = written("markdown", rows)
    assert len(text) < 65_536
    assert "and 1,950 more findings" in text


def test_a_comment_says_in_its_first_lines_what_fails_where_and_what_to_do() -> None:
    waived = finding(7, waiver="waived by ole", code="ENC001")
    rules = [rule | {"met": False} for rule in report().facts["rules"]]
    lines = written("markdown", [waived, *(finding(nth) for nth in range(3))], report(rules=rules)).splitlines()[:10]
    told = [line for line in lines if line.startswith("- ") and "rule" not in line]
    assert told[1].startswith("- ENC004 mojibake, first in `data/0.txt:3:5`: The finding says which two codecs")
    assert [line.partition(":")[0] for line in told[2:]] == [
        "- ENC006 zero-width-characters", "- DUP101 mostly-duplicates",
    ]  # fmt: skip
    passed = report(verdict="pass", rules=[rule | {"met": True} for rule in rules])
    assert "What to do" not in written("markdown", [waived, finding(1, severity="info")], passed)
    assert "What to do" not in written("markdown", [finding(1)], report(verb="run", rules=passed.facts["rules"]))


def test_a_comment_says_whose_policy_it_was_and_which_rules_that_leaves_out() -> None:
    said = {"fail_on": "critical", "select": ["ENC", "x`y"], "ignore": ["ENC004"]}
    text = written("markdown", [], report(policy=said))
    assert "\nJudged by `the default policy`; only the rules `ENC`, `` x`y ``; without the rules `ENC004`.\n" in text
    assert "\nJudged by `the default policy`.\n" in written("markdown", [])


def test_one_document_does_not_fill_a_comment() -> None:
    rows = [finding(1, code="SPN005", fingerprint=f"{nth:016x}") for nth in range(32)]
    text = written("markdown", [*rows, *(finding(nth) for nth in range(2, 6))])
    assert (COUNTED["markdown"](text), text.count("(and 29 more in this file)")) == (3 + 4, 1)
    assert "more findings" not in text


def test_a_comment_says_what_is_missed_and_what_could_not_be_read() -> None:
    unread = {"state": "quarantined", "code": "broken-record", "inputs": 3, "detail": "a.jsonl#7: line 8: no <JSON>"}
    text = written("markdown", [], report(set_aside=[unread, unread | {"code": "ENC004", "detail": None}]))
    assert "\nENC004 mojibake: `2 of 4 documents fail; 1 allowed`; would pass with `--it`.\n" in text
    assert "\n3 not read (broken-record): `a.jsonl#7: line 8: no <JSON>`\n" in text
    assert text.count("not read") == 1


def test_json_lines_are_findings_and_their_files() -> None:
    found = [json.loads(line) for line in written("jsonl", MIXED).splitlines()]
    assert [each["path"] for each in found] == [f"data/{nth}.txt" for nth in (1, 2, 3, 4, 4)]
    assert [each["state"] for each in found] == [None, None, "new", "waived", None]
