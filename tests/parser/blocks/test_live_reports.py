"""A feed of news below an article goes; a report by time stays, with its times."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

HEAD = "Home\nNews\nSign in\nStorm reaches the ferry\nBy Peter Quill\nPublished March 9, 2021\n"
FOOT = "\nPrivacy policy\nTerms of use\nContact us"
NEWS = (
    "18:10 The council approves the law on wells with the votes of the opposition.",
    "17:52 A cyclist is hurt on the road to Marl.",
    "17:20 The exchange closes a little higher than on Monday.",
)
TOLD = (
    "The storm has made landfall north of Marl, and we follow it through the day.",
    "16:42",
    "The tunnel at the harbour is closed after a lorry was blown onto its side.",
    "16:20",
    "Ferries are cancelled until noon tomorrow, says the harbour master.",
    "15:58",
    "Water stands above the wall at Low Ferry, and pupils are taken home.",
    "15:02",
    "Good afternoon, and welcome.",
)


@pytest.mark.parametrize("heading", ["Última hora", "Newsticker", "Live updates", "速報"])
def test_a_feed_below_an_article(document, heading: str) -> None:
    body = "\n".join(ENGLISH_BODY)
    assert document(HEAD + "\n".join((body, heading, *NEWS)) + FOOT)["body"] == body


@pytest.mark.parametrize("text", ["\n".join((*ENGLISH_BODY[:2], *NEWS)), "\n".join(TOLD)], ids=["in lines", "by marks"])
def test_a_report_by_time(document, text: str) -> None:
    assert document(HEAD + text + FOOT)["body"] == text


def test_times_of_films_are_no_report(document) -> None:
    films = "\n".join(f"{n}:4{n}\nHow to row a boat in {n} lessons" for n in range(1, 8))
    assert "1:41" not in document(HEAD + "\n".join((*ENGLISH_BODY, "Most popular", films)) + FOOT)["body"]
