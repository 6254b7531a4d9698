"""Dropped prose is told where it stands; what only resembles it is not."""

from __future__ import annotations

from dataclasses import replace

import pyarrow as pa
import pytest

from audit.measure.boilerplate import boilerplate
from tests.measure.block_rows import batch

BODY = ("paragraph", "The old ferry crossed the river every morning, and the miller counted lanterns along the bank.")
ON = "In the evening the miller walked along the river once more, and the ferry crossed back without its lanterns."
AWAY = "Prices of copper and of several other metals climbed sharply on Tuesday, traders in three cities reported."
ZH = ("paragraph", "渡口的老船每天清早过河，磨坊主人数着岸边的灯笼，一直数到天亮，船上坐满了赶集的人。")


def found(*blocks: tuple[str, str], score: float = 0.6) -> list[str]:
    parsed = batch(list(blocks))
    made = parsed.blocks
    at = made.column_names.index("score")
    doubted = pa.array([score] * made.num_rows, made.schema.field(at).type)
    places = boilerplate(replace(parsed, blocks=made.set_column(at, "score", doubted))).places[0]
    return [place.evidence for place in places if place.fact == "prose_dropped"]


@pytest.mark.parametrize("kind", ["navigation", "related_item", "related_list"])
def test_prose_of_the_article_is_found(kind: str) -> None:
    assert [e[:14] for e in found(BODY, (f"!{kind}", ON))] == ["In the evening"]


def test_prose_without_spaces_is_found() -> None:
    on = "傍晚磨坊主人又沿着岸边走了一趟，数着渡口的灯笼，老船过河回来，船上坐满了赶集的人，一直到天亮才散。"
    assert len(found(ZH, ("!navigation", on))) == 1


@pytest.mark.parametrize(
    "block",
    [
        ("!navigation", AWAY),
        ("!rights_notice", ON),
        ("!comment", ON),
        ("paragraph", ON),
        ("!navigation", ON[:40] + "."),
        ("!navigation", ON.rstrip(".")),
        ("!related_item", ON.title()),
    ],
    ids=["of another matter", "a notice", "a comment", "kept", "short", "without an end", "a row of headlines"],
)
def test_what_is_no_dropped_prose(block: tuple[str, str]) -> None:
    assert found(BODY, block) == []


def test_what_was_dropped_without_a_doubt_is_not_told() -> None:
    assert found(BODY, ("!navigation", ON), score=0.9) == []


def test_beside_no_article_nothing_is_told() -> None:
    assert found(("!navigation", ON)) == []
