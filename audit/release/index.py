"""The location of a release's index, the signatures by which other corpora are compared with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

INDEX: Final = "audit/index.parquet"
# Writes the index of the released documents to the file it is given.
WriteIndex: TypeAlias = Callable[[Path], None]
