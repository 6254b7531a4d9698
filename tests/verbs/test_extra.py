"""Columns of records ride along into the tables that a user gets."""

from __future__ import annotations

import csv
import json
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.read.release import read_release
from audit.read.stated import NOTHING_STATED, Stated
from tests.conftest import Audit

TEXTS = ("The ferry left at dawn and came back.", "A bridge opens again next week.", "Three schools share a library.")
ASKED = ("license", "score", "language", "meta.tags[]", "nowhere")
FLAGS = [part for path in ASKED for part in ("--extra", path)]


def corpus(folder: Path) -> None:
    """Write one record each in JSON Lines, CSV and Parquet, with columns of their own, and a text without any."""
    folder.mkdir()
    first = {"text": TEXTS[0], "license": "CC0", "score": 1, "language": "en", "meta": {"tags": ["a", "b"]}}
    (folder / "a.jsonl").write_text(json.dumps(first) + "\n", "utf-8")
    with (folder / "b.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text", "license", "score"), (TEXTS[1], "007", "0.50")])
    table = pa.table({"text": [TEXTS[2]], "score": pa.array([2.5], pa.float32()), "meta": [{"tags": ["c"]}]})
    pq.write_table(table, folder / "c.parquet")
    (folder / "d.txt").write_text("The market is held on Monday.\n", "utf-8")


def test_named_columns_ride_along_with_one_type_each(called: Audit, tmp_path: Path) -> None:
    corpus(tmp_path / "in")
    ran = called("parse", "in", "--out", "out", *FLAGS)
    assert ran.code == 0, ran.err
    found = pq.read_table(tmp_path / "out" / "documents.parquet")
    assert found.schema.names[-5:] == ["license", "score", "record_language", "meta_tags", "nowhere"]
    assert found["license"].to_pylist() == ["CC0", "007", None, None]
    assert found["score"].to_pylist() == [1.0, 0.5, 2.5, None]
    assert found["record_language"].to_pylist() == ["en", None, None, None]
    assert found["meta_tags"].to_pylist() == ['["a", "b"]', None, '["c"]', None]
    assert found["nowhere"].to_pylist() == [None] * 4
    assert "nowhere: string; value of nowhere in the record; no record has a value" in ran.out


def test_paths_of_fields_at_which_records_have_nothing_are_counted(called: Audit, tmp_path: Path) -> None:
    corpus(tmp_path / "in")
    ran = called("parse", "in", "--out", "out", "--column", "title=nowhere", "--column", "author=license")
    assert "no title at 'nowhere' in 3 documents" in ran.out
    assert "no author at 'license' in 1 document\n" in ran.out
    assert " at '" not in called("parse", "in", "--out", "again", "--column", "title=text").out


def test_nothing_rides_along_unasked(called: Audit, tmp_path: Path) -> None:
    corpus(tmp_path / "in")
    assert called("parse", "in", "--out", "out").code == 0
    assert pq.read_schema(tmp_path / "out" / "documents.parquet").names[-1] == "record_id"


@pytest.mark.parametrize("order", [(1, "a"), ("a", 1)])
def test_records_that_disagree_give_text_and_it_is_said(
    called: Audit, tmp_path: Path, order: tuple[object, ...]
) -> None:
    (tmp_path / "in").mkdir()
    for number, (text, value) in enumerate(zip(TEXTS, order, strict=False)):
        (tmp_path / "in" / f"{number}.jsonl").write_text(json.dumps({"text": text, "n": value}) + "\n", "utf-8")
    (tmp_path / "audit.toml").write_text('[input]\nextra = ["n"]\n', "utf-8")
    ran = called("parse", "in", "--out", "out")
    assert pq.read_table(tmp_path / "out" / "documents.parquet")["n"].to_pylist() == [str(value) for value in order]
    assert "its type differs between records: int, text" in ran.out


def test_a_release_read_again_says_what_its_records_said(called: Audit, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    said = {"title": "Ferry  back", "source": "Bay Post", "date": "2024-03-05 07:30", "author": "A. Roe", "id": "n-7"}
    records = [{"text": TEXTS[0], "url": "https://bay.example/1", "rank": 3, **said}, {"text": TEXTS[1], "rank": None}]
    (tmp_path / "in" / "a.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")
    assert called("parse", "in", "--out", "out", "--extra", "rank").code == 0
    for table in ("documents", "blocks"):
        (tmp_path / "release" / table).mkdir(parents=True)
        (tmp_path / "out" / f"{table}.parquet").rename(tmp_path / "release" / table / "train-00000-of-00001.parquet")
    first, second = read_release(tmp_path / "release", ["rank"])
    at = datetime(2024, 3, 5, 7, 30)  # noqa: DTZ001
    stated = Stated("Ferry back", "Bay Post", at, has_time=True, author="A. Roe", url="https://bay.example/1", id="n-7")
    assert first.stated == stated
    assert (second.stated, [value.text for value in first.extra]) == (NOTHING_STATED, ["3"])
