"""Records that an object holds by id, and objects of objects that hold none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.read.inputs import Input
from audit.read.parts.whole_text import with_listed_records
from tests.read.reading import read

A, B = "The ferry left before dawn, and nobody saw it go.", "By noon the bell had rung twice."


def test_records_by_id_are_a_document_each(tmp_path: Path) -> None:
    held = {
        str(n): {"__data__": {"text": text, "metadata": {"title": str(n)}}, "__type__": "1"}
        for n, text in enumerate((A, B))
    }
    store = {"docstore/data": held, "docstore/metadata": {"0": {"doc_hash": "x"}}, "docstore/ref_doc_info": {}}
    found = [one for one in read(tmp_path, "a.json", json.dumps(store).encode()) if isinstance(one, Input)]
    assert [(one.text, one.stated.title) for one in found] == [(A, "0"), (B, "1")]


def test_records_that_repeat_their_id_are_a_document_each(tmp_path: Path) -> None:
    vectors = {id: {"id": id, "values": [0.1], "metadata": {"text": text}} for id, text in (("a", A), ("b", B))}
    found = read(tmp_path, "a.json", json.dumps({"vectors": vectors, "namespace": ""}).encode())
    assert [one.text for one in found if isinstance(one, Input)] == [A, B]


def test_a_record_within_its_kind_is_read(tmp_path: Path) -> None:
    posts = [{"tweet": {"id_str": str(n), "full_text": text}} for n, text in enumerate((A, B))]
    found = read(tmp_path, "a.json", json.dumps(posts).encode())
    assert [one.text for one in found if isinstance(one, Input)] == [A, B]


@pytest.mark.parametrize(
    "record",
    [
        {"a": {"b": {"text": A}}},
        {"a": {"b": {"__data__": {"text": A}}}},
        {"a": {"b": {"__data__": A, "__type__": "1"}}},
        {"a": {}},
        {"a": {"b": {"id": "c", "metadata": {"text": A}}}},
        {"a": {"b": {"id": "b", "text": A}}},
    ],
)
def test_other_objects_of_objects_stay_as_they_are(record: dict[str, object]) -> None:
    assert with_listed_records(record) is record
