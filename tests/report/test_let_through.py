"""A passed check says what it let through, with the flag that fails on it; a clean or failed one says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

import audit
from audit.gate.baseline import FIRST_LINE
from audit.report.failures import let_through

WORDS = "The keeper of the harbour gate came back before dawn and rang the bell for the first boat of the day."


def told(root: Path, **settings: object) -> list[str]:
    return list(let_through(audit.check(root, no_cache=True, workers=1, **settings).report))  # type: ignore[arg-type]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for number in range(60):
        text = "\n\n".join(f"{WORDS} Entry {number * 97 + line * 13} of the book of the tower." for line in range(3))
        (tmp_path / f"a{number}.txt").write_text(text, "utf-8")
    return tmp_path


def test_damaged_and_unreadable_files_are_said_to_be_let_through(corpus: Path) -> None:
    (corpus / "b.txt").write_text("Thou art a kettle, and the sea is w\ufffdt\ufffdr this morning.", "utf-8")
    (corpus / "c.txt").write_bytes(bytes(range(256)) * 9)
    facts = {"ignore": ["DUP", "FLD", "BPL", "LNG", "SPN"]}
    said = told(corpus, **facts)
    assert [line.partition(";")[2] for line in said] == [
        " --fail-on warning fails on them", " --mostly unread-inputs=1 fails on any",
    ]  # fmt: skip
    assert "ENC002 2" in said[0]
    assert told(corpus, fail_on="warning", **facts) == []


def test_a_clean_corpus_is_not_said_to_be_let_through(corpus: Path) -> None:
    assert told(corpus, ignore=["DUP", "FLD", "BPL", "LNG", "SPN"]) == []


def test_what_is_no_input_is_not_said_to_be_unread(corpus: Path) -> None:
    (corpus / "known.txt").write_text(FIRST_LINE + "\n", "utf-8")
    assert told(corpus, ignore=["DUP", "FLD", "BPL", "LNG", "SPN"]) == []
