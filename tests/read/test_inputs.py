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
    (found,) = read(tmp_path, "a.txt.gz", gzip.compress(b"The ferry left.", mtime=0))
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
        ("a.txt.gz", gzip.compress(b"x" * 101, mtime=0), "too-large"),
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
        "line 2, column 11", "line 3, column 11", "line 4 is no JSON object",
    ]  # fmt: skip


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
    content = b'id,text,n\n1,"o\nn\ne",1\n\n2,a,b,c\n3\n4,two\n5,"open"e\n6,six,6\n'
    found = read(tmp_path, "a.csv", content)
    assert [code for _, code in shown(found)] == [
        "o\nn\ne", "broken-record", "no-text", "two", "broken-record", "six",
    ]  # fmt: skip
    said = [o.detail.partition(":")[0] for o in found if isinstance(o, Refused)]
    assert said == ["line 6", "line 7", "line 9"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.jsonl", lines({"text": "one"}) + b'{"text": "tw', id="JSON Lines within a text"),
        pytest.param("a.jsonl", lines({"text": "one"}) + b'{"text": "two", "n": 1', id="within a number"),
        pytest.param("a.jsonl", lines({"text": "one"}) + '{"text": "晨'.encode()[:-1], id="within a character"),
        pytest.param(
            "a.jsonl.gz", gzip.compress(lines({"text": "one"}) + b'{"text": "tw', mtime=0), id="compressed whole"
        ),
        pytest.param("a.csv", b'id,text\n1,one\n2,"never closed\n3,three\n', id="within a quotation"),
        pytest.param("a.csv", b"id,text,n\n1,one,1\n2,tw", id="before the last field"),
    ],
)
def test_a_container_that_ends_within_a_record_is_not_whole(tmp_path, name, content):
    assert shown(read(tmp_path, name, content)) == [(f"{name}#0", "one"), (name, "broken-container")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.jsonl", lines({"text": "one"})[:-1], id="without a last line end"),
        pytest.param("a.csv", b"id,text\n1,one", id="CSV without a last line end"),
        pytest.param("a.csv", b'id,text\n1,"one"', id="quoted, without a last line end"),
    ],
)
def test_a_container_without_a_last_line_end_is_whole(tmp_path, name, content):
    assert shown(read(tmp_path, name, content)) == [(f"{name}#0", "one")]


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


WORDS = {
    "gb18030": "新修的山路昨天通车，从县城到山里的村子只要四十分钟。",
    "big5": "新修的山路昨天通車，從縣城到山裡的村子只要四十分鐘。",
    "cp932": "新しい山道が昨日開通し、町から村まで四十分で行けるようになった。",
    "euc_kr": "어제 새 산길이 열려 읍내에서 마을까지 사십 분이면 갈 수 있다.",
    "cp1251": "Вчера открыли новую горную дорогу, и до деревни теперь сорок минут.",
    "cp1252": "Die neue Straße über den Paß führt in vierzig Minuten zu den Dörfern.",
    "utf-16": "山路通车",
    "utf-16-le": "山路通车, said the mayor.",
    "utf-16-be": "The road is open again.",
    "utf-32": "山路通车",
    "utf-8-sig": "山路通车",
    "iso2022_jp": "新しい山道が昨日開通した。",
}


@pytest.mark.parametrize("codec", WORDS)
def test_containers_are_read_in_the_codec_of_the_file(tmp_path, codec):
    # A first record in ASCII, and one short text that alone would prove nothing.
    texts = ["The road is open.", WORDS[codec], WORDS[codec][:4]]
    rows = "".join(json.dumps({"n": 1, "text": text}, ensure_ascii=False) + "\n" for text in texts)
    assert [text for _, text in shown(read(tmp_path, "a.jsonl", rows.encode(codec)))] == texts
    table = "n,text\n" + "".join(f'1,"{text}"\n' for text in texts)
    (tmp_path / "a.jsonl").unlink()
    assert [text for _, text in shown(read(tmp_path, "a.csv", table.encode(codec)))] == texts


@pytest.mark.parametrize("codec", ["gb18030", "big5", "cp932", "cp1251", "cp1252"])
@pytest.mark.parametrize("kind", [pa.string(), pa.binary()])
def test_parquet_is_read_in_the_codec_of_the_file(tmp_path, codec, kind):
    texts = ["The road is open."] * 100 + [WORDS[codec], WORDS[codec][:4]]
    column = pa.array([text.encode(codec) for text in texts], pa.binary()).view(kind)
    pq.write_table(pa.table({"text": column}), tmp_path / "a.parquet")
    (entry,) = walk(tmp_path)
    assert [text for _, text in shown(read_inputs(tmp_path, entry, InputSettings()))] == texts


def test_one_short_record_in_code_page_1252_is_enough(tmp_path):
    content = "title;text;id\nMenü;Die Fähre über den Fluß fährt früh.;1\n".encode("cp1252")
    assert shown(read(tmp_path, "a.csv", content)) == [("a.csv#0", "Die Fähre über den Fluß fährt früh.")]


def test_the_codec_is_decided_where_the_first_other_byte_stands(tmp_path):
    ascii_records = lines({"text": "The road is open, and the bus runs again."}) * 40_000
    later = json.dumps({"text": WORDS["gb18030"]}, ensure_ascii=False).encode("gb18030") + b"\n"
    found = read(tmp_path, "a.jsonl", ascii_records + later)
    assert [found[0].text, found[-1].text] == ["The road is open, and the bus runs again.", WORDS["gb18030"]]


def test_a_stray_byte_is_a_broken_record_and_no_codec(tmp_path):
    content = lines({"text": "The mill wheel turns."}) * 3 + b'{"text": "caf\xff"}\n'
    assert [code for _, code in shown(read(tmp_path, "a.jsonl", content))][2:] == [
        "The mill wheel turns.",
        "broken-record",
    ]


def test_parquet_with_a_damaged_page_keeps_what_stands_before_and_says_so(tmp_path):
    texts = [f"{n}: the mill wheel turns again" for n in range(2000)]
    table, made = pa.table({"text": texts}), tmp_path / "a.parquet"
    pq.write_table(table, made, compression="none", use_dictionary=False, write_page_checksum=True, data_page_size=4096)
    made.write_bytes(made.read_bytes().replace(b"1500: the mill", b"1500: the mild"))
    (entry,) = walk(tmp_path)
    *kept, last = read_inputs(tmp_path, entry, InputSettings())
    assert (last.id, last.code) == ("a.parquet", "broken-container")
    assert 0 < len(kept) < 1500
    assert [found.text for found in kept] == texts[: len(kept)]
