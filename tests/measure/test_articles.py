"""The articles of a batch: those that contain a string are what they would be without the others."""

from __future__ import annotations

import numpy as np
import polars as pl

from audit.measure.articles.articles import Articles

TEXTS = [("a", "Up the hill."), ("a", "Down\u3000THE dale"), ("b", "Kein Tal"), ("c", "at the"), ("d", "by the sea")]


def of(texts: list[tuple[str, str]]) -> Articles:
    return Articles.of([text for _, text in texts], pl.Series([id for id, _ in texts], dtype=pl.String))


def test_articles_that_say_a_word_keep_their_blocks() -> None:
    found, blocks = of(TEXTS).saying(" the ")
    assert blocks.tolist() == [0, 1, 4]
    assert [found.text(n) for n in range(3)] == ["up the hill.", "down the dale", "by the sea"]
    assert found.words(1).body == "up the hill. down the dale"
    assert np.diff(found.owners).tolist() == [0, 3]


def test_what_stands_across_two_articles_or_nowhere_is_not_said() -> None:
    assert of([("a", "at the"), ("b", "the end")]).saying(" the ")[1].tolist() == []
    assert of([("a", "at the"), ("a", "end")]).saying(" the ")[1].tolist() == [0, 1]
    for texts in ([], [("a", "")], [("a", "the")], [("a", ""), ("b", "of the sea")]):
        found, blocks = of(texts).saying(" the ")
        assert [found.text(n) for n in range(len(blocks))] == [t for _, t in texts if " the " in t]
