"""Digests of the program's own files, by which what it computed is known again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Final

_ROOT: Final = Path(__file__).parent
_BEFORE: Final = len(f"{_ROOT}{os.sep}")
# Files that do not affect documents, and compiled code, which derives from the other files.
_APART: Final = frozenset({"docs", "samples", "shipped", "__pycache__"})


@cache
def source_digests() -> Mapping[str, str]:
    """Return the SHA-256 of each file by its path below the package, in the order of the paths."""
    found: dict[str, str] = {}
    for folder, inside, names in os.walk(_ROOT):
        inside[:] = {*inside} - _APART
        for path in map(f"{folder}{os.sep}".__add__, names):
            with open(path, "rb") as file:  # noqa: PTH123 a Path takes as long as the file
                found[path[_BEFORE:].replace(os.sep, "/")] = sha256(file.read()).hexdigest()
    return MappingProxyType(dict(sorted(found.items())))


def digest_of(files: Mapping[str, str]) -> str:
    """Return one digest of files by path, given each one's."""
    return sha256("".join(f"{path}\0{digest}\n" for path, digest in files.items()).encode()).hexdigest()
