"""What labels a day: publication, an update, or something else, of which the day is then."""

from __future__ import annotations

from datetime import date

import pytest

from tests.parser.pages import ENGLISH_BODY

BODY = "\n".join(ENGLISH_BODY)
TITLE = "Wooden ferry sails again on the Marl"


@pytest.mark.parametrize(
    "told", ["乙方：某某，身份证登记日期：1985年7月8日", "Born 8 July 1985 in Marl", "geboren am 8. Juli 1985"]
)
def test_the_day_of_a_birth_is_none_of_publication(document, told: str) -> None:
    assert document(f"{TITLE}\n{told}\n{BODY}")["date"] is None


OTHER = (
    "Marl Rovers v Denby, 20 April 2024, 15:00", "Jornada 12: 20 de abril de 2024", "20 April 2024\nAttendance: 4,088",
    "Sluit op 20 april 2024, 19:00", "Colloque du 20 avril 2024", "Ada Finch, née le 20 avril 2024",
    "Closed on 20 April and 1 May 2024", "Samstag, 20. April 2024, ab 14 Uhr", "可入住时间：2024年4月20日",
    "20 April 2024, from noon\nRSVP to the crew", "When: Saturday, 20 April 2024, 7 pm", "Start: 20 April 2024",
    "Order date: 20 April 2024", "20 April 2024\nVenue: Old Corn Hall", "日時：2024年4月20日",
    "活动时间：2024年4月20日", "Anmeldeschluss: 20.04.2024", "In force since 20 April 2024",
    "Comments closed 20 April 2024", "3 March 1931 – 19 October 2019", "12.–20. April 2024",
    "04/12/2024 - 04/20/2024", "* 4. Februar 1938   † 21. November 2022", "昭和32年4月9日生",
    "commented Apr 20, 2024 at 13:02", "## [1.2.0] - 2024-04-20", "For the year ended 20 April 2024",
    "Zimmer frei ab 20. April 2024", "Start date: 20 April 2024", "Effective from April 20, 2024",
    "申请日 2024.04.20",
    "유통기한: 2024년 4월 20일까지", "Best before: 20.04.2024", "Válido hasta el 20/04/2024", "آخر موعد: 20 أبريل 2024",
    "Version 4.20.2024", "Model 2024-04-20", "Sabato 20 aprile 2024, ore 18", "Samstag, 20. April 2024, 19 Uhr",
    '"The ferry sings." The Evening Marl, 20 April 2024', "Plaza 20 de Abril de 2024", "14 October 1783",
    "3 May – 20 April 2024", "20 April 2024\n2:00 PM – 5:00 PM", "Found on 20 April 2024",
    "Sale ends April 20, 2024", "拍摄于2024年4月20日", "공연일: 2024년 4월 20일",
    "Начало: 20 апреля 2024", "Picture taken 20 April 2024", "Departure 20 April 2024", "Scheduled for 20 April 2024",
    "Consecrated by the bishop on 20 April 2024", "Erstbesteigung am 20. April 2024", "Next update: 20 April 2024",
    "De 14 a 20 de abril de 2024", "(3 May 1861 – 20 April 1944)", "– Ada Finch, Logbook, 20 April 1912",
    "比赛日期 2024年4月20日", "도착 예정일 2024.04.20", "预计送达：2024-04-20", "Ships by April 20, 2024",
    "Estimated delivery\n20 April 2024", "Entrega prevista: 20/04/2024", "Reviewed 20 April 2024",
    "Sábado 20 de abril de 2024, de 10:00 a 14:00", "2024年4月20日 14:00～16:00",
    "Saturday, 20 April 2024, 7:30pm - 9:00pm",
    "Visitation\nFriday, 19 April 2024\n4:00 PM", "Trauerfeier\nSamstag, 20. April 2024, 11.00 Uhr",
    "追悼会\n2024年4月20日", "Holiday hours\n20 April 2024", "Doors 7pm, 20 April 2024",
    "Arrives Saturday, April 20, 2024", "Kursbeginn 20.04.2024", "Release 4.2, 20 April 2024",
    "Build 204, April 20, 2024", "版本 4.2 2024年4月20日", "Photo: Ada Finch, 20 April 2024",
    "今天是2024年4月20日 星期六", "Heute ist Samstag, der 20. April 2024", "Sunrise 6:12, 20 April 2024",
    "Sold for £210 on 20 April 2024", "注册于 2014年4月20日", "Obsèques le samedi 20 avril 2024",
    "预计到达 2024年4月20日", "Datum: 20. April 2024\nBeginn: 14 Uhr", "Datum: 20.04.2024\nOrt: Altes Kornhaus",
    "Date: 20 April 2024\nTime: 2 pm", "20 April 2024\n2pm till late", "Hochzeit 20. April 2024",
    "A post shared by Ada Finch (@adafinch) on Apr 20, 2024 at 7:30am PDT", "— Ada Finch (@adafinch) April 20, 2024",
    "Ein Beitrag geteilt von Ada Fink (@adafink) am Apr 20, 2024 um 7:30 PDT", "A video posted by Ada on Apr 20, 2024",
    "Une publication partagée par Ada (@ada) le 20 Avril 2024 à 7h30 PDT",
    "Una publicación compartida de Ada (@ada) el 20 Abr, 2024 a las 7:30 PDT",
    "Een bericht gedeeld door Ada (@ada) op 20 Apr 2024 om 7:30 PDT",
    "最后发表: 2024-4-20 09:41", "最終投稿: 2024年4月20日",
    "Erstausgabe 20. April 1998", "Latest comment 20 April 2024", "Version history\n20 April 2024",
)  # fmt: skip


