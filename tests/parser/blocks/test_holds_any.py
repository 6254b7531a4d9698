"""Words are found alike in few lines, one by one, and in many, by an automaton."""

from __future__ import annotations

import polars as pl

from audit.parser.blocks.context.regex_search import holds_any

LINES = ["last updated today", "an update", "更新于", "", "upd ated", "摘要更 新"]
WORDS = ("updat", "更新")
HELD = [True, True, True, False, False, False]


def test_words_are_found_alike_in_few_lines_and_in_many() -> None:
    assert holds_any(pl.Series(LINES), WORDS).tolist() == HELD
    assert holds_any(pl.Series(LINES * 9), WORDS).tolist() == HELD * 9
    assert holds_any(pl.Series([], dtype=pl.String), WORDS).tolist() == []
