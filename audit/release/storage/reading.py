"""Reading of a release's Parquet files with checksum verification."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from audit.errors import UsageError
from audit.release.manifest import DATASET, Manifest
from audit.tables import Table
from audit.text.visible import visible

# Bytes per batch; small enough that dictionary-encoded repetitions cannot exhaust memory.
_BATCH_ROWS: Final = 8192


def files_of(release: Path, table: Table) -> tuple[Path, ...]:
    """Return the files of `table` in a release, in order."""
    if table.name in DATASET:
        return tuple(sorted((release / table.name).glob("train-*.parquet")))
    return (release / "audit" / f"{table.name}.parquet",)


def refuse_partial(release: Path, manifest: Manifest) -> None:
    """Raise UsageError if the folder lacks one of the files of documents and blocks that its manifest names.

    Without them its documents would seem removed, or empty.
    """
    named = (file.path for file in manifest.files if file.path.partition("/")[0] in DATASET)
    missing = [path for path in named if not os.path.lexists(release / path)]
    if missing:
        more = f" and {len(missing) - 1} more are" if len(missing) > 1 else " is"
        raise UsageError(
            f"{visible(str(release))} is only a part of a release: {visible(missing[0])}{more} missing; fetch it again"
        )


def refuse_links(release: Path, files: Sequence[Path]) -> None:
    """Raise UsageError unless `files` are regular files below `release` reached without links."""
    for file in files:
        for path in (file, *file.parents):
            if path == release:
                break
            if path.is_symlink():
                raise UsageError(
                    f"{path} is a symbolic link, which a release must not contain; fetch it again, or "
                    "copy it with cp -rL"
                )
        if not file.is_file():
            raise UsageError(f"{file} is not a regular file; fetch the release again")


def batches_of(release: Path, table: Table, columns: Sequence[str] | None = None) -> Iterator[pa.Table]:
    """Yield the rows of `table` in order; all columns by default.

    Raises pa.ArrowException or OSError if a file is damaged.
    """
    for path in files_of(release, table):
        with open_parquet(path) as file:
            for batch in file.iter_batches(_BATCH_ROWS, columns=columns):
                yield pa.Table.from_batches([batch])


def frame(release: Path, table: Table, columns: Sequence[str]) -> pl.DataFrame:
    """Return a few narrow columns of a whole table as a frame."""
    parts = [table.arrow.empty_table().select(columns), *batches_of(release, table, columns)]
    return pl.DataFrame(pa.concat_tables(parts))


def open_parquet(path: Path) -> pq.ParquetFile:
    """Open the file with page checksums verified on every read."""
    return pq.ParquetFile(path, page_checksum_verification=True)
