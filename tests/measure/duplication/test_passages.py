from __future__ import annotations

import pyarrow as pa
import pytest

from audit.measure.duplication.passages import passages

LONG = "雨停了,街上的人慢慢多了起来。"
OTHER = "孩子们跑到河边看水涨了多少。"


def table(*rows: tuple[str, str, str, bool]) -> pa.Table:
    names = ("id", "text", "kind", "boilerplate")
    types = (pa.string(), pa.large_string(), pa.string(), pa.bool_())
    return pa.table({n: pa.array([row[i] for row in rows], types[i]) for i, n in enumerate(names)})


def shares(*rows: tuple[str, str, str, bool]) -> list[float]:
    ids = pa.chunked_array([["a", "b"]])
    return passages(ids, table(*rows)).repeated_share.tolist()


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
    found = passages(ids, table(*rows))
    hashes = found.hashes.to_pylist()
    assert hashes[0] == hashes[2]
    assert [len(some) for some in hashes] == [1, 0, 1]
    assert found.chars.to_pylist() == [[len(LONG)], [], [len(LONG)]]
    assert found.content_chars.tolist() == [len(LONG) + 2, 0, len(LONG)]
