"""The heads of a thread's posts name the first poster and day only where it is known which post is the first."""

from __future__ import annotations

from datetime import date

POSTS = (
    ("mudlark", "My kettle started tripping the breaker last week, but only when the toaster is on as well."),
    ("Sparky", "Two heating elements on one ring is close to twenty amps, and an old breaker gets tired of it."),
    ("mudlark", "Tried that this morning, and it holds if the toaster is upstairs, so it is not the kettle."),
    ("Oldtimer", "Have somebody test the breaker all the same, since mine looked fine and tripped at fourteen amps."),
)
SUBJECT = "Kettle trips the breaker with the toaster on"


def _thread(subject: str, answered: str) -> str:
    heads = [f"{answered}\nby {who} » Tue Mar {day}, 2022 9:15 pm" for day, (who, _) in enumerate(POSTS, 1)]
    posts = "\n\n".join(f"{head}\n\n{said}\n\nTop" for head, (_, said) in zip(heads, POSTS, strict=True))
    top = "Board index ‹ Home ‹ Electrical\nFAQ  Register  Login"
    return f"{top}\n\n{subject}\n\nPost Reply\n4 posts\n\n{posts}\n\nJump to\n"


def test_without_a_headline_no_post_gives_its_day_and_author(document) -> None:
    found = document(_thread(SUBJECT, f"Re: {SUBJECT}"))
    assert found["date"] in {None, date(2022, 3, 1)}
    assert found["author"] in {None, "mudlark"}


def test_below_its_headline_an_article_keeps_the_byline(document) -> None:
    body = "\n\n".join(said for _, said in POSTS)
    found = document(f"{SUBJECT}\n\nBy Ada Finch\nMarch 1, 2022\n\n{body}\n\nPrivacy policy\n")
    assert (found["author"], found["date"]) == ("Ada Finch", date(2022, 3, 1))
