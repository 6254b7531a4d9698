from __future__ import annotations

import re

import pytest

from audit.text.punctuation import SENTENCE_END, is_joining


@pytest.mark.parametrize(
    "line", [",然后", "。", "、苹果", ";und weiter", ") said the clerk", "”,她说", "！！", ". And then", ": 三点"]
)
def test_a_line_that_continues_another(line: str) -> None:
    assert is_joining(line)


@pytest.mark.parametrize("line", ["", "(a)", "“好", ".gitignore", "...", "…", "—— 完", "#1", "¡Hola!", "「はい」"])
def test_a_line_of_its_own(line: str) -> None:
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
