"""How part files are written: they live for one run, so speed counts and size does not."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

# Compressed they have two thirds of the size and take twice the time.
_COMPRESSION: Final = "none"


def write_part(file: Path, table: pa.Table) -> None:
    """Write a part file as it is: nobody looks for the same values in it, or for the least."""
    pq.write_table(table, file, compression=_COMPRESSION, use_dictionary=False, write_statistics=False)
