"""Every code point has one class, and letters are of the script that their names say."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest

from audit.text.classes import NAMES, classes, codepoints, members, table, tally
from audit.text.code_points import POINTS, of_categories
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
        *(("1", "Zyyy"), ("。", "Zyyy"), ("😀", "Zyyy"), ("\u0301", "Zyyy"), ("ⵣ", "Tfng"), ("ᐃ", "Zzzz")),
    ],
)
def test_scripts(character: str, script: str):
    assert SCRIPTS[scripts(codepoints(character))[0]] == script


# The first word of a letter's name in Unicode, and its script; names with other first words are other scripts' letters.
NAMED = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARMENIAN": "Armn", "HEBREW": "Hebr", "ARABIC": "Arab",
    "SYRIAC": "Syrc", "THAANA": "Thaa", "DEVANAGARI": "Deva", "BENGALI": "Beng", "GURMUKHI": "Guru",
    "GUJARATI": "Gujr", "ORIYA": "Orya", "TAMIL": "Taml", "TELUGU": "Telu", "KANNADA": "Knda", "MALAYALAM": "Mlym",
    "SINHALA": "Sinh", "THAI": "Thai", "LAO": "Laoo", "TIBETAN": "Tibt", "MYANMAR": "Mymr", "GEORGIAN": "Geor",
    "HANGUL": "Hang", "ETHIOPIC": "Ethi", "KHMER": "Khmr", "MONGOLIAN": "Mong", "HIRAGANA": "Hira",
    "KATAKANA": "Kana", "BOPOMOFO": "Bopo", "CJK": "Hani", "CHEROKEE": "Cher", "YI": "Yiii",
    "COPTIC": "Copt", "NKO": "Nkoo", "TIFINAGH": "Tfng", "VAI": "Vaii", "OL": "Olck", "CHAKMA": "Cakm", "ADLAM": "Adlm",
    # Letters by another name, in the blocks of these scripts.
    "FEMININE": "Latn", "MICRO": "Latn", "MASCULINE": "Latn", "FULLWIDTH": "Latn",
    "HALFWIDTH": "Kana",
}  # fmt: skip
# Where people write: every letter here is in its script. Elsewhere a table may leave rare ones out, as Zzzz.
WRITTEN = (
    (0x41, 0x85F), (0x900, 0x10FB), (0x10FD, 0x1CFF), (0x1E00, 0x1FFF), (0x2C60, 0x2C7C), (0x3041, 0x30FA),
    (0x3105, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFF21, 0xFF9D), (0x20000, 0x2FFFF),
)  # fmt: skip


def test_letters_are_of_the_script_that_their_names_say():
    """Of every code point of Unicode, so that no end of a range is a guess."""
    found = scripts(np.arange(POINTS, dtype=np.uint32))
    # Letters that Unicode has had since this table was written are none in it.
    letters = [p for p in np.flatnonzero(~of_categories("Cn")).tolist() if unicodedata.category(chr(p))[0] == "L"]
    # Some ideographs of new planes have no name in older tables of Python.
    named = {p: unicodedata.name(chr(p), "CJK").split(" ")[0] for p in letters}
    modifiers = {p for p, word in named.items() if word == "MODIFIER"}
    wanted = {p: NAMED.get(word, "Zzzz") for p, word in named.items() if p not in modifiers}
    other = [hex(p) for p, script in wanted.items() if SCRIPTS[found[p]] not in (script, "Zzzz")]
    assert other == []
    written = [p for first, last in WRITTEN for p in range(first, last + 1) if p in wanted]
    assert [hex(p) for p in written if SCRIPTS[found[p]] != wanted[p]] == []
    assert not found[[p for p in range(0x20000) if p not in named]].any()
