"""Jupyter notebooks: cells in order, the title, and what is no text of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.read.inputs import Input
from tests.read.reading import read, shown

P = "The ferry left before dawn, and nobody on the landing saw it go."
CODE = "boats = 14\nprint(boats)"
PRINTED = {"output_type": "stream", "name": "stdout", "text": ["14\n"]}


def notebook(*cells: tuple[str, object], **more: object) -> bytes:
    made = [{"cell_type": kind, "metadata": {}, "source": source, "outputs": [PRINTED]} for kind, source in cells]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more}).encode()


def test_the_cells_of_a_notebook_are_its_text(tmp_path: Path) -> None:
    lines = ["## First\n", "# The last ferry #\n", P]
    (found,) = read(tmp_path, "a.ipynb", notebook(("markdown", lines), ("code", CODE), ("markdown", "Noon.")))
    assert isinstance(found, Input)
    assert (found.id, found.text) == ("a.ipynb", f"## First\n# The last ferry #\n{P}\n\n{CODE}\n\nNoon.")
    assert found.stated.title == "The last ferry"
    assert [(found.text[part.start : part.end], part.kind) for part in found.marked] == [(CODE, "code")]
    assert found.remark == "a notebook; outputs left out: 3"


def test_a_comment_in_code_is_no_title(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.ipynb", notebook(("code", "# boats"), ("markdown", P)))
    assert isinstance(found, Input)
    assert found.stated.title is None


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (notebook(("markdown", f"{P}\n![a](data:image/png;base64,{'iVBO' * 99})\nNoon.")), f"{P}\n\nNoon."),
        (notebook(("markdown", f'{P}<img width="9" src="data:image/png;base64,iVBO">')), P),
        (notebook(("markdown", f"{P} ![a](a.png)"), ("code", ""), ("raw", "x")), f"{P} ![a](a.png)\n\nx"),
        (
            json.dumps(
                {
                    "worksheets": [
                        {"cells": [{"cell_type": "heading", "level": 2, "source": "Dawn"}]},
                        {"cells": [{"cell_type": "code", "input": [CODE]}]},
                    ]
                }
            ).encode(),
            f"## Dawn\n\n{CODE}",
        ),
        (notebook(("markdown", "渡船")).decode().encode("utf-16"), "渡船"),
    ],
    ids=["picture", "picture as HTML", "linked picture", "third format", "UTF-16"],
)
def test_what_a_cell_shows_is_text(tmp_path: Path, content: bytes, text: str) -> None:
    assert shown(read(tmp_path, "a.ipynb", content)) == [("a.ipynb", text)]


@pytest.mark.parametrize(
    ("content", "code"),
    [(notebook(("code", " ")), "no-text"), (b'{"cells": [', "broken-record"), (b"{}", "no-text")],
    ids=["blank", "cut", "none"],
)
def test_a_notebook_without_cells_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    assert shown(read(tmp_path, "a.ipynb", content)) == [("a.ipynb", code)]
