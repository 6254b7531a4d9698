"""What pages state under labels tells lots and variants apart, and never two printings of one article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.duplication.template_texts.stated_values import filled_in, state_other_things, stated_values

VACANCY = "Employer: {}\nLocation: {}\nHours: {} a week\nPlease apply through the form on this page."
VACANCIES = [
    VACANCY.format(*values)
    for values in (("Arden Care", "Oxbow", 30), ("Tilbrook", "Wick", 18), ("Sewell", "Bude", 22))
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Lot 12\nA walnut chair", "Lot 31\nA walnut chair", id="a lot's number"),
        pytest.param("Colour: red | Size: M", "Colour: blue | Size: L", id="two labels on a line"),
        pytest.param("| Price | 12.50 |", "| Price | 18.00 |", id="a row of a table"),
        pytest.param("**Price:** £12", "**Price:** £18", id="in bold"),
        pytest.param("カラー 赤\u3000サイズ M", "カラー 白\u3000サイズ S", id="Japanese, without colons"),
        pytest.param("商品编码：4410\n价格：30元", "商品编码：7325\n价格：45元", id="Chinese"),
        pytest.param(
            "Copyright 2016 Kestrel\nYou may pass it on.", "Copyright 2019 Umber\nYou may pass it on.", id="owners"
        ),
    ],
)
def test_pages_of_two_things_state_other_things(one: str, other: str) -> None:
    assert state_other_things(stated_values(one), stated_values(other), ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Reference: 12345", "Reference: 70034", id="the number of an article to read"),
        pytest.param("By: Ada Finch\nViews: 12", "By: B. Moor\nViews: 440", id="what is around an article"),
        pytest.param("作者：阿达\n阅读量：12", "作者：本\n阅读量：440", id="and in Chinese"),
        pytest.param("Colour: red", "Shape: round", id="no label in common"),
        pytest.param("Price: £12\nSize: M\nColour: red", "Price: £13\nSize: M\nColour: red", id="little differs"),
        pytest.param("Colour: dark green", "Colour: dark gren", id="a misprint"),
        pytest.param("Fare: low", "Fare: none", id="a label of no thing, in two pages"),
        pytest.param("https://a.example/1", "https://a.example/2", id="addresses"),
        pytest.param(f"{'word ' * 30}\nCopyright 2016 North", f"{'word ' * 30}\nCopyright 2019 South", id="a footer"),
    ],
)
def test_printings_of_one_text_do_not(one: str, other: str) -> None:
    assert not state_other_things(stated_values(one), stated_values(other), ())


def test_labels_with_three_values_are_a_form_s() -> None:
    pages = [stated_values(page) for page in VACANCIES]
    assert filled_in(pages) == {"employer", "location", "hours"}
    assert not filled_in(pages[:2])
    assert state_other_things(pages[0], pages[1], filled_in(pages))


def test_a_blank_may_stand_behind_a_japanese_label() -> None:
    assert stated_values("管理番号 4460\n製造年 2022年\n次の 記事 一覧") == {"管理番号": "4460", "製造年": "2022年"}


@given(st.text(), st.text())
def test_who_is_first_changes_nothing_and_a_page_states_what_it_states(one: str, other: str) -> None:
    pages = stated_values(one), stated_values(other)
    forms = set(pages[0]) | set(pages[1])
    assert state_other_things(*pages, forms) == state_other_things(*pages[::-1], forms)
    assert not state_other_things(pages[0], pages[0], forms)
