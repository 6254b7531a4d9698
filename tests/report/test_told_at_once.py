"""What a person looks for first: how many documents a finding stands for, their language, and columns not used."""

from __future__ import annotations

import json
from pathlib import Path

import audit

TEXT = "The keeper of the harbour gate came back before dawn and rang bell number {} for the first boat of the day."


def test_a_finding_says_for_how_many_documents_it_stands_and_what_their_language_is(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(TEXT.format(number) * (number + 1), "utf-8")
    found = str(audit.check(tmp_path, languages=("fr",), select=["LNG001"], no_cache=True, workers=1))
    assert "LNG001 0.txt and 2 more documents" in found
    assert "its language is en, confidence" in found


def test_columns_that_nothing_uses_are_told(tmp_path: Path) -> None:
    texts = (
        TEXT,
        "Snow closed the pass on Monday, and the post came by sledge.",
        "Nobody has seen the lighthouse cat.",
    )
    rows = [{"text": text, "votes": n} | ({"tag": "sea"} if n else {}) for n, text in enumerate(texts)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    found = audit.check(tmp_path / "a.jsonl", no_cache=True, workers=1)
    assert found.report["inputs"]["unused"] == {"votes": 3, "tag": 2}
    assert "columns not used: votes, tag; --extra NAME keeps one" in str(found)
    kept = audit.check(tmp_path / "a.jsonl", extra=["votes", "tag"], no_cache=True, workers=1)
    assert "unused" not in kept.report["inputs"]


def test_of_many_columns_some_are_named_and_the_others_counted(tmp_path: Path) -> None:
    rows = [{"text": TEXT.format(n), **{f"field_of_the_form_{k}": n for k in range(35)}} for n in range(2)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    found = audit.check(tmp_path / "a.jsonl", no_cache=True, workers=1)
    told = str(found).partition("columns not used: ")[2].partition(";")[0]
    names, _, more = told.rpartition(" and ")
    assert len(names.split(", ")) + int(more.removesuffix(" more")) == 35
    assert len(found.report["inputs"]["unused"]) + found.report["inputs"]["unused_further"] == 35
