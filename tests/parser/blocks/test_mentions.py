"""All words of all groups are found in one look, and nothing else is."""

from __future__ import annotations

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.parser.blocks.context.mentions import laid_out, mentions
from audit.parser.blocks.strings import strings

SPELLED = st.text("abé渡口", max_size=12)
WORD = st.text("abé渡口", min_size=1, max_size=4)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(WORD, max_size=4), min_size=1, max_size=5), st.lists(SPELLED, max_size=5))
def test_a_line_mentions_the_groups_of_the_words_that_stand_in_it(groups: list[list[str]], lines: list[str]) -> None:
    found = mentions(strings(pl.Series(lines, dtype=pl.String)), laid_out(groups))
    held = [{n for n, group in enumerate(groups) if any(word in line for word in group)} for line in lines]
    assert [{n for n in range(len(groups)) if int(bits) >> n & 1} for bits in found] == held
