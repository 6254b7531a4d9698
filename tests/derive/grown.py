"""What every script that grows a forest does: say what it was grown from and by, and lay it down."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import audit.parser.models
from audit.parser.models.forest import Forest, lay_down

MODELS = Path(audit.parser.models.__file__).parent
_SHARED = ("histograms.py", "labelled.py", "oblivious.py")


def origin(source: Path, script: str) -> dict[str, str]:
    """Return the sha256 of the pages in `source`, and of the script with what it shares with the others."""
    here = Path(__file__).parent
    return {
        "trained_on": _digest(sorted(source.glob("*train_*.parquet"))),
        "script": _digest([here / name for name in sorted((script, *_SHARED))]),
    }


def write(forest: Forest, path: Path, came_from: dict[str, str]) -> None:
    """Write a forest to a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(lay_down(forest, came_from), "utf-8")


def _digest(paths: Sequence[Path]) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
