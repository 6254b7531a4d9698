"""The table of blocks that recur: counted over documents and sources, copies apart."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.corpus.corpus import Corpus
from audit.corpus.inputs import Part
from audit.corpus.recurring_blocks import recurring
from audit.parser.templates.template_lines import line_keys
from audit.tables import BLOCKS, RECURRING
from audit.text.fold import fold_all
from audit.worker.stage import block_keys

Blocks = list[tuple[str, str, bool]]


def corpus(folder: Path, *parts: Blocks) -> tuple[Corpus, pa.ChunkedArray]:
    """Return the corpus of parts that hold (id, text, boilerplate) of blocks, and the ids of its documents."""
    made, ids = [], []
    for number, rows in enumerate(parts):
        mine = list(dict.fromkeys(id for id, _, _ in rows))
        frame = pl.DataFrame(rows, schema=["id", "text", "boilerplate"], orient="row").with_columns(
            block=0, start=0, end=0, kind=pl.lit("x"), score=0.5, reason=pl.lit("x")
        )
        owners = np.array([mine.index(id) for id, _, _ in rows], np.int64)
        keys = line_keys(pl.DataFrame({"folded": fold_all(frame["text"].to_list())}))
        blocks = frame.select(BLOCKS.names).to_arrow().cast(BLOCKS.arrow)
        pq.write_table(blocks, folder / f"{number}.blocks.parquet")
        pq.write_table(block_keys(owners, keys, blocks["boilerplate"]), folder / f"{number}.keys.parquet")
        made.append(Part(str(number), len(mine), len(mine)))
        ids += mine
    return Corpus(folder, tuple(made)), pa.chunked_array([pa.array(ids, pa.string())])


def counted(folder: Path, *parts: Blocks, copies: tuple[str, ...] = ()) -> list[dict]:
    found, ids = corpus(folder, *parts)
    table = recurring(found, ids, np.isin(ids.to_pylist(), copies))
    assert table.schema.equals(RECURRING.arrow)
    return table.to_pylist()


def test_a_block_is_counted_over_documents_and_sources(tmp_path: Path) -> None:
    first = [("a/1", "Masthead (3)", True), ("a/1", "Only here.", False), ("a/2", "masthead (12)", False)]
    second = [("b/1", "» Masthead (7)", True), ("b/1", "Masthead (8)", False), ("b/1", "Nor here.", False)]
    (row,) = counted(tmp_path, first, second)
    share = pytest.approx(1 / 3)
    assert len(row.pop("hash")) == 16
    assert row == {
        "text": "Masthead (3)",
        "documents": 3,
        "sources": 2,
        "source": "a",
        "in_source": 2,
        "boilerplate_share": share,
    }


def test_copies_are_not_counted(tmp_path: Path) -> None:
    blocks = [(id, "A tale of two towns.", False) for id in ("a/1", "a/2", "a/3")]
    assert [r["documents"] for r in counted(tmp_path, blocks, copies=("a/2",))] == [2]
    assert counted(tmp_path, blocks, copies=("a/2", "a/3")) == []


def test_the_most_frequent_come_first(tmp_path: Path) -> None:
    blocks = [(f"a/{n}", text, False) for text, often in (("Two", 2), ("Four", 4), ("Three", 3)) for n in range(often)]
    blocks.sort()
    assert [r["text"] for r in counted(tmp_path, blocks)] == ["Four", "Three", "Two"]


def test_a_terminal_is_safe_from_the_sample(tmp_path: Path) -> None:
    blocks = [(f"a/{n}", "\x1b[2J" + "x" * 500, False) for n in range(2)]
    (row,) = counted(tmp_path, blocks)
    assert "\x1b" not in row["text"]
    assert row["text"].count("x") < 80


def test_a_hash_is_the_same_for_the_same_text_wherever_it_stands(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    one = counted(tmp_path, [("a/1", "Page 1 of 3", True), ("a/2", "Page 2 of 3", True)])
    other = counted(tmp_path / "other", [("x", "A", True), ("y", "» PAGE 9 of 9", True), ("z", "page 2 of 2", True)])
    assert one[0]["hash"] == other[0]["hash"]


def test_no_documents_no_rows(tmp_path: Path) -> None:
    assert counted(tmp_path) == []


def test_a_check_writes_it(samples_checked: Path) -> None:
    found = pl.read_parquet(samples_checked / "recurring.parquet")
    assert found.height > 5
    assert found["documents"].is_sorted(descending=True)
    assert found["documents"].min() >= 2
    assert (found["in_source"] <= found["documents"]).all()
