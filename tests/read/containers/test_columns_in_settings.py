"""Columns and paths that the settings name: which of them is the text, and what is said of those that are not there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.read.inputs import Input, Refused
from tests.read.containers.records import jsonl, read, shown


def test_the_settings_say_which_columns_are_meant(tmp_path: Path) -> None:
    record = {"text": "no", "body": "yes", "title": "the site's", "meta": {"headline": "its own", "when": 1709623800}}
    columns = {"text": "body", "title": "meta.headline", "date": "meta.when"}
    (found,) = read(tmp_path, "a.jsonl", jsonl(record), columns=columns)
    assert isinstance(found, Input)
    assert (found.text, found.stated.title, found.stated.published) == ("yes", "its own", datetime(2024, 3, 5, 7, 30))  # noqa: DTZ001 as it is written
    (found,) = read(tmp_path, "a.jsonl", jsonl(record), columns={"title": ""})
    assert isinstance(found, Input)
    assert found.stated.title is None


def written(form: str, rows: list[dict[str, object]], folder: Path) -> bytes:
    """Return the rows as a file of that form; CSV and Parquet have a column for each key of any row."""
    if form == "jsonl":
        return jsonl(*rows)
    names = list(dict.fromkeys(name for row in rows for name in row))
    if form == "csv":
        lines = [names, *([str(row.get(name, "")) for name in names] for row in rows)]
        return "".join(",".join(line) + "\n" for line in lines).encode()
    pq.write_table(pa.table({name: [row.get(name) for row in rows] for name in names}), folder / "made")
    content = (folder / "made").read_bytes()
    (folder / "made").unlink()
    return content


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_of_several_paths_each_record_has_the_first_that_holds_something(tmp_path: Path, form: str) -> None:
    columns = {"text": ("msg_txt", "inhoud"), "title": ("kop", "head")}
    rows: list[dict[str, object]] = [
        {"msg_txt": "one", "head": "First"}, {"inhoud": "two", "kop": "Second", "head": "no"},
        {"msg_txt": "three", "inhoud": "no"},
    ]  # fmt: skip
    found = read(tmp_path, f"a.{form}", written(form, rows, tmp_path), columns=columns)
    assert shown(found) == ["one", "two", "three"]
    assert [one.stated.title for one in found if isinstance(one, Input)] == ["First", "Second", None]


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_paths_that_lead_nowhere_are_told(tmp_path: Path, form: str) -> None:
    rows: list[dict[str, object]] = [{"words": "one", "n": "1"}]
    (lost,) = read(tmp_path, f"a.{form}", written(form, rows, tmp_path), columns={"text": ("msg_txt", "inhoud")})
    assert isinstance(lost, Refused)
    assert "no column is called 'msg_txt' or 'inhoud', only 'words, n'" in lost.detail
    columns = {"text": ("msg_txt", "words"), "title": "kop", "date": ("when", "day"), "author": ""}
    (found,) = read(tmp_path, f"a.{form}", written(form, rows, tmp_path), columns=columns)
    assert isinstance(found, Input)
    assert found.remark == "no title at 'kop', no date at 'when' or 'day'; columns not used: n"


def test_several_paths_may_lead_into_one_list(tmp_path: Path) -> None:
    records = [{"turns": [{"said": "a"}, {"said": "b"}]}, {"turns": [{"text": "c"}]}, {"data": {"body": "d"}}]
    columns = {"text": ("turns[].said", "turns[].text", "data.body")}
    assert shown(read(tmp_path, "a.jsonl", jsonl(*records), columns=columns)) == ["a\nb", "c", "d"]
