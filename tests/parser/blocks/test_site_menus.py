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
