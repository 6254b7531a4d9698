"""The digest of a shard's inputs, by which a later run recognises unchanged ones."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from audit.cache.canonical import key_of
from audit.engine.task import Item
from audit.read.open import Source, open_file
from audit.read.refusal import RefusedInputError

# Head and tail of a file read in spans belong to every span: headers, indexes.
_ENDS: Final = 1 << 20


def content_of(root: Path, items: Sequence[Item]) -> str:
    """Return a digest of the bytes these inputs are read from; an unreadable one contributes its refusal.

    The single input of a release, which has no path, stands for all its files.
    """
    digest = sha256()
    for item in items:
        digest.update(key_of(item.code))
        paths = [item.path] if item.path else sorted(_below(root))
        for path in () if item.code else paths:
            digest.update(key_of(path) + _digest(root, path, item.part))
    return digest.hexdigest()


def _below(root: Path) -> Iterator[str]:
    return (str(file.relative_to(root)) for file in root.rglob("*.parquet"))


def _digest(root: Path, path: str, part: tuple[int, ...]) -> bytes:
    digest = sha256()
    try:
        with open_file(root, os.fsencode(path)) as source:
            for piece in _pieces(source, part):
                digest.update(piece)
            return digest.digest()
    except RefusedInputError as error:
        return error.refusal.code.encode("ascii")


def _pieces(source: Source, part: tuple[int, ...]) -> Iterator[bytes]:
    if not part:
        yield from source.chunks()
        return
    start, end, *_ = part
    for first, last in ((0, min(_ENDS, start)), (start, end), (max(end, source.size - _ENDS), source.size)):
        if first < last:
            yield from source.between(first, last)
