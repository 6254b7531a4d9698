"""What a release is to follow: planned once, before the audit, and compared before the release is put into place."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from audit.differences.law import Demand
from audit.errors import UsageError, remedy
from audit.release.bump import bumped, refuse_smaller
from audit.release.manifest import Substance
from audit.release.pinned import Pinned, pin_version
from audit.release.pointer import listed, renew
from audit.release.storage import files
from audit.release.version import FIRST, Name, Version, check_name, parse_version, versions_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The past that a run is judged against, and that its release names.

    `version` None: the one that the changes since `parent` demand. `parent` is the newest release of a lesser version,
    or of any without one given; `earlier` are all of these, newest first.
    """

    home: Path
    name: Name
    version: Version | None
    parent: Pinned | None
    earlier: tuple[Version, ...]

    @property
    def folders(self) -> tuple[Path, ...]:
        """Return the folders of the earlier releases, newest first."""
        return tuple(self.home / str(version) for version in self.earlier)

    def says_nothing_new(self, substance: Substance) -> bool:
        """Return whether no version was asked for, and the newest release is of just this substance."""
        parent = self.parent
        return self.version is None and parent is not None and parent.manifest.substance.identity == substance.identity

    def next_version(self, demand: Demand | None) -> Version:
        """Return the version of a release whose changes since the parent make this demand; the first without a parent.

        Raises SmallVersionError when the one that was asked for is smaller.
        """
        if self.parent is None or demand is None:
            return self.version or FIRST
        old = self.parent.manifest.version
        if self.version is not None:
            refuse_smaller(self.version, old, demand)
        return self.version or bumped(old, demand.level)

    def compared(self) -> Plan:
        """Return the plan that would be made now: another one when the past has moved; ask under the lock."""
        return _planned(self.home, self.name, self.version)

    def said(self) -> str:
        """Return which release it follows, for a sentence."""
        return "nothing" if self.parent is None else f"{self.name}/{self.parent.manifest.version}"


def plan(dist: Path, name: str, version: str | None = None) -> Plan:
    """Return what a release of `name` into `dist` will follow, as its first version or as `version`.

    Raises UsageError when the name or version cannot be used, the version is there already, or the release to follow
    is broken; a broken one before that is no hindrance.
    """
    home, wanted = dist / check_name(name), parse_version(version) if version is not None else None
    try:
        if wanted is not None and (home / str(wanted)).exists():
            # The run that made it may have been stopped before it had renewed the pointer.
            with files.alone(home), suppress(UsageError):
                renew(home)
            raise UsageError(files.already_there(home / str(wanted)))
        return _planned(home, check_name(name), wanted)
    except OSError as error:
        reason, helps = error.strerror or error, remedy(error) or "mend that"
        raise UsageError(f"{home} cannot be looked into: {reason}; {helps}, then run again") from error


def _planned(home: Path, name: Name, version: Version | None) -> Plan:
    earlier = tuple(v for v in reversed(versions_of(home)) if version is None or v < version)
    parent = pin_version(home, earlier[0], listed(home).get(earlier[0])) if earlier else None
    return Plan(home=home, name=name, version=version, parent=parent, earlier=earlier)
