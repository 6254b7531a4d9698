"""The tables of an audit as they lie on disk: in a release, or where a check wrote them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from audit.errors import UsageError
from audit.machine import refuse_trouble
from audit.release.version import newest
from audit.text.visible import visible

# A release keeps its evidence in audit/ and its shards in folders; a check keeps all side by side.
_PLACES: Final = ("{name}.parquet", "audit/{name}.parquet", "{name}/*.parquet")
_LEDGER: Final = "ledger"


@dataclass(frozen=True, slots=True)
class Held:
    """The folder of a release, or of what a check wrote."""

    folder: Path

    @staticmethod
    def in_folder(folder: Path) -> Held:
        """Return what `folder` holds, or the newest release in it when it is dist/NAME."""
        version = newest(folder)
        return Held(folder / str(version) if version else folder)

    @property
    def is_there(self) -> bool:
        """Whether the folder holds an audit: a raw one may hold anything."""
        return bool(self.files(_LEDGER)) and bool(self.files("documents")) and bool(self.files("measures"))

    def files(self, name: str) -> list[Path]:
        """Return the files of a table, in order; none where the folder has no such table."""
        return next((found for p in _PLACES if (found := sorted(self.folder.glob(p.format(name=name))))), [])

    def rows(self, name: str, id: str, columns: Sequence[str] = ("id",)) -> list[dict[str, Any]]:
        """Return the rows of a table that one of `columns` says are about `id`; raises UsageError like `frame`."""
        files = self._needed(name)
        if any("\ud800" <= char <= "\udfff" for char in id):
            # A command line may hold bytes that are no text, and a table may not.
            return []
        wanted = pc.field(columns[0]) == id
        for column in columns[1:]:
            wanted |= pc.field(column) == id
        return [row for file in files for row in _read(file, None, wanted).to_pylist()]

    def frame(self, name: str, columns: Sequence[str], ids: Sequence[str] | None = None) -> pl.DataFrame:
        """Return columns of a table, of all documents or of `ids`.

        Raises UsageError when the table is not there or cannot be read.
        """
        wanted = None if ids is None else pc.field("id").isin(list(ids))
        return pl.DataFrame(pa.concat_tables(_read(file, list(columns), wanted) for file in self._needed(name)))

    def _needed(self, name: str) -> list[Path]:
        files = self.files(name)
        if not files:
            raise UsageError(
                f"{visible(str(self.folder))} holds no table {name}: name a release, or a folder written by "
                "audit check --out"
            )
        return files


def _read(file: Path, columns: list[str] | None, wanted: pc.Expression | None) -> pa.Table:
    try:
        return pq.read_table(file, columns=columns, filters=wanted)
    except (OSError, pa.ArrowException) as error:
        refuse_trouble(error, file)
        raise UsageError(
            f"{visible(str(file))} cannot be read ({type(error).__name__}): make it again, or fetch it"
        ) from error
