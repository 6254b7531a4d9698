"""A shard of the inputs is known by what it holds, and done before only when its marker and its files say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.engine.spark.shard import Marker, read_marker, shard_of, write_marker
from audit.engine.spark.shared import shared_at
from audit.engine.task import Item, Task


@pytest.mark.parametrize("marker", [b"", b"{", b"[]", b'{"content": "x"}'])
def test_a_marker_that_is_none_has_its_shard_done_again(marker: bytes, tmp_path: Path) -> None:
    shared = shared_at(str(tmp_path))
    shared.write("shard/marker.json", marker)
    assert read_marker(shared, "shard", "x") is None


def test_a_shard_counts_as_done_with_the_same_bytes_and_all_its_files(tmp_path: Path) -> None:
    shared = shared_at(str(tmp_path))
    shared.write("shard/a.parquet", b"1234")
    write_marker(shared, "shard", Marker("x", 3, [], {"a.parquet": 4}))
    assert read_marker(shared, "shard", "x") == Marker("x", 3, [], {"a.parquet": 4})
    assert read_marker(shared, "shard", "another content") is None
    shared.write("shard/a.parquet", b"12")
    assert read_marker(shared, "shard", "x") is None


def test_a_shard_is_known_by_its_inputs_wherever_they_stand() -> None:
    items = Item("a", "a"), Item("b", "b", part=(0, 9))
    assert shard_of(Task((0, 0), items), "s") == shard_of(Task((7, 0), items), "s")
    others = [shard_of(Task((0, 0), items[:1]), "s"), shard_of(Task((0, 0), items), "t")]
    others += [shard_of(Task((0, 0), items, work="scan"), "s"), shard_of(Task((0, 0), items[::-1]), "s")]
    assert len({shard_of(Task((0, 0), items), "s"), *others}) == 5
