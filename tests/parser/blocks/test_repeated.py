"""What a page prints again goes, its first printing stays, and no word leaves the page."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.parser.blocks.context.posts import is_repeated
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

LINE = st.sampled_from([*ENGLISH_BODY, *CHINESE_BODY, "Down by the landing", "Yes.", "- Ada"])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(st.tuples(LINE, st.sampled_from([0.1, 0.3, 0.9])), min_size=1, max_size=12), max_size=3))
def test_only_a_doubted_copy_of_a_kept_paragraph_goes(documents: list[list[tuple[str, float]]]) -> None:
    table = lines(["\n".join(line for line, _ in document) for document in documents] or [""])
    likely = np.array([score for document in documents for _, score in document], np.float32)
    found = iter(is_repeated(Rows(table), likely).tolist())
    for document in documents:
        seen: set[str] = set()
        for line, score in document:
            assert next(found) == (line in seen and 0.2 < score < 0.5)
            if score < 0.5 and (len(line) > 60 or (line in CHINESE_BODY and len(line) > 30)):
                seen.add(line)


def test_a_text_without_furniture_repeats_what_it_likes(blocks) -> None:
    assert not [b for b in blocks("\n".join(ENGLISH_BODY * 3)) if b["boilerplate"]]
