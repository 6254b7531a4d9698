"""Paths into records: where they lead, and what to say where they lead nowhere."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.read.containers import paths
from audit.read.inputs import Input, Refused
from audit.read.stated import Stated, stated
from tests.read.containers.records import jsonl, read, shown


@pytest.mark.parametrize(
    ("record", "path", "text"),
    [
        ({"data": {"text": "in"}}, "data.text", "in"),
        ({"data.text": "whole name", "data": {"text": "in"}}, "data.text", "whole name"),
        ({"data": {"a.b": "dots below"}}, "data.a.b", "dots below"),
        ({"段落": [{"内容": "一"}, {"内容": "二"}]}, "段落[].内容", "一\n二"),
        ({"messages": [{"content": "hi"}, {"content": None}, {"role": "tool"}, {"content": "ho"}]},
         "messages[].content", "hi\nho"),
        ({"parts": ["a", "b"]}, "parts[]", "a\nb"),
        ({"parts": [["a", "b"], ["c"]]}, "parts[][]", "a\nb\nc"),
        ({"messages": [{"content": "hi"}, {"content": "ho"}]}, "messages[1].content", "ho"),
        ({"messages": []}, "messages[].content", "no-text-column"),
        ({"messages": [{"content": 3}]}, "messages[].content", "no-text"),
        ({"data": {"text": ["a"]}}, "data.text", "no-text"),
        ({"data": "text"}, "data.text", "no-text-column"),
        ({"data": {"txt": "in"}}, "data.text", "no-text-column"),
    ],
)  # fmt: skip
def test_a_path_leads_into_nested_data(tmp_path: Path, record: object, path: str, text: str) -> None:
    assert shown(read(tmp_path, "a.jsonl", jsonl(record), text_column=path)) == [text]


def test_paths_lead_into_structs_and_lists_of_parquet(tmp_path: Path) -> None:
    record = {"meta": {"headline": "Ferry back"}, "messages": [{"content": "one"}, {"content": "two"}]}
    pq.write_table(pa.Table.from_pylist([record]), tmp_path / "made")
    content = (tmp_path / "made").read_bytes()
    (tmp_path / "made").unlink()
    columns = {"text": "messages[].content", "title": "meta.headline"}
    (found,) = read(tmp_path, "a.parquet", content, columns=columns)
    assert isinstance(found, Input)
    assert (found.text, found.stated.title) == ("one\ntwo", "Ferry back")
    (lost,) = read(tmp_path, "a.parquet", content)
    assert isinstance(lost, Refused)
    assert (lost.code, "'meta.headline, messages[].content'" in lost.detail) == ("no-text-column", True)


def test_a_path_that_finds_nothing_says_which_there_are(tmp_path: Path) -> None:
    record = {"id": 1, "data": {"txt": "in", "tags": ["a"]}, "段落": [{"内容": "一"}]}
    (found,) = read(tmp_path, "a.jsonl", jsonl(record), text_column="data.text")
    assert isinstance(found, Refused)
    assert "line 1: no column is called 'data.text', only 'id, data.txt, data.tags[], 段落[].内容'" in found.detail
    (found,) = read(tmp_path, "a.jsonl", jsonl({"text": ["a", "b"]}))
    assert isinstance(found, Refused)
    assert "'text' is not a string, but contains 'text[]'" in found.detail


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("ab.[]", max_size=4), inner, max_size=4),
    max_leaves=20,
)


@given(JSON, st.text("ab.[]01", max_size=12))
def test_no_value_and_no_path_is_too_odd(value: object, path: str) -> None:
    assert len(list(paths.values(value, path))) < 1_000
    assert len(paths.shown(value)) < 100_000
    for found in (stated({"title": value, "date": value}), stated({"source": value, "id": value})):
        assert isinstance(found, Stated)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), st.text(min_size=1), min_size=1, max_size=4))
def test_every_path_that_is_shown_leads_somewhere(record: dict[str, str]) -> None:
    nested = {"outer": [record, record]}
    for path in paths.known(nested):
        name = path.rpartition(".")[2]
        assert list(paths.values(nested, path)) == [record[name]] * 2


@pytest.mark.parametrize(
    ("record", "text"),
    [
        ({"title": "Ferry", "paragraphs": ["It left.", "It came."]}, "It left.\nIt came."),
        ({"title": "Ferry", "abstract": "It left."}, "It left."),
        ({"url": "https://bay.example/1", "html": "<p>It left.</p><p>It came.</p>"}, "It left.\nIt came."),
        ({"paragraphs": ["Not this."], "text": "It left."}, "It left."),
        (
            {"主题": "渡船", "回复": [{"楼ID": "1", "回复": "走了。"}, {"楼ID": "2", "回复": "回来了。"}]},
            "走了。\n回来了。",
        ),
        (
            {"主题": "渡船", "回复": "渡船在黎明前离开，码头上没有人看见它走。"},
            "渡船在黎明前离开，码头上没有人看见它走。",
        ),
    ],
)
def test_texts_of_poems_papers_and_pages(tmp_path: Path, record: dict, text: str) -> None:
    (found,) = read(tmp_path, "a.jsonl", jsonl(record))
    assert isinstance(found, Input)
    assert found.text == text
