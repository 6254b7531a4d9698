"""A large file of records is read in parts, and the parts are the whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.policy import InputSettings
from audit.read import readers
from audit.read.containers import line_spans
from audit.read.inputs import Input, Refused, read_inputs
from audit.read.walk import Entry

ENTRY = Entry(b"a.jsonl", "a.jsonl")
SETTINGS = InputSettings()
LINES = st.sampled_from(
    ["", " ", "\t\r", '{"text": "ferry"}', '{"text": "渡船"}', '{"text": 1}', "no JSON", '{"n": "x"}\r', "[1]"]
)

HAN = "".join(f'{{"text": "渡船在天亮以前就离开了 {n}"}}\n' for n in range(20))


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut files where they are no larger than tests can make them."""
    monkeypatch.setattr(readers, "SPAN_BYTES", 24)
    monkeypatch.setattr(line_spans, "SPAN_BYTES", 24)
    monkeypatch.setattr("audit.read.open.CHUNK", 7)


def in_parts(root: Path) -> list[Input | Refused]:
    spans = readers.spans_of(root, b"a.jsonl")
    return [found for span in spans for found in read_inputs(root, ENTRY, SETTINGS, span)]


@given(st.lists(LINES, min_size=1, max_size=30), st.sampled_from(["", "\n"]), st.sampled_from(["", "\ufeff"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_parts_are_the_whole(tmp_path: Path, rows: list[str], end: str, mark: str) -> None:
    (tmp_path / "a.jsonl").write_bytes((mark + "\n".join(rows) + end).encode())
    whole = list(read_inputs(tmp_path, ENTRY, SETTINGS))
    parts = in_parts(tmp_path)
    if readers.spans_of(tmp_path, b"a.jsonl") and any(row.strip() for row in rows):
        assert parts == whole


def rows(count: int) -> bytes:
    return b"".join(json.dumps({"text": f"ferry {n}"}).encode() + b"\n" for n in range(count))


def test_a_part_of_a_file_that_changed_since_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(rows(10))
    first, *_, last = readers.spans_of(tmp_path, b"a.jsonl")
    (tmp_path / "a.jsonl").write_bytes(b'{"text":1}\n' * 20)
    found = list(read_inputs(tmp_path, ENTRY, SETTINGS, first))
    assert [one.id for one in found] == [f"a.jsonl#{n}" for n in range(len(found))]
    assert isinstance(found[-1], Refused)
    assert found[-1].code in {"changed", "broken-container"}
    (tmp_path / "a.jsonl").write_bytes(b"")
    (lost,) = read_inputs(tmp_path, ENTRY, SETTINGS, last)
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
    assert readers.spans_of(tmp_path, b"a.jsonl") == ()


def test_the_ends_of_parts_lie_between_records(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(rows(2_000))
    spans = readers.spans_of(tmp_path, b"a.jsonl")
    assert len(spans) > 10
    assert [span.end for span in spans[:-1]] == [span.start for span in spans[1:]]
    assert [span.record + span.records for span in spans[:-1]] == [span.record for span in spans[1:]]
    assert (spans[0].start, spans[-1].end) == (0, (tmp_path / "a.jsonl").stat().st_size)
