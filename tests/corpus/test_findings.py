"""Findings: every failing document, every place, and nothing of the run in their fingerprints."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import polars as pl
import pyarrow as pa
import pytest

from audit.corpus.findings import BrokenRules
from audit.corpus.findings import findings as told
from audit.finding import fingerprint
from audit.rulebook import RULES
from tests.conftest import call_here
from tests.corpus.part_files import corpus_of, measures_of


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
    # Editors and code hosts go to lines, whichever stage found the place.
    assert places.filter(pl.col("line").is_null()).height == 0
    whole = findings.filter(pl.col("start").is_null())
    assert whole.filter(pl.any_horizontal(pl.col("end", "byte_start", "byte_end").is_not_null())).height == 0


def test_codes_and_severities_are_the_rules(findings: pl.DataFrame) -> None:
    known = {rule.code: rule.severity for rule in RULES} | {"LNG004": "info"}
    assert dict(findings.select("code", "severity").iter_rows()).items() <= known.items()


PLACED = pl.DataFrame(
    [(1, "decode_errors", 5, "bytes ff", "one"), (2, "decode_errors", 7, "bytes fe", "two"),
     (2, "decode_errors", 9, "bytes fe", "two"), (2, "nfc", 1, "e", "three")],
    ["document", "fact", "start", "evidence", "content"], orient="row",
).with_columns(end=pl.col("start") + 1, byte_start="start", byte_end=pl.col("start") + 1)  # fmt: skip


@pytest.mark.parametrize(
    "many", [pytest.param((1, 1), id="part by part"), pytest.param((99, 2), id="by places"), (2, 99), (99, 99)]
)
def test_places_stay_with_their_documents_whatever_the_batch_size(tmp_path: Path, many: tuple[int, int]) -> None:
    documents = pl.DataFrame({"id": list("abcd"), "sha256": list("0123"), "bytes": 1, "said": ""})
    measures = measures_of(pl.DataFrame({"id": list("abcd"), "decode_errors": [1, 1, 2, 0], "nfc": [True] * 4}))
    rule = next(rule for rule in RULES if rule.code == "ENC001")
    broken = BrokenRules((rule,), {rule.code: np.array([0, 1, 2])})
    corpus = corpus_of(tmp_path, documents, PLACED, (0, 1, 2, 4))
    found = pa.concat_tables(told(corpus, measures, broken, many))
    assert [tuple(row.values()) for row in found.select(["id", "start", "evidence", "message"]).to_pylist()] == [
        ("a", None, None, "Byte sequences that are broken or incomplete in the file's codec: 1."),
        ("b", 5, "bytes ff", "Byte sequences that are broken or incomplete in the file's codec: 1."),
        ("c", 7, "bytes fe", "Byte sequences that are broken or incomplete in the file's codec: 2."),
        ("c", 9, "bytes fe", "Byte sequences that are broken or incomplete in the file's codec: 2."),
    ]
    marks = [("0", 0), ("one", 0), ("two", 0), ("two", 1)]
    assert found["fingerprint"].to_pylist() == [fingerprint("ENC001", *mark) for mark in marks]


def test_nothing_broken_is_an_empty_table(tmp_path: Path) -> None:
    documents = pl.DataFrame({"id": ["a"], "sha256": ["0"], "bytes": 1, "said": ""})
    measures = measures_of(documents.select("id"))
    corpus = corpus_of(tmp_path, documents, PLACED.clear(), (0, 1))
    assert [table.num_rows for table in told(corpus, measures, BrokenRules((), {}))] == [0]


def test_a_fingerprint_survives_a_new_name_new_neighbours_and_other_files(tmp_path: Path) -> None:
    text = "海边的小学今年种了三百棵树。\n\n孩子们\u200b每天给树苗浇水,老师在一旁记录高度。\n"
    for folder, name in (("one", "a.txt"), ("two", "renamed/b.txt")):
        path = tmp_path / folder / name
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    (tmp_path / "two" / "0.txt").write_text("镇上的邮局换了新招牌,寄信的人都停下来看。", "utf-8")
    shards = tmp_path / "three" / "shards"
    shards.mkdir(parents=True)
    for nth, record in enumerate(("镇上的邮局换了新招牌。", text)):
        (shards / f"{nth}.jsonl").write_text("\n" + json.dumps({"text": record}) + "\n", "utf-8")
    marks, lines = [], []
    for folder in ("one", "two", "three"):
        assert call_here(["check", folder, "--out", f"{folder}-out"], tmp_path).code in (0, 1)
        found = pl.read_parquet(tmp_path / f"{folder}-out" / "findings.parquet").filter(pl.col("code") == "ENC006")
        marks.append(found["fingerprint"].to_list())
        lines.append(found.select("line", "column", "end_line", "end_column").rows())
    assert marks[0] == marks[1] == marks[2] != []
    assert lines == [[(3, 4, 3, 5)], [(3, 4, 3, 5)], [(2, None, None, None)]]
