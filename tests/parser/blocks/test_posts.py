"""Posts: what stands between a member's line and the buttons below it."""

from __future__ import annotations

import numpy as np

from audit.parser.blocks.context.posts import is_posted
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
