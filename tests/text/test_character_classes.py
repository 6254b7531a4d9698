from __future__ import annotations

import numpy as np
import pytest

from audit.text.classes import NAMES, classes, codepoints, members, table, tally
from audit.text.code_points import POINTS
from audit.text.scripts import SCRIPTS, scripts


@pytest.mark.parametrize(
    ("characters", "name"),
    [
        ("aZ", None),
        ("az", "ascii_lower"),
        ("AZ", "ascii_upper"),
        ("09", "digit"),
        ("\n\r\x0c", "newline"),
        (" \t", "space"),
        ("\x00\x1b\x7f", "c0"),
        ("\x80\x9f", "c1"),
        ("äß", "latin1_lower"),
        ("ő", "latin_a_lower"),
        ("привет", "cyr_lower"),
        ("中国的人".replace("国", ""), "han_both"),
        ("汉们这", "han_hans"),
        ("漢們這", "han_hant"),
        ("県", "han_jis"),
        ("ひ", "hiragana"),
        ("カ", "katakana"),
        ("한국", "hangul_ks"),
        ("，！", "full_stop"),
        ("。、", "cjk_stop"),
        ("\ufffd", "replacement"),
        ("\ue000\U0010fffd", "private"),
        ("\u200b\u200d\ufeff", "format"),
        ("\u202e\u2069", "bidi"),
        ("\ufdd0\ufffe\U0001ffff", "unassigned"),
        ("😀🏳", "emoji"),
        pytest.param("پچژگکیفارسی", "arabic", id="Persian"),
        pytest.param("ٹڈڑںھہےۓاردو", "arabic", id="Urdu"),
        pytest.param("َُِّٰ", "arabic_mark", id="marks of Arabic"),
        pytest.param("कखगहिन्दीऑ", "indic", id="Devanagari"),
        pytest.param("কখগবাংলাৎ", "indic", id="Bengali"),
        pytest.param("கஙசதமிழ்ஃ", "indic", id="Tamil"),
        ("์่", "thai_mark"),
    ],
)
def test_classes(characters: str, name: str | None):
    found = {NAMES[kind] for kind in classes(codepoints(characters))}
    assert found == ({name} if name else {"ascii_lower", "ascii_upper"})


def test_every_code_point_has_a_class_and_every_class_a_code_point():
    counts = tally(table(), len(NAMES))
    assert counts.sum() == POINTS
    assert [name for name, count in zip(NAMES, counts, strict=True) if not count] == []


def test_members():
    assert [NAMES[n] for n in np.flatnonzero(members("box", "c1"))] == ["c1", "box"]


@pytest.mark.parametrize(
    ("character", "script"),
    [
        *((letter, "Arab") for letter in "پچژگکی" + "ٹڈڑںہے" + "ﭖﺏﻼ"),
        *((letter, "Deva") for letter in "अकऑहॐ"),
        *((letter, "Beng") for letter in "অকৎৰ\u09dc"),
        *((letter, "Taml") for letter in "அகழஃௐ"),
        *((mark, "Zyyy") for mark in "،؟۱٪।"),
        *(("a", "Latn"), ("é", "Latn"), ("Ａ", "Latn"), ("я", "Cyrl"), ("ω", "Grek"), ("א", "Hebr"), ("ب", "Arab")),
        *(("中", "Hani"), ("𠮷", "Hani"), ("ひ", "Hira"), ("カ", "Kana"), ("한", "Hang"), ("ก", "Thai"), ("ა", "Geor")),
        *(("1", "Zyyy"), ("。", "Zyyy"), ("😀", "Zyyy"), ("\u0301", "Zyyy"), ("ⵣ", "Zzzz")),
    ],
)
def test_scripts(character: str, script: str):
    assert SCRIPTS[scripts(codepoints(character))[0]] == script
