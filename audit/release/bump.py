"""Which version comes next: the law of audit.differences.law, as numbers."""

from __future__ import annotations

from audit.differences.law import Demand, Level, is_at_least
from audit.errors import AuditError
from audit.release.version import Version


class SmallVersionError(AuditError):
    """The version that was asked for promises less change than there is (exit 1)."""

    exit_code = 1


def bumped(old: Version, level: Level) -> Version:
    """Return the version that such changes give to the successor of `old`; `old` itself without any."""
    match level:
        case "major":
            return Version(old.major + 1, 0, 0)
        case "minor":
            return Version(old.major, old.minor + 1, 0)
        case "patch":
            return Version(old.major, old.minor, old.patch + 1)
    return old


def step(old: Version, new: Version) -> Level:
    """Return which part of the number is another one, the greatest that is."""
    for level, a, b in (("major", old.major, new.major), ("minor", old.minor, new.minor)):
        if a != b:
            return "major" if level == "major" else "minor"
    return "patch" if old != new else "none"


def refuse_smaller(version: Version, old: Version, demand: Demand) -> None:
    """Raise SmallVersionError when `version` is a smaller step from `old` than the changes demand."""
    if not is_at_least(step(old, version), demand.level):
        raise SmallVersionError(
            f"{version} is too small a step from {old}: {demand.said()}, which demands a {demand.level} version; "
            f"name {bumped(old, demand.level)} or a greater one, or let --bump auto choose it"
        )
