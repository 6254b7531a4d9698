"""What is no headline of a text that is all there is: neither named nor taken out of the body."""

from __future__ import annotations

import pytest

from audit.parser import parse
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY, table

ZH, EN = "\n".join(CHINESE_BODY), "\n\n".join(ENGLISH_BODY)
FERRY = "Wooden ferry sails again on the Marl"
LONG = (
    "Nobody in the town had thought that the ferry, tied up for twelve years below the mill, would ever cross the "
    "river with pupils and pensioners on board, least of all in winter"
)
BARE = {
    "an account above its day": f"ferryman\n9 March 2021\n{EN}",
    "an account that no writer would print": f"ferryman_77\n{EN}",
    "a caption with its credit": f"老渡口复航当天的第一班渡船（林小渡摄）\n{ZH}",
    "a message": "\n".join(f"29/10/2021, 12:1{n} - Peter: the ferry leaves at noon, {n} of us" for n in range(5)),
    "a message behind its sender": "\n".join(f"Ada 2021/10/29 12:1{n} the ferry leaves, {n} of us" for n in range(5)),
    "a label": f"What to know about the ferry:\n{EN}",
    "a heading of a summary": f"Key takeaways\n{EN}",
    "a greeting of many": f"Hello everybody!\n{EN}",
    "a greeting in Chinese": f"大家好！\n{ZH}",
    "a speech": f"Ladies and gentlemen,\n{EN}",
    "a picture's name": f"ferry-at-noon.jpg\n{EN}",
    "a log": "\n".join(f"2021-03-09 06:00:0{n} INFO the ferry rings {n} bells" for n in range(5)),
    "a statute": "\n\n".join(f"Article {n}\nPier {n} is open to the ferry of the town." for n in range(1, 6)),
    "questions": f"Q: Who may ring the bell?\nA: The ferryman.\n\n{EN}",
    "a first sentence without its stop": f"{LONG}\n{EN}",
    "a heading far below": EN,
    "the running head of a journal": f"Annals of Small Ferries 9 (2021) 88–97\n{EN}",
    "a party to a contract": f"between Mr Peter Quill, born 12 March 1961,\nand Ada Finch, born 7 July 1988.\n{EN}",
    "the head of a mail": f"From: Peter Quill <peter@marl.example>\nTo: crew@marl.example\n{EN}",
    "verse": "The kettle sings, the window weeps,\nThe clock forgets the hour it keeps,\nAnd down the lane lamps are "
    "lit\nBy hands that have no need of it.\n\nO let the evening find its door,\nAnd leave its shoes upon the floor.",
    "a number of a patent": f"United States Patent 9,876,543\n{EN}",
    "an item of a patent": f"(12) Patent of the ferry\n{EN}",
    "what a memo is": f"Request for comments    Marl Ferries\n{EN}",
    "the number of a page": f"Page 3 of 12\n\n{EN}",
    "who made a film": f"Directed by Ada Finch\n{EN}",
    "what one hears": f"[Music]\n\n{EN}",
    "a stock phrase of the press": f"FOR IMMEDIATE RELEASE\n\n{EN}",
    "who is honoured": f"This award is presented to\n\nAda Finch\n\n{EN}",
    "a Thai sentence said twice": "\n".join(
        ["เรือข้ามฟากไม้ลำสุดท้ายของแม่น้ำมาร์ลกลับมาให้บริการอีกครั้งเมื่อวันเสาร์หลังจากจอดอยู่นานสิบสองปีข้างโรงสี"] * 2 + [EN]
    ),
    "a short Thai sentence said twice": "\n".join(["ชาวบ้านริมแม่น้ำช่วยกันซ่อมสะพานไม้เก่าที่พังลงหลังพายุเมื่อสัปดาห์ก่อน"] * 2 + [EN]),
    "a credit of a picture": f"The ferry at its quay on Tuesday. Photograph: Ada Finch/River Museum\n{EN}",
    "who asked": f"Interview: Ada Finch\n9 March 2021\n{EN}",
    "a clause": f"WHEREAS the ferry belongs to the town;\n{EN}",
    "a caption in Chinese": f"图为青石镇老渡口。周小渡 摄\n{ZH}",
    "a reporter": f"清江新闻记者 | 周小渡\n2021-03-09 07:05\n{ZH}",
    "a party": f"甲方(船主)：周小渡\n乙方(船工)：林满仓\n{ZH}",
    "the number of a case": f"VIII ZR 123/22\n9. März 2021\n{EN}",
    "an employer": f"Helmsman\nMarl Ferries Ltd\nPosted: 9 March 2021\n{EN}",
    "the volume of a journal": f"Annals of Small Ferries, vol. IX, no. 3\n{EN}",
}
# What has a kind of its own, and is no part of the body.
CREDITS = ("an account above its day", "an account that no writer would print", "a credit of a picture", "a reporter")
TITLED = {
    "below a path with arrows": (f"Home → Rivers → Ferries\n{FERRY}\nBy Peter Quill\n9 March 2021\n{EN}", FERRY),
    "below a path with slashes": (
        f"Menu\nSign in\nMarl Courier / Rivers / {FERRY}\n{FERRY}\nBy Peter Quill\n{EN}",
        FERRY,
    ),
    "below a path and a section": (
        f"现在位置：首页 >> 东区新闻 >> 正文\n东区新闻\n青石镇老渡口昨天复航\n来源：清江晚报\n{ZH}",
        "青石镇老渡口昨天复航",
    ),
    "below the head of a release": (
        f"PRESS RELEASE\n9 March 2021\nContact: Ada Finch, 555-0100\n{FERRY}\n{EN}",
        FERRY,
    ),
    "below a release's place and day": (f"COMMUNIQUÉ DE PRESSE\nMarl, le 9 mars 2021\n{FERRY}\n{EN}", FERRY),
    "above the day and name of a speaker": (
        f"在渡口复航仪式上的讲话\n(2021年3月9日)\n周小渡\n各位乡亲：\n{ZH}",
        "在渡口复航仪式上的讲话",
    ),
    "below a court": (f"清江市人民法院\n民事判决书\n(2021)清0199民初1234号\n{ZH}", "民事判决书"),
    "an interview with someone": (
        f"Interview: Ada Finch on the ferry\n9 March 2021\n{EN}",
        "Interview: Ada Finch on the ferry",
    ),
    "above stars": (f"{FERRY}\n4/5 stars\nBy Peter Quill\n{EN}", FERRY),
    "the first line": (f"{FERRY}\n{EN}", FERRY),
    "the first line in Han script": (f"青石镇老渡口昨天复航\n{ZH}", "青石镇老渡口昨天复航"),
    "below a running head": (f"Annals of Small Ferries 9 (2021) 88–97\n{FERRY}\n{EN}", FERRY),
    "below a masthead and its day": (f"THE RIVER POST\n\n9 March 2021\n\n{FERRY}\n\n{EN}", FERRY),
    "above its day and a deck": (f"{FERRY}\n\n9 March 2021\n\nTwelve years at the quay are over\n\n{EN}", FERRY),
    "a year and a score": (f"Ferry race of 2021: Marl wins 10-8\n{EN}", "Ferry race of 2021: Marl wins 10-8"),
    "above verse": (
        "The Bell at Noon\n\nThe bell is ringing on the quay,\nThe ropes are tight, the river free,\nThe oars are new",
        "The Bell at Noon",
    ),
    "above a list": ("What we carry\n\n- Four ropes\n- A bell\n- Two oars\n- A box of nails", "What we carry"),
    "below what a player shows": (
        f"Menu\nHome\nAudio: The bell of the ferry (3 min)\n{FERRY}\n9 March 2021\n{EN}",
        FERRY,
    ),
    "a recipe that takes minutes": (
        f"Menu\nHome\nSoup: The broth of the ferry (30 min)\n9 March 2021\n{EN}",
        "Soup: The broth of the ferry (30 min)",
    ),
    "in capitals": (f"NOTICE TO THE FERRYMEN\n\n{EN}", "NOTICE TO THE FERRYMEN"),
    "above what is filled in": (f"Wooden ferry\nPupil: Ada\nClass: 4B\nTeacher: Ms Quill\n\n{EN}", "Wooden ferry"),
    "by its mark": (f"# ferrytime\n\n{EN}", "ferrytime"),
    "below a number": (f"(54) A ferry\n{FERRY}\n9 March 2021\n{EN}", FERRY),
    "above its writer and day": (f"Rivers\n{FERRY}\nInés Robledo\nMarl - 9 March 2021\n{EN}", FERRY),
    "above a label and its writer": (f"{FERRY}\n9 March 2021\nAutor: Ewa Maliniak\n{EN}", FERRY),
    "above its byline": (f"Rivers\n{FERRY}\nBy Peter Quill\n9 March 2021\n{EN}", FERRY),
    "of a certificate": (
        "Marl Ferries\nCERTIFICATE\nThis certifies that\nAda Finch\nrings the bell\n9 March 2021",
        "CERTIFICATE",
    ),
    "of a certificate in German": ("Urkunde\n\nFrau\nAda Finck\n\nläutet die Glocke der Fähre.", "Urkunde"),
    "above the imprint of a book": (f"{FERRY}\nAda Finch\nMarl Press, 2021. ISBN 978-3-16-148410-0\n{EN}", FERRY),
    "before the name of the paper": (f"{FERRY} | Marl Courier\n\n{EN}", FERRY),
    "far below a menu": (f"{FERRY}\nMenu\nHome\nAbout us\nSign in\n{FERRY}\n{EN}\nPrivacy policy", FERRY),
}


