"""The loop that weighs the passages of stretches of words, against the plain way to the same."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.kernels.text.passages import (
    CAPITAL,
    CONTENT,
    FEWEST,
    GOING_ON,
    LOWERED,
    MOST,
    NEEDING,
    TITLED,
    find_passages,
)

WEIGHTS = (-12, -11, 14, -213, -124, 275, -310, 589, 643)
WORD = st.tuples(st.integers(-300, 300), st.integers(-300, 300), st.integers(-300, 300), st.integers(0, 63))
STRETCH = st.tuples(st.lists(WORD, min_size=1, max_size=18), st.integers(0, 17), st.booleans(), st.booleans())


def scored(words: list[tuple[int, ...]], first: int, last: int) -> int:
    """Return the score of a passage; every two classes here have the association 2."""
    _, begins, ends, flags = zip(*words, strict=True)
    before, behind = flags[first - 1] if first else 0, flags[last + 1] if last + 1 < len(words) else 0
    told = [flag for flag in flags[first : last + 1] if flag & CONTENT]
    titled = [flag for flag in flags[first : last + 1] if flag & TITLED]
    is_last = last + 1 == len(words)
    holds = (
        before & NEEDING and (is_last or behind & GOING_ON),
        first == 0 or is_last,
        len(told) > FEWEST - 1 and len(told) == len(titled) and not (before | behind) & TITLED,
        last - first == FEWEST - 1,
        first == 0 and behind & CAPITAL and flags[0] & LOWERED,
        first == 0 and is_last,
    )
    inside = sum(word[0] for word in words[first : last + 1]) + 2 * sum(WEIGHTS[:3])
    told_by: int = inside + begins[first] + ends[last]
    return told_by + sum(w for w, held in zip(WEIGHTS[3:], holds, strict=True) if held)


@settings(max_examples=60)
@given(st.lists(STRETCH, min_size=1, max_size=3))
def test_the_best_of_all_passages_is_found(stretches: list[tuple[list[tuple[int, ...]], int, bool, bool]]) -> None:
    words = [word for stretch, *_ in stretches for word in stretch]
    inside, begins, ends, flags = (np.array(column, np.int64) for column in zip(*words, strict=True))
    bounds = [
        value
        for stretch, core, skips, whole in stretches
        for value in (len(stretch), core % len(stretch), core % len(stretch), skips, whole)
    ]
    best = np.empty(3 * len(stretches), np.int64)
    classes, levels = np.zeros(len(words) + 2 * len(stretches), np.int64), np.full(1, 2, np.int16)
    weights, limits = np.array(WEIGHTS, np.int64), np.array(bounds, np.int64)
    find_passages(inside, begins, ends, flags, classes, levels, 1, weights, limits, best)
    for (stretch, core, skips, whole), (score, first, last) in zip(
        stretches, best.reshape(-1, 3).tolist(), strict=True
    ):
        at, size = core % len(stretch), len(stretch)
        possible = [
            scored(stretch, a, b)
            for a in range(skips, at + 1)
            for b in range(max(at, a + FEWEST - 1), min(size, a + MOST))
            if whole or (a, b) != (0, size - 1)
        ]
        assert not possible or score == max(possible) == scored(stretch, first, last)
        assert possible or score < min(WEIGHTS) * MOST
