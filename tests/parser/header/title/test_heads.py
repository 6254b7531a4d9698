"""Newspapers' names and days above a headline."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

STORY = "The ferry sailed again on Tuesday with every seat taken, and people waved from both banks of the Marl."
HEAD = "Marl ferry sails again after eleven weeks"


@pytest.mark.parametrize("name", ["THE MARL GAZETTE", "Marl Courier", "MARLER BOTE", "LE COURRIER DE MARL", "清江晚报"])
def test_a_newspaper_above_a_day_is_the_source_of_what_is_below(document, name: str) -> None:
    found = document(f"{name}\n9 March 2021\n\n{HEAD}\n\n{STORY}\n")
    assert (found["title"], found["source"]) == (HEAD, name)
    assert name not in found["body"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("{paper}\nFlooded\nBy Ada Finch\n9 March 2021", "Flooded"),
        ("{paper}\n9 March 2021\nFlooded\nBy Ada Finch", "Flooded"),
        ("{paper}\nInondés\nPar Ada Finch\n9 mars 2021", "Inondés"),
        ("{paper}\n" + HEAD + "\nBy Ada Finch\n9 March 2021", HEAD),
        ("{paper}\nSport\nBy Ada Finch\n9 March 2021", None),
        ("{paper}\nFlooded\n9 March 2021", None),
    ],
)
def test_a_word_between_a_newspaper_and_a_byline_is_a_headline(document, lines: str, title: str | None) -> None:
    found = document(f"{lines.format(paper='The Marl Gazette')}\n\n{STORY}\n\n{STORY}\n")
    assert (found["title"], found["source"]) == (title, "The Marl Gazette")


@pytest.mark.parametrize("lines", ["Flooded\nBy Ada Finch", "\nThe stars were out.\n\n9 March 2021"])
def test_a_newspaper_in_a_first_line_without_a_day_or_above_prose_is_no_source(document, lines: str) -> None:
    assert document(f"The Marl Gazette\n{lines}\n\n{STORY}\n\n{STORY}\n")["source"] is None


def test_a_newspaper_above_the_year_in_which_it_was_founded(document) -> None:
    found = document(f"THE MARL GAZETTE\nEst. 1871\n\n{HEAD}\n\nBy Ada Finch\n9 March 2021\n\n{STORY}\n")
    assert (found["title"], found["source"], found["author"]) == (HEAD, "THE MARL GAZETTE", "Ada Finch")


@pytest.mark.parametrize("title", ["MY MARL FERRY", "NOTES FROM THE FERRY", "SAILING TIMES"])
def test_other_capitals_above_a_day_name_nobody(document, title: str) -> None:
    assert document(f"{title}\n9 March 2021\n\n{STORY}\n\n{STORY}\n")["source"] is None


@pytest.mark.parametrize(
    "text",
    [
        "车次 始发站 终点站 开车 到达\nK101 清江 青石 06:10 07:45\nK103 清江 石桥 08:20 09:30\n",
        "Name Price Stock\nrope 4.00 12\ntar 3.20 8\n",
        "问：您什么时候开始摆渡的？\n答：一九八三年，跟着师父。\n问：现在还有人学吗？\n答：有两个。\n",
        "#+TITLE: Shed notes\n\n* Tools\nAn adze is for hollowing.\n",
    ],
)
def test_columns_questions_and_keywords_are_no_title(document, text: str) -> None:
    assert document(text)["title"] is None


def test_a_headline_above_lines_with_numbers_is_one(document) -> None:
    text = f"Ferry sails again\n\nNumber 7 was late today, and number 12 never came.\n\n{STORY}\n"
    assert document(text)["title"] == "Ferry sails again"


NAMED_AGAIN = (
    (
        "MARLKURIER",
        "Die Fähre fährt wieder",
        "Marlkurier, 09.03.2021",
        "Seit gestern fährt die Fähre wieder.",
    ),
    (
        "Речной листок",
        "Паром снова ходит",
        "9 марта 2021, Речной листок",
        "Вчера паром снова перевёз людей.",
    ),
    (
        "Marl Weekly",
        "Ferry sails again",
        "9 March 2021 | Marl Weekly",
        "The ferry crossed the river again, with a horse.",
    ),
)


@pytest.mark.parametrize("text", NAMED_AGAIN, ids=[text[0] for text in NAMED_AGAIN])
def test_a_first_line_that_is_named_beside_the_date_is_no_title(document, text: tuple[str, ...]) -> None:
    assert document("\n".join(text))["title"] == text[1]


@pytest.mark.parametrize("day", ["9 March 2021", "Marl Weekly, 9 March 2021"])
def test_a_first_line_with_the_date_of_another_name_is_a_title(document, day: str) -> None:
    assert (
        document(f"Ferry sails again\nThe ropes are new\n{day}\nThe ferry crossed the river again, with a horse.")[
            "title"
        ]
        == "Ferry sails again"
    )


@pytest.mark.parametrize("menu", ["School\nCourses\nApply", "School\nApply"])
def test_a_menu_above_a_headline_is_none(document, menu: str) -> None:
    headline = "Wooden ferry sails again on the Marl"
    assert document("\n".join([menu, headline, *ENGLISH_BODY]))["title"] == headline


def test_an_entry_above_its_first_heading_is_a_headline(document) -> None:
    assert document("\n".join(["Plumcake", "Ingredients", "200 g flour", *ENGLISH_BODY]))["title"] == "Plumcake"


@pytest.mark.parametrize(
    "issue",
    [
        "Ročník XII, číslo 7\n9 March 2021",
        "Vol. 12, No. 7\n9 March 2021",
        "第1207期 2021-03-09",
        "XII. évfolyam, 7. szám, 2021. március 9.",
    ],
)
def test_what_stands_above_the_number_of_an_issue_is_no_headline(document, issue: str) -> None:
    found = document(f"THE TOWN CRIER\nA weekly for both banks\n{issue}\n\n{HEAD}\n\n{STORY}\n{STORY}\n")
    assert found["title"] in {HEAD, None}


@pytest.mark.parametrize(
    "below",
    [
        "Volume 3 (2021), pages 7-19, 9 March 2021",
        "Vol. 12 of the series\n9 March 2021",
        "Year 12 pupils\n9 March 2021",
    ],
)
def test_a_headline_above_other_numbers_stays(document, below: str) -> None:
    assert document(f"{HEAD}\n{below}\n\n{STORY}\n{STORY}\n")["title"] == HEAD


@pytest.mark.parametrize("counts", ["Відповіді: 2 · Перегляди: 310", "Replies: 2 | Views: 1.2k", "回复: 2 查看: 310"])
def test_counts_behind_labels_are_no_headline(document, counts: str) -> None:
    text = f"Log in\nForum\n{counts}\nada\n9 March 2021\n{STORY}\nReply\nReport\nbob\n10 March 2021\n{STORY}\nReply"
    assert document(text)["title"] != counts


def test_a_headline_with_a_number_behind_a_colon_is_one(document) -> None:
    text = f"Ferries: 3 back, 2 still in dock\nBy Ada Finch\n9 March 2021\n{STORY}\n{STORY}"
    assert document(text)["title"] == "Ferries: 3 back, 2 still in dock"


@pytest.mark.parametrize(
    ("name", "issue"),
    [
        ("THE MARL GAZETTE", "Vol. 43, No. 2 — Tuesday, 9 March 2021"),
        ("THE MARL GAZETTE", "Tuesday, 9 March 2021 | Issue 212"),
        ("Der Lahnbote", "Nr. 12 · 9. März 2021 · 43. Jahrgang"),
        ("Le Courrier du Val", "N° 45 – mardi 9 mars 2021"),
        ("清江晚报", "第1234期 2021年3月9日 星期二"),
    ],
)
def test_the_day_of_an_issue_above_a_headline(document, name: str, issue: str) -> None:
    found = document(f"{name}\n{issue}\n{HEAD}\n{STORY}\n{ENGLISH_BODY}")
    assert (found["title"], str(found["date"])) == (HEAD, "2021-03-09")
    assert issue not in found["body"]


@pytest.mark.parametrize(
    "line", ["Room No. 12, 9 March 2021", "Bus nr 3 fährt seit 9. März 2021", "No. 9 – 12 March 2021"]
)
def test_a_number_above_prose_heads_no_issue(document, line: str) -> None:
    """Below an issue's number in any form is a headline: a sentence is the text of what is numbered."""
    found = document(f"A letter from the ferry\n{line}\n{STORY}\n{ENGLISH_BODY}")
    assert found["body"].count(STORY) == 1
    assert found["title"] in ("A letter from the ferry", None)


@pytest.mark.parametrize("issue", ["Vol. 2, May 2021", "Issue 9, March 2021", "Heft 3, Mai 2021"])
def test_the_number_of_an_issue_is_no_day_of_its_month(document, issue: str) -> None:
    assert document(f"The Red Book\n{issue}\n{HEAD}\n\n{STORY}\n{ENGLISH_BODY}")["date"] is None
