"""Findings that wait on disk until somebody asks for them, as often as that is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

# A finding is a few hundred bytes: a batch is a few MiB.
ROWS: Final = 8192


class StoredFindings:
    """The rows of a findings table, in batches, from the beginning each time.

    The file is held open: its folder may be removed meanwhile, and its bytes are given free with this object.
    """

    def __init__(self, file: Path) -> None:
        self._file = pa.OSFile(str(file), "rb")

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        with pq.ParquetFile(self._file) as opened:
            yield from opened.iter_batches(batch_size=ROWS)
