from __future__ import annotations

import builtins
import gzip
import json
import os
from hashlib import sha256

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.policy import InputSettings
from audit.read.inputs import Input, Refused, read_inputs
from audit.read.walk import Entry, walk


def read(root, name: str, content: bytes, **settings) -> list[Input | Refused]:
    (root / name).write_bytes(content)
    (entry,) = walk(root)
    return list(read_inputs(root, entry, InputSettings(**settings)))


def shown(outcomes) -> list[tuple[str, str]]:
    """Each outcome as (id, text or code)."""
    return [
        (o.id, o.code if isinstance(o, Refused) else o.text if o.text is not None else o.raw.decode()) for o in outcomes
    ]


def lines(*found: object) -> bytes:
    return b"".join(json.dumps(item).encode() + b"\n" for item in found)


def test_a_text_is_its_bytes(tmp_path):
    raw = "晨雾散去之后，渡船开了。\r\n".encode("gb18030")
    assert read(tmp_path, "a.txt", raw) == [Input("a.txt", "a.txt", raw, sha256(raw).hexdigest())]


def test_a_compressed_text_is_the_bytes_inside(tmp_path):
    (found,) = read(tmp_path, "a.txt.gz", gzip.compress(b"The ferry left."))
    assert (found.id, found.raw, found.sha256) == (
        "a.txt.gz",
        b"The ferry left.",
        sha256(b"The ferry left.").hexdigest(),
    )


def test_a_name_with_undecodable_bytes_is_read(tmp_path):
    with open(os.path.join(os.fsencode(tmp_path), b"\xff#3"), "wb") as made:  # noqa: PTH118, PTH123
        made.write(b"text")
    (entry,) = walk(tmp_path)
    (found,) = read_inputs(tmp_path, entry, InputSettings())
    assert (found.id, found.path, found.raw) == ("\\xff\\#3", "\\xff#3", b"text")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t", "blank"),
        ("a.txt", b"\xef\xbb\xbf", "blank"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        ("a.txt", b"\x7fELF\x02\x01\x01" + b"\0" * 60, "binary"),
        ("a.txt", b"PK\x03\x04\x14\x00\x00\x00" + b"\0" * 60, "unsupported-archive"),
        ("a.txt", b"x" * 101, "too-large"),
        ("a.txt.gz", gzip.compress(b"x" * 101), "too-large"),
        ("a.html", b"<html><body></body></html>", "no-html-text"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path, name, content, code):
    (found,) = read(tmp_path, name, content, max_file_bytes=100)
    assert (found.id, found.code) == (name, code)
    assert (found.sha256 is None) == (code == "too-large")


@pytest.mark.parametrize("content", [b".", "　。".encode(), b"\xff\xfea\0", b"PK\n", b"ELF and PNG are words here.\n"])
def test_what_only_looks_like_nothing_or_no_text_is_a_document(tmp_path, content):
    (found,) = read(tmp_path, "a.txt", content)
    assert isinstance(found, Input)


def test_an_entry_refused_by_the_walk_is_refused(tmp_path):
    (tmp_path / ".git").mkdir()
    assert [(f.id, f.code, f.bytes) for e in walk(tmp_path) for f in read_inputs(tmp_path, e, InputSettings())] == [
        (".git", "version-control", None)
    ]


def test_a_file_that_vanished_is_refused(tmp_path):
    (found,) = read_inputs(tmp_path, Entry(b"a.txt", "a.txt"), InputSettings())
    assert (found.id, found.code) == ("a.txt", "vanished")


def test_records_of_json_lines_are_documents_counted_from_0(tmp_path):
    content = lines({"text": "first"}) + b"\n \n" + lines({"id": 7, "text": "zweitens: Öl"})
    assert shown(read(tmp_path, "a.jsonl", content)) == [("a.jsonl#0", "first"), ("a.jsonl#1", "zweitens: Öl")]


def test_a_record_is_its_text_in_utf_8(tmp_path):
    (found,) = read(tmp_path, "a.jsonl", lines({"text": "雨"}))
    raw = "雨".encode()
    digest = sha256(raw).hexdigest()
    assert found == Input("a.jsonl#0", "a.jsonl", raw, digest, "雨", encoding_source="container", encoding="utf-8")


def test_half_surrogates_are_replaced_and_counted(tmp_path):
    (found,) = read(tmp_path, "a.jsonl", b'{"text": "a\\ud83db\\ud83d\\ude00c\\udc00\xef\xbf\xbd"}')
    assert (found.text, found.lone_surrogates, found.bad_chars) == ("a\ufffdb😀c\ufffd\ufffd", 2, (1, 5))


def test_a_broken_record_does_not_cost_the_others(tmp_path):
    content = lines({"text": "one"}) + b'{"text": \n' + b'{"text": "\xff"}\n' + b"[1]\n" + lines({"text": "two"})
    found = read(tmp_path, "a.jsonl", content)
    assert [code for _, code in shown(found)] == ["one", "broken-record", "broken-record", "broken-record", "two"]
    assert [f.id for f in found] == [f"a.jsonl#{n}" for n in range(5)]
    assert "byte 10 of its line" in found[2].detail


def test_a_line_that_is_too_long_does_not_cost_the_others(tmp_path):
    content = lines({"text": "one"}, {"text": "x" * 200}, {"text": "two"})
    assert [code for _, code in shown(read(tmp_path, "a.jsonl", content, max_file_bytes=100))] == [
        "one",
        "broken-record",
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
    content = gzip.compress(lines({"text": "one"}, {"text": "two"}))[:-4]
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


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"id,text\n1,one\n2,two\n"),
        ("a.csv", b"text;id\none;1\ntwo;2\n"),
        ("a.tsv", b"id\ttext\n1\tone\n2\ttwo\n"),
        ("a.csv", b'\xef\xbb\xbf"text",id\none,1\ntwo,2\n'),
        ("a.csv", "id,text\n1,one\n2,two\n".encode("utf-16")),
        ("a.csv", b"\n\ntext\none\n\ntwo\n"),
        ("a.csv", b" id , text \r1,one\r2,two\r"),
    ],
)
def test_csv(tmp_path, name, content):
    assert shown(read(tmp_path, name, content)) == [(f"{name}#0", "one"), (f"{name}#1", "two")]


