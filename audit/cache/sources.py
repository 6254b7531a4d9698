"""The digest of the program itself: with other code, other models or other libraries nothing kept is of use."""

from __future__ import annotations

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
_APART: Final = frozenset({"samples", "__pycache__"})
# What texts, tables and verdicts come from; the others only carry them.
_LIBRARIES: Final = (
    "great-expectations", "langdetect", "lxml", "mwparserfromhell", "numba", "numpy", "pandas", "polars", "pyarrow",
    "pypdfium2", "python-docx", "trafilatura",
)  # fmt: skip


@cache
def program() -> bytes:
    """Return a key of this program: its code and models, its libraries, Python, and the kind of machine."""
    digest = sha256()
    for path in sorted(_ROOT.rglob("*")):
        inside = path.relative_to(_ROOT)
        if _APART.isdisjoint(inside.parts) and path.is_file():
            content = path.read_bytes()
            digest.update(b"%s\0%d\0" % (inside.as_posix().encode("utf-8"), len(content)) + content)
    machine = platform.python_implementation(), platform.python_version(), platform.machine()
    return key_of(digest.digest(), tuple(map(_version, _LIBRARIES)), machine, unicodedata.unidata_version)


def _version(distribution: str) -> str | None:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None
