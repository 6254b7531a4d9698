"""The first line of a program is no title; the headline of a text about programs is one."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        'import os\n\n\ndef bridge(name):\n    """Return the bridge."""\n    return os.path.join(name, "x")\n',
        "SELECT name, length\nFROM bridges\nWHERE length > 100\nORDER BY length DESC;\n",
        "all: build\n\nbuild:\n\tgcc -o a a.c\n\nclean:\n\trm -f a\n",
    ],
    ids=["python", "sql", "make"],
)
def test_the_first_line_of_a_program_is_text(document, text: str) -> None:
    made = document(text)
    assert made["title"] is None
    assert made["body"].splitlines()[0] == text.splitlines()[0]


def test_a_headline_that_begins_like_one_is_a_title(document) -> None:
    story = "The ferry went back into service on Saturday, twelve years after it was tied up below the mill."
    headline = "UPDATE on the ferry of Marl"
    assert document(f"{headline}\n\n{story}\n\n{story[:-1]} of Marl.\n")["title"] == headline


STORY = "The ferry went back into service on Saturday, twelve years after it was tied up below the mill of Marl."


@pytest.mark.parametrize("tag", ["<schema>", '<field name="body" type="string"/>', "</table>", "<?xml version='1.0'?>"])
def test_a_tag_is_no_title(document, tag: str) -> None:
    made = document(f"{tag}\n{STORY}\n{STORY}")
    assert made["title"] is None
    assert made["body"].splitlines()[0] == tag


@pytest.mark.parametrize("name", ["<Marl and the ferry>", "<The ferry of Marl>"])
def test_a_name_in_angle_brackets_is_a_title(document, name: str) -> None:
    assert document(f"{name}\n\n{STORY}\n\n{STORY[:-1]} again.\n")["title"] == name
