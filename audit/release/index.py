"""Where a release keeps its index: the signatures of its documents, for other corpora to be compared with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

INDEX: Final = "audit/index.parquet"
# Writes the index of what is released to the new file it is given.
WriteIndex: TypeAlias = Callable[[Path], None]
