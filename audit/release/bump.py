"""Version numbers: the bump demanded by changes (audit.differences.version_rules) applied to a version."""

from __future__ import annotations

from audit.differences.version_rules import Demand, Level, is_at_least
from audit.errors import AuditError
from audit.release.version import Version


class SmallVersionError(AuditError):
    """The requested version is a smaller bump than the changes demand (exit 1)."""

    exit_code = 1


def bumped(old: Version, level: Level) -> Version:
    """Return the successor of `old` for changes at this level; `old` itself if there are none."""
    match level:
        case "major":
            return Version(old.major + 1, 0, 0)
        case "minor":
            return Version(old.major, old.minor + 1, 0)
        case "patch":
            return Version(old.major, old.minor, old.patch + 1)
    return old


def step(old: Version, new: Version) -> Level:
    """Return the most significant part in which two versions differ."""
    for level, a, b in (("major", old.major, new.major), ("minor", old.minor, new.minor)):
        if a != b:
            return "major" if level == "major" else "minor"
    return "patch" if old != new else "none"


def refuse_smaller(version: Version, old: Version, demand: Demand) -> None:
    """Raise SmallVersionError if `version` is a smaller bump from `old` than the changes demand."""
    if not is_at_least(step(old, version), demand.level):
        raise SmallVersionError(
            f"{version} is too small a bump from {old}: {demand.clause()}, which requires a {demand.level} version; "
            f"use {bumped(old, demand.level)} or higher, or let --bump auto choose"
        )