@pytest.mark.parametrize("around", ["{}", "Home\nNews\nSport\nSign in\n{}\nRelated articles\nPrivacy policy"])
def test_the_day_of_an_event_a_law_a_life_a_version_or_a_span_is_none_of_publication(parsed, around: str) -> None:
    found = parsed(*(around.format(f"{TITLE}\n\n{told}\n\n{BODY}") for told in OTHER)).documents["date"].to_pylist()
    assert dict(zip(OTHER, found, strict=True)) == dict.fromkeys(OTHER)


OWN = (
    "Aggiornato il 20 aprile 2024", "Zuletzt geändert: 20.04.2024", "Poslední úprava: 20. dubna 2024",
    "公布日期：2024年4月20日", "Soumis par ada le 20 avril 2024", "Enviado por ada el 20 abril 2024",
    "Inviato da ada il 20 aprile 2024", "Ingediend door ada op 20 april 2024", "Date of last revision: April 20, 2024",
    "Creato: 20 Aprile 2024",
    "Ada Finch, 20 April 2024", "blog | 20 April 2024", "No. 12, 20 April 2024", "4 min read · 20 April 2024",
    "Press release, 20 April 2024", "The Evening Marl, Saturday 20 April 2024", "10:12, 20 April 2024",
)  # fmt: skip


def test_a_day_behind_a_name_a_time_or_an_issue_is_that_of_publication(parsed) -> None:
    pages = (f"Home\nNews\nSport\nSign in\n{TITLE}\n{told}\n{BODY}\nPrivacy policy" for told in OWN)
    assert dict(zip(OWN, parsed(*pages).documents["date"].to_pylist(), strict=True)) == dict.fromkeys(
        OWN, date(2024, 4, 20)
    )


def test_the_day_of_an_answer_is_not_that_of_its_question(document) -> None:
    question = "Why does the bell of a ferry rust in winter?"
    assert document(f"Home\nTags\nLog in\n{question}\n3 Answers\n{BODY}\nPosted 20 April 2024\nShare")["date"] is None
    asked = f"Home\nTags\nLog in\n{question}\nAsked April 20, 2024\n3 Answers\n{BODY}\nPosted 9 May 2024\nShare"
    assert document(asked)["date"] == date(2024, 4, 20)


