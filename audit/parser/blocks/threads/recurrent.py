"""Lines around the posts of a thread that recur, with other numbers or as the subject of an answer."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from audit.text.code_points import of_categories
from audit.text.fold import respelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

# Characters of "Re: " at most, and how often a subject with answers counts, at least.
_ANSWER, _NUMBERS = 8, 3


def masked(lines: Sequence[str]) -> list[str]:
    """Return lines with all their numbers alike.

    >>> masked(["12 of ٣٠", "𝟏𝟐", "two"])
    ['0 of 0', '0', 'two']
    """
    points = respelled(np.frombuffer("\n".join(lines).encode("utf-32-le"), np.uint32), _digits_alike())
    zero = points == ord("0")
    zero[1:] &= zero[:-1].copy()
    zero[:1] = False
    return points[~zero].tobytes().decode("utf-32-le").split("\n") if lines else []


@cache
def _digits_alike() -> NDArray[np.uint32]:
    """Return each code point up to the last digit, all digits as 0."""
    found = np.trim_zeros(of_categories("Nd"), "b")
    return np.where(found, ord("0"), np.arange(len(found))).astype(np.uint32)


def recurrent(lines: Sequence[str], masked: Sequence[str], short: Sequence[bool]) -> list[tuple[int, int, str]]:
    """Return the lines that recur, how often, and by which name: as often as can be, if they answer a post.

    Long ones only count if they answer one; `masked` are the lines as `masked` returns them.

    >>> lines = ["Bees", "Re: Bees", "Ada", "Ada"]
    >>> recurrent(lines, lines, [True] * 4)
    [(1, 4, 'Bees'), (2, 2, 'Ada'), (3, 2, 'Ada')]
    """
    told = [": " in line[:_ANSWER] for line in lines]
    answers = [line.partition(": ")[2] if is_told else "" for line, is_told in zip(masked, told, strict=True)]
    times, subjects = Counter(masked), Counter(filter(None, answers))
    found = [
        max(len(lines), _NUMBERS) if subjects[line] > 1 or (answer and times[answer]) else times[line] * is_short
        for line, answer, is_short in zip(masked, answers, short, strict=True)
    ]
    return [(at, n, answers[at] or masked[at]) for at, n in enumerate(found) if n > 1]
