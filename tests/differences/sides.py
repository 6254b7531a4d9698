"""Small datasets in Parquet, made row by row, and changed in one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from audit.differences.snapshot import Snapshot, StoredTable
from audit.tables import BLOCKS, DOCUMENTS, DUPLICATES, FINDINGS, Table

Row = dict[str, Any]
STORIES = {
    "en/tram.txt": ("A tram for the hill", "The tram climbs the hill again. Nobody had to walk home that day."),
    "en/ferry.txt": ("The ferry is late", "The ferry left at nine instead of eight. The captain had lost his keys."),
    "zh/harbour.txt": ("港口今天重新开放", "港口今天早上重新开放。第一艘船在八点离开。人们都很高兴。"),
    "zh/market.txt": ("夜市搬到河边", "夜市从今天起搬到河边。摊主们说客人比以前多。"),
}


@dataclass(frozen=True)
class Rows:
    """The rows of a dataset by table, and what a manifest would say of it."""

    documents: tuple[Row, ...]
    blocks: tuple[Row, ...]
    findings: tuple[Row, ...] = ()
    duplicates: tuple[Row, ...] = ()
    documents_schema: pa.Schema = DOCUMENTS.arrow
    schema_version: int = 1
    contents: Mapping[str, str] | None = None
    split: str = "train"


def row_of(table: Table, **values: Any) -> Row:
    plain = {"string": "x", "large_string": "x", "bool": False, "int32": 0, "int64": 0, "float32": 0.5}
    return {c.name: values.get(c.name, plain[c.type] if c.required else None) for c in table.columns}


def document(id: str, title: str, body: str, **more: Any) -> Row:
    said = {"language": id[:2], "encoding": "utf-8", "sha256": "0" * 64, "date": date(2024, 2, 29), "source": "Post"}
    return row_of(DOCUMENTS, id=id, title=title, body=body, **{**said, **more})


def blocks_of(row: Row, *furniture: str) -> list[Row]:
    texts = [(row["title"], False), (row["body"], False), *((text, True) for text in furniture)]
    return [
        row_of(BLOCKS, id=row["id"], block=n, text=text, kind="paragraph", boilerplate=is_furniture)
        for n, (text, is_furniture) in enumerate(texts)
    ]


def rows(stories: Mapping[str, tuple[str, str]] = STORIES) -> Rows:
    documents = tuple(document(id, *told) for id, told in stories.items())
    return Rows(documents, tuple(block for row in documents for block in blocks_of(row, "Share this page")))


def edited(before: Rows, id: str, /, **values: Any) -> Rows:
    """Return the rows with other values in one document, and its body in its blocks."""
    documents = tuple({**row, **values} if row["id"] == id else row for row in before.documents)
    body = values.get("body")
    blocks = tuple(
        {**block, "text": body} if body is not None and block["id"] == id and block["block"] == 1 else block
        for block in before.blocks
    )
    return replace(before, documents=documents, blocks=blocks)


def finding(fingerprint: str, code: str = "FLD002", **values: Any) -> Row:
    said = {"severity": "info", "id": "en/tram.txt", **values}
    return row_of(FINDINGS, fingerprint=fingerprint * 32, code=code, **said)


def snapshot(folder: Path, name: str, held: Rows) -> Snapshot:
    """Write the rows and return them as one side of a comparison."""
    folder.mkdir(parents=True, exist_ok=True)

    def stored(table: str, schema: pa.Schema, some: Iterable[Row]) -> StoredTable:
        path = folder / f"{table}.parquet"
        pq.write_table(pa.Table.from_pylist(list(some), schema=schema), path, row_group_size=3)
        return StoredTable(((held.split, path),))

    return Snapshot(
        name=name,
        documents=stored("documents", held.documents_schema, held.documents),
        blocks=stored("blocks", BLOCKS.arrow, held.blocks),
        findings=stored("findings", FINDINGS.arrow, held.findings),
        duplicates=stored("duplicates", DUPLICATES.arrow, held.duplicates),
        schema_version=held.schema_version,
        contents=held.contents or {},
    )


# What a mutation does to the rows of a dataset.
Change = Callable[[Rows], Rows]
