"""The first chapter, day, message or record of a text is no headline, and stays in the body."""

from __future__ import annotations

import pytest

HEADS = [
    ("Chapter 1", "Chapter 2"),
    ("CHAPTER I. The Lamp", "CHAPTER II. The Boat"),
    ("1. The Lamp", "2. The Boat"),
    ("Part One", "Part Two"),
    ("Erstes Kapitel", "Zweites Kapitel"),
    ("Teil I: Die Lampe", "Teil II: Das Boot"),
    ("Chapitre premier", "Chapitre II"),
    ("Día 1", "Día 2"),
    ("Глава первая. Лампа", "Глава вторая. Лодка"),
    ("第一章 灯", "第二章 船"),
    ("第九回 灯", "第十回 船"),
    ("卷一 灯", "卷二 船"),
    ("一日目", "二日目"),
    ("제1장 등불", "제2장 배"),
    ("첫째 날", "둘째 날"),
    ("commit 9f8e7d6", "commit 1a2b3c4"),
    ("- title: Fog", "- title: Rope"),
]
TALE = (
    "The ferry had not come for nine days, and nobody asked why any more.\nShe put the lamp in the window all the same."
)


@pytest.mark.parametrize(("head", "after"), HEADS)
def test_the_first_part_is_no_headline(document, head: str, after: str) -> None:
    found = document(f"{head}\n\n{TALE}\n\n{after}\n\n{TALE}")
    assert found["title"] is None
    assert found["body"].startswith(head)


@pytest.mark.parametrize(("head", "after"), HEADS)
def test_what_stands_above_the_first_part_is(document, head: str, after: str) -> None:
    found = document(f"The Ferry\n\n{head}\n\n{TALE}\n\n{after}\n\n{TALE}")
    assert found["title"] == "The Ferry"
    assert found["author"] is None
    assert found["body"].startswith(head)


@pytest.mark.parametrize(
    ("head", "after"),
    [
        # One chapter a file.
        ("第一章 灯", "船"),
        # The next of another series, and not the next of its own.
        ("Chapter 1", "Part 2"),
        ("Chapter 1: The Lamp", "Chapter 9 of the old book"),
        # Numbers that count.
        ("3 Lamps and a Ferry", "2 Boats"),
        ("I, the ferryman", "Illness"),
        # The same number again.
        ("Day 1", "Day 1"),
        ("The Lamp", "The Boat"),
        ("commit 9f8e7d6", "The Boat"),
    ],
)
def test_other_first_lines_are_headlines(document, head: str, after: str) -> None:
    assert document(f"{head}\n\n{TALE}\n\n{after}\n\n{TALE}")["title"] == head


def test_a_list_of_the_numbers_up_to_that_of_the_headline(document) -> None:
    items = "\n".join(f"{n} lamps stood on the quay that night, and nobody counted them." for n in range(1, 5))
    assert document(f"3 Lamps and a Ferry\n\n{TALE}\n\n{items}")["title"] == "3 Lamps and a Ferry"


@pytest.mark.parametrize(
    "senders", [("Ada 9:02 AM", "Ben 9:04 AM", "Ada 9:05 AM"), ("老周 08:15", "小梅 08:16", "老周 08:17")]
)
def test_messages_have_no_headline(document, senders: tuple[str, ...]) -> None:
    said = ("The kiln failed again last night.", "Same element as in March?", "Yes. Third one this year.")
    text = "\n".join(f"{sender}\n{line}" for sender, line in zip(senders, said, strict=True))
    found = document(text)
    assert found["title"] is None
    assert found["body"] == text


HISTORIES = [
    # What heads the entries of histories, newest first, and of lists of people.
    [
        "ferry (1.4-2) unstable; urgency=low",
        "ferry (1.4-1) unstable; urgency=medium",
        "ferry (1.2) stable; urgency=low",
    ],
    ["Changes from 2.4 to 2.5", "Changes from 2.3 to 2.4", "Changes from 2.1 to 2.3"],
    ["=== release 1.22.0 ===", "=== release 1.21.90 ===", "=== release 1.21.3 ==="],
    [
        "Sat May 12 12:00 2001 (ada@example.org)",
        "Mon Apr 2 9:30 2001 (b@example.org)",
        "Fri Mar 30 7:05 2001 (c@example.org)",
    ],
    ["Version 3.1 (2021-05-03)", "Version 3.0 (2020-11-20)", "Version 2.9.1 (2020-02-01)"],
    ["Ada Finch <ada@example.org>", "Ben Lee <ben@example.org>", "周明 <zhou@example.org>"],
    ["commit 9f8e7d6c5b4a", "commit 1a2b3c4d5e6f", "commit 0c1d2e3f4a5b"],
]


@pytest.mark.parametrize("heads", HISTORIES)
def test_no_entry_of_a_history_is_its_headline(document, heads: list[str]) -> None:
    found = document("\n\n".join(f"{head}\n\n  * {TALE}" for head in heads))
    assert found["title"] is None
    assert found["body"].startswith(heads[0])


@pytest.mark.parametrize("heads", HISTORIES)
def test_what_stands_above_a_history_is(document, heads: list[str]) -> None:
    entries = "\n\n".join(f"{head}\n\n  * {TALE}" for head in heads)
    assert document(f"The Ferry\n\n{entries}")["title"] == "The Ferry"


@pytest.mark.parametrize(
    "lines",
    [
        # Two entries are no history.
        ["Changes from 2.4 to 2.5", "Changes from 2.3 to 2.4"],
        # The numbers are the same: they name the subject.
        ["Covid-19 and the ferries", "Covid-19 and the schools", "Covid-19 and the kilns"],
        # The others have another form.
        ["Ferry 12 Returns", "Ferry: 13 knots", "Ferries (14)"],
    ],
)
def test_headlines_whose_like_follow(document, lines: list[str]) -> None:
    assert document("\n\n".join(f"{line}\n\n{TALE}" for line in lines))["title"] == lines[0]


def test_a_headline_above_a_list_of_its_like(document) -> None:
    models = "\n".join(f"Ferry {n} for lakes" for n in range(16, 22))
    assert document(f"Ferry 15 for rivers\n\n{TALE}\n\n{models}\n\n{TALE}")["title"] == "Ferry 15 for rivers"
