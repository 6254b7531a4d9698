"""Texts without names in JSON: strings, lists, and objects that are indexes; and tables that are called JSON."""

from __future__ import annotations

import json

import pytest

from tests.read.reading import read, shown

TEXTS = [
    "The ferry left before dawn, and nobody on the quay saw it go.",
    "河上的渡船天亮以前就开走了，岸边没有人看见它离开码头。",
    "By noon the wool had been sold, and the farmers went home again.",
]
TITLES = ["The ferry", "渡船", "Wool"]
TABLE = [["title", "text"], *map(list, zip(TITLES, TEXTS, strict=True))]


def _found(folder, name, content):
    return [text for _, text in shown(read(folder, name, content.encode()))]


def _lines(*values):
    return "".join(f"{json.dumps(value)}\n" for value in values)


def _detail(folder, name, content):
    (found, *_) = read(folder, name, content.encode())
    return found.detail


def test_a_string_of_prose_on_a_line_is_a_document(tmp_path):
    assert _found(tmp_path, "a.jsonl", _lines(*TEXTS)) == TEXTS


@pytest.mark.parametrize("value", ["dawn", "ferry, quay, noon, wool, dawn, bell, rope", 'a "quoted" word'])
def test_words_on_lines_are_none(tmp_path, value):
    assert _found(tmp_path, "a.jsonl", _lines(value, value)) == ["broken-record"] * 2
    assert "{text: .}" in _detail(tmp_path, "a.jsonl", _lines(value, value))


@pytest.mark.parametrize(("name", "content"), [("a.jsonl", _lines(*TABLE)), ("a.json", json.dumps(TABLE))])
def test_lists_are_refused_with_what_names_their_values(tmp_path, name, content):
    assert "{title: .[0], text: .[1]}" in _detail(tmp_path, name, content)


def test_strings_in_an_array_may_be_paragraphs_and_are_refused_with_what_names_them(tmp_path):
    assert _found(tmp_path, "a.json", json.dumps(TEXTS)) == ["broken-record"] * 3
    assert "{text: .}" in _detail(tmp_path, "a.json", json.dumps(TEXTS))


IDS = [
    ["ferry.txt", "渡船.txt", "wool.txt"],
    ["https://quay.example/1", "https://quay.example/2", "https://quay.example/3"],
    ["9f86d081884c", "60303ae22b99", "fd61a03af4f7"],
    ["10021", "10022", "10040"],
]


@pytest.mark.parametrize("ids", IDS)
def test_texts_by_their_ids_are_documents(tmp_path, ids):
    assert _found(tmp_path, "a.json", json.dumps(dict(zip(ids, TEXTS, strict=True)))) == TEXTS


@pytest.mark.parametrize("names", [["lead", "middle", "end"], ["1", "2", "3"], ["part1", "part2", "part3"]])
def test_texts_that_may_be_parts_are_refused_with_what_makes_documents_of_them(tmp_path, names):
    content = json.dumps(dict(zip(names, TEXTS, strict=True)))
    assert _found(tmp_path, "a.json", content) == ["no-text-column"]
    assert "to_entries[]" in _detail(tmp_path, "a.json", content)


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
@pytest.mark.parametrize("sign", [",", "\t"])
def test_a_table_that_is_called_json_is_read(tmp_path, name, sign):
    rows = (sign.join(f'"{cell}"' for cell in row) for row in TABLE)
    assert _found(tmp_path, name, "\n".join(rows)) == TEXTS


@pytest.mark.parametrize("content", ["Dawn, text\nand noon, too", "text\nDawn.", "ferry,quay\nDawn.,Noon."])
def test_a_text_that_is_called_json_is_no_table(tmp_path, content):
    assert _found(tmp_path, "a.json", content) == [content]
