"""The content digest of a table, independent of its division into files, batches and row groups.

Form 1. Each column gives three byte streams, each hashed with SHA-256: *presence* (one byte per row: 1 for a value, 0
for null), *lengths* (strings only: bytes in UTF-8 as little-endian int64, 0 for null) and *values* (strings: their
concatenated UTF-8; everything else: little-endian at its own width, bool as one byte, null as zeros; dates are days and
timestamps milliseconds since 1970). The digest is the SHA-256 of the canonical JSON of {"form", "rows", "columns":
[[name, type, presence, lengths, values], ...]}. The order of rows matters.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from audit.release.manifest import canonical_json
from audit.tables import Table
from audit.untrusted import Digest

# A column of any supported type as a numpy array.
Values: TypeAlias = npt.NDArray[np.generic]
FORM: Final = 1
# Types that Arrow does not convert to numpy at their own width.
_AS_INTEGER: Final = {pa.bool_(): pa.uint8(), pa.date32(): pa.int32(), pa.timestamp("ms"): pa.int64()}


class ContentDigest:
    """Incremental digest of a table; batch boundaries do not matter."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._rows = 0
        self._streams = {name: (sha256(), sha256(), sha256()) for name in table.names}

    def update(self, batch: pa.Table) -> None:
        """Add rows that conform to the table's schema."""
        self._rows += batch.num_rows
        for name, streams in self._streams.items():
            for chunk in batch[name].chunks:
                for stream, content in zip(streams, _streams(chunk), strict=True):
                    stream.update(content)

    def hexdigest(self) -> Digest:
        """Return the digest of all rows so far."""
        columns = [[c.name, c.type, *(s.hexdigest() for s in self._streams[c.name])] for c in self._table.columns]
        return Digest(sha256(canonical_json({"form": FORM, "rows": self._rows, "columns": columns})).hexdigest())


def _streams(chunk: pa.Array) -> tuple[memoryview, memoryview, memoryview]:
    presence = pc.is_valid(chunk).cast(pa.uint8()).to_numpy(zero_copy_only=False)
    if pa.types.is_string(chunk.type) or pa.types.is_large_string(chunk.type):
        lengths, values = _strings(chunk)
    else:
        lengths, values = np.empty(0), _numbers(chunk)
    return _octets(presence), _octets(lengths), _octets(values)


def _strings(chunk: pa.Array) -> tuple[Values, Values]:
    # Nulls may hide bytes; after fill_null the data buffer between the offsets holds exactly the values.
    filled = pc.fill_null(chunk, "").cast(pa.large_string())
    _, ends, characters = filled.buffers()
    if ends is None or not len(filled):
        return np.empty(0, "<i8"), np.empty(0, "u1")
    offsets = np.frombuffer(ends, "<i8")[filled.offset : filled.offset + len(filled) + 1]
    octets = np.frombuffer(characters, "u1") if characters is not None else np.empty(0, "u1")
    return np.diff(offsets), octets[offsets[0] : offsets[-1]]


def _numbers(chunk: pa.Array) -> Values:
    plain = chunk.cast(_AS_INTEGER.get(chunk.type, chunk.type))
    values: Values = pc.fill_null(plain, pa.scalar(0, plain.type)).to_numpy(zero_copy_only=False)
    return values.astype(values.dtype.newbyteorder("<"), copy=False)


def _octets(values: Values) -> memoryview:
    return np.ascontiguousarray(values).data.cast("B") if values.size else memoryview(b"")
