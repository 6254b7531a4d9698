from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from audit.corpus.input_kind import kind_of, refuse_inside
from audit.errors import UsageError
from tests.conftest import Audit

CARD = "---\nconfigs:\n- config_name: default\n  data_files: data/*.parquet\n---\n# towns\n"
NEWS = "湖边的新步道今天开放。步道全长三公里,沿途有七处长椅,老人和孩子都走得很轻松。"


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    folder = tmp_path / "towns"
    (folder / "data").mkdir(parents=True)
    (folder / "README.md").write_text(CARD, "utf-8")
    (folder / ".gitattributes").write_text("*.parquet filter=lfs\n", "utf-8")
    pl.DataFrame({"text": [NEWS, NEWS[::-1]]}).write_parquet(folder / "data" / "train.parquet")
    return folder


def test_a_dataset_folder_is_known_by_its_card(dataset: Path) -> None:
    assert kind_of(dataset) == "dataset"


def test_a_readme_among_raw_files_is_a_text_like_any_other(dataset: Path) -> None:
    (dataset / "README.md").write_text("# configs:\nNothing but words.\n", "utf-8")
    assert kind_of(dataset) == "raw"


def test_only_the_records_of_a_dataset_are_documents(dataset: Path, audit: Audit) -> None:
    ran = audit("parse", dataset, "--out", "out", "--format", "json")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["ledger"] | {"published": 2, "quarantined": 2} == json.loads(ran.out)["ledger"]
    ledger = pl.read_parquet(dataset.parent / "out" / "ledger.parquet")
    assert ledger.filter(pl.col("state") == "published")["id"].to_list() == [
        "data/train.parquet#0",
        "data/train.parquet#1",
    ]


@pytest.mark.parametrize("output", ["raw", "raw/out", "raw/../raw/deep/out"])
def test_an_output_among_the_input_is_refused(tmp_path: Path, output: str) -> None:
    (tmp_path / "raw" / "deep").mkdir(parents=True)
    with pytest.raises(UsageError, match="inside the input"):
        refuse_inside(tmp_path / "raw", tmp_path / output)


@pytest.mark.parametrize("output", ["out", "rawer", None])
def test_an_output_beside_the_input_is_fine(tmp_path: Path, output: str | None) -> None:
    (tmp_path / "raw").mkdir()
    refuse_inside(tmp_path / "raw", tmp_path / output if output else None)
