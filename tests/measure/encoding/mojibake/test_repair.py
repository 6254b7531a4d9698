"""Only what is proven is repaired: the way back is exact, the result reads better, and no other reading rivals it."""

from __future__ import annotations

import codecs
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.encoding.mojibake.quoted import is_dumped
from audit.measure.encoding.mojibake.repair import repairs, repairs_of
from audit.read.texts.edited import applied
from tests.measure.encoding.mojibake.test_every_pair import mojibake

ZH = "他把旧书放在桌上，然后走到窗前，看着外面的雨慢慢停下来。"
HANT = "他把舊書放在桌上，然後走到窗前，看著外面的雨慢慢停下來。"
DE = "Er legte das Buch zurück, öffnete die Tür und hörte draußen die Vögel singen."
RU = "Он положил старую книгу на стол, подошёл к окну и стал смотреть на дождь."

codecs.register_error("as-c1", lambda e: (e.object[e.start : e.end].decode("latin-1"), e.end))  # type: ignore[attr-defined]


def misread(text: str, right: str, wrong: str) -> str:
    return text.encode(right).decode(wrong, "as-c1")


EXACT = [
    pytest.param(ZH, "utf-8", "cp1252", id="zh utf-8 as cp1252"),
    pytest.param(ZH, "utf-8", "latin-1", id="zh utf-8 as latin-1"),
    pytest.param(ZH, "gb18030", "latin-1", id="zh gb18030 as latin-1"),
    pytest.param(ZH, "gb18030", "cp1252", id="zh gb18030 as cp1252"),
    pytest.param(HANT, "cp950", "gb18030", id="zh-Hant big5 as gb18030"),
    pytest.param(DE, "utf-8", "cp1252", id="de utf-8 as cp1252"),
    pytest.param(RU, "utf-8", "cp1251", id="ru utf-8 as cp1251"),
    pytest.param(RU, "cp1251", "latin-1", id="ru cp1251 as latin-1"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), EXACT)
@pytest.mark.parametrize(("before", "after"), [("", ""), ("标题\n", "\nKäse"), (ZH, ZH)])
def test_what_can_be_undone_exactly_is(text: str, right: str, wrong: str, before: str, after: str):
    bad = before + misread(text, right, wrong) + after
    assert applied(bad, repairs(bad)) == before + text + after


def test_texts_side_by_side_have_the_repairs_of_each():
    bad = [misread(RU, "utf-8", "cp1251"), misread(ZH, "gb18030", "latin-1")]
    texts = [ZH, bad[0], "", bad[1] + "\n" + DE, "x" * ((1 << 22) + 1)]
    assert repairs_of(texts) == [repairs(text) for text in texts]
    assert list(map(bool, repairs_of(texts))) == [False, True, False, True, False]
    assert repairs_of([]) == []


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_damage_done_twice_is_undone_twice(wrong: str):
    bad = misread(misread(ZH, "utf-8", wrong), "utf-8", wrong)
    (repair,) = repairs(bad)
    assert (repair.text, repair.wrong) == (ZH, "cp1252 twice")


def test_short_lines_beside_a_proven_passage_are_repaired_with_it():
    lines = ["Bücher", DE, "Ende", "Grüße"]
    bad = misread("\n".join(lines), "utf-8", "cp1252")
    assert applied(bad, repairs(bad)) == "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param((ZH * 2).encode().decode("cp950", "ignore"), id="bytes were dropped"),
        pytest.param((ZH * 2).encode().decode("cp950", "replace"), id="bytes were replaced"),
        pytest.param(
            (ZH * 2).encode().decode("cp950", "replace").replace("\ufffd", "?"), id="question marks for bytes"
        ),
        pytest.param(ZH + HANT + RU, id="healthy, several scripts"),
        pytest.param("Das »Zeichen« Ã¼ steht für ü.", id="one quoted letter"),
        pytest.param("SÃO PAULO — AÇÃO E EMOÇÃO NAS RUAS", id="capitals with accents"),
        pytest.param("Â", id="one letter"),
        pytest.param("╔═══╦═══╦═══╗\n║ він║поклав║є ║\n║ það║þú║ísland ║\n╚═══╩═══╩═══╝", id="a drawn table"),
        pytest.param("║놓고║책상║놓고║위에║═════╬\n║и║книгу║он║и║═════╬\n║Año║═════╬", id="rows of another"),
        pytest.param(
            "»窗前 放在 然後 國際!\n‚然后 旧书»\n–Є на книгу він він її на…\n‚Á á að það það ísland að…", id="verse"
        ),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_not_proven_stays_as_it_is(text: str):
    assert repairs(text) == ()


def test_one_mark_shown_by_control_characters_is_repaired_and_one_shown_by_signs_may_be_meant():
    text = "Nobody in the room says that the mayor’s office will act before the end of the week."
    assert applied(misread(text, "utf-8", "latin-1"), repairs(misread(text, "utf-8", "latin-1"))) == text
    assert repairs(misread(text, "utf-8", "cp1252")) == ()


QUOTED = ["`{}`", "«{}»", ">>> fix(u'{}')", '"{}"', "```\n{}\n```", "~~~\nprint({})\n~~~"]


@pytest.mark.parametrize("frame", QUOTED)
def test_what_is_only_quoted_stays_as_it_is_and_is_put_right_beside_damage(frame: str):
    bad = misread(RU, "utf-8", "cp1252")
    quoted = f"{ZH}\n{frame.format(bad)}\n{ZH}"
    assert not repairs(quoted)
    assert applied(f"{quoted}\n{bad}", repairs(f"{quoted}\n{bad}")) == f"{ZH}\n{frame.format(RU)}\n{ZH}\n{RU}"


def dumped(raw: bytes) -> str:
    rows = (raw[at : at + 16] for at in range(0, len(raw), 16))
    return "\n".join(f"{row.hex(' '):<47}  {row.decode('cp437')}" for row in rows)


def test_a_dump_shows_each_byte_as_a_character_beside_its_number_and_is_no_damage():
    shown = dumped(RU.encode())
    assert repairs(shown) == ()
    beside = misread("Le café de l'été : 85 92 97 de ce côté, 89 c3 a9", "utf-8", "cp1252")
    assert mojibake(beside) == [1]
    amounts = misread("Le café est fermé depuis 82 jours et 82 nuits.", "cp850", "cp1252")
    assert mojibake(amounts) == [1]
    assert not is_dumped(amounts, 0, 2, "cp1252")
    alone = "\n".join(line[49:] for line in shown.split("\n"))
    assert repairs(alone)
    assert [count > 0 for count in mojibake(shown, alone)] == [False, True]


@given(
    st.lists(st.sampled_from((ZH, DE, RU, misread(ZH, "utf-8", "latin-1"), misread(DE, "utf-8", "cp1252"))), max_size=6)
)
def test_repairs_are_in_order_and_apart_and_nothing_is_left_to_repair(lines: list[str]):
    text = "\n".join(lines)
    found = repairs(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert repairs(applied(text, found)) == ()
