"""The digest of the program, so that results of other code, models or libraries are not reused."""

from __future__ import annotations

import os
import platform
import unicodedata
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from audit.cache.canonical import key_of
from audit.version import version_of

_ROOT: Final = Path(__file__).parents[1]
# Not part of the digest: files that do not affect documents, and compiled code, which derives from hashed sources.
_APART: Final = frozenset({"samples", "shipped", "__pycache__"})
# The libraries that affect texts, tables and verdicts.
_LIBRARIES: Final = (
    "great-expectations", "langdetect", "lxml", "mwparserfromhell", "numba", "numpy", "pandas", "polars", "pyarrow",
    "pypdfium2", "python-docx", "trafilatura",
)  # fmt: skip


@cache
def program_digest() -> bytes:
    """Return a key of this program: code and models, libraries, Python version, and machine type."""
    digest = sha256()
    for folder, inside, names in os.walk(_ROOT):
        inside[:] = sorted({*inside} - _APART)
        below = Path(folder).relative_to(_ROOT).as_posix()
        for name in sorted(names):
            content = Path(folder, name).read_bytes()
            digest.update(f"{below}/{name}\0{len(content)}\0".encode() + content)
    machine = platform.python_implementation(), platform.python_version(), platform.machine()
    return key_of(digest.digest(), tuple(map(version_of, _LIBRARIES)), machine, unicodedata.unidata_version)
