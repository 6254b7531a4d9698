"""Versions of a page count once among its siblings; pages that fill one template with other lines are none."""

from __future__ import annotations

import pytest

from audit.parser.templates.sketches import marks
from audit.parser.templates.template_lines import line_keys
from audit.parser.templates.template_table import outline
from tests.parser.stories import WORDS, edited, story
from tests.parser.templates.in_memory import articles_of

NOTICE = "Order before two in the afternoon, and we send your parcel on the same working day, at no cost to you."
RETURNS = "You can send back anything that you do not like within thirty days, and we pay what you have paid for it."
CARDS = "We take all major cards, and what you tell us about yours is encrypted and never kept on our servers."


def articles(pages: list[str]) -> int:
    table = outline(pages)
    return len(set(articles_of(marks(table, line_keys(table), [""] * len(pages))).tolist()))


def goods(n: int, body: list[str], teasers: int = 0) -> str:
    """Return a page of a shop, mostly template."""
    name, other = f"{WORDS[n % 11]} {WORDS[n // 11 + 3]}", WORDS[n + 5]
    return "\n".join(
        [
            *("Skip to the content", NOTICE, f"Home > Household > {name}", name, "Item no. 1234", "$ 12.90"),
            *("Add to basket", "Add to wish list", f"Buy the {name} now, and enjoy it for many years to come.", *body),
            *("Material", other, "Weight", "120 g", "You may also like"),
            *(f"The {WORDS[teasers % 11]} that {WORDS[teasers % 7]} made" for _ in range(teasers % 3)),
            *("Delivery and returns", RETURNS, CARDS, "About us", "Careers", "Imprint"),
        ]
    )


@pytest.mark.parametrize("count", [5, 12, 30])
@pytest.mark.parametrize("sentences", [0, 1, 4])
def test_pages_of_one_template_are_no_versions(count: int, sentences: int) -> None:
    assert articles([goods(n, story(n, sentences)) for n in range(count)]) == count


@pytest.mark.parametrize("count", [2, 5, 12])
@pytest.mark.parametrize("sentences", [0, 1, 4])
def test_crawls_of_a_page_with_other_teasers_are_versions(count: int, sentences: int) -> None:
    assert articles([goods(1, story(1, sentences), n) for n in range(count)]) == 1


@pytest.mark.parametrize("others", [0, 3, 9])
def test_edited_pages_of_one_template_are_versions(others: int) -> None:
    drafts = [goods(1, edited(story(1, 8), seed)) for seed in range(3)]
    assert articles([*drafts, *(goods(n, story(n, 8)) for n in range(2, 2 + others))]) == 1 + others


@pytest.mark.parametrize("others", [1, 3, 9])
def test_an_article_under_another_headline_and_in_another_section_is_a_version(others: int) -> None:
    changed = goods(1, story(1, 8)).replace(f"{WORDS[1]} {WORDS[3]}", "another name")
    assert articles([goods(1, story(1, 8)), changed, *(goods(n, story(n, 8)) for n in range(2, 2 + others))]) == (
        1 + others
    )


@pytest.mark.parametrize("count", [2, 4, 12])
def test_crawls_of_a_page_alone_with_other_articles_beside_are_versions(count: int) -> None:
    beside = [f"Previous\n{WORDS[n]} and {WORDS[n + 9]}\nNext\n{WORDS[n + 3]} or {WORDS[n + 20]}" for n in range(count)]
    assert articles([goods(1, story(1, 3)).replace("You may also like", links) for links in beside]) == 1
