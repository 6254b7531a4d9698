"""The stored tables of an audit: in a release, or in the output of a check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import polars as pl

from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.release.lineage.yanked import leading
from audit.text.visible import visible

# A release keeps its evidence in audit/ and shards in folders; a check writes all side by side.
_PLACES: Final = ("{name}.parquet", "audit/{name}.parquet", "{name}/*.parquet")
_LEDGER: Final = "ledger"


@dataclass(frozen=True, slots=True)
class StoredAudit:
    """The folder of a release or of a check's output."""

    folder: Path

    @staticmethod
    def in_folder(folder: Path) -> StoredAudit:
        """Return the audit in `folder`, or in its newest release if it is dist/NAME."""
        version = leading(folder)
        return StoredAudit(folder / str(version) if version else folder)

    @property
    def is_there(self) -> bool:
        """Whether the folder holds an audit."""
        return bool(self.files(_LEDGER)) and bool(self.files("documents")) and bool(self.files("measures"))

    def files(self, name: str) -> list[Path]:
        """Return the files of a table, in order; empty if there is no such table."""
        return next((found for p in _PLACES if (found := sorted(self.folder.glob(p.format(name=name))))), [])

    def rows(self, name: str, id: str, columns: Sequence[str] = ("id",)) -> list[dict[str, Any]]:
        """Return the rows of a table in which one of `columns` equals `id`; raises UsageError like `frame`."""
        files = self._required_files(name)
        if any("\ud800" <= char <= "\udfff" for char in id):
            # An id from the command line may contain bytes that are no UTF-8, which no table holds.
            return []
        about = pl.any_horizontal(pl.col(column) == id for column in columns)
        return [row for file in files for row in _read_rows(file, about).to_dicts()]

    def frame(self, name: str, columns: Sequence[str], ids: Sequence[str] | None = None) -> pl.DataFrame:
        """Return columns of a table, for all documents or for `ids`.

        Raises UsageError if the table is missing or cannot be read.
        """
        about = pl.lit(value=True) if ids is None else pl.col("id").is_in(pl.Series(ids, dtype=pl.String).implode())
        return pl.concat([_read_rows(file, about, columns) for file in self._required_files(name)])

    def _required_files(self, name: str) -> list[Path]:
        files = self.files(name)
        if not files:
            raise UsageError(
                f"{visible(str(self.folder))} has no table {name}: name a release, or a folder written by audit check "
                "--out"
            )
        return files


def _read_rows(file: Path, about: pl.Expr, columns: Sequence[str] | None = None) -> pl.DataFrame:
    """Return the rows of a file matching `about`, skipping row groups and pages by their statistics.

    pyarrow would decode every column of a row group, texts included.
    """
    try:
        found = pl.scan_parquet(file, parallel="prefiltered", glob=False).filter(about)
        return (found if columns is None else found.select(columns)).collect()
    except (OSError, pl.exceptions.PolarsError) as error:
        raise_machine_error(error, file)
        raise UsageError(
            f"{visible(str(file))} cannot be read ({type(error).__name__}): create it again, or fetch it"
        ) from error