@pytest.fixture(scope="module")
def titles() -> dict[str, tuple[str | None, str]]:
    found = parse(table(*BARE.values(), *(text for text, _ in TITLED.values()))).documents.to_pylist()
    return {name: (d["title"], d["body"]) for name, d in zip((*BARE, *TITLED), found, strict=True)}


@pytest.mark.parametrize("name", BARE)
def test_no_headline(titles: dict[str, tuple[str | None, str]], name: str) -> None:
    title, body = titles[name]
    assert title is None
    assert BARE[name].split("\n")[0] in body or name in CREDITS


@pytest.mark.parametrize("name", TITLED)
def test_a_headline(titles: dict[str, tuple[str | None, str]], name: str) -> None:
    title, body = titles[name]
    assert title == TITLED[name][1]
    assert title not in body


def test_no_teaser_of_a_list_is_its_headline() -> None:
    teasers = "\n".join(f"{FERRY}, for the {n}th time\n{n} March 2021\nRivers" for n in range(4, 12))
    page = f"Menu\nHome\n{teasers}\nAbout us\nContact\nPrivacy policy"
    alone = f"Menu\nHome\n{FERRY}\n9 March 2021\n{EN}\nPrivacy policy"
    listed, told = parse(table(page, alone)).documents["title"].to_pylist()
    assert listed is None or FERRY not in listed
    assert told == FERRY


