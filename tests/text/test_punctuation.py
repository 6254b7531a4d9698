"""A line continues another, or ends a sentence, by its marks."""

from __future__ import annotations

import re

import polars as pl
import pytest

from audit.text.punctuation import LETTER, SENTENCE_END, is_joining


@pytest.mark.parametrize(
    "line", [",然后", "。", "、苹果", ";und weiter", ") said the clerk", "”,她说", "！！", ". And then", ": 三点"]
)
def test_a_line_that_continues_another(line: str) -> None:
    assert is_joining(line)


@pytest.mark.parametrize("line", ["", "(a)", "“好", ".gitignore", "...", "…", "—— 完", "#1", "¡Hola!", "「はい」"])
def test_a_line_of_its_own(line: str) -> None:
    assert not is_joining(line)


@pytest.mark.parametrize("line", [".. note::", "%%%%", "::: box", ";; oar", "!!", "..", "。。"])
def test_doubled_marks_are_markup_or_a_rule(line: str) -> None:
    assert not is_joining(line)


@pytest.mark.parametrize("text", ["好。", "Yes!", "(No.)", "“真的？”", "शुभ।"])
def test_a_sentence_ends(text: str) -> None:
    assert re.search(SENTENCE_END, text)


@pytest.mark.parametrize("text", ["好,", "Contents", "1)", "“真的”"])
def test_no_sentence_ends(text: str) -> None:
    assert not re.search(SENTENCE_END, text)


@pytest.mark.parametrize(
    "line",
    [
        "Er sagte: „Das Boot fährt.“",
        "»Das Boot fährt.«",
        "“The boat goes.”",
        "船走了。」",
        "کشتی چل پڑی۔",
        "ጀልባው ሄደ።",
        "နေသည်။",
    ],
)
def test_a_sentence_ends_with_a_stop_and_closing_marks(line: str) -> None:
    assert re.search(SENTENCE_END, line)


@pytest.mark.parametrize("line", ["How to open “X”", "The “boat”", "船（木）", "Das »Boot«"])
def test_closing_marks_alone_end_no_sentence(line: str) -> None:
    assert not re.search(SENTENCE_END, line)


@pytest.mark.parametrize(
    "word", ["may", "März", "août", "января", "मार्च", "มีนาคม", "מרץ", "مارس", "五月", "むつき", "오월"]
)
def test_names_of_months_consist_of_letters_for_polars_and_re_alike(word):
    assert re.fullmatch(f"{LETTER}+", word)
    assert pl.Series([word]).str.contains(f"^{LETTER}+$").all()


@pytest.mark.parametrize("char", [*"09_.,-–—…“»¿。、《，：１\u3000\n\xa0"])
def test_no_letter_is_a_digit_a_blank_or_a_mark(char):
    assert not re.search(LETTER, char)
    assert not pl.Series([char]).str.contains(LETTER).any()
