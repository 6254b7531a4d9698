"""Findings about copies: whichever of them is kept, they have the same fingerprints."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.corpus.findings import swapped_copies
from audit.tables import PLACES, empty
from tests.corpus.part_files import corpus_of, measures_of


def contents(folder: Path, hashes: list[str], kept: int) -> Counter[str]:
    """Return what the findings are about of a group of copies of which the `kept`-th is kept."""
    ids = [f"{number}.txt" for number in range(len(hashes))]
    of = [None if number == kept else ids[kept] for number in range(len(hashes))]
    documents = pl.DataFrame({"id": ids, "sha256": hashes, "bytes": 1, "said": ""})
    places = pl.DataFrame(empty(PLACES)).with_columns(document=pl.lit(0))
    measures = measures_of(pl.DataFrame({"id": ids, "duplicate_of": pl.Series(of, dtype=pl.String)}))
    corpus = corpus_of(folder, documents, places, (0, len(hashes) // 2, len(hashes)))
    swapped = dict(swapped_copies(corpus, measures).iter_rows())
    return Counter(swapped.get(row, sha) for row, sha in enumerate(hashes) if row != kept)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("parts")


@settings(max_examples=25)
@given(st.lists(st.sampled_from("abcd"), min_size=2, max_size=5), st.data())
def test_which_copy_is_kept_changes_nothing(folder: Path, hashes: list[str], data: st.DataObject) -> None:
    one, other = (data.draw(st.integers(0, len(hashes) - 1)) for _ in range(2))
    assert contents(folder, hashes, one) == contents(folder, hashes, other)


def test_a_newcomer_is_one_finding_more(folder: Path) -> None:
    for newcomer in ("0", "b", "z"):
        for kept in range(3):
            assert (contents(folder, ["a", "b", newcomer], kept) - contents(folder, ["a", "b"], 0)).total() == 1


def test_no_copies_are_nothing_to_swap(folder: Path) -> None:
    assert contents(folder, ["a"], 0) == Counter()
