"""Short posts of threads: thanks of one word stay, and the mark that a post was changed goes."""

from __future__ import annotations

import pytest

TOPIC = "Board index\nLogin\nRegister\nTar for a new deck\n"
POST = "Re: Tar for a new deck\nby {} » Fri Jun 12, 2020 7:0{} pm\n{}\nTop\n"
END = "Post Reply\n3 posts • Page 1 of 1"
CHANGED = "Last edited by oldsalt on Fri Jun 12, 2020 7:40 pm, edited 1 time in total."


def board(last: str) -> str:
    said = "Which tar do you use on a deck that is walked on by children without shoes?", "Stockholm, thinned.", last
    posts = (
        POST.format(name, n, text) for n, (name, text) in enumerate(zip(("salt", "rope", "gull"), said, strict=True))
    )
    return TOPIC + "".join(posts) + END


@pytest.mark.parametrize("word", ["Thanks.", "Thanks!"])
def test_a_word_that_ends_like_a_sentence_is_a_post(document, word: str) -> None:
    assert document(board(word))["body"].split("\n")[-1] == word


@pytest.mark.parametrize("word", ["Thanks", "Reply"])
def test_the_bare_word_is_a_button(document, word: str) -> None:
    assert word not in document(board(f"Linseed does it, too, if it is boiled.\n{word}"))["body"].split("\n")


def test_the_mark_that_a_post_was_changed_goes(document) -> None:
    body = document(board(f"Linseed does it, too, if it is boiled.\n{CHANGED}"))["body"]
    assert body.split("\n")[-1] == "Linseed does it, too, if it is boiled."


def test_a_sentence_on_an_edition_stays(document) -> None:
    said = "Edited by hand in 1911, the book of tides is still right about the spring of that year."
    assert said in document(board(said))["body"]
