"""An index laid out for searching: sorted keys and signatures in memory-mapped files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from audit.engine.spill import Spill
from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.measure.duplication.index.index_file import signed
from audit.measure.duplication.pairs.exact import digest_words, sha256_words
from audit.measure.duplication.pairs.sampled_shingles import Sizes, sizes_of
from audit.measure.duplication.tokens.minhash import FEW_SHINGLES
from audit.measure.duplication.tokens.signature import BAND_NAMES, schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from audit.measure.duplication.tokens.hashing import U64, Bools, Ints, Records

SIGNATURES: Final = "signatures.arrow"
CLUSTERS, KEYS, ROWS, SAMPLES, OWNERS, SIZES, COMMON, PASSAGES = (
    f"{name}.npy" for name in ("clusters", "keys", "rows", "samples", "owners", "sizes", "common", "passages")
)
_ARRAYS: Final = (KEYS, ROWS, SAMPLES, OWNERS, SIZES, COMMON, PASSAGES, CLUSTERS)
# The key columns: bands, and digests of text and bytes.
KEY_NAMES: Final = (*BAND_NAMES, "exact", "sha256")
_SAMPLE: Final = np.dtype([("hash", "<u8"), ("owner", "<u4")])
# Samples are sorted in ranges of 2^56 values: one-in-sixteen samples, below 2^60, in 16 files, denser ones in 64.
_RANGE_BITS: Final = np.uint64(56)
_RANGES: Final = 64
_BATCH: Final = 1 << 15


@dataclass(frozen=True, slots=True)
class Unpacked:
    """Signatures by row, and their sorted keys, memory-mapped from `folder`.

    keys, rows: (len(KEY_NAMES), documents), each line ascending; rows without a key come last, `counts` is the number
    with one. samples, owners: all sampled shingles and passages ascending, and their rows. sizes: by row. clusters: the
    first row connected to each row. lease: protects the folder from removal.
    """

    folder: Path
    signatures: pa.Table
    keys: U64
    rows: Records
    counts: Ints
    samples: U64
    owners: Records
    sizes: Sizes
    clusters: Ints
    lease: object = None

    @property
    def ids(self) -> pa.ChunkedArray:
        """The ids of the documents."""
        return self.signatures["id"]


def unpack(parts: Sequence[Path | BinaryIO], folder: Path) -> Unpacked:
    """Unpack index files or part files of signatures into the new or empty folder `folder`.

    Memory: 24 bytes per document and one sixty-fourth of the samples. Raises UsageError if a file is damaged.
    """
    folder.mkdir(parents=True, exist_ok=True)
    count = _write_signatures(parts, folder)
    table = _table(folder)
    _write_keys(table, count, folder)
    _write_samples(table, folder)
    return mapped(folder)


def mapped_signatures(parts: Sequence[Path], folder: Path) -> pa.Table:
    """Return the signatures of all `parts` as one table, memory-mapped from the new folder `folder`."""
    folder.mkdir(parents=True)
    _write_signatures(parts, folder)
    return _table(folder)


def _write_signatures(parts: Sequence[Path | BinaryIO], folder: Path) -> int:
    clusters, count = [np.empty(0, np.int64)], 0
    with pa.OSFile(str(folder / SIGNATURES), "wb") as file, pa.ipc.new_file(file, schema()) as writer:
        for batch in _batches(parts):
            writer.write_batch(signed(batch))
            clusters.append(_clusters_of(batch, count))
            count += len(batch)
    joined = np.concatenate(clusters)
    if not _are_first_rows(joined):
        raise UsageError(f"{_name(parts[-1])} is damaged: its clusters are invalid; fetch or create it again")
    np.save(folder / CLUSTERS, joined)
    return count


def _are_first_rows(clusters: Ints) -> bool:
    """Return whether each row is connected to itself, or to an earlier row connected to itself."""
    is_before = (clusters >= 0) & (clusters <= np.arange(len(clusters)))
    return bool(is_before.all() and (clusters[clusters] == clusters).all())


def _batches(parts: Sequence[Path | BinaryIO]) -> Iterator[pa.RecordBatch]:
    for part in parts:
        try:
            with pq.ParquetFile(part, page_checksum_verification=True) as file:
                for batch in file.iter_batches(_BATCH, use_threads=False):
                    batch.validate(full=True)
                    yield batch
        except (OSError, pa.ArrowException) as error:
            raise_machine_error(error, _name(part))
            raise UsageError(f"{_name(part)} is damaged ({type(error).__name__}): fetch or create it again") from error


def _name(part: Path | BinaryIO) -> str:
    return str(part if isinstance(part, Path) else part.name)


def _clusters_of(batch: pa.RecordBatch, first: int) -> Ints:
    """Return the clusters if known; otherwise each row is its own."""
    if "cluster" in batch.schema.names:
        return np.asarray(batch.column("cluster"), np.int64)
    return np.arange(first, first + len(batch))


def _table(folder: Path) -> pa.Table:
    with pa.memory_map(str(folder / SIGNATURES)) as file, pa.ipc.open_file(file) as reader:
        return reader.read_all()


def keys_of(table: pa.Table, name: str) -> tuple[U64, Bools]:
    """Return 64 bits of the column `name` of signatures, and a mask of non-null rows."""
    column = table[name]
    has_key = column.is_valid().to_numpy()
    words = {"sha256": sha256_words, "exact": digest_words}.get(name)
    if words is None:
        return column.fill_null(0).to_numpy(), has_key
    parts = [words(chunk)[:, 0] for chunk in column.chunks if len(chunk)]
    return np.concatenate([np.empty(0, np.uint64), *parts]), has_key


def _write_keys(table: pa.Table, count: int, folder: Path) -> None:
    shape = (len(KEY_NAMES), count)
    keys = np.lib.format.open_memmap(folder / KEYS, "w+", np.uint64, shape)
    rows = np.lib.format.open_memmap(folder / ROWS, "w+", np.uint32, shape)
    for line, name in enumerate(KEY_NAMES):
        found, has_key = keys_of(table, name)
        order = np.lexsort((found, ~has_key))
        keys[line], rows[line] = found[order], order
    keys.flush()
    rows.flush()


def _write_samples(table: pa.Table, folder: Path) -> None:
    column = table["samples"]
    sizes = sizes_of(table)
    np.save(folder / SIZES, sizes.own)
    np.save(folder / COMMON, sizes.common)
    np.save(folder / PASSAGES, sizes.passages)
    count = int(sizes.own.sum() + sizes.passages.sum())
    hashes = np.lib.format.open_memmap(folder / SAMPLES, "w+", np.uint64, (count,))
    owners = np.lib.format.open_memmap(folder / OWNERS, "w+", np.uint32, (count,))
    start = 0
    with Spill(_SAMPLE) as spill:
        _scatter(column, spill)
        for records in spill.files():
            # Owners come in ascending order. Sorting records with fields takes eight times as long.
            order = np.argsort(records["hash"], kind="stable")
            hashes[start : start + len(records)] = records["hash"][order]
            owners[start : start + len(records)] = records["owner"][order]
            start += len(records)
    hashes.flush()
    owners.flush()


def _scatter(column: pa.ChunkedArray, spill: Spill) -> None:
    """Partition samples into files by range, in ascending order."""
    row = 0
    for chunk in column.chunks:
        counts = np.diff(chunk.offsets.to_numpy())
        records = np.empty(int(counts.sum()), _SAMPLE)
        records["hash"] = chunk.flatten().to_numpy()
        records["owner"] = row + np.repeat(np.arange(len(chunk)), counts)
        spill.add(np.minimum(records["hash"] >> _RANGE_BITS, np.uint64(_RANGES - 1)), records)
        row += len(chunk)


def mapped(folder: Path, lease: object = None) -> Unpacked:
    """Map the content of `folder`; raises ValueError if its files are inconsistent."""
    table = _table(folder)
    arrays = {name: np.load(folder / name, mmap_mode="r") for name in _ARRAYS}
    count, sampled = len(table), int(arrays[SIZES].sum() + arrays[PASSAGES].sum())
    shapes = {KEYS: (len(KEY_NAMES), count), ROWS: (len(KEY_NAMES), count), SAMPLES: (sampled,), OWNERS: (sampled,)}
    shapes |= {SIZES: (count,), COMMON: (count,), PASSAGES: (count,), CLUSTERS: (count,)}
    if any(arrays[name].shape != shape for name, shape in shapes.items()):
        raise ValueError(f"{folder} contains an unpacked index whose files do not belong together")
    counts = np.array([count - table[name].null_count for name in KEY_NAMES])
    is_dense = table["shingles"].to_numpy() < FEW_SHINGLES
    sizes = Sizes(arrays[COMMON], arrays[SIZES], is_dense, arrays[PASSAGES])
    named = {"keys": KEYS, "rows": ROWS, "samples": SAMPLES, "owners": OWNERS, "clusters": CLUSTERS}
    found = {field: arrays[name] for field, name in named.items()}
    return Unpacked(folder, table, counts=counts, sizes=sizes, lease=lease, **found)
