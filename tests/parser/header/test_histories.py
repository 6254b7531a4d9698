"""The days of a history's entries are none of its text's, and their headings are no headlines."""

from __future__ import annotations

import pytest

ENTRIES = [
    # What begins an entry, and what ends it; {n} counts the entries, {day} is from 11 on.
    ("ferry (1.{n}-2) stable; urgency=low", " -- Ada Finch <ada@example.org>  Mon, {day} May 2021 10:04:00 +0200"),
    ("Version 7.{n}.1 ({day} May 2021)", ""),
    ("Revision 2.{n} [2021-05-{day}]", ""),
    ("2021/05/{day}: v1.{n}", ""),
    ("2021-05-{day} (3.4{n}.1)", ""),
    ("== 1.{n} / 2021-05-{day}", ""),
    ("Changes in 1.{n} ({day} Mai 2021)", ""),
    ("2021-05-{day}  Ada Finch  <ada@example.org>", ""),
    ("Thu May {day} 16:39:25 UTC 2021  Ada Finch <ada@example.org>", ""),
    ("版本 1.{n}（2021年5月{day}日）", ""),
    ("v1.{n} - 2021.05.{day}", ""),
]
CHANGES = "  * Row to the far quay when the fog lifts.\n  * Keep the lamp lit, since nobody else will (closes: 7)."


def _history(head: str, last: str) -> str:
    entries = ((head.format(n=n, day=10 + n), CHANGES, last.format(n=n, day=10 + n)) for n in range(4, 0, -1))
    return "\n\n".join("\n\n".join(filter(None, entry)) for entry in entries)


@pytest.mark.parametrize(("head", "last"), ENTRIES)
def test_a_history_has_no_day_and_no_headline_of_its_entries(document, head: str, last: str) -> None:
    found = document(_history(head, last))
    assert (found["date"], found["title"]) == (None, None)
    assert found["body"].startswith(head.format(n=4, day=14))


@pytest.mark.parametrize(("head", "last"), ENTRIES)
def test_its_own_headline_and_day_stand_above_them(document, head: str, last: str) -> None:
    found = document(f"News of the Ferry\n\nLast updated: 3 June 2021\n\n{_history(head, last)}")
    assert found["title"] in (None, "News of the Ferry")
    assert str(found["date"]) in ("None", "2021-06-03")
    assert found["title"] or found["date"]


TALE = (
    "The ferry had not come for nine days, and nobody at the quay asked why any more.\n"
    "She put the lamp in the window all the same, and went to bed when the rain began."
)


@pytest.mark.parametrize(
    "below",
    [
        # Of one entry, and of two.
        "Revised edition (4 May 2021)\nTwo pages were added.",
        "Revision 2 (4 May 2021)\nTwo pages were added.\nRevision 3 (5 May 2021)\nOne page was lost.",
        # Days in the tale, in lists and in lines of other shapes.
        "It sailed on 4 May 2021.\nIt sank (see the log of 5 May 2021) at dawn.\nIt was found on 6 May 2021, empty.",
        "Reviewed: 4 May 2021\nUpdated: 5 May 2021\nPrinted: 6 May 2021",
    ],
)
def test_an_article_keeps_its_day(document, below: str) -> None:
    found = document(f"The Ferry\n\nBy Ada Finch, 3 May 2021\n\n{TALE}\n\n{TALE}\n\n{below}\n\n{TALE}")
    assert found["title"] == "The Ferry"
    assert str(found["date"]) == "2021-05-03"


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("This package was made by Ada Finch <ada@example.org> on", "Thu, 19 Oct 2000 16:05:06 -0400."),
        ("This package was made by Ada Finch <ada@example.org>", "on Thu, 19 Oct 2000."),
        ("The far quay was opened in rain and fog on", "19 October 2000"),
        ("Die Fähre fuhr zum letzten Mal am", "19. Oktober 2000"),
    ],
)
def test_a_day_that_goes_on_with_the_line_above_is_of_its_sentence(document, above: str, day: str) -> None:
    assert document(f"{above}\n{day}\n\n{TALE}\n\n{TALE}")["date"] is None


@pytest.mark.parametrize("above", ["Posted by Ada Finch on", "Updated on", "By Ada Finch on", "Posted in Quay on"])
def test_unless_that_line_publishes_it(document, above: str) -> None:
    assert str(document(f"The Ferry\n\n{above}\n19 October 2000\n\n{TALE}\n\n{TALE}")["date"]) == "2000-10-19"


def test_who_made_a_change_is_not_who_wrote_the_history(document) -> None:
    commits = (f"commit {n}f8e7d6c5b4a\nAuthor: Ada Finch <ada@example.org>\nDate:   Mon May {n} 10:04:00 2021 +0200"
               for n in range(4, 0, -1))  # fmt: skip
    found = document("\n\n".join(f"{commit}\n\n    {TALE}" for commit in commits))
    assert (found["author"], found["date"], found["title"]) == (None, None, None)
