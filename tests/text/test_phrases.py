"""Tables of phrases: readable as they say, and folded, since they are looked for in folded text."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from audit.text.fold import fold
from audit.text.tables import phrases, rows

HEAD = "# List, phrase"
TABLES = [
    file.name.removesuffix(".tsv")
    for file in sorted(files("audit.text.tables").iterdir(), key=lambda file: file.name)
    if file.name.endswith(".tsv") and HEAD in file.read_text("utf-8")
]


def lists(table):
    return dict.fromkeys(name for name, _ in rows(f"{table}.tsv"))


def test_choices_are_spelled_out():
    assert {"similar jobs", "other cars", "guests also booked*"} <= set(phrases("offers", "similar"))


def test_an_unknown_list_is_an_error():
    with pytest.raises(KeyError):
        phrases("offers", "smilar")


@pytest.mark.parametrize("table", TABLES)
def test_phrases_are_folded_and_stand_once_in_their_list(table):
    for name in lists(table):
        found = phrases(table, name)
        assert [phrase for phrase in found if fold(phrase) != phrase or not phrase] == []
        assert [phrase for phrase, times in Counter(found).items() if times > 1] == []
