"""Texts in JSON within a column: trees and objects around a text are read, other JSON stays as it is."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.read.inputs import Input
from audit.read.parts.spelled import unspelled
from tests.read.containers.records import jsonl, read

TEXT = "The ferry left before dawn, and nobody on the quay saw it go."
NODE = {"type": "paragraph", "children": [{"type": "text", "text": TEXT}]}


@pytest.mark.parametrize(
    "value",
    [
        {"text": TEXT},
        {"content": TEXT, "lang": "en", "n": 3},
        [{"text": TEXT}],
        {"root": {"type": "root", "children": [NODE]}},
        [NODE],
        {"ops": [{"insert": TEXT}]},
    ],
)
def test_a_text_in_json_is_read(value: object) -> None:
    assert unspelled(json.dumps(value, indent=1)) == TEXT


@pytest.mark.parametrize(
    "value",
    [
        {"text": "Save"},
        {"text": TEXT, "summary": TEXT},
        {"text": TEXT, "meta": {"a": 1}},
        [{"text": TEXT}, {"name": "x"}],
        {"name": "bell", "description": TEXT},
        {"type": "object", "properties": {"text": {"type": "string"}}},
        [TEXT],
        {},
    ],
)
def test_other_json_stays(value: object) -> None:
    assert unspelled(json.dumps(value)) == json.dumps(value)


@pytest.mark.parametrize("text", ["{not json}", "[Applause.]", "{", "", TEXT, "[" * 9_000 + "]" * 9_000])
def test_other_texts_stay(text: str) -> None:
    assert unspelled(text) == text


@pytest.mark.parametrize("value", [{"root": {"type": "root", "children": [NODE]}}, {"text": TEXT}])
def test_a_column_is_read_alike_in_any_file_and_the_ledger_says_so(tmp_path: Path, value: object) -> None:
    spelled = json.dumps(value, indent=1)
    pq.write_table(pa.table({"content": [spelled]}), tmp_path / "a.parquet")
    found = read(tmp_path, "b.jsonl", jsonl({"content": spelled}))
    assert [one.text for one in found if isinstance(one, Input)] == [TEXT, TEXT]
    assert [one.remark for one in found if isinstance(one, Input)] == ["text taken out of JSON"] * 2
