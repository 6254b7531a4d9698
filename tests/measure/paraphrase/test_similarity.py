"""What two texts have in common, counted: anchors of both, and the words of one that the other has as well."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.paraphrase.score import FEATURES, LEAST_WORDING, SUSPECT, features, score, weights
from audit.measure.paraphrase.similarity import TextSimilarity, measure_similarity
from audit.measure.paraphrase.words import strings_of

# No word of one stands in the other.
APART = ("河水在夜里涨了起来", "木匠把门板刨得很薄")


def compared(first: str, second: str) -> TextSimilarity:
    return measure_similarity(strings_of([first, second]), np.array([0]), np.array([1]))


@pytest.mark.parametrize(
    ("here", "there", "shared"),
    [
        pytest.param((12,), (12,), 1, id="the only one"),
        pytest.param((12, 345, 6789), (6789, 12, 345), 3, id="all, in another order"),
        pytest.param((12, 345), (345, 6789), 1, id="one of two"),
        pytest.param((12, 345, 345), (345, 345, 345), 1, id="however often"),
        pytest.param((12, 345), (67, 890), 0, id="none"),
        pytest.param((), (12,), 0, id="without any"),
        pytest.param((12,), (), 0, id="nor there"),
    ],
)
def test_anchors_that_both_have(here: tuple[int, ...], there: tuple[int, ...], shared: int) -> None:
    first, second = (
        f"{text}{'号'.join(['', *map(str, found), ''])}" for text, found in zip(APART, (here, there), strict=True)
    )
    found = compared(first, second)
    assert found.counts[0, 8] == shared
    assert found.anchors.tolist() == [[len(set(here)), len(set(there))]]
    assert compared(second, first).counts[0, 8] == shared


def test_words_in_common_are_counted_on_either_side() -> None:
    text = "第一班船在雾里离开了码头没有人挥手"
    found = compared(text, f"{text}{APART[0]}")
    assert found.long()[0].tolist() == [1.0, pytest.approx(len(text) / (len(text) + len(APART[0])))]
    assert compared(*APART).long()[0].tolist() == [0.0, 0.0]


def made(*, wording: float = 0.5, shared: int = 0, own: tuple[int, int] = (0, 0)) -> TextSimilarity:
    """Return what would be found of a pair of texts of 1,000 words with such a share of their wording in common."""
    same = round(1000 * wording)
    counts = np.array([[0, 0, same, same, same, same, 10, 10, shared]])
    return TextSimilarity(counts, words=np.array([[1000, 1000]]), anchors=np.array([own]))


def test_a_feature_says_what_its_name_does() -> None:
    found = dict(zip(FEATURES, features(made(wording=0.5, shared=3, own=(5, 9)))[0].tolist(), strict=True))
    assert found["left_over"] == 0.5
    assert found["anchors_shared"] == pytest.approx(np.log(4))
    # Of the poorer of the two.
    assert found["anchors_apart"] == pytest.approx(np.log(3))
    assert found["run"] == pytest.approx(np.log(51))
    assert found["long"] == 0


def test_anchors_in_common_speak_for_a_retelling_and_others_against_it() -> None:
    alone, with_shared = (score(made(wording=0.3, shared=n, own=(n, n)))[0] for n in (0, 6))
    with_others = score(made(wording=0.3, shared=0, own=(6, 6)))[0]
    assert with_others < alone < with_shared
    assert len(weights().of) == len(FEATURES)


@pytest.mark.parametrize(("wording", "is_one"), [(LEAST_WORDING, True), (LEAST_WORDING - 0.001, False)])
def test_anchors_alone_make_no_suspect(wording: float, is_one: bool) -> None:
    found = score(made(wording=wording, shared=60, own=(60, 60)))[0]
    assert bool(found > SUSPECT) is is_one
    assert found >= SUSPECT


WORDS = st.lists(st.sampled_from(["河", "水", "涨", "tide", "rose", "at", "9"]), max_size=40).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_pairs_are_counted_together_as_each_alone_and_turned(texts: list[str]) -> None:
    first, second = (side.ravel() for side in np.indices((len(texts), len(texts))))
    together = measure_similarity(strings_of(texts), first, second).counts
    turned = [1, 0, 3, 2, 5, 4, 7, 6, 8]
    for counts, a, b in zip(together.tolist(), first.tolist(), second.tolist(), strict=True):
        alone = compared(texts[a], texts[b]).counts[0].tolist()
        assert counts == alone == compared(texts[b], texts[a]).counts[0, turned].tolist()
