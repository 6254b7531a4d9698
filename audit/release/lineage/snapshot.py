"""A release as one side of a comparison."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from audit.differences.snapshot import Snapshot, StoredTable
from audit.release.manifest import Substance, canonical_json
from audit.release.storage.reading import files_of, refuse_links
from audit.release.storage.shards import SPLIT
from audit.tables import BLOCKS, DOCUMENTS, DUPLICATES, FINDINGS, LEDGER, Table


def snapshot_of(release: Path, name: str, substance: Substance) -> Snapshot:
    """Return the release in the folder `release` with the manifest's `substance`, without reading its tables.

    Raises UsageError if a file is missing, or replaced by a link.
    """
    return Snapshot(
        name=name,
        documents=_stored(release, DOCUMENTS),
        blocks=_stored(release, BLOCKS),
        findings=_stored(release, FINDINGS),
        duplicates=_stored(release, DUPLICATES),
        ledger=_stored(release, LEDGER),
        schema_version=substance.schema_version,
        contents=_contents_of(substance),
    )


def _contents_of(substance: Substance) -> dict[str, str]:
    """Return the digests of a release's contents by name."""
    return {
        **{name: content.sha256 for name, content in substance.tables.items()},
        **substance.judgements,
        "parameters": sha256(canonical_json(substance.parameters)).hexdigest(),
    }


def _stored(release: Path, table: Table) -> StoredTable:
    files = files_of(release, table)
    refuse_links(release, files)
    return StoredTable(tuple((SPLIT, file) for file in files))
