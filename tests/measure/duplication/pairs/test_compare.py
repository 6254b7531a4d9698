"""The measures of a pair are those of their definition, whatever pairs are compared beside it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.duplication.pairs.compare import Comparison, compare, longest_common_run
from audit.measure.duplication.tokens.fold import Tokens, fold

WIDTH = 5
# Few letters, so that shingles recur: the hard case.
HAN_TEXTS = st.text("山水云", min_size=WIDTH, max_size=40)


def measure(a: str, b: str) -> Comparison:
    return compare(fold([a, b]), np.array([0]), np.array([1]))


def grams(text: str) -> list[str]:
    return [text[n : n + WIDTH] for n in range(len(text) - WIDTH + 1)]


def covered(a: str, b: str) -> int:
    return len({n + k for n, gram in enumerate(grams(a)) if gram in grams(b) for k in range(WIDTH)})


def longest(a: str, b: str) -> int:
    return max((n for n in range(WIDTH, len(a) + 1) for at in range(len(a) - n + 1) if a[at : at + n] in b), default=0)


@given(HAN_TEXTS, HAN_TEXTS)
def test_measures_are_those_of_the_definition(a: str, b: str) -> None:
    found = measure(a, b)
    assert found.coverage_ab[0] == pytest.approx(covered(a, b) / len(a))
    assert found.coverage_ba[0] == pytest.approx(covered(b, a) / len(b))
    both, either = set(grams(a)) & set(grams(b)), set(grams(a)) | set(grams(b))
    assert found.jaccard[0] == pytest.approx(len(both) / len(either))
    assert found.longest_run[0] == longest(a, b)
    assert found.covered[0] == min(covered(a, b), covered(b, a))


@given(st.lists(HAN_TEXTS, min_size=2, max_size=5), st.data())
def test_pairs_do_not_disturb_each_other(texts: list[str], data: st.DataObject) -> None:
    rows = st.integers(0, len(texts) - 1)
    asked = data.draw(st.lists(st.tuples(rows, rows), min_size=1, max_size=6))
    ends = np.array(asked)
    together = compare(fold(texts), ends[:, 0], ends[:, 1])
    for nth, (a, b) in enumerate(asked):
        alone = measure(texts[a], texts[b])
        assert alone.coverage_ab[0] == together.coverage_ab[nth]
        assert alone.jaccard[0] == together.jaccard[nth]
        assert alone.longest_run[0] == together.longest_run[nth]


@given(HAN_TEXTS, HAN_TEXTS)
def test_turning_a_pair_swaps_the_coverages_only(a: str, b: str) -> None:
    there, back = measure(a, b), measure(b, a)
    assert there.coverage_ab[0] == back.coverage_ba[0]
    assert there.jaccard[0] == back.jaccard[0]
    assert there.longest_run[0] == back.longest_run[0]


def test_mixed_scripts() -> None:
    a = "新款 MacBook Pro 今天开卖，价格 from 9999 元起。"
    found = measure(a, a + "门店已经排起长队，队伍绕过了街角。")
    assert found.coverage_ab[0] == 1.0
    assert found.longest_run[0] == fold([a]).offsets[1]


@given(st.lists(st.integers(0, 2), max_size=25), st.lists(st.integers(0, 2), max_size=25))
def test_longest_common_run(a: list[int], b: list[int]) -> None:
    arrays = [np.array(numbers, np.uint64) * np.uint64(0x9E3779B97F4A7C15) for numbers in (a, b)]
    runs = {tuple(b[s:e]) for s in range(len(b)) for e in range(s + 1, len(b) + 1)}
    true = max((e - s for s in range(len(a)) for e in range(s + 1, len(a) + 1) if tuple(a[s:e]) in runs), default=0)
    assert longest_common_run(*arrays) == true


def test_tokens_hold_whole_texts() -> None:
    tokens: Tokens = fold(["一二三四五六", "七八九十一二"])
    assert all(end - start == 6 for start, end in pairwise(tokens.offsets.tolist()))


MIXED = st.text("山水ab ", min_size=12, max_size=60).map(lambda text: f"一二三四五{text}")


@given(MIXED, MIXED)
def test_mixed_runs_are_counted_to_the_last_token(a: str, b: str) -> None:
    tokens = fold([a, b])
    first, second = (tokens.hashes[start:end].tolist() for start, end in pairwise(tokens.offsets.tolist()))
    runs = {tuple(second[s:e]) for s in range(len(second)) for e in range(s + 5, len(second) + 1)}
    true = max(e - s for s in range(len(first)) for e in range(s + 5, len(first) + 1) if tuple(first[s:e]) in runs)
    assert measure(a, b).longest_run[0] == true


@pytest.mark.parametrize("length", [600, 2000])
def test_texts_that_repeat_themselves(length: int) -> None:
    # Each shingle stands everywhere: following all their places would take the square of the length.
    found = measure("山" * length + "水", "云" + "山" * (length // 2))
    assert found.longest_run[0] == length // 2
    assert found.coverage_ab[0] == pytest.approx(length / (length + 1))
    assert found.jaccard[0] == pytest.approx(1 / 3)
