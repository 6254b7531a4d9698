"""A page of which no line is sure keeps what is half believed; one with an article, or with nothing, does not."""

from __future__ import annotations

import numpy as np
import pytest

from audit.parser.blocks.doubtful import WHOLE, leniency

SURE, HALF, HARDLY = 9_500, 4_000, 500


def lenient(*documents: list[tuple[int, int]], said: bool = True, dated: bool = False) -> list[float]:
    """Return the leniency of each document, of which (likelihood, letters) are the lines."""
    rows = [(content, letters, n) for n, lines in enumerate(documents) for content, letters in lines]
    content, letters, document = (np.array(column) for column in zip(*rows, strict=True))
    found = leniency(content, letters.astype(float), *(np.full(len(rows), flag) for flag in (said, dated)), document)
    assert all(len(set(found[document == n].tolist())) == 1 for n in range(len(documents)))
    return [float(found[document == n][0]) for n in range(len(documents))]


LISTED = [(HALF, 60)] * 12


@pytest.mark.parametrize(
    "lines",
    [
        [(SURE, 300)] * 4,
        [*[(SURE, 300)] * 4, *LISTED * 5],
        [(HARDLY, 60)] * 50,
        [(HALF, 12)] * 4,
    ],
    ids=["an article", "an article beside teasers", "a menu", "next to nothing"],
)
def test_no_leniency(lines: list[tuple[int, int]]) -> None:
    assert lenient(lines) == [0.0]


def test_what_is_half_believed_is_kept_where_nothing_is_sure() -> None:
    found = lenient(LISTED)[0]
    assert np.log(HALF / (WHOLE - HALF)) < 0 < np.log(HALF / (WHOLE - HALF)) + found
    assert np.log(HARDLY / (WHOLE - HARDLY)) + found < 0


def test_headlines_with_their_days_are_kept_only_beside_sentences() -> None:
    assert lenient(LISTED, said=False, dated=True) == [0.0]
    assert lenient(LISTED, dated=True)[0] == lenient(LISTED, said=False)[0] == lenient(LISTED)[0] > 0


def test_documents_are_judged_apart() -> None:
    article = [(SURE, 300)] * 4
    assert lenient(LISTED, article, LISTED) == [lenient(LISTED)[0], 0.0, lenient(LISTED)[0]]


def test_no_line() -> None:
    assert not len(leniency(np.zeros(0, np.int64), np.zeros(0), *[np.zeros(0, bool)] * 2, np.zeros(0, np.int64)))
