"""An article ends at the first gap below which all is something else; a thread, and what is little, does not end."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.parser.blocks.boilerplate import decide
from audit.parser.blocks.context import endings
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from audit.parser.blocks.score import own_points
from audit.parser.blocks.signals import REPEATED, signals
from audit.parser.models.forest import Forest, Tree
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

# What shares so many thousandths less of the article's words than the article itself is something else.
OTHER_WORDS = Forest(0, (Tree((("shared_rises", -50.0),), (100, 0)),))
# What stands below most of a page is something else.
LATE = Forest(0, (Tree((("above_share", 0.7),), (0, 100)),))
ALWAYS, CONTENT = Forest(100, ()), Forest(300, ())
NOTICE = "Copy link"
ARTICLE = (" ".join(ENGLISH_BODY[:2]), *ENGLISH_BODY[2:])
OTHERS = (
    "The council voted on Monday to raise the toll on the iron bridge for the first time in memory.",
    "Opponents gathered four hundred signatures and mean to bring them to the district court.",
)
MORE = (
    "The volunteers who spent winters on the wooden hull want a slower ferry, weekends included.",
    "Pupils and pensioners cross the Marl river free of charge until October, as Ada Finch said.",
)
MANY = tuple(line for _ in range(6) for line in ENGLISH_BODY)
LONG = tuple(" ".join(pair) for pair in zip(MANY[::2], MANY[1::2], strict=True))
SAID = tuple(f"{said}\n2 days ago" for said in OTHERS)
BOUGHT = tuple(f"{said}\nVerified purchase" for said in (*OTHERS, *MORE))
POSTS = tuple(f"{said}\nAnswered Jan {day}, 2024" for day, said in enumerate((*OTHERS, *MORE), 1))
NUMBERED = tuple(f"ada #{number} 3 月前\n{said}" for number, said in enumerate((*OTHERS, *MORE), 1))
RANKED = tuple(f"{said}\nRanked #{number} in Ferries" for number, said in enumerate((*OTHERS, *MORE), 1))
HEADLINES = tuple(
    line for number in range(12) for line in (NOTICE, f"Mill street bakery {number} opens its doors again.")
)
GOODS = ("Oak bowl, three sizes", "$8.99", "Mats of wool", "$5.49")
THREAD = "\n".join(f"#{number}\n{said}" for number, said in enumerate(ENGLISH_BODY))


def beyond(text: str, model: Forest, *dropped: str) -> list[str]:
    """Return which lines stand beyond the end, when nothing but the notices, or what is named, is `dropped`."""
    table = lines([text]).with_columns(**dict.fromkeys(REPEATED, 0))
    likely = table["text"].is_in(dropped or (NOTICE,)).to_numpy().astype(np.float32)
    rows = Rows(table)
    seen = signals(rows, own_points(rows)[0])
    return table["text"].to_numpy()[endings.is_beyond(rows, likely, seen, model)].tolist()


@pytest.mark.parametrize("others", [OTHERS, SAID, RANKED], ids=["another story", "comments", "ranks"])
def test_what_is_something_else_stands_beyond_the_end(others: tuple[str, ...]) -> None:
    assert beyond("\n".join((*ARTICLE, NOTICE, *others)), ALWAYS) == "\n".join(others).split("\n")


def test_a_paragraph_below_its_day_ends_above_many_others() -> None:
    assert beyond("\n".join(("12 May 2021", " ".join(OTHERS), NOTICE, *MANY)), ALWAYS) == list(MANY)


def test_an_article_begins_below_a_sidebar() -> None:
    column, noted = (NOTICE,) * 20, ("12 May 2021", " ".join(OTHERS))
    assert beyond("\n".join((*noted, *column, *LONG)), ALWAYS) == []
    # A shorter column; more paragraphs above it; not much more below it.
    assert beyond("\n".join((*noted, *column[1:], *LONG)), ALWAYS) == list(LONG)
    assert beyond("\n".join((*noted, *LONG[:3], *column, *LONG, *LONG)), ALWAYS) == [*LONG, *LONG]
    assert beyond("\n".join((*noted, *column, " ".join(MORE))), ALWAYS) == [" ".join(MORE)]


def test_an_article_begins_below_the_only_date() -> None:
    column, day = (NOTICE,) * 9, "12 May 2021"
    above, below = LONG[:5], LONG
    assert beyond("\n".join((*above, *column, day, *below)), ALWAYS, NOTICE, day) == []
    # No date; one above as well; less below it.
    assert beyond("\n".join((*above, *column, NOTICE, *below)), ALWAYS) == list(below)
    assert beyond("\n".join((day, *above, *column, day, *below)), ALWAYS, NOTICE, day) == list(below)
    assert beyond("\n".join((*LONG, *column, day, *LONG[:3])), ALWAYS, NOTICE, day) == list(LONG[:3])


@pytest.mark.parametrize(
    "label", ["Advertisement", "Anzeige", "La suite après cette publicité", "CONTINUA DEPOIS DA PUBLICIDADE"]
)
def test_an_advertisement_ends_no_article(label: str) -> None:
    assert beyond("\n".join((*ARTICLE, label, *OTHERS)), ALWAYS, label) == []
    assert beyond("\n".join((*ARTICLE, NOTICE, label, *OTHERS)), ALWAYS, NOTICE, label) == list(OTHERS)


@pytest.mark.parametrize(("gap", "ends"), [(120, False), (40, True)], ids=["hardly any", "some"])
def test_above_a_long_text_with_hardly_any_furniture_no_article_ends(gap: int, ends: bool) -> None:
    below = [f"{word} {number}." for number, word in enumerate((*OTHERS, *MORE) * 30)]
    furnished = "\n".join("\n".join((*below[at : at + gap], NOTICE)) for at in range(0, len(below), gap))
    found = beyond("\n".join((*ARTICLE, *MANY, NOTICE, furnished)), ALWAYS)
    assert (below[0] in found) == ends


def test_another_story_is_told_by_its_words() -> None:
    assert beyond("\n".join((*ARTICLE, NOTICE, *OTHERS)), OTHER_WORDS) == list(OTHERS)


@pytest.mark.parametrize(
    ("above", "others"),
    [((*HEADLINES, *ARTICLE), OTHERS), ((*ARTICLE, ARTICLE[0], ARTICLE[0]), GOODS)],
    ids=["headlines", "a story about goods"],
)
def test_below_paragraphs_ends(above: tuple[str, ...], others: tuple[str, ...]) -> None:
    assert beyond("\n".join((*above, NOTICE, *others)), LATE) == list(others)


@pytest.mark.parametrize(
    ("above", "others"),
    [((*ARTICLE, *HEADLINES), OTHERS), ((*ARTICLE,), GOODS)],
    ids=["headlines", "goods and their description"],
)
def test_far_below_a_paragraph_or_above_goods_does_not_end(above: tuple[str, ...], others: tuple[str, ...]) -> None:
    assert beyond("\n".join((*above, NOTICE, *others)), LATE) == []


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("\n".join((*ARTICLE, NOTICE, *MORE)), OTHER_WORDS),
        ("\n".join((*ARTICLE, *OTHERS)), ALWAYS),
        ("\n".join((ENGLISH_BODY[0], NOTICE, *OTHERS)), ALWAYS),
        ("\n".join((" ".join(OTHERS), NOTICE, "12 May 2021", *MANY)), ALWAYS),
        ("\n".join((THREAD, NOTICE, *OTHERS)), ALWAYS),
        ("\n".join((*ARTICLE, NOTICE, THREAD)), ALWAYS),
        ("\n".join((*ARTICLE, NOTICE, *POSTS)), ALWAYS),
        ("\n".join((*ARTICLE, NOTICE, *NUMBERED)), ALWAYS),
        ("\n".join((*ARTICLE, NOTICE, *BOUGHT)), ALWAYS),
    ],
    ids=[
        "the same story",
        "no gap",
        "little above",
        "a notice above",
        "a thread",
        "its summary",
        "its question",
        "numbered posts",
        "customers' words",
    ],
)
def test_what_does_not_end(text: str, model: Forest) -> None:
    assert beyond(text, model) == []


def test_a_text_without_furniture_does_not_end() -> None:
    told = decide(lines(["\n".join((*ARTICLE, "Reply", *OTHERS))]), CONTENT, ALWAYS)
    assert not told["furnished"].any()
    assert told["boilerplate"].to_list()[-2:] == [False, False]


@given(st.lists(st.lists(st.booleans(), min_size=1, max_size=9), min_size=1, max_size=4))
def test_gaps_are_where_something_was_dropped_between(kept: list[list[bool]]) -> None:
    table = lines(["\n".join(ENGLISH_BODY[0] * 3 for _ in document) for document in kept])
    flags = np.concatenate([np.array(document) for document in kept])
    nothing = np.zeros(len(flags), np.float32)
    found = endings.gaps(Rows(table), (~flags).astype(np.float32), {"thread": nothing})
    first = np.cumsum([0, *map(len, kept)])
    expected = [
        int(first[number]) + place
        for number, document in enumerate(kept)
        for place in range(1, len(document))
        if document[place] and not document[place - 1] and any(document[:place])
    ]
    assert found.tolist() == expected


@pytest.mark.parametrize(
    ("between", "likely", "ends"),
    [
        ("{ ROWS | GROUPS } start [ exclusion ]", 0.55, False),
        ("{ ROWS | GROUPS } start [ exclusion ]", 0.7, True),
        ("Privacy policy", 0.55, True),
        ("{ ROWS | GROUPS } start [ exclusion ]\nAdd to cart", 0.55, True),
    ],
    ids=["hardly doubted", "doubted", "furniture", "an offer"],
)
def test_what_is_hardly_doubted_ends_no_article(between: str, likely: float, ends: bool) -> None:
    table = lines(["\n".join((*ENGLISH_BODY, between, *ENGLISH_BODY[:1]))])
    scores = np.full(len(table), np.float32(likely))
    scores[: len(ENGLISH_BODY)] = scores[-1] = 0
    assert bool(len(endings.gaps(Rows(table), scores, {"thread": np.zeros(len(table), np.float32)}))) == ends


@pytest.mark.parametrize(
    ("lines_of", "gone"),
    [
        ((*CHINESE_BODY, "责任编辑：周小渡", "推荐阅读", "谁还记得那盏灯？"), True),
        ((*CHINESE_BODY, "推荐阅读", "谁还记得那盏灯？"), False),
        (("责任编辑：周小渡", "推荐阅读", *CHINESE_BODY, "谁还记得那盏灯？"), False),
        ((*CHINESE_BODY, "责任编辑：周小渡", "谁还记得那盏灯？"), False),
    ],
    ids=["an editor, others", "others alone", "an editor above", "an editor alone"],
)
def test_what_stands_below_other_articles_below_the_editor(lines_of: tuple[str, ...], gone: bool) -> None:
    table = lines(["\n".join(lines_of)])
    found = endings.is_below_credit(Rows(table), table["cue"].is_null().to_numpy())
    assert table["text"].to_numpy()[found].tolist() == ["谁还记得那盏灯？"] * gone
