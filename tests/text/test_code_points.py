"""The table of code points is Unicode's, and every sorting of characters agrees with it."""

from __future__ import annotations

import unicodedata
from importlib.resources import files

import numpy as np
import pytest

from audit.kernels.parser import lines, words
from audit.parser.blocks.code_points import class_table
from audit.parser.blocks.strings import word_classes
from audit.text.classes import CLASS, table
from audit.text.code_points import PLANE, TABLE, category, of_categories, unspaced
from audit.text.scripts import SCRIPT, scripts
from tests.derive import derive_code_points

# Letters of the scripts that people write news in, and the marks without which their words fall apart.
LETTERS = "aÉñßжЩіαבصپگٹڑह\u093fআমা\u0bbeத\u0bcdతెకನ\u0ccdമਗ\u0a41ੰ한글漢字汉ひらカナไท\u0e31ลາວမြន\u17d2ខ"


@pytest.mark.skipif(unicodedata.unidata_version != derive_code_points.UNICODE, reason="a Python of another Unicode")
def test_the_table_is_what_the_script_makes() -> None:
    assert files("audit.text.tables").joinpath(TABLE).read_bytes() == derive_code_points.derived()


@pytest.mark.parametrize("char", LETTERS)
def test_a_letter_is_one_wherever_characters_are_sorted(char: str) -> None:
    point = ord(char)
    assert category(point)[0] in "LM"
    assert class_table()[point] & lines.KIND in (lines.WIDE, lines.UPPER, lines.LOWER)
    assert word_classes()[point] != words.NONE
    assert table()[point] not in (CLASS["unassigned"], CLASS["other"], CLASS["symbol"])
    if category(point)[0] == "L":
        assert scripts(np.array([point], np.uint32))[0] not in (SCRIPT["Zyyy"], SCRIPT["Zzzz"])


@pytest.mark.parametrize("char", "5\u0663.,;|€©→ \u3000\u200b■?。、「」")
def test_what_is_no_letter_is_none_anywhere(char: str) -> None:
    point = ord(char)
    assert class_table()[point] & lines.KIND not in (lines.WIDE, lines.UPPER, lines.LOWER)
    assert word_classes()[point] == words.NONE
    assert scripts(np.array([point], np.uint32))[0] == SCRIPT["Zyyy"]


@pytest.mark.parametrize("char", "漢ひカ한ᄀไ\u0e31ລမខ々〇ㄅꀀ")
def test_scripts_without_spaces(char: str) -> None:
    assert unspaced()[ord(char)]
    assert class_table()[ord(char)] & lines.KIND == lines.WIDE
    assert word_classes()[ord(char)] == words.WIDE


@pytest.mark.parametrize("char", "aжहב。,５")
def test_scripts_with_spaces_and_signs(char: str) -> None:
    assert not unspaced()[ord(char)]
    assert class_table()[ord(char)] & lines.KIND != lines.WIDE
    assert word_classes()[ord(char)] != words.WIDE


def test_masks_of_categories_share_nothing_and_leave_nothing_out() -> None:
    major = np.sum([of_categories(letter) for letter in "CLMNPSZ"], axis=0)
    assert (major == 1).all()
    assert of_categories("L")[:PLANE].sum() == sum(unicodedata.category(chr(p))[0] == "L" for p in range(PLANE))
