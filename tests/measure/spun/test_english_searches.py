"""English searches for wares inside sentences: planted ones, and those that people write."""

from __future__ import annotations

import pytest

from tests.measure.spun.paragraphs import EN, HULL, found


@pytest.mark.parametrize(
    "search", ["cheap ladders for sale", "best water pumps near me", "online casino no deposit bonus", "buy followers"]
)
def test_an_english_search_in_a_sentence(search: str) -> None:
    assert found(HULL.format(search), EN) == [search] * (search != "buy followers")


@pytest.mark.parametrize(
    ("paragraph", "passage"),
    [
        (HULL.replace("{}", "antique brass lamp reviews"), "antique brass lamp reviews"),
        ("they spent the winter on antique brass lamp reviews the hull and in the end replaced the planks too",
         "antique brass lamp reviews"),
        ("they spent the winter on the antique lamp that they found in the old mill, and on the hull of the ferry",
         None),
        ("they spent the winter with antique brass lamp reviews, and in the end they replaced the planks of the hull",
         None),
        ("they spent the winter on the hull and cheap roof tiles coupon in the end they replaced the planks too",
         "cheap roof tiles coupon"),
        ("in those years workshops near falkau hung bicycle lamps in every window, and replaced the planks of the hull",
         None),
        ("they spent the winter in the lanes above ronda craftsmen engrave silver rings and mend the planks of hulls",
         None),
        (("We asked the three partners of Hale & Sons & Daughters, ironmongers, what they wish every customer knew. "
          "Here is their list, first printed in our weekly Q&A; none of it needs a drill."), None),
        ("sie haben im winter lang alte messing lampen reviews die im schuppen lagen gelesen und geputzt und verkauft",
         None),
    ],
    ids=["before a verb", "between words that join", "behind an article", "before a mark", "an end", "a clause",
         "where a gap is left", "before initials", "in German"],
)  # fmt: skip
def test_an_english_search_that_everybody_might_write_stands_where_the_sentence_joins(
    paragraph: str, passage: str | None
) -> None:
    assert found(paragraph, EN) == ([passage] if passage else [])


@pytest.mark.parametrize(
    ("paragraph", "passage"),
    [
        ("they spent three winters on affordable gutter repair quotes the hull and replaced the planks of the ferry",
         "affordable gutter repair quotes"),
        ("they spent three winters on the gutter, asked for a quote, and had the repair of the planks done by the mill",
         None),
        ("they spent three winters on the hull and on e-mortgage e-casino pages, and replaced the planks of the ferry",
         None),
        ("they spent three winters on the hull, and a payday loan company in the town paid for the planks of the ferry",
         None),
        ("they spent three winters on the hull while his brother sold designer handbags from a shed nearby in the town",
         None),
        ('they spent three winters on the hull and looked for "cheap mattress store deals" when they wanted a bed',
         None),
    ],
    ids=["in a sentence", "with grammar", "inside longer words", "the place of a noun", "a verb", "a query"],
)  # fmt: skip
def test_english_words_of_wares_strung_together(paragraph: str, passage: str | None) -> None:
    assert found(paragraph, EN) == ([passage] if passage else [])


@pytest.mark.parametrize(
    ("paragraph", "passage"),
    [
        ("they spent three winters on tankless water heater cost the hull and replaced the planks of the ferry",
         "tankless water heater cost"),
        ("volunteers spent winters, cheap patio furniture clearance sale on the hull and replaced the planks of it",
         "cheap patio furniture clearance sale"),
        ("volunteers spent winters, patio furniture clearance sale, the hull, and replaced the planks of the ferry",
         None),
        ("on the hull his uncle sold patio furniture covers and garden sheds while they replaced all of the planks",
         None),
    ],
    ids=["between words", "behind a comma", "between commas", "the object of a verb"],
)  # fmt: skip
def test_an_english_phrase_is_planted_beside_a_word_that_does_not_need_it(paragraph: str, passage: str | None) -> None:
    assert found(paragraph, EN) == ([passage] if passage else [])
