"""Words that a block shares with the article around it."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from audit.parser.blocks.context.cohesion import cohesion
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines

FERRY = "the wooden ferry crosses the river twice"
HARBOUR = "a ferry leaves from the wooden harbour"


def shares(*documents: str) -> list[float]:
    """Return the share of each block, each document being its own run."""
    table = lines(documents)
    document = table["document"].to_numpy()
    low, high = np.searchsorted(document, document, "left"), np.searchsorted(document, document, "right")
    return shares_of(cohesion(Rows(table), np.arange(len(table)), document, low, high))


def shares_of(counted: tuple[NDArray[np.int64], NDArray[np.int64]]) -> list[float]:
    shared, words = counted
    return [round(float(share), 2) for share in shared / np.maximum(words, 1)]


def test_shared_words() -> None:
    # wooden and ferry, of wooden ferry crosses river twice and of ferry leaves from wooden harbour
    assert shares(f"{FERRY}\n{HARBOUR}") == [0.4, 0.4]


def test_a_document_shares_nothing_with_another() -> None:
    assert shares(FERRY, HARBOUR) == [0.0, 0.0]


def test_pairs_of_characters() -> None:
    assert shares("渡口复航\n老渡口") == [0.33, 0.5]


@pytest.mark.parametrize("line", ["", "... --- 2021", "of the and"])
def test_nothing_to_share(line: str) -> None:
    assert shares(f"{FERRY}\n{line}")[1:] in ([], [0.0])


def test_only_the_run_counts() -> None:
    rows, both = Rows(lines([f"{FERRY}\n{HARBOUR}"])), np.arange(2)
    assert shares_of(cohesion(rows, both, np.zeros(2, int), np.array([0, 0]), np.array([1, 1]))) == [0.0, 0.4]


def test_a_line_may_be_compared_several_times() -> None:
    rows, twice = Rows(lines([f"{FERRY}\n{HARBOUR}"])), np.array([0, 1, 1, 0])
    low, high = np.array([0, 0, 2, 2]), np.array([1, 1, 3, 3])
    assert shares_of(cohesion(rows, twice, np.array([0, 0, 1, 1]), low, high)) == [0.0, 0.4, 0.0, 0.4]


def test_a_large_batch_gives_what_its_documents_give_alone() -> None:
    long = "\n".join(f"{FERRY} {n} {HARBOUR}" for n in range(30_000))
    assert shares(long, FERRY, f"{FERRY}\n{HARBOUR}")[-3:] == [0.0, 0.4, 0.4]
