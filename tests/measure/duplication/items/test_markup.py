"""Markup in questions gives way to as many spaces: every place remains."""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.duplication.items.markup import plain, plain_texts


@given(
    st.lists(st.sampled_from(["<b>", "</p>", "<br />", "&gt;", "&amp;", '<a href="x">', "<", "&", "1 < 2", "字", " x"]))
)
def test_places_remain(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert len(plain(text)) == len(text)
    assert plain_texts(pa.array([text, "", text], pa.large_string())).to_pylist() == [plain(text), "", plain(text)]
