"""Which split a record is in: what the card says, else the words in its file's path; never that of a mere text."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from audit.corpus.comparison.splits import splits_of


def named(root: Path, kind: str, *ids: str) -> dict[str, str | None] | None:
    found = splits_of(root, kind, pa.chunked_array([list(ids)], pa.string()))
    if found is None:
        return None
    return {id: found.names[rank] if rank >= 0 else None for id, rank in zip(ids, found.of_row.tolist(), strict=True)}


@pytest.mark.parametrize(
    ("path", "split"),
    [
        ("train.jsonl", "train"), ("data/train-00000-of-00002.parquet", "train"), ("training.csv", "train"),
        ("test/part-1.jsonl", "test"), ("news_eval.jsonl", "test"), ("dev.jsonl", "validation"),
        ("val 2.jsonl", "validation"), ("test/validation.jsonl", "validation"), ("Train.jsonl.gz", "train"),
        ("latest.jsonl", None), ("contest.csv", None), ("trainer.jsonl", None), ("news.jsonl", None),
    ],
)  # fmt: skip
def test_files_are_told_by_their_words(path: str, split: str | None, tmp_path: Path) -> None:
    others = ("o/train.jsonl#0", "o/test.jsonl#0")
    found = named(tmp_path, "raw", f"{path}#12", *others)
    assert found is not None
    assert found[f"{path}#12"] == split


@pytest.mark.parametrize(
    "ids",
    [
        pytest.param(("train/a.txt", "test/b.txt"), id="folders of texts"),
        pytest.param(("train.jsonl#0", "train.jsonl#1"), id="one split"),
        pytest.param(("a.jsonl#0", "b.jsonl#0"), id="no split"),
        pytest.param((), id="nothing"),
    ],
)
def test_no_splits(ids: tuple[str, ...], tmp_path: Path) -> None:
    assert named(tmp_path, "raw", *ids) is None


def test_a_release_of_ours_is_one_split(tmp_path: Path) -> None:
    assert named(tmp_path, "release", "train.jsonl#0", "test.jsonl#0") is None


def test_the_card_comes_before_the_names(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(
        "---\nconfigs:\n- config_name: default\n  data_files:\n  - split: seen\n    path: data/test-*.parquet\n"
        "  - split: unseen\n    path:\n    - 'data/x.parquet'\n    - '**/deep/*.parquet'\n---\n"
    )
    found = named(
        tmp_path, "dataset", "data/test-1.parquet#0", "data/x.parquet#0", "a/b/deep/y.parquet#3", "train.parquet#0"
    )
    assert found == {
        "data/test-1.parquet#0": "seen", "data/x.parquet#0": "unseen", "a/b/deep/y.parquet#3": "unseen",
        "train.parquet#0": None,
    }  # fmt: skip


@pytest.mark.parametrize("front", ["configs: 7", "configs: [3, {data_files: x.parquet}]", "configs: [", "a: 1"])
def test_a_card_that_says_nothing_leaves_it_to_the_names(front: str, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(f"---\n{front}\n---\n")
    assert named(tmp_path, "dataset", "train.jsonl#0", "test.jsonl#0") == {
        "train.jsonl#0": "train", "test.jsonl#0": "test",
    }  # fmt: skip


def test_train_comes_first_and_the_others_by_name(tmp_path: Path) -> None:
    found = splits_of(tmp_path, "raw", pa.chunked_array([["val.csv#0", "test.csv#0", "train.csv#0", "test.csv#1"]]))
    assert found is not None
    assert found.names == ("train", "test", "validation")
    assert found.sizes() == [1, 2, 1]


def test_a_file_called_like_a_record_is_no_record(tmp_path):
    ids = [["train.jsonl#0", "test.jsonl#0", "test/issue\\#12"]]
    found = splits_of(tmp_path, "raw", pa.chunked_array(ids, pa.string()))
    assert found is not None
    assert found.of_row.tolist() == [0, 1, -1]
