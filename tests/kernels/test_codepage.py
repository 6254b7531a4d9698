"""The compiled weights of bytes are those of plain Python."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audit.kernels.codepage import count_pairs, weigh_characters, weigh_letters, weigh_lines, weigh_shapes

RNG = np.random.default_rng(3)
SHEETS, GROUPS, WIDTH, READINGS = 3, 2, 5, 4
SHAPES = RNG.integers(0, WIDTH, SHEETS * 256, dtype=np.uint8)
COSTS = RNG.integers(0, 64, SHEETS * 256, dtype=np.uint8)
STEPS = RNG.integers(0, 64, GROUPS * WIDTH * WIDTH, dtype=np.uint8)
OF_GROUP = np.array([0, 1, 1], dtype=np.uint64)
WANTED = np.array([1, 0, 1], dtype=np.uint8)
WIDTHS = np.array([3, 4, 5, 3], dtype=np.uint64)
STARTS = np.array([0, 9, 25, 0], dtype=np.uint64)
TABLES = RNG.integers(0, 64, 50, dtype=np.uint8)
SYMBOLS = np.concatenate([RNG.integers(0, width, 256, dtype=np.uint8) for width in WIDTHS])


@given(st.lists(st.tuples(st.integers(0, 255), st.integers(0, 255), st.integers(1, 9)), max_size=20))
def test_the_sums_are_those_of_plain_python(pairs: list[tuple[int, int, int]]):
    firsts, seconds = (np.array([pair[n] for pair in pairs], dtype=np.uint64) for n in (0, 1))
    counts = np.array([pair[2] for pair in pairs], dtype=np.int64)
    sheets = np.zeros(SHEETS, dtype=np.int64)
    weigh_shapes(firsts, seconds, counts, SHAPES, COSTS, STEPS, OF_GROUP, np.uint64(WIDTH), WANTED, sheets)
    shape, cost, step = SHAPES.reshape(-1, 256), COSTS.reshape(-1, 256), STEPS.reshape(-1, WIDTH, WIDTH)
    assert sheets.tolist() == [
        sum(n * (int(step[OF_GROUP[s], shape[s, a], shape[s, b]]) + int(cost[s, b])) for a, b, n in pairs)
        if WANTED[s]
        else 0
        for s in range(SHEETS)
    ]
    chosen = np.array([2, 0, 3], dtype=np.uint64)
    levels = np.zeros(len(chosen), dtype=np.int64)
    weigh_letters(firsts, seconds, counts, SYMBOLS, TABLES, STARTS, WIDTHS, chosen, levels)
    symbol = SYMBOLS.reshape(-1, 256)
    assert levels.tolist() == [
        sum(
            n * int(TABLES[int(STARTS[r]) + int(symbol[r, a]) * int(WIDTHS[r]) + int(symbol[r, b])])
            for a, b, n in pairs
        )
        for r in chosen.tolist()
    ]


@given(st.binary(min_size=2, max_size=40) | st.text("aé中", min_size=2).map(str.encode))
def test_the_pairs_are_those_of_a_counter(raw: bytes):
    firsts, seconds = (np.zeros(len(raw), dtype=np.uint64) for _ in range(2))
    slots, counts, told = (np.zeros(size, dtype=np.int64) for size in (1 << len(raw).bit_length(), len(raw), 2))
    count_pairs(np.frombuffer(raw, dtype=np.uint8), slots, firsts, seconds, counts, told)
    of_ascii, size = told.tolist()
    found = [*zip(firsts.tolist(), seconds.tolist(), counts.tolist(), strict=True)][:size]
    assert {(a, b): n for a, b, n in found} == Counter(pairwise(raw))
    assert [a < 0x80 > b for a, b, _ in found] == [True] * of_ascii + [False] * (size - of_ascii)


@given(st.lists(st.text("a é中\ufffd\U00020000\n"), max_size=3))
def test_characters_are_weighed_without_the_replaced_ones(texts: list[str]):
    kinds, costs = (RNG.integers(0, most, size, dtype=np.uint8) for most, size in ((WIDTH, 1 << 16), (64, 1 << 17)))
    ends = [*accumulate(map(len, texts), initial=0)]
    readings = [(n, group) for n in range(len(texts)) for group in range(GROUPS)]
    edges = np.array([(ends[n], ends[n + 1]) for n, _ in readings], dtype=np.int64).ravel()
    groups, told = np.array([group for _, group in readings], dtype=np.uint64), np.zeros(2 * len(edges), dtype=np.int64)
    points = np.array([ord(char) for char in "".join(texts)], dtype=np.uint32)
    weigh_characters(points, edges, groups, kinds, costs, STEPS, np.uint64(WIDTH), told)

    def weighed(text: str, group: int) -> list[int]:
        kept = [min(ord(char), 0xFFFF) for char in "\n" + text.replace("\ufffd", "")]
        level = sum(
            int(STEPS[(group * WIDTH + int(kinds[a])) * WIDTH + int(kinds[b])]) + int(costs[(group << 16) + b])
            for a, b in pairwise(kept)
            if a >= 0x80 or b >= 0x80
        )
        runs = sum(a != b == "\ufffd" for a, b in pairwise("\n" + text))
        return [level, sum(char > "\x7f" for char in text), text.count("\ufffd"), runs]

    assert told.reshape(-1, 4).tolist() == [weighed(texts[n], group) for n, group in readings]


@given(st.lists(st.binary(max_size=9).map(lambda line: line.replace(b"\n", b"")), min_size=1, max_size=5))
def test_a_line_is_weighed_as_after_a_line_end(lines: list[bytes]):
    points = np.frombuffer(b"\n".join((b"", *lines)), dtype=np.uint8)
    ends, told = np.cumsum([len(line) + 1 for line in lines]), np.zeros(5 * len(lines), dtype=np.int64)
    tables = (SHAPES[:256], COSTS[:256], STEPS, SYMBOLS[:256], TABLES)
    weigh_lines(points, ends, *tables, np.uint64(WIDTH), WIDTHS[0], told)

    def level(a: int, b: int) -> int:
        letter = TABLES[int(SYMBOLS[a]) * int(WIDTHS[0]) + int(SYMBOLS[b])]
        return int(STEPS[int(SHAPES[a]) * WIDTH + int(SHAPES[b])]) + int(COSTS[b]) + int(letter)

    for line, row in zip(lines, told.reshape(-1, 5).tolist(), strict=True):
        pairs = [*pairwise(b"\n" + line)]
        beyond = [(a, b) for a, b in pairs if a | b >= 0x80]
        letters, high = (len(re.findall(some, line)) for some in (b"[A-Za-z]", rb"[\x80-\xff]"))
        assert row == [sum(level(*p) for p in pairs), sum(level(*p) for p in beyond), len(beyond), letters, high]
