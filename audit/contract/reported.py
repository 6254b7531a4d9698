"""The schema of report.json."""

from __future__ import annotations

from typing import Any

from audit.contract.shapes import (
    COUNT,
    DRAFT,
    SEVERITY,
    SHA256,
    TEXT,
    extra_column,
    list_of,
    map_of,
    nullable,
    object_of,
)
from audit.finding import SEVERITIES
from audit.ledger import STATES
from audit.measure.duplication.set_aside import GROUPED_BY
from audit.release.tables import TABLES
from audit.rule import EXPECTATIONS
from audit.tables import SCHEMA_VERSION


def report() -> dict[str, Any]:
    """Return the schema of report.json."""
    properties = {
        "schema_version": {"const": SCHEMA_VERSION},
        "tool": object_of(
            "the program that wrote it, and the hash of its model tables",
            {"name": TEXT, "version": TEXT, "tables": TEXT},
        ),
        "verb": {"enum": ["check", "run"]},
        "verdict": {"enum": ["pass", "fail"]},
        "reasons": list_of(TEXT),
        "released": {"type": "boolean"},
        "inputs": _inputs(),
        "ledger": object_of("inputs by state", dict.fromkeys(STATES, COUNT)),
        "set_aside": list_of(_reason()),
        "copies": _copies(),
        "languages": map_of(COUNT),
        "encodings": map_of(COUNT),
        "rules": list_of(_rule()),
        "findings": object_of("findings by severity", dict.fromkeys(SEVERITIES, COUNT)),
        "leakage": list_of(_leak()),
        "benchmarks": list_of(_benchmark()),
        "before": nullable(TEXT),
        "worst": list_of(_finding("a finding, as in the table")),
        "all_findings": list_of(_finding("a finding, as in the table; only in printed results")),
        "gate": _gate(),
        "path": nullable(TEXT) | {"description": "path of the release; only in printed results"},
        "metrics": map_of(nullable({"type": "number"})),
        "policy": map_of({}),
        "next": list_of(TEXT),
    }
    return {"$schema": DRAFT, "title": "report"} | object_of(
        "the verdict of a check or a run, and its reasons",
        properties,
        optional=("all_findings", "gate", "path"),
    )


def _inputs() -> dict[str, Any]:
    properties = {
        "found": COUNT, "bytes": COUNT, "kind": {"enum": ["raw", "release", "dataset"]}, "why": TEXT,
        "extra": list_of(extra_column()), "lacking": map_of(COUNT), "unused": map_of(COUNT),
        "unused_further": COUNT,
    }  # fmt: skip
    return object_of(
        "the input, the kind it was read as, and why; `lacking` are configured paths of fields, and at how many "
        "documents each had nothing; `unused` are columns of records that nothing uses, and in how many documents; "
        "`unused_further` is the number of such columns that are not listed, at least",
        properties,
        optional=("extra", "lacking", "unused", "unused_further"),
    )


def _reason() -> dict[str, Any]:
    return object_of(
        "a reason; for quarantined inputs also the first detail, with the next step",
        {"state": {"enum": list(STATES)}, "code": TEXT, "name": TEXT, "inputs": COUNT, "detail": nullable(TEXT)},
    )


def _copies() -> dict[str, Any]:
    group = {
        "by": {"enum": list(GROUPED_BY)}, "group": TEXT, "documents": COUNT, "copies": COUNT,
        "share": {"type": "number"},
    }  # fmt: skip
    groups = list_of(object_of("a group of documents of which at least half are duplicates", group))
    return object_of(
        "documents set aside as duplicates; `lost_tokens` are those of their tokens that occur in no kept document, "
        "`unknown_sources` names in `duplicates.sources` that no document is from, with similar ones of some that are",
        {
            "documents": COUNT, "tokens": COUNT, "lost_tokens": COUNT, "groups": groups,
            "unknown_sources": map_of(list_of(TEXT)),
        },
        optional=("unknown_sources",),
    )  # fmt: skip


def _rule() -> dict[str, Any]:
    properties = {
        "code": TEXT, "name": TEXT, "severity": SEVERITY, "scope": {"enum": ["document", "corpus"]},
        "type": {"enum": list(EXPECTATIONS)}, "column": TEXT, "kwargs": map_of({}), "mostly": {"type": "number"},
        "failed": COUNT, "of": COUNT, "allowed": COUNT, "met": {"type": "boolean"},
        "documents": COUNT, "findings": COUNT, "value": nullable({"type": "number"}), "remedy": nullable(TEXT),
    }  # fmt: skip
    return object_of("a rule and its result", properties)


def _leak() -> dict[str, Any]:
    properties = {"of": nullable(TEXT), "in": TEXT, "documents": COUNT, "copied": map_of(COUNT), "pairs": map_of(COUNT)}
    return object_of("documents of one split, or of all, that occur in another split or dataset", properties)


def _benchmark() -> dict[str, Any]:
    properties = {"in": TEXT} | dict.fromkeys(("items", "too_short", "left_out", "found", "documents"), COUNT)
    return object_of("items of a dataset searched for, and found in documents", properties)


def _finding(description: str) -> dict[str, Any]:
    columns: dict[str, Any] = {c.name: {} for c in next(t for t in TABLES if t.name == "findings").columns}
    under_gate = {
        "state": nullable({"enum": ["new", "waived"]}) | {"description": "whether it is new or waived; null if known"},
        "waiver": nullable(TEXT) | {"description": "owner, expiry date and reason of the waiver"},
    }
    return object_of(description, columns | under_gate, optional=tuple(under_gate))


def _gate() -> dict[str, Any]:
    known = {"fingerprint": TEXT, "document": TEXT, "code": TEXT, "times": COUNT}
    waiver = {
        "rule": TEXT, "document": TEXT, "owner": TEXT, "reason": TEXT, "expires": TEXT,
        "state": {"enum": ["used", "unused", "expired"]},
    }  # fmt: skip
    properties = {
        "today": TEXT | {"description": "the date for which waivers were evaluated"},
        "baseline": nullable(TEXT) | {"description": "the file, folder or release that lists known findings"},
        "made_from": list_of(SHA256) | {"description": "digests of the contents that the baseline was made from"},
        "written": nullable({"enum": ["made", "tightened", "grown"]}) | {"description": "how the baseline was changed"},
        "known": COUNT,
        "new": object_of("findings that fail the check, by severity", dict.fromkeys(SEVERITIES, COUNT)),
        "new_below": COUNT | {"description": "findings below fail_on that are not in the baseline"},
        "repaired": list_of(object_of("a known finding that no longer occurs", known)),
        "repaired_count": COUNT,
        "waived": COUNT,
        "waivers": list_of(object_of("a waiver, and its state", waiver)),
        "missed": list_of(TEXT) | {"description": "codes of the unmet expectations that fail the check"},
    }
    return object_of("what the check tolerated; only if there is a baseline or a waiver", properties)
