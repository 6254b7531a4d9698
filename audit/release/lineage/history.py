"""The versions of a dataset with their metadata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from audit.atomic import open_regular
from audit.differences.version_rules import Level
from audit.release.manifest import REPORT, Manifest
from audit.release.pinned import Pinned
from audit.release.pointer import VersionStatus, listed_digests, newest_unyanked, version_statuses
from audit.release.version import Version
from audit.untrusted import MalformedError, mapping, read_json

# Limits of reports, which name a few findings per rule.
_LARGEST: Final = 64 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionEntry:
    """A version in a history.

    `bump` is the one its changes demanded, None for first versions and those made before versions were compared;
    `verdict` is that of its report. If the manifest is not the released one, `is_sound` is false and only number and
    yank are known.
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
    """Return the versions below `home` (dist/NAME), newest first; empty if there are none.

    Manifests and reports are verified by digest; `audit verify` reads the rest. Raises UsageError if the list of yanked
    versions cannot be read.
    """
    versions = version_statuses(home, listed_digests(home))
    leads = newest_unyanked(versions) if versions else None
    return tuple(_entry(home, each, is_pointed_at=each is leads) for each in reversed(versions))


def _entry(home: Path, standing: VersionStatus, *, is_pointed_at: bool) -> VersionEntry:
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
    """Return the verdict in the report; None if it is not the released report."""
    entry = manifest.file(REPORT)
    try:
        with open_regular(release / REPORT) as file:
            raw = file.read(_LARGEST)
        if entry is None or sha256(raw).hexdigest() != entry.sha256:
            return None
        verdict = mapping(read_json(raw)).get("verdict")
    except (OSError, MalformedError):
        return None
    return verdict if verdict in ("pass", "fail") else None
