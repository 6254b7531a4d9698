"""Changes since the parent release: audit/changes.json in full, a summary in the manifest.

Neither quotes documents: text removed from a dataset must not be passed on by its next version. `audit diff` shows it
to those who have both versions.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pyarrow as pa

from audit.differences.compare import Differences, compare
from audit.errors import UsageError, remedy
from audit.release.lineage.snapshot import snapshot_of
from audit.release.manifest import Substance, VersionChanges
from audit.release.pinned import Pinned

CHANGES: Final = "audit/changes.json"


def changes_since(parent: Pinned, folder: Path, staged: Path, substance: Substance) -> Differences:
    """Return the differences between the release in `folder`, whose manifest is `parent`, and the staged one.

    Raises UsageError if the parent cannot be read, since the bump is unknown then; OSError if the machine is the cause.
    """
    name = f"{parent.manifest.name}/{parent.manifest.version}"
    old = snapshot_of(folder, name, parent.manifest.substance)
    new = snapshot_of(staged, parent.manifest.name, substance)
    try:
        return compare(old, new, texts=False)
    except (pa.ArrowException, OSError) as error:
        if isinstance(error, OSError) and remedy(error) is not None:
            raise
        raise UsageError(
            f"{folder}, the parent of the new version, cannot be read ({type(error).__name__}), so the changes are "
            f"unknown: see `audit verify {folder}`, or fetch it again"
        ) from error


def manifest_summary(differences: Differences) -> VersionChanges:
    """Return the summary for the manifest."""
    counts = differences.counts
    return VersionChanges(
        bump=differences.demand.level,
        reasons=tuple(reason.change for reason in differences.demand.reasons),
        counts={"added": counts.added, "removed": counts.removed, "renamed": counts.renamed, **counts.edited},
    )
