"""Frames around the posts of threads, told by their recurrence; and texts that repeat their lines without being one."""

from __future__ import annotations

import pytest

from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from audit.parser.blocks.threads.frames import frames
from audit.parser.blocks.threads.lines import key
from tests.parser.pages import ENGLISH_BODY

SAID = (
    "The hull leaks where the rudder goes through, and only when she is loaded to the second line.",
    "Pack the gland again. It takes an hour and a hand's length of flax.",
    "+1",
    "Packed it with flax and tallow, and she has been dry for a week now.",
)
NAMES = ("tarpot", "Mrs Oakum", "bilge rat", "tarpot")


def thread(above: str, below: str, said: tuple[str, ...] = SAID) -> str:
    """Return a page of posts between the lines of frames, where @ is the name, and 7 the number of the post."""
    posts = (
        f"{above.replace('@', name).replace('7', str(n))}\n{post}\n{below.replace('@', name).replace('7', str(n))}"
        for n, (name, post) in enumerate(zip(NAMES, said, strict=False), 1)
    )
    return "\n".join(("Boats", "Leak at the rudder", *posts, "Jump to", "Who is online", "2 guests"))


BOARDS = {
    "cards": ("@\nFull Member\nPosts: 4127\n#7", "Reply\nQuote"),
    "German": ("@\nMitglied\n3. Mai 2026\n#7", "Zitieren\nAntworten"),
    "Chinese": ("@\n主题\n5\n积分\n98\n发表于 2026-5-7 08:42 | 只看该作者", "回复\n支持 7 反对 0\n举报"),
    "Polish": ("@\nPosty: 17\n7 maja 2026", "Cytuj\nOdpowiedz"),
    "Arabic": ("7-05-2026, 10:12\n#7\n@\nالمشاركات: 35", "رد مع اقتباس"),
    "newsgroup": ("@ 7 hours ago", "reply\nflag"),
    "numbers": ("7 @ 2026/05/07 22:51:02", ""),
    "numbers with a colon": ("7: @ 2026/05/07(木) 22:51:02", ""),
}


def parts(text: str) -> tuple[list[str], list[str]]:
    """Return what is not of a frame, and the lines of short posts."""
    table = lines([text])
    found = frames(Rows(table))
    said = table["text"].to_numpy()
    return said[~found.around & ~found.below].tolist(), said[found.posts].tolist()


@pytest.mark.parametrize("board", BOARDS)
def test_frames_go_and_posts_stay(board: str) -> None:
    left, short = parts(thread(*BOARDS[board]))
    names = {line for line in left if line in NAMES[1:]}
    assert [line for line in left if line in SAID] == list(SAID)
    assert not names
    assert len(left) <= len(SAID) + (5 if "numbers" in board else 3)
    assert SAID[2] in short


@pytest.mark.parametrize("board", BOARDS)
def test_names_without_posts_are_no_thread(board: str) -> None:
    text = thread(*BOARDS[board], said=("One", "Two", "Three", "Four"))
    assert parts(text) == (text.split("\n") if "numbers" not in board else parts(text)[0], [])


REVIEWS = """Oakum's chandlery
4.5 out of 5
tarpot
2 reviews
5.0 out of 5 stars
Tallow for a lifetime
Reviewed on 3 May 2026
Bought a tub in March, and the mast has not squeaked since.
Helpful
Report
bilge rat
7 reviews
1.0 out of 5 stars
Rope that shrank by half
Reviewed on 5 May 2026
It was an ell short after the first rain.
Helpful
Report
Mrs Oakum
5 reviews
4.0 out of 5 stars
Kind and slow to answer
Reviewed on 9 May 2026
The parcel took a week and held all that I asked for.
Helpful
Report"""
QUESTION = """What stops a gland from weeping?
Asked 2 years ago
Mine weeps by day and is dry at night, whatever I pack it with.
Share
Improve this question
asked Mar 7, 2021 at 9:15
tarpot
2 gold badges
Try tallow. – Mrs Oakum Mar 8, 2021 at 7:02
Add a comment
2 answers
It is the heat: brass grows more than the shaft, so pack it at noon.
Share
Improve this answer
answered Mar 9, 2021 at 10:40
bilge rat
5 bronze badges
Packed at noon, and it stopped. – tarpot Mar 11, 2021 at 8:20
Add a comment"""
SMALL = (
    "Tallow for a lifetime",
    "Rope that shrank by half",
    "Kind and slow to answer",
    "Try tallow. – Mrs Oakum Mar 8",
)


