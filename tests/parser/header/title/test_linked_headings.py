"""The first of a page's headings that link to themselves is the headline of documentation; a lone one proves none."""

from __future__ import annotations

from tests.parser.pages import ENGLISH_BODY

FIRST, SECOND, THIRD, *REST = ENGLISH_BODY
MENU = "Next\nPrevious\nModules\nIndex\nNavigation\nTillers 3.2 documentation »\nUser guide »\nTables\nRopes and knots"
FOOT = "Quick search\nThis page\nShow source\nCreated using Sphinx"
CONTENTS = "Table of contents\nThe tiller\nThe rope\nKnots\nDebugging\nWho is on duty\nThe bell"


def page(title: str, heading: str) -> str:
    parts = [MENU, title, CONTENTS, f"The tiller{heading}", FIRST, f"The rope{heading}", SECOND, THIRD, *REST, FOOT]
    return "\n".join(parts)


def test_the_first_of_linked_headings_is_the_headline(document) -> None:
    assert document(page("Ferries at work¶", "¶"))["title"] == "Ferries at work"
    assert document(page("tillers — Steer and be steered ¶", " ¶"))["title"] == "tillers — Steer and be steered"


def test_a_pilcrow_alone_proves_no_headline(document) -> None:
    told = document(page("Ferries at work", "").replace("The rope", "The rope¶", 1))
    assert told["title"] not in {"The rope", "The rope¶"}


def test_what_readers_may_do_with_a_page_stands_below_its_headline(document) -> None:
    top = f"{MENU}\nFerries at work\nCopy as Markdown\nOpen in ChatGPT"
    told = document("\n".join((top, *ENGLISH_BODY, "Ask about this section", FOOT)))
    assert told["title"] == "Ferries at work"
    assert not {"Open in ChatGPT", "Ask about this section"}.intersection(told["body"].split("\n"))
