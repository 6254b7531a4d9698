"""The menu of a manual goes from a page that is otherwise plain, and lists of texts that look like one stay."""

from __future__ import annotations

import pytest

CHAPTERS = (
    "Marl by boat", "Getting a boat", "Boats for hire", "Boats of one's own", "Before you row", "Reading the tide",
    "Ropes and knots", "Weather on the water", "On the water", "Leaving the quay", "Crossing the weir",
    "Mooring at night", "Meeting a ferry", "After the trip", "Cleaning the hull", "Storing the oars", "Repairs",
    "Planks and nails", "Tar and paint", "Maps", "Lower valley", "Upper valley",
)  # fmt: skip
TEXT = (
    "A moored boat drifts with the wind and swings with the tide, so it needs two ropes and room on both sides.",
    "Tie the first rope to the ring above the high mark, and the second one to a stone that the water never covers.",
    "In the morning look at the knots before anything else: a wet rope is shorter than a dry one by a hand.",
)
PAGE = "\n".join((*CHAPTERS, "Mooring at night", *TEXT))


def test_a_menu_that_names_its_page_goes(document) -> None:
    assert document(PAGE)["body"].splitlines() == ["Mooring at night", *TEXT]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join((*CHAPTERS, *(f"{name}\n{TEXT[0]}" for name in CHAPTERS))),
        "\n".join(("Mooring at night", *CHAPTERS[:11], *CHAPTERS[12:], "Mooring at night", *TEXT)),
        "\n".join((*CHAPTERS[:11], *CHAPTERS[12:], "Mooring at night", *TEXT)),
        "\n".join((*(f"{name} $4" for name in CHAPTERS), "Mooring at night $4", *TEXT)),
        "\n".join((*CHAPTERS[:12], *CHAPTERS[:12], "Mooring at night", *TEXT)),
    ],
    ids=["a table of contents", "a list below its title", "a list of others", "a list of prices", "a list said twice"],
)
def test_a_list_above_a_text_stays(document, text: str) -> None:
    made = document(text)
    kept = {made["title"], *made["body"].splitlines()}
    assert [line for line in text.splitlines() if line not in kept] == []


ENTRIES = (
    "Skip to content", "Products", "Forms", "Ask your readers what they want.", "Letters",
    "Write to all of them at once.", "Boards", "Show what is done and what is not.", "Solutions", "For schools",
    "Keep every class on one page.", "For shops", "Resources", "Blog", "News", "Newsletter", "About us", "Our team",
    "Careers", "Contact us", "Support", "FAQ", "Events", "Shop", "Community", "Partners", "Pricing",
)  # fmt: skip
TAGLINES = [line for line in ENTRIES if line.endswith(".")]
LANDING = (
    "Paper for people who plan",
    "We make planners, forms and boards for those who have more plans than hours, and for all who work with them.",
    "Our paper is made in a mill on the river, from rags, and takes ink on both sides without showing it through.",
    "Whoever orders before noon has it on the next day, wrapped in what we would otherwise have thrown away.",
)
FOOT = ("Contact us", "Careers", "Privacy policy", "Terms of use", "© 2024 Plan Paper. All rights reserved.")


@pytest.mark.parametrize("login", ["Log in", "Sign in", "Cart (0)", "Anmelden", "登录"])
def test_taglines_above_the_login_go(blocks, login: str) -> None:
    said = {b["text"]: b for b in blocks("\n".join((*ENTRIES, login, *LANDING, *FOOT)))}
    assert [line for line in TAGLINES if not said[line]["boilerplate"]] == []
    assert not any(said[line]["boilerplate"] for line in LANDING)


@pytest.mark.parametrize("login", ["Log in", "Sign in to check out", "Sign in"])
def test_a_text_above_a_login_stays(document, login: str) -> None:
    text = ("The river rose at night.", "Nobody had expected it.", "Three boats were lost.", "One was found again.")
    body = document("\n".join((*ENTRIES[12:], LANDING[0], *text, login, *LANDING[1:], *FOOT)))["body"]
    assert [line for line in text if line not in body] == []


def test_an_article_above_its_wall_stays(document) -> None:
    head = (
        "Home",
        "News",
        "Sport",
        "The ferry sails again",
        "By Ada Finch",
        "4 March 2024",
        "It is green.",
        "It is new.",
    )
    body = document("\n".join((*head, "It sinks no more.", "Sign in", *LANDING[1:], *FOOT)))["body"]
    assert "It sinks no more." in body
