"""Texts under names of their own: found by their prose in the first records, or not at all."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.read.containers.prose import is_prose
from audit.read.inputs import Input
from tests.read.containers.records import jsonl, read, shown

P = "The ferry left before dawn, and nobody on the landing saw it go. The bell was silent until noon."
MORE = "Most of them walked over the bridge twice, because the wind was calm and the water clear."
ZH = "渡船在黎明前离开，码头上没有人看见它走，钟声直到中午才响起。"


def remarks(found: object) -> list[str | None]:
    return [one.remark for one in found if isinstance(one, Input)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (P, True),
        (ZH, True),
        (f"<p>{P}</p>", True),
        ("ferry, bell, dawn, noon, wind, quay, sea, boat, rope", False),
        ("https://bay.example/a/b/c?d=e.f&g=h and https://bay.example/x.", False),
        ("for (i = 0; i < 10; i++) { a[i] = b[i]; } return a.size();", False),
        ("Yes. No.", False),
        ("2024-03-05 10:11:12 +0000 12.5 13.7 14.9 15.1", False),
    ],
)
def test_prose_has_words_and_sentences(text: str, said: bool) -> None:
    assert is_prose(text) is said


def test_the_column_with_the_prose_is_the_text_in_every_record(tmp_path: Path) -> None:
    rows = [
        {"key": 1, "plot": P, "cast": "Roe, Doe"},
        {"key": 2, "plot": ZH, "cast": ""},
        {"key": 3, "plot": "Lost.", "cast": MORE},
    ]
    found = read(tmp_path, "a.jsonl", jsonl(*rows))
    assert shown(found) == [P, ZH, "Lost."]
    assert remarks(found) == ["text found by its prose: plot; columns not used: key, cast"] * 3


def test_several_columns_of_prose_are_joined_in_their_order(tmp_path: Path) -> None:
    row = {"strengths": P, "note": "Fine.", "weaknesses": MORE, "review_summary": "It is good. It is bad."}
    found = read(tmp_path, "a.jsonl", jsonl(row, row))
    assert shown(found) == [f"{P}\n{MORE}"] * 2
    place = f"strengths 0-{len(P)}, weaknesses {len(P) + 1}-{len(P) + len(MORE) + 1}"
    assert remarks(found)[0] == (
        f"text found by its prose: strengths+weaknesses; text joined: {place}; columns not used: note, review_summary"
    )


@pytest.mark.parametrize("suffix", ["csv", "json", "parquet"])
def test_other_formats_are_measured_in_the_same_way(tmp_path: Path, suffix: str) -> None:
    rows = [{"key": "1", "plot": P}, {"key": "2", "plot": MORE}]
    table = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), table)
    made = {
        "csv": f'key,plot\n1,"{P}"\n2,"{MORE}"\n'.encode(),
        "json": json.dumps(rows).encode(),
        "parquet": table.getvalue(),
    }
    found = read(tmp_path, f"a.{suffix}", made[suffix])
    assert shown(found) == [P, MORE]
    assert remarks(found)[0] == "text found by its prose: plot; columns not used: key"


def test_lines_of_a_page_in_an_object_are_a_text(tmp_path: Path) -> None:
    page = {"file": "1.png", "read": {"lines": [{"words": P, "at": [1, 2]}, {"words": "and so on", "at": [1, 3]}]}}
    assert shown(read(tmp_path, "a.jsonl", jsonl(page))) == [f"{P}\nand so on"]


def test_a_text_in_an_object_in_a_list_is_found(tmp_path: Path) -> None:
    choice = {"index": 0, "message": {"role": "assistant", "content": P}, "finish_reason": "stop"}
    answer = {"custom_id": "1", "response": {"status_code": 200, "body": {"object": "chat", "choices": [choice]}}}
    assert shown(read(tmp_path, "a.jsonl", jsonl(answer))) == [P]
    parts = {"candidates": [{"content": {"parts": [{"text": P}], "role": "model"}}]}
    assert shown(read(tmp_path, "a.jsonl", jsonl({"key": "1", "response": parts}))) == [P]
    several = {"key": 1, "items": [{"snippet": {"title": "The ferry", "lead": P}}]}
    assert shown(read(tmp_path, "a.jsonl", jsonl(several))) == ["no-text-column"]


@pytest.mark.parametrize(
    "record",
    [
        {"key": 1, "tags": "ferry, bell, dawn, noon, wind, quay, sea, boat, rope"},
        {"key": 1, "turns": [{"one": P, "other": MORE}]},
        {"key": 1, "results": [{"title": "The ferry", "lead": P}]},
        {"key": 1, "title": P},
        {"key": 1, "deep": {"asked": "How long did all of this take", "said": "No one could say how long it took."}},
        {f"k{n}": P for n in range(12)},
    ],
    ids=["tags", "turns", "results", "title", "half of an object", "many"],
)
def test_what_may_be_something_else_is_told_as_before(tmp_path: Path, record: dict[str, object]) -> None:
    assert shown(read(tmp_path, "a.jsonl", jsonl(record))) == ["no-text-column"]


@pytest.mark.parametrize(
    "found",
    [
        {
            "welcome": "Welcome to the map.",
            "err": "Something went wrong here, please try it again later.",
            "save": "Save",
        },
        {"openapi": "3.0.0", "paths": {"/a": {"get": {"says": "Return all of the ferries that are on the river."}}}},
    ],
    ids=["messages", "descriptions"],
)
def test_settings_with_sentences_are_no_document(tmp_path: Path, found: dict[str, object]) -> None:
    assert shown(read(tmp_path, "a.json", json.dumps(found).encode())) == ["no-text-column"]
    told = {**found, "told": f"{P} {MORE} {P}"}
    assert shown(read(tmp_path, "a.json", json.dumps(told).encode())) == [told["told"]]


def test_remarks_on_a_few_rows_are_no_text(tmp_path: Path) -> None:
    rows = "".join(f"{n},\n" for n in range(2, 6))
    assert shown(read(tmp_path, "a.csv", f"order,remarks\n1,{MORE.replace(',', ' and')}\n{rows}".encode())) == [
        "no-text-column"
    ]


def test_a_usual_name_comes_before_prose_and_a_flag_before_both(tmp_path: Path) -> None:
    row = {"text": "Short.", "plot": P}
    assert shown(read(tmp_path, "a.jsonl", jsonl(row))) == ["Short."]
    assert shown(read(tmp_path, "a.jsonl", jsonl({"plot": P, "other": MORE}), text_column="other")) == [MORE]


def test_a_text_is_taken_rather_than_its_abstract(tmp_path: Path) -> None:
    long = {"title": "A ferry", "abstract": MORE, "description": f"{P} {P} {P}"}
    assert shown(read(tmp_path, "a.jsonl", jsonl(long))) == [long["description"]]
    alike = {"title": "A ferry", "abstract": MORE, "comments": P}
    assert shown(read(tmp_path, "a.jsonl", jsonl(alike))) == [MORE]


def test_a_description_that_is_a_label_is_no_text(tmp_path: Path) -> None:
    rows = [{"description": "Report", "narrative": P}, {"description": "Letter", "narrative": MORE}]
    assert shown(read(tmp_path, "a.jsonl", jsonl(*rows))) == [P, MORE]
    rows = [{"description": "A red boat", "size": 3}, {"description": "A blue boat", "size": 4}]
    assert shown(read(tmp_path, "a.jsonl", jsonl(*rows))) == ["A red boat", "A blue boat"]
    rows = [{"description": MORE, "benefits": P}]
    assert shown(read(tmp_path, "a.jsonl", jsonl(*rows))) == [MORE]


def test_all_workers_measure_the_same_records(tmp_path: Path) -> None:
    rows = [{"plot": P, "cast": "Roe"}] * 60 + [{"plot": "", "cast": MORE}] * 200
    found = read(tmp_path, "a.jsonl", jsonl(*rows))
    assert set(shown(found)) == {P, "empty"}
