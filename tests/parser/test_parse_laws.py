"""What holds for every text: the blocks rebuild it, and its neighbours do not change what is said of it."""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.parser import Parsed, parse
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
# A call costs what dozens of short texts do: few calls, each of several texts.
SEVERAL = st.lists(TEXTS, min_size=1, max_size=8)
few = settings(max_examples=20, deadline=None)


def blocks_of(found: Parsed, texts: int) -> list[list[dict]]:
    """Return the blocks of each text that `table` made a document of."""
    blocks = found.blocks.to_pylist()
    return [[block for block in blocks if block["id"] == f"{number}.txt"] for number in range(texts)]


@few
@given(SEVERAL)
def test_tables_are_those_of_the_contract_and_blocks_rebuild_text_and_body(texts: list[str]) -> None:
    found = parse(table(*texts))
    assert found.blocks.schema == BLOCKS.arrow
    assert found.documents.column_names == [n for n in DOCUMENTS.names if n not in {"language", "url", "record_id"}]
    assert found.documents["id"].to_pylist() == [f"{n}.txt" for n in range(len(texts))]
    for text, document, blocks in zip(texts, found.documents.to_pylist(), blocks_of(found, len(texts)), strict=True):
        at = 0
        for number, block in enumerate(blocks):
            assert block["block"] == number
            assert block["start"] >= at
            assert not text[at : block["start"]].strip()
            assert block["text"] == text[block["start"] : block["end"]]
            assert 0 <= block["score"] <= 1
            assert block["boilerplate"] == (block["score"] >= 0.5)
            assert block["reason"]
            at = block["end"]
        assert not text[at:].strip()
        assert document["boilerplate"] == (document["body"] == "")
        flagged = {b["text"] for b in blocks if b["boilerplate"]}
        kept = {b["text"] for b in blocks if not b["boilerplate"]}
        assert not (flagged - kept) & set(document["body"].split("\n"))


@settings(few, max_examples=10)
@given(SEVERAL, SEVERAL)
def test_a_document_is_judged_by_itself(some: list[str], others: list[str]) -> None:
    alone, together = parse(table(*some)), parse(table(*some, *others, *some))
    assert together.documents.slice(0, len(some)).equals(alone.documents)
    assert together.blocks.slice(0, alone.blocks.num_rows).equals(alone.blocks)
    last = together.documents.slice(len(some) + len(others)).drop(["id", "sha256"])
    assert last.equals(alone.documents.drop(["id", "sha256"]))


def test_no_document() -> None:
    found = parse(table())
    assert (found.documents.num_rows, found.blocks.num_rows) == (0, 0)


def test_a_chunked_batch_is_read_as_one() -> None:
    one, two = table(CHINESE), table(ENGLISH)
    assert parse(pa.concat_tables([one, two])).documents.num_rows == 2


def test_long_lines_and_many_lines_are_fine() -> None:
    found = parse(table("字" * 300_000 + "。", "\n" * 300_000, "a\n" * 20_000, ",\n" * 20_000, " " * 300_000 + "x"))
    assert found.documents.num_rows == 5
