"""What holds for every text: the blocks rebuild it, and its neighbours do not change what is said of it."""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.parser import parse
from audit.tables import BLOCKS, DOCUMENTS
from tests.parser.pages import CHINESE, ENGLISH, table

LINES = st.sampled_from(
    [
        *CHINESE.split("\n\n"),
        *ENGLISH.splitlines(),
        "",
        " ",
        "，逗号",
        "...",
        "|",
        "a | b | c",
        "原标题：",
        "© ",
        "2021-03-09",
        "来源：",
        "By ",
        "\x00",
    ]
)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u3000", "\n\n"])
PAGES = st.lists(st.tuples(LINES, ENDS), max_size=12).map(lambda parts: "".join(line + end for line, end in parts))
TEXTS = st.one_of(st.text(max_size=80), PAGES)
few = settings(max_examples=60, deadline=None)


@few
@given(st.lists(TEXTS, max_size=3))
def test_tables_are_those_of_the_contract(texts: list[str]) -> None:
    found = parse(table(*texts))
    assert found.blocks.schema == BLOCKS.arrow
    assert found.documents.column_names == [n for n in DOCUMENTS.names if n not in {"language", "url", "record_id"}]
    assert found.documents["id"].to_pylist() == [f"{n}.txt" for n in range(len(texts))]


@few
@given(TEXTS)
def test_blocks_rebuild_the_text(text: str) -> None:
    at = 0
    for number, block in enumerate(parse(table(text)).blocks.to_pylist()):
        assert block["block"] == number
        assert block["start"] >= at
        assert not text[at : block["start"]].strip()
        assert block["text"] == text[block["start"] : block["end"]]
        assert 0 <= block["score"] <= 1
        assert block["boilerplate"] == (block["score"] >= 0.5)
        assert block["reason"]
        at = block["end"]
    assert not text[at:].strip()


@few
@given(TEXTS, TEXTS)
def test_a_document_is_judged_by_itself(one: str, other: str) -> None:
    alone, together = parse(table(one)), parse(table(one, other, one))
    assert together.documents.slice(0, 1).equals(alone.documents)
    assert together.blocks.slice(0, alone.blocks.num_rows).equals(alone.blocks)
    last = together.documents.slice(2, 1).drop(["id", "sha256"])
    assert last.equals(alone.documents.drop(["id", "sha256"]))


@few
@given(TEXTS)
def test_the_body_is_what_is_not_boilerplate(text: str) -> None:
    found = parse(table(text))
    body = found.documents["body"][0].as_py()
    assert found.documents["boilerplate"][0].as_py() == (body == "")
    flagged = {b["text"] for b in found.blocks.to_pylist() if b["boilerplate"]}
    kept = {b["text"] for b in found.blocks.to_pylist() if not b["boilerplate"]}
    assert not (flagged - kept) & set(body.split("\n"))


def test_no_document() -> None:
    found = parse(table())
    assert (found.documents.num_rows, found.blocks.num_rows) == (0, 0)


def test_a_chunked_batch_is_read_as_one() -> None:
    one, two = table(CHINESE), table(ENGLISH)
    assert parse(pa.concat_tables([one, two])).documents.num_rows == 2


def test_long_lines_and_many_lines_are_fine() -> None:
    found = parse(table("字" * 300_000 + "。", "\n" * 300_000, "a\n" * 20_000, ",\n" * 20_000, " " * 300_000 + "x"))
    assert found.documents.num_rows == 5
