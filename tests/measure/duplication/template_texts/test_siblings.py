"""Documents filled into one template are no copies of each other, and copies among them are found."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest

from audit.measure.duplication.template_texts.siblings import agreement
from tests.measure.duplication.aside import Build, edited, set_aside
from tests.measure.duplication.template_texts.siblings import SIBLINGS


@pytest.mark.parametrize("kind", SIBLINGS)
def test_siblings_stay_and_their_copies_go(corpus: Build, kind: str) -> None:
    r = random.Random(11)  # noqa: S311 text, not secrets
    siblings = [SIBLINGS[kind](r) for _ in range(9)]
    copies = [edited(siblings[row], row) for row in range(0, 9, 3)]
    assert set_aside(corpus, siblings + copies) == {9 + nth: 3 * nth for nth in range(3)}


@pytest.mark.parametrize("kind", ["weather", "bulletin", "market", "product"])
def test_two_reports_with_other_numbers_are_no_copies(corpus: Build, kind: str) -> None:
    r = random.Random(3)  # noqa: S311 text, not secrets
    report = SIBLINGS[kind](r)
    assert set_aside(corpus, [report, SIBLINGS[kind](r), edited(report, 1)]) == {2: 0}


BULLETIN = (
    "今日{0}，最高{1}度，最低{2}度，东南风{3}级，湿度{4}%，空气质量{5}。\n"
    "明日{6}，请市民外出时注意交通安全，老人和孩子早晚要适当增减衣物，江上渡船照常。"
)
DAYS = (
    ("多云", 20, 11, 2, 50, "优", "晴"),
    ("多云", 30, 16, 4, 70, "良", "晴"),
    ("小雨", 24, 13, 3, 58, "优", "阴"),
    ("阴", 26, 14, 2, 62, "良", "雷阵雨"),
    ("雷阵雨", 28, 15, 3, 66, "优", "多云"),
)


def test_bulletins_with_other_numbers_stay_and_their_copies_go(corpus: Build) -> None:
    bulletins = [BULLETIN.format(*day) for day in DAYS]
    copies = [bulletins[0].replace("市民", "居民"), bulletins[1].replace("江上", "河上")]
    assert set_aside(corpus, bulletins[:2]) == {}
    assert set_aside(corpus, bulletins + copies) == {5: 0, 6: 1}


NAMES = [
    first + second for first in ("ban", "dor", "fel", "gim", "hul", "kas") for second in ("da", "mer", "tok", "ya")
]
# Some 25 words each: figures tell those of one form apart, of both how little they have in common.
FORMS = (
    "A {0} in {1} has {6} boxes of {2} in the yard and hands {7} of them to the {3}. How many are left at night?",
    "Why did the {0} of the old {1} refuse to lend the {2} that a {3} from {4} had left in the {5} on the day before?",
)


@pytest.mark.parametrize("form", FORMS)
def test_sentences_filled_into_one_form_stay_and_their_copies_go(corpus: Build, form: str) -> None:
    r = random.Random(7)  # noqa: S311 text, not secrets
    filled = [form.format(*r.sample(NAMES, 6), r.randint(100, 999), r.randint(2, 99)) for _ in range(300)]
    copies = [filled[row].replace("the", "a", 1) for row in range(0, 300, 30)]
    gone = set_aside(corpus, filled + copies)
    assert {300 + nth: 30 * nth for nth in range(10)}.items() <= gone.items()
    # Names are drawn from a few: now and then two have most of them in common, or such as look misspelt.
    assert sum(row < 300 for row in gone) <= 18


def test_versions_of_an_article_go_though_each_has_edits_of_its_own(corpus: Build, article: Build) -> None:
    versions = [edited(article(1, 600), seed) for seed in range(9)]
    assert set(set_aside(corpus, versions)) == set(range(1, 9))


def test_copies_in_other_chrome_go(corpus: Build, article: Build) -> None:
    wrapped = [article(seed + 10, 12) + article(1, 400) + article(seed + 20, 12) for seed in range(5)]
    assert set(set_aside(corpus, wrapped)) == set(range(1, 5))


def stands(text: list[int], other: list[int]) -> list[bool]:
    """Return which single characters of a text lie in a run of five that the other has too."""
    runs = {tuple(other[at : at + 5]) for at in range(len(other) - 4)}
    found = [False] * len(text)
    for at in range(len(text) - 4):
        if tuple(text[at : at + 5]) in runs:
            found[at : at + 5] = [True] * 5
    return found


def places(found: list[bool], elsewhere: list[bool]) -> list[float]:
    """Return of each run that is not found, between the first and the last token that is, how much stands elsewhere."""
    known = [at for at, is_found in enumerate(found) if is_found]
    return [
        sum(elsewhere[before + 1 : after]) / (after - before - 1)
        for before, after in pairwise(known)
        if after > before + 1
    ]


@pytest.mark.parametrize("seed", range(6))
def test_three_texts_agree_by_a_plain_count(seed: int) -> None:
    r = random.Random(seed)  # noqa: S311 text, not secrets
    base = [r.randrange(900) for _ in range(r.choice([0, 30, 300]))]
    texts = [[r.randrange(900) if r.random() < 0.04 else code for code in base] for _ in range(4)]
    codes = np.array([code | 1 << 31 for text in texts for code in text], np.uint32)
    trios = [(a, b, c) for a in range(4) for b in range(4) for c in range(4)]
    found = agreement(codes, np.arange(5) * len(base), *np.array(trios, np.int64).T)
    for nth, (a, b, c) in enumerate(trios):
        sides = [(stands(texts[x], texts[y]), stands(texts[x], texts[c])) for x, y in ((a, b), (b, a))]
        apart = [share for both, third in sides for share in places(both, third)]
        own = [share for both, third in sides for share in places(third, both)]
        assert (found.apart[nth], found.own[nth]) == (len(apart), len(own))
        assert (found.with_third[nth], found.in_both[nth]) == pytest.approx((sum(apart), sum(own)))
