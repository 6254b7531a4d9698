"""The Croissant file describes every column and shard, and the reference reader agrees."""

from __future__ import annotations

import json
import logging
import shutil
from dataclasses import replace

import pytest

from audit.release.card.croissant import croissant
from audit.release.card.facts import CardFacts
from audit.release.card.summary import summarise
from audit.release.manifest import DATASET, File
from audit.release.read_manifest import read_manifest
from audit.release.storage.files import sha256_of
from audit.release.tables import TABLES


def test_every_column_is_a_field_and_every_shard_a_file_with_its_digest(made):
    found = json.loads((made / "croissant.json").read_bytes())
    for file in found["distribution"]:
        assert file["sha256"] == sha256_of(made / file["contentUrl"])
    columns = {r["@id"]: [f["source"]["extract"]["column"] for f in r["field"]] for r in found["recordSet"]}
    assert columns == {t.name: list(t.names) for t in TABLES if t.name in DATASET}


def test_shards_are_records_of_their_own(made):
    manifest = read_manifest(made)
    files = [File(f"documents/train-0000{n}-of-00002.parquet", 1, "0") for n in range(2)]
    facts = CardFacts(replace(manifest, files=tuple(files)), summarise(made), {})
    found = croissant(facts)
    assert [r["@id"] for r in found["recordSet"]] == ["documents-00000", "documents-00001"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_reference_reader_finds_it_valid_and_reads_the_rows(stated, caplog):
    import mlcroissant

    with caplog.at_level(logging.ERROR):
        dataset = mlcroissant.Dataset(jsonld=stated / "croissant.json")
        documents, blocks = (list(dataset.records(name)) for name in ("documents", "blocks"))
    context = dataset.metadata.ctx
    assert (context.is_v1_1(), context.issues.errors) == (True, set())
    assert [row["documents/id"] for row in documents] == [b"cn/harbour.txt", b"en/tram.txt"]
    assert documents[1]["documents/date"] is None
    assert [row["blocks/block"] for row in blocks] == [0, 1, 2, 0, 1, 2]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_reference_reader_refuses_rows_that_are_not_those_described(stated, tmp_path):
    import mlcroissant

    made = shutil.copytree(stated, tmp_path / "changed")
    with (made / "blocks" / "train-00000-of-00001.parquet").open("ab") as file:
        file.write(b"x")
    with pytest.raises(mlcroissant.GenerationError):
        list(mlcroissant.Dataset(jsonld=made / "croissant.json").records("blocks"))
