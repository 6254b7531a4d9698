"""Answers to a question, which are no readers' comments, and what stands below the form for another one."""

from __future__ import annotations

import pytest

QUESTION = """\
Log in
Sign up
Ask a question
Why does my kettle whistle twice?
Posted 3-Mar-21 20:59
It whistles once at the boil, and a second time after I have taken it from the stove.
Add a solution
{answers}
Solution 1
The lid is loose. Steam leaves by the spout first, and by the rim of the lid afterwards.
Permalink
Share this answer
Posted 3-Mar-21 21:52
Marit Holm
Comments
oslo77 4-Mar-21 5:16
Solution 2
Descale it. A crust in the spout holds back a little steam, which leaves when you tip the kettle.
Permalink
Share this answer
Posted 4-Mar-21 7:29
Ola Berg
{form}
B
I
code
Read the question carefully before you write.
Related questions
How do I clean a copper kettle that is black inside?
Which stove is best for a small boat?
Privacy policy
© 2021 Kettle Talk. All rights reserved."""
FIRST, SECOND = (line for line in QUESTION.split("\n") if line.startswith(("The lid", "Descale")))
TAIL = {
    "Read the question carefully before you write.",
    "How do I clean a copper kettle that is black inside?",
    "Which stove is best for a small boat?",
}


def kept(blocks: list[dict]) -> set[str]:
    return {b["text"] for b in blocks if not b["boilerplate"]}


@pytest.mark.parametrize(
    ("answers", "form"),
    [
        ("2 solutions", "Add your solution here"),
        ("2 Answers", "Your Answer"),
        ("2 Antworten zur Frage", "Antwort schreiben"),
        ("2 réponses", "Votre réponse"),
        ("2 个回答", "写回答"),
        ("2 ответа", "Ваш ответ"),
    ],
)
def test_answers_are_kept_and_nothing_below_the_form(blocks, answers: str, form: str) -> None:
    said = kept(blocks(QUESTION.format(answers=answers, form=form)))
    assert {FIRST, SECOND} <= said
    assert said.isdisjoint(TAIL)


ARTICLE = """\
Home
News
Log in
A kettle that whistles twice
By Marit Holm
3 March 2021
The kettles of the valley whistle twice, and nobody has found out why in a hundred years of boiling water.
A smith from the upper farm holds that it is the rim of the lid, which leaks when the steam is nearly gone.
{}
His neighbour says it is the crust in the spout, and that a spoon of vinegar will end the second whistle.
Share this article
Privacy policy
© 2021 Valley News. All rights reserved."""


@pytest.mark.parametrize("line", ["2 answers", "Your answer", "2 answers\nYour answer", "Leave a reply"])
def test_an_article_goes_on_below_such_words(blocks, line: str) -> None:
    assert {text for text in ARTICLE.format(line).split("\n") if len(text) > 90} <= kept(blocks(ARTICLE.format(line)))


POST = "{name}\nMember\nOct 2{n}, 2017\n{n}04\nMar 2{n}, 2021\n#{n}\n{said}\n"
SAID = [
    "Mine whistles twice, once at the boil and once more on the table, long after the stove is cold.",
    "Descale it, I say, with a spoon of vinegar and all the patience of a winter evening by the stove.",
    "I did, and it is as before.",
    "Then it is the lid!",
    "Changed the lid, changed my life.",
]


def test_days_on_which_members_joined_do_not_hide_the_numbers_of_posts(blocks) -> None:
    names = ["Marit", "Ola", "Marit", "Ola", "Sigrid"]
    told = enumerate(zip(names, SAID, strict=True), 1)
    posts = "".join(POST.format(name=name, n=n, said=said) for n, (name, said) in told)
    end = "You must log in or register to reply here.\nStart a thread\nShare a kettle with your friends.\n"
    page = f"Log in\nRegister\nKettles that whistle twice\n{posts}{end}Contact us\nTerms and rules\nPrivacy policy"
    said = kept(blocks(page))
    assert set(SAID) <= said
    assert said.isdisjoint({"Member", "Oct 21, 2017", "Share a kettle with your friends."})
