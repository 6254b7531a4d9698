"""What a release is to follow: planned once, before the audit, and compared before the release is put into place."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from audit.errors import UsageError, remedy
from audit.release.bump import bump
from audit.release.manifest import Substance
from audit.release.pinned import Pinned, pin_version
from audit.release.pointer import listed, renew
from audit.release.storage import files
from audit.release.version import Name, Version, check_name, parse_version, versions_of


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

    def next_version(self, substance: Substance) -> Version:
        """Return the version of a release of `substance`; the parent's own when it says nothing new."""
        return self.version or bump(self.parent.manifest if self.parent else None, substance)

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
