"""What every script that grows a forest does: say what it was grown from and by, and lay it down."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import audit.parser.models
from audit.parser.models.forest import Forest

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


def lay_down(forest: Forest, origin: Mapping[str, str]) -> str:
    """Serialise a forest as JSON, a tree per line, with its origin."""
    names = sorted({name for tree in forest.trees for name, _ in tree.questions})
    trees = [[*([names.index(n), at] for n, at in tree.questions), tree.weights] for tree in forest.trees]
    laid = {**origin, "signals": names, "prior": forest.prior, "trees": trees}
    text = json.dumps(laid, separators=(",", ":"))
    return text.replace('"trees":[', '"trees":[\n').replace("]],", "]],\n") + "\n"


def _digest(paths: Sequence[Path]) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
