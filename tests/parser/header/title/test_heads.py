"""Newspapers' names and days above a headline."""

from __future__ import annotations

import pytest

STORY = "The ferry sailed again on Tuesday with every seat taken, and people waved from both banks of the Marl."
HEAD = "Marl ferry sails again after eleven weeks"


@pytest.mark.parametrize("name", ["THE MARL GAZETTE", "Marl Courier", "MARLER BOTE", "LE COURRIER DE MARL", "清江晚报"])
def test_a_newspaper_above_a_day_is_the_source_of_what_is_below(document, name: str) -> None:
    found = document(f"{name}\n9 March 2021\n\n{HEAD}\n\n{STORY}\n")
    assert (found["title"], found["source"]) == (HEAD, name)
    assert name not in found["body"]


@pytest.mark.parametrize("title", ["MY MARL FERRY", "NOTES FROM THE FERRY", "SAILING TIMES"])
def test_other_capitals_above_a_day_name_nobody(document, title: str) -> None:
    assert document(f"{title}\n9 March 2021\n\n{STORY}\n\n{STORY}\n")["source"] is None
