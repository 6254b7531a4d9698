"""Words shared with an article, letters alone: the compiled loops against the same said plainly in Python."""

from __future__ import annotations

import numpy as np
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.kernels.parser import words as kernels
from audit.parser.blocks.strings import spelling_classes, strings, word_classes

LINES = st.lists(st.text("ab é字页ー1.|x", max_size=24) | st.text(max_size=12), min_size=1, max_size=9)
few = settings(max_examples=80, deadline=None)


def spelled(lines: list[str]) -> list[str]:
    column = strings(pl.Series(lines, dtype=pl.String))
    found, ends = np.zeros(len(column.text) + len(lines), np.uint8), np.zeros(len(lines), np.int64)
    rows = np.arange(len(lines))
    kernels.letters(column.text, column.offsets, rows, spelling_classes(), found, ends)
    assert ends.tolist() == [i + 1 for i, byte in enumerate(found[: ends[-1]].tolist()) if byte == ord("\n")]
    return found[: ends[-1]].tobytes().decode().split("\n")[:-1]


@few
@given(LINES)
def test_letters_alone(lines: list[str]) -> None:
    assert spelled(lines) == ["".join(c for c in line if c.isalnum() and ord(c) < 0x10000) for line in lines]


def compared(lines: list[str], content: list[bool], most: int = 1000) -> list[tuple[int, int]]:
    column = strings(pl.Series(lines, dtype=pl.String))
    shared, words = np.zeros(len(lines), np.int32), np.zeros(len(lines), np.int32)
    rows, edges = np.arange(len(lines)), np.array([0, len(lines)], np.int64)
    chars = np.array([len(line) for line in lines], np.int64)
    scratch = np.zeros(kernels.WORDS, np.int32), np.zeros(kernels.WORDS, np.int32)
    article = rows, edges, edges, most, np.array(content, np.uint8), chars
    kernels.overlaps(column.text, column.offsets, word_classes(), *article, shared, words, *scratch)
    return list(zip(shared.tolist(), words.tolist(), strict=True))


def test_words_of_a_headline_that_its_article_uses() -> None:
    lines = ["ferry sails again", "the ferry is back, and sails", "市长渡口", "渡口有船"]
    assert compared(lines, [False, True, False, True]) == [(2, 3), (0, 3), (1, 3), (0, 3)]


def test_a_line_of_the_article_does_not_vouch_for_itself() -> None:
    assert compared(["ferry sails", "ferry waits"], [True, True]) == [(1, 2), (1, 2)]


def test_long_words_are_told_by_their_beginning() -> None:
    assert compared(["Regierungen", "Regierung"], [False, True]) == [(1, 1), (0, 1)]


def test_no_more_is_read_than_asked_for() -> None:
    lines = ["ferry", "harbour is full", "ferry is late"]
    assert compared(lines, [False, True, True], most=5)[0] == (0, 1)
    assert compared(lines, [False, True, True], most=50)[0] == (1, 1)
