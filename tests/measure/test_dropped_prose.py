"""Dropped prose is told where it stands, whatever stands around it; what only resembles prose is not."""

from __future__ import annotations

from dataclasses import replace

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.measure.boilerplate import boilerplate
from audit.measure.measure import ParsedBatch
from audit.parser import parse
from audit.policy import Policy
from tests.measure.block_rows import batch
from tests.parser.pages import CHINESE, CHINESE_BODY, ENGLISH, ENGLISH_BODY, table

BODY = ("paragraph", "The old ferry crossed the river every morning, and the miller counted lanterns along the bank.")
ON = "In the evening the miller walked along the river once more, and the ferry crossed back without its lanterns."
AWAY = "Prices of copper and of several other metals climbed sharply on Tuesday, traders in three cities reported."
ZH = ("paragraph", "渡口的老船每天清早过河，磨坊主人数着岸边的灯笼，一直数到天亮，船上坐满了赶集的人。")
FURNITURE = [
    *(line for page, body in ((ENGLISH, ENGLISH_BODY), (CHINESE, CHINESE_BODY)) for line in page.split("\n") if line),
    *("Comments (2)", "TideWatcher", "3 days ago", "Reply", "Most read", "网友评论", "2小时前", "回复", "Kommentare"),
]
PROSE = [
    AWAY,
    "Follow us down to the mill, said the two boys, and nobody in the village thought that they meant any harm.",
    "版权所有人是一位住在山里的老先生，他不知道自己的曲子被人唱了三十年，也不知道该去问谁，就没有再问。",
    "没有人告诉孩子们学校要关了，所以星期一早上他们站在锁着的大门外，一直等到了中午，还有人带着新书包。",
    "学校が閉まることを誰も子どもたちに知らせなかったので、月曜の朝、彼らは閉ざされた門の前で昼まで待っていた。",
    "Meine Tante hielt vierzig Jahre lang Bienen und trug nie einen Schleier, denn der mache sie nur misstrauisch.",
    "En se retirant, le glacier a laissé une crête de gravier qui porte aujourd’hui la seule route de la vallée.",
    "Моя тётя сорок лет держала пчёл за часовней и ни разу не надела сетку, от которой пчёлы делаются подозрительны.",
    "Nobody in the valley asked the ferryman what he himself thought of it.",
    "没有人问过摆渡的老人，他自己到底是怎么想的。",
    "لم يخبر أحد الأطفال بأن المدرسة ستغلق، فوقفوا صباح الاثنين أمام البوابة المقفلة وانتظروا حتى الظهر ثم عادوا.",
]
PAGES = st.lists(st.sampled_from(FURNITURE + 3 * PROSE), min_size=8, max_size=40, unique=True)


@settings(max_examples=4, deadline=None)
@given(st.lists(PAGES, min_size=1, max_size=12))
def test_prose_anywhere_among_furniture_is_in_a_field_or_told(pages: list[list[str]]) -> None:
    texts = table(*("\n".join(page) for page in pages))
    parsed = parse(texts)
    told = boilerplate(ParsedBatch(texts, parsed.documents, parsed.blocks, [], Policy())).places
    rows = parsed.documents.select(["title", "body"]).to_pylist()
    for page, row, places in zip(pages, rows, told, strict=True):
        named = {place.start for place in places if place.fact in {"prose_dropped", "prose_left_out"}}
        # Right above a byline a sentence may be the headline.
        there = {row["title"], *row["body"].split("\n")}
        silent = [line for line in page if line in PROSE and line not in there]
        assert [line for line in silent if "\n".join(page).index(line) not in named] == []


def found(*blocks: tuple[str, str], score: float = 0.6) -> list[tuple[str, str]]:
    parsed = batch(list(blocks))
    made = parsed.blocks
    at = made.column_names.index("score")
    doubted = pa.array([score] * made.num_rows, made.schema.field(at).type)
    places = boilerplate(replace(parsed, blocks=made.set_column(at, "score", doubted))).places[0]
    return [(place.fact, place.evidence[:14]) for place in places if place.fact.startswith("prose")]


@pytest.mark.parametrize("kind", ["navigation", "related_item", "related_list"])
def test_prose_of_the_article_is_found(kind: str) -> None:
    assert found(BODY, (f"!{kind}", ON), score=0.9) == [("prose_dropped", "In the evening")]


def test_prose_without_spaces_is_found() -> None:
    on = "傍晚磨坊主人又沿着岸边走了一趟，数着渡口的灯笼，老船过河回来，船上坐满了赶集的人，一直到天亮才散。"
    assert [fact for fact, _ in found(ZH, ("!navigation", on))] == ["prose_dropped"]


def test_a_short_sentence_is_told_but_not_taken_for_the_articles() -> None:
    short = "In the evening the miller walked along the river."
    assert found(BODY, ("!navigation", short)) == [("prose_left_out", "In the evening")]


@pytest.mark.parametrize(
    "blocks",
    [[BODY, ("!navigation", AWAY)], [BODY, ("!comment", ON)], [BODY, ("!rights_notice", ON)], [("!navigation", ON)]],
    ids=["of another matter", "a comment", "a doubtful notice", "beside no article"],
)
def test_other_prose_is_told_apart(blocks: list[tuple[str, str]]) -> None:
    assert [fact for fact, _ in found(*blocks)] == ["prose_left_out"]


def test_prose_far_below_the_article_is_another_matter() -> None:
    menu = [("!navigation", f"Section {number}") for number in range(20)]
    assert [fact for fact, _ in found(BODY, *menu[1:], ("!navigation", ON))] == ["prose_dropped"]
    assert [fact for fact, _ in found(BODY, *menu, ("!navigation", ON))] == ["prose_left_out"]


def test_several_passages_that_outweigh_the_body_are_the_article() -> None:
    lost = [("!navigation", f"{AWAY[:-1]} on day {number}.") for number in range(3)]
    apart = [("!navigation", f"Section {number}") for number in range(5)]
    assert [fact for fact, _ in found(BODY, *lost)] == ["prose_dropped"] * 3
    assert [fact for fact, _ in found(BODY, *lost[:2])] == ["prose_left_out"] * 2
    assert [fact for fact, _ in found(BODY, *lost[:2], *apart, lost[2])] == ["prose_left_out"] * 3
    assert [fact for fact, _ in found(BODY, *lost[:2], *apart[1:], lost[2])] == ["prose_dropped"] * 3
    assert [fact for fact, _ in found(BODY, ZH, ("paragraph", ON), *lost)] == ["prose_left_out"] * 3
    assert [fact for fact, _ in found(BODY, *[("!comment", text) for _, text in lost])] == ["prose_left_out"] * 3


def test_a_passage_is_told_once_and_not_where_the_body_says_it_too() -> None:
    assert found(BODY, ("!navigation", ON), ("!navigation", ON)) == [("prose_dropped", "In the evening")]
    assert found(BODY, ("paragraph", f"{ON} Nobody saw it."), ("!navigation", ON)) == []


@pytest.mark.parametrize(
    "block",
    [
        ("paragraph", ON),
        ("!navigation", ON[:40] + "."),
        ("!navigation", ON.rstrip(".")),
        ("!related_item", ON.title()),
    ],
    ids=["kept", "short", "without an end", "a row of headlines"],
)
def test_what_is_no_dropped_prose(block: tuple[str, str]) -> None:
    assert found(BODY, block) == []


def test_what_says_that_it_is_furniture_is_not_told() -> None:
    assert found(BODY, ("!navigation", ON), score=0.98) == []
