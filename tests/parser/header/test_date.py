"""Which of a page's dates is the article's: where it stands, what labels it, and what else the line says."""

from __future__ import annotations

from datetime import date

import pytest

from tests.parser.pages import ENGLISH_BODY

BODY = "\n".join(ENGLISH_BODY)
TITLE = "Wooden ferry sails again on the Marl"
LONG_ZH = "上周六清晨，老渡口迎来了停航十二年后的第一班船，船工早早擦亮了船头的铜铃，等着第一批乘客上来。"
LONG_AR = "عادت العبارة الخشبية الأخيرة إلى العمل يوم السبت بعد اثني عشر عاما من التوقف عند الرصيف القديم."
TAGS = ", ".join(["Ferries of the Marl"] * 9)
MENU = "\n".join(f"Section {letter}" for letter in "ABCDEFGHIJ")
TEASERS = "Related articles\nBookshop opens - July 9, 2025\nNew bus lines - July 10, 2025"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Menu\n{TITLE}\nUpdated:\n11 March 2021\nPublished:\n9 March 2021\n{BODY}", date(2021, 3, 9)),
        (f"{MENU}\n9 March 2021, 7:05\n{MENU}\n{TITLE}\nBy Peter Quill\n{BODY}", date(2021, 3, 9)),
        (f"{TITLE}\nStarted by ferryman, Mar 9 2021\n{BODY}", date(2021, 3, 9)),
        (f"{TITLE}\nBy Peter Quill\nLe 9 mars 2021 à 17h40, modifié le 10 mars 2021 à 9h\n{BODY}", date(2021, 3, 9)),
        (f"{TITLE}\nMarché du 9 mars 2021 à 9h\n{BODY}", None),
        (f"{TITLE}\nThe old ferry on the Marl in the fog of November 7, 2009 near the mill\n{BODY}", None),
        (f"{TITLE}\nSailors wave farewell, 7 November 2009. Photo by the river museum\n9 March 2021\n{BODY}",
         date(2021, 3, 9)),
        (f"{TITLE}\n{MENU}\n{BODY}\n{TEASERS}", None),
        (f"{TITLE}\nPublished: 9 March 2021\n{BODY}\n{TEASERS}\nPublished: 10 July 2025", date(2021, 3, 9)),
        (f"{TITLE}\n(C) 2024 Marl Courier\n{BODY}\n© 9 March 2021", None),
        (f"Teaser: {TITLE}\n9 March 2021\n{TITLE}\n{BODY}", date(2021, 3, 9)),
        (f"{TITLE}\nPosted on March 9, 2021December 3, 2021 in Rivers, {TAGS}\n{BODY}", date(2021, 3, 9)),
        (f"{TITLE}\nDecember 3, 2021March 9, 2021 by Peter Quill\n{BODY}", date(2021, 3, 9)),
        (f"Home\nSunday, Mar 7th 2021 11PM 9°C 2AM 8°C 5-Day Forecast\n{TITLE}\n{BODY}", None),
        (f"{TITLE}\n9 March 2021\n{BODY}\nComments\n" + "\n".join(f"Nice!\n{n} May 2021" for n in range(1, 30)),
         date(2021, 3, 9)),
        (f"Menu\nHome\n{TITLE}\n{BODY}\nLast updated on 9 March 2021\nPrivacy policy", date(2021, 3, 9)),
        (f"{TITLE}\n3/9/2021\n{BODY}\nOther stories\n2/28/2021", date(2021, 3, 9)),
        (f"{TITLE}\nBy the end of 2021 the mill, so the town hopes on 9 March 2021, may run, and its wheel\n{BODY}",
         None),
        (f"{TITLE}\n9.3.21\n{BODY}", date(2021, 3, 9)),
        (f"{TITLE}\n中新网清江2021年3月9日电 (记者 周小渡) {LONG_ZH}\n{BODY}", date(2021, 3, 9)),
        (f"{TITLE}\nنهر المرل - 9 مارس 2021 (وكالة) -- {LONG_AR}\n{BODY}", date(2021, 3, 9)),
        (f"{TITLE}\n清江渡口2021年3月9日复航。{LONG_ZH}\n{BODY}", None),
        (f"{TITLE}\n09.03.2021, 17:19 Uhr • Lesezeit: 8 Minuten\n{BODY}", date(2021, 3, 9)),
        (f"{TITLE}\n9 March 2021•Updated: 11 March 2021, 7:05 pm\n{BODY}", date(2021, 3, 9)),
        (f"{TITLE}\nMar. 9, 2021 · Peter Quill on behalf of the whole crew of the ferry\n{BODY}", date(2021, 3, 9)),
        (f"{TITLE}\nOn Mar. 9, 2021 Peter Quill came on behalf of the whole crew of the ferry\n{BODY}", None),
        (f"{TITLE}\nMarch 9, 2021 | 33 Comments\n{BODY}", date(2021, 3, 9)),
        (f"{TITLE}\n03/10/2021\n{BODY}\nOther stories\n3 October 2020\n4 October 2020", date(2021, 10, 3)),
        (f"{TITLE}\n03/10/2021\n{BODY}\nOther stories\nOctober 3, 2020\nOctober 4, 2020", date(2021, 3, 10)),
        (f"{TITLE}\nPrice valid Mar 9, 2021 - Apr 9, 2021\n{BODY}", None),
    ],
    ids=[
        "a label on the line above",
        "alone, far above the headline",
        "a thread's",
        "before an hour at which the page was changed",
        "an hour at which a market begins",
        "an event in a caption",
        "not the caption's",
        "only other articles'",
        "not one of an appended list, though it has a label",
        "a copyright",
        "above the headline",
        "in a long line that begins with it",
        "the earlier of two that touch",
        "the weather's",
        "not one of a list, though comments are dated",
        "at the end, by its words",
        "in the order of another day of the page",
        "no day of a first sentence",
        "with two digits of the year",
        "a Chinese dateline's",
        "an Arabic dateline's",
        "not what happened in a Chinese sentence",
        "beside how long it takes to read",
        "before that of an update",
        "set off from what is said behind it",
        "in a sentence behind the headline",
        "beside the number of comments",
        "in the order of days by name",
        "in the order of months by name",
        "an offer's",
    ],
)  # fmt: skip
def test_the_day_of_publication(document, text: str, day: date | None) -> None:
    assert document(text)["date"] == day


