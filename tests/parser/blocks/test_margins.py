"""What blocks begin and end with, by number, is what regular expressions find there."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from audit.text.punctuation import SENTENCE_CLOSERS, SENTENCE_END, SENTENCE_STOPS

LINES = st.lists(st.text('ab.。!”"])…»:“𝒂', min_size=1, max_size=6), min_size=1, max_size=8)


@given(LINES)
def test_ends_and_beginnings(texts: list[str]) -> None:
    table = lines(["\n".join(texts)])
    rows = Rows(table)
    for column, pattern in (
        (rows.closed(SENTENCE_STOPS, SENTENCE_CLOSERS), SENTENCE_END),
        (rows.colon, "[:：]$"),
        (rows.cut_off, r"(…|\.\.\.|→|»|>|›)$"),
        (rows.quoted, '^[“"„«「『]'),
    ):
        told = [re.search(pattern, text[-3:] if pattern.endswith("$") else text) is not None for text in table["text"]]
        assert column.tolist() == told


def test_a_reference_to_a_note_is_behind_the_end_of_a_sentence() -> None:
    texts = ["Six trains called on Sundays.[2]", "桥在一九五二年拆除。[1][注 3]", "History[edit]", "[4]", "In 1952 [3]"]
    rows = Rows(lines(["\n".join(texts)]))
    assert rows["sentence"].tolist() == [True, True, False, False, False]
