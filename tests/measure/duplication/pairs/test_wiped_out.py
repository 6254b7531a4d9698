"""What mass removal by signatures and joined clusters did to whole sources elsewhere: none of it happens here."""

from __future__ import annotations

import random

import pytest

from tests.measure.duplication.aside import Build, kept_instead
from tests.measure.duplication.template_texts.siblings import SIBLINGS

LICENCE = (
    "This book is in the care of the Reading Room of the harbour. You may lend it, copy it by hand and read it aloud, "
    "but you may not sell it, nor tear leaves from it, nor write the end of the story on its first page. Scanned from "
    "the copy in the attic, corrected by volunteers, who are sorry for what they did not see. Chapter the first. "
)
PHRASES = (
    "it was the custom in those days", "I remember as if it were yesterday", "the good people of the parish",
    "with a heavy heart he took up his pen", "let the reader judge for himself", "upon my word as a gentleman",
)  # fmt: skip


def stays(corpus: Build, bodies: list[str]) -> int:
    """Return how many documents are kept."""
    return kept_instead(corpus, bodies).count(-1)


def words(seed: int, count: int) -> str:
    """Return old prose: few words, all books have them, and a set phrase every two lines."""
    r = random.Random(seed)  # noqa: S311 text, not secrets
    common = [
        a + b for a in ("st", "br", "h", "l", "w", "gr", "th", "m") for b in ("ead", "ine", "ouse", "ight", "ay", "orn")
    ]
    lines = (" ".join(r.choices(common, k=18)) + ", " + r.choice(PHRASES) for _ in range(count // 24))
    return ". ".join(lines)


def test_a_source_of_filled_templates_stays(corpus: Build) -> None:
    r = random.Random(1)  # noqa: S311 text, not secrets
    pages = [SIBLINGS[kind](r) for kind in ("product", "bulletin") for _ in range(60)]
    assert stays(corpus, pages) >= 119


@pytest.mark.parametrize("own", [18, 24, 29])
@pytest.mark.parametrize("at", [0, 200, 400])
def test_a_source_of_one_clause_each_beside_a_long_text_stays(corpus: Build, article: Build, own: int, at: int) -> None:
    frame = article(1, 400)
    cards = [frame[:at] + article(2 + nth, own) + frame[at:] for nth in range(30)]
    assert stays(corpus, cards) == 30
    # Beside two or three of them it may be what a site puts around a copy.
    assert stays(corpus, cards[:3]) == 1


@pytest.mark.parametrize("line", [13, 0])
def test_a_text_that_thirty_sites_print_with_a_line_of_their_own_does_not(
    corpus: Build, article: Build, edited: Build, line: int
) -> None:
    text = article(1, 400)
    copies = [article(2 + nth, line) + (text if line else edited(text, 0.05, nth)) for nth in range(30)]
    assert stays(corpus, [text, *copies]) == 1


def test_a_library_of_old_books_stays(corpus: Build) -> None:
    books = [LICENCE + words(seed, 600 + 40 * seed) + " " + LICENCE for seed in range(30)]
    assert stays(corpus, books) == 30


def test_a_chain_of_neighbours_stays(corpus: Build, article: Build) -> None:
    # Each has half in common with the next; joined by what they share they would all be one.
    assert stays(corpus, [article(n, 150) + article(n + 1, 150) for n in range(30)]) == 30


def test_anthologies_of_the_same_poems_stay_as_far_as_each_has_one_of_its_own(corpus: Build, article: Build) -> None:
    poems = [article(n, 60) for n in range(16)]
    chosen = [random.Random(n).sample(range(16), 12) for n in range(10)]  # noqa: S311 text, not secrets
    assert stays(corpus, ["\n".join(poems[poem] for poem in some) for some in chosen]) == len(
        {frozenset(c) for c in chosen}
    )
