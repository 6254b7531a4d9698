"""Slots of a template: places between lines that all pages share, filled with other lines on each."""

from __future__ import annotations

import numpy as np

from audit.parser.templates.slots import KEPT_SLOTS, differ, slots


def found(*pages: list[int], short: bool = True) -> tuple[set[int], dict[int, set[int]]]:
    """Return the slots that all pages have, and the fillings of each."""
    lines = np.array([line << 40 | line for page in pages for line in page], np.uint64)
    of = np.repeat(np.arange(len(pages)), [len(page) for page in pages])
    keys, fillings, documents = slots(lines, of, np.full(len(lines), short))
    owned = [set(keys[documents == n].tolist()) for n in range(len(pages))]
    return set.intersection(*owned), {key: set(fillings[keys == key].tolist()) for key in keys.tolist()}


def filled(*pages: list[int]) -> int:
    """Return how many common slots of two pages are filled with other lines."""
    common, fillings = found(*pages)
    pairs = [np.array(sorted(fillings[key]), np.uint64) for key in common]
    return sum(bool(len(pair) > 1 and differ(pair[:1], pair[1:])[0]) for pair in pairs)


def test_a_run_of_other_lines_between_the_same_neighbours_fills_one_slot() -> None:
    assert filled([1, 2, 9, 3, 4], [1, 2, 8, 3, 4]) == 1
    assert filled([1, 2, 9, 10, 3, 4], [1, 2, 8, 11, 3, 4]) == 1
    # Either line, and the run from one to the other.
    assert filled([1, 9, 3, 10, 4], [1, 8, 3, 11, 4]) == 3


def test_the_same_lines_and_lists_of_another_length_fill_none_differently() -> None:
    assert filled([1, 2, 3, 4], [1, 2, 3, 4]) == 0
    assert filled([1, 9, 10, 3], [1, 8, 3]) == 0
    assert filled([1, 9, 10, 11, 12, 3], [1, 5, 6, 7, 8, 3]) == 0


def test_prose_fills_no_slot_and_a_whole_page_is_none() -> None:
    assert not found([1, 2, 3], short=False)[1]
    assert filled([1], [2]) == 0


def test_a_long_list_keeps_as_many_slots_as_a_short_one() -> None:
    assert len(found(list(range(1, 1000)))[1]) == KEPT_SLOTS


def test_no_page_has_no_slots() -> None:
    assert found([]) == (set(), {})
