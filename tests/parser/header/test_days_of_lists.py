"""Days that are of teasers one below the other, or of a policy below the article, and those that only look so."""

from __future__ import annotations

from tests.parser.pages import ENGLISH_BODY

EN = "\n".join(ENGLISH_BODY)
DAYS = ("Dec. 19, 2025", "Dec. 16, 2025", "Dec. 11, 2025", "Nov. 30, 2025", "Nov. 12, 2025", "Oct. 3, 2025")
HEADS = ("Bridge toll goes up", "New mayor, old promises", "Where to swim", "Mill sold", "Bells return", "Low water")
DECKS = (
    "The council voted for it on Friday, after three hours of talk about the price of a crossing and the old planks.",
    "She wants more boats and fewer cars, and says that the river can carry what the road has carried until now.",
    "Four places below the mill are clean again, and one of them has a ladder and a shed for those who have no towel.",
    "The new owner grinds flour on weekends and lets the wheel turn for visitors, who may stand on the small bridge.",
    "Two of the three were found in a barn, under hay, and nobody in the village remembers who took them there.",
    "Boats stay tied until the rain comes, says the keeper, who has measured the river every morning for ten years.",
)
ENTRIES = list(zip(HEADS, DECKS, DAYS, strict=True))
POLICY = "If you have questions about privacy, please send a message to the address above, and we will answer it soon."


def test_the_first_day_of_teasers_is_no_pages_day(document) -> None:
    """At equal distances, with the newest first, each day is of the teaser above it."""
    text = "\n".join(f"{head}\n{deck}\nBy Peter Quill • {day}\nMarl Images" for head, deck, day in ENTRIES)
    assert document(f"Menu\nSign in\nRivers\n{text}\nPrivacy policy")["date"] is None


def test_a_day_above_teasers_is_the_articles(document) -> None:
    teasers = "\n".join(f"{head}\n{deck}\n{day}" for head, deck, day in ENTRIES)
    text = f"Menu\nSign in\nWooden ferry sails again\nBy Peter Quill\nJan. 9, 2026\n{EN}\nMore stories\n{teasers}"
    assert str(document(text)["date"])[:10] == "2026-01-09"


def test_the_first_post_of_a_regular_thread_dates_it(document) -> None:
    """Posts may be as regular as teasers, but the oldest is the first."""
    posts = "\n".join(
        f"millpond{n}\n{day}, 6:0{n} pm\n{deck}\nReply" for n, (_, deck, day) in enumerate(reversed(ENTRIES))
    )
    text = f"Home\nForums\nHow low may the river be?\n{posts}\nPrivacy policy"
    assert str(document(text)["date"])[:10] == "2025-10-03"


def test_the_day_of_a_policy_below_an_article_is_the_policys(document) -> None:
    head = f"Menu\nSign in\nHow long a plank lasts\n{EN}\n" + "\n".join(DECKS)
    foot = f"Our policy\n{POLICY}\nLast Updated: 1/23/2025\nTerms of service"
    assert document(f"{head}\n{foot}")["date"] is None
    assert str(document(f"{head}\nMarl Systems\nLast updated 2025-01-23 UTC.\nTerms")["date"])[:10] == "2025-01-23"


def test_a_policy_keeps_its_own_day(document) -> None:
    text = f"Menu\nPrivacy policy\nLast updated: January 23, 2025\n{POLICY}\n" + "\n".join(DECKS)
    assert str(document(text)["date"])[:10] == "2025-01-23"