# A headline whose words the text does not use.
STRANGE = "The bell that would not stop"
BESIDE = {
    "a teaser above": (f"Storm warning for the coast: what we know so far\n{FERRY}\n9 March 2021", FERRY),
    "a writer below": (f"{FERRY}\nPeter Quill\n9 March 2021", FERRY),
    "a paper below": (f"{FERRY}\nMarl Courier\n9 March 2021", FERRY),
    "a few words below": (f"{FERRY}\nWhat we know so far\n9 March 2021", FERRY),
    "a nickname below": (f"Forums\nNew posts\nClocks and bells\n{STRANGE}\nmarshlight\n9 March 2021\n#1", STRANGE),
}


def test_a_headline_is_found_whatever_is_beside_it() -> None:
    pages = [f"Menu\nHome\n{top}\n{EN}\nContact\nPrivacy policy" for top, _ in BESIDE.values()]
    found = zip(parse(table(*pages)).documents["title"].to_pylist(), BESIDE.items(), strict=True)
    assert [(name, title) for title, (name, (_, right)) in found if title != right] == []


def test_a_headline_of_the_menu_gives_way_to_the_one_above_the_article() -> None:
    own = "The last wooden ferry on the Marl river goes back into service"
    other = "Volunteers ring the bell of the wooden ferry on the river"

    def page(menu: str, title: str) -> str:
        lines = ("Menu", "Home", "Rivers", menu, "Sport", "Weather", menu, "Letters", "Sign in", menu, "Ferries")
        return "\n".join((*lines, title, EN, "Privacy policy", "Contact us"))

    found = parse(table(page(other, own), page(own, own))).documents["title"].to_pylist()
    assert found == [own, own]


