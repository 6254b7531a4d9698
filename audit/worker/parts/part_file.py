"""The format of part files: they live for one run, so speed matters and size does not."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

# Compression would save a third of the size and double the time.
_COMPRESSION: Final = "none"


def write_part(file: Path, table: pa.Table) -> None:
    """Write a part file without compression, dictionaries and statistics."""
    pq.write_table(table, file, compression=_COMPRESSION, use_dictionary=False, write_statistics=False)
