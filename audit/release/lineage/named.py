"""Releases by name: NAME and NAME@VERSION for what lies below dist/."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from audit.errors import UsageError
from audit.release.lineage.yanked import leading
from audit.release.manifest import MANIFEST
from audit.release.version import check_name, is_version

DIST: Final = Path("dist")


def place_of(target: str | Path, dist: Path = DIST) -> Path:
    """Return the folder of the release called NAME or NAME@VERSION below `dist`, or else `target` as a path.

    What lies at the path comes first. Of a NAME it is the folder of all versions.
    """
    path = Path(target)
    written, at, version = str(target).partition("@")
    try:
        home = dist / check_name(written)
    except UsageError:
        return path
    if os.path.lexists(path):
        return path
    if at:
        return home / version if is_version(version) and (home / version / MANIFEST).is_file() else path
    return path if leading(home) is None else home
