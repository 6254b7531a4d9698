"""Each sign of spun text is counted at its places; lists, speech and mentions of products show none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.finding import MAX_PLACES
from audit.measure.measure import Measured
from audit.measure.spun.signs import spun
from tests.measure.block_rows import batch


def measured(text: str, kind: str = "paragraph") -> Measured:
    return spun(batch([(kind, text)]))


def value(fact: str, text: str) -> float:
    return measured(text).columns[fact][0].as_py()


def seen(fact: str, text: str) -> list[str]:
    return [text[p.start : p.end] for p in measured(text).places[0] if p.fact == fact]


def test_lines_led_by_punctuation() -> None:
    text = "他推开门\n,屋里没有人\n。桌上的茶还热着\n,杯口冒着白气"
    assert value("punctuation_led", text) == 0.75
    assert seen("punctuation_led", text) == [",", "。", ","]


@pytest.mark.parametrize(
    "text",
    [
        "他推开门，屋里没有人。\n桌上的茶还热着。",
        ",一行",
        "Talk\n...and then\n.NET\n:wave:",
        "（一）\n“好”\n—— 完",
        "Talk\n.. image:: boat.png\n.. note::",
        "",
    ],
    ids=["prose", "first line", "glued", "openers", "directives", "nothing"],
)
def test_no_line_is_led(text: str) -> None:
    assert value("punctuation_led", text) == 0


def test_blanks_before_punctuation() -> None:
    text = "大雪封了山路 ,邮差三天没有来 。" * 40
    assert value("spaced_punctuation", text) == pytest.approx(80 * 1000 / max(len(text), 1000))
    assert len(seen("spaced_punctuation", text)) == MAX_PLACES
    assert seen("spaced_punctuation", text)[0] == "路 ,"


@pytest.mark.parametrize(
    "text", ["大雪封了山路,邮差没有来。", "Il est tard !", "用 OpenOffice , 或者别的", "见下表 (一)", "路 ,"]
)
def test_a_blank_that_is_no_sign(text: str) -> None:
    assert value("spaced_punctuation", text) < 3


def test_one_name_with_two_letters() -> None:
    text = "Illyria and lllyria are one place; Illyria is the usual name. BILLO, BlLLO."
    assert value("homoglyph_pairs", text) == 2
    assert seen("homoglyph_pairs", text) == ["lllyria", "BlLLO"]


@pytest.mark.parametrize(
    "text",
    [
        "Al met AI",
        "III and lll",
        "Ill luck in act III",
        "Iris, Paris, PARIS, iris",
        "It will, I said: INDIA",
        "Its name is the number of the lts release.",
        "Ian asked for a cable to the lan.",
    ],
)
def test_names_that_only_look_alike(text: str) -> None:
    assert value("homoglyph_pairs", text) == 0


SHUFFLED = "harbour the of winter. Engines a is boats, people from and coast; water of or nets "


@given(st.integers(2, 5))
def test_words_out_of_order(times: int) -> None:
    text = SHUFFLED * times
    assert value("disordered_words", text) >= 8
    assert seen("disordered_words", text)[:4] == ["the of", "a is", "from and", "of or"]


@pytest.mark.parametrize("text", [
    "the of and to a in is it you that he was for on are with as i his they be at one have this ",
    "Most of the of the of the people from the of the from the of the boats are in a is in a house ",
    "harbour the of winter ",
    "Where the sea ends, the land of the old and the new begins, and what is of use to the one is to the other a loss ",
])  # fmt: skip
def test_words_in_the_order_of_lists_speech_and_prose(text: str) -> None:
    assert value("disordered_words", text * 20) == 0


def test_advertising_inside_a_sentence() -> None:
    text = "老人把信读了两遍，正规出国劳务的办法又在他手里停了很久。他说，www.example.jp招聘网站但没有人回答。"
    assert value("injected_ads", text) == 2
    assert seen("injected_ads", text) == ["出国劳务", "www.example.jp招聘网站"]


@pytest.mark.parametrize(
    "text",
    [
        "县里办了出国劳务讲座。出国劳务要签合同，出国劳务要看资质，出国劳务的费用也要问清楚。",
        "请访问 www.example.org 了解详情。",
        "他去年开始学开船，今年已经能独自过河。",
    ],
    ids=["the topic", "an address", "prose"],
)
def test_no_advertising(text: str) -> None:
    assert value("injected_ads", text) == 0


def test_a_block_of_advertising_is_a_passage() -> None:
    found = spun(
        batch([("paragraph", "雨停了。"), ("!injected_ad", "飞鱼播放器安卓版下载"), ("paragraph", "孩子们出来了。")])
    )
    assert found.columns["injected_ads"].to_pylist() == [1]
    assert [(p.start, p.end) for p in found.places[0]] == [(5, 15)]


@given(st.lists(st.text(max_size=60), max_size=3))
def test_rows_and_places_fit(parts: list[str]) -> None:
    found = spun(batch(*[[("paragraph", p)] for p in parts]))
    assert found.columns.num_rows == len(found.places) == len(parts)
    for text, places in zip(parts, found.places, strict=True):
        assert all(0 <= p.start < p.end <= len(text) and p.evidence.isprintable() for p in places)
