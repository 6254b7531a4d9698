"""What a batch takes in: bounded in documents, bytes and lines."""

from __future__ import annotations

import pytest

from audit.read.inputs import Input
from audit.worker.batch import BATCH_LINES, MOST_LINES, Batch


def given(text: str) -> Input:
    raw = text.encode("utf-8")
    return Input(id="a.txt", path="a.txt", raw=raw, sha256="0" * 64)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\f"])
def test_a_text_of_too_many_lines_is_too_complex(end: str) -> None:
    batch = Batch()
    batch.add(given("a" + ("b" + end) * (MOST_LINES + 1)))
    (row,) = batch.rows
    assert row.code == "too-complex"
    assert f"{MOST_LINES + 1:,} lines" in str(row.detail)
    assert "split it" in str(row.detail)
    assert (row.raw, row.decoded, row.size) == (None, None, 1 + (MOST_LINES + 1) * len(("b" + end).encode()))
    assert not batch.documents
    assert not batch.is_full


@pytest.mark.parametrize(
    "text",
    ["b\r\n" * MOST_LINES, "word " * (2 * MOST_LINES), "b\n\n" * MOST_LINES, "b\r\n\r\n" * MOST_LINES],
    ids=["just as many", "one long", "empty between", "empty between, CRLF"],
)
def test_a_long_text_is_not(text: str) -> None:
    batch = Batch()
    batch.add(given(text))
    assert batch.documents


def test_a_batch_of_many_lines_is_full() -> None:
    batch = Batch()
    batch.add(given("b\n" * (BATCH_LINES - 1)))
    assert not batch.is_full
    batch.add(given("b\n"))
    assert batch.is_full
