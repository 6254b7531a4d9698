"""Acceptance sampling from end to end: drawn from an audit, judged, read, and demanded by the gate."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import audit
from audit.errors import UsageError
from tests.conftest import Audit


def judge(file: Path, verdict: str) -> None:
    text = file.read_text("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(keepends=True)))
    with file.open("w", encoding="utf-8-sig", newline="") as to:
        writer = csv.DictWriter(to, rows[0].keys())
        writer.writeheader()
        writer.writerows({**row, "verdict": verdict} for row in rows)


def test_a_sheet_of_a_release_says_what_the_release_may_be_held_to(
    samples_released: Path, called: Audit, tmp_path: Path
) -> None:
    ran = called("sample", samples_released, "--out", "review", "--size", "30", "--seed", "3")
    assert ran.code == 0, ran.err
    assert (tmp_path / "review/sheet.html").read_text("utf-8").count("<article") == 30
    first = (tmp_path / "review/sheet.csv").read_bytes()
    assert called("sample", samples_released, "--out", "again", "--size", "30", "--seed", "3").code == 0
    assert (tmp_path / "again/sheet.csv").read_bytes() == first
    # What a person may have filled in is not drawn over.
    assert "may contain verdicts" in called("sample", samples_released, "--out", "review").err
    empty = called("sample", "--read", "review/sheet.csv").out
    assert "next         write ok or wrong into the empty rows of the column verdict, then audit sample --read" in empty
    judge(tmp_path / "review/sheet.csv", "ok")
    unlimited = called("sample", "--read", "review/sheet.csv").out
    assert "next         audit sample --read review/sheet.csv --max-review-error 0.02" in unlimited
    ran = called("sample", "--read", "review/sheet.csv", "--max-review-error", "0.2")
    assert ran.code == 0, ran.out
    assert "at most" in ran.out
    assert 'next         review = "review/sheet.csv" under [limits]' in ran.out
    ran = called("sample", "--read", "review/sheet.csv", "--max-review-error", "0.02")
    assert ran.code == 1
    assert "fail; the limit is 2.00%" in ran.out
    assert "next         draw and judge more" in ran.out
    judge(tmp_path / "review/sheet.csv", "wrong")
    ran = called("sample", "--read", "review/sheet.csv", "--max-review-error", "0.2")
    assert "next         audit explain ID for the rows judged wrong" in ran.out


def test_the_gate_demands_a_review_of_this_corpus(tmp_path: Path, story, write) -> None:
    raw = write(tmp_path / "raw", {f"{n}.txt": story(n) for n in range(4)})
    sheet = tmp_path / "review/sheet.csv"
    only = {"select": ["FLD105", "FLD003"], "max_review_error": 0.02}
    assert audit.sample(raw, out=sheet.parent, select=["FLD003"]).report["drawn"] == 4
    judge(sheet, "ok")
    assert audit.check(raw, review=str(sheet), **only).passed
    judge(sheet, "wrong")
    refused = audit.check(raw, review=str(sheet), **only)
    assert not refused.passed
    assert refused.report["metrics"]["review_error"] == 1.0
    judge(sheet, "ok")
    (raw / "4.txt").write_text(story(4), "utf-8")
    assert not audit.check(raw, review=str(sheet), **only).passed


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"target": "raw"},
        {"out": "x"},
        {"target": "raw", "read": "x"},
        {"target": "raw", "out": "x", "size": 0},
        {"read": "x", "max_review_error": 2},
    ],
)
def test_a_call_that_means_nothing_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        audit.sample(**said)
