"""Pairs of each kind are found, texts that share less stay apart, and order, parts and batches change nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.measure.duplication.pairs.pairs import COPY_KINDS, Copies, find_pairs
from audit.measure.duplication.pairs.search import SMALL
from audit.measure.duplication.pairs.verify import Verifier
from audit.measure.duplication.records import column_file, packed
from audit.measure.duplication.records.parts import by_row
from tests.measure.duplication.asked import Asked

Build = Callable[..., Any]
Kinds = Callable[[Copies], dict[tuple[int, int], str]]


def test_each_kind(corpus: Build, kinds: Kinds, article: Build, edited: Build) -> None:
    a, other = article(1), article(2, 700)
    bodies = [
        a,
        other[:350] + a + other[350:],  # 1: a in a longer text
        edited(a, 0.1, 5),  # 2: near
        "，".join(a),  # 3: the same after folding
        a,  # 4: the same bytes
        article(3, 400) + other[100:170] + article(4, 400),  # 5: quotes 1
        article(6),  # 6: alone
    ]
    raws = ["a", "b", "c", "d", "a", "f", "g"]
    found = kinds(corpus(bodies, raws=raws).find())
    expected = {
        (0, 1): "contained", (0, 2): "near", (0, 3): "exact_normalised", (0, 4): "exact_raw", (1, 2): "contained",
        (1, 3): "contained", (1, 4): "contained", (2, 3): "near", (2, 4): "near", (3, 4): "exact_normalised",
    }  # fmt: skip
    assert {pair: kind for pair, kind in found.items() if kind != "quoted"} == expected
    assert {pair for pair, kind in found.items() if kind == "quoted"} <= {(1, 5)}


def test_measures_come_with_each_pair(corpus: Build, article: Build) -> None:
    a = article(1)
    pair = corpus([a + article(2, 600), a]).find().pairs.to_pylist()
    assert pair == [
        {
            "a_row": 0, "b_row": 1, "kind": "contained", "coverage_ab": pytest.approx(1 / 3, abs=0.01),
            "coverage_ba": 1.0, "jaccard": pytest.approx(1 / 3, abs=0.01), "longest_run": 300,
            **dict.fromkeys(("lost_a", "lost_b", "unique_a", "unique_b", "unique_at_a", "unique_at_b")),
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    "bodies",
    [
        pytest.param(["", "", "!!!"], id="nothing to compare"),
        pytest.param(["质量很好，下次再来", "质量很好，下次不来"], id="short texts with the same phrase"),
        pytest.param(["谢谢", "多谢"], id="shorter than a shingle"),
        pytest.param(["one two three", "three two one"], id="same words"),
        pytest.param([], id="no documents"),
    ],
)
def test_stays_silent(bodies: list[str], corpus: Build) -> None:
    assert corpus(bodies).find().pairs.num_rows == 0


def test_articles_with_a_common_paragraph_are_no_copies(corpus: Build, article: Build) -> None:
    common = article(99, 45)
    assert corpus([article(seed) + common + article(seed + 50) for seed in range(6)]).find().pairs.num_rows == 0


def test_empty_bodies_take_part_in_raw_copies_only(corpus: Build, kinds: Kinds) -> None:
    assert kinds(corpus(["", "…", "", ""], raws=["x", "y", "x", "z"]).find()) == {(0, 2): "exact_raw"}


def test_short_texts_that_fold_alike_are_exact(corpus: Build, kinds: Kinds) -> None:
    assert kinds(corpus(["Good!", "ＧＯＯＤ", "good food"]).find()) == {(0, 1): "exact_normalised"}


def test_similarity_is_the_least_coverage(corpus: Build, kinds: Kinds, article: Build) -> None:
    bodies = [article(1, 300), article(1, 300)[:200] + article(2, 100)]
    assert kinds(corpus(bodies).find(0.5)) == {(0, 1): "near"}
    assert kinds(corpus(bodies).find(0.9)) == {(0, 1): "quoted"}


def test_a_table_in_memory_has_the_pairs_of_its_part_files(corpus: Build, article: Build, edited: Build) -> None:
    built = corpus([article(seed) for seed in range(40)] + [edited(article(seed), 0.05, seed) for seed in range(9)])
    table = pa.concat_tables([pq.read_table(part) for part in built.signatures])
    found, again = (find_pairs(some, built.bodies, 0.5) for some in (built.signatures, table))
    assert len(found.pairs) == 9
    assert again.pairs.equals(found.pairs)


def test_bodies_are_asked_for_once_and_only_for_candidates(corpus: Build, article: Build, edited: Build) -> None:
    built = corpus([article(seed) for seed in range(40)] + [edited(article(7), 0.05, 1)])
    bodies = Asked(built.bodies)
    asked = bodies.rows
    assert find_pairs(built.signatures, bodies, 0.5).pairs.num_rows == 1
    assert asked == sorted(set(asked))
    assert {7, 40} <= set(asked)
    assert len(asked) < 10


@pytest.mark.parametrize("many", [1 << 13, 1])
def test_parts_and_batches_and_slices_change_nothing(
    many: int, corpus: Build, article: Build, edited: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    bodies = [edited(article(seed % 9), 0.03 * (seed % 4), seed) for seed in range(40)]
    whole = corpus(bodies).find()
    monkeypatch.setattr(column_file, "_ROWS", many)
    monkeypatch.setattr(packed, "_SLICE", many)
    parted = corpus(bodies, size=6).find()
    assert whole.pairs.equals(parted.pairs)
    assert np.array_equal(whole.copies, parted.copies)


def test_a_cluster_of_exact_copies_makes_no_square(corpus: Build, article: Build) -> None:
    found = corpus([article(1, 40)] * 400).find()
    assert found.pairs.num_rows == 399
    assert set(found.pairs["a_row"].to_pylist()) == {0}


@pytest.mark.parametrize("copies", [SMALL - 1, SMALL, SMALL + 1])
@pytest.mark.parametrize("kind", ["exact_raw", "exact_normalised", "near"])
def test_a_class_of_up_to_so_many_copies_has_all_its_pairs(
    corpus: Build, kinds: Kinds, article: Build, copies: int, kind: str
) -> None:
    """One more, and each is paired with the first alone; near copies with no more than that and their neighbours."""
    text = article(1, 200)
    last = {"exact_raw": [""] * copies, "exact_normalised": [""] * copies, "near": list(article(7, copies))}[kind]
    bodies = [text[:100] + char + text[100 + len(char) :] for char in last]
    raws = ["same"] * copies if kind == "exact_raw" else []
    found = kinds(corpus([article(9), *bodies], **({"raws": ["other", *raws]} if raws else {})).find())
    every = {(a, b) for b in range(1, copies + 1) for a in range(1, b)}
    star = {(1, b) for b in range(2, copies + 1)}
    assert set(found.values()) == {kind}
    assert set(found) == (every if copies <= SMALL else star)


def test_a_cluster_of_near_copies_makes_no_square(corpus: Build, article: Build, edited: Build) -> None:
    text = article(1, 200)
    found = corpus([edited(text, 0.04, seed) for seed in range(300)]).find()
    assert len(set(found.copies.tolist())) == 1
    # A square would be 44,850.
    assert found.pairs.num_rows < 5 * 300


def test_preference_makes_the_leader(corpus: Build, article: Build, edited: Build) -> None:
    text = article(1, 200)
    found = corpus([edited(text, 0.04, seed) for seed in range(40)]).find(preference=[*range(1, 40), 0])
    with_leader = {(pair["a_row"], pair["b_row"]) for pair in found.pairs.to_pylist() if pair["b_row"] == 39}
    assert with_leader == {(row, 39) for row in range(39)}


def test_small_groups_have_all_their_pairs(corpus: Build, kinds: Kinds, article: Build, edited: Build) -> None:
    text = article(1)
    bodies = [edited(text, 0.06, 1), edited(text, 0.06, 2), text, text + "。", edited(text, 0.02, 3)]
    assert set(kinds(corpus(bodies).find())) == {(a, b) for b in range(5) for a in range(b)}


def test_small_groups_within_a_large_one_have_all_their_pairs(
    corpus: Build, kinds: Kinds, article: Build, edited: Build
) -> None:
    # Eight articles, three copies of each, chained by passages of 100 characters that one has of the next.
    bodies = [
        edited(article(seed, 160) + article(seed + 1, 160)[:100], 0.01 * (nth + 1), seed)
        for nth in range(3)
        for seed in range(8)
    ]
    found = corpus(bodies).find()
    assert np.bincount(found.cluster).max() > SMALL
    copies = {pair for pair, kind in kinds(found).items() if kind in COPY_KINDS}
    assert copies == {(a, b) for b in range(24) for a in range(b) if a % 8 == b % 8}


def test_a_cluster_is_compared_about_once_a_document(
    corpus: Build, article: Build, edited: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[int] = []

    def counted(self: Verifier, first: np.ndarray, second: np.ndarray) -> Any:
        compared.append(len(first))
        yield from verify(self, first, second)

    verify = Verifier.verify
    monkeypatch.setattr(Verifier, "verify", counted)
    text = article(1, 120)
    found = corpus([edited(text, 0.05, seed) for seed in range(1000)]).find()
    assert len(set(found.copies.tolist())) == 1
    assert sum(compared) <= 1.2 * 1000


@pytest.mark.parametrize("length", [110, 320])
def test_an_article_is_found_in_a_book(corpus: Build, kinds: Kinds, article: Build, length: int) -> None:
    articles = [article(seed, length) for seed in range(20)]
    book = "".join(f"{article(seed + 100, 2000)}\n{text}\n" for seed, text in enumerate(articles))
    found = kinds(corpus([book, *articles]).find())
    hits = sum(kind == "contained" for kind in found.values())
    assert hits >= 18
    assert all(a == 0 for a, _ in found)


def test_set_phrases_in_another_order_make_no_copy(corpus: Build, kinds: Kinds, article: Build) -> None:
    # Seven characters of a phrase, three of the document's own: coverage .7 at a Jaccard near .2.
    phrases = [article(seed, 7) for seed in range(40)]
    order = np.random.default_rng(3)
    bodies = [
        "，".join(phrases[n] + article(seed * 100 + n, 3) for n in order.permutation(40).tolist()) for seed in range(5)
    ]
    found = kinds(corpus(bodies).find())
    assert "near" not in found.values()


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.permutations(range(8)))
def test_order_changes_no_pair(corpus: Build, kinds: Kinds, article: Build, edited: Build, order: list[int]) -> None:
    bodies = [article(1), edited(article(1), 0.05, 2), article(3) + article(1), article(3), "", article(4)]
    bodies += [article(4).replace("一", "丁"), article(4) + "？"]
    straight = kinds(corpus(bodies, raws=bodies).find())
    turned = kinds(corpus([bodies[row] for row in order], raws=[bodies[row] for row in order]).find())
    named = {tuple(sorted((order[a], order[b]))): kind for (a, b), kind in turned.items()}
    assert named == straight


def test_bodies_by_row(corpus: Build) -> None:
    bodies = corpus([f"body {row}" for row in range(50)], size=20).bodies.columns
    assert by_row(bodies, [3, 19, 20, 49]) == {3: "body 3", 19: "body 19", 20: "body 20", 49: "body 49"}
    assert by_row(bodies, []) == {}
