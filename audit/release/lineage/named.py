"""Releases by name: NAME and NAME@VERSION for what lies below dist/."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from audit.errors import UsageError
from audit.read.walk import what_there_is
from audit.release.lineage.yanked import leading
from audit.release.manifest import MANIFEST
from audit.release.version import check_name, is_version, versions_of
from audit.text.visible import visible

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


def home_of(target: str | Path, dist: Path = DIST) -> Path:
    """Return the folder of all versions of `target`: of a NAME below `dist`, or else at a path.

    Raises UsageError if it is neither.
    """
    path = Path(target)
    if path.name == str(target):
        return dist / check_name(path.name)
    if versions_of(path):
        return path
    raise UsageError(
        f"{visible(str(target))} holds no versions of a dataset: name the folder dist/NAME, or NAME in --dist"
        f"{what_there_is(path)}"
    )


def versions_there(target: str | Path, dist: Path = DIST) -> str:
    """Return a clause with the versions in `dist` of a NAME@VERSION that is none of them; empty without any."""
    home = dist / str(target).partition("@")[0]
    there = ", ".join(map(str, versions_of(home))) if "@" in str(target) else ""
    return f"; {home} has {there}" if there else ""
