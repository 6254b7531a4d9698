"""Tables that an object holds by column: each row is a record; other parallel lists are no table."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.read.inputs import Input
from audit.read.parts.rows import with_rows
from tests.read.reading import read

A, B = "The ferry left before dawn, and nobody saw it go.", "By noon the bell had rung twice."
TABLES = {
    "collection": {
        "ids": ["a", "b"], "embeddings": None, "documents": [A, B], "metadatas": [{"title": "Dawn"}, {"title": "Noon"}],
    },
    "columns": {"title": {"0": "Dawn", "1": "Noon"}, "text": {"0": A, "1": B}},
    "split": {"columns": ["title", "text"], "index": [0, 1], "data": [["Dawn", A], ["Noon", B]]},
    "tight": {
        "columns": ["title", "text"], "index": [0, 1], "data": [["Dawn", A], ["Noon", B]], "index_names": [None],
        "column_names": [None],
    },
    "named rows": {"title": {"a": "Dawn", "b": "Noon"}, "text": {"a": A, "b": B}},
    "lists": {"title": ["Dawn", "Noon"], "text": [A, B], "votes": [1, None]},
    "plurals": {"titles": ["Dawn", "Noon"], "texts": [A, B]},
    "polars": {"columns": [{"name": "title", "values": ["Dawn", "Noon"]}, {"name": "text", "values": [A, B]}]},
    "viewer": {
        "features": [],
        "rows": [{"row_idx": n, "row": {"title": t, "text": x}} for n, (t, x) in enumerate([("Dawn", A), ("Noon", B)])],
    },
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_each_row_is_a_document(tmp_path: Path, name: str) -> None:
    found = [one for one in read(tmp_path, "a.json", json.dumps(TABLES[name]).encode()) if isinstance(one, Input)]
    assert [(one.text, one.stated.title) for one in found] == [(A, "Dawn"), (B, "Noon")]


@pytest.mark.parametrize(
    "record",
    [
        {"dialog": [A, B], "act": [1, 2], "emotion": [0, 0]},
        {"ids": ["a", "a"], "documents": [A, B]},
        {"ids": ["a", "b"], "documents": [A]},
        {"ids": ["a", "b"], "documents": [A, B], "metadatas": [{}]},
        {"ids": [["a", "b"]], "documents": [[A, B]]},
        {"0": {"text": A}, "1": {"text": B}},
        {"text": {"0": A}, "by": {"1": "Ada"}},
        {"text": {"0": A}},
        {"title": ["Dawn"], "text": [A]},
        {"title": ["Dawn"], "text": [A, B]},
        {"title": "Dawn", "text": [A, B]},
        {"title": ["Dawn", "Dawn"], "text": [A, B]},
        {"heading": ["Dawn", "Noon"], "text": [A, B]},
        {"id": [0, 1], "start": [0.0, 2.5], "text": [A, B]},
        {"speaker": ["Ada", "Bo"], "text": [A, B]},
        {"text": [A, B], "tags": ["ferry", "bell"]},
        {"url": ["https://a.example/", "https://a.example/"], "title": ["Dawn", "Noon"], "text": [A, B]},
        {"title": ["Dawn", "Noon"], "text": [A, B], "parts": [[A], [B]]},
        {"en": {"title": "Dawn", "text": A}, "de": {"title": "Morgen", "text": B}},
        {"columns": [{"name": "text", "values": [A]}, {"name": "title", "values": []}]},
        {"rows": [{"text": A}, {"text": B}]},
        {"rows": [{"row_idx": 0, "row": {"text": A}}, {"row_idx": 1, "row": B}]},
        {"columns": [{"name": "text", "values": [A]}, {"name": "text", "values": [B]}]},
        {"text": A, "rows": [{"row_idx": 0, "row": {"text": B}}]},
        {"columns": ["text"], "data": [[A, B]]},
        {"columns": ["text"], "data": [[A]], "text": B},
        {},
    ],
)
def test_other_objects_stay_as_they_are(record: dict[str, object]) -> None:
    assert with_rows(record) is record
