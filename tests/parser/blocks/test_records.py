"""What each of several records states is no field of the text, and stays in it."""

from __future__ import annotations

LOG = """commit 9f8e7d6
Author: Jo Reed
Date:   Mon Mar 2 10:11:12 2026 +0000

    Fix the tide table for leap years

commit 1a2b3c4
Author: Ana Ruiz
Date:   Sun Mar 1 09:00:00 2026 +0000

    Add the harbour of Iquique"""
ARTICLE = "The ferry had not come for nine days, and nobody in the village asked why.\nShe lit the lamp all the same."


def test_authors_and_days_of_records_stay(document) -> None:
    found = document(LOG)
    assert (found["author"], found["date"]) == (None, None)
    assert "Author: Jo Reed" in found["body"]
    assert "Author: Ana Ruiz" in found["body"]
    assert "Mar 2 10:11:12" in found["body"]


def test_one_author_is_stated(document) -> None:
    assert document(f"The Ferry\nAuthor: Jo Reed\n{ARTICLE}")["author"] == "Jo Reed"


def test_an_author_said_twice_is_stated(document) -> None:
    found = document(f"The Ferry\nAuthor: Jo Reed\n{ARTICLE}\nAuthor: Jo Reed")
    assert found["author"] == "Jo Reed"
    assert "Author" not in found["body"]


def test_authors_below_each_other_are_of_one_text(document) -> None:
    found = document(f"The Ferry\nAuthor: Jo Reed\nAuthor: Ana Ruiz\n{ARTICLE}")
    assert found["author"] in ("Jo Reed", "Jo Reed, Ana Ruiz")
