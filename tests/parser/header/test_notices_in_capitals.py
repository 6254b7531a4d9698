"""Capitals tell no names: what licences and notices say by whom is done names no author, and their rights no title."""

from __future__ import annotations

import pytest

TERMS = (
    "\nPermission is granted to anybody to use the ferry's bell for any purpose, and to change it as they like.\n"
    "The bell comes without any warranty, and its makers are not liable for what it wakes.\n"
)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("BY DOWNLOADING, INSTALLING, COPYING OR USING THE BELL YOU AGREE TO BE BOUND.", None),
        ("BY USING THE BELL YOU ACCEPT THESE TERMS", None),
        ('BY CLICKING "I AGREE", YOU ACCEPT ALL TERMS BELOW.', None),
        ("BY ORDER OF THE BOARD", None),
        ("By Ringing, Tolling or Muffling you agree", None),
        ("By Using This Bell", None),
        ("VON DEN PARTEIEN ZU UNTERZEICHNEN", None),
        ("BY ADA FINCH", "ADA FINCH"),
        ("BY ADA FINCH AND TOM HALE", "ADA FINCH AND TOM HALE"),
        ("VON ADA FINCH UND TOM HALE", "ADA FINCH UND TOM HALE"),
        ("BY FIELDING MOSS", "FIELDING MOSS"),
        ("By Fielding Moss", "Fielding Moss"),
        ("By Ada Finch", "Ada Finch"),
    ],
)
def test_deeds_and_parties_are_no_authors(document, line: str, author: str | None) -> None:
    assert document(f"The old bell and its ropes\n{line}{TERMS}")["author"] == author


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Copyright (c) 2019 Ada Finch", None),
        ("© 2019 Marl Bells", None),
        ("Bell Licence\n\nCopyright (c) 2019 Ada Finch\n", "Bell Licence"),
        ("Copyright 2020 rules for bell ringers change\nBy Ada Finch", "Copyright 2020 rules for bell ringers change"),
        ("Copyright in the age of bells\nBy Ada Finch", "Copyright in the age of bells"),
    ],
)
def test_a_line_on_rights_is_no_title(document, head: str, title: str | None) -> None:
    assert document(head + TERMS)["title"] == title


@pytest.mark.parametrize("line", ["THE OLD BELL AND ITS ROPES", "The old bell and its ropes"])
def test_what_belongs_to_a_thing_makes_no_site_of_it(document, line: str) -> None:
    assert document(f"{line}\nBy Ada Finch{TERMS}")["source"] is None


def test_a_site_names_itself_beside_its_partners(document) -> None:
    page = f"Menu\nThe old bell rings again\nBy Ada Finch{TERMS}Marl Courier and its affiliates may earn a commission."
    assert document(page)["source"] == "Marl Courier"
