"""Sums over the blocks around, against the plainest way to get them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audit.kernels.parser.windows import add_windows

SIZES = (1, 3)
DOCUMENTS = st.lists(st.lists(st.integers(-9, 9), max_size=7), max_size=4)


def plain(document: list[int], size: int) -> tuple[list[int], list[int]]:
    places = range(len(document))
    before = [sum(document[max(0, i - size) : i]) for i in places]
    return before, [sum(document[i + 1 : i + size + 1]) for i in places]


@given(DOCUMENTS)
def test_sums_stay_in_their_document(documents: list[list[int]]) -> None:
    values = np.array([v for document in documents for v in document], np.int64)
    edges = np.cumsum([0, *map(len, documents)])
    found = np.empty((2, len(SIZES), 2, len(values)), np.float32)
    series = np.concatenate([values, -values])
    add_windows(series, edges, np.array(SIZES), np.zeros(len(values) + 1, np.int64), found.reshape(-1))
    for place, size in enumerate(SIZES):
        sums = [plain(document, size) for document in documents]
        before, after = ([v for pair in sums for v in pair[side]] for side in (0, 1))
        assert found[0, place].tolist() == [before, after]
        assert found[1, place].tolist() == [[-v for v in before], [-v for v in after]]