def test_headings_of_reviews_and_signed_comments_are_no_frame() -> None:
    left = "\n".join("\n".join(parts(text)[0]) for text in (REVIEWS, QUESTION))
    assert [line for line in SMALL if line not in left] == []
    assert [line for line in ("Mrs Oakum\n", "stars", "Reviewed", "asked Mar", "gold", "bronze") if line in left] == []


def test_the_first_post_is_framed_like_its_answers() -> None:
    """Its subject has no Re:, its buttons are fewer, and a member's name may end with an initial."""
    card = "%s\nPosts: 41\nJoined: 5 Jan 2020\n%sLeak at the rudder\nPost by %s, 7 May 2026\n%s\n%s\nQuote"
    answered = (("Ada K.", "Re: ", "Top"), ("Mrs Oakum", "Re: ", "Top"))
    posts = [card % (name, re, name, said, top) for (name, re, top), said in zip(answered, SAID[1::2], strict=True)]
    left, _ = parts("\n".join((card % ("tarpot", "", "tarpot", SAID[0], "Edit"), *posts, "Jump to")))
    assert [line for line in left if line in SAID] == [SAID[0], *SAID[1::2]]
    assert not {"Ada K.", "Mrs Oakum", "Leak at the rudder", "Re: Leak at the rudder", "Posts: 41"} & set(left)


def asked(question: str, heading: str) -> str:
    """Return a question above its answers, the first of which is long; each stands above its buttons."""
    said = ("\n".join(ENGLISH_BODY), *SAID[1:])
    answers = (f"{name}\n{answer}\nUpvote 7\nAdd a comment\nSave" for name, answer in zip(NAMES, said, strict=False))
    return "\n".join(("Boats", question, heading, *answers))


def test_short_answers_stay_below_a_heading_that_counts_them() -> None:
    assert SAID[2] in parts(asked("Leak at the rudder?", "4 answers"))[1]
    assert parts(asked("Leak at the rudder?", "4 photos"))[1] == []


def test_nothing_is_short_below_an_article_with_comments_that_are_called_answers() -> None:
    assert parts(asked("\n".join(ENGLISH_BODY * 2), "4 answers"))[1] == []


def test_a_long_post_keeps_its_short_sentences_and_what_others_quote() -> None:
    long = (
        "Thanks, bilge rat.",
        "I have been wary of tallow since the fire.",
        "This is what the yard told me:",
        SAID[1],
    )
    quoting = f"tarpot said:\n{SAID[0]}\nClick to expand...\nThen she is loaded too deep."
    left, short = parts(thread("May 7, 2026\n#7\n@\n4,127\n35", "Reply", (SAID[0], quoting, "\n".join(long), SAID[3])))
    assert {SAID[0], *long} <= set(left)
    assert {SAID[0], *long[:2], SAID[1]} <= set(short)


def test_threads_that_are_listed_below_numbered_posts_are_none_of_them() -> None:
    page = thread("May 7, 2026\n#7\n@\n4,127\n35", "Reply")
    others = (
        f"Which {wood} for a mast?\nmo\nMay {day}, 2024\n2" for day, wood in enumerate(("spruce", "fir", "ash"), 1)
    )
    left, short = parts("\n".join((page, "Similar threads", *others)))
    assert [line for line in (*left, *short) if "mast?" in line] == []
    assert [line for line in left if line in SAID] == list(SAID)


def test_labels_of_cards_are_no_posts() -> None:
    cards = thread("@\nJoined: Mar 2019\nMessages: 7\nBoat: none\nCoast: east\n#7", "Reply\nQuote")
    assert [line for line in parts(cards)[1] if line.startswith(("Boat", "Coast"))] == []


