"""The bodies of a release laid out by row: one file of text, memory-mapped, and the bounds of each row in it.

A release's row groups hold thousands of documents. Reading each for a few candidates costs more than comparing them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from audit.measure.duplication.records.parts import readable, validated
from audit.measure.duplication.tokens.fold import bytes_of
from audit.measure.duplication.tokens.hashing import starts_of, together

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from audit.measure.duplication.tokens.hashing import Ints

# Maximum bytes of the texts of a release: those of two million documents of a kilobyte.
MOST: Final = 2 << 30
_TEXT, _BOUNDS = "bodies.txt", "bounds.npy"
# Bodies read from a file, and bytes of them returned, at once.
_ROWS: Final = 1 << 13
_AT_ONCE: Final = 1 << 20


def size_of_bodies(files: Sequence[Path]) -> int:
    """Return about how many bytes the bodies in Parquet files take; raises UsageError if one is damaged."""
    size = 0
    for path in files:
        with readable(path):
            read = pq.read_metadata(path)
            place = read.schema.names.index("body")
            groups = (read.row_group(nth).column(place) for nth in range(read.num_row_groups))
            size += sum(group.total_uncompressed_size for group in groups)
    return size


def write_bodies(files: Sequence[BinaryIO], folder: Path) -> None:
    """Write the bodies in Parquet files into the new or empty folder `folder`.

    Raises UsageError if a file is damaged.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sizes = [np.empty(0, np.int64)]
    with (folder / _TEXT).open("wb") as text:
        for file in files:
            for bodies in _bodies(file):
                octets, offsets = bytes_of(bodies)
                text.write(octets[int(offsets[0]) : int(offsets[-1])].data)
                sizes.append(np.diff(offsets))
    np.save(folder / _BOUNDS, starts_of(np.concatenate(sizes)))


def _bodies(file: BinaryIO) -> Iterator[pa.LargeStringArray]:
    with readable(Path(file.name)), pq.ParquetFile(file, page_checksum_verification=True) as read:
        for batch in read.iter_batches(_ROWS, columns=["body"], use_threads=False):
            yield validated(pa.chunked_array([batch.column(0)]))


def mapped_bodies(folder: Path, lease: object = None) -> MappedBodies:
    """Map the content of `folder`; raises ValueError if its files are inconsistent."""
    bounds = np.load(folder / _BOUNDS, mmap_mode="r")
    with pa.memory_map(str(folder / _TEXT)) as file:
        text = file.read_buffer()
    are_sound = bounds.dtype == np.int64 and bounds.ndim == 1 and len(bounds) > 0
    if not are_sound or bounds[0] or bounds[-1] != text.size or (np.diff(bounds) < 0).any():
        raise ValueError(f"{folder} contains texts whose files do not belong together")
    # Arrow maps an empty file to no buffer, and refuses that.
    buffers = pa.py_buffer(bounds), text if text.size else pa.py_buffer(b"")
    return MappedBodies(pa.LargeStringArray.from_buffers(len(bounds) - 1, *buffers), bounds, lease)


@dataclass(frozen=True, slots=True)
class MappedBodies:
    """The bodies of documents by row. lease: protects their files from removal."""

    texts: pa.LargeStringArray
    bounds: Ints
    lease: object

    def __len__(self) -> int:
        """Return the number of documents."""
        return len(self.texts)

    def columns(self, rows: Ints) -> Iterator[tuple[Ints, pa.LargeStringArray]]:
        """Yield ascending `rows` with their bodies, in chunks, validated since kernels assume UTF-8."""
        for here in together(self.bounds[rows + 1] - self.bounds[rows], _AT_ONCE):
            yield rows[here], validated(pa.chunked_array([self.texts.take(pa.array(rows[here]))]))