PUBLISHED = (
    "Dodano: 9.03.2021", "Eingestellt: 9. März 2021", "投稿日：2021年3月9日", "发稿时间：2021-03-09",
    "时间：2021-03-09", "Publication date: 9 March 2021", "Datum 09.03.2021", "Giriş: 9 Mart 2021",
    "三年生の遠足　2021年3月9日", "News from Marl, 9 March 2021", "asked Mar 9, 2021 at 13:02",
    "Ada Finch and the crew, for the Harbour Times - Mar 9, 2021 3:06 pm UTC", "Printed on 9 March 2021",
    "Ada Reed 9 March 2021", "تاريخ النشر: 9 مارس 2021", "Дата публикации: 9 марта 2021", "发布于2021年3月9日",
    "Received 2 January 2020; accepted 1 March 2021; published online 9 March 2021",
    "Datum: 9. März 2021\n14:05", "9 March 2021\n14:05", "giovedì 9 marzo 2021",
    "Frankfurt am Main, 9. März 2021", "Oluşturulma Tarihi: Mart 9, 2021 12:41",
)  # fmt: skip


def test_labels_of_publication_are_known_in_many_languages(parsed) -> None:
    found = parsed(*(f"{TITLE}\n\n{told}\n\n{BODY}" for told in PUBLISHED)).documents["date"].to_pylist()
    assert dict(zip(PUBLISHED, found, strict=True)) == dict.fromkeys(PUBLISHED, date(2021, 3, 9))


def test_such_words_inside_other_words_say_nothing(document) -> None:
    assert document(f"{TITLE}\nKate Osborne, 10:15 - 9 March 2021\n{BODY}")["date"] == date(2021, 3, 9)


@pytest.mark.parametrize(("below", "is_told"), [(1, True), (6, False)])
def test_the_last_change_among_the_last_lines_of_a_page_is_its_day(document, below: int, is_told: bool) -> None:
    lines = [f"{line} That was so {n} times." for n in range(1, 7) for line in BODY.split("\n")]
    prose = "\n".join((*lines[:-below], "Page last modified April 20, 2024", *lines[-below:]))
    found = document(f"Home\nNews\nSport\nSign in\n{TITLE}\n{prose}\nPrivacy policy")["date"]
    assert found == (date(2024, 4, 20) if is_told else None)


@pytest.mark.parametrize("label", ["Opening:", "Eröffnung:", "Next trip:", "Hall 2:", "复航：", "piet88 says:"])
def test_a_label_above_a_day_says_what_it_is_of_as_one_before_it_does(document, label: str) -> None:
    assert document(f"The ferry of Marl sails again\n{label}\n9 March 2021\n{BODY}")["date"] is None


@pytest.mark.parametrize("label", ["Published:", "Date:", "Last updated:", "Content current as of:", "Autor:", "Share"])
def test_a_label_of_publication_above_a_day(document, label: str) -> None:
    assert str(document(f"The ferry of Marl sails again\n{label}\n9 March 2021\n{BODY}")["date"]) == "2021-03-09"


@pytest.mark.parametrize("line", ["Court 2: Friday 9 March 2021, 10:00", "Reply from Tim, 9 March 2021"])
def test_a_day_of_a_session_or_an_answer(document, line: str) -> None:
    assert document(f"The ferry of Marl sails again\n{line}\n{BODY}")["date"] is None


def test_a_headline_about_an_answer_is_no_label(document) -> None:
    assert str(document(f"Reply to the town\n9 March 2021\n{BODY}")["date"]) == "2021-03-09"


def test_a_time_before_a_day_is_no_label(document) -> None:
    assert str(document(f"{TITLE}\nMarl Valley 09:31 March 9, 2021\n{BODY}")["date"]) == "2021-03-09"
