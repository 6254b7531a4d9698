"""Tables of phrases: readable as they say, and folded, since they are looked for in folded text."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import audit
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


def asked_for() -> Iterator[tuple[str, str]]:
    """Yield the table and the list that each call of `phrases` in the program names."""
    for path in Path(audit.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "phrases":
                table, *names = (argument.value for argument in node.args)
                yield from ((table, name) for name in names)


def test_every_list_is_asked_for_and_every_list_asked_for_is_there():
    assert set(asked_for()) == {(table, name) for table in TABLES for name in lists(table)}
