"""Advertising whose words are disguised: letters set apart, letters of mathematics; and texts that spell something."""

from __future__ import annotations

import pytest

from audit.measure.spun.veiled_words import unveiled
from tests.measure.spun.paragraphs import CROSSING, EN, HULL, ZH, found

BOLD = str.maketrans({chr(97 + n): chr(0x1D41A + n) for n in range(26)})
CIRCLED = str.maketrans({chr(97 + n): chr(0x24D0 + n) for n in range(26)})


def apart(phrase: str, sign: str) -> str:
    return " ".join(sign.join(word) for word in phrase.split(" "))


@pytest.mark.parametrize("sign", ["-", ".", "*", "_", "\u200b", "\u00ad"])
def test_letters_set_apart_by_a_sign(sign: str) -> None:
    phrase = apart("cheap replica watches for sale", sign)
    assert found(HULL.format(phrase), EN) == [phrase]


@pytest.mark.parametrize("sign", ["-", ".", "*", " ", "·", "\u200b"])
def test_han_characters_set_apart_by_a_sign(sign: str) -> None:
    opened, phrase = found(CROSSING.format("减肥药哪个牌子有效"), ZH), sign.join("减肥药") + "哪个牌子有效"
    assert found(CROSSING.format(phrase), ZH) == [sign.join("减肥药") + opened[0][3:]]


@pytest.mark.parametrize("letters", [BOLD, CIRCLED])
def test_letters_of_mathematics_and_in_circles(letters: dict[int, str]) -> None:
    phrase = "cheap replica watches for sale".translate(letters)
    assert found(HULL.format(phrase), EN) == [phrase]


def test_only_a_part_that_is_disguised() -> None:
    phrase = "buy v.i.a.g.r.a without prescription"
    assert found(HULL.format(phrase), EN) == [phrase]


@pytest.mark.parametrize(
    "told",
    [
        HULL.format("a sign that read C-A-S-I-N-O in red letters, and"), HULL.format("the W-A-T-C-H of the captain"),
        HULL.format("drew the lines A B C D and E F G H on it, and"), HULL.format("followed the U.S.S.R. rules, and"),
        HULL.format("wrote 𝑎𝑏𝑐𝑑 on the bow, and"), HULL.format("went from A - to B - to C - to D - and back, and"),
        CROSSING.format("沿着东-南-西-北四个方向"), CROSSING.format("在通 知 栏里"),
    ],
    ids=["a sign", "a word", "points", "an abbreviation", "a formula", "dashes", "directions", "a heading"],
)  # fmt: skip
def test_what_people_spell(told: str) -> None:
    assert found(told, EN + ZH) == []


def test_places_are_those_of_the_written_text() -> None:
    text = unveiled("aa 减*肥*药 bb")
    assert (text.text, text.meant(3, 6), text.is_veiled(0, 3), text.is_veiled(5, 9)) == (
        "aa 减肥药 bb", (3, 8), False, True
    )  # fmt: skip
