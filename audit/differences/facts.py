"""The differences as a plain mapping: the output of `audit diff --format json`, and changes.json of a release."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from audit.differences.compare import Differences


def facts(differences: Differences) -> dict[str, Any]:
    """Return all differences in the form of schemas/changes.v1.json."""
    counts, shown = differences.counts, differences.examples
    sides = zip(differences.names, differences.sizes, strict=True)
    old, new = ({"name": name, "documents": size} for name, size in sides)
    return {
        "old": old,
        "new": new,
        "bump": asdict(differences.demand),
        "documents": {
            "added": counts.added,
            "removed": counts.removed,
            "renamed": counts.renamed,
            "edited": dict(counts.edited),
            "unchanged": counts.unchanged,
            "copies": counts.copies,
        },
        "edited_columns": dict(counts.metadata),
        "examples": {
            "added": list(shown.added),
            "removed": list(shown.removed),
            **({"why_removed": dict(shown.why_removed)} if shown.why_removed else {}),
            "renamed": [{"old": before, "new": after} for before, after in shown.renamed],
            "edited": [asdict(each) for each in shown.edited],
        },
        "columns": [asdict(each) for each in differences.columns],
        "shifts": [asdict(each) for each in differences.shifts],
        "findings": asdict(differences.findings) if differences.findings else None,
        "duplicates": asdict(differences.duplicates) if differences.duplicates else None,
        "leaks": [asdict(each) for each in differences.leaks],
        "notes": list(differences.notes),
    }
