"""Which of two likely lines is no headline."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from audit.parser.blocks.page import Pages
from audit.parser.header.title.rivals import is_deck

TITLE = "The bell that would not stop"
DECK = "For eighty years it rang day and night, and nobody in the valley knew who pulled its rope"


def _is_deck(above: str, below: str, lead: int, *, apart: bool = False) -> bool:
    texts = (above, *("Share",) * apart, below)
    letters = [float(sum(map(str.isalpha, text))) for text in texts]
    lines = pl.DataFrame(
        {
            "document": np.zeros(len(texts), np.int64),
            "weight": letters,
            "boilerplate": [False] * len(texts),
            "twin": [False] * len(texts),
            "folded": texts,
            "sentence": [text.endswith((".", "?", "!", "？")) for text in texts],
            "closes": [ord(text[-1]) for text in texts],
            "space": [text.count(" ") for text in texts],
            "wide": [0 if text.isascii() else len(text) for text in texts],
        }
    )
    rows = np.array([0, len(texts) - 1])
    first, last = is_deck(Pages(lines, np.array([0, len(texts)])), rows, np.array([0, lead])).tolist()
    assert not first
    return bool(last)


@pytest.mark.parametrize(
    ("title", "deck"),
    [
        (TITLE, DECK),
        ("磨坊的钟停不下来", "钟" * 70),
        ("Who pulls the rope at night?", DECK),
        ("谁在夜里敲磨坊的钟？", "钟" * 70),
    ],
)
def test_a_deck_yields_to_the_headline_right_above(title: str, deck: str) -> None:
    assert _is_deck(title, deck, 90)
    assert not _is_deck(title, deck, 200)
    assert not _is_deck(title, deck, 90, apart=True)


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("Culture", DECK),
        ("钟楼", "钟" * 70),
        (TITLE, "The old ferry sails again"),
        (f"{TITLE}.", DECK),
        ("Who cares?", DECK),
    ],
)
def test_a_headline_does_not_yield_to_what_is_no_headline(above: str, headline: str) -> None:
    assert not _is_deck(above, headline, 90)
