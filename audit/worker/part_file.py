"""How part files are written: they live for one run, so speed counts and size does not."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

_COMPRESSION: Final = "lz4"


def write_part(file: Path, table: pa.Table, *, hashes: bool = False) -> None:
    """Write a part file; of `hashes` no two are the same, and looking for the same ones takes twice the time."""
    pq.write_table(table, file, compression=_COMPRESSION, use_dictionary=not hashes, write_statistics=not hashes)
