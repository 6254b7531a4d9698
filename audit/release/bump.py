"""Which version comes next."""

from __future__ import annotations

from collections.abc import Iterable

from audit.release.manifest import Manifest, Substance
from audit.release.version import FIRST, Version
from audit.tables import Column


def bump(old: Manifest | None, new: Substance) -> Version:
    """Return the version that `new` deserves as the successor of `old`; the old one when nothing changed.

    Major: columns are gone or mean something else, readers must look. Minor: rows or columns of the dataset were added
    or changed. Patch: only the
    evidence or the parameters did. A newer library alone is no reason for a new version.
    """
    if old is None:
        return FIRST
    if new.schema_version != old.substance.schema_version or _lost(old.substance.extra, new.extra):
        return Version(old.version.major + 1, 0, 0)
    if new.dataset != old.substance.dataset:
        return Version(old.version.major, old.version.minor + 1, 0)
    if new.identity != old.substance.identity:
        return Version(old.version.major, old.version.minor, old.version.patch + 1)
    return old.version


def _lost(before: Iterable[Column], now: Iterable[Column]) -> bool:
    """Return whether a column that rode along is gone, or has another type."""
    return not {(column.name, column.type) for column in before} <= {(column.name, column.type) for column in now}
