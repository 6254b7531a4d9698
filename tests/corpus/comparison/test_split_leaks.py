"""A check of a dataset with several splits finds every document of a later split that stands in an earlier one."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable
from pathlib import Path

import polars as pl

import audit

Story = Callable[..., str]


def records(texts: Iterable[str]) -> str:
    return "".join(json.dumps({"text": text}) + "\n" for text in texts)


def edited(text: str, seed: int) -> str:
    """Return `text` with some of its numbers changed, in every copy others."""
    chance = random.Random(seed)  # noqa: S311 text, not secrets
    return " ".join(str(seed) if word.isdigit() and chance.random() < 0.03 else word for word in text.split(" "))


def test_every_copy_in_a_later_split_is_found_however_many_there_are(
    tmp_path: Path, story: Story, write: Callable[..., Path]
) -> None:
    copies = [edited(story(1), seed) for seed in range(20)]
    write(
        tmp_path / "dataset",
        {
            "test.jsonl": records([*copies, story(2), story(3)]),
            "train.jsonl": records([story(4), story(1), story(5)]),
            "validation.jsonl": records([story(2), story(6)]),
        },
    )
    result = audit.check(tmp_path / "dataset", out=tmp_path / "out", workers=1, select=["DUP"])
    assert not result.passed
    leaked = pl.read_parquet(tmp_path / "out" / "measures.parquet").filter(pl.col("leaked_share") > 0.5)
    from_train = {f"test.jsonl#{number}": "train: train.jsonl#1" for number in range(20)}
    assert dict(leaked.select("id", "leaked_from").iter_rows()) == from_train | {
        "validation.jsonl#0": "test: test.jsonl#20"
    }
    counts = {(entry["of"], entry["in"]): entry["copied"] for entry in result.report["leakage"]}
    assert sum(counts["test", "train"].values()) == 20
    assert counts["validation", "test"]["exact_raw"] == 1
    assert sum(counts["validation", "train"].values()) == 0
    pairs = pl.read_parquet(tmp_path / "out" / "duplicates.parquet")
    assert pairs["release"].null_count() == pairs.height
    assert (pairs["a"] < pairs["b"]).all()