@pytest.mark.parametrize("place", ["地点：青石镇老渡口", "活动地点：青石镇老渡口"])
def test_the_day_of_a_chinese_event_is_its_own(document, place: str) -> None:
    assert document(f"渡口节\n时间：2021年3月9日 9:00\n{place}\n{LONG_ZH}\n{LONG_ZH[:30]}。")["date"] is None


def test_a_page_without_an_article_takes_no_date_from_its_neighbour(parsed) -> None:
    found = parsed("Menu\nHome | News", f"9 March 2021\n{TITLE}\n{BODY}").documents["date"].to_pylist()
    assert found == [None, date(2021, 3, 9)]


def test_days_and_months_in_doubt_are_settled_by_the_language(document) -> None:
    german = (
        "Die letzte Holzfähre auf der Marl fährt seit Samstag wieder, zwölf Jahre nachdem man sie festgemacht hatte.\n"
        "Freiwillige haben drei Winter lang am Rumpf gearbeitet und vierzig Planken, Ruder und Glocke ersetzt.\n"
        "Die Fähre wird bis Ende Oktober sechsmal am Tag übersetzen, Schüler und Rentner fahren umsonst mit."
    )
    assert document(f"Die Holzfähre fährt wieder\n03/04/2021\n{german}")["date"] == date(2021, 4, 3)
    assert document(f"{TITLE}\n03/04/2021\n{BODY}")["date"] is None


