"""Findings: every failing document, every place, and nothing of the run in their fingerprints."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from audit.rulebook import RULES
from tests.conftest import call_here


@pytest.fixture(scope="module")
def findings(samples_checked: Path) -> pl.DataFrame:
    return pl.read_parquet(samples_checked / "findings.parquet")


def test_every_failing_document_is_found_all_of_them(samples_checked: Path, findings: pl.DataFrame) -> None:
    report = json.loads((samples_checked / "report.json").read_bytes())
    for rule in report["rules"]:
        if rule["scope"] == "document":
            assert findings.filter(pl.col("code") == rule["code"])["id"].n_unique() == rule["documents"], rule["code"]
            assert rule["failed"] == rule["documents"]
    assert findings.height == sum(rule["findings"] for rule in report["rules"])


def test_places_come_with_both_offsets_or_none(findings: pl.DataFrame) -> None:
    places = findings.filter(pl.col("start").is_not_null())
    assert places.height > 50
    assert places.filter(pl.col("end") <= pl.col("start")).height == 0
    assert places.filter(pl.col("byte_start").is_null() | (pl.col("byte_end") <= pl.col("byte_start"))).height == 0
    whole = findings.filter(pl.col("start").is_null())
    assert whole.filter(pl.any_horizontal(pl.col("end", "byte_start", "byte_end").is_not_null())).height == 0


def test_codes_and_severities_are_the_rules(findings: pl.DataFrame) -> None:
    known = {rule.code: rule.severity for rule in RULES} | {"LNG004": "info"}
    assert dict(findings.select("code", "severity").iter_rows()).items() <= known.items()


def test_a_fingerprint_survives_a_new_name_and_new_neighbours(tmp_path: Path) -> None:
    text = "海边的小学今年种了三百棵树。\n\n孩子们\u200b每天给树苗浇水,老师在一旁记录高度。\n"
    for folder, name in (("one", "a.txt"), ("two", "renamed/b.txt")):
        path = tmp_path / folder / name
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    (tmp_path / "two" / "0.txt").write_text("镇上的邮局换了新招牌,寄信的人都停下来看。", "utf-8")
    marks = []
    for folder in ("one", "two"):
        assert call_here(["check", folder, "--out", f"{folder}-out"], tmp_path).code in (0, 1)
        found = pl.read_parquet(tmp_path / f"{folder}-out" / "findings.parquet").filter(pl.col("code") == "ENC006")
        marks.append(found["fingerprint"].to_list())
    assert marks[0] == marks[1] != []
