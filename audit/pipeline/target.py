"""What a path given by the user is, and what it must not be."""

from __future__ import annotations

from pathlib import Path

from audit.errors import UsageError
from audit.pipeline.job import Kind
from audit.release.manifest import MANIFEST


def kind_of(root: Path) -> Kind:
    """Return whether `root` is a release of ours or raw input. Raises UsageError when there is nothing at `root`."""
    if not root.exists():
        raise UsageError(f"there is nothing at {root}: check the path")
    return "release" if (root / MANIFEST).is_file() and (root / "documents").is_dir() else "raw"


def refuse_inside(root: Path, output: Path | None) -> None:
    """Raise UsageError when the output would lie among the input: the next run would read it."""
    if output is None:
        return
    inside, outside = output.resolve(), root.resolve()
    if inside == outside or (outside.is_dir() and outside in inside.parents):
        raise UsageError(f"the output {output} lies inside the input {root}: choose a folder elsewhere")


def refuse_nothing(found: int, root: Path) -> None:
    """Raise UsageError when there was no input at all: a run that judges nothing must not look like a pass."""
    if not found:
        raise UsageError(f"{root} holds no files: there is nothing to read")
