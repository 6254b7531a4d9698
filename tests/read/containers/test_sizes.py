"""A container may have any size: what is bounded is each of its documents."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.policy import InputSettings
from audit.read.inputs import Refused, read_inputs
from audit.read.walk import Entry

LIMIT = 4_000
TEXTS = [f"渡船在天亮以前就离开了码头，没有人看见它走 {n}" for n in range(300)]


def jsonl(texts: list[str]) -> str:
    return "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)


def table(texts: list[str]) -> str:
    made = io.StringIO()
    csv.writer(made).writerows([("n", "text"), *enumerate(texts)])
    return made.getvalue()


def parquet(texts: list[str]) -> bytes:
    made = io.BytesIO()
    pq.write_table(pa.table({"text": texts}), made, row_group_size=20)
    return made.getvalue()


def arrow(texts: list[str]) -> bytes:
    made = io.BytesIO()
    held = pa.table({"text": texts})
    with pa.ipc.new_file(made, held.schema) as writer:
        writer.write_table(held, max_chunksize=20)
    return made.getvalue()


FORMS: dict[str, tuple[str, Callable[[list[str]], bytes]]] = {
    "utf-8": ("a.jsonl", lambda texts: jsonl(texts).encode()),
    "utf-16": ("a.jsonl", lambda texts: jsonl(texts).encode("utf-16")),
    "utf-16 without mark": ("a.jsonl", lambda texts: jsonl(texts).encode("utf-16-le")),
    "gb18030": ("a.jsonl", lambda texts: jsonl(texts).encode("gb18030")),
    "gzip": ("a.jsonl.gz", lambda texts: gzip.compress(jsonl(texts).encode("utf-16"), mtime=0)),
    "csv": ("a.csv", lambda texts: table(texts).encode("utf-16")),
    "json": ("a.json", lambda texts: json.dumps([{"text": text} for text in texts]).encode()),
    "parquet": ("a.parquet", parquet),
    "parquet, gzip": ("a.parquet.gz", lambda texts: gzip.compress(parquet(texts), mtime=0)),
    "arrow": ("a.arrow", arrow),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_container_above_the_limit_streams(tmp_path: Path, form: str) -> None:
    name, make = FORMS[form]
    (tmp_path / name).write_bytes(make(TEXTS))
    assert len(make(TEXTS)) > (LIMIT if "gz" not in name else 0)
    found = list(read_inputs(tmp_path, Entry(name.encode(), name), InputSettings(max_file_bytes=LIMIT)))
    assert [None if isinstance(one, Refused) else one.text for one in found] == TEXTS


@pytest.mark.parametrize("form", [form for form in FORMS if form != "csv"])
def test_a_document_above_the_limit_costs_itself(tmp_path: Path, form: str) -> None:
    name, make = FORMS[form]
    (tmp_path / name).write_bytes(make([TEXTS[0], "".join(TEXTS), *TEXTS[1:]]))
    first, large, *others = read_inputs(tmp_path, Entry(name.encode(), name), InputSettings(max_file_bytes=LIMIT))
    assert isinstance(large, Refused)
    assert large.code == "too-large"
    assert [None if isinstance(one, Refused) else one.text for one in (first, *others)] == TEXTS