def test_days_of_events_below_an_article_are_not_its_own(parsed) -> None:
    events = "Upcoming events\nFerry walk\nSaturday, 9 November 2024\nSoup\nFriday, 15 November 2024"
    pages = [f"Menu\nHome\nNews\n{TITLE}\n{BODY}\n{tail}\nPrivacy policy" for tail in (events, "9 November 2024")]
    assert parsed(*pages).documents["date"].to_pylist() == [None, date(2024, 11, 9)]


def test_a_day_below_a_heading_of_the_article_is_that_of_what_the_heading_names(document) -> None:
    text = f"Menu\nHome\nNews\nPrivacy policy\n{TITLE}\n{{}}\n{BODY}\n{BODY}\nTicket office\n{{}}\n{BODY}"
    day = "Saturday, 9 November 2024"
    assert document(text.format("By Ada Finch", day))["date"] is None
    assert document(text.format(f"By Ada Finch\n{day}", "Tickets are sold on the quay."))["date"] == date(2024, 11, 9)


def test_a_letter_before_1900_has_a_day(parsed) -> None:
    letters = [f"Marl, {day}\n\nMy dear Ada,\n\n{BODY}" for day in ("the 9th of October, 1783", "9 October 1783")]
    found = parsed(*letters, f"My dear Ada,\n\n9 October 1783\n\n{BODY}").documents["date"].to_pylist()
    assert found == [date(1783, 10, 9), date(1783, 10, 9), None]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Date\tHome\tAway\tScore\n" + "\n".join(f"0{n}/08/2023\tMarl\tAshby\t2-{n}" for n in range(3, 8)), None),
        ("\n\n".join(f"v1.{9 - n} (2019-0{9 - n}-30)\n* faster start\n* new bell" for n in range(1, 4)), None),
        ("\n\n".join(f"{n} March 1911\nRain all day. Father mended the gate in the {n}th hour." for n in (9, 10, 12)),
         None),
        ("League fixtures\n\n" + "\n".join(f"Saturday {n} August 2023\nMarl v Ashby 15:00" for n in (5, 12, 19, 26)),
         "League fixtures"),
        ("Startseite\nVerein\nKontakt\n\n" + "\n".join(f"0{n}.02.2024 Neue Zeiten ab Mai" for n in range(3, 7)), None),
    ],
    ids=["a table", "versions", "a diary", "fixtures", "a list"],
)  # fmt: skip
def test_none_of_many_days_is_the_texts_own(document, text: str, title: str | None) -> None:
    found = document(text)
    assert (found["title"], found["date"]) == (title, None)


def test_a_report_begins_with_its_place_and_its_day(document) -> None:
    told = "MARL, Germany, March 9, 2021 – The last wooden ferry on the Marl went back into service on Saturday."
    assert document(f"{TITLE}\n\n{told}\n\n{BODY}")["date"] == date(2021, 3, 9)
    assert document(f"{TITLE}\n\n{told.replace('–', '/Marlwire/ --')}\n\n{BODY}")["date"] == date(2021, 3, 9)
    assert document(f"{TITLE}\n\n{told.replace(' –', ',')}\n\n{BODY}")["date"] is None


