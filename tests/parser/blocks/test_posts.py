"""Posts and comments: what stands between a member's line and the buttons below it, and what an article above says."""

from __future__ import annotations

import numpy as np
import pytest

from audit.parser.blocks.context.posts import is_comment, is_posted
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from audit.parser.blocks.whole import genre
from tests.parser.pages import ENGLISH_BODY

SAID = ("My oars are of ash, and they have lasted.", "Mine broke twice last year, so take the others!")
OPENED = "Which oars do you take for a slow river, when the boat is small and the water is high in spring?"
THREAD = f"ada\n3 days ago\n{OPENED}\nReply\ntobias\n2 days ago\n{SAID[0]}\nReply\nmartha\n1 day ago\n{SAID[1]}\nReply"


def posted(text: str, believed: tuple[str, ...]) -> list[str]:
    table = lines([text])
    content = np.isin(table["text"].to_numpy(), believed)
    rows = Rows(table)
    return table["text"].to_numpy()[is_posted(rows, content, genre.marks(rows)["thread"])].tolist()


def test_posts_are_told_by_their_surroundings() -> None:
    assert posted(THREAD, (OPENED,)) == list(SAID)


def test_comments_below_an_article_are_none() -> None:
    assert posted("\n".join((*ENGLISH_BODY, *["Comments"] * 20, THREAD)), (*ENGLISH_BODY, OPENED)) == []


def test_a_day_and_a_button_make_no_thread() -> None:
    assert posted(f"3 days ago\n{SAID[0]}\nReply\n{OPENED}", (OPENED,)) == []


def commented(text: str) -> list[str]:
    table = lines([text])
    rows = Rows(table)
    content = (table["sentence"] & table["cue"].is_null()).to_numpy()
    return table["text"].to_numpy()[is_comment(rows, content, genre.marks(rows)["thread"])].tolist()


def test_what_readers_say_below_an_article() -> None:
    assert commented("\n".join((*ENGLISH_BODY, "Comments", THREAD))) == [OPENED, *SAID]
    dated = f"{SAID[0]}\nMarch 10, 2021 at 8:14 am\nMartha says:\n{SAID[1]}"
    assert commented("\n".join((*ENGLISH_BODY, "2 responses to the ferry", dated))) == [*SAID]


@pytest.mark.parametrize(
    "page",
    [
        ("Comments", THREAD),
        (THREAD, *ENGLISH_BODY, "Comments", THREAD),
        (*ENGLISH_BODY, THREAD),
        (*ENGLISH_BODY, "Comments", *SAID, "March 10, 2021"),
        (OPENED, "2 comments", *ENGLISH_BODY, "March 10, 2021"),
    ],
    ids=["no article", "a thread", "no heading", "a day, none counted", "most below"],
)
def test_what_is_said_in_a_thread_stays(page: tuple[str, ...]) -> None:
    assert commented("\n".join(page)) == []