def test_csv_fields_may_hold_lines_quotes_and_delimiters(tmp_path):
    content = b'id,text\n1,"a ""b"",\r\nc"\n'
    assert shown(read(tmp_path, "a.csv", content)) == [("a.csv#0", 'a "b",\r\nc')]


def test_csv_in_a_legacy_codec(tmp_path):
    content = "编号,text\n" + "".join(f"{n},春天的河水涨了，磨坊又开始工作。\n" for n in range(8))
    found = read(tmp_path, "a.csv", content.encode("gb18030"))
    assert {text for _, text in shown(found)} == {"春天的河水涨了，磨坊又开始工作。"}


def test_csv_with_bytes_of_no_codec_costs_only_the_records_that_hold_them(tmp_path):
    content = "text\nDie Mühle dreht sich.\n".encode() + b"\xff\xfe\x80\n" + "schöne Bäume\n".encode()
    assert [code for _, code in shown(read(tmp_path, "a.csv", content))] == [
        "Die Mühle dreht sich.", "broken-record", "schöne Bäume",
    ]  # fmt: skip


def test_csv_rows_that_do_not_fit(tmp_path):
    content = b'id,text,n\n1,one,1\n2,a,b,c\n3\n4,two\n5,"open\n'
    assert [code for _, code in shown(read(tmp_path, "a.csv", content))] == [
        "one", "broken-record", "no-text", "two", "broken-record",
    ]  # fmt: skip


def test_csv_with_an_endless_quotation_stops_at_the_limit(tmp_path):
    content = b'text\none\n"' + b"a\n" * 1000
    assert shown(read(tmp_path, "a.csv", content, max_file_bytes=100)) == [
        ("a.csv#0", "one"),
        ("a.csv", "broken-container"),
    ]


def test_csv_field_limit_of_the_process_does_not_matter(tmp_path):
    long = "word " * 50_000
    assert shown(read(tmp_path, "a.csv", f"text\n{long}\n".encode())) == [("a.csv#0", long)]


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.binary(), pa.dictionary(pa.int32(), pa.string())])
def test_parquet(tmp_path, kind):
    texts = pa.array(["one", "雨", None], pa.string()).cast(kind)
    pq.write_table(pa.table({"n": [1, 2, 3], "text": texts}), tmp_path / "a.parquet")
    (entry,) = walk(tmp_path)
    found = read_inputs(tmp_path, entry, InputSettings())
    assert shown(found) == [("a.parquet#0", "one"), ("a.parquet#1", "雨"), ("a.parquet#2", "no-text")]


def test_parquet_values_that_are_too_large_are_refused_one_by_one(tmp_path):
    pq.write_table(pa.table({"text": ["x" * 500, "one"]}), tmp_path / "a.parquet")
    (entry,) = walk(tmp_path)
    found = read_inputs(tmp_path, entry, InputSettings(max_file_bytes=100))
    assert shown(found) == [("a.parquet#0", "too-large"), ("a.parquet#1", "one")]


PAGE = (
    "<html><head><meta charset='{}'><title>Ferry</title></head><body><nav><a href='/'>Home</a></nav><article>"
    "<h1>Ferry returns</h1>"
    + "<p>Die größere Fähre fährt wieder über die Bucht, und das Café am Kai öffnet früh.</p>" * 6
    + "</article></body></html>"
)  # fmt: skip


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_html_is_its_main_text(tmp_path, charset):
    raw = PAGE.format(charset).encode(charset)
    (found,) = read(tmp_path, "a.html", raw)
    assert (found.raw, found.declared, found.encoding_source) == (raw, charset, "html")
    assert "Die größere Fähre fährt wieder über die Bucht" in found.text
    assert "Home" not in found.text


def test_html_without_the_extra_says_what_to_install(tmp_path, monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name == "trafilatura":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    (found,) = read(tmp_path, "a.html", PAGE.format("utf-8").encode())
    assert (found.code, "corpus-audit[html]" in found.detail) == ("html-extra-missing", True)


def test_html_nested_where_parsers_lose_text_is_refused(tmp_path):
    (found,) = read(tmp_path, "a.html", b"<div>" * 300 + b"<p>lost</p>")
    assert found.code == "broken-container"


def test_html_with_many_open_paragraphs_is_read(tmp_path):
    content = "<html><body><article>" + "<p>The town council met on Monday about the ferry line." * 300
    (found,) = read(tmp_path, "a.html", content.encode())
    assert found.text.count("council") > 0
