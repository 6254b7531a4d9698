"""What a JSON file is when it holds no records: the descriptions that `datasets` writes, and empty objects."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.read.reading import read

STATE = {"_data_files": [{"filename": "data-00000-of-00001.arrow"}], "_fingerprint": "0d", "_split": None}
INFO = {"citation": "", "description": "", "features": {"text": {"dtype": "string"}}, "homepage": "", "license": ""}


@pytest.mark.parametrize("found", [STATE, INFO, {"splits": ["train", "test"]}], ids=["state", "info", "splits"])
def test_what_datasets_writes_beside_its_data_is_no_document(tmp_path: Path, found: object) -> None:
    (told,) = read(tmp_path, "any.json", json.dumps(found, indent=2).encode())
    assert told.code == "beside-the-data"


@pytest.mark.parametrize(
    "found",
    [
        {"splits": [{"text": "The ferry leaves at nine, and nobody in the village is glad of it."}]},
        {"splits": ["train"], "text": "The ferry leaves at nine, and nobody in the village is glad of it."},
        {**INFO, "text": "The ferry leaves at nine, and nobody in the village is glad of it."},
    ],
)
def test_records_with_such_keys_are_documents(tmp_path: Path, found: object) -> None:
    (told,) = read(tmp_path, "any.json", json.dumps(found).encode())
    assert told.text.startswith("The ferry")


def test_an_object_without_keys_has_no_column_to_name(tmp_path: Path) -> None:
    (told,) = read(tmp_path, "any.json", b"{}")
    assert told.code == "no-text-column"
    assert "there is no other" in told.detail
