"""What a page says of its own wares, and to its own reader, beside the same words planted into a page."""

from __future__ import annotations

import pytest

from audit.measure.spun.passages import planted
from tests.measure.spun.paragraphs import CROSSING, EN, HULL, ZH, article, found

YARD = (
    "we build and repair wooden boats on the river at falkau. the yard was founded in 1962, and its shed came later.\n"
    "each quote is made by a builder who has seen the boat, and the rental of a trailer is for members of the club. "
    "the office is open from nine to five, and the pages are kept at falkauyard.example by a pupil of the school."
)
BENCH = "in the yard there were nine boats in a row. {} and the prices were written on a slate above the long bench."


@pytest.mark.parametrize(
    ("offer", "body", "is_planted"),
    [
        ("cheap boat trailer rental", EN, True),
        ("cheap boat trailer rental", YARD, False),
        ("payday loans no credit check online", YARD, True),
        ("cheap keto drops for sale near me", YARD, True),
    ],
    ids=["another's wares", "a page's own wares", "loans in a page that sells", "drops in a page that sells"],
)  # fmt: skip
def test_an_offer_in_words_that_the_page_says_elsewhere_is_its_own(offer: str, body: str, is_planted: bool) -> None:
    assert found(BENCH.format(offer), body) == [offer] * is_planted


def test_an_address_is_planted_where_the_page_does_not_say_the_name_of_the_site() -> None:
    offer = "visit falkauyard.example for info"
    assert found(HULL.format(offer), EN) == [offer]
    assert found(HULL.format(offer), YARD) == []


def test_a_call_to_the_reader_without_wares_is_told_where_nothing_is_known_of_the_page() -> None:
    call = "Most people come in the autumn, when the water is high. contact us for additional help with the old stones."
    assert [call[start:end] for _, (start, end) in planted(article(call))] == ["contact us for additional"]
    assert found(call, EN) == []


def test_the_same_advertising_in_two_paragraphs_is_found_twice() -> None:
    offer = "cheap ladders for sale"
    paragraphs = [HULL.format(offer), BENCH.format(offer), EN]
    assert [paragraphs[block][start:end] for block, (start, end) in planted(article(*paragraphs))] == [offer, offer]
    # A page that repeats its own paragraph, and words that are its topic.
    assert not list(planted(article(HULL.format(offer), EN, HULL.format(offer))))
    assert not list(planted(article(HULL.format(offer), BENCH.format("ladders for the hull are cheap"), EN)))


def test_the_same_chinese_advertising_in_two_paragraphs_is_found_twice() -> None:
    offer = "二手水泵批发市场"
    market = "渡口的集市每逢初五开张，卖布的和卖鱼的各占一边。{}孩子们坐在石阶上看船，傍晚才跟着大人回家去。"
    paragraphs = [CROSSING.format(offer), market.format(offer), ZH]
    assert [paragraphs[block][start:end] for block, (start, end) in planted(article(*paragraphs))] == [offer, offer]
    assert not list(planted(article(CROSSING.format(offer), ZH, CROSSING.format(offer))))
    assert not list(planted(article(CROSSING.format(""), market.format("水泵和二手的船在市场里批发。"), ZH)))
    beside = [CROSSING.format(offer), f"{offer}，孩子们坐在石阶上看船。", ZH]
    assert [beside[block][start:end] for block, (start, end) in planted(article(*beside))] == [offer, offer]
