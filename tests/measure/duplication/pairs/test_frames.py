"""Articles in one publishing system's frame: a copy in it is found, other articles in the same frame are none."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from tests.measure.duplication.aside import set_aside
from tests.parser.stories import story

Build = Callable[..., Any]

SITES = ("Harbour Post", "Lindenau Courier", "Saltmere Gazette", "Valley Herald", "Northern Star", "Ferry Times")
MENU = ("Home | News | Sport | Culture | Weather", "Subscribe to the paper edition and read all articles first")
FOOTER = (
    "Share this article with your friends and neighbours",
    "We check all reports that reach us before we print them, and we correct what was wrong on the next day.",
    "Write to the editors if you have seen something that the people of this place should know about.",
    "All rights reserved. No part of this page may be copied without the consent of the publishers.",
)


def framed(paragraphs: list[str], nth: int) -> str:
    """Return an article as a publishing system prints it: with a site, a day, an author and a counter of its own."""
    chance = random.Random(nth)  # noqa: S311 text, not secrets
    site, author = (
        chance.choice(SITES),
        f"{chance.choice('ABCDE')}. {chance.choice(('Finch', 'Marsh', 'Lund', 'Voss'))}",
    )
    byline = f"By {author}, {site}, {1 + nth} March 20{10 + nth % 80}, read by {chance.randrange(9000)} people"
    return "\n".join([site, *MENU, byline, *paragraphs, *FOOTER, f"{site}, page {chance.randrange(90)}"])


def pages(count: int) -> list[str]:
    return [framed(story(nth, 4), nth) for nth in range(count)]


def test_an_article_printed_again_in_the_frame_of_its_system_is_a_copy(corpus: Build) -> None:
    reposted = framed(story(0, 4), 9)
    assert set_aside(corpus, [*pages(8), reposted]).keys() | {0} == {0, 8}


def test_other_articles_in_the_frame_stay(corpus: Build) -> None:
    assert not set_aside(corpus, pages(10))


@pytest.mark.parametrize("other", ["Price: 48", "Item number: 7731"])
def test_a_description_with_another_price_or_number_stays(corpus: Build, other: str) -> None:
    """Variants of a thing share their description as a repost shares its article."""
    label = other.partition(":")[0]
    described = story(0, 4)
    bodies = [framed([f"{label}: 12", *described], 0), *pages(8)[1:], framed([other, *described], 9)]
    assert not set_aside(corpus, bodies)


def test_a_short_remark_of_many_reports_is_no_article(corpus: Build) -> None:
    remark = story(0, 1)[0].split(". ")[0] + "."
    reports = [framed([remark, story(number, 1)[0]], number) for number in (30, 31)]
    assert not set_aside(corpus, [*pages(8), *reports])
