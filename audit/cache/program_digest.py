"""The digest of the program, so that results of other code, models or libraries are not reused."""

from __future__ import annotations

import platform
import unicodedata
from functools import cache
from typing import Final

from audit.cache.canonical import key_of
from audit.source_digests import digest_of, source_digests
from audit.version import version_of

# The libraries that affect texts, tables and verdicts.
_LIBRARIES: Final = (
    "great-expectations", "langdetect", "lxml", "mwparserfromhell", "numba", "numpy", "pandas", "polars", "pyarrow",
    "pypdfium2", "python-docx", "trafilatura",
)  # fmt: skip


@cache
def program_digest() -> bytes:
    """Return a key of this program: code and models, libraries, Python version, and machine type."""
    machine = platform.python_implementation(), platform.python_version(), platform.machine()
    return key_of(digest_of(source_digests()), tuple(map(version_of, _LIBRARIES)), machine, unicodedata.unidata_version)