LIST = "\n".join(f"A short teaser number {n}\n{n} March 2021" for n in range(1, 8))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Menu\nHome\n{LIST}\nAbout us\nPrivacy policy", None),
        (f"{TITLE}\nBy Peter Quill\n{BODY}\n9 March 2021", date(2021, 3, 9)),
        (f"{TITLE}\nRegistered: 7 November 2009\n{BODY}", None),
        (f"{TITLE}\nValid until 9 March 2021\n{BODY}", None),
        (f"Menu\n{TITLE}\n9 March 2021\n{BODY}\nArchive\nJune 2023\nMay 2023\nApril 2023\nMarch 2023",
         date(2021, 3, 9)),
        (f"{TITLE}\n9 Μαρτίου 2021\n{BODY}", date(2021, 3, 9)),
        (f"{TITLE}\nRivers, March 9th 20217 min read\n{BODY}", date(2021, 3, 9)),
        (f"Menu\nHome\n{TITLE}\n{BODY}\nAbout us\nContent current as of:\n9 March 2021\nPrivacy policy",
         date(2021, 3, 9)),
        (f"{TITLE}\n9 March 2021 • 8 minutes\n" + "Menu\nHome\n" * 8 + f"{TITLE}\n{BODY}\nPrivacy policy",
         date(2021, 3, 9)),
        (f"{TITLE}\n۱۳۹۹/۱۲/۱۹\n{BODY}", date(2021, 3, 9)),
        (f"Fluss & Zeit 10/2021, 9. März 2021\n{TITLE}\nVon Peter Quill\n{BODY}", date(2021, 3, 9)),
        (f"{TITLE}\nZimmer 10, 9. März 2021\n{BODY}", None),
        (f"Monthly Archives: March 2021\n{TITLE}\n9 March 2021\n{BODY}\nThe bell comes home\n2 March 2021", None),
        (f"2021年3月的归档\n渡口复航\n2021-03-09\n{LONG_ZH}\n{LONG_ZH}\n铜铃回家\n2021-03-02\n{LONG_ZH}", None),
        (f"Archives of the Marl opened\n9 March 2021\n{BODY}\nThe bell comes home\n2 March 2021", date(2021, 3, 9)),
    ],
    ids=["a list's", "signed at the end", "an account's", "a term's", "no list, but an archive", "Greek",
         "glued to what follows", "below its label at the end", "far above, below a copy of the headline", "Persian",
         "behind the issue of a year", "behind a number", "an archive's", "a Chinese archive's", "of an archive"],
)  # fmt: skip
def test_a_day_by_its_place_or_its_words(document, text: str, day: date | None) -> None:
    assert document(text)["date"] == day


BEHIND = (
    "来源：青石日报　2024.06.07", "作者：林满 2024-06-07 10:20", "阅读：1234 2024-06-07", "栏目：新闻 2024-06-07",
    "点击：123 时间：2024-06-07", "撰稿：林满 2024-06-07", "Views: 123 | June 7, 2024", "Section: Local, June 7 2024",
    "Ressort: Kultur 07.06.2024", "Von: Ada Finck 07.06.2024",
)  # fmt: skip


def test_a_day_behind_a_writer_a_section_or_a_counter_is_that_of_publication(parsed) -> None:
    pages = ["\n".join(("渡口复航" if "：" in line else "A bridge again", line, *ENGLISH_BODY)) for line in BEHIND]
    assert parsed(*pages).documents["date"].to_pylist() == [date(2024, 6, 7)] * len(BEHIND)


ANNOUNCED = "本院将于2023年6月1日10时起公开拍卖渔船一艘，现公告如下："
ITEMS = "一、起拍价12万元，保证金1万元。\n二、竞买人应为完全民事行为能力人。"


def test_a_clause_that_announces_a_list_states_no_day_and_stays(document) -> None:
    text = f"首页\n登录\n雾港法院关于拍卖渔船的公告\n浏览次数：88\n{ANNOUNCED}\n{ITEMS}\n打印\n关闭"
    told = document(text)
    assert (told["date"], told["body"].split("\n")[0]) == (None, ANNOUNCED)
    assert document(text.replace(ANNOUNCED, f"发布时间：2023年5月9日\n{ANNOUNCED}"))["date"] == date(2023, 5, 9)


def test_a_day_that_ends_with_a_colon_is_one(document) -> None:
    assert document("\n".join(("A bridge again", "Friday, 7 June 2024:", *ENGLISH_BODY)))["date"] == date(2024, 6, 7)
