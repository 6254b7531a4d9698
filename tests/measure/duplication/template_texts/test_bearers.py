"""Texts that differ by whom they are for are no copies; texts that differ by who wrote or brought them are."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.measure.duplication.aside import Build, edited, set_aside

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
