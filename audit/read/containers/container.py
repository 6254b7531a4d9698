"""Containers: files whose records are documents of their own.

A reader yields each record's text, or why it has none, and raises RefusedInputError where the container itself
cannot be read on: the records before that place stand.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from audit.read.containers.delimited import delimited_records
from audit.read.containers.jsonl import jsonl_records
from audit.read.refusal import Refusal, RefusedInputError
from audit.read.streams import joined, peeked
from audit.read.unfit import not_text

if TYPE_CHECKING:
    from audit.policy import InputSettings
    from audit.read.open import Source

LINED: Final = (".jsonl", ".ndjson")
DELIMITED: Final = (".csv", ".tsv")
PARQUET: Final = (".parquet",)

Records = Iterator[str | Refusal]


def is_container(name: str) -> bool:
    """Return whether a file of that name, in lower case and without a compression suffix, holds records."""
    return name.endswith((*LINED, *DELIMITED, *PARQUET))


def records(name: str, source: Source, pieces: Iterator[bytes] | None, settings: InputSettings) -> Records:
    """Yield each record of the container called `name` in order: its text, or why it has none.

    `pieces` is the decompressed stream where the file is compressed, else None. A text may hold lone surrogates.
    Raises RefusedInputError where the container cannot be read on.
    """
    if name.endswith(PARQUET):
        return _parquet(source, pieces, settings)
    reader = jsonl_records if name.endswith(LINED) else delimited_records
    return _lined(reader, source.chunks() if pieces is None else pieces, settings)


def _parquet(source: Source, pieces: Iterator[bytes] | None, settings: InputSettings) -> Records:
    from audit.read.containers.parquet import parquet_records

    if pieces is None:
        return parquet_records(source.file, source.size, settings)
    # Parquet is read from its end: a compressed one has to be held, under the limit of a file.
    whole = joined(pieces, settings.max_file_bytes)
    return parquet_records(io.BytesIO(whole), len(whole), settings)


def _lined(
    reader: Callable[[Iterator[bytes], InputSettings], Records], pieces: Iterator[bytes], settings: InputSettings
) -> Records:
    head, pieces = peeked(pieces)
    reason = not_text(head)
    if reason is not None:
        raise RefusedInputError(reason)
    yield from reader(pieces, settings)
