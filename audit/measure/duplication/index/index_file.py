"""The index file of a release: Parquet, a row per document in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from audit.atomic import creating
from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.measure.duplication.index.compatibility import make
from audit.measure.duplication.records.groups import connected
from audit.measure.duplication.records.parts import PartTable
from audit.measure.duplication.tokens.signature import schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from audit.measure.duplication.tokens.hashing import Bools, Ints

# Columns needed within the corpus only: titles, passages and their sums. All others are stored.
NOT_KEPT: Final = ("title_hash", "passages", "passage_chars", "passage_words", "content_chars", "repeated_share")
# About 32 MB of signatures.
_GROUP_ROWS: Final = 1 << 16
_SHA256_BYTES: Final = 32
_META: Final = "corpus-audit."
# Ids and numbers are compressed; keys are random, and would only get slower.
_COMPRESSED: Final = ("id", "tokens", "shingles", "cluster")
_ASCENDING: Final = ("cluster",)


def index_schema() -> pa.Schema:
    """Return the columns of an index: signature columns needed for comparison, sha256 as bytes, and `cluster`.

    cluster: the first row connected to the document by verified pairs of any kind within the release.
    """
    kept = [field for field in schema() if field.name not in NOT_KEPT]
    kept = [field.with_type(pa.binary(_SHA256_BYTES)) if field.name == "sha256" else field for field in kept]
    meta = {_META + name: value for name, value in make().items()}
    return pa.schema([*kept, pa.field("cluster", pa.int32(), nullable=False)], meta)


def write_index(path: Path, signatures: Sequence[Path], published: Bools, pairs: tuple[Ints, Ints]) -> None:
    """Write the index of the `published` rows of the part files `signatures` to the new file `path`.

    `pairs` are the two rows of each verified pair. Deterministic, independent of the division into parts.
    """
    wanted = index_schema()
    clusters = _clusters(published, pairs)
    packed = [name for name in wanted.names if name in _COMPRESSED]
    with (
        creating(path) as file,
        pq.ParquetWriter(
            file,
            wanted,
            compression={name: "zstd" if name in packed else "none" for name in _leaves(wanted)},
            use_dictionary=False,
            column_encoding=dict.fromkeys(_ASCENDING, "DELTA_BINARY_PACKED"),
            write_page_checksum=True,
            write_statistics=False,
        ) as writer,
    ):
        for group in _groups(_kept(signatures, published, clusters)):
            writer.write_table(group.cast(wanted), row_group_size=_GROUP_ROWS)


def check_index(path: Path, release: str) -> int:
    """Return the number of rows of the index at `path`, which belongs to `release`.

    Raises UsageError if it is damaged, no index, or made by an incompatible version, with which nothing would be found.
    """
    try:
        found = pq.read_metadata(path)
        made = {key.decode(): value.decode() for key, value in (found.metadata or {}).items() if key != b"ARROW:schema"}
        is_of_ours = found.schema.to_arrow_schema().equals(index_schema())
    except (OSError, pa.ArrowException, UnicodeDecodeError) as error:
        raise_machine_error(error, path)
        raise UsageError(f"the index {path} cannot be read ({type(error).__name__}): {_instead(release)}") from error
    said = {key.removeprefix(_META): value for key, value in made.items() if key.startswith(_META)}
    if not said:
        raise UsageError(f"{path} is not an index of corpus-audit: {_instead(release)}")
    differing = sorted(key for key in said.keys() | make().keys() if said.get(key) != make().get(key))
    if differing:
        raise UsageError(
            f"the index {path} was made by another version of corpus-audit (different {', '.join(differing)}), so its "
            f"keys cannot be compared: {_instead(release)}"
        )
    # Minimum bytes per row, since digests do not compress: smaller files were not written by us.
    if not is_of_ours or found.num_rows * _SHA256_BYTES > path.stat().st_size:
        raise UsageError(f"{path} is not an index of corpus-audit: {_instead(release)}")
    return int(found.num_rows)


def _instead(release: str) -> str:
    return (
        f"compare with the folder {release}/documents, which computes the signatures again, or release it again with "
        "this version"
    )


def _leaves(wanted: pa.Schema) -> list[str]:
    return [f"{field.name}.list.element" if pa.types.is_large_list(field.type) else field.name for field in wanted]


def _clusters(published: Bools, pairs: tuple[Ints, Ints]) -> Ints:
    """Return for each published row, by its new number, the first row it is connected to."""
    number = np.cumsum(published) - 1
    is_inside = published[pairs[0]] & published[pairs[1]]
    first, second = (number[rows[is_inside]] for rows in pairs)
    return connected(int(published.sum()), first, second)


def _kept(signatures: Sequence[Path], published: Bools, clusters: Ints) -> Iterator[pa.Table]:
    names = [field.name for field in schema() if field.name not in NOT_KEPT]
    written = 0
    for row, batch in PartTable.of(signatures).batches(names):
        kept = pa.Table.from_batches([batch.filter(pa.array(published[row : row + len(batch)]))])
        digests = b"".join(map(bytes.fromhex, kept["sha256"].to_pylist()))
        raw = pa.FixedSizeBinaryArray.from_buffers(pa.binary(_SHA256_BYTES), len(kept), [None, pa.py_buffer(digests)])
        kept = kept.set_column(kept.column_names.index("sha256"), "sha256", raw)
        cluster = pa.array(clusters[written : written + len(kept)], pa.int32())
        written += len(kept)
        yield kept.append_column("cluster", cluster)


def _groups(tables: Iterator[pa.Table]) -> Iterator[pa.Table]:
    """Return the rows in tables of _GROUP_ROWS, the last one shorter."""
    held: list[pa.Table] = []
    for table in tables:
        held.append(table)
        while sum(map(len, held)) >= _GROUP_ROWS:
            whole = pa.concat_tables(held)
            yield whole.slice(0, _GROUP_ROWS)
            held = [whole.slice(_GROUP_ROWS)]
    if sum(map(len, held)):
        yield pa.concat_tables(held)


def signed(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return a batch of an index or of signatures with all signature columns; missing ones are empty."""
    count = len(batch)
    columns = []
    for field in schema():
        if field.name in batch.schema.names:
            column = batch.column(field.name)
            columns.append(
                _hexadecimal(column)
                if pa.types.is_fixed_size_binary(column.type) and field.type == pa.string()
                else column
            )
        else:
            columns.append(_empty(field, count))
    return pa.RecordBatch.from_arrays(columns, schema=schema())


def _hexadecimal(column: pa.Array) -> pa.Array:
    size = column.type.byte_width
    letters = column.buffers()[1].slice(column.offset * size, len(column) * size).to_pybytes().hex().encode("ascii")
    bounds = np.arange(len(column) + 1, dtype=np.int32) * np.int32(2 * size)
    return pa.StringArray.from_buffers(len(column), pa.py_buffer(bounds), pa.py_buffer(letters))


def _empty(field: pa.Field, count: int) -> pa.Array:
    if pa.types.is_large_list(field.type):
        return pa.LargeListArray.from_arrays(
            pa.array(np.zeros(count + 1, np.int64)), pa.array([], field.type.value_type)
        )
    return pa.nulls(count, field.type) if field.nullable else pc.cast(pa.array(np.zeros(count, np.int8)), field.type)
