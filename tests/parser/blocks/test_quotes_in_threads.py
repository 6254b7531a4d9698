"""What an answer in a thread quotes is of the post that said it first; lines that end each post of a member are not."""

from __future__ import annotations

import numpy as np
import pytest

from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from audit.parser.blocks.threads.frames import frames

POSTS = (
    "The hull leaks where the rudder goes through, and only when she is loaded to the second line.",
    "Pack the gland again. It takes an hour and a hand's length of flax.",
    "Packed it with flax and tallow, and she has been dry for a week now.",
)
# Without a full stop, as short as lines that recur in frames, and with a link.
QUOTED = (
    "Bought two balls of it last spring for the other boat and never opened the box, they must be in the loft by now",
    "Nobody in the whole yard ever told me that flax could rot.",
    "The chandler has it in three widths, see https://rope.example/flax",
)
# A post of few lines is kept as a whole.
SAID, ANSWERED = (
    "\n".join((f"{word}, it is the water.", "I have had it up the creek and down.", "Ask anyone."))
    for word in ("No", "Yes")
)
SIGNATURE = "Rigger, splicer and mender of sails - ask me about ratlines and the great gale"


def thread(second: str, last: str) -> str:
    """Return a page of five posts below the members' cards; two of them are given."""
    card = "{}\nFull Member\nPosts: 41{}\nJoined: Mar 2019\n#{}\n{}\nReply\nQuote"
    names, posts = ("tarpot", "Mrs Oakum", "bilge rat", "tarpot", "Mrs Oakum"), (POSTS[0], second, *POSTS[1:], last)
    framed = (card.format(name, n, n, post) for n, (name, post) in enumerate(zip(names, posts, strict=True), 1))
    return "\n".join(("Home", "Boats", "Leak at the rudder", *framed, "Jump to", "Who is online", "2 guests"))


def short_posts(second: str, last: str) -> list[int]:
    """Return at which places of the thread the lines are that are kept for being of a post."""
    return np.flatnonzero(frames(Rows(lines([thread(second, last)]))).posts).tolist()


@pytest.mark.parametrize("quoted", QUOTED)
def test_what_an_answer_quotes_is_of_the_post_where_it_was_said(quoted: str) -> None:
    said = f"{SAID}\n{quoted}\nSo much for flax, then, and for tallow as well."
    answer = f"Mrs Oakum said:\n{quoted}\n{ANSWERED}"
    first, again = (n for n, line in enumerate(thread(said, answer).splitlines()) if line == quoted)
    found = short_posts(said, answer)
    assert first in found
    assert again not in found


@pytest.mark.parametrize("line", [*QUOTED, SIGNATURE])
def test_what_ends_the_posts_of_a_member_is_no_quote(line: str) -> None:
    said = f"{SAID}\n{line}", f"{ANSWERED}\n{line}"
    assert {n for n, other in enumerate(thread(*said).splitlines()) if other == line}.isdisjoint(short_posts(*said))
