"""A release read again as input: the text of each document, rebuilt from its blocks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from audit.read.inputs import Input
from audit.tables import BLOCKS, DOCUMENTS, Table

BATCH_ROWS: Final = 256


def read_release(root: Path) -> Iterator[Input]:
    """Yield the documents of the release at `root`, in order, under the ids, codecs and digests they have there.

    Between blocks there was white space only; a line feed for each of its characters keeps every offset. `raw` is the
    rebuilt text in UTF-8, so that offsets in bytes point into that and not into the file it once was.
    """
    blocks = _Blocks(root)
    for row in _rows(root, DOCUMENTS, ["id", "encoding", "sha256"]):
        text = _rebuilt(blocks.of(row["id"]))
        yield Input(
            id=row["id"],
            path=row["id"],
            raw=text.encode("utf-8", "surrogatepass"),
            sha256=row["sha256"],
            text=text,
            encoding_source="container",
            encoding=row["encoding"],
        )


class _Blocks:
    """The blocks table, read once from front to back beside the documents, which come in the same order."""

    def __init__(self, root: Path) -> None:
        self.rows = _rows(root, BLOCKS, ["id", "start", "end", "text"])
        self.next = next(self.rows, None)

    def of(self, id: str) -> list[dict[str, Any]]:
        found = []
        while self.next is not None and self.next["id"] == id:
            found.append(self.next)
            self.next = next(self.rows, None)
        return found


def _rebuilt(blocks: list[dict[str, Any]]) -> str:
    made, at = [], 0
    for block in blocks:
        made += ["\n" * (block["start"] - at), block["text"]]
        at = block["end"]
    return "".join(made)


def _rows(root: Path, table: Table, columns: list[str]) -> Iterator[dict[str, Any]]:
    for file in sorted((root / table.name).glob("*.parquet")):
        with pq.ParquetFile(file, page_checksum_verification=True) as opened:
            for batch in opened.iter_batches(BATCH_ROWS, columns=columns):
                yield from pa.Table.from_batches([batch]).to_pylist()
