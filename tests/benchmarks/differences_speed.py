"""How much processor time and memory a comparison of two datasets takes: one in twenty documents differs.

    python tests/benchmarks/differences_speed.py [--documents 100000] [--folder DIR]

Both sides hold documents of 2 kB in 7 blocks, and a finding for every second one.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

from audit.differences.compare import compare
from audit.differences.snapshot import Snapshot, StoredTable
from audit.release.storage.shards import write_parquet
from audit.tables import BLOCKS, DOCUMENTS, DUPLICATES, FINDINGS, Table

BATCH = 1000
Row = dict[str, Any]


def document(number: int, chance: random.Random, words: list[str], *, is_new: bool) -> tuple[Row, list[str]] | None:
    paragraphs = [" ".join(chance.choices(words, k=80)) for _ in range(4)]
    said = {"id": f"news/{number:07}.txt", "title": f"Story {number}", "foot": "Share this page"}
    kind = number % 100 if is_new else None
    if kind == 0:
        return None
    if kind == 1:
        said["id"] = f"moved/{said['id']}"
    elif kind == 2:
        paragraphs[1] += " and three more words"
    elif kind == 3:
        said["title"] += "!"
    elif kind == 4:
        said["foot"] = "Tell a friend"
    texts = [said["title"], *paragraphs, said["foot"], "All rights reserved"]
    row = {
        "id": said["id"], "title": said["title"], "source": f"Source {number % 7}", "body": "\n".join(paragraphs),
        "date": date(2020, 1, 1) + timedelta(days=number % 1000), "boilerplate": False, "encoding": "utf-8",
        "language": "en", "sha256": hashlib.sha256("".join(texts).encode()).hexdigest(),
    }  # fmt: skip
    return row, texts


def batches(table: Table, documents: int, *, is_new: bool) -> Iterator[pa.Table]:
    chance = random.Random(7)
    words = [f"w{chance.randrange(10**6)}" for _ in range(5000)]
    held: list[Row] = []
    for number in range(documents):
        made = document(number, chance, words, is_new=is_new)
        if made is not None:
            held += rows_of(table, number, *made)
        if len(held) >= BATCH or number == documents - 1:
            yield pa.Table.from_pylist(held, schema=table.arrow)
            held = []


def rows_of(table: Table, number: int, row: Row, texts: list[str]) -> list[Row]:
    if table is DOCUMENTS:
        return [row]
    if table is BLOCKS:
        plain = {"id": row["id"], "kind": "paragraph", "boilerplate": False, "score": 0.0, "reason": "made", "start": 0}
        return [{**plain, "block": n, "text": text, "end": len(text)} for n, text in enumerate(texts)]
    if table is FINDINGS and number % 2:
        fingerprint = hashlib.sha256(row["id"].encode()).hexdigest()[:32]
        code = f"FLD{number % 5 + 1:03}"
        return [{"fingerprint": fingerprint, "code": code, "severity": "info", "id": row["id"], "message": "made"}]
    return []


def side(folder: Path, documents: int, *, is_new: bool) -> Snapshot:
    folder.mkdir()
    stored = {}
    for table in (DOCUMENTS, BLOCKS, FINDINGS, DUPLICATES):
        path = folder / f"{table.name}.parquet"
        write_parquet(path, table, batches(table, documents, is_new=is_new))
        stored[table.name] = StoredTable((("train", path),))
    return Snapshot(name=folder.name, **stored)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as made:
        old, new = (side(Path(made, name), given.documents, is_new=name == "new") for name in ("old", "new"))
        before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
        found = compare(old, new)
        seconds = time.process_time() - began
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"{found.sizes[0]:,} against {found.sizes[1]:,} documents: {seconds:.1f} CPU s, {grown / 1024:.0f} MiB more")
    print(found.demand.clause())


if __name__ == "__main__":
    main()