BLOG = (
    "Sông nước quê tôi\nTrang chủ\nGiới thiệu\nLiên hệ\n{title}\nTrần Mai\n14/02/2026\n"
    "Bến đò mở cửa lúc năm giờ sáng, khi sương còn dày trên sông.\nÔng lái đò pha trà, mời từng người khách một chén.\n"
    "Chia sẻ bài viết\nFacebook"
)
TENDER = (
    "市交易中心\n首页\n交易信息\n您的位置：首页 > 交易信息 > 招标公告\n{title}\n发布日期：2026-03-05\n一、项目概况\n"
    "项目编号：B2026-014\n工期：60日历天\n二、投标人资格要求\n1. 具有独立法人资格；\n2. 具有三级以上资质。\n三、报名\n"
    "报名时间：2026年3月6日至3月12日\n截止时间：2026年3月13日\n上一条：食堂设备采购公告\n网站地图"
)


def test_the_line_above_author_and_day_rather_than_the_name_of_the_site(document) -> None:
    assert document(BLOG.format(title="Buổi sáng ở bến đò"))["title"] == "Buổi sáng ở bến đò"


def test_the_line_above_the_only_labelled_day_of_several(document) -> None:
    assert document(TENDER.format(title="渡口维修工程招标公告"))["title"] == "渡口维修工程招标公告"


def test_the_number_of_a_registration_makes_no_list_of_dates(document) -> None:
    notice = (
        "市交易中心\n首页\n交易信息\n您的位置：首页 > 通知公告\n{title}\n发布日期：2024-03-28\n"
        "为保障水上安全，现将有关事项通告如下：\n一、停运时间：2024年4月4日0时至4月6日24时。\n二、停运渡口：南门渡、石桥渡。\n特此通告。\n2024年3月28日\n"
        "网站地图\n{number}"
    )
    for number in ("浙公网安备33000002000001号", "© 2014-2024"):
        told = document(notice.format(title="清明节期间渡口停运的通告", number=number))
        assert told["title"] == "清明节期间渡口停运的通告"


def test_no_unlikely_line_far_down_a_page_of_few_words(document) -> None:
    menu = (
        "Zum Inhalt springen\nHochschule Ostrow\nStudium\nForschung\nInternational\nSuche\nStartseite\nInstitut\nTeam"
    )
    person = (
        "Dr. Jule Brandt\nReferentin für Wasserbau\nRaum 1.07\nTelefon: 0751 555 333\nLebenslauf\n"
        "2009–2014 Mitarbeiterin, Hochschule Selm\n2015 Promotion über Schleusen\nseit 2019 Referentin in Ostrow\n"
        "Publikationen\nBrandt, J. (2022): Schleusen im Winter. Wasser 14, 33–51."
    )
    found = document(f"{menu}\n{person}\nKontakt\nImpressum\nDatenschutz\nFolgen Sie uns\nInstagram")
    assert found["title"] in (None, "Dr. Jule Brandt")
