"""Documents filled into one template are no copies of each other, and copies among them are found."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from audit.measure.duplication.keep import choose_kept
from audit.measure.duplication.template_texts.siblings import agreement
from audit.policy import DuplicateSettings
from tests.measure.duplication.template_texts.siblings import SIBLINGS

Build = Callable[..., Any]


def edited(text: str, seed: int) -> str:
    """Return a text with one word in twenty replaced, of a text without spaces one character."""
    r = random.Random(seed)  # noqa: S311 text, not secrets
    by = " " if text.count(" ") > 30 else ""
    words = text.split(by) if by else list(text)
    for _ in range(len(words) // 20):
        words[r.randrange(len(words))] = r.choice(["lamp", "often", "willow"] if by else "灯常柳")
    return by.join(words)


def set_aside(corpus: Build, bodies: list[str]) -> dict[int, int]:
    """Return which document is set aside beside which."""
    found = corpus(bodies).find()
    kept = choose_kept(found, np.ones(len(bodies), np.bool_), DuplicateSettings(), np.arange(len(bodies)))
    return {row: of for row, of in enumerate(kept["duplicate_of_row"].to_pylist()) if of >= 0}


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


LETTER = (
    "Thank you for joining the friends of the garden, {}. The card that comes with this letter gives you free entry on "
    "all days of the week and a tenth off in the shop. You are asked to the walk in spring, to a swap of plants in "
    "autumn, and to the assembly, where you have a vote. The office in the gate house is open on weekdays from nine to "
    "noon, and whoever writes to it is given an answer within a few days.\n{}"
)
FRIENDS = ("Grace Holloway", "Jamal Petrov", "Mona Eriksen", "Henrik Vasquez", "Tessa Underhill")


def test_letters_that_differ_by_one_name_are_no_copies(corpus: Build) -> None:
    letters = [LETTER.format(name, "The friends of the garden") for name in FRIENDS]
    assert set_aside(corpus, [*letters, edited(letters[2], 3)]) == {5: 2}
    # Two of them may be one letter with a name mended.
    assert set_aside(corpus, letters[:2]) == {1: 0}


def test_versions_with_other_names_around_them_or_mended_here_and_there_are_copies(corpus: Build) -> None:
    article = LETTER.format(FRIENDS[0], "")
    around = [f"By {name}\n{article}\n{other} reports" for name, other in pairwise(FRIENDS)]
    mended = [
        article.replace(word, by) for word, by in (("Grace", "Gracie Ann"), ("spring", "May"), ("autumn", "October"))
    ]
    assert set(set_aside(corpus, [article, *around])) == {1, 2, 3, 4}
    assert set(set_aside(corpus, [article, *mended])) == {1, 2, 3}


AWARD = (
    "The choir gives its silver fork each winter to a singer who has held the others together. There were three "
    "concerts and a wedding this year, the tenors were ill in turn, and the notes for the mass arrived on the evening."
)
HONOUR = (
    "在本届城市合唱节的组织工作中认真负责，连续三年承担排练场地的联络与后勤保障，受到全体团员的一致好评，以资鼓励。"
)
SINGERS = ("周建平", "吴晓峰", "孙佳怡", "赵国栋", "林雪")


def test_awards_that_end_or_begin_with_their_bearer_are_no_copies(corpus: Build) -> None:
    assert not set_aside(corpus, [f"{AWARD}\nAwarded to {name}" for name in FRIENDS])
    assert not set_aside(corpus, [f"{name}同志{HONOUR}" for name in SINGERS])


READER = (
    " has completed the reading programme of the county library, has finished twenty books between spring and autumn, "
    "and has written a short review of each of them. The librarians are proud of all who stay with it to the end."
)


def test_bearers_with_one_surname_or_first_name_are_others(corpus: Build) -> None:
    names = ("Ada Holm", "Jonas Holm", "Ruth Holm", "Ada Brick", "Ruth Brick", "Jonas Frye", "Cleo Frye")
    assert not set_aside(corpus, [name + READER for name in names])
    assert set_aside(corpus, [name + READER for name in (*names, "Ruth Brick")]) == {7: 4}


def test_sites_before_a_text_that_begins_with_a_capital_are_no_first_names(corpus: Build) -> None:
    sites = ("Herald", "Evening Post", "Gazette", "Kurier", "Bay Tribune")
    assert set(set_aside(corpus, [f"{site}\nLibrarian Holm{READER}" for site in sites])) == {1, 2, 3, 4}


def test_texts_with_other_credits_or_sites_around_them_are_copies(corpus: Build) -> None:
    for texts in (
        [f"{AWARD}\nReported by {name}" for name in FRIENDS],
        [f"{AWARD}\nSubscribe to {name}" for name in ("Harbour Gazette", "Evening Star", "Bay Tribune", "Lake News")],
        [f"编辑{name}{HONOUR}" for name in SINGERS],
        [f"{name}{HONOUR}" for name in ("金融界", "江南报", "黄河网", "白云社")],
    ):
        assert set(set_aside(corpus, texts)) == set(range(1, len(texts)))


# Where the bearer of a form stands, in texts that are the same otherwise; and who wrote or brought a text, where it is
# one text that went round.
THANKS = {
    "ja": "市民農園の水路の掃除に三年のあいだ欠かさず加わり、苗の世話を引き受けてくださいました。心から感謝します。",
    "ko": "시민 텃밭의 수로를 청소하는 일에 세 해 동안 빠짐없이 참여하고 모종을 돌보아 주셨기에 깊이 감사드립니다.",
    "zh": "三年来坚持参加市民菜园水渠的清理，照料秧苗，修理工具，受到大家的称赞，希望今后继续为菜园出力。",
    "de": "Drei Jahre lang wurde der Graben am Garten gereinigt, die Pflanzen wurden gegossen und gepflegt.",
}
BEARERS = {
    "ja": ("森下 結衣", "大谷 修", "森下 亮太", "藤木 千夏", "久保 真"),
    "ko": ("박소라", "이건우", "정다솜", "박태오", "문가람"),
    "zh": ("周建平", "吴晓峰", "周佳", "赵国栋", "林雪"),
    "de": ("Frieda Holm", "Jonas Rask", "Frieda Lund", "Malte Birk", "Ida Krogh"),
}


@pytest.mark.parametrize(
    ("language", "form"),
    [
        ("ja", "{name} 殿\n{text}"), ("ja", "{text}\n氏名 {name}"), ("ko", "{name} 귀하\n{text}"),
        ("ko", "{text}\n성명: {name}"), ("zh", "{name}同学{text}"), ("zh", "{text}\n获奖者：{name}"),
        ("de", "{text}\nName der Inhaberin: {name}"), ("de", "Verliehen an {name}.\n{text}"),
        ("zh", "感谢信\n尊敬的{name}：\n{text}"), ("ja", "感謝状\n{name}\n{text}"),
        ("ko", "감사장\n으뜸상\n{name}\n{text}"), ("de", "Ehrenurkunde\n{name}\n{text}"), ("de", "Für {name}\n{text}"),
        ("ko", "받으시는 분: {name}\n{text}"), ("ko", "{name} 회원님\n{text}"),
    ],
)  # fmt: skip
def test_forms_of_bearers_beside_a_label_or_a_form_of_address_are_no_copies(
    corpus: Build, language: str, form: str
) -> None:
    texts = [form.format(name=name, text=THANKS[language]) for name in BEARERS[language]]
    assert not set_aside(corpus, texts)
    # Two alone may be one text with the name mended.
    assert set_aside(corpus, texts[:2]) == {1: 0}


@pytest.mark.parametrize(
    ("language", "form"),
    [
        ("ja", "記者 {name}\n{text}"), ("ja", "{text}\n投稿者 {name}"), ("ko", "{name} 기자\n{text}"),
        ("ko", "{text}\n사진 {name}"), ("zh", "作者：{name}\n{text}"), ("zh", "{text}\n责任编辑 {name}"),
        ("de", "{text}\nText: {name}"), ("de", "Von {name}\n{text}"), ("de", "{text}\nFür {name} gelesen"),
        ("de", "{name}\nEine Urkunde für die Gärtner\n{text}"), ("ja", "{name}\n感謝状を贈る\n{text}"),
    ],
)  # fmt: skip
def test_one_text_with_other_credits_goes(corpus: Build, language: str, form: str) -> None:
    texts = [form.format(name=name, text=THANKS[language]) for name in BEARERS[language]]
    assert set(set_aside(corpus, texts)) == {1, 2, 3, 4}
