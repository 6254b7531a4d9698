"""What a body contradicts of its fields, and where it begins or ends inside a sentence, is found at its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.fields import fields
from audit.text.dates import find
from audit.text.fold import fold
from tests.measure.block_rows import DAY, batch


def measured(parts: list[tuple[str, str]], **known: object) -> dict:
    return fields(batch(parts, **known)).columns.to_pylist()[0]


def body(text: str, **known: object) -> dict:
    return measured([("paragraph", text)], **known)


def test_what_is_stated() -> None:
    row = body("雨 停了。", title="渡口", source="青石报", date=DAY)
    assert (row["title_chars"], row["has_source"], row["has_date"], row["has_author"], row["body_chars"]) == (
        2,
        True,
        True,
        False,
        4,
    )
    assert body("雨停了。")["title_chars"] is None


def test_later_dates_and_their_places() -> None:
    parts = [
        ("paragraph", "船在2021-03-09开出。"),
        ("!related_item", "2022年5月1日 书店开张"),
        ("!related_item", "May 2, 2020 and May 3, 2023"),
    ]
    found = fields(batch(parts, date=DAY))
    assert found.columns["later_dates"].to_pylist() == [2]
    assert [p.evidence for p in found.places[0]] == ["2022年5月1日", "May 3, 2023"]


def test_the_day_of_an_update_beside_the_date_contradicts_nothing() -> None:
    stated = ("!date", "Publié le 9 mars 2021 à 17h40, modifié le 10 avril 2021")
    assert measured([stated, ("paragraph", "Le bac est revenu.")], date=DAY)["later_dates"] == 0


def test_no_date_no_later_date() -> None:
    assert body("2099年1月1日见")["later_dates"] == 0


@pytest.mark.parametrize("text", ["，船已经走远了。", "and then the ferry left. It was cold.", ")他说。"])
def test_begins_inside_a_sentence(text: str) -> None:
    assert body(text)["starts_mid_sentence"]


@pytest.mark.parametrize(
    "text",
    [
        "船走远了。",
        "And then it left.",
        "iPhone sales fell.",
        "e-bikes are allowed",
        "“and then?”",
        "3 ferries",
        "see you at the ferry",
        "the ferry left. it was cold.",
        "www.example.org is down",
        "昨天的meeting改到下午了",
        "Приложение ferry обновилось",
    ],
)
def test_begins_at_its_beginning(text: str) -> None:
    assert not body(text)["starts_mid_sentence"]


@pytest.mark.parametrize(
    ("first", "after", "is_begun"),
    [
        # A paragraph that lost its beginning, wrapped or not.
        ("of the old ferry, which had been moored at the quay for", "nine years. Why?\nThe lamp was out.", True),
        ("of the old ferry, which had been moored at the quay.", "The lamp was out. Nobody asked why.", True),
        # Headings, names and commands in small letters.
        ("ferry (1.4-2) unstable; urgency=low", "* The lamp is lit again. (Closes: 7)", False),
        ("version 0.14", "- The lamp is lit again. Nobody asked.", False),
        ("zlib License", "The lamp is lit again.\nNobody asked why.", False),
        ("perlreref - a reference of lamps", "The lamp is lit again. Nobody asked why.", False),
        ("jq", "jq is a lamp. The quay has nine of them.", False),
    ],
)  # fmt: skip
def test_a_heading_in_small_letters_begins_no_sentence(first: str, after: str, is_begun: bool) -> None:
    parts = [("paragraph", first), ("paragraph", after)]
    assert measured(parts)["starts_mid_sentence"] == is_begun


@pytest.mark.parametrize(
    "text",
    [
        "这一天的河面上没有一丝风,船工把桨收了起来,说",
        "The ferry left the harbour at noon and never",
        "The ferry left the harbour at noon, but...",
        "Le ferry a quitté le port dans une lumière d'ambr\ufffd",
    ],
)
def test_stops_inside_a_sentence(text: str) -> None:
    assert body(text)["ends_mid_sentence"]


@pytest.mark.parametrize(
    "text",
    [
        "这一天的河面上没有一丝风,船工把桨收了起来。",
        "The ferry left the harbour (at noon)",
        "“The ferry left the harbour at noon!”",
        "周小渡 报道",
        "The ferry left in 2021",
    ],
)
def test_stops_at_its_end(text: str) -> None:
    assert not body(text)["ends_mid_sentence"]


@pytest.mark.parametrize(
    ("above", "last"),
    [
        ("Weight: 210 g", ("paragraph", "Volume: about 350 ml of tea")),
        ("The ferry left the harbour at noon.", ("paragraph", "Editorial Policy Privacy Terms RSS Feed")),
        ("The ferry left the harbour at noon.", ("list_item", "- bread for two days and")),
        ("Stay connected", ("paragraph", "faster cellular data, everywhere")),
    ],
    ids=["a specification", "a menu", "an item", "a row of labels"],
)
def test_the_last_line_of_a_list_is_not_cut_off(above: str, last: tuple[str, str]) -> None:
    assert not measured([("paragraph", above), last])["ends_mid_sentence"]


@pytest.mark.parametrize(
    ("above", "text"),
    [
        ("The ferry left the harbour at noon.", "In the evening the miller"),
        ("Harbour news", "In the evening the miller walked along the river once more and"),
        ("Harbour news", "It rained. In the evening the"),
    ],
    ids=["below a sentence", "long", "with a sentence"],
)
def test_the_rest_of_a_paragraph_is(above: str, text: str) -> None:
    assert measured([("paragraph", above), ("paragraph", text)])["ends_mid_sentence"]


@pytest.mark.parametrize(("chars", "is_cut"), [(19, False), (20, True)])
def test_a_signature_is_not_cut_off(chars: int, is_cut: bool) -> None:
    assert body("b" * chars)["ends_mid_sentence"] is is_cut


def test_the_title_repeated_in_the_body() -> None:
    parts = [("paragraph", "雨停了。"), ("heading", "“渡口复航”！"), ("paragraph", "渡口复航的消息传开了。")]
    found = fields(batch(parts, title="渡口复航"))
    assert found.columns["title_in_body"].to_pylist() == [True]
    assert [p.evidence for p in found.places[0]] == ["“渡口复航”！"]


def test_a_title_mentioned_is_not_repeated() -> None:
    assert not body("渡口复航的消息传开了。", title="渡口复航")["title_in_body"]
    assert not body("...", title="!!!")["title_in_body"]


def test_the_title_said_again_outside_the_body() -> None:
    parts = [
        ("title", "渡口复航"),
        ("!navigation", "渡口复航"),
        ("paragraph", "雨停了。"),
        ("!related_item", "渡口 复航"),
    ]
    assert measured(parts, title="渡口复航")["title_repeats"] == 2
    assert measured(parts[::2], title="渡口复航")["title_repeats"] == 0


@pytest.mark.parametrize(
    "day",
    [
        "3/9/2099 at 3:15 pm EST", "9.3.2099", "2099/3/9", "2099年3月9日", "9 March 2099", "9th of March 2099",
        "Mar 9, 2099", "2099. március 9.", "Mon Mar 9 07:10:22 2099", "9.III.2099", "Ada FinchMar 9, 20992 shares",
    ],
)  # fmt: skip
def test_a_later_day_is_found_in_every_form(day: str) -> None:
    assert body(f"The ferry of 2020 sails again: {day}", date=DAY)["later_dates"] == 1


@given(st.lists(st.from_regex(r"[0-9]{3,6}|[-/.: 年月日]{1,3}|may|i", fullmatch=True), max_size=12).map("".join))
def test_no_date_without_a_day_of_one_or_two_digits(line: str) -> None:
    if not re.search(r"(?<!\d)\d\d?(?!\d)", line):
        assert find(fold(line)) == []
