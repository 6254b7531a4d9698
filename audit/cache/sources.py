"""The digest of the program itself: with other code, other models or other libraries nothing kept is of use."""

from __future__ import annotations

import os
import platform
import unicodedata
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import Final

from audit.cache.canonical import key_of

_ROOT: Final = Path(__file__).parents[1]
# They come with the program and are read by nobody who reads documents; what is compiled follows from its sources.
_APART: Final = frozenset({"samples", "shipped", "__pycache__"})
# What texts, tables and verdicts come from; the others only carry them.
_LIBRARIES: Final = (
    "great-expectations", "langdetect", "lxml", "mwparserfromhell", "numba", "numpy", "pandas", "polars", "pyarrow",
    "pypdfium2", "python-docx", "trafilatura",
)  # fmt: skip


@cache
def program() -> bytes:
    """Return a key of this program: its code and models, its libraries, Python, and the kind of machine."""
    digest = sha256()
    for folder, inside, names in os.walk(_ROOT):
        inside[:] = sorted({*inside} - _APART)
        below = Path(folder).relative_to(_ROOT).as_posix()
        for name in sorted(names):
            content = Path(folder, name).read_bytes()
            digest.update(f"{below}/{name}\0{len(content)}\0".encode() + content)
    machine = platform.python_implementation(), platform.python_version(), platform.machine()
    return key_of(digest.digest(), tuple(map(_version, _LIBRARIES)), machine, unicodedata.unidata_version)


def _version(distribution: str) -> str | None:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None
