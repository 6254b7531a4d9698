"""Keys of lines and the windows of documents: the compiled loops against the same said plainly in Python."""

from __future__ import annotations

import numpy as np
import polars as pl
from hypothesis import example, given, settings
from hypothesis import strategies as st

from audit.kernels.parser import templates as kernels
from audit.parser.blocks.strings import strings
from audit.parser.templates.template_lines import line_keys, masked

LINES = st.lists(st.text("ab12» [é渡…\u3000𠀀-", max_size=9), min_size=1, max_size=12)
LAST = (1 << 64) - 1
HASHES = st.one_of(st.integers(0, 9), st.integers(0, 1 << 62))


def column(*lines: str) -> pl.DataFrame:
    return pl.DataFrame({"folded": lines}, schema={"folded": pl.String})


@settings(max_examples=40)
@given(LINES)
@example(["12 » », a,", "a", "7 » », a"])
@example(["…", "…»", "", "»é»", "é"])
@example([f"{days} days' notice in writing are given before a plot is let{end}" for days in (14, 90) for end in "., "])
@example([f"租户应当在{days}日以内以书面形式向理事会提出申请{end}" for days in (7, 60) for end in "。，"])
@example(["1 a.", "2 a.", ".", "。", "12。", "3。", f"{'a' * 60} 1.", f"{'a' * 60} 2."])
def test_lines_have_one_key_where_masked_they_are_one(lines: list[str]) -> None:
    table = column(*lines)
    same = masked(table).to_list()
    keys = line_keys(table).tolist()
    assert [one == other for one in keys for other in keys] == [one == other for one in same for other in same]


def hashed(window: bytes) -> int:
    base, rolled = 6_364_136_223_846_793_005, 0
    for byte in window:
        rolled = (rolled * base + byte) & LAST
    return ((rolled ^ (rolled >> 32)) * base) & LAST


@settings(max_examples=60)
@given(st.lists(st.text("ab渡", max_size=24), max_size=6), st.integers(1, LAST))
def test_windows_below_the_bound_of_their_line(lines: list[str], bound: int) -> None:
    folded, size = strings(column(*lines)["folded"]), kernels.WINDOW
    raw = [line.encode() for line in lines]
    wanted = [(hashed(line[at : at + size]), n) for n, line in enumerate(raw) for at in range(len(line) - size + 1)]
    wanted = [(key, line) for key, line in wanted if key < bound]
    for room in (0, len(folded.text) + 1):
        keys, found = np.zeros(room, np.uint64), np.zeros(room, np.int64)
        bounds = np.full(len(lines), bound, np.uint64)
        assert kernels.sample_windows(folded.text, folded.offsets, bounds, keys, found) == len(wanted)
    assert list(zip(keys.tolist(), found.tolist(), strict=True))[: len(wanted)] == wanted


@settings(max_examples=60)
@given(st.lists(st.lists(st.tuples(HASHES, st.integers(0, 2)), max_size=40), min_size=1, max_size=4))
def test_of_each_document_the_least_windows_are_kept_once(documents: list[list[tuple[int, int]]]) -> None:
    names, most = np.array([7, 5, 9], np.uint64), 4
    flat = [pair for document in documents for pair in document]
    keys, lines = np.array([k for k, _ in flat], np.uint64), np.array([n for _, n in flat], np.int64)
    edges = np.cumsum([0, *map(len, documents)])
    counts, kept = kernels.keep_least(keys, lines, edges, names, most)
    for number, document in enumerate(documents):
        least = {key: min(names[line] for k, line in document if k == key) for key, _ in sorted(document)}
        start = edges[number]
        made = [(keys[start + n], names[lines[start + n]]) for n in range(kept[number])]
        assert counts[number] == len(least)
        assert made == list(least.items())[:most]


@settings(max_examples=60)
@given(st.lists(HASHES.map(lambda n: n << 1), max_size=60), st.integers(1, 8))
def test_what_recurs_is_marked_and_nothing_that_has_a_slot_of_its_own(hashes: list[int], bits: int) -> None:
    marked = np.empty(len(hashes), np.bool_)
    kernels.mark_recurring(np.array(hashes, np.uint64), np.zeros(1 << bits, np.uint8), marked)
    slots = [number >> (64 - bits) for number in hashes]
    assert marked.tolist() == [slots.count(slot) > 1 for slot in slots]
