"""Where next to no prose is found the place says more than the look: verse and lists stay on a page with furniture."""

from __future__ import annotations

import numpy as np
import pytest

from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from audit.parser.blocks.whole.genre import is_appended, is_terse
from tests.parser.pages import ENGLISH, ENGLISH_BODY

VERSE = "Grey the heron\non the shore\nslow the river\nslow the oar\n" * 2
SOUP = "Serves 4\n2 onions\n1 l water\n300 g barley\nsalt\n1. Boil the water.\n2. Add the rest.\n3. Serve."


DATED = "".join(f"{n} May 2021\nGrey the heron\n" for n in range(1, 6))


def test_a_page_is_terse_when_few_letters_of_paragraphs_are_kept_and_it_is_no_list() -> None:
    table = lines([f"By Ada\n{VERSE}", " ".join(ENGLISH_BODY), ENGLISH_BODY[0], DATED, VERSE])
    flags = is_terse(Rows(table), np.ones(len(table), np.bool_))
    told = [set(flags[table["document"].to_numpy() == n].tolist()) for n in range(5)]
    assert told == [{True}, {False}, {True}, {False}, {False}]


@pytest.mark.parametrize("text", [VERSE, SOUP], ids=["verse", "recipe"])
def test_another_text_where_the_article_stands_stays(document, text: str) -> None:
    page = [line for line in ENGLISH.split("\n") if line not in ENGLISH_BODY and line != "Advertisement"]
    kept = document("\n".join((*page[:6], text, *page[6:])))["body"].split("\n")
    assert [line for line in text.split("\n") if line and line not in kept] == []
    assert not {"Privacy policy", "Bridge toll goes up", "Where to swim this summer"} & set(kept)


@pytest.mark.parametrize(
    ("page", "gone"),
    [
        (f"By Ada\n{VERSE}Related stories\nBridge toll goes up", ["Bridge toll goes up"]),
        (f"By Ada\n{VERSE}Related stories\nWho pays?\nNobody.\nIt is free.", ["Who pays?"]),
        (f"{VERSE}Related stories\nBridge toll goes up", []),
        (f"By Ada\nRelated stories\n{VERSE}", []),
        (f"By Ada\n{' '.join(ENGLISH_BODY)}\nRelated stories\nBridge toll goes up", []),
    ],
    ids=["below verse", "a sentence below", "no writer", "above verse", "below prose"],
)
def test_what_stands_below_a_heading_of_other_articles(page: str, gone: list[str]) -> None:
    table = lines([page])
    found = is_appended(Rows(table), table["cue"].is_null().to_numpy())
    assert table["text"].to_numpy()[found].tolist() == gone
