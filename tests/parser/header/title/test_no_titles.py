"""Menus, cards of accounts, papers and signatures are no headlines, whatever else is."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

ZH, EN = "\n".join(CHINESE_BODY), "\n\n".join(ENGLISH_BODY)
FERRY = "Wooden ferry sails again on the Marl"
ZH_TITLE = "青石镇老渡口昨天复航"
NEVER_A_TITLE = {
    "sections in Han script": (
        f"清江网 时政 社会 体育 娱乐\n{ZH_TITLE}\n2021-03-09 07:05 来源：清江晚报\n{ZH}",
        ZH_TITLE,
    ),
    "sections in kana": (
        (
            "ニュース 社会 経済 スポーツ\n町の渡し船、再び動き出す\n2021年3月9日\n"
            "町の渡し船が十二年ぶりに動き出した。朝早くから大勢の人が船を待っていた。"
        ),
        "町の渡し船、再び動き出す",
    ),
    "sections between bars": (f"全国 | 清江 | 渡口\n{ZH_TITLE}\n2021年3月9日\n{ZH}", ZH_TITLE),
    "words of a headline between blanks": (f"渡口 故乡 远方\n2021-03-09 07:05 来源：清江晚报\n{ZH}", "渡口 故乡 远方"),
    "names of one section in a headline": (
        f"体育课 大家都来 上渡船\n2021-03-09 07:05 来源：清江晚报\n{ZH}",
        "体育课 大家都来 上渡船",
    ),
    "a label before a bar": (f"独家 | {ZH_TITLE}\n2021年3月9日\n{ZH}", f"独家 | {ZH_TITLE}"),
    "the card of an account": (
        (
            f"微信号 qingshi\n功能介绍 青石，记录渡口的人\n原创 周小渡 青石小报 2021-03-09 07:05\n"
            f"{ZH_TITLE}\n{ZH}\n长按二维码关注我们"
        ),
        ZH_TITLE,
    ),
    "the card of a share": (
        f"证券代码：600999 证券简称：青石渡船 公告编号：2021-031\n{ZH_TITLE}\n2021-03-09 07:05\n{ZH}",
        ZH_TITLE,
    ),
    "the card of a notice": (
        f"索引号：QS000/2021-00031\n发文字号：青政办发〔2021〕31号\n{ZH_TITLE}\n2021-03-09 07:05\n{ZH}",
        ZH_TITLE,
    ),
    "who checked the facts": (f"Medically reviewed by Dr Ada Finch\n\n{EN}", None),
    "the day of a review": (f"Reviewed in the United Kingdom on 9 March 2021\n\n{EN}", None),
    "a review in a headline": (
        f"Ferry of the Marl reviewed by its crew\n\nBy Peter Quill\n\n{EN}",
        "Ferry of the Marl reviewed by its crew",
    ),
    "a number with its label": (f"News code: 8812\n\n{EN}", None),
    "a number with its label in other digits": (f"کد خبر: ۸۸۱۲\n\n{EN}", None),
    "a headline with a number behind a colon": (
        f"Ferries of the Marl: 12\n9 March 2021\n{EN}",
        "Ferries of the Marl: 12",
    ),
    "the issue of a newsletter": (f"The Marl Letter\nIssue #48\n{FERRY}\nBy Peter Quill\n{EN}", FERRY),
    "the season of a magazine": (f"Marl Quarterly\nSummer 2021 Issue\n{FERRY}\nBy Peter Quill\n{EN}", FERRY),
    "affiliations in brackets": (f"{ZH_TITLE}\n（1.清江大学 土木学院；2.清江港务局）\n2021-03-09\n{ZH}", ZH_TITLE),
    "brackets inside a headline": (f"(Un)sailed: {FERRY} (2021)\nBy Peter Quill\n{EN}", f"(Un)sailed: {FERRY} (2021)"),
    "what an account is for": (f"简介：每天一篇渡口的故事\n{ZH_TITLE}\n2021-03-09 07:05\n{ZH}", ZH_TITLE),
    "a paper above a section": (f"The Marl Herald\nRivers\n{FERRY}\nBy Peter Quill\n9 March 2021\n{EN}", FERRY),
    "a paper in French": (f"Le Courrier de Marle\nRivers\n{FERRY}\nBy Peter Quill\n9 March 2021\n{EN}", FERRY),
    "a paper that is the subject": (f"The Marl Herald\n{EN}", "The Marl Herald"),
    "a headline with a paper's verb": (
        f"Bells herald a slow spring\nBy Peter Quill\n9 March 2021\n{EN}",
        "Bells herald a slow spring",
    ),
    "whoever signs": (
        f"To the mayor\nDear mayor,\n{EN}\nYours faithfully,\nThe Ferry Friends of Marl\n9 March 2021",
        None,
    ),
    "whoever signs in German": (f"{EN}\nMit freundlichen Grüßen\nFährfreunde Marl\n9. März 2021", None),
    "a reporter at a ground": (
        f"Menu\nHome\nMarl win the cup on the river\nPeter Quill at Mill Road\n9 March 2021\n{EN}\nPrivacy policy",
        "Marl win the cup on the river",
    ),
    "a reporter at a ground that the article names": (
        (
            "Menu\nHome\nMarl win the cup on the river\nPeter Quill at Mill Road\n9 March 2021\n"
            f"A crowd at Mill Road saw it.\n{EN}\nPrivacy policy"
        ),
        "Marl win the cup on the river",
    ),
    "reporters": (f"{ZH_TITLE}\n本报记者 周小渡 通讯员 林满仓\n2021年3月9日\n{ZH}", ZH_TITLE),
    "reporters of a paper": (f"大河报 记者 周小渡 通讯员 林满仓\n2021年3月9日\n{ZH}", None),
    "reporters below a menu": (f"本报记者 周小渡 林满仓\n2021年3月9日\n{ZH}", None),
    "a result above its date": (f"Menu\nHome\nMarl 2-1 Denby\n9 March 2021\n{EN}\nPrivacy policy", "Marl 2-1 Denby"),
    "a result below the date": (
        f"Menu\nHome\n{FERRY}\n9 March 2021\nMarl 2-1 Denby (aet)\n{EN}\nPrivacy policy",
        FERRY,
    ),
    "a journal above its issue": (
        f"THE LANTERN\nVolume 3, Number 4\nWinter 2021\n{FERRY}\nBy Peter Quill\n{EN}",
        FERRY,
    ),
    "a monthly above its issue": (f"青石渡口\n2021年第3期\n{ZH_TITLE}\n周小渡\n2021年3月9日\n{ZH}", ZH_TITLE),
    "a headline about a winter": (
        f"Winter 2021 was mild on the Marl\nBy Peter Quill\n9 March 2021\n{EN}",
        "Winter 2021 was mild on the Marl",
    ),
    "what an article is, and its writer": (
        (
            f"Menu\nHome\n{FERRY}\nThree winters long it was silent. Now it is back.\n"
            f"Ein Nachruf von Peter Quill\n9. März 2021\n{EN}\nPrivacy policy"
        ),
        FERRY,
    ),
    "a path of a forum": (
        f"FerryTalk » Repairs » Bells\n{FERRY}\nStarted by ferryman, Mar 9 2021\n{EN}\nLog in or register to reply",
        FERRY,
    ),
}


@pytest.mark.parametrize("name", NEVER_A_TITLE)
def test_a_menu_a_card_a_paper_or_a_signature_is_no_headline(parsed, name: str) -> None:
    text, title = NEVER_A_TITLE[name]
    told = parsed(text).documents["title"].to_pylist()[0]
    signed = ("记者", "Ferry Friends", "Fährfreunde")
    assert told == title or (title is None and not any(name in (told or "") for name in signed))


@pytest.mark.parametrize(
    "line",
    [
        "was $180.00",
        "1.299,00 €",
        "Fog at the slip on Monday. (Ada Finch/Marl Courier)",
        "2009–2014 Engineer of the ferry\n2014–today Keeper of the bell",
        "Keeper of the bell\nJan 2019 – Present\nEngineer of the ferry\nMar 2012 – Dec 2018",
    ],
)
def test_a_price_a_caption_and_an_entry_of_a_curriculum_are_no_headlines(document, line: str) -> None:
    assert document(f"Ferry people\n{line}\n{EN}")["title"] in {None, "Ferry people"}


@pytest.mark.parametrize("line", ["A ferry for $180", "Ferry of Marl (winter/summer)", "2009–2014: five ferry years"])
def test_headlines_with_a_price_a_bracket_or_a_span_are_headlines(document, line: str) -> None:
    assert document(f"Menu\nHome\nNews\n{line}\n9 March 2021\n{EN}\nPrivacy policy")["title"] == line


@pytest.mark.parametrize("credit", ["(Ada Finch/Marl Press)", "(Ada Finch/MP/Marl Images)"])
def test_a_line_that_ends_with_the_credit_of_a_picture_is_no_title(document, credit: str) -> None:
    caption = f"The wooden ferry leaves the landing of Tarn on its first voyage in twelve years. {credit}"
    page = f"Home\nSign in\nPrint Article\n{caption}\nBy Ada Moreson March 18, 2021 at 12:22 PM\n{EN}\nPrivacy policy"
    assert document(page)["title"] != caption


def test_a_day_between_rules_is_no_title(document) -> None:
    talk = "\n".join(f"[Ada] [오전 7:{n}] 오늘 연습은 작은 강당에서 해요" for n in range(10, 14))
    assert document(f"--------------- 2024년 4월 1일 월요일 ---------------\n{talk}\n")["title"] is None


def test_a_headline_with_a_day_between_rules_is_one(document) -> None:
    title = "The great storm of March 9, 2021"
    assert document(f"=== {title} ===\n\n{EN}")["title"] == title
