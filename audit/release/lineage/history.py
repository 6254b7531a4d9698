"""The versions of one name, each with what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from audit.atomic import open_regular
from audit.differences.law import Level
from audit.release.manifest import Manifest
from audit.release.pinned import Pinned
from audit.release.pointer import Standing, listed, pointed_at, standings
from audit.release.version import Version
from audit.untrusted import MalformedError, mapping, read_json

_REPORT: Final = "audit/report.json"
# A report names a few findings of each rule.
_LARGEST: Final = 64 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionEntry:
    """A version in a history.

    `bump` is what its changes demanded of it, None for a first version and for those from before they were compared;
    `verdict` that of its report. Of a version whose manifest is not the one that was released nothing but its number,
    and whether it was yanked, is told: `is_sound` is false.
    """

    version: Version
    is_sound: bool
    is_pointed_at: bool
    yanked: str | None
    parent: Version | None = None
    bump: Level | None = None
    reasons: tuple[str, ...] = ()
    documents: int | None = None
    blocks: int | None = None
    counts: Mapping[str, int] | None = None
    verdict: str | None = None


def history(home: Path) -> tuple[VersionEntry, ...]:
    """Return the versions below `home` (dist/NAME), newest first; none when there are none.

    Manifests and reports are read, and held to their digests; `audit verify` reads the rest. Raises UsageError when it
    cannot be read which versions were yanked.
    """
    versions = standings(home, listed(home))
    leads = pointed_at(versions) if versions else None
    return tuple(_entry(home, each, is_pointed_at=each is leads) for each in reversed(versions))


def _entry(home: Path, standing: Standing, *, is_pointed_at: bool) -> VersionEntry:
    yanked = standing.yanked.why if standing.yanked else None
    is_pointed_at = is_pointed_at and yanked is None
    pinned: Pinned | None = standing.pinned
    if pinned is None:
        return VersionEntry(version=standing.version, is_sound=False, is_pointed_at=is_pointed_at, yanked=yanked)
    manifest = pinned.manifest
    changes, tables = manifest.changes, manifest.substance.tables
    return VersionEntry(
        version=standing.version,
        is_sound=True,
        is_pointed_at=is_pointed_at,
        yanked=yanked,
        parent=manifest.parent.version if manifest.parent else None,
        bump=changes.bump if changes else None,
        reasons=changes.reasons if changes else (),
        documents=tables["documents"].rows,
        blocks=tables["blocks"].rows,
        counts=manifest.counts,
        verdict=_verdict(home / str(standing.version), manifest),
    )


def _verdict(release: Path, manifest: Manifest) -> str | None:
    """Return the verdict of the report; None when it is not the report that was released."""
    said = manifest.file(_REPORT)
    try:
        with open_regular(release / _REPORT) as file:
            raw = file.read(_LARGEST)
        if said is None or sha256(raw).hexdigest() != said.sha256:
            return None
        verdict = mapping(read_json(raw)).get("verdict")
    except (OSError, MalformedError):
        return None
    return verdict if verdict in ("pass", "fail") else None
