"""Posts signed above by a name and a day stay, and their signatures go; lists, praise and logs are no such posts."""

from __future__ import annotations

import pytest

MENU, FOOTER = "Skip to main content\nSign Up\nLog In\nTopics\nMore\n", "Privacy\nTerms of use"
POSTS = (
    "The hull takes a bucket of water a day since the frost, and I cannot find where.",
    "Chalk the seams, then lift her stern.",
    "Found it, thanks.",
    "Oakum first, and only then the pitch, or you do it twice.",
    "Done on Sunday, dry as a loft.",
)
MEMBERS = (("oar_ada", "Ada K"), ("finch", ""), ("oar_ada", "Ada K"), ("tarpot", "Tom"), ("oar_ada", "Ada K"))
RELATED = "Related topics\nTopic\nReplies\nViews\nActivity\nWhich varnish for a mast\nBoats\n7\n233\nSep 2025"
ARTICLE = (
    "The ferry went back into service on Saturday, twelve years after it was tied up below the mill of the lower town.",
    "Nobody had asked for it, the mayor said, and yet there were people on both banks from early in the morning on.",
    "The crossing takes four minutes and costs a coin, as it did before, and dogs still travel without a ticket.",
)


def board(days: tuple[str, ...], names: tuple[tuple[str, str], ...] = MEMBERS) -> str:
    posts = "\n".join(
        "\n".join(line for line in (name, full, day, text, str(n % 4 + 1)) if line)
        for n, (text, (name, full), day) in enumerate(zip(POSTS, names, days, strict=True))
    )
    return f"{MENU}A leaking dinghy\nBoats\n5\n412\nviews\n9\nlikes\n2\nlinks\n{posts}\n{RELATED}\n{FOOTER}"


@pytest.mark.parametrize(
    "days",
    [
        ("Oct 2025", "Oct 2025", "Oct 2025", "Nov 2025", "Nov 2025"),
        ("9d", "8d", "8d", "2d", "4h"),
        ("12 Oct 2025", "13 Oct 2025", "13 Oct 2025", "1 Nov 2025", "2 Nov 2025"),
        ("10月3日", "10月3日", "10月4日", "11月1日", "11月2日"),
    ],
)
def test_posts_stay_and_their_signatures_go(document, days: tuple[str, ...]) -> None:
    lines = document(board(days))["body"].splitlines()
    assert [post for post in POSTS if post not in lines] == []
    gone = {*days, *(name for pair in MEMBERS for name in pair), "412", "233", "Which varnish for a mast"}
    assert gone & {*lines} == set()


LOG = "\n".join(f"{('Ada', 'Tom')[n % 2]}\n0{n + 1}.03.2021\n{text}" for n, text in enumerate(POSTS))
LISTED = "\n".join(
    f"{head}\n{text}\n{name}\nMar {n + 1}, 2021\n{n + 2}"
    for n, (head, text, name) in enumerate(
        zip(
            ("A dry dock for Marl", "Oars on loan", "The last caulker", "Rope by the yard"),
            POSTS[:4],
            "AABB",
            strict=True,
        )
    )
)
PRAISE = "\n".join(
    f"{text}\n{name} Finch\nOct 2025" for text, name in zip(POSTS, ("Ada", "Tom", "Eve", "Ann", "Bo"), strict=True)
)


def test_a_log_without_furniture_keeps_its_names_and_days(document) -> None:
    assert document(LOG)["body"].splitlines() == LOG.splitlines()


@pytest.mark.parametrize("page", [LISTED, PRAISE], ids=["a list of articles", "praise"])
def test_other_lists_are_no_posts(parsed, page: str) -> None:
    reasons = {block["reason"] for block in parsed(f"{MENU}{page}\n{FOOTER}").blocks.to_pylist()}
    assert not any("post" in reason for reason in reasons)


def test_an_article_above_such_comments_stays(document) -> None:
    below = board(("9d", "8d", "8d", "2d", "4h")).removeprefix(MENU)
    page = "\n".join((f"{MENU}The ferry sails again\nBy Ada Finch\n9 March 2021", *ARTICLE, below))
    assert set(ARTICLE) <= set(document(page)["body"].splitlines())
