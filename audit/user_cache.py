"""The folder of this program's caches in the user's."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

# Listed in --help; names another folder.
CACHE: Final = "AUDIT_CACHE_DIR"
# A cache is trusted, so that no folder with these permissions is used as one.
OTHERS_MAY_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH


def user_cache() -> Path | None:
    """Return the folder; None for a user without a home, such as one whom only a container's call names."""
    stated = Path(os.environ.get("XDG_CACHE_HOME") or "")
    try:
        caches = stated if stated.is_absolute() else Path("~/.cache").expanduser()
    except RuntimeError:
        return None
    return caches / "corpus-audit"
