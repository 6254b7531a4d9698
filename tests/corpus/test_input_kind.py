"""Raw files, records, a dataset and a release are told apart, and why is said; outputs among the input are refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import polars as pl
import pytest

from audit.corpus.input_kind import detect_target, refuse_inside, stated_licence
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
    assert detect_target(dataset).kind == "dataset"


def test_a_readme_among_raw_files_is_a_text_like_any_other(dataset: Path) -> None:
    (dataset / "README.md").write_text("# configs:\nNothing but words.\n", "utf-8")
    assert detect_target(dataset).kind == "raw"


@pytest.mark.parametrize(
    ("front", "files", "kind"),
    [
        ("configs:", ["a.txt", "b/c.txt"], "raw"),
        ("configs:", ["a.txt", "b.txt", "c.txt", "index.csv"], "raw"),
        (
            "configs:",
            ["part-1.jsonl.gz", "part-2.jsonl.gz", "LICENSE", ".gitattributes", "load.py", "a.txt"],
            "dataset",
        ),
        ("dataset_info: 7", ["train.csv"], "dataset"),
        ("configs: [{data_files: x/*.parquet}]", ["a.txt", "b.txt", "x/1.parquet"], "dataset"),
        ("configs: [{data_files: [x/*.parquet]}]", ["a.csv"], "raw"),
        ("configs: {data_files: {train: x/*.parquet}}", ["x/a.parquet", "b.txt", "c.txt"], "dataset"),
        (
            "configs: [{data_files: [{split: test, path: [x/*.txt, y.csv]}]}]",
            ["y.csv", "x/a.txt", "x/b.txt"],
            "dataset",
        ),
        ("configs: [{data_files: '*.txt'}]", ["a.txt", "b.txt"], "raw"),
        ("configs: " + "[" * 5000, ["a.txt"], "raw"),
    ],
)
def test_a_card_makes_no_dataset_without_its_data_files(
    tmp_path: Path, front: str, files: list[str], kind: str
) -> None:
    (tmp_path / "README.md").write_text(f"---\n{front}\n---\n# towns\n", "utf-8")
    for file in files:
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(NEWS, "utf-8")
    found = detect_target(tmp_path)
    assert (found.kind, found.why.startswith("README.md describes data files")) == (kind, True)


@pytest.mark.parametrize(
    "manifest", ["", "{}", "[]", '{"name": "webpack-assets"}', '{"files": [{"path": "documents/a.parquet"}]}']
)
def test_a_manifest_that_names_no_files_makes_no_release(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "raw" / "documents").mkdir(parents=True)
    (tmp_path / "raw" / "documents" / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "raw" / "manifest.json").write_text(manifest, "utf-8")
    assert detect_target(tmp_path / "raw").kind == "raw"
    assert detect_target(tmp_path / "raw").why == "manifest.json is not that of a release"


def test_a_release_is_known_by_its_tables(samples_released: Path) -> None:
    (version,) = (path for path in samples_released.iterdir() if path.is_dir())
    assert detect_target(version).kind == "release"


@pytest.mark.parametrize("table", ["documents", "blocks"])
def test_a_part_of_a_release_is_refused_by_the_name_of_what_is_missing(
    samples_released: Path, tmp_path: Path, table: str
) -> None:
    (version,) = (path for path in samples_released.iterdir() if path.is_dir())
    copy = shutil.copytree(version, tmp_path / "copy")
    shutil.rmtree(copy / table)
    for wanted in (None, "release"):
        with pytest.raises(UsageError, match=f"only a part of a release: {table}/train-00000-of-00001.parquet is"):
            detect_target(copy, wanted)
    assert detect_target(copy, "raw").kind == "raw"


def test_a_release_without_its_evidence_can_still_be_read(samples_released: Path, tmp_path: Path) -> None:
    (version,) = (path for path in samples_released.iterdir() if path.is_dir())
    copy = shutil.copytree(version, tmp_path / "copy")
    shutil.rmtree(copy / "audit")
    assert detect_target(copy).kind == "release"
    for table in ("documents", "blocks"):
        shutil.rmtree(copy / table)
    assert detect_target(copy).kind != "release"


def test_a_folder_of_versions_is_its_newest(samples_released: Path, tmp_path: Path) -> None:
    home = shutil.copytree(samples_released, tmp_path / "samples")
    (version,) = (path for path in home.iterdir() if path.is_dir())
    found = detect_target(home)
    assert (found.root, found.kind, found.why) == (version, "release", f"it is the newest version in {home}")
    assert detect_target(home, "raw").root == home
    (home / "99.0.0").mkdir()
    with pytest.raises(UsageError, match=r"99\.0\.0: it has no manifest.json; fetch it again"):
        detect_target(home)
    (home / "yanked.json").write_text('{"99.0.0": {"why": "made by hand"}}', "utf-8")
    assert detect_target(home).root == version


def test_folders_named_like_versions_hold_any_texts(tmp_path: Path) -> None:
    for version in ("1.0.0", "2.0.0"):
        (tmp_path / version).mkdir()
        (tmp_path / version / "manual.txt").write_text(NEWS, "utf-8")
    (tmp_path / "2.0.0" / "manifest.json").write_text('{"name": "an extension"}', "utf-8")
    (tmp_path / "yanked.json").write_text("no list", "utf-8")
    found = detect_target(tmp_path)
    assert (found.root, found.kind) == (tmp_path, "raw")


def test_the_user_has_the_last_word(dataset: Path) -> None:
    assert (detect_target(dataset, "raw").kind, detect_target(dataset, "dataset").kind) == ("raw", "dataset")
    with pytest.raises(UsageError, match="is not a release"):
        detect_target(dataset, "release")
    with pytest.raises(UsageError, match="choose one of raw, release, dataset"):
        detect_target(dataset, "corpus")
    (dataset / "data" / "train.parquet").unlink()
    with pytest.raises(UsageError, match="contains no data files"):
        detect_target(dataset, "dataset")


def test_the_kind_and_its_reason_are_said(dataset: Path, called: Audit) -> None:
    ran = called("parse", dataset, "--out", "out")
    assert "inputs       4, " in ran.out
    assert "read as dataset: README.md describes data files that exist" in ran.out
    ran = called("parse", dataset, "--out", "out", "--kind", "raw", "--format", "json")
    inputs = json.loads(ran.out)["inputs"]
    assert (inputs["kind"], inputs["why"], inputs["found"]) == ("raw", "as requested", 4)


def test_only_the_records_of_a_dataset_are_documents(dataset: Path, called: Audit) -> None:
    ran = called("parse", dataset, "--out", "out", "--format", "json")
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


@pytest.mark.parametrize(
    ("card", "licence"),
    [
        ("---\nlicense: cc-by-4.0\n---\n", "cc-by-4.0"),
        ("---\r\nlanguage: en\r\nlicense:\r\n- mit\r\n- other\r\n---\r\n", "mit"),
        ("---\nlicense: ['odc-by']\n---\n", "odc-by"),
        ("---\nlicense: other\nlicense_name: port-licence-2\n---\n", "port-licence-2"),
        ("---\nlicense: other\n---\n", "other"),
        ("---\nlicense: unknown\n---\n", ""),
        ("---\nlicense:\nlanguage: en\n---\n", ""),
        ("---\nlicense_link: there\n---\nlicense: mit\n", ""),
        ("license: mit\n", ""),
    ],
)
def test_the_licence_of_a_card_stands_in_its_front_matter(dataset: Path, card: str, licence: str) -> None:
    (dataset / "README.md").write_bytes(card.encode())
    for place in (dataset, dataset / "data", dataset / "data" / "train.parquet"):
        assert stated_licence(place) == licence
