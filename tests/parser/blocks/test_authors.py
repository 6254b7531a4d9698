"""What a page says of an article's author is none of the article, where pages say it."""

from __future__ import annotations

import numpy as np
import pytest

from audit.parser.blocks.context.authors import is_about_author
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from tests.parser.pages import ENGLISH_BODY

AUTHOR = "Ada Finch is a physics teacher and freelance writer. She steers the ferry on weekends, and tells of it here."
ARTICLE = tuple(f"{ENGLISH_BODY[0]} {line}" for line in (*ENGLISH_BODY, *ENGLISH_BODY[::-1]))


def lines_about_authors(text: list[str], *, furnished: bool = True) -> list[str]:
    table = lines(["\n".join(text)])
    every = np.ones(len(table), np.bool_)
    found = is_about_author(Rows(table), every, every & furnished)
    return table["text"].to_numpy()[found].tolist()


@pytest.mark.parametrize("text", [[AUTHOR, *ARTICLE], [*ARTICLE, AUTHOR]], ids=["above", "below"])
def test_an_author_is_told_of_above_and_below(text: list[str]) -> None:
    assert lines_about_authors(text) == [AUTHOR]
    assert lines_about_authors(text, furnished=False) == []


@pytest.mark.parametrize(
    "text",
    [
        [*ARTICLE[:5], AUTHOR, *ARTICLE[5:]],
        [AUTHOR],
        [*ARTICLE, "The ferry is a manager of rivers, for its bell tells them when to rise and when to fall again."],
        [*ARTICLE, "Oarlock is a package manager that treats the wishes of ferrymen with the highest respect of all."],
        [*ARTICLE, "Ada Finch was in the boat at dawn, and she said that the heron would be back before the winter."],
    ],
    ids=["inside", "alone", "no name", "a thing", "no occupation"],
)
def test_what_speaks_of_no_author_stays(text: list[str]) -> None:
    assert lines_about_authors(text) == []
