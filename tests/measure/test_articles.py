"""The articles of a batch: those that contain a string are what they would be without the others."""

from __future__ import annotations

import numpy as np
import polars as pl

from audit.measure.articles.articles import Articles, Places

TEXTS = [("a", "Up the hill."), ("a", "Down\u3000THE dale"), ("b", "Kein Tal"), ("c", "at the"), ("d", "by the sea")]


def of(texts: list[tuple[str, str]]) -> Articles:
    return Articles.of([text for _, text in texts], pl.Series([id for id, _ in texts], dtype=pl.String))


def saying(texts: list[tuple[str, str]]) -> tuple[Articles, Places]:
    articles = of(texts)
    return articles.only(articles.times(" the ") > 0)


def test_articles_that_say_a_word_keep_their_blocks() -> None:
    assert of(TEXTS).times(" the ").tolist() == [2, 0, 0, 1]
    found, blocks = saying(TEXTS)
    assert blocks.tolist() == [0, 1, 4]
    assert [found.text(n) for n in range(3)] == ["up the hill.", "down the dale", "by the sea"]
    assert found.words(1).body == "up the hill. down the dale"
    assert np.diff(found.owners).tolist() == [0, 3]


def test_what_stands_across_two_articles_or_nowhere_is_not_said() -> None:
    assert saying([("a", "at the"), ("b", "the end")])[1].tolist() == []
    assert saying([("a", "at the"), ("a", "end")])[1].tolist() == [0, 1]
    for texts in ([], [("a", "")], [("a", "the")], [("a", ""), ("b", "of the sea")]):
        found, blocks = saying(texts)
        assert [found.text(n) for n in range(len(blocks))] == [t for _, t in texts if " the " in t]
