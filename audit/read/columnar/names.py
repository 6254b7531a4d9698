"""Column names of a file of records, without reading all of it."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from audit.policy import InputSettings
from audit.read.columnar.parquet import PARQUET
from audit.read.containers.delimited import DELIMITED
from audit.read.containers.json_values import SPACE, json_object
from audit.read.containers.jsonl import JSON_LINES
from audit.read.containers.paths import names_in
from audit.read.containers.table_form import columns_of
from audit.read.open import open_file
from audit.read.reader import Opened, opened
from audit.read.refusal import Refusal, RefusedInputError
from audit.read.streams import lines

# Columns listed of a wide table.
MOST_NAMES: Final = 60
_LONGEST_LINE: Final = 1 << 20


def names_of(root: Path, path: bytes, settings: InputSettings) -> tuple[str, ...]:
    """Return the columns of the first record, header or schema; empty if the file has none."""
    try:
        with open_file(root, path) as source:
            file = opened(source, path.decode("utf-8", "replace"), settings)
            return tuple(_names(file))[:MOST_NAMES]
    except (RefusedInputError, OSError, ValueError):
        return ()  # the reader of the file will report the fault


def _names(file: Opened) -> Iterator[str]:
    if file.name.endswith(PARQUET.suffixes):
        # Imported here, as in the reader, since the import is slow.
        import pyarrow.parquet as pq

        held, _ = file.seekable()
        yield from pq.read_schema(held).names
        return
    first = next((line for line in lines(file.pieces(), _LONGEST_LINE) if line and line.strip(BOM_UTF8 + SPACE)), b"")
    if file.name.endswith(JSON_LINES.suffixes):
        found = json_object((first or b"").removeprefix(BOM_UTF8), "line 1")
        yield from () if isinstance(found, Refusal) else names_in(found)
    elif file.name.endswith(DELIMITED.suffixes):
        yield from columns_of(file)
