"""Texts kept as trees of nodes: each editor's form gives its lines, and other trees stay as they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.policy import InputSettings
from audit.read.containers.json_values import as_record
from audit.read.inputs import Input
from audit.read.parts.rich_text import with_rich_text
from tests.read.reading import read

A, B = "The ferry left before dawn, ", "and nobody saw it go."
C = "By noon the bell had rung twice."
LINES = f"{A}{B}\n{C}"


def leaf(text: str) -> dict[str, object]:
    return {"type": "text", "text": text}


def tree(kind: str, *below: object, key: str = "content") -> dict[str, object]:
    return {"type": kind, key: list(below)}


PROSE_MIRROR = tree("doc", tree("paragraph", leaf(A), leaf(B)), tree("paragraph", leaf(C)))
SLATE = [{"type": "p", "children": [{"text": A}, {"text": B, "bold": True}]}, {"type": "p", "children": [{"text": C}]}]
PORTABLE = [
    {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": one} for one in each]}
    for each in ((A, B), (C,))
]
CONTENTFUL = {
    "nodeType": "document",
    "content": [
        {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": one, "marks": []} for one in each]}
        for each in ((A, B), (C,))
    ],
}
LEXICAL = {"root": tree("root", *(tree("paragraph", *map(leaf, each), key="children") for each in ((A, B), (C,))))}
NOTION = [
    {"object": "block", "type": kind, kind: {"rich_text": [{"type": "text", "plain_text": one} for one in each]}}
    for kind, each in (("heading_1", (A, B)), ("paragraph", (C,)))
]
DOCS = {
    "content": [
        {"endIndex": 1, "sectionBreak": {"sectionStyle": {}}},
        *(
            {"startIndex": 1, "paragraph": {"elements": [{"textRun": {"content": one}} for one in (*each, "\n")]}}
            for each in ((A, B), (C,))
        ),
    ]
}
EACH = {
    "prosemirror": PROSE_MIRROR, "slate": SLATE, "portable": PORTABLE, "contentful": CONTENTFUL, "lexical": LEXICAL,
    "notion": NOTION, "docs": DOCS,
}  # fmt: skip


@pytest.mark.parametrize("name", EACH)
def test_the_lines_of_a_tree_are_its_text(name: str) -> None:
    assert with_rich_text({"title": "Dawn", "body": EACH[name]}) == {"title": "Dawn", "body": LINES}


@pytest.mark.parametrize("file", ["a.json", "a.jsonl"])
@pytest.mark.parametrize("name", EACH)
def test_a_tree_is_read_in_a_file_of_records(tmp_path: Path, name: str, file: str) -> None:
    content = "\n".join(json.dumps({"title": title, "body": EACH[name]}) for title in ("Dawn", "Noon"))
    found = [one for one in read(tmp_path, file, content.encode()) if isinstance(one, Input)]
    assert [(one.text, one.stated.title) for one in found] == [(LINES, "Dawn"), (LINES, "Noon")]


def test_a_tree_within_a_text_or_under_another_name_is_read() -> None:
    assert with_rich_text({"body": {"value": json.dumps(PROSE_MIRROR)}}) == {"body": {"value": LINES}}
    assert with_rich_text({"object": "list", "results": NOTION}) == {"object": "list", "results": LINES}
    assert as_record({"object": "list", "results": NOTION}, InputSettings()) == {"object": "list", "text": LINES}
    assert with_rich_text(LEXICAL) == {"text": LINES}


def test_what_a_delta_inserts_is_its_text() -> None:
    delta = {"ops": [{"insert": A}, {"insert": B, "attributes": {"bold": True}}, {"insert": f"\n{C}\n"}]}
    assert with_rich_text({"title": "Dawn", "body": delta}) == {"title": "Dawn", "body": LINES}
    changes = {"body": {"ops": [{"retain": 3}, {"insert": A}]}}
    assert with_rich_text(changes) is changes


def test_properties_of_a_database_are_their_values() -> None:
    said = {kind: [{"type": "text", "plain_text": text}] for kind, text in (("title", "Dawn"), ("rich_text", A))}
    page = {"Name": {"id": "t", "type": "title", "title": said["title"]}}
    page |= {"Notes": {"id": "x", "type": "rich_text", "rich_text": said["rich_text"]}}
    assert with_rich_text({"properties": page}) == {"properties": {"title": "Dawn", "Notes": A}}
    piece = {"content": [{"type": "text", "text": A}], "at": {"id": 1, "type": "day", "day": "Monday"}}
    assert with_rich_text({"message": piece})["message"] is piece


def test_items_rows_breaks_and_links_are_written_as_they_show() -> None:
    link = tree("link", leaf("the bay"))
    item = tree("listItem", tree("paragraph", leaf("See "), link, {"type": "hardBreak"}, leaf("now.")))
    row = tree("tableRow", *(tree("tableCell", tree("paragraph", leaf(each))) for each in "ab"))
    found = with_rich_text({"body": tree("doc", tree("bulletList", item), tree("table", row))})
    assert found == {"body": "- See the bay\nnow.\na | b"}


@pytest.mark.parametrize(
    "value",
    [
        [{"type": "comment", "text": A, "children": [{"type": "comment", "text": B, "children": []}]}],
        [{"type": "message", "role": "user", "content": [leaf(A)]}],
        [leaf(A), leaf(B)],
        [{"type": "menu", "label": "Home", "children": [{"type": "entry", "label": "News"}]}],
        {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "Quay"}}]},
        [{"text": A, "children": []}],
        '{"root": broken',
        [],
    ],
)
def test_other_trees_stay_as_they_are(value: object) -> None:
    record = {"id": 1, "held": value}
    assert with_rich_text(record) is record


def test_a_tree_that_is_too_deep_stays_as_it_is() -> None:
    node: dict[str, object] = tree("paragraph", leaf(A))
    for _ in range(70):
        node = tree("quote", node)
    record = {"body": tree("doc", node)}
    assert with_rich_text(record) is record
