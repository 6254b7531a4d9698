"""Elements of pages in a row: a document a file, and records with kinds that stay a document each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.read.inputs import Input, Refused
from tests.read.reading import read

A = "The ferry left before dawn, and nobody saw it go."
B = "By noon the bell had rung twice."


def element(kind: str, text: str, file: str = "a.pdf") -> dict[str, object]:
    return {"type": kind, "element_id": text[:4], "text": text, "metadata": {"filename": file, "page_number": 1}}


def texts(root: Path, records: object) -> list[str | None]:
    return [one.text for one in read(root, "a.json", json.dumps(records).encode()) if isinstance(one, Input)]


def test_elements_of_a_file_are_one_document(tmp_path: Path) -> None:
    first = [element("Header", "Harbour Notes"), element("Title", "The last ferry"), element("NarrativeText", A)]
    second = [element("NarrativeText", B, "b.pdf"), element("Title", "Noon", "b.pdf")]
    found = [one for one in read(tmp_path, "a.json", json.dumps(first + second).encode()) if isinstance(one, Input)]
    assert [one.text for one in found] == [f"The last ferry\n{A}", f"{B}\nNoon"]
    # A heading below a text may be that of a section.
    assert [one.stated.title for one in found] == ["The last ferry", None]
    gone = ("headers/footers (1)", "")
    assert all(name in (one.remark or "") for name, one in zip(gone, found, strict=True))


def test_elements_of_pages_without_a_file_are_one_document(tmp_path: Path) -> None:
    table = {"type": "table", "table_caption": ["Boats"], "table_body": "<table><tr><td>a<td>b</table>", "page_idx": 1}
    picture = {"type": "image", "img_path": "a.jpg", "image_caption": ["The quay."], "page_idx": 1}
    number = {"type": "page_number", "text": "12", "page_idx": 1}
    said = {"type": "text", "text": A, "page_idx": 0}
    (found,) = texts(tmp_path, [said, table, picture, number])
    assert found is not None
    assert found.startswith(f"{A}\nBoats\na")
    assert found.endswith("The quay.")


def test_what_stands_between_elements_stays_a_document(tmp_path: Path) -> None:
    assert texts(tmp_path, [element("Text", A), {"text": "Dawn is near."}, element("Text", B)]) == [
        A,
        "Dawn is near.",
        B,
    ]


@pytest.mark.parametrize(
    "record",
    [
        {"metadata": {"filename": "a.pdf"}},
        {"type": "article", "page_idx": 3},
        {"type": "post", "element_id": "1", "metadata": {"filename": "a.pdf"}},
        {"type": "text", "id": 1},
        {"type": ["text"], "page_idx": 1},
        {"type": {"text": 1}, "element_id": "1"},
    ],
)
def test_records_with_kinds_or_files_stay_a_document_each(tmp_path: Path, record: dict[str, object]) -> None:
    assert texts(tmp_path, [{**record, "text": A}, {**record, "text": B}]) == [A, B]


def test_a_document_of_too_many_elements_is_refused(tmp_path: Path) -> None:
    raw = json.dumps([element("Text", A)] * 40).encode()
    (found,) = read(tmp_path, "a.json", raw, max_file_bytes=1000)
    assert isinstance(found, Refused)
    assert found.code == "too-large"


def test_lines_of_a_video_are_one_document_and_other_texts_with_times_are_not(tmp_path: Path) -> None:
    lines = [{"text": text, "start": at, "duration": 2.0} for at, text in enumerate((A, B))]
    assert texts(tmp_path, lines) == [f"{A}\n{B}"]
    assert texts(tmp_path, [line | {"title": "Dawn"} for line in lines]) == [A, B]
