"""A passage is counted for each repetition, and rows of numbers or likenesses are none."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from audit.measure.duplication.tokens.fold import fold_bytes
from audit.measure.duplication.tokens.hashing import starts_of
from audit.measure.duplication.tokens.passages import Passages, content_of, cuts, passages
from audit.tables import BODY_KINDS

LONG = "雨停了,街上的人慢慢多了起来。"
OTHER = "孩子们跑到河边看水涨了多少。"


def table(*rows: tuple[str, str, str, bool]) -> pa.Table:
    names = ("id", "text", "kind", "boilerplate")
    types = (pa.string(), pa.large_string(), pa.string(), pa.bool_())
    return pa.table({n: pa.array([row[i] for row in rows], types[i]) for i, n in enumerate(names)})


def found_in(ids: pa.ChunkedArray, blocks: pa.Table) -> Passages:
    """Return the passages of documents whose bodies are made of these blocks."""
    rows = blocks.to_pylist()
    bodies = [
        "\n".join(
            row["text"] for row in rows if row["id"] == id and row["kind"] in BODY_KINDS and not row["boilerplate"]
        ).encode()
        for id in ids.to_pylist()
    ]
    offsets = starts_of(np.array([len(body) for body in bodies], np.int64))
    content = content_of(ids, blocks)
    folded = fold_bytes(np.frombuffer(b"".join(bodies), np.uint8), offsets, cuts(content, offsets))
    return passages(content, folded.passages, len(bodies))


def shares(*rows: tuple[str, str, str, bool]) -> list[float]:
    ids = pa.chunked_array([["a", "b"]])
    return found_in(ids, table(*rows)).repeated_share.tolist()


def test_a_repeated_paragraph_counts_once_for_each_repetition() -> None:
    found = shares(
        ("a", LONG, "paragraph", False), ("a", OTHER, "quote", False), ("a", f" {LONG}!", "paragraph", False)
    )
    assert found == pytest.approx([(len(LONG) + 2) / (2 * len(LONG) + 2 + len(OTHER)), 0.0])


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([("a", LONG, "paragraph", False), ("b", LONG, "paragraph", False)], id="in another document"),
        pytest.param([("a", LONG, "paragraph", False), ("a", LONG, "paragraph", True)], id="boilerplate"),
        pytest.param([("a", LONG, "paragraph", False), ("a", LONG, "title", False)], id="not in the body"),
        pytest.param([("a", "谢谢大家", "paragraph", False), ("a", "谢谢大家", "paragraph", False)], id="short"),
        pytest.param([], id="nothing at all"),
    ],
)
def test_what_only_looks_repeated_does_not_count(rows: list[tuple[str, str, str, bool]]) -> None:
    assert shares(*rows) == [0.0, 0.0]


def test_passages_are_listed_by_document() -> None:
    ids = pa.chunked_array([["a"], ["b"], ["c"]])
    rows = (("a", LONG, "paragraph", False), ("a", "短句", "heading", False), ("c", LONG, "list_item", False))
    found = found_in(ids, table(*rows))
    hashes = found.hashes.to_pylist()
    assert hashes[0] == hashes[2]
    assert [len(some) for some in hashes] == [1, 0, 1]
    assert found.chars.to_pylist() == [[len(LONG)], [], [len(LONG)]]
    assert found.content_chars.tolist() == [len(LONG) + 2, 0, len(LONG)]


def hashes(*texts: str) -> list[int]:
    ids = pa.chunked_array([["a"]])
    return found_in(ids, table(*(("a", text, "paragraph", False) for text in texts))).hashes.to_pylist()[0]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("选题:老王 编辑:小李 文章第 1024 篇", "选题:老王 编辑:小李 文章第 7 篇", id="a number"),
        pytest.param("a1b22 is at the desk of our old mill now", "a9b9 is at the desk of our old mill now", id="words"),
    ],
)  # fmt: skip
def test_numbers_do_not_tell_passages_apart(a: str, b: str) -> None:
    first, second = hashes(a, b)
    assert first == second
    assert shares(("a", a, "paragraph", False), ("a", b, "paragraph", False)) == [0.0, 0.0]


def test_letters_tell_passages_apart() -> None:
    first, second = hashes("选题:老王 编辑:小李 文章第 1024 篇", "选题:老张 编辑:小李 文章第 1024 篇")
    assert first != second


def test_rows_of_numbers_are_no_passages() -> None:
    assert hashes("12 30 44 51 62 73 84 95 16 27 38 49", "第 30 44 51 62 73 84 95 16 27 38 49") == []


def test_a_passage_is_the_same_wherever_it_stands() -> None:
    assert hashes(OTHER, LONG) == hashes(LONG, OTHER)[::-1]


def test_blocks_beyond_the_body_are_empty() -> None:
    ids = pa.chunked_array([["a"], ["b"]])
    content = content_of(ids, table(("a", LONG, "paragraph", False), ("a", OTHER, "paragraph", False)))
    body = LONG.encode()
    offsets = np.array([0, len(body), len(body)])
    folded = fold_bytes(np.frombuffer(body, np.uint8), offsets, cuts(content, offsets))
    assert [len(some) for some in passages(content, folded.passages, 2).hashes.to_pylist()] == [1, 0]
