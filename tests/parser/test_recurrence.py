from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.parser.features import lines
from audit.parser.recurrence import repeats_of
from audit.parser.repeats import repeat_columns

PLACES = ("harbour", "mill", "school", "market", "quarry", "station", "library", "orchard", "bakery", "chapel", "dam")


def article(place: str) -> list[str]:
    return [
        f"What became of the {place} that everybody had given up for lost",
        f"The {place} stood empty for years, its windows boarded up, and children dared each other to climb inside.",
        f"Then a couple from the city bought the {place} for next to nothing and began to mend what could be mended.",
        f"Today the {place} opens its doors on every first Sunday, and the whole valley comes to have a look at it.",
    ]


def dump(*parts: list[str]) -> str:
    return "\n".join(line for part in parts for line in part)


MENU = ["Weather", "Traffic", "Obituaries"]
COOKIES = ["We and our partners keep things on your device, and you may change your mind about that at any time."]
TEASERS = [f"{place.title()} news in brief" for place in PLACES]


def repeated(*texts: str, sources: list[str] | None = None, guard: bool = True) -> list[int]:
    """Return how many lines of each text stand in others, with a neighbour."""
    table, named = lines(texts), sources or [""] * len(texts)
    found = repeat_columns(table, named, repeats_of(table, named, guard=guard))
    counted = pl.concat([table.select("document"), found], how="horizontal").filter(pl.col("repeats_paired") > 0)
    return np.bincount(counted["document"].to_numpy(), minlength=len(texts)).tolist()


def test_two_copies_of_one_article_do_not_erase_each_other() -> None:
    copy = dump(MENU, article("mill"))
    assert repeated(copy, copy, dump(MENU, article("dam"))) == [3, 3, 3]


def test_without_the_guard_copies_erase_each_other() -> None:
    copy = dump(MENU, article("mill"))
    assert repeated(copy, copy, dump(MENU, article("dam")), guard=False) == [7, 7, 3]


@pytest.mark.parametrize("crawls", [2, 3, 9, 40])
def test_crawls_of_one_article_with_other_furniture_count_once(crawls: int) -> None:
    texts = [dump([f"{PLACES[n % 11]} {chr(97 + n)}"], MENU, article("mill"), TEASERS[: n % 5]) for n in range(crawls)]
    others = [dump(MENU, article(place)) for place in ("dam", "chapel", "quarry")]
    made = repeated(*texts, *others)
    assert max(made) <= 3


def test_one_crawl_with_readers_comments_is_a_copy_still() -> None:
    comments = ["I used to play there as a child, and I am glad that somebody takes care of it now at last."]
    one, other = dump(MENU, article("mill")), dump(MENU, article("mill"), comments)
    assert repeated(one, other, dump(MENU, article("dam"))) == [3, 3, 3]


def test_copies_in_verse_count_once() -> None:
    verse = [f"the {place} sleeps" for place in PLACES]
    assert repeated(dump(MENU, verse), dump(MENU, verse)) == [0, 0]


def test_pages_with_the_same_notice_are_no_copies() -> None:
    made = repeated(*(dump(MENU, article(place), COOKIES, TEASERS) for place in ("mill", "dam")))
    assert made == [15, 15]


def test_one_paragraph_in_common_makes_no_copies() -> None:
    quoted = article("mill")[2:3]
    made = repeated(dump(MENU, article("mill")), dump(MENU, article("dam"), quoted))
    assert made == [3, 3]


def test_many_documents_of_one_source_are_counted_all() -> None:
    texts = [dump(MENU, [f"{PLACES[n % 11]} {'x' * n}"], article(f"{'y' * n} house")) for n in range(30)]
    table = lines(texts)
    found = repeat_columns(table, [""] * 30, repeats_of(table, [""] * 30))
    assert found.row(1) == (29, 29, 29)


@given(st.permutations(range(6)))
def test_the_order_of_documents_changes_nothing(order: list[int]) -> None:
    texts = [dump(MENU, article(PLACES[n // 2]), TEASERS[: n % 3]) for n in range(6)]
    straight = repeated(*texts)
    assert repeated(*(texts[n] for n in order)) == [straight[n] for n in order]
