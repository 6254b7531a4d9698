"""Passages out of step come in order, apart, and end where both readings meet."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audit.kernels.text.lost_bytes import NO_CHARACTER, SPAN, find_lost_bytes

# Two shapes, ASCII and letters. Bytes from 0x80 on lead a pair; a letter is unlikely if it ends below 0xC0.
SHAPES = np.full(1 << 16, NO_CHARACTER, np.uint8)
SHAPES[:0x80] = 0
SHAPES[0x8000:] = 1
COSTS = np.zeros(1 << 16, np.uint8)
COSTS[0x8000:] = np.tile(np.repeat(np.array([90, 10], np.uint8), (0xC0, 0x40)), 0x80)
STEPS, CAPS = np.zeros(4, np.uint8), np.full(2, 0xFF, np.uint8)


def found(raw: bytes, room: int = 64) -> tuple[list[list[int]], list[int]]:
    spans, told = np.zeros(SPAN * room, np.int64), np.zeros(3, np.int64)
    find_lost_bytes(np.frombuffer(raw, np.uint8), SHAPES, COSTS, STEPS, CAPS, 0, 100, 2, spans, told)
    return spans.reshape(-1, SPAN)[: int(told[0])].tolist(), told.tolist()


@given(st.binary(max_size=60))
def test_passages_are_in_order_and_apart(raw: bytes):
    spans, told = found(raw)
    edges = [edge for start, end, *_ in spans for edge in (start, end)]
    assert all(one <= other for one, other in pairwise(edges))
    assert all(0 <= edge <= len(raw) for edge in edges)
    assert sum(spent for _, _, spent, _ in spans) <= told[1]


def test_the_passage_ends_where_both_readings_meet():
    # The last half of the passage takes the c with it, which both read in the end.
    likely = b"\x80\xd1\x81\xd2\x82\xd3\x83\xd4"
    spans, told = found(b"ab" + likely + b"\xff" + likely + b"c" + likely)
    assert [span[:2] for span in spans] == [[10, 20]]
    assert told[0] == 1


def test_passages_without_room_are_counted():
    passage = b"\xff\x80\xd1\x81\xd2\x82\xd3\x83\xd4 "
    assert found(passage * 3, room=1)[1][0] == 3
