"""Tables of text: fields, quotes, codecs, ends."""

from __future__ import annotations

import csv
import gzip

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.read.inputs import Refused
from tests.read.reading import lines, read, shown


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
        ("a.csv", b"id|text\n1|one\n2|two\n"),
        ("a.psv", b'id|text|"by, in, at"\n1|one|\n2|two|\n'),
        ("a.csv", b"n^text\n1^one\n2^two\n"),
        ("a.csv", b"n~text\n1~one\n2~two\n"),
        ("a.csv", b"sep=!\r\nn!text\r\n1!one\r\n2!two\r\n"),
        ("a.csv", b"\xef\xbb\xbfsep=;\nn;text;a,b,c\n1;one;\n2;two;\n"),
        ("a.csv", b"text,a|b|c|d\none,|||\ntwo,|||\n"),
        ("a.csv", b"id;text;width, height, depth, price\n1;one;\n2;two;\n"),
    ],
)
def test_csv(tmp_path, name, content):
    assert shown(read(tmp_path, name, content)) == [(f"{name}#0", "one"), (f"{name}#1", "two")]


def test_an_unknown_delimiter_is_a_reason(tmp_path):
    (found,) = read(tmp_path, "a.csv", b"id:text\n1:one\n")
    assert isinstance(found, Refused)
    assert found.code == "no-text-column"
    assert "only 'id:text' (delimiters are comma" in found.detail


def test_csv_fields_may_hold_lines_quotes_and_delimiters(tmp_path):
    content = b'id,text\n1,"a ""b"",\r\nc"\n'
    assert shown(read(tmp_path, "a.csv", content)) == [("a.csv#0", 'a "b",\r\nc')]


SAID = '"Well," she said, "it rains." And it did.'


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        ([SAID, "one", SAID], [SAID, "one", SAID]),
        (['"', '"open'], ['"', '"open']),
        (["one", 'a "b" c'], ["one", 'a "b" c']),
        (['"one ""two"" three"', '"four"'], ['one "two" three', "four"]),
        (['"a\tb"', '"c\nd"'], ["a\tb", "c\nd"]),
        (['"a\nb\tc"', '"d"'], ["a\nb\tc", "d"]),
    ],
    ids=["talk", "lone marks", "marks within", "quoted", "quoted tabs and lines", "a quoted line with a tab"],
)
def test_tabs_divide_fields_that_are_quoted_or_not(tmp_path, rows, texts):
    content = "id\ttext\n" + "".join(f"{number}\t{row}\n" for number, row in enumerate(rows))
    assert [text for _, text in shown(read(tmp_path, "a.tsv", content.encode()))] == texts


def test_a_mark_that_is_never_closed_among_quoted_fields_is_damage(tmp_path):
    content = b'id\ttext\n1\t"one"\n2\t"two"\n3\t"thr\n'
    assert [code for _, code in shown(read(tmp_path, "a.tsv", content))][-1] == "broken-container"


def test_commas_divide_fields_that_are_quoted(tmp_path):
    found = read(tmp_path, "a.csv", b'id,text\n1,"one" two\n2,"three" four\n')
    assert [code for _, code in shown(found)] == ["broken-record", "broken-record"]


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


def test_csv_field_limit_of_the_process_is_never_lowered(tmp_path):
    before = csv.field_size_limit()
    assert shown(read(tmp_path, "a.csv", b"text\none\n", max_file_bytes=100)) == [("a.csv#0", "one")]
    assert csv.field_size_limit() >= before


@pytest.mark.parametrize(
    "long",
    [
        "w" * 300,
        '"' + "w, x\n" * 60 + '"',
        '"' + 'said ""no"", and\r\n' * 20 + '"',
        "w" * 90 + ' 5" pipe' * 8,
        '"w" x' + "w" * 300,
    ],
    ids=["line", "lines", "quotations", "stray quotes", "malformed"],
)
def test_a_row_above_the_limit_costs_only_itself(tmp_path, long):
    content = f"id,text,n\n1,one,1\n2,{long},2\n3,three,3\n"
    found = read(tmp_path, "a.csv", content.encode(), max_file_bytes=100)
    assert [code for _, code in shown(found)] == ["one", "too-large", "three"]
    last = 3 + long.count("\n")
    where = "line 3" if last == 3 else f"lines 3 to {last}"
    assert found[1].detail.startswith(f"the record on {where} has more than 100 characters")
    assert found[2].line == last + 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.lists(st.lists(st.sampled_from(["渡船 ", ",", '"', "\n", "\r\n", "ferry", "x" * 40]), max_size=14), max_size=6)
)
def test_long_rows_and_short_ones_are_told_apart_whatever_they_hold(tmp_path, rows):
    texts = ["".join(("begin", *parts, "end")) for parts in rows]
    written = [f'1,"{text.replace(chr(34), chr(34) * 2)}",2\n' for text in texts]
    content = "id,text,n\n1,first,2\n" + "".join(written)
    wanted = [
        "first",
        *(
            text if max(len(row), len(text.encode())) <= 100 else "too-large"
            for row, text in zip(written, texts, strict=True)
        ),
    ]
    assert [code for _, code in shown(read(tmp_path, "a.csv", content.encode(), max_file_bytes=100))] == wanted


def test_a_row_of_nothing_but_signs_ends_the_file(tmp_path):
    content = "text\none\n" + '"' + '"",' * 60 + '"\ntwo\n'
    found = read(tmp_path, "a.csv", content.encode(), max_file_bytes=100)
    assert [code for _, code in shown(found)] == ["one", "broken-container"]


def test_a_wide_header_is_read(tmp_path):
    columns = ",".join(["text", *(f"c{number}" for number in range(30_000))])
    (found,) = read(tmp_path, "a.csv", f"{columns}\nThe ferry is back.{',' * 30_000}\n".encode())
    assert found.text == "The ferry is back."


def test_a_header_above_the_limit_has_no_rows(tmp_path):
    (found,) = read(tmp_path, "a.csv", b"text," + b"n" * 200 + b"\none,1\n", max_file_bytes=100)
    assert (found.code, "header" in found.detail) == ("broken-container", True)
