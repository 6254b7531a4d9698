"""Files of records whose name or lines are those of another kind, and names that a record has twice."""

from __future__ import annotations

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.read.reading import lines, read, shown

RECORDS = ({"id": 1, "text": "The ferry left before dawn."}, {"id": 2, "text": "Nobody saw it go."})
TEXTS = [record["text"] for record in RECORDS]
PRETTY = "\n".join(json.dumps(record, indent=2) for record in RECORDS)
LINES = [json.dumps(record) for record in RECORDS]


def _texts(folder, name, content):
    return [text for _, text in shown(read(folder, name, content))]


@pytest.mark.parametrize(
    "content",
    [PRETTY, "\r".join(LINES), "".join(LINES), ",\n".join(LINES), json.dumps(RECORDS), json.dumps(RECORDS, indent=1)],
)
def test_json_that_is_called_json_lines_is_read_as_what_it_is(tmp_path, content):
    assert _texts(tmp_path, "a.jsonl", content.encode()) == TEXTS


@pytest.mark.parametrize("mark", ["\ufeff", "\x1e"])
def test_marks_before_records_are_none_of_them(tmp_path, mark):
    assert _texts(tmp_path, "a.jsonl", "".join(f"{mark}{line}\n" for line in LINES).encode()) == TEXTS


def test_lists_in_lines_are_no_records(tmp_path):
    turns = json.dumps([{"role": "user", "content": "Where to?"}])
    assert _texts(tmp_path, "a.jsonl", f"{turns}\n{turns}\n".encode()) == ["broken-record", "broken-record"]


def test_a_first_line_that_is_broken_costs_itself(tmp_path):
    content = b'{"text": "a}\n' + lines(*RECORDS)
    assert _texts(tmp_path, "a.jsonl", content) == ["broken-record", *TEXTS]


def _parquet(folder):
    pq.write_table(pa.Table.from_pylist(RECORDS), folder / "made")
    return (folder / "made").read_bytes()


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.json", "a.txt", "a.arrow"])
def test_a_table_in_parquet_may_have_any_name(tmp_path, name):
    content = _parquet(tmp_path)
    (tmp_path / "made").unlink()
    assert _texts(tmp_path, name, content) == TEXTS


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.parquet", "a.feather"])
def test_records_of_json_are_no_table(tmp_path, name):
    assert _texts(tmp_path, name, lines(*RECORDS)) == TEXTS


def test_a_table_may_hold_json(tmp_path):
    content = 'text,meta\nThe ferry left.,"{""text"": ""x""}"\n'
    assert _texts(tmp_path, "a.csv", content.encode()) == ["The ferry left."]


@pytest.mark.parametrize(
    ("name", "content", "remark"),
    [
        ("a.jsonl", b'{"text": "The ferry left.", "text": "Nobody saw it go."}', "columns not used: text (1)"),
        ("a.json", b'[{"text": "Nobody saw it go.", "id": 1, "id": 1}]', None),
        ("a.csv", b"text,text,\nNobody saw it go.,The ferry left.,7\n", "columns not used: text (2), 3"),
    ],
)
def test_what_stands_under_one_name_twice_is_told(tmp_path, name, content, remark):
    (found,) = read(tmp_path, name, content)
    assert (found.text, found.remark) == ("Nobody saw it go.", remark)


def test_a_table_with_two_columns_of_the_texts_name_is_refused_by_it(tmp_path):
    pq.write_table(pa.table([TEXTS, TEXTS], names=["text", "text"]), tmp_path / "a.parquet")
    (found,) = read(tmp_path, "a.parquet", (tmp_path / "a.parquet").read_bytes())
    assert found.detail.startswith("2 columns are called 'text' (rename one); name the text column")


def test_the_only_text_of_each_paragraph_is_joined(tmp_path):
    said = [{"text": "The ferry left.", "nr": 1}, {"text": "Nobody saw it go.", "nr": 2}]
    assert _texts(tmp_path, "a.jsonl", lines({"paragraphs": said})) == ["The ferry left.\nNobody saw it go."]


def test_paragraphs_with_another_text_beside_it_are_not(tmp_path):
    headed = [{"text": "The ferry left.", "head": "Dawn"}]
    assert _texts(tmp_path, "a.jsonl", lines({"paragraphs": headed})) == ["no-text"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_divided_by_tabs_may_have_any_name(tmp_path, end):
    content = end.join(["id\ttext", *(f"{record['id']}\t{record['text']}" for record in RECORDS), "", ""])
    assert _texts(tmp_path, "a.txt", content.encode()) == TEXTS


@pytest.mark.parametrize(
    "content",
    [
        "id\ttext\n",
        "id\ttext\n1\tThe ferry left.\nNobody saw it go.\n",
        "content\tpage\nDawn\t1\nNoon\t5\nDusk\t9\n\nThe ferry left.\n\nNobody saw it go.\n",
        "The harbour\ttext\n1\tThe ferry left.\n",
        "boat\tcaptain\nGull\tAda\n",
        "id,text\n1,The ferry left.\n",
        "text\nThe ferry left.\n",
        '\ttext\rThe ferry left.\n"\r\tNobody saw it go.\n',
    ],
)
def test_other_lines_with_tabs_are_a_text(tmp_path, content):
    assert _texts(tmp_path, "a.txt", content.encode()) == [content]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{'text': 'The ferry left.'}", "python3 -c"),
        ('data: {"text": "The ferry left."}', "sed -n"),
        ('{"text": "The ferry left."', "it is not JSON"),
    ],
)
def test_what_makes_json_of_other_lines_is_said(tmp_path, line, said):
    (found,) = read(tmp_path, "a.jsonl", f"{line}\n".encode())
    assert found.code == "broken-record"
    assert said in found.detail
    assert ("FILE" in found.detail) == (said != "it is not JSON")
