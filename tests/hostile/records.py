"""Containers, good and broken: JSON Lines, CSV and Parquet."""

from __future__ import annotations

import json

import pyarrow as pa

from tests.hostile.case import either, quarantined, records
from tests.hostile.good import GOOD, PARQUET, parquet

_CSV = b"id,text\n1,The mill wheel turns again.\n"


def _line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def repeating(text: str, times: int, **options: object) -> bytes:
    """Return a file of one text many times over, made without writing it as often as it is read."""
    column = pa.DictionaryArray.from_arrays(pa.array([0] * times, pa.int32()), [text])
    return parquet(pa.table({"text": column}), store_schema=False, **options)


_INVALID = pa.Array.from_buffers(pa.string(), 2, pa.array([b"\xff\xfe", b"The mill wheel turns."]).buffers())


def _flipped(whole: bytes) -> bytes:
    # "mild" for "mill": only the page's checksum can tell.
    return whole.replace(b"mill", b"mild")


_CHECKED = parquet(
    pa.table({"text": ["The mill wheel turns again."] * 3}),
    write_page_checksum=True,
    compression="none",
    use_dictionary=False,
)

_JSONL = (
    records("jsonl/good.jsonl", GOOD * 3),
    records("jsonl/upper.JSONL", GOOD * 3),
    records("jsonl/good.ndjson", GOOD * 3),
    records("jsonl/no-last-line-end.jsonl", GOOD + GOOD.strip()),
    records("jsonl/windows.jsonl", GOOD.replace(b"\n", b"\r\n") * 2),
    records("jsonl/mark.jsonl", b"\xef\xbb\xbf" + GOOD),
    records("jsonl/blank-lines.jsonl", b"\n\n" + GOOD + b" \t\n" * 1000 + GOOD),
    records("jsonl/half-emoji.jsonl", b'{"text": "boat \\ud83d sail"}\n'),
    records("jsonl/emoji.jsonl", b'{"text": "boat \\ud83d\\ude00 sail"}\n'),
    records("jsonl/huge-number.jsonl", b'{"n": ' + b"9" * 100_000 + b', "text": "a boat"}\n'),
    records("jsonl/huge-exponent.jsonl", b'{"n": 1e999999999, "text": "a boat"}\n'),
    records("jsonl/not-a-number.jsonl", b'{"n": NaN, "m": -Infinity, "text": "a boat"}\n'),
    records("jsonl/key-twice.jsonl", b'{"text": "first", "text": "second"}\n'),
    records("jsonl/nul-escape.jsonl", b'{"text": "a\\u0000boat"}\n'),
    records("jsonl/many-keys.jsonl", _line(text="a boat", **{f"k{n}": n for n in range(5000)})),
    records("jsonl/content.jsonl", _line(content="a boat")),
    records("jsonl/broken-line.jsonl", GOOD + b'{"text": "open\n' + GOOD, "broken-record"),
    records("jsonl/cut.jsonl", GOOD + GOOD[:-20], "broken-container"),
    records("jsonl/trailing-comma.jsonl", GOOD + b'{"text": "a",}\n', "broken-record"),
    records("jsonl/array-line.jsonl", GOOD + b'["text"]\n', "broken-record"),
    records("jsonl/depth-bomb.jsonl", GOOD + b"[" * 200_000 + b"\n" + GOOD, "broken-record"),
    records("jsonl/object-bomb.jsonl", GOOD + b'{"a":' * 100_000 + b"\n", "broken-record"),
    records(
        "jsonl/values-bomb.jsonl", GOOD + b'{"a": [' + b"[],[]," * 600_000 + b'1], "text": "x"}\n', "broken-record"
    ),
    records("jsonl/quotes-bomb.jsonl", GOOD + b'{"a": "' + b'\\"' * 600_000 + b"\\\n", "broken-record"),
    records("jsonl/invalid-utf-8.jsonl", GOOD + b'{"text": "caf\xff"}\n', "broken-record"),
    records("jsonl/stray-byte.jsonl", GOOD + b'{"text": "caf\xe9"}\n'),
    records("jsonl/raw-control.jsonl", GOOD + b'{"text": "a\x01b"}\n', "broken-record"),
    records("jsonl/null-text.jsonl", GOOD + _line(text=None), "no-text"),
    records("jsonl/number-text.jsonl", GOOD + _line(text=5), "no-text"),
    records("jsonl/list-text.jsonl", GOOD + _line(text=["a"]), "no-text"),
    records("jsonl/other-keys.jsonl", GOOD + _line(txt="a boat"), "no-text-column"),
    records("jsonl/hostile-keys.jsonl", GOOD + _line(**{"\x1b[2J[bold]": 1}), "no-text-column"),
    records("jsonl/empty-text.jsonl", GOOD + _line(text=""), "empty"),
    records("jsonl/blank-text.jsonl", GOOD + _line(text=" \n"), "blank"),
    quarantined("jsonl/prose.jsonl", b"this is no JSON at all\n", "broken-record"),
    quarantined("jsonl/blank.jsonl", b"\n\n\n", "empty"),
    records("jsonl/one-array.jsonl", b'[{"text": "a"}, {"text": "b"}]\n'),
    either("jsonl/utf-16.jsonl", GOOD.decode().encode("utf-16")),
)
_DELIMITED = (
    records("csv/good.csv", _CSV),
    records("csv/mark.csv", b"\xef\xbb\xbf" + _CSV),
    records("csv/semicolons.csv", _CSV.replace(b",", b";")),
    records("csv/tabs.tsv", _CSV.replace(b",", b"\t")),
    records("csv/utf-16.csv", _CSV.decode().encode("utf-16")),
    records(
        "csv/gb18030.csv",
        ("id,text\n" + "".join(f"{n},磨坊的水轮在春汛之后又转动起来了。\n" for n in range(9))).encode("gb18030"),
    ),
    records("csv/quotes.csv", b'id,text\n1,"He said ""come in"", twice,\nand sat down."\n'),
    records("csv/returns.csv", b"id,text\r1,a boat\r2,a sail\r"),
    records("csv/nul.csv", b"id,text\n1,a\0boat on the lake\n2,a sail\n"),
    records("csv/long-field.csv", b"id,text\n1," + b"boat " * 60_000 + b"\n"),
    records("csv/formula.csv", b"id,text\n1,=HYPERLINK(0)\n"),
    records("csv/text-twice.csv", b"text,text\na boat,a sail\n"),
    records("csv/blank-lines.csv", b"\n\nid,text\n\n1,a boat\n\n"),
    records("csv/too-many-fields.csv", _CSV + b"2,a boat, a sail\n", "broken-record"),
    records("csv/too-few-fields.csv", _CSV + b"2\n", "no-text"),
    records("csv/open-quote.csv", _CSV + b'2,"never closed\n3,a sail\n', "broken-container"),
    records("csv/after-quote.csv", _CSV + b'2,"closed"then more\n3,a sail\n', "broken-record"),
    records("csv/empty-text.csv", _CSV + b"2,\n", "empty"),
    records(
        "csv/bad-byte.csv",
        "id,text\n1,Die Mühle dreht sich wieder.\n".encode() + b"2,caf\xff\n" + "3,schöne große Bäume\n".encode() * 40,
        "broken-record",
    ),
    quarantined("csv/no-text.csv", b"a,b\n1,2\n", "no-text-column"),
    quarantined("csv/hostile-names.csv", b"\x1b[2J,[bold],=1+1\n1,2,3\n", "no-text-column"),
    quarantined("csv/header-only.csv", b"id,text\n", "empty"),
    quarantined("csv/open-header.csv", b'id,"text\n1,a boat\n', "broken-container"),
)
_PARQUET = (
    records("parquet/good.parquet", PARQUET),
    records("parquet/large.parquet", parquet(pa.table({"text": pa.array(["a boat"], pa.large_string())}))),
    records("parquet/binary.parquet", parquet(pa.table({"text": pa.array([b"a boat"])}))),
    records("parquet/dictionary.parquet", parquet(pa.table({"text": pa.array(["a boat"] * 9).dictionary_encode()}))),
    records("parquet/null.parquet", parquet(pa.table({"text": ["a boat", None]})), "no-text"),
    records("parquet/invalid-utf-8.parquet", parquet(pa.table({"text": _INVALID})), "broken-record"),
    records("parquet/growing.parquet", repeating("b" * 60_000, 500), "expands-too-far"),
    quarantined(
        "parquet/dictionary-bomb.parquet",
        repeating("b" * (1 << 21), 500, compression="zstd"),
        "expands-too-far",
    ),
    quarantined(
        "parquet/page-bomb.parquet",
        parquet(pa.table({"text": ["b" * 20_000_000]}), compression="zstd"),
        "expands-too-far",
    ),
    records("parquet/nulls-bomb.parquet", parquet(pa.table({"text": ["a", *([None] * 80_000)]})), "expands-too-far"),
    quarantined("parquet/no-text.parquet", parquet(pa.table({"a": [1]})), "no-text-column"),
    quarantined("parquet/number.parquet", parquet(pa.table({"text": [1]})), "no-text-column"),
    quarantined("parquet/list.parquet", parquet(pa.table({"text": [["a boat"]]})), "no-text"),
    quarantined("parquet/no-rows.parquet", parquet(pa.table({"text": pa.array([], pa.string())})), "empty"),
    quarantined("parquet/cut.parquet", PARQUET[:-30], "broken-container"),
    quarantined("parquet/half.parquet", PARQUET[: len(PARQUET) // 2], "broken-container"),
    quarantined("parquet/magic-only.parquet", b"PAR1", "broken-container"),
    quarantined("parquet/lying-footer.parquet", PARQUET[:-8] + b"\xff\xff\xff\x7fPAR1", "broken-container"),
    quarantined("parquet/page.parquet", b"<html><body>404</body></html>", "broken-container"),
    quarantined("parquet/flipped.parquet", _flipped(_CHECKED), "broken-container"),
    quarantined("parquet/trailing.parquet", PARQUET + b"junk", "broken-container"),
)
CONTAINERS = (*_JSONL, *_DELIMITED, *_PARQUET)
