"""On pages of next to no prose what stands between lines that say they are furniture is one text, and kept whole."""

from __future__ import annotations

import numpy as np
import pytest

from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.context.unfurnished_text import is_in_unfurnished_text
from audit.parser.blocks.features import lines

MENU, SHARE = ("Home", "News", "Sport", "Log in"), ("Share", "Facebook")
VERSE = ("Grey the heron", "on the shore", "slow the river", "slow the oar", "Amen")
BELOW = ("Related articles", "Bridge toll goes up", "Where to swim", "Privacy policy")
HEADER = ("By Ada Finch", "12 May 2021")
PROSE = "The ferry went back into service on Saturday, twelve years after it was tied up below the mill. " * 4


def held(page: tuple[str, ...], *, content: tuple[str, ...] = ()) -> list[str]:
    table = lines(["\n".join(page)])
    texts = table["text"].to_list()
    kept = np.array([text in content for text in texts])
    found = is_in_unfurnished_text(Rows(table), kept, table["cue"].is_not_null().to_numpy())
    return [text for text, flag in zip(texts, found, strict=True) if flag]


@pytest.mark.parametrize(
    ("page", "content"),
    [
        ((*MENU, *HEADER, *SHARE, *VERSE, *BELOW), ()),
        ((*MENU, *VERSE, *SHARE, *BELOW), ()),
        ((*MENU, *VERSE, *SHARE, "Privacy policy"), VERSE[:3]),
        (("Home", "Comments", "News", *HEADER, *VERSE, *BELOW), ()),
    ],
    ids=["below day and byline", "above other articles", "mostly content", "comments in a menu"],
)
def test_a_text_without_furniture_is_kept_whole(page: tuple[str, ...], content: tuple[str, ...]) -> None:
    assert held(page, content=content) == list(VERSE)


@pytest.mark.parametrize(
    ("page", "content"),
    [
        ((*MENU, *BELOW, *VERSE), VERSE[:3]),
        ((*MENU, *VERSE, *SHARE, "Privacy policy"), VERSE[:1]),
        ((*MENU, *HEADER, PROSE, *SHARE, *VERSE, *BELOW), (PROSE.strip(),)),
        ((*(f"{n} May 2021" for n in range(1, 6)), *VERSE, *BELOW), VERSE),
        ((*MENU, *HEADER, *VERSE[:2], *BELOW), ()),
        ((), ()),
    ],
    ids=["below other articles", "mostly furniture", "a page of prose", "a list of days", "two lines", "empty"],
)
def test_other_lines_are_none_of_it(page: tuple[str, ...], content: tuple[str, ...]) -> None:
    assert held(page, content=content) == []
