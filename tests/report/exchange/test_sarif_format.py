"""SARIF: where a finding stands, what its message holds, and what GitHub takes of many."""

from __future__ import annotations

import io
import json
import re
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator

from audit.report.output_format import Report
from audit.report.output_formats import format_named
from tests.report.exchange.findings import MIXED, batches, finding, report, written
from tests.report.exchange.sarif_shape import SARIF


def sarif(findings: list[dict[str, Any]], said: Report | None = None) -> dict[str, Any]:
    found = json.loads(written("sarif", findings, said))
    Draft202012Validator(SARIF).validate(found)
    return found["runs"][0]


def region(row: dict[str, Any], said: Report | None = None) -> dict[str, Any]:
    return sarif([row], said)["results"][0]["locations"][0]["physicalLocation"]


def test_a_sarif_region_is_that_of_the_raw_file() -> None:
    assert region(finding(1)) == {
        "artifactLocation": {"uri": "data/1.txt"},
        "region": {
            "startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9, "byteOffset": 50, "byteLength": 8,
        },
    }  # fmt: skip
    nowhere = dict.fromkeys(("line", "column", "end_line", "end_column", "byte_start", "byte_end"))
    assert region(finding(1, **nowhere))["region"] == {"startLine": 1}
    # The bytes of a record's text, and of what is compressed, are not those of the file.
    record = finding(1, **nowhere | {"id": "all.jsonl#7", "line": 8, "byte_start": 1, "byte_end": 2})
    assert region(record) == {"artifactLocation": {"uri": "data/all.jsonl"}, "region": {"startLine": 8}}
    assert "byteOffset" not in region(finding(1, id="a.txt.gz"))["region"]


@pytest.mark.parametrize("name", ["a b.txt", "100%.txt", "café.txt", "a#b?.txt", "x\\#3"])
def test_a_sarif_address_leads_to_the_file(name: str) -> None:
    uri = region(finding(1, id=name))["artifactLocation"]["uri"]
    assert unquote(uri) == f"data/{name.replace(chr(92), '')}"
    assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", uri)


def test_a_sarif_message_holds_no_link_and_no_placeholder() -> None:
    text = sarif([finding(1, message="[a](http://x) {0} \\", evidence=None)])["results"][0]["message"]["text"]
    assert text == r"\[a\](http://x) {{0}} \\"


def test_sarif_rules_are_those_of_the_run_and_results_point_at_them() -> None:
    run = sarif([*MIXED, finding(9, code="expired-waiver", id="audit.toml")])
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["DUP101", "ENC004", "ENC006", "expired-waiver"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert run["results"][-2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "audit.toml"
    marks = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    assert len(set(marks)) == len(marks)


def test_sixty_thousand_findings_are_within_the_limits_of_github() -> None:
    # Two tables over and over: the findings come from disk, and nobody holds them all.
    tables = list(batches([finding(nth, id=f"{nth % 400}.txt") for nth in range(4_000)], 2_000))
    to = io.StringIO()
    format_named("sarif").write((tables[nth % 2] for nth in range(30)), report(), to)
    run = json.loads(to.getvalue())["runs"][0]
    assert len(run["results"]) == 400
    assert {len(result["locations"]) for result in run["results"]} == {100}
    assert sum(result["occurrenceCount"] for result in run["results"]) == 60_000
    said = " ".join(note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"])
    assert "60,000 findings, grouped by rule and file into" in said
