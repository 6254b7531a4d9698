"""The software that made a release: versions that must match to reproduce its bytes."""

from __future__ import annotations

import platform
import unicodedata
from typing import Any, Final

from audit.version import VERSION, version_of

NAME: Final = "corpus-audit"
# Libraries that affect text, verdicts or file bytes.
_LIBRARIES: Final = (
    "datasets", "great-expectations", "huggingface-hub", "langdetect", "numpy", "polars", "pyarrow", "trafilatura",
)  # fmt: skip


def tool() -> dict[str, Any]:
    """Return name and version of this program, of its libraries, and of Python and its Unicode tables."""
    found = {name: version_of(name) for name in _LIBRARIES}
    libraries = {name: version for name, version in found.items() if version is not None}
    ours = {"python": platform.python_version(), "unicode": unicodedata.unidata_version}
    return {"name": NAME, "version": VERSION, "libraries": {**libraries, **ours}}
