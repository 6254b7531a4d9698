"""Parts with places on pages: one document in order; records with a text of their own stay as they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.read.inputs import Input
from audit.read.parts.placed import with_placed_text
from tests.read.containers.records import read as read_with
from tests.read.reading import read

A, B = "The ferry left before dawn, and nobody saw it go.", "By noon the bell had rung twice."
BOX = [0, 0, 10, 10]


def block(kind: str, id: str, html: str, *children: dict[str, object]) -> dict[str, object]:
    return {"id": id, "block_type": kind, "html": html, "bbox": BOX, "children": list(children) or None}


def reference(*ids: str) -> str:
    return "".join(f"<content-ref src='{id}'></content-ref>" for id in ids)


def paragraph(text: str, role: str | None = None) -> dict[str, object]:
    found = {"content": text, "boundingRegions": [{"pageNumber": 1}]}
    return found | ({"role": role} if role else {})


def documents(root: Path, value: object) -> list[Input]:
    return [one for one in read(root, "a.json", json.dumps(value).encode()) if isinstance(one, Input)]


def test_markup_that_refers_to_parts_is_read_with_them(tmp_path: Path) -> None:
    items = [block("ListItem", "/4", f"<li>{A}</li>"), block("ListItem", "/5", f"<li>{B}</li>")]
    listed = block("ListGroup", "/3", "", block("Group", "/6", f"<ul>{reference('/4', '/5')}</ul>", *items))
    parts = [block("PageHeader", "/0", "<p>Harbour Notes</p>"), block("SectionHeader", "/1", "<h1>Dawn</h1>"), listed]
    page = block("Page", "/p", reference("/0", "/1", "/3"), *parts)
    (found,) = documents(tmp_path, {"block_type": "Document", "children": [page], "metadata": {"page_stats": []}})
    assert found.text.splitlines() == ["Dawn", f"- {A}", f"- {B}"]
    assert found.stated.title == "Dawn"
    assert "headers/footers (1)" in (found.remark or "")


def test_parts_with_places_are_one_document(tmp_path: Path) -> None:
    parts = [paragraph("Page 3", "pageHeader"), paragraph("Dawn", "title"), paragraph(A), paragraph(B)]
    words = [{"content": word, "polygon": BOX} for word in A.split()]
    scan = {"status": "succeeded", "analyzeResult": {"pages": [{"words": words}], "paragraphs": parts}}
    (found,) = documents(tmp_path, scan)
    assert (found.text, found.stated.title) == (f"Dawn\n{A}\n{B}", "Dawn")


def test_words_are_pieces_of_lines(tmp_path: Path) -> None:
    lines = [{"BlockType": "LINE", "Text": text, "Geometry": {}} for text in (A, B)]
    words = [{"BlockType": "WORD", "Text": word, "Geometry": {}} for word in f"{A} {B}".split()]
    (found,) = documents(tmp_path, {"Blocks": [{"BlockType": "PAGE", "Geometry": {}}, *lines, *words]})
    assert found.text == f"{A}\n{B}"


def test_what_is_said_at_times_is_one_document(tmp_path: Path) -> None:
    said = [{"start": at, "end": at + 2, "text": f" {text}", "words": []} for at, text in enumerate((A, B))]
    (found,) = documents(tmp_path, {"segments": said, "word_segments": [{"word": "The", "start": 0.1}]})
    assert found.text == f"{A}\n{B}"


def test_who_speaks_is_counted_as_left_out(tmp_path: Path) -> None:
    said = [{"start": at, "end": at + 2, "text": text, "speaker": "S1"} for at, text in enumerate((A, B))]
    (found,) = documents(tmp_path, {"segments": [*said, {"start": 5, "end": 6, "text": B, "speaker": None}]})
    assert (found.text, found.remark) == (f"{A}\n{B}\n{B}", "columns not used: speakers (2)")


@pytest.mark.parametrize("record", [{"text": A}, {"data": {"text": A}}, {"clean_txt": A}])
def test_what_is_marked_in_a_text_is_no_other_text(tmp_path: Path, record: dict[str, object]) -> None:
    marked = record | {"entities": [{"text": "ferry", "bbox": BOX}], "captions": [{"text": B, "start": 1, "end": 2}]}
    found = [one for one in read(tmp_path, "a.jsonl", json.dumps(marked).encode()) if isinstance(one, Input)]
    assert [one.text for one in found] == [A]


def test_a_configured_path_still_leads_to_a_part(tmp_path: Path) -> None:
    scan = {"result": {"paragraphs": [paragraph("Dawn", "title"), paragraph(A)]}}
    (found,) = read_with(tmp_path, "a.json", json.dumps(scan).encode(), text_column="result.paragraphs[1].content")
    assert isinstance(found, Input)
    assert found.text == A


@pytest.mark.parametrize(
    "record",
    [
        {"entities": [{"text": "ferry", "start": 4, "end": 9}]},
        {"form": [{"text": A, "bbox": BOX}, {"text": B}]},
        {"regions": [{"phrase": A, "bbox": BOX}]},
        {"id": 1, "html": "<p>See &lt;content-ref&gt;.</p>", "children": []},
        {},
    ],
)
def test_other_records_stay_as_they_are(record: dict[str, object]) -> None:
    assert with_placed_text(record) is record
