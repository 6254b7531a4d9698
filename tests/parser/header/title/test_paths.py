"""A path to the page names its headline, and is none, whatever stands between its parts."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

BODY = "\n".join(ENGLISH_BODY)
TITLE = "Wooden ferry sails again on the Marl"


@pytest.mark.parametrize("mark", [">", "»", "›", "≫", "→"])
def test_the_path_above_a_headline_is_no_headline(document, mark: str) -> None:
    page = (
        f"Menu\nSearch\nHome {mark} Rivers {mark} {TITLE}\n{TITLE}\n9 March 2021\nRivers\nShare\n{BODY}\nPrivacy policy"
    )
    assert document(page)["title"] == TITLE


def test_a_headline_of_a_sum_is_one(document) -> None:
    assert document(f"Menu\nSearch\nWhy 10 ≫ 1\n9 March 2021\n{BODY}\nPrivacy policy")["title"] == "Why 10 ≫ 1"
