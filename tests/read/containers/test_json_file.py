"""What a JSON file is when it holds no records: the descriptions that `datasets` writes, and empty objects."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.read.reading import read, shown

STATE = {"_data_files": [{"filename": "data-00000-of-00001.arrow"}], "_fingerprint": "0d", "_split": None}
INFO = {"citation": "", "description": "", "features": {"text": {"dtype": "string"}}, "homepage": "", "license": ""}


@pytest.mark.parametrize("found", [STATE, INFO, {"splits": ["train", "test"]}], ids=["state", "info", "splits"])
def test_what_datasets_writes_beside_its_data_is_no_document(tmp_path: Path, found: object) -> None:
    (told,) = read(tmp_path, "any.json", json.dumps(found, indent=2).encode())
    assert told.code == "beside-the-data"


@pytest.mark.parametrize(
    "found",
    [
        {"splits": [{"text": "The ferry leaves at nine, and nobody in the village is glad of it."}]},
        {"splits": ["train"], "text": "The ferry leaves at nine, and nobody in the village is glad of it."},
        {**INFO, "text": "The ferry leaves at nine, and nobody in the village is glad of it."},
    ],
)
def test_records_with_such_keys_are_documents(tmp_path: Path, found: object) -> None:
    (told,) = read(tmp_path, "any.json", json.dumps(found).encode())
    assert told.text.startswith("The ferry")


def test_an_object_without_keys_has_no_column_to_name(tmp_path: Path) -> None:
    (told,) = read(tmp_path, "any.json", b"{}")
    assert told.code == "no-text-column"
    assert "there is no other" in told.detail


ONE, TWO = "The bread fair opened with forty stalls.", "Rye was sold out by noon."
BOTH = [{"id": 1, "text": ONE}, {"id": 2, "text": TWO}]
WRAPPED = {"id": 7, "title": {"rendered": "Bread fair"}, "content": {"rendered": f"<p>{ONE}</p><p>{TWO}</p>"}}


@pytest.mark.parametrize(
    "found",
    [
        {"data": {"items": BOTH}},
        {"count": 2, "next": None, "results": BOTH},
        {"hits": {"total": 2, "hits": [{"_id": t[:3], "_source": {"body": t}} for t in (ONE, TWO)]}},
        {"data": {"posts": {"edges": [{"cursor": "x", "node": one} for one in BOTH], "pageInfo": {"n": 1}}}},
        {"rss": {"channel": {"title": "Fairs", "item": [{"title": "A", "content:encoded": t} for t in (ONE, TWO)]}}},
        {"content": [{"id": 1, "body": ONE}, {"id": 2, "body": TWO}], "totalPages": 1},
        {"data": [{"type": "n", "attributes": {"title": "A", "body": {"value": t}}} for t in (ONE, TWO)]},
        {"result": {"list": [{"标题": "面包", "正文": ONE}, {"标题": "黑麦", "正文": TWO}], "tags": [{"name": "x"}]}},
        {"name": "Chat", "messages": BOTH},
    ],
    ids=["items", "results", "hits", "edges", "rss", "content", "wrapped", "chinese", "messages"],
)  # fmt: skip
def test_records_in_the_only_list_with_texts_are_read(tmp_path: Path, found: object) -> None:
    assert shown(read(tmp_path, "a.json", json.dumps(found).encode())) == [("a.json#0", ONE), ("a.json#1", TWO)]


def test_fields_and_texts_wrapped_in_objects_are_read(tmp_path: Path) -> None:
    (told,) = read(tmp_path, "a.json", json.dumps({"data": {"items": [WRAPPED]}}).encode())
    assert (told.text, told.stated.title, told.stated.id) == (f"{ONE}\n{TWO}", "Bread fair", "7")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({"data": {"posts": BOTH, "pages": BOTH}}, "several lists: data.posts, data.pages"),
        ({"article": {"title": "A", "paragraphs": BOTH}}, "'article.paragraphs[].text' joins"),
        ({"title": "A", "parts": [{"kind": "p", "text": ONE}, {"kind": "p", "text": TWO}]}, "'parts[].text' joins"),
        ({"messages": [{"kind": "a", "content": ONE}, {"kind": "b", "content": TWO}]}, "'messages[].content' joins"),
        ({"file": "a.png", "pages": [{"number": 1, "text": ONE}, {"number": 2, "text": TWO}]}, "'pages[].text' joins"),
        ({"data": {"items": [{"id": 1, "name": "x"}]}}, "no column is called text"),
    ],
    ids=["several", "paragraphs", "titled", "chat", "scan", "no-text"],
)  # fmt: skip
def test_lists_that_may_be_something_else_are_named(tmp_path: Path, found: object, said: str) -> None:
    (told,) = read(tmp_path, "a.json", json.dumps(found).encode())
    assert told.code == "no-text-column"
    assert said in told.detail


@pytest.mark.parametrize(
    "found",
    [
        {"title": "A", "text": ONE, "related": BOTH},
        {"data": {"title": "A", "content": ONE}, "comments": BOTH},
        {"article": {"body": ONE, "links": {"items": BOTH}}},
    ],
)
def test_an_object_with_a_text_is_one_document_whatever_it_lists(tmp_path: Path, found: object) -> None:
    assert shown(read(tmp_path, "a.json", json.dumps(found).encode())) == [("a.json#0", ONE)]


ROPE = {"id": 1, "title": "Rope", "text": "The rope was turned every second day."}
LINES = "".join(json.dumps(ROPE | {"id": number}) + "\n" for number in range(3))
UNNAMED = {
    "lines": LINES,
    "one line": json.dumps(ROPE),
    "array": json.dumps([ROPE, ROPE]),
    "laid out": json.dumps(ROPE, indent=1),
    "mark": f"\ufeff{LINES}",
    "longer than the beginning": json.dumps(ROPE | {"text": ROPE["text"] * 200}) + "\n" + LINES,
    "nested": json.dumps({"data": ROPE}) + "\n",
}


@pytest.mark.parametrize("text", UNNAMED.values(), ids=UNNAMED)
@pytest.mark.parametrize("name", ["part-00000", "wiki_00", "records.txt"])
def test_records_are_known_by_their_beginning(tmp_path, name, text):
    found = read(tmp_path, name, text.encode())
    assert all(text.startswith(ROPE["text"]) for _, text in shown(found))


NO_RECORDS = (
    '{"level": 3, "mode": "slow"}\n',
    '{"text": "a rope"} is what the tool prints.\nIt prints nothing else.\n',
    '{"text": 3}\n',
    "{text: a rope}\n",
    "[1] Finch, A. Of ropes.\n",
    '["text", "rope"]\n',
    '{"rope": {"text": ["a", "b"]}}\n',
)


@pytest.mark.parametrize("text", NO_RECORDS)
def test_other_texts_with_brackets_stay_texts(tmp_path, text):
    assert shown(read(tmp_path, "note.txt", text.encode())) == [("note.txt", text)]


def test_bare_values_are_refused_once_a_thousand_are_none_of_them_an_object(tmp_path):
    bare = read(tmp_path, "a.json", json.dumps([*range(1_500), ROPE]).encode())
    assert (len(bare), bare[-1].code) == (1_001, "no-text-column")
    mixed = read(tmp_path, "a.json", json.dumps([ROPE, *range(1_500), ROPE]).encode())
    assert (len(mixed), mixed[-1].text) == (1_502, ROPE["text"])


PAGES = [{"page": 1, "lines": [{"text": "A rope, a bell and a lamp."}]}]


@pytest.mark.parametrize(
    ("record", "text"),
    [
        ({"document": "scan 42.pdf", "pages": PAGES}, "no-text"),
        ({"document": "The scan is in 42.pdf, they say.", "pages": PAGES}, "The scan is in 42.pdf, they say."),
        ({"document": "scan 42.pdf", "pages": 3}, "scan 42.pdf"),
    ],
    ids=["file", "sentence", "no parts"],
)
def test_the_name_of_a_file_is_no_text_of_its_pages(tmp_path, record, text):
    assert shown(read(tmp_path, "a.json", json.dumps(record).encode())) == [("a.json#0", text)]


POST = {"title": "A rope", "html": "A rope, a bell and a lamp."}
SITE = {"posts": [POST, POST | {"title": "A bell"}], "tags": [{"name": "sea", "description": "All that is at sea."}]}


def test_posts_in_the_only_object_of_a_list_are_documents(tmp_path):
    whole = {"db": [{"meta": {"version": "5"}, "data": SITE}]}
    assert shown(read(tmp_path, "a.json", json.dumps(whole).encode())) == [
        ("a.json#0", POST["html"]),
        ("a.json#1", POST["html"]),
    ]


def test_what_is_in_other_lists_is_counted_in_the_remark_on_each_document(tmp_path):
    lists = {"post": [{"name": "a"}] * 3, "posts": [POST, POST], "tags": SITE["tags"]}
    plain, whole = (read(tmp_path, "a.json", json.dumps(one).encode()) for one in (lists, {"db": [{"data": lists}]}))
    assert [found.remark.split(";")[0] for found in plain] == ["columns not used: post (3), tags (1)"] * 2
    assert all("post (3)" in found.remark and "tags (1)" in found.remark for found in whole)
    alone = read(tmp_path, "a.json", json.dumps({"db": [{"data": {"posts": [POST]}}]}).encode())
    assert [found.remark for found in alone] == [None]


def test_texts_in_several_lists_are_refused(tmp_path):
    several = {"db": [{"data": SITE | {"pages": [POST]}}]}
    assert shown(read(tmp_path, "a.json", json.dumps(several).encode())) == [("a.json#0", "no-text-column")]


def test_objects_by_their_ids_are_records(tmp_path):
    whole = {"n1": POST, "n2": POST | {"title": "A bell", "id": "7"}}
    found = read(tmp_path, "a.json", json.dumps(whole).encode())
    assert shown(found) == [("a.json#0", POST["html"]), ("a.json#1", POST["html"])]
    assert [(one.stated.id, one.stated.title) for one in found] == [("n1", "A rope"), ("7", "A bell")]


@pytest.mark.parametrize(
    "whole",
    [{"a": POST, "b": {"title": "A bell"}}, {"a": POST, "version": 2}, {"only": POST}, {"a": {"x": 1}, "b": {"x": 2}}],
    ids=["one without a text", "a number", "one alone", "no texts"],
)
def test_other_objects_of_objects_are_no_records_by_id(tmp_path, whole):
    assert shown(read(tmp_path, "a.json", json.dumps(whole).encode())) == [("a.json#0", "no-text-column")]
