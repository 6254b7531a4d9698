"""Where code points begin in the bytes: counted in UTF-8, and as a decoder would have it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.read.codec import offsets as codec_offsets
from audit.read.codec.offsets import Anchor, offsets


def edges(text: str) -> list[int]:
    return [len(text[:at].encode()) for at in range(len(text) + 1)]


@given(st.text(), st.sampled_from([1, 2, 3, 7, 1 << 16]))
def test_every_code_point_of_utf_8_begins_where_it_was_encoded(text: str, counted: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codec_offsets, "_COUNTED", counted)
        points = range(len(text) + 1)
        assert offsets(text.encode(), [Anchor(0, 0, "utf-8")], list(points)) == edges(text)


@given(st.text(), st.text(), st.text(), st.data())
def test_a_broken_byte_between_takes_one_code_point(a: str, b: str, before: str, data: st.DataObject) -> None:
    raw = before.encode() + a.encode() + b"\xff" + b.encode()
    start, bad = len(before.encode()), len(before.encode()) + len(a.encode())
    anchors = [Anchor(start, 0, "utf-8"), Anchor(bad, len(a), None), Anchor(bad + 1, len(a) + 1, "utf-8")]
    right = [start + at for at in edges(a)] + [bad + 1 + at for at in edges(b)]
    points = sorted(data.draw(st.lists(st.integers(0, len(right) - 1))))
    assert offsets(raw, anchors, points) == [right[point] for point in points]


def test_a_position_past_the_end_is_the_end() -> None:
    assert offsets("é木".encode(), [Anchor(0, 0, "utf-8")], [1, 2, 9]) == [2, 5, 5]
