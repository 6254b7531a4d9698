"""JSON Lines: a record is a document, and a broken one costs itself."""

from __future__ import annotations

import gzip
import os
from hashlib import sha256

import pytest

from audit.policy import InputSettings
from audit.read.containers.json_values import json_value
from audit.read.inputs import Input, read_inputs
from audit.read.walk import walk
from tests.read.reading import lines, read, shown


def test_records_of_json_lines_are_documents_counted_from_0(tmp_path):
    content = lines({"text": "first"}) + b"\n \n" + lines({"id": 7, "text": "zweitens: Öl"})
    assert shown(read(tmp_path, "a.jsonl", content)) == [("a.jsonl#0", "first"), ("a.jsonl#1", "zweitens: Öl")]


def test_a_record_is_its_text_in_utf_8(tmp_path):
    (found,) = read(tmp_path, "a.jsonl", lines({"text": "雨"}))
    raw = "雨".encode()
    digest = sha256(raw).hexdigest()
    assert found == Input(
        "a.jsonl#0", "a.jsonl", raw, digest, "雨", encoding_source="container", encoding="utf-8", line=1
    )


def test_half_surrogates_are_replaced_and_counted(tmp_path):
    (found,) = read(tmp_path, "a.jsonl", b'{"text": "a\\ud83db\\ud83d\\ude00c\\udc00\xef\xbf\xbd"}')
    assert (found.text, len(found.bad_chars), found.bad_chars) == ("a\ufffdb😀c\ufffd\ufffd", 2, (1, 5))


def test_a_broken_record_does_not_cost_the_others(tmp_path):
    content = lines({"text": "one"}) + b'{"text": \n' + b'{"text": "\xff"}\n' + b"[1]\n" + lines({"text": "two"})
    found = read(tmp_path, "a.jsonl", content)
    assert [code for _, code in shown(found)] == ["one", "broken-record", "broken-record", "broken-record", "two"]
    assert [f.id for f in found] == [f"a.jsonl#{n}" for n in range(5)]
    assert [f.detail.partition(";")[0].partition(": ")[0] for f in found[1:4]] == [
        "line 2, column 11", "line 3", "line 4 is not a JSON object",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"text": "a\x01b"}', "line 1, column 12: it is not JSON: Invalid control character"),
        (b'{"text": "a', "line 1, column 10: it is not JSON: Unterminated string"),
        (b'{"text": }', "line 1, column 10: it is not JSON: Expecting value"),
    ],
)
def test_what_is_wrong_with_a_line_is_a_whole_sentence(line, said):
    assert json_value(line, "line 1").detail.partition(";")[0] == said


@pytest.mark.parametrize(
    "text", ["", " \n", "x" * 200, 12, None, ["a", {}], {"b": 1}, "=ybegin line=128 size=9\n" + "a" * 80]
)
def test_each_refused_record_is_named_by_its_line(tmp_path, text):
    content = lines({"text": "one"}) + b"\n\n" + lines({"text": text}, {"text": "two"})
    found = read(tmp_path, "a.jsonl", content, max_file_bytes=150)
    assert (shown(found)[0], shown(found)[2]) == (("a.jsonl#0", "one"), ("a.jsonl#2", "two"))
    assert found[1].detail.startswith("line 4")


def test_a_line_that_is_too_long_does_not_cost_the_others(tmp_path):
    content = lines({"text": "one"}, {"text": "x" * 200}, {"text": "two"})
    assert [code for _, code in shown(read(tmp_path, "a.jsonl", content, max_file_bytes=100))] == [
        "one",
        "too-large",
        "two",
    ]


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ({"text": None}, "no-text"),
        ({"text": 3}, "no-text"),
        ({"text": ["a"]}, "no-text"),
        ({"txt": "a"}, "no-text-column"),
        ({"text": None, "body": "first column that is there counts"}, "no-text"),
        ({"text": ""}, "empty"),
        ({"text": "\n"}, "blank"),
        ({"body": "b"}, "b"),
        ({"n": 1.5, "content": "c", "body": "b"}, "c"),
    ],
)
def test_the_text_of_a_record(tmp_path, record, code):
    assert shown(read(tmp_path, "a.ndjson", lines(record))) == [("a.ndjson#0", code)]


def test_the_settings_name_the_column(tmp_path):
    content = lines({"text": "no", "story": "yes"}, {"text": "no"})
    found = read(tmp_path, "a.jsonl", content, text_column="story")
    assert shown(found) == [("a.jsonl#0", "yes"), ("a.jsonl#1", "no-text-column")]
    assert "no column is called 'story', only 'text'" in found[1].detail


def test_a_cut_container_keeps_its_records_and_is_refused_once(tmp_path):
    content = gzip.compress(lines({"text": "one"}, {"text": "two"}), mtime=0)[:-4]
    assert shown(read(tmp_path, "a.jsonl.gz", content)) == [
        ("a.jsonl.gz#0", "one"), ("a.jsonl.gz#1", "two"), ("a.jsonl.gz", "broken-compression"),
    ]  # fmt: skip


def test_a_container_without_records_is_refused_once(tmp_path):
    assert shown(read(tmp_path, "a.jsonl", b"\n\n")) == [("a.jsonl", "empty")]


def test_a_container_that_changes_while_it_is_read_is_refused_at_its_end(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(lines({"text": "one"}, {"text": "two"}))
    (entry,) = walk(tmp_path)
    found = read_inputs(tmp_path, entry, InputSettings())
    first = next(found)
    os.utime(tmp_path / "a.jsonl", ns=(0, 0))
    assert shown([first, *found]) == [("a.jsonl#0", "one"), ("a.jsonl#1", "two"), ("a.jsonl", "changed")]


def test_records_are_read_one_by_one(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(lines(*({"text": f"record {n}"} for n in range(200_000))))
    found = read_inputs(tmp_path, next(walk(tmp_path)), InputSettings(max_file_bytes=100))
    assert next(found).text == "record 0"
    found.close()
