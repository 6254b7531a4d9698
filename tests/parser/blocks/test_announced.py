"""A list that a line announces stays with it; what only follows a colon goes."""

from __future__ import annotations

import pytest

MENU, FOOTER = "Home\nBoats\nWeather\nSign in\nAbout us", "Cookie settings\nPrivacy policy\nTerms of use\nImprint"
SAID = (
    "The ferry went back into service on Saturday, twelve years after it was tied up below the mill of the upper town.",
    "Volunteers spent three winters on the hull, and they replaced forty planks, the rudder and the bell in the end.",
)
LISTS = {
    "en": ("There are four things that the crew will take from you at the gate:", ("Bikes", "Prams", "Skis", "Dogs")),
    "de": ("Das hier nimmt euch die Mannschaft an der Schranke ab:", ("Räder", "Kinderwagen", "Ski", "Hunde")),
    "zh": ("上船以前，船工会在渡口代为保管以下几样东西：", ("单车", "童车", "雪板")),
}


def _page(*lines: str) -> str:
    return "\n".join((MENU, "The ferry sails again", "By Ada Finch", "9 March 2021", SAID[0], *lines, FOOTER))


@pytest.mark.parametrize("language", LISTS)
def test_a_list_stays_with_what_announces_it(document, language: str) -> None:
    clause, items = LISTS[language]
    body = document(_page(clause, *items, SAID[1]))["body"].splitlines()
    assert [line for line in (clause, *items) if line not in body] == []


def test_the_reason_names_the_line_above(parsed) -> None:
    clause, items = LISTS["en"]
    told = {b["text"]: b["reason"] for b in parsed(_page(clause, *items, SAID[1])).blocks.to_pylist()}
    assert any("announces" in told[item] for item in items)


@pytest.mark.parametrize(
    "lines",
    [
        (SAID[1], "Share this:", "Facebook", "Post", "Mail", SAID[0]),
        (SAID[1], "You may also like to read this on the ferry:", "Bridge toll", "New mayor", "Read more"),
        (SAID[1], "Here is what the others in the valley read today:", "Subscribe now", "Log in", "Sign up"),
    ],
    ids=["a label", "nothing of the text below", "furniture"],
)
def test_what_is_below_another_colon_is_not_kept_for_it(parsed, lines: tuple[str, ...]) -> None:
    told = [b["text"] for b in parsed(_page(*lines)).blocks.to_pylist() if "announces" in b["reason"]]
    assert told == []
