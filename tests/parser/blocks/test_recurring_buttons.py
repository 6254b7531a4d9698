"""What heads other articles where it stands once is a button where it recurs: the lines below are the next item's."""

from __future__ import annotations

import pytest

HEAD = "Home\nProducts\nPricing\nSign in\nKites for every wind\nWe build kites and study how they fly.\nOur papers\n"
FOOT = "Contact us\nPrivacy policy\n© 2021 Small Kites. All rights reserved."
PAPERS = {
    "How long tails calm a diamond kite in gusts above eight metres a second": "Ada Finch, Bo Lind, Carla Reyes",
    "Bridles of three lines and of four: what forty flights from one hill tell": "Bo Lind, Dana Weiss (Hill School)",
    "Paper against silk: a comparison on the beach at noon and in the evening": "Carla Reyes, Ada Finch, Ed Moss",
    "Where on the sail the pull of the wind is felt, and how we came to measure it": "Fay Osei, Bo Lind",
}
ARTICLE = (
    "The kite that crossed the bay\nBy Ada Finch\nMarch 3, 2021\n"
    "It left the northern beach at nine in the morning, on a line as thin as a hair, and nobody believed in it.\n"
    "At noon the wind turned, and for an hour it stood above the ferry, which had slowed down to look at it.\n"
    "Two boys found it in the evening on the other side, whole but for the tail, and carried it to the school.\n"
)
OTHERS = "Gulls of the northern beach\nThe ferry slows down again\nWinds of last week"


def page(button: str) -> str:
    return HEAD + "\n".join(f"Theory\n{title}\n{people}\n{button}" for title, people in PAPERS.items()) + "\n" + FOOT


@pytest.mark.parametrize("button", ["Read more", "Read More →", "Lesen Sie mehr", "Leia mais", "Add comment"])
def test_items_stay_between_buttons(document, button: str) -> None:
    body = (document(page(button))["body"] or "").splitlines()
    assert set(PAPERS) <= set(body)
    assert button not in body


@pytest.mark.parametrize("heading", ["Read more", "Related articles", "Most popular"])
def test_what_stands_once_heads_other_articles(document, heading: str) -> None:
    body = document(f"Home\nSign in\nNews\n{ARTICLE}{heading}\n{OTHERS}\n{FOOT}")["body"]
    assert not set(OTHERS.splitlines()) & set(body.splitlines())


def test_a_heading_is_no_button_though_it_recurs(document) -> None:
    parts = "\n".join(f"Most popular\n{line}" for line in OTHERS.splitlines())
    body = document(f"Home\nSign in\nNews\n{ARTICLE}{parts}\n{FOOT}")["body"]
    assert not set(OTHERS.splitlines()) & set(body.splitlines())
