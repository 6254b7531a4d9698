"""What the forest of titles is told of a line depends on its own page alone."""

from __future__ import annotations

import numpy as np
import pytest

from audit.parser.blocks.boilerplate import decide
from audit.parser.blocks.features import lines
from audit.parser.blocks.page import Pages, pages
from audit.parser.header.title.signals import signs
from audit.parser.models.forest import load
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

# Pages that end with a heading, of which none stands above prose.
PAGES = (
    "\n".join((*ENGLISH_BODY, "A slower crossing")),
    "\n".join((*CHINESE_BODY, "慢一点的渡船")),
    "Prices at the Pier\nAle\nBread\nCoffee at noon",
)
OTHERS = ("Moin", "\n".join(ENGLISH_BODY[2:]), "")


def batch(*texts: str) -> Pages:
    return pages(decide(lines(list(texts)), load("blocks")), len(texts))


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("page", PAGES)
def test_signals_of_a_page_are_the_same_above_another(page: str, other: str) -> None:
    rows = np.arange(len(page.split("\n")))
    alone, first = (signs(batch(*texts), rows) for texts in ((page,), (page, other)))
    assert {name: column.tolist() for name, column in alone.items()} == {
        name: column.tolist() for name, column in first.items()
    }
