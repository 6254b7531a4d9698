"""Packs: files with the tables of some documents and the cache key of each.

A pack is named by the digest of its bytes, which is verified before anything is parsed, so that a truncated, corrupted
or edited pack is never used.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa

from audit.atomic import open_regular, replacing
from audit.cache.canonical import KEY_BYTES

if TYPE_CHECKING:
    from numpy.typing import NDArray

SUFFIX: Final = ".pack"
_MAGIC: Final = b"corpus-audit pack 1\n"
_COUNT: Final = np.dtype("<u4")
_KEY: Final = np.dtype([("first", "<u8"), ("rest", f"V{KEY_BYTES - 8}")])
_WRITING: Final = pa.ipc.IpcWriteOptions(compression="lz4")
# The errors that a malformed file may raise.
BROKEN: Final = (OSError, EOFError, ValueError, LookupError, TypeError, pa.ArrowException)


@dataclass(frozen=True, slots=True)
class Pack:
    """Tables of documents; document n has the key `keys[n]`."""

    keys: tuple[bytes, ...]
    tables: Mapping[str, pa.Table]


def write_pack(folder: Path, pack: Pack) -> tuple[Path, int]:
    """Write a pack into the folder; return its path and size in bytes. Raises OSError."""
    written = {name: _stream(table) for name, table in pack.tables.items()}
    index = json.dumps([[name, len(stream)] for name, stream in written.items()]).encode("ascii")
    counts = np.array([len(pack.keys), len(index)], _COUNT).tobytes()
    content = b"".join((_MAGIC, counts, *pack.keys, index, *written.values()))
    path = folder / f"{sha256(content).hexdigest()}{SUFFIX}"
    with replacing(path) as file:
        file.write(content)
    return path, len(content)


def _stream(table: pa.Table) -> bytes:
    buffer = BytesIO()
    with pa.ipc.new_stream(buffer, table.schema, options=_WRITING) as writer:
        writer.write_table(table)
    return buffer.getvalue()


def first_halves(path: Path) -> NDArray[np.uint64]:
    """Return the first eight bytes of each key of a pack, without verifying it.

    Raises one of BROKEN if it is no pack.
    """
    with open_regular(path) as file:
        head = file.read(len(_MAGIC) + 2 * _COUNT.itemsize)
        if not head.startswith(_MAGIC):
            raise ValueError(f"{path} is not a pack")
        rows, _ = np.frombuffer(head, _COUNT, offset=len(_MAGIC)).tolist()
        return np.frombuffer(file.read(rows * KEY_BYTES), _KEY, rows)["first"]


def halved(keys: Sequence[bytes]) -> NDArray[np.uint64]:
    """Return the first eight bytes of each key."""
    return np.frombuffer(b"".join(keys), _KEY)["first"]


def read_pack(path: Path) -> Pack:
    """Return a verified pack. Raises one of BROKEN if it is missing or damaged."""
    with open_regular(path) as file:
        content = file.read()
    if sha256(content).hexdigest() != path.name.removesuffix(SUFFIX):
        raise ValueError(f"{path} does not match its name")
    at = len(_MAGIC) + 2 * _COUNT.itemsize
    rows, size_of_index = np.frombuffer(content, _COUNT, 2, len(_MAGIC)).tolist()
    keys = tuple(content[start : start + KEY_BYTES] for start in range(at, at + rows * KEY_BYTES, KEY_BYTES))
    at += rows * KEY_BYTES
    tables, begin = {}, at + size_of_index
    for name, size in json.loads(content[at:begin]):
        tables[name] = pa.ipc.open_stream(pa.py_buffer(content).slice(begin, size)).read_all()
        begin += size
    return Pack(keys, tables)
