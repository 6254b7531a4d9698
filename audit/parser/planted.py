"""Advertising that strangers planted between the paragraphs of a copied article."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from audit.text.kinship import terms
from audit.text.prompts import PLANTED

if TYPE_CHECKING:
    from audit.parser.page import Page

# A planted line is short (letters), and stands between paragraphs.
_MOST, _BESIDE = 60, 30
# Share of a foreign line's terms that may still stand in the article: words such as "release" stand anywhere.
_MOST_SHARED: Final = 0.4
# Each suspect is looked up in the whole article: only so many are.
_SUSPECTS: Final = 32
_LONGEST_FIRST: Final = tuple(sorted(PLANTED, key=lambda word: (-len(word), word)))


def find_planted(page: Page) -> frozenset[int]:
    """Return the content lines that are advertising beyond reasonable doubt.

    Short, no sentence, between two paragraphs, in the words of advertising, and foreign to the article. No content line
    of the labelled pages (340 pages, 9,000 content lines) is one.
    """
    suspects = (i for i in page.content[1:-1] if _is_framed(page, i) and _speaks_of_wares(page.folded[i]))
    return frozenset(i for i in islice(suspects, _SUSPECTS) if _is_foreign(page, i))


def _is_framed(page: Page, i: int) -> bool:
    beside = (i - 1, i + 1)
    short = page.weight[i] <= _MOST and not page.sentence[i] and page.cue[i] is None
    return short and all(not page.boilerplate[j] and page.weight[j] >= _BESIDE for j in beside)


def _speaks_of_wares(line: str) -> bool:
    return any(word in line for word in PLANTED)


def _is_foreign(page: Page, i: int) -> bool:
    """Return whether most of what the line says beside the words of advertising stands nowhere else in the article."""
    rest = page.folded[i]
    for word in _LONGEST_FIRST:
        rest = rest.replace(word, " ")
    said = terms(rest)
    elsewhere = page.body.replace(page.folded[i], " ")
    return bool(said) and sum(term in elsewhere for term in said) <= _MOST_SHARED * len(said)
