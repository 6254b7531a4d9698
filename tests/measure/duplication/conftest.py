"""A small corpus on disk: what workers would have written."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.measure.duplication.pairs.pairs import Copies, find_pairs
from audit.measure.duplication.records.parts import Bodies, PartTable
from audit.measure.duplication.tokens.signature import signatures

HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 1500)]


def article(seed: int, length: int = 300) -> str:
    """Return Chinese-looking text of its own for each seed."""
    return "".join(random.Random(seed).choices(HAN, k=length))  # noqa: S311 - text, not secrets


def edited(text: str, share: float, seed: int) -> str:
    """Return `text` with that share of its characters replaced, in pairs."""
    r = random.Random(seed)  # noqa: S311 - text, not secrets
    chars = list(text)
    for _ in range(max(1, int(len(chars) * share / 2))):
        at = r.randrange(len(chars) - 1)
        chars[at : at + 2] = r.sample(HAN, 2)
    return "".join(chars)


def documents(
    bodies: Sequence[str], titles: Sequence[str | None] = (), raws: Sequence[str] = (), ids: Sequence[str] = ()
) -> pa.Table:
    sources = raws or [f"{row}: {body}" for row, body in enumerate(bodies)]
    return pa.table(
        {
            "id": pa.array(ids or [f"d{row:04d}.txt" for row in range(len(bodies))], pa.string()),
            "title": pa.array(titles or [None] * len(bodies), pa.string()),
            "body": pa.array(bodies, pa.large_string()),
            "sha256": pa.array([hashlib.sha256(raw.encode()).hexdigest() for raw in sources], pa.string()),
        }
    )


def blocks_of(table: pa.Table) -> pa.Table:
    """Return one paragraph for each line of each body."""
    rows = [
        (id, line)
        for id, body in zip(table["id"].to_pylist(), table["body"].to_pylist(), strict=True)
        for line in body.split("\n")
        if line.strip()
    ]
    return pa.table(
        {
            "id": pa.array([id for id, _ in rows], pa.string()),
            "text": pa.array([line for _, line in rows], pa.large_string()),
            "kind": pa.array(["paragraph"] * len(rows), pa.string()),
            "boilerplate": pa.array([False] * len(rows), pa.bool_()),
        }
    )


class Corpus(NamedTuple):
    signatures: list[Path]
    bodies: Bodies
    rows: int

    @property
    def signed(self) -> PartTable:
        return PartTable.of(self.signatures)

    def find(self, similarity: float = 0.5, preference: Sequence[int] | None = None) -> Copies:
        places = None if preference is None else np.array(preference)
        return find_pairs(self.signatures, self.bodies, similarity, places)


@pytest.fixture
def corpus(tmp_path: Path) -> Callable[..., Corpus]:
    """Return a builder of part files from bodies; `size` is the number of rows of a part."""

    def build(bodies: Sequence[str], *, size: int = 1000, **columns: Sequence[str | None]) -> Corpus:
        table = documents(bodies, **columns)
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        parts = [table.slice(start, size) for start in range(0, max(1, len(bodies)), size)]
        for nth, part in enumerate(parts):
            pq.write_table(signatures(part, blocks_of(part)), folder / f"signatures-{nth}.parquet")
            pq.write_table(part.select(["id", "title", "body"]), folder / f"documents-{nth}.parquet", row_group_size=7)
        signed = [folder / f"signatures-{nth}.parquet" for nth in range(len(parts))]
        return Corpus(signed, Bodies([folder / f"documents-{nth}.parquet" for nth in range(len(parts))]), len(bodies))

    return build


def kinds(found: Copies) -> dict[tuple[int, int], str]:
    pairs = found.pairs.to_pylist()
    return {(pair["a_row"], pair["b_row"]): pair["kind"] for pair in pairs}


@pytest.fixture(name="kinds")
def kinds_fixture() -> Callable[[Copies], dict[tuple[int, int], str]]:
    return kinds


@pytest.fixture(name="article")
def article_fixture() -> Callable[..., str]:
    return article


@pytest.fixture(name="edited")
def edited_fixture() -> Callable[..., str]:
    return edited
