"""A large file of records is read in parts, and the parts are the whole."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import random
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.policy import InputSettings
from audit.read import readers
from audit.read.columnar import parquet
from audit.read.containers import delimited, spans
from audit.read.inputs import Input, Refused, read_inputs
from audit.read.walk import Entry
from tests.read.test_readers import MUTATIONS, mutated

SETTINGS = InputSettings()
LINES = st.sampled_from(
    ["", " ", "\t\r", '{"text": "ferry"}', '{"text": "渡船"}', '{"text": 1}', "not JSON", '{"n": "x"}\r', "[1]"]
)
# What a CSV may hold where somebody else wrote it: quotes that open nothing, line ends of all kinds within and without.
ROWS = st.sampled_from(
    ["ferry,1\n",
     '"fer\nry, ""late""",2\r\n', "渡船,3\r", '5" pipe,4\n', "\n", " \n", '"渡\r\n\n船",5\n', "a,b,c\n", "x\n",
     '"bad"quote,6\n', ",\n", '"""",7\n']
)  # fmt: skip
CUTTING = (readers, delimited, parquet, spans)
HAN = "".join(f'{{"text": "渡船在天亮以前就离开了 {n}"}}\n' for n in range(20))
QUIET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut files where they are no larger than tests can make them."""
    cut_at(monkeypatch, 24)
    monkeypatch.setattr("audit.read.open.CHUNK", 11)
    monkeypatch.setattr("audit.read.compressed._MOST", 64)


def cut_at(patch: pytest.MonkeyPatch, size: int) -> None:
    for module in CUTTING:
        patch.setattr(module, "SPAN_BYTES", size)


def spans_of(root: Path, name: str = "a.jsonl") -> tuple[readers.Span, ...]:
    return readers.spans_of(root, name.encode(), SETTINGS)


def whole_of(root: Path, name: str = "a.jsonl") -> list[Input | Refused]:
    return list(read_inputs(root, Entry(name.encode(), name), SETTINGS))


def in_parts(root: Path, name: str = "a.jsonl") -> list[Input | Refused]:
    entry = Entry(name.encode(), name)
    return [found for span in spans_of(root, name) for found in read_inputs(root, entry, SETTINGS, span)]


@given(st.lists(LINES, min_size=1, max_size=30), st.sampled_from(["", "\n"]), st.sampled_from(["", "\ufeff"]))
@QUIET
def test_parts_are_the_whole(tmp_path: Path, rows: list[str], end: str, mark: str) -> None:
    (tmp_path / "a.jsonl").write_bytes((mark + "\n".join(rows) + end).encode())
    assert in_parts(tmp_path) in ([], whole_of(tmp_path))


@given(
    st.lists(ROWS, min_size=4, max_size=25),
    st.sampled_from(["", "\ufeff", "\n"]),
    st.sampled_from(["", "\n", '"', "e"]),
)
@QUIET
def test_parts_of_a_table_of_text_end_with_its_records(tmp_path: Path, rows: list[str], mark: str, end: str) -> None:
    (tmp_path / "a.csv").write_bytes(f"{mark}text,n\n{''.join(rows)}{end}".encode())
    assert in_parts(tmp_path, "a.csv") in ([], whole_of(tmp_path, "a.csv"))


def table(count: int) -> bytes:
    made = io.StringIO()
    csv.writer(made).writerows([("text", "n"), *((f'ferry "{n}"\n渡船, late', n) for n in range(count))])
    return made.getvalue().encode()


def columnar(count: int, group: int) -> bytes:
    made = io.BytesIO()
    pq.write_table(pa.table({"text": [f"ferry {n} 渡船" for n in range(count)]}), made, row_group_size=group)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.jsonl", lambda: rows(300)), ("a.jsonl.gz", lambda: gzip.compress(rows(300), mtime=0)),
        ("a.jsonl.bz2", lambda: bz2.compress(rows(300))),
        ("a.csv", lambda: table(300)), ("a.csv.gz", lambda: gzip.compress(table(300), mtime=0)),
        ("a.parquet", lambda: columnar(300, 300)), ("a.parquet", lambda: columnar(300, 7)),
    ],
    ids=["jsonl", "jsonl-gz", "jsonl-bz2", "csv", "csv-gz", "parquet-one-group", "parquet-many"],
)  # fmt: skip
@pytest.mark.parametrize("size", [24, 100, 1_000])
def test_no_number_of_parts_changes_what_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, make: Callable[[], bytes], size: int
) -> None:
    (tmp_path / name).write_bytes(make())
    cut_at(monkeypatch, size)
    found = spans_of(tmp_path, name)
    assert len(found) > 1
    assert [span.is_last for span in found] == [False] * (len(found) - 1) + [True]
    assert [span.record for span in found] == [sum(s.records for s in found[:n]) for n in range(len(found))]
    assert in_parts(tmp_path, name) == whole_of(tmp_path, name)
    assert len(found) <= {".gz": 16, ".bz2": 4}.get(Path(name).suffix, len(found))


def test_a_table_in_another_codec_is_read_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(table(50).decode().encode("gb18030"))
    assert spans_of(tmp_path, "a.csv") == ()
    pq.write_table(
        pa.table({"text": [f"渡船在天亮以前离开 {n}".encode("gb18030") for n in range(50)]}), tmp_path / "a.parquet"
    )
    assert spans_of(tmp_path, "a.parquet") == ()


def test_bytes_that_do_not_decode_are_cut_as_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    strays = b"f\xffrry,1\nThe caf\xe9 by the road,2\n"
    (tmp_path / "a.csv").write_bytes(table(50) + strays + table(50).partition(b"\n")[2] + strays)
    cut_at(monkeypatch, 300)
    assert len(spans_of(tmp_path, "a.csv")) > 1
    whole = whole_of(tmp_path, "a.csv")
    assert in_parts(tmp_path, "a.csv") == whole
    assert [type(one) for one in whole[-2:]] == [Refused, Input]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet"])
def test_no_damage_loses_a_record_to_the_cuts(tmp_path: Path, name: str) -> None:
    content = {"a.jsonl": rows(12), "a.csv": table(12), "a.parquet": columnar(12, 3)}[name]
    chance = random.Random(name)  # noqa: S311
    for _ in range(MUTATIONS // 2):
        (tmp_path / name).write_bytes(mutated(content, chance))
        parts = in_parts(tmp_path, name)
        assert len({one.id for one in parts}) == len(parts)
        if name != "a.parquet":
            assert parts in ([], whole_of(tmp_path, name))


def test_a_damaged_footer_is_left_to_whoever_reads_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(columnar(50, 10)[:-40])
    assert spans_of(tmp_path, "a.parquet") == ()


def test_of_a_file_without_records_the_whole_is_asked(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n" * 500)
    assert spans_of(tmp_path) == ()


def rows(count: int) -> bytes:
    return b"".join(json.dumps({"text": f"ferry {n}"}).encode() + b"\n" for n in range(count))


def test_a_part_of_a_file_that_changed_since_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(rows(10))
    first, *_, last = spans_of(tmp_path)
    (tmp_path / "a.jsonl").write_bytes(b'{"text":1}\n' * 20)
    found = list(read_inputs(tmp_path, Entry(b"a.jsonl", "a.jsonl"), SETTINGS, first))
    assert [one.id for one in found] == [f"a.jsonl#{n}" for n in range(len(found))]
    assert isinstance(found[-1], Refused)
    assert found[-1].code in {"changed", "broken-container"}
    (tmp_path / "a.jsonl").write_bytes(b"")
    (lost,) = read_inputs(tmp_path, Entry(b"a.jsonl", "a.jsonl"), SETTINGS, last)
    assert isinstance(lost, Refused)
    assert lost.code == "changed"


@pytest.mark.parametrize(
    "content",
    [
        rows(1),
        HAN.encode("gb18030"),
        b"\x1f\x8b\x08" + rows(20),
        rows(20).decode().encode("utf-16"),
        b"\x89PNG\r\n\x1a\n" + rows(20),
    ],
    ids=["small", "gb18030", "gzip", "utf-16", "png"],
)
def test_what_is_no_large_plain_file_is_read_as_a_whole(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jsonl").write_bytes(content)
    assert spans_of(tmp_path) == ()


def test_the_ends_of_parts_lie_between_records(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(rows(2_000))
    found = spans_of(tmp_path)
    assert len(found) > 10
    assert [span.end for span in found[:-1]] == [span.start for span in found[1:]]
    assert (found[0].start, found[-1].end) == (0, (tmp_path / "a.jsonl").stat().st_size)