SCENE = "OAKUM\nWho tied this?\nTARPOT\nI did, and I was told to.\nOAKUM\nBy whom?\nTARPOT\nBy you, on the 3rd of May."
MINUTES = "Item 7\nThe roof of the hall leaks in two places.\nDecision: repair\nVote: 5 for, 2 against"
EPISODE = (
    "7\nThe Lamp\nDirected by Ada Voss\nJanuary 7, 2010\nA keeper finds that somebody has lit the lamp before him."
)
CHAT = "2026-03-04 14:07 Anna\nAre you coming, or shall I lock the boathouse and go?\n2026-03-04 14:08 Ben\nyes"
RELEASE = "1.7.0\n2026-03-07\nFixed\nThe crash on folders that hold nothing but links.\nAdded\nAn option."
WORD = "Reply\nAn answer to a message that is sent to its author only.\nQuote\nTo repeat the words of a message."
ENTRY = "7 March 2026\nRain again, and the bees are under the eaves since noon.\nCold hands"
RESULT = "7\nAda Finch\n7/03/2026\n58 min 12"


def test_headlines_with_numbers_of_comments_are_no_posts() -> None:
    counts = (3, 1, 2, 3, 11, 40, 41, 7, 0, 9, 15, 2)
    about = [
        "bridge",
        "ferry",
        "tower",
        "market",
        "school",
        "harbour",
        "library",
        "orchard",
        "stadium",
        "theatre",
        "quarry",
        "mill",
    ]
    teasers = (
        f"The {what} that nobody had asked for\nMarl Courier March 9, 2021\n{n} replies"
        for n, what in zip(counts, about, strict=True)
    )
    text = "\n".join(("Home", "Log in", *ENGLISH_BODY, *teasers, "Privacy policy"))
    assert parts(text)[1] == []


@pytest.mark.parametrize("part", [SCENE, MINUTES, EPISODE, CHAT, RELEASE, WORD, ENTRY, RESULT])
def test_texts_that_repeat_their_lines_are_kept(part: str) -> None:
    text = "\n".join(("Home", "Contact", *(part.replace("7", str(n)) for n in range(1, 6)), "Privacy policy"))
    assert parts(text) == (text.split("\n"), [])


def test_an_article_with_buttons_is_kept() -> None:
    text = "\n".join(("Share", "Reply", *ENGLISH_BODY, "March 9, 2021", "Share", "Like", "Report"))
    assert parts(text) == (text.split("\n"), [])


def test_nothing_is_short_about_an_article_with_comments() -> None:
    comments = thread(*BOARDS["newsgroup"]).split("\n")[2:]
    left, short = parts(
        "\n".join(("Ferry sails again", "Ada Finch 9 hours ago", " ".join(ENGLISH_BODY * 3), "reply", *comments))
    )
    assert " ".join(ENGLISH_BODY * 3) in left
    assert short == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("reply quote", "B"), ("支持(7) 反对(0) 举报", "B"), ("messages: 1,204", "L"), ("积分", "L"), ("op", "M"),
        ("👍 3", "M"), ("+1", ""), ("tarpot, mar 9, 2021 #3", "D"), ("3 天前", "D"), ("vor 2 tagen", "D"),
        ("7.3/10", ""), ("4.0 out of 5 stars", "M"), ("18 avril", "D"), ("18 avrils ago", ""), ("lv 4", "L"),
        ("dried it. – tarpot, mar 9, 2021", ""), ("2 gold badges", "M"),
        ("tarpot commented on mar 9, 2021", "R"), ("#12", "O"), ("3楼", "O"), ("1.2k", "C"),
        ("reply to my letter", ""), ("pre-heat for 1 hour. 550 degrees", ""), ("the posts were rotten", ""),
    ],
)  # fmt: skip
def test_kinds_of_lines(line: str, kind: str) -> None:
    assert key(line, sentence=False)[:1] == kind
