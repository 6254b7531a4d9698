"""Lines that have nothing to do with the article around them."""

from __future__ import annotations

import pytest

from audit.measure.spun.foreign_lines import FOREIGN_LINES
from tests.measure.block_rows import batch

ABOVE = "老渡口的船工说，雨季以后河水涨了两米，木船要等到下个月才能重新下水。"
BELOW = "村里的孩子每天清早从渡口过河上学，船工从来不收他们的钱，只收一句谢谢。"
FERRY = "The wooden ferry crosses the river twice a day, and the old pilot waits for every child."
BRIDGE = "When the bridge opened last autumn the village gave the pilot a medal for his patience."


def lines(*blocks: str | tuple[str, str]) -> list[str]:
    rows = [block if isinstance(block, tuple) else ("paragraph", block) for block in blocks]
    found = FOREIGN_LINES.of(batch(rows))
    places = [p for p in found.places[0] if p.fact == "foreign_lines"]
    assert found.columns["foreign_lines"].to_pylist() == [len(places)]
    return [p.evidence for p in places]


@pytest.mark.parametrize(
    ("above", "line", "below"),
    [
        (ABOVE, "二手办公家具回收", BELOW),
        (FERRY, "cheap mattress for side sleepers", BRIDGE),
        (FERRY, "cheap hotel rooms near every airport", BRIDGE),
    ],
    ids=["han", "latin", "one word by chance"],
)
def test_a_line_that_belongs_to_nothing(above: str, line: str, below: str) -> None:
    assert lines(above, line, below) == [line]


@pytest.mark.parametrize(
    "blocks",
    [
        (ABOVE, "渡口的孩子", BELOW),
        (FERRY, "The pilot and the river", BRIDGE),
        (FERRY, "Nobody had expected that.", BRIDGE),
        (FERRY, "cheap mattress for side sleepers"),
        ("Ferry", "cheap mattress for side sleepers", BRIDGE),
        (FERRY, ("!navigation", "cheap mattress for side sleepers"), BRIDGE),
        (FERRY, ("list_item", "• sleepers, mattress"), BRIDGE),
        (FERRY, "2024", BRIDGE),
        (FERRY, "Breathing", BRIDGE),
        (FERRY, "## cheap mattress sleepers", BRIDGE),
        (FERRY, "[ mattress sleepers ]", BRIDGE),
        (FERRY, "Copyright 2019 cheap mattress sleepers", BRIDGE),
        (FERRY, "Marsh budget notes:", BRIDGE),
        (FERRY, "Yours cheaply,", BRIDGE),
        ("Pilot Honoured In Ferry Village", "cheap mattress for side sleepers", BRIDGE),
        (FERRY, "2.1 Mattress sleepers", BRIDGE),
        (FERRY, "Chapter IV", BRIDGE),
        (ABOVE, "第三章 办公家具回收", BELOW),
        (ABOVE, "B. 家具 C. 回收", BELOW),
        (FERRY, "| mattress | sleepers | 12 |", BRIDGE),
        (FERRY, "[09:14] <tor> sure,since cheap mattress sleepers left", BRIDGE),
        (FERRY.rstrip("."), "cheap mattress for side sleepers", BRIDGE.rstrip(".")),
        (FERRY, BRIDGE, FERRY),
    ],
    ids=[
        "heading",
        "heading of words",
        "sentence",
        "last",
        "below a label",
        "dropped",
        "list",
        "no word",
        "heading of one word",
        "Markdown heading",
        "in brackets",
        "owner of rights",
        "announced",
        "closing of a letter",
        "deck",
        "numbered",
        "part of a book",
        "chapter",
        "options",
        "row of a table",
        "message",
        "text without full stops",
        "paragraphs",
    ],
)
def test_a_line_that_looks_so(blocks: tuple[str | tuple[str, str], ...]) -> None:
    assert lines(*blocks) == []


def test_a_phrase_glued_to_the_end_of_a_heading() -> None:
    assert lines(ABOVE, "渡口的早晨,手机号码归属地查询", BELOW) == ["手机号码归属地查询"]


@pytest.mark.parametrize("line", ["渡口的早晨,孩子和船工", "渡口的早晨,再见", "渡口的早晨,手机号码归属地查询。"])
def test_the_end_of_a_heading_that_looks_so(line: str) -> None:
    assert lines(ABOVE, line, BELOW) == []


KOREAN = ("나룻배는 하루에 두 번 강을 건너고 늙은 사공은 아이들이 모두 탈 때까지 조용히 기다려 준다고 한다.",
          "다리가 놓인 지난가을 마을 사람들은 사공에게 오래 참아 준 고마움으로 메달을 걸어 주었다.")  # fmt: skip
GERMAN = ("Die hölzerne Fähre setzt zweimal am Tag über den Fluss, und der alte Fährmann wartet auf jedes Kind.",
          "Als die Brücke im letzten Herbst eröffnet wurde, gab das Dorf ihm eine Medaille.")  # fmt: skip
JAPANESE = ("木の渡し船は一日に二度だけ川を渡り、年老いた船頭は子どもたちが全員乗るまで静かに待っているという。",
            "昨年の秋に橋が開通したとき、村の人々は船頭に小さな勲章を首にかけてやった。")  # fmt: skip


@pytest.mark.parametrize(
    ("around", "line"),
    [
        ((FERRY, BRIDGE), "Buy cheap mattresses for side sleepers!"), ((ABOVE, BELOW), "二手办公家具回收电话！"),
        (GERMAN, "Potenzmittel rezeptfrei online bestellen!"), (KOREAN, "수면제 온라인 판매 당일 배송!"),
        (JAPANESE, "格安ダイエットサプリお試し！"), (KOREAN, "수면제 판매 배송"),
    ],
)  # fmt: skip
def test_a_line_of_wares_that_is_called_out_and_one_of_short_words(around: tuple[str, str], line: str) -> None:
    assert lines(around[0], line, around[1]) == [line]


@pytest.mark.parametrize(
    ("around", "line"),
    [
        ((FERRY, BRIDGE), "Nobody had expected that!"), ((FERRY, BRIDGE), "Please support our work with a donation!"),
        ((FERRY, BRIDGE), "Save the bees!"), ((ABOVE, BELOW), "多么难忘的一天啊！"), ((ABOVE, BELOW), "新年快乐！"),
        (GERMAN, "Schluss mit billigen Ausreden!"), (GERMAN, "Ein frohes neues Jahr wünscht die Redaktion!"),
        (KOREAN, "모두 새해 복 많이 받으세요!"), (JAPANESE, "ミツバチを救え！"), (KOREAN, "사공과 나룻배"),
    ],
)  # fmt: skip
def test_what_people_call_out(around: tuple[str, str], line: str) -> None:
    assert lines(around[0], line, around[1]) == []
