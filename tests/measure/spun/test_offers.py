"""Offers and contacts between the words of English sentences, and those that a sentence says."""

from __future__ import annotations

import polars as pl
import pytest

from audit.measure.articles.articles import Articles
from audit.measure.spun.passages import planted
from audit.text.fold import fold
from tests.parser.pages import ENGLISH_BODY

EN = fold("\n".join(ENGLISH_BODY))
HULL = "volunteers spent three winters on the hull and the keeper {} paid for forty planks, the rudder and the bell."


def found(paragraph: str) -> list[str]:
    blocks = Articles.of([paragraph, EN], pl.Series(["a", "a"]))
    return [blocks.text(block)[start:end] for block, (start, end) in planted(blocks) if block == 0]


@pytest.mark.parametrize(
    "offer",
    [
        "lose belly fat fast with our slimming pills",
        "double your savings fast with our signals",
        "get instant cash loans today at loanquick.example",
        "our certified movers pack your piano for free",
        "click here to claim your bonus",
        "call our experts on +1 555 010 7788",
        "contact us on telegram @fastcash24",
        "email us at loans@quickcash.example",
    ],
)
def test_an_offer_between_words(offer: str) -> None:
    assert found(HULL.format(offer)) == [offer]


@pytest.mark.parametrize(
    "sentence",
    [
        "The trainer said that participants lose 20 pounds in two weeks on the island as the boat brings no bread.",
        "Patients who lose 20 pounds in two weeks are sent home by the doctors of the clinic for another examination.",
        "Workers there earn $500 a day from the mine and spend most of the money in the three bars of the village.",
        "The drug helped one man lose 30 pounds in six weeks without changes to what he ate, according to the study.",
        "The union told members to call 555-0147 for a copy of the contract that the works council signed last winter.",
        "Residents who smell gas in the house should call +1 555 010 7788 immediately and leave by the front door.",
        "For more information about the course call 0800 555 0123 or visit the office in the town hall on weekdays.",
        "Callers can reach the desk on WhatsApp +44 7700 900123 between nine and five to ask about the lost property.",
        "The button that says order now is hidden, and the order now button below it is why so few visitors press it.",
        "To get your money back within 30 days take the ladder to the shop where you bought it with the receipt.",
        "The council closed the road after the flood. Call 555-0147 to report a fallen tree in the woods by the river.",
        "The nurse gave him a call on +44 7700 900123 about the results and asked whether he wished to come in again.",
        "Runners lose 20 pounds in two weeks of the race across the desert, most of it water, the doctors there say.",
        "In many towns job training programs hire the teachers whom the schools in the villages have sent away.",
    ],
)
def test_an_offer_that_the_sentence_says(sentence: str) -> None:
    assert not found(sentence)


@pytest.mark.parametrize(
    ("paragraph", "offer"),
    [
        ("The volunteers spent three winters on the hull. sell your old ladders today The keeper paid for the bell.",
         "sell your old ladders today"),
        ("The volunteers spent three winters on the hull Cheap Ladders and Planks Online and in the end on the bell.",
         "cheap ladders and planks online"),
        ("Volunteers spent three winters on the hull. Affordable gutter repair quotes. The keeper paid for the bell.",
         "affordable gutter repair quotes"),
        ("Volunteers spent winters on a hull get instant cash from $29 a month and in the end on the rudder and bell.",
         "get instant cash from $29 a month"),
        ("The volunteers met at No. 9. Repairing gutters of houses, the keeper said, was no longer cheap by then.",
         None),
        ("The volunteers won the Falkau Roof Repair and Gutter Award in the end for the hull and the bell.",
         None),
    ],
    ids=["between sentences", "a title", "a sentence", "a price", "a number", "a name"],
)  # fmt: skip
def test_capitals_and_stops_tell_where_an_offer_begins(paragraph: str, offer: str | None) -> None:
    assert found(paragraph) == ([offer] if offer else [])


def test_small_letters_tell_nothing_where_all_sentences_begin_with_them() -> None:
    text = "the volunteers met at the old hull. contact the keeper today to get started on a plan for your own boat."
    assert not found(text)
    planted_in = "The volunteers met at the old hull. sell your old ladders today The keeper of the bell was there."
    assert found(planted_in) == ["sell your old ladders today"]


def test_capitals_tell_nothing_where_most_words_have_one() -> None:
    text = (
        "The Volunteers Of The Old Ferry Chose The Family Dry Cleaning Shop That Raised The Keeper And The Bell Again."
    )
    assert not found(text)
    assert not found(text.upper())


def test_an_offer_longer_than_a_name_between_determiner_and_noun() -> None:
    offer = "email us at loans@quickcash.example"
    assert found(f"the volunteers spent three winters on the {offer} hull and paid for the rudder and the bell.") == [
        offer
    ]


def test_an_offer_that_the_article_repeats_is_its_topic() -> None:
    line = fold(HULL.format("click here to claim your bonus"))
    blocks = Articles.of([line, line], pl.Series(["a", "a"]))
    assert not list(planted(blocks))
