"""The schemas of manifest.json and audit/changes.json."""

from __future__ import annotations

from typing import Any

from audit.contract.shapes import (
    BUMP,
    COUNT,
    DRAFT,
    SHA256,
    TEXT,
    VERSION,
    extra_column,
    list_of,
    map_of,
    nullable,
    object_of,
)
from audit.tables import SCHEMA_VERSION


def manifest() -> dict[str, Any]:
    """Return the schema of manifest.json."""
    content = object_of("a table", {"rows": COUNT, "bytes": COUNT, "sha256": SHA256})
    properties = {
        "name": TEXT,
        "version": VERSION,
        "parent": nullable(object_of("the previous release", {"version": VERSION, "sha256": SHA256})),
        "schema_version": {"const": SCHEMA_VERSION},
        "schema_minor": COUNT | {"description": "number of columns added since schema version 1.0; absent if none"},
        "extra": list_of(extra_column()) | {"description": "extra columns of documents, beyond those of the schema"},
        "content": map_of(content),
        "judgements": map_of(SHA256),
        "parameters": map_of({}),
        "counts": map_of(COUNT),
        "tool": object_of("the program that wrote it", {"name": TEXT, "version": TEXT, "libraries": map_of(TEXT)}),
        "files": list_of(object_of("a file of the release", {"path": TEXT, "bytes": COUNT, "sha256": SHA256})),
        "changes": object_of(
            "changes since the parent; in full in audit/changes.json",
            {"bump": BUMP, "reasons": list_of(TEXT), "counts": map_of(COUNT)},
        ),
        "checksum": SHA256 | {"description": "SHA-256 of this file's canonical bytes without this field"},
    }
    # Older releases lack the checksum, those with the first columns a minor version; first versions have no changes.
    return {"$schema": DRAFT, "title": "manifest"} | object_of(
        "the files of a release, and its origin",
        properties,
        optional=("changes", "checksum", "schema_minor", "extra"),
    )


def changes() -> dict[str, Any]:
    """Return the schema of audit/changes.json and `audit diff --format json`."""
    side = object_of("a side", {"name": TEXT, "documents": COUNT})
    reason = object_of("a change, and the version bump it requires", {"level": BUMP, "change": TEXT})
    column = {"table": TEXT, "column": TEXT, "what": TEXT, "old": nullable(TEXT), "new": nullable(TEXT)}
    share = {"type": "number", "minimum": 0, "maximum": 1}
    mover = object_of(
        "a value whose share of the documents changed", {"value": nullable(TEXT), "old": share, "new": share}
    )
    shift = {
        "of": TEXT, "measure": TEXT, "old": COUNT, "new": COUNT, "distance": nullable(share), "movers": list_of(mover),
        "verdict": {"enum": ["same", "steady", "unclear", "shifted", "unknown"]},
        "median_old": nullable(TEXT), "median_new": nullable(TEXT),
    }  # fmt: skip
    properties = {
        "old": side,
        "new": side,
        "bump": object_of("the required version bump", {"level": BUMP, "reasons": list_of(reason)}),
        "documents": object_of(
            "documents by kind of change; copies are added documents with the body of an existing one",
            dict.fromkeys(("added", "removed", "renamed", "unchanged", "copies"), COUNT) | {"edited": map_of(COUNT)},
        ),
        "edited_columns": map_of(COUNT),
        "examples": {
            "type": "object",
            "description": "the first documents of each kind; without their text in a release",
        },
        "columns": list_of(object_of("a changed column; ! marks types that are never null", column)),
        "shifts": list_of(object_of("the distance between two distributions", shift)),
        "findings": nullable({"type": "object", "description": "new, resolved and kept findings, by rule"}),
        "duplicates": nullable({"type": "object", "description": "duplicate pairs by kind, added and removed"}),
        "leaks": list_of({"type": "object", "description": "bodies of one split that occur in another"}),
        "notes": list_of(TEXT),
    }
    called = ("schema_version", "tool", "verb")
    head = {name: {"description": "present only when printed by a command"} for name in called}
    return {"$schema": DRAFT, "title": "changes"} | object_of(
        "the differences between two datasets, or between a release and its parent",
        head | properties,
        optional=called,
    )
