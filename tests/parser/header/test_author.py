"""Who wrote an article, and who only stands beside it."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

ZH = "\n".join(CHINESE_BODY)
BODY = "\n".join(ENGLISH_BODY)
PAGE = "Menu\nSkip to main content\nWooden ferry sails again on the Marl\n{above}\n" + BODY + "\nPrivacy policy"


@pytest.mark.parametrize(
    ("above", "author"),
    [
        ("By\nPeter Quill\n9 March 2021", "Peter Quill"),
        ("Author of the article:\nPeter Quill\nPublished 9 March 2021", "Peter Quill"),
        ("Von\nPeter van der Quill\n9. März 2021", "Peter van der Quill"),
        ("ByPeter Quill\nMar 09, 2021 09:06 PM IST", "Peter Quill"),
        ("Peter Quill\n9 March 2021", "Peter Quill"),
        ("9 March 2021\nPeter Quill", "Peter Quill"),
        ("Peter Quill - March 9, 2021", "Peter Quill"),
        ("Peter Quill | March 9, 2021 5:30 PM", "Peter Quill"),
        ("Peter QuillMar 9, 20212 Shares", "Peter Quill"),
        ("Peter QuillPublished March 9, 2021, 11:21am", "Peter Quill"),
        ("Peter Quill and Ada Finch\n9 March 2021", "Peter Quill and Ada Finch"),
        ("Peter Quill Senior Writer\n9 March 2021", "Peter Quill"),
        ("Peter Quill\nRivers Correspondent", "Peter Quill"),
        ("Peter Quill|Published 4 months ago", "Peter Quill"),
        ("PETER QUILL\n9 March 2021", "PETER QUILL"),
        ("Peter Quill, MS, RDN\n9 March 2021", "Peter Quill"),
        ("Posted By\nPeter Quill", "Peter Quill"),
        ("Posted on March 9, 2021 by Peter Quill in Rivers", "Peter Quill"),
        ("Posted on March 9, 2021 Posted by Peter Quill - 59 Comments", "Peter Quill"),
        ("Autorin/Autor Peter Quill", "Peter Quill"),
        ("Von: Peter Quill", "Peter Quill"),
        ("By Peter Quill, keeper of the ferry and its bell", "Peter Quill"),
        ("As told to Peter Quill", "Peter Quill"),
        ("di Peter Quill", "Peter Quill"),
        ("By\nPeter\n9 March 2021", "Peter"),
        ("Posted on March 9, 2021 by Otto", "Otto"),
        ("Posted by u/ferryman_77 2 years ago", "ferryman_77"),
        ("Post by ferryman_77 » Tue Mar 9, 2021 6:02 pm", "ferryman_77"),
        ("ferryman77 · 2021-03-09 18:02:11 +08:00 · 1204 次点击", "ferryman77"),
        ("ferryman · March 9, 2021 · 14 replies", "ferryman"),
        ("楼主 林边渔夫 发表于 2021-3-9 18:02", "林边渔夫"),
        ("March 9, 2021 by Otto", "Otto"),
        ("Rivers · March 9, 2021 · 14 comments", None),
        ("本文 发表于 2021-3-9 18:02", None),
        ("清江网 发表于 2021-3-9 18:02", None),
        ("Born: 9 March 1974, San Marlo", None),
        ("9 March 2021, San Marlo", None),
        ("San Marlo\n9 March 2021", None),
        ("Bad Altenau\n9. März 2021", None),
        ("San Marlo Quill\n9 March 2021", "San Marlo Quill"),
        ("9. März 2021\nDi Altes Rathaus", None),
        ("9 March 2021\nBy Appointment Only", None),
        ("By Popular Demand\n9 March 2021", None),
        ("By Unknown\n9 March 2021", None),
        ("Sort by\nBy Wine Region\nBy Team Size", None),
        ("Spring Concert\n9 March 2021", None),
        ("By Peter Quill. Marl Press, 312 pp.", None),
        ("作者：周小渡 著 出版社：松间出版社 2016年5月版", None),
        ("By Peter Quill. Photographs by Ada Finch", "Peter Quill"),
        ("By Peter J. Quill", "Peter J. Quill"),
        ("Marl Bakery · Marl · Full time\nPosted 12 days ago", None),
        ("Peter Quill at Mill Road\n9 March 2021", "Peter Quill"),
        ("Por eso, dicen los vecinos de Marl, nadie tiene prisa.", None),
        ("By\nThe Marl Courier Staff", "The Marl Courier Staff"),
        ("Von\ndpa\n9. März 2021", "dpa"),
        ("Artikel veröffentlicht am 9. März 2021, 14:26 Uhr, Peter Quill", "Peter Quill"),
        ("March 9, 2021 · 30 min · 6279 words · Peter Quill", "Peter Quill"),
        ("A bell rings again below the mill, and nobody minds.\nPeter Quill\nRivers Correspondent", "Peter Quill"),
        ("Peter Quill • March 9, 2021\nPhoto: River Museum", "Peter Quill"),
        ("Thread starter ferryman_77\nStart date Mar 9, 2021", "ferryman_77"),
        ("Ersteller Ferge72\nErstellt am 09.03.2021", "Ferge72"),
        ("Автор темы паромщик\n9 марта 2021", "паромщик"),
        ("Publié le 9 mars 2021 par Otto", "Otto"),
        ("Veröffentlicht am 9. März 2021 von Otto", "Otto"),
        ("Por Pedro Quill — Marla Clara\n9 de março de 2021", "Pedro Quill"),
        ("di Pietro Quill, 9 marzo 2021", "Pietro Quill"),
        ("De Groene Ferryman, 9 maart 2021", None),
        ("Ein Nachruf von Peter Quill\n9. März 2021", "Peter Quill"),
        ("Un reportage de Peter Quill\n9 mars 2021", "Peter Quill"),
        ("Ein Freund von Peter Quill\n9. März 2021", None),
        ("An Evening With Peter Quill\n9 March 2021", None),
        ("Started by ferryman_77, March 09, 2021, 11:23:55 AM", "ferryman_77"),
        ("By\nPeter Quill\n, Marl Courier\n9 March 2021", "Peter Quill"),
        ("By\nPeter Quill\n,\nAda Finch\nand\nBo Doe\n, Marl Courier", "Peter Quill, Ada Finch and Bo Doe"),
        ("By\nPeter Quill\n,\nAda Finch\n, Marl Courier", "Peter Quill"),
        ("By Peter Quill, Ada Finch and Bo Doe", "Peter Quill, Ada Finch and Bo Doe"),
        ("By Peter Quill, Ada Finch", "Peter Quill"),
        ("By\nPeter Quill\n,\nAda Finch\n, and River Desk", "Peter Quill"),
        ("By Peter Quill at Marl Mill\n9 March 2021", "Peter Quill"),
        ("By Peter Quill at dawn\n9 March 2021", None),
        ("Analysis by\nPeter A. Quill\n9 March 2021", "Peter A. Quill"),
        ('By\nPeter "Pike" Quill\n9 March 2021', 'Peter "Pike" Quill'),
        ("By\nPeter QuillWeather & River Desk", None),
        ("By\nrequest", None),
        ("March 9, 2021, Marl Valley and the mill below it", None),
        ("The thread starter was a ferryman", None),
        ("By Peter Quill on a cold morning in March", None),
        ("Sold out on March 9, 2021 by the end of the day", None),
        ("PETER Quill\n9 March 2021", None),
        ("Web Design\n9 March 2021", None),
        ("By Industry\nBy Use Case\nBy Event Type", None),
        ("Breaking News\n9 March 2021", None),
        ("Backup Strategy\n9 March 2021", None),
        ("Vie Locale\n9 mars 2021", None),
        ("Vida Urbana\n9 de marzo de 2021", None),
        ("Lokale Politik\n9. März 2021", None),
        ("Городская Жизнь\n9 марта 2021", None),
        ("Petra Stadler\n9. März 2021", "Petra Stadler"),
        ("Grace Field\n9 March 2021", "Grace Field"),
        ("River City\n9 March 2021", None),
        ("Marl Valley, 9 March 2021", None),
        ("Marl Valley, March 9, 2021", None),
        ("Marl Courier - March 9, 2021", None),
        ("Peter Quill\nPhoto: River Museum\n9 March 2021", None),
        ("A morning on the river\n9 March 2021", None),
        ("Von München bis Aachen\n9 March 2021", None),
        ("Nga Arta Hoxha - 9 March 2021", "Arta Hoxha"),
        ("Nga Tirana deri në Vlorë\n9 March 2021", None),
        ("Napsal Karel Lipa, 9 March 2021", "Karel Lipa"),
        ("Napsal jsem to včera\n9 March 2021", None),
        ("Peter Quill", None),
    ],
)
def test_who_wrote_it(document, above: str, author: str | None) -> None:
    assert document(PAGE.format(above=above))["author"] == author


@pytest.mark.parametrize(
    ("alone", "below", "author"),
    [
        ("Peter Quill", "Peter Quill is a writer who lives on a barge.", "Peter Quill"),
        ("Peter Quill", "More stories by Peter Quill", "Peter Quill"),
        ("Ferry Crossing", "More stories by Ferry Crossing, and a ferry crossing of your own.", None),
        ("Peter Quill", "More stories", None),
    ],
)
def test_a_name_alone_is_the_writers_where_the_page_says_so(document, alone: str, below: str, author: str) -> None:
    assert document(PAGE.format(above=alone) + f"\n{below}")["author"] == author


def test_the_byline_of_another_article_is_none_of_this_one(document) -> None:
    page = PAGE.format(above="Peter Quill\n9 March 2021") + "\nRelated stories\nBy Ada Finch"
    assert document(page)["author"] == "Peter Quill"


@pytest.mark.parametrize(
    ("below", "author"),
    [
        ("Haber: Nehir Yılmaz", "Nehir Yılmaz"),
        ("Текст: Пётр Перов\nЧитайте также\nВесна на реке", "Пётр Перов"),
        ("（作者：周小渡）", "周小渡"),
        ("Related stories\nText: Peter Quill", None),
        ("Editing: Peter Quill", None),
        ("Peter Quill", None),
    ],
)
def test_a_label_names_the_author_where_the_article_ends(document, below: str, author: str | None) -> None:
    text = f"Menu\nHome\nWooden ferry sails again on the Marl\n9 March 2021\n{BODY}\n{below}"
    assert document(text)["author"] == author


def test_a_name_is_no_part_of_the_body(document) -> None:
    assert "Quill" not in document(PAGE.format(above="By\nPeter Quill\n9 March 2021"))["body"]


@pytest.mark.parametrize(
    ("line", "author"),
    [("מאת: דנה לוי", "דנה לוי"), ("بقلم: سامي حداد", "سامي حداد"), ("文：林花子", "林花子"), ("글: 김민수", "김민수")]
    + [(line, None) for line in ("מאת: כתב העיר", "بقلم: هيئة التحرير", "文：編集部", "글: 편집부")],
)
def test_a_byline_is_no_part_of_the_body_whether_it_names_a_person_or_a_role(document, line, author) -> None:
    found = document(f"Wooden ferry sails again on the Marl\n\n{line}\n\n{BODY}")
    assert (found["author"], line in found["body"]) == (author, False)


def test_a_signature_names_no_author_by_its_place(document) -> None:
    letter = f"Letter to the editor: Ring the bell\nTo the Editor:\n{BODY}\nPeter Quill\nMarl Mill\nMarch 9, 2021"
    assert document(letter)["author"] is None


NAMES_AND_ROLES = {
    "作者：周小渡 字数：2103 更新时间：2021-03-09 22:10": "周小渡",
    "记者 周小渡 实习生 林满仓": "周小渡",
    "作者：周小渡 著": "周小渡",
    "COMMUNIQUÉ DE PRESSE": None,
    "本报记者 周小渡 通讯员 林满仓": "周小渡",
    "记者 周小渡 林满仓": "周小渡 林满仓",
    "文・写真　林花子": "林花子",
    "文/图 周小渡": "周小渡",
    "[记者调查]外卖骑手的一天": None,
    "（记者手记）": None,
    "（记者 周小渡）": "周小渡",
    "โดย สมชาย ใจดี": "สมชาย ใจดี",
    "به قلم: مریم کریمی": "مریم کریمی",
}


@pytest.mark.parametrize("line", NAMES_AND_ROLES)
def test_a_name_holds_no_role_label_or_number(document, line: str) -> None:
    assert document(f"青石镇老渡口昨天复航\n{line}\n2021年3月9日\n{ZH}")["author"] == NAMES_AND_ROLES[line]


@pytest.mark.parametrize("role", ["实习生", "通讯员", "摄影", "编辑", "校对", "字数", "来源"])
@pytest.mark.parametrize("name", ["周小渡", "欧阳小渡"])
def test_what_follows_a_role_is_somebody_else(document, name: str, role: str) -> None:
    assert document(f"青石镇老渡口昨天复航\n记者 {name} {role} 林满仓\n2021年3月9日\n{ZH}")["author"] == name


@pytest.mark.parametrize(
    ("above", "author"),
    [
        ("Ferries\nBy Price\nUnder $100", None),
        ("Ferries\nBy Team Size\nBy Home Port\nSmall", None),
        ("Bacs\nPar Matière\nPar Forme\nBois", None),
        ("2021-03-09\nBy Quill", "Quill"),
        ("By Peter Quill\nMarl Courier", "Peter Quill"),
        ("By Peter Quill\n2021-03-09\nBy Ada Finch\nMore", "Peter Quill"),
    ],
)
def test_what_a_list_is_sorted_by_wrote_nothing(document, above: str, author: str | None) -> None:
    assert document(PAGE.format(above=above))["author"] == author


def test_whom_a_page_is_about_is_not_its_author(document) -> None:
    found = document(f"Ada Finch\nAda Finch\nBorn 9 March 1951 in Marl\n{BODY}")
    assert (found["title"], found["author"]) == ("Ada Finch", None)


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("Ada Finch – the ferry woman\nAda Finch – the ferry woman\nMarch 9, 2021", None),
        ("Ferry woman Ada Finch looks back on ten years\nAda Finch", None),
        ("Wooden ferry sails again after ten years\nAda Finch", "Ada Finch"),
    ],
)
def test_whom_the_headline_names_is_what_the_text_is_about(document, head: str, author: str | None) -> None:
    body = "\n".join(ENGLISH_BODY)
    assert document(f"Menu\nSign in\n{head}\n{body}\nAda Finch\nPrivacy policy")["author"] == author
