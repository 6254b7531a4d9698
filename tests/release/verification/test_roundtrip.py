"""`datasets` gives back any rows as they are, and never a stale version."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings

from audit.atomic import replace_file
from audit.errors import MachineError
from audit.release.card.huggingface import Config, Front, front_matter
from audit.release.manifest import Substance
from audit.release.read_manifest import read_manifest
from audit.release.storage.shards import write_shards
from audit.release.verification import roundtrip
from audit.release.verification.roundtrip import check_round_trip
from audit.release.version import FIRST
from audit.tables import BLOCKS, DOCUMENTS
from tests.release.storage.test_shards import TINY, tables


def dataset(folder, documents, blocks):
    """Write tables and a card, and nothing else of a release; return what they hold."""
    held = {}
    for table, rows in ((DOCUMENTS, documents), (BLOCKS, blocks)):
        held[table] = write_shards(folder / table.name, table, [rows], TINY).content
    configs = tuple(Config(t, f"{t.name}/train-*.parquet", content, 1) for t, content in held.items())
    replace_file(folder / "README.md", front_matter(Front("n", FIRST, (), configs)).encode())
    tables = {table.name: content for table, content in held.items()}
    return Substance(schema_version=1, tables=tables, judgements={}, parameters={})


WRAPPED = "datasets.exceptions.DatasetGenerationError: An error occurred while generating the dataset"
LOAD_IN_CHILD = roundtrip.load_in_child


@settings(deadline=None, max_examples=4, suppress_health_check=list(HealthCheck), database=None)
@given(documents=tables(DOCUMENTS, max_size=60), blocks=tables(BLOCKS, max_size=60))
def test_datasets_gives_back_any_rows_just_as_they_are(documents, blocks):
    with tempfile.TemporaryDirectory() as folder:
        assert check_round_trip(Path(folder), dataset(Path(folder), documents, blocks)) == ()


@pytest.fixture
def awkward():
    """Rows that loaders like to change: the empty string, NUL, emoji, marks, far dates, nulls."""
    row = {
        "title": "", "source": "\0", "date": None, "body": "👩‍👩‍👧\r\n\u2028", "boilerplate": False, "id": "a",
        "author": None, "source_original": "e\u0301", "published_at": None, "language": "und", "encoding": "utf-8",
        "sha256": "0" * 64,
    }  # fmt: skip
    return pa.Table.from_pylist([row, {**row, "id": "b", "body": "", "title": None}], DOCUMENTS.arrow)


def test_awkward_rows_come_back(tmp_path, awkward, monkeypatch):
    monkeypatch.setattr(roundtrip, "load_in_child", LOAD_IN_CHILD)  # in a process of its own, as the program does
    substance = dataset(tmp_path, awkward, BLOCKS.arrow.empty_table())
    assert check_round_trip(tmp_path, substance) == ()


def test_rows_that_are_not_those_of_the_release_are_noticed(made):
    said = read_manifest(made).substance.tables
    swapped = Substance(schema_version=1, tables={**said, "blocks": said["documents"]}, judgements={}, parameters={})
    assert [problem.where for problem in check_round_trip(made, swapped)] == ["blocks"]


def test_a_release_that_does_not_load_is_told_in_a_sentence(made):
    (made / "documents" / "train-00000-of-00001.parquet").unlink()
    (problem,) = check_round_trip(made, Substance(schema_version=1, tables={}, judgements={}, parameters={}))
    assert "datasets cannot load the release" in problem.what
    assert "\n" not in problem.what


def test_a_path_that_datasets_takes_for_a_pattern_is_explained(tmp_path, awkward):
    folder = tmp_path / "a[b]"
    folder.mkdir()
    (problem,) = check_round_trip(folder, dataset(folder, awkward, BLOCKS.arrow.empty_table()))
    assert problem.remedy == "move the release elsewhere"


LOAD = """
import json, sys
from datasets import load_dataset
def rows(path, *config):
    loaded = load_dataset(path, *config, split="train")
    return [str(loaded.info.version), *loaded[:]["id"]]
print(json.dumps([rows(path, *config) for path in sys.argv[1:] for config in ((), ("blocks",))]))
"""


def test_a_plain_load_gives_the_newest_or_the_named_version_and_never_a_stale_one(tmp_path, made, again, other_tables):
    home = tmp_path / "cache"
    environment = {**os.environ, "HF_HOME": str(home), "HF_HUB_OFFLINE": "1", "HF_DATASETS_DISABLE_PROGRESS_BARS": "1"}

    def load(*paths):
        done = subprocess.run(
            [sys.executable, "-c", LOAD, *map(str, paths)], env=environment, capture_output=True, check=True
        )
        return json.loads(done.stdout.splitlines()[-1])

    documents, blocks = load(made.parent)
    assert documents == ["1.0.0", "cn/harbour.txt", "en/tram.txt"]
    assert len(blocks) == 1 + 6
    second = again(tables={**other_tables, "blocks": other_tables["blocks"]}).path
    newest, newer_blocks, *_ = found = load(made.parent, second, made)
    assert (newest[0], len(newer_blocks)) == ("1.1.0", 1 + 5)
    assert found[2:] == [newest, newer_blocks, documents, blocks]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        pytest.param(1, "OSError: [Errno 28] No space left on device: '/x'", id="a full disk"),
        pytest.param(1, "OSError: [Errno 24] Too many open files: '/x'", id="too few open files"),
        pytest.param(
            1, f"OSError: [Errno 27] File too large\n\nThe above was the cause:\n\n{WRAPPED}", id="a full file"
        ),
        pytest.param(1, "MemoryError", id="too little memory"),
        pytest.param(-9, "", id="killed for its memory"),
    ],
)
def test_what_the_machine_lacks_says_nothing_about_the_release(made, monkeypatch, code, said):
    monkeypatch.setattr(roundtrip, "load_in_child", lambda _: subprocess.CompletedProcess([], code, b"", said.encode()))
    with pytest.raises(MachineError, match=r"free some|raise the limit|more memory"):
        check_round_trip(made, read_manifest(made).substance)


@pytest.mark.parametrize(
    ("code", "said"), [(1, "ValueError: no such column"), (-11, ""), (1, f"  # OSError: File too large\n{WRAPPED}")]
)
def test_what_ends_the_loader_else_is_told_of_the_release(made, monkeypatch, code, said):
    monkeypatch.setattr(roundtrip, "load_in_child", lambda _: subprocess.CompletedProcess([], code, b"", said.encode()))
    assert [problem.where for problem in check_round_trip(made, read_manifest(made).substance)] == ["README.md"]
