"""Documents in linked parts: one text in the order of the references, and objects that are none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.read.inputs import Input
from audit.read.parts.linked import with_linked_text
from tests.read.reading import read

A = "The ferry left before dawn, and nobody saw it go."
B = "By noon the bell had rung twice."


def part(reference: str, label: str, text: str | None = None, *below: str, **more: object) -> dict[str, object]:
    told = {} if text is None else {"text": text, "orig": text}
    return {"self_ref": reference, "label": label, "children": refs(*below), **told, **more}


def refs(*references: str) -> list[dict[str, str]]:
    return [{"$ref": each} for each in references]


def cell(row: int, column: int, text: str) -> dict[str, object]:
    return {"start_row_offset_idx": row, "start_col_offset_idx": column, "text": text}


PAGES = {
    "name": "ferry",
    "body": part("#/body", "unspecified", None, "#/texts/0", "#/groups/0", "#/tables/0", "#/pictures/0", "#/texts/1"),
    "texts": [
        part("#/texts/0", "page_header", "Harbour Notes"),
        part("#/texts/1", "text", B),
        part("#/texts/2", "section_header", "The last ferry"),
        part("#/texts/3", "list_item", A),
        part("#/texts/4", "caption", "Figure 1"),
        part("#/texts/5", "text", "quay"),
        part("#/texts/6", "text", "fourteen"),
        part("#/texts/7", "text", "boats"),
    ],
    "groups": [
        part("#/groups/0", "list", None, "#/texts/2", "#/texts/3", "#/groups/1"),
        part("#/groups/1", "inline", None, "#/texts/6", "#/texts/7"),
    ],
    "tables": [
        part("#/tables/0", "table", None, data={"table_cells": [cell(1, 0, "c"), cell(0, 1, "b"), cell(0, 0, "a")]})
    ],
    "pictures": [part("#/pictures/0", "picture", None, "#/texts/5", "#/texts/4", captions=refs("#/texts/4"))],
    "pages": {},
}


def test_linked_parts_are_one_document_in_the_order_of_the_body(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.json", json.dumps(PAGES).encode())
    assert isinstance(found, Input)
    assert found.text == f"The last ferry\n- {A}\nfourteen boats\na | b\nc\nFigure 1\n{B}"
    assert found.stated.title == "The last ferry"
    assert "headers/footers (1), texts in pictures (1)" in (found.remark or "")


def test_a_circle_of_references_ends() -> None:
    first, second = part("#/texts/0", "text", A, "#/texts/1"), part("#/texts/1", "text", B, "#/texts/0")
    found = with_linked_text({"body": part("#/body", "", None, "#/texts/0"), "texts": [first, second]})
    assert found["text"] == f"{A}\n{B}"


def test_deep_groups_of_one_line_are_read() -> None:
    last = 5000
    groups = [part(f"#/groups/{n}", "inline", None, f"#/groups/{n + 1}") for n in range(last)]
    record = {"body": part("#/body", "", None, "#/groups/0"), "groups": [*groups, part(f"#/groups/{last}", "text", A)]}
    assert with_linked_text(record)["text"] == A


@pytest.mark.parametrize(
    "record",
    [
        {"body": {"children": []}, "texts": [{"self_ref": "#/texts/0", "text": A}]},
        {"body": {"children": refs("#/texts/9")}, "texts": [{"self_ref": "#/texts/0", "text": A}]},
        {"body": {"children": refs("#/texts/0")}, "texts": [{"id": 1, "text": A}]},
        {"body": {"children": [{"$ref": "#/texts/0"}, "x"]}, "texts": [{"self_ref": "#/texts/0", "text": A}]},
        {"body": A, "children": refs("#/texts/0")},
    ],
    ids=["no references", "nowhere", "not its own", "other children", "text"],
)
def test_other_objects_stay_as_they_are(record: dict[str, object]) -> None:
    assert with_linked_text(record) is record
