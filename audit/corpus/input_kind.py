"""What a path given by the user is, and what it must not be."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from audit.errors import UsageError
from audit.release.card.page import CARD
from audit.release.manifest import MANIFEST
from audit.worker.job import Kind

# As much of a card as its front matter can fill; a card with thousands of features is longer than most.
FRONT_MATTER: Final = 1 << 20


def kind_of(root: Path) -> Kind:
    """Return whether `root` is a release of ours, another dataset's folder or raw input.

    Raises UsageError when there is nothing at `root`.
    """
    if not root.exists():
        raise UsageError(f"there is nothing at {root}: check the path")
    if (root / MANIFEST).is_file() and (root / "documents").is_dir():
        return "release"
    return "dataset" if _has_card(root) else "raw"


def _has_card(root: Path) -> bool:
    """Return whether `root` holds the card of a dataset: a README.md whose front matter describes data files."""
    try:
        with (root / CARD).open("rb") as card:
            head = card.read(FRONT_MATTER)
    except OSError:
        return False
    front = head.removeprefix(b"---").partition(b"\n---")[0] if head.startswith(b"---") else b""
    return any(line.startswith((b"configs:", b"dataset_info:")) for line in front.splitlines())


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
