"""Statistics on the origin of a release's documents: sites and publishers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import polars as pl

from audit.release.storage.reading import batches_of, files_of, open_parquet
from audit.tables import DOCUMENTS

# The host of a URL, without user and port.
_HOST: Final = r"^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:@\[\]]+)"
_NEEDED: Final = ("id", "body", "source", "date", "language", "url")
_KEYS: Final = ("domain", "source")
_SCHEMA: Final = pl.Schema(
    {
        "domain": pl.String, "source": pl.String, "documents": pl.UInt32, "characters": pl.UInt64,
        "bytes": pl.UInt64, "first_date": pl.Date, "last_date": pl.Date,
    }
)  # fmt: skip


def sources(release: Path) -> pl.DataFrame:
    """Return a row per site and publisher: documents, characters and bytes of bodies, first and last date.

    Largest first; `domain` is null for documents without URL, `source` for those without a publisher.
    """
    parts = [pl.DataFrame(schema=_SCHEMA), *(_counted(batch) for batch in _batches(release))]
    whole = (
        pl.concat(parts)
        .group_by(_KEYS)
        .agg(
            pl.col("documents").sum(),
            pl.col("characters").sum(),
            pl.col("bytes").sum(),
            pl.col("first_date").min(),
            pl.col("last_date").max(),
        )
    )
    return whole.sort(["characters", *_KEYS], descending=[True, False, False], nulls_last=True)


def _batches(release: Path) -> Iterator[pl.DataFrame]:
    files = files_of(release, DOCUMENTS)
    with open_parquet(files[0]) as file:
        # Releases with an earlier schema version have no URLs.
        there = [name for name in _NEEDED if name in file.schema_arrow.names]
    for batch in batches_of(release, DOCUMENTS, there):
        frame = pl.DataFrame(batch)
        yield frame if "url" in there else frame.with_columns(url=pl.lit(None, pl.String))


def _counted(rows: pl.DataFrame) -> pl.DataFrame:
    domain = pl.col("url").str.extract(_HOST, 1).str.to_lowercase()
    found = rows.with_columns(domain=domain)
    counted = found.group_by(_KEYS).agg(
        documents=pl.len(),
        characters=pl.col("body").str.len_chars().sum(),
        bytes=pl.col("body").str.len_bytes().sum(),
        first_date=pl.col("date").min(),
        last_date=pl.col("date").max(),
    )
    return counted.cast(_SCHEMA)
