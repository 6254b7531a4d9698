"""The plan of a release: its parent, determined before the audit and checked again before the release is placed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from audit.differences.version_rules import Demand
from audit.errors import UsageError, remedy
from audit.release.bump import bumped, refuse_smaller
from audit.release.manifest import Substance
from audit.release.pinned import Pinned, pin_version
from audit.release.pointer import listed_digests, renew
from audit.release.storage import files
from audit.release.version import FIRST, Name, Version, check_name, parse_version, versions_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The earlier releases that a run is compared with and its release refers to.

    `version` None means the version that the changes since `parent` demand. `parent` is the newest release with a
    smaller version (of all, if no version is requested); `earlier` are all of these, newest first.
    """

    home: Path
    name: Name
    version: Version | None
    parent: Pinned | None
    earlier: tuple[Version, ...]

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders of the earlier releases, newest first."""
        return tuple(self.home / str(version) for version in self.earlier)

    def is_unchanged_by(self, substance: Substance) -> bool:
        """Return whether no version was requested and the newest release has the same substance."""
        parent = self.parent
        return self.version is None and parent is not None and parent.manifest.substance.identity == substance.identity

    def next_version(self, demand: Demand | None) -> Version:
        """Return the version for changes demanding this bump; the first version without a parent.

        Raises SmallVersionError if the requested version is smaller.
        """
        if self.parent is None or demand is None:
            return self.version or FIRST
        old = self.parent.manifest.version
        if self.version is not None:
            refuse_smaller(self.version, old, demand)
        return self.version or bumped(old, demand.level)

    def compared(self) -> Plan:
        """Return the plan as it would be made now, which differs if releases were added; call it under the lock."""
        return _plan(self.home, self.name, self.version)

    def previous_name(self) -> str:
        """Return a phrase naming the release it follows."""
        return "nothing" if self.parent is None else f"{self.name}/{self.parent.manifest.version}"


def plan(dist: Path, name: str, version: str | None = None) -> Plan:
    """Plan a release of `name` into `dist`, as its first version, as `version`, or as the next one.

    Raises UsageError if name or version are invalid, the version exists, or the parent is broken; older broken releases
    do not matter.
    """
    home, wanted = dist / check_name(name), parse_version(version) if version is not None else None
    try:
        if wanted is not None and (home / str(wanted)).exists():
            # The run that made it may have been interrupted before updating the pointer.
            with files.publication_lock(home), suppress(UsageError):
                renew(home)
            raise UsageError(files.exists_already(home / str(wanted)))
        return _plan(home, check_name(name), wanted)
    except OSError as error:
        reason, helps = error.strerror or error, remedy(error) or "fix that"
        raise UsageError(f"{home} cannot be read: {reason}; {helps}, then run again") from error


def _plan(home: Path, name: Name, version: Version | None) -> Plan:
    earlier = tuple(v for v in reversed(versions_of(home)) if version is None or v < version)
    parent = pin_version(home, earlier[0], listed_digests(home).get(earlier[0])) if earlier else None
    return Plan(home=home, name=name, version=version, parent=parent, earlier=earlier)
