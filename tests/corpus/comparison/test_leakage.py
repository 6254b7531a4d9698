"""Who leaked from whom between splits: the later split does, whichever row comes first."""

from __future__ import annotations

import numpy as np
import polars as pl
import pyarrow as pa
import pytest

from audit.corpus.comparison.leakage import leaks_between
from audit.corpus.comparison.splits import Splits

IDS = pl.Series(["a", "b", "c"])
COUNTS = {"exact_raw": 0, "exact_normalised": 0, "near": 0, "contained": 0, "quoted": 0}


def pair(a_row: int, b_row: int, **said: object) -> dict[str, object]:
    return {
        "a_row": a_row, "b_row": b_row, "kind": "contained", "coverage_ab": 0.25, "coverage_ba": 1.0, "jaccard": 0.2,
        "longest_run": 30, **dict.fromkeys(("lost_a", "lost_b", "unique_a", "unique_b")), **said,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("ranks", "row", "other", "coverage", "coverage_other"),
    [
        pytest.param([0, 1, -1], 1, "a", 1.0, 0.25, id="train sorts first"),
        pytest.param([1, 0, -1], 0, "b", 0.25, 1.0, id="test sorts first"),
    ],
)
def test_the_document_of_the_later_split_leaked(
    ranks: list[int], row: int, other: str, coverage: float, coverage_other: float
) -> None:
    splits = Splits(("train", "test"), np.array(ranks))
    found = leaks_between(splits, pa.Table.from_pylist([pair(0, 1)]), IDS)
    (leak,) = found.pairs.to_dicts()
    assert {name: leak[name] for name in ("row", "of", "in", "other", "coverage", "coverage_other")} == {
        "row": row, "of": "test", "in": "train", "other": other, "coverage": coverage, "coverage_other": coverage_other,
    }  # fmt: skip
    (entry,) = found.counts
    assert (entry["of"], entry["in"], entry["documents"]) == ("test", "train", 1)
    assert entry["copied"] == entry["pairs"] == COUNTS | {"contained": 1}


@pytest.mark.parametrize("ranks", [[0, 0, 1], [-1, 0, 1], [1, -1, 0], [-1, -1, 0]])
def test_pairs_within_a_split_or_of_no_split_leak_nothing(ranks: list[int]) -> None:
    splits = Splits(("train", "test"), np.array(ranks))
    found = leaks_between(splits, pa.Table.from_pylist([pair(0, 1)]), IDS)
    assert found.pairs.height == 0
    assert [sum(entry["pairs"].values()) for entry in found.counts] == [0]


def test_a_document_counts_once_by_its_gravest_class() -> None:
    splits = Splits(("train", "test"), np.array([0, 0, 1]))
    pairs = [pair(0, 2, kind="quoted"), pair(1, 2, kind="near")]
    (entry,) = leaks_between(splits, pa.Table.from_pylist(pairs), IDS).counts
    assert entry["copied"] == COUNTS | {"near": 1}
    assert entry["pairs"] == COUNTS | {"near": 1, "quoted": 1}


def test_a_document_is_told_by_the_pair_that_covers_most_of_it() -> None:
    splits = Splits(("train", "test"), np.array([0, 0, 1]))
    pairs = [pair(0, 2, coverage_ba=0.6), pair(1, 2, coverage_ba=0.75)]
    found = leaks_between(splits, pa.Table.from_pylist(pairs), IDS)
    columns = found.put(pa.table({"id": ["a", "b", "c"]}))
    assert columns["leaked_share"].to_pylist() == [None, None, 0.75]
    assert columns["leaked_from"].to_pylist() == [None, None, "train: b"]
