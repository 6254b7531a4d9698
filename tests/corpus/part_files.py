"""A corpus as the workers leave it, made of tables: for tests and measurements of what comes after them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from audit.corpus.corpus import Corpus
from audit.corpus.inputs import Part
from audit.measure.measures import MEASURES
from audit.tables import LEDGER, PLACES, RECORD_LINES, Table, empty


def corpus_of(folder: Path, documents: pl.DataFrame, places: pl.DataFrame, edges: Sequence[int]) -> Corpus:
    """Write the part files of `documents` (id, sha256, bytes, said: what the reader says), cut at `edges`.

    In `places` the column `document` is the document's row in the corpus. Before each part's documents stands one
    input that is none, called `lost-N`.
    """
    parts = []
    for number, (start, end) in enumerate(pairwise(edges)):
        stem = f"part-{number:04d}"
        rows = documents.slice(start, end - start)
        here = places.filter(pl.col("document").is_between(start, end - 1)).sort("document", maintain_order=True)
        own = here.with_columns(row=pl.col("document") - start)
        tables = {
            "documents": rows.select("id", "sha256").to_arrow(),
            "record_lines": empty(RECORD_LINES),
            "places": own.with_columns(pl.lit(None).alias(name) for name in PLACES.names if name not in own.columns)
            .select(PLACES.names)
            .to_arrow()
            .cast(PLACES.arrow),
            "ledger": _ledger(rows, number),
        }
        for name, table in tables.items():
            if name == "ledger" or len(rows):
                pq.write_table(table, folder / f"{stem}.{name}.parquet", compression="lz4")
        parts.append(Part(stem, len(rows) + 1, len(rows)))
    return Corpus(folder, tuple(parts))


def _ledger(rows: pl.DataFrame, number: int) -> pa.Table:
    lost = pl.DataFrame(
        {"id": [f"lost-{number}"], "code": ["empty"], "detail": ["nothing in it"], "is_document": [False]}
    )
    read = rows.select("id", "bytes", "sha256", detail="said", is_document=True)
    made = pl.concat([lost, read], how="diagonal_relaxed").with_columns(path="id")
    names = ("id", "path", "bytes", "sha256", "code", "detail")
    schema = pa.schema([*(LEDGER.arrow.field(name) for name in names), ("is_document", pa.bool_())])
    return made.select(schema.names).to_arrow().cast(schema)


def measures_of(columns: pl.DataFrame, table: Table = MEASURES) -> pa.Table:
    """Return the measures with these columns, as the contract has them; what is not given is null, or nothing."""
    nothing = {"string": "", "bool": False}
    made = columns.with_columns(
        pl.lit(nothing.get(column.type, 0) if column.required else None).alias(column.name)
        for column in table.columns
        if column.name not in columns.columns
    )
    return made.select(table.names).to_arrow().cast(table.arrow)
