"""An early check that an output location is writable."""

from __future__ import annotations

import os
from pathlib import Path

from audit.errors import UsageError
from audit.text.visible import visible


def refuse_unwritable(folder: Path) -> None:
    """Raise UsageError if a folder can neither be created nor written into."""
    there = next((place for place in (folder, *folder.absolute().parents) if os.path.lexists(place)), folder)
    if not there.is_dir():
        raise UsageError(f"{visible(str(there))} is not a folder: choose another output location")
    if not os.access(there, os.W_OK | os.X_OK):
        raise UsageError(f"{visible(str(there))} is not writable: choose another output location")
