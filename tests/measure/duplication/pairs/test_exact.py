"""Exact copies by digests that meet in an exchange: the classes are those that all digests side by side give."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.measure.duplication.pairs.exact import classes
from audit.measure.duplication.records.parts import PartTable
from audit.measure.duplication.tokens.fold import DIGEST_BYTES


def firsts(digests: list[bytes | None]) -> list[int]:
    return [at if digest is None else digests.index(digest) for at, digest in enumerate(digests)]


def written(folder: Path, sizes: list[int], raw: list[bytes], text: list[bytes | None]) -> list[Path]:
    table = pa.table({"sha256": [each.hex() for each in raw], "exact": pa.array(text, pa.binary(DIGEST_BYTES))})
    parts, start = [], 0
    for nth, size in enumerate(sizes):
        parts.append(folder / f"{nth}.parquet")
        pq.write_table(table.slice(start, size), parts[-1], row_group_size=7)
        start += size
    return parts


@pytest.mark.parametrize("pool", [1, 12, 10_000])
def test_a_row_is_with_the_first_that_has_its_digest(pool: int, tmp_path: Path) -> None:
    random, sizes = np.random.default_rng(pool), [40, 0, 1, 90]
    digests = [random.bytes(32) for _ in range(pool)]
    drawn = [digests[n] for n in random.integers(0, pool, sum(sizes))]
    # One half of a digest alone makes no copy, nor does the digest of bytes that is that of another's body.
    drawn[5], drawn[6] = drawn[7][:8] + drawn[5][8:], drawn[8][:8] + drawn[6][8:]
    folded = [None if n % 9 == 0 else drawn[-n][:DIGEST_BYTES] for n in range(sum(sizes))]
    found = classes(PartTable.of(written(tmp_path, sizes, drawn, folded)))
    assert found.raw.tolist() == firsts(drawn)
    assert found.text.tolist() == firsts(folded)


def test_nothing_has_no_classes() -> None:
    assert classes(PartTable.of([])).raw.tolist() == []
