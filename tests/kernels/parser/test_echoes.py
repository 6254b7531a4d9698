"""Lines held in others: the compiled loop against the same said plainly in Python."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.kernels.parser import echoes as kernels
from audit.parser.blocks.strings import strings

few = settings(max_examples=80, deadline=None)


def held(lines: list[str], chosen: list[int]) -> list[int]:
    column, edges = strings(pl.Series(lines, dtype=pl.String)), np.array([0, len(lines)], np.int64)
    found, short = np.zeros(len(chosen), np.uint8), np.ones(len(lines), np.uint8)
    rows, parts = np.array(chosen, np.int64), np.array([0, len(chosen)], np.int64)
    scratch = np.zeros(kernels.PLACES, np.int64), np.zeros(len(chosen), np.uint64)
    kernels.echoes(column.text, column.offsets, edges, short, rows, parts, found, *scratch)
    return found.tolist()


def plainly_held(lines: list[str], line: str) -> int:
    found, sought = 0, line.encode()
    for other in (other.encode() for other in lines):
        places = [m.start() for m in re.finditer(f"(?={re.escape(sought.decode('latin-1'))})", other.decode("latin-1"))]
        for at in places if len(other) > len(sought) >= kernels.KEY else ():
            ends = at + len(sought) == len(other)
            found |= kernels.BEGINS if at == 0 else kernels.ENDS if ends else kernels.INSIDE
    return found


@few
@given(st.lists(st.text("ab|é", min_size=6, max_size=14), min_size=1, max_size=5))
def test_lines_held_in_others(parts: list[str]) -> None:
    lines = [*parts, *(f"{one} | {two}" for one, two in pairwise(parts))]
    assert held(lines, list(range(len(lines)))) == [plainly_held(lines, line) for line in lines]


def test_a_text_of_one_letter_is_not_compared_for_ever() -> None:
    lines = ["a" * size + "b" for size in range(8, 40)] + ["a" * 300] * 400
    assert held(lines, list(range(32)))[0] == kernels.ENDS
