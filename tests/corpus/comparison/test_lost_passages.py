"""No passage of a removed body is lost to readers: it stands in a kept body or title, not only in a dropped block."""

from __future__ import annotations

import random
from itertools import groupby, product
from pathlib import Path

import polars as pl
import pytest

import audit

# Words in a row whose loss keeps a document.
PASSAGE = 30
WINDOW = 5
WORDS = ["".join(parts) for parts in product(("ba", "de", "ki", "lo"), ("rin", "tol", "vas"), ("er", "on", "ing", "a"))]
HEADLINES = (
    "Harbour master keeps the old lamp", "Why the ferry was late again", "Seven gulls and one sandwich",
    "The bridge that nobody painted", "Night bus to the salt works", "How to mend a drowned piano",
    "A walk along the drained canal",
)  # fmt: skip
ROUND_UP = [". ".join(HEADLINES) + "."]
LIST = ["Related articles", *HEADLINES, "© 2024 The Harbour Post. All rights reserved."]
CREDITS = ["Subscribe to our newsletter", "© 2024 The Fenland Echo. All rights reserved."]


def prose(seed: int, paragraphs: int = 8) -> list[str]:
    r = random.Random(seed)  # noqa: S311 text, not secrets
    return [" ".join(" ".join(r.choices(WORDS, k=14)).capitalize() + "." for _ in range(3)) for _ in range(paragraphs)]


def windows(text: str) -> list[tuple[str, ...]]:
    words = "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()
    return [tuple(words[at : at + WINDOW]) for at in range(len(words) - WINDOW + 1)]


def longest_lost(body: str, kept: list[str]) -> int:
    """Return the most words in a row of a body that are in no window of five words of what is kept."""
    stands = {window for text in kept for window in windows(text)}
    missing = groupby(window not in stands for window in windows(body))
    return max((len(list(run)) - WINDOW + 1 for is_missing, run in missing if is_missing), default=0)


def set_aside(folder: Path, *pages: list[str]) -> list[tuple[int, int, str]]:
    """Return which of some pages is set aside for which, and why, once nothing of its body is seen to be lost."""
    raw = folder / "raw"
    raw.mkdir(exist_ok=True)
    for nth, lines in enumerate(pages):
        (raw / f"{nth}.txt").write_text("\n\n".join(["The ferry in the fog", "2024-05-03", *lines]), "utf-8")
    audit.check(raw, out=folder / "out", workers=1, select=["DUP"], suspects=False)
    texts, measures = (pl.read_parquet(folder / "out" / f"{name}.parquet") for name in ("documents", "measures"))
    texts = texts.join(measures.select("id", "duplicate_of", "kept_because"), on="id")
    kept, aside = (texts.filter(pl.col("duplicate_of").is_null() == is_kept) for is_kept in (True, False))
    assert all(longest_lost(body, [*kept["title"].drop_nulls(), *kept["body"]]) < PASSAGE for body in aside["body"])
    return [(int(id[0]), int(of[0]), why) for id, of, why in aside.select("id", "duplicate_of", "kept_because").rows()]


@pytest.mark.parametrize("at", [0, 4, 8])
def test_the_fuller_body_stays_where_the_other_page_drops_the_passage(tmp_path: Path, at: int) -> None:
    text = prose(1)
    fuller = [*text[:at], *ROUND_UP, *text[at:]]
    assert set_aside(tmp_path, [*text, *LIST], fuller) == [(0, 1, "is more complete")]


def test_the_fuller_body_stays_although_the_other_page_states_title_and_day(tmp_path: Path) -> None:
    text = prose(1)
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "1.txt").write_text("\n\n".join([*text, *prose(2, 1)]), "utf-8")
    assert set_aside(tmp_path, [*text, *LIST]) == [(0, 1, "is more complete")]


def test_both_stay_where_each_drops_what_the_other_has(tmp_path: Path) -> None:
    text, own = prose(1), prose(2, 1)
    assert set_aside(tmp_path, [*own, *text, *LIST], [*text, *ROUND_UP]) == []


def test_a_passage_of_another_kept_body_lets_a_copy_go(tmp_path: Path) -> None:
    text, own = prose(1), prose(2, 1)
    pages = [*own, *text, *LIST], [*text, *ROUND_UP], [*prose(3), *ROUND_UP, *prose(4)]
    assert [found[:2] for found in set_aside(tmp_path, *pages)] == [(1, 0)]


def test_what_both_drop_keeps_neither(tmp_path: Path) -> None:
    text = prose(1)
    assert len(set_aside(tmp_path, [*text, *LIST], [*text, *CREDITS])) == 1
