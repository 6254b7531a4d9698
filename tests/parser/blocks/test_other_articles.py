"""Another article below a label that announces it goes; what only looks like one stays."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

OTHER = (
    "A school for umbrellas opens in Marl",
    "By Ada Finch | 8 March 2021",
    "The school keeps four thousand umbrellas, all of them found on ferries, and all of them labelled with a landing.",
    "Nobody has come to claim one yet, although several visitors have been seen to hesitate.",
)
OTHER_ZH = (
    "青石镇的井水为什么甜",
    "2021-03-08 10:05",
    "青石镇的井水甜了几百年，直到去年才有人把水样送到省城化验。",
    "村民们听了结果，还是每年二月二往井里扔一枚铜钱。",
)
HEAD = "Home\nNews\nSign in\nWooden ferry sails again\nBy Peter Quill\nPublished March 9, 2021\n"
HEAD_ZH = "首页\n新闻\n登录\n渡口复航第一天\n2021-03-09 07:05\n"
FOOT, FOOT_ZH = "\nPrivacy policy\nTerms of use\nContact us", "\n关于我们\n联系我们\n版权所有"


@pytest.mark.parametrize("label", ["Next article", "Previous story", "Siguiente noticia", "次の記事"])
def test_the_next_article_in_full(document, label: str) -> None:
    body = "\n".join(ENGLISH_BODY)
    assert document(HEAD + "\n".join((body, label, *OTHER)) + FOOT)["body"] == body


def test_the_next_article_in_chinese(document) -> None:
    body = "\n".join(CHINESE_BODY)
    assert document(HEAD_ZH + "\n".join((body, "下一篇", *OTHER_ZH)) + FOOT_ZH)["body"] == body


@pytest.mark.parametrize(
    "page",
    [
        HEAD + "\n".join((*ENGLISH_BODY[:1], "Next article", *OTHER)) + FOOT,
        HEAD + "\n".join((*ENGLISH_BODY, "The second half", *OTHER[2:])) + FOOT,
        "Next article\n" + HEAD + "\n".join((*ENGLISH_BODY, *OTHER[2:])) + FOOT,
    ],
    ids=["next to no article above", "no label", "label above all"],
)
def test_what_is_no_other_article(document, page: str) -> None:
    assert OTHER[2] in document(page)["body"]


INSIDE = (
    "Startseite\nAbo\nAnmelden\nWarum die Platanen nicht mehr gestutzt werden\nVon Ute Brandhorst\n02.03.2026\n"
    "Seit drei Wintern lässt das Amt die Platanen an der Uferstraße wachsen, und die Anwohner klagen über Laub.\n"
    "Früher wurden die Kronen alle zwei Jahre zurückgeschnitten, das kostete jedes Mal 80.000 Euro.\n"
    "Lesen Sie auch\nNeuer Radweg am Hafen: Baubeginn verschiebt sich\nDer Biergarten am Wehr bekommt einen Pächter\n"
    "%s\nAuch interessant\nSperrmüll: Diese Termine gelten ab April\nImpressum\nDatenschutz"
)
RESUMED = (
    "Nun spart die Stadt das Geld, und die Bäume werfen im Sommer mehr Schatten als je zuvor.",
    "Einen Nachteil räumt der Leiter des Amtes ein: „Das Laub müssen wir häufiger kehren.“",
)
TEASERS = ("Ab April rollen die Bagger, zunächst auf der Seite der Werft.", "Stadtbad öffnet wieder")


def test_an_article_goes_on_below_headlines_of_others(document) -> None:
    """Several paragraphs below the headlines are the article's; a sentence between headlines is a teaser."""
    body = document(INSIDE % "\n".join(RESUMED))["body"]
    assert body.splitlines()[-2:] == list(RESUMED)
    assert "Radweg" not in body
    assert not set(TEASERS) & set(document(INSIDE % "\n".join(TEASERS))["body"].splitlines())


LINKS = [
    "Read more: Five lighthouses that became hotels",
    "Lesen Sie auch: Neuer Radweg am Hafen",
    "À lire aussi : Les ponts qui attendent leurs travaux",
    "延伸阅读：乡村教师的一天",
    "También te puede interesar: El pan de la abuela",
    "Sur le même sujet : Le pain de grand-mère",
    "Mehr dazu: Omas Brot",
    "相关新闻：祖母的面包",
]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_between_two_paragraphs_goes_and_what_is_below_stays(document, link: str) -> None:
    body = ENGLISH_BODY[0], ENGLISH_BODY[1], "It rang.", *ENGLISH_BODY[3:]
    page = HEAD + "\n".join((*body[:2], link, *body[2:])) + FOOT
    assert document(page)["body"].split("\n") == [*body]


@pytest.mark.parametrize("link", [*LINKS, "Read more: that is what the bell says.", "Mehr dazu sagte der Wirt nicht."])
def test_such_a_line_stays_in_a_text_without_furniture_and_where_it_is_a_sentence(document, link: str) -> None:
    text = "\n".join((*ENGLISH_BODY[:2], link, *ENGLISH_BODY[3:]))
    assert link in document(text if link in LINKS else HEAD + text + FOOT)["body"]
