"""Drawing: every document has its chance, the same seed the same sample, whatever order the corpus comes in."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.review.draw import allotted, corpus_digest, draw


def corpus(count: int, sources: int = 3) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "id": [f"{n % sources}/{n}.txt" for n in range(count)],
            "sha256": [f"{n:064x}" for n in range(count)],
            "state": ["published" if n % 10 else "duplicate" for n in range(count)],
            "language": ["en" if n % 4 else "zh-Hans" for n in range(count)],
            "source": [f"{n % sources}" for n in range(count)],
            "band": ["sure" if n % 3 else "doubtful" for n in range(count)],
        }
    )


@given(st.lists(st.integers(1, 500), min_size=1, max_size=12), st.data())
def test_each_stratum_gets_its_share_and_one_at_least(counts: list[int], data: st.DataObject) -> None:
    size = data.draw(st.integers(len(counts), sum(counts)))
    made = allotted(counts, size)
    assert sum(made) == size
    assert all(1 <= drawn <= of for drawn, of in zip(made, counts, strict=True))
    for drawn, of in zip(made, counts, strict=True):
        assert drawn <= 1 or drawn <= of * size / sum(counts) + 1


def test_order_does_not_matter_and_seeds_do() -> None:
    found = draw(corpus(300), 40, 1)
    again = draw(corpus(300).sample(fraction=1, shuffle=True, seed=5), 40, 1)
    assert found.rows.equals(again.rows)
    assert found.corpus == again.corpus
    assert found.rows["id"].to_list() != draw(corpus(300), 40, 2).rows["id"].to_list()
    assert len(found.rows) == len(found.rows["id"].unique()) == 40


def test_every_stratum_is_seen_and_says_its_size() -> None:
    rows = draw(corpus(300), 60, 0).rows
    assert rows["stratum"].n_unique() == 12
    sizes = rows.group_by("stratum").agg(pl.col("stratum_documents").first(), pl.col("stratum_drawn").first(), pl.len())
    assert sizes["stratum_documents"].sum() == 300
    assert sizes["stratum_drawn"].to_list() == sizes["len"].to_list()


@pytest.mark.parametrize("sources", [1, 9, 300])
def test_too_many_sources_for_the_sample_are_no_strata(sources: int) -> None:
    rows = draw(corpus(300, sources), 20, 0).rows
    assert rows["stratum"].n_unique() <= 10
    assert rows["stratum"].str.contains("published").any()


def test_a_sample_as_large_as_the_corpus_is_the_corpus() -> None:
    assert sorted(draw(corpus(7), 200, 0).rows["id"]) == sorted(corpus(7)["id"])


def test_the_digest_is_of_contents_and_decisions() -> None:
    changed = corpus(9).with_columns(state=pl.lit("published"))
    assert len({corpus_digest(found) for found in (corpus(9), corpus(8), changed)}) == 3


def test_what_could_not_be_read_has_no_digest_and_is_drawn_all_the_same() -> None:
    unread = corpus(9).with_columns(sha256=pl.when(pl.col("id") == "0/0.txt").then(None).otherwise("sha256"))
    found = draw(unread, 9, 0)
    assert sorted(found.rows["id"]) == sorted(unread["id"])
    assert found.corpus == corpus_digest(unread) != corpus_digest(corpus(9))
