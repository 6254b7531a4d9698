"""Findings stored on disk, for repeated iteration."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

# Rows per batch: at a few hundred bytes each, a few MiB.
ROWS: Final = 8192


class StoredFindings:
    """The rows of a findings table in batches; each iteration starts from the beginning.

    The file stays open, so that its folder may be removed; its space is freed with this object.
    """

    def __init__(self, file: Path) -> None:
        self._file = pa.OSFile(str(file), "rb")

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        with pq.ParquetFile(self._file) as opened:
            yield from opened.iter_batches(batch_size=ROWS)
