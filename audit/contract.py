"""The contracts as plain values: what `schemas/` and `audit schema` show, written from the code."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from audit.differences.law import LEVELS
from audit.finding import SEVERITIES
from audit.ledger import QUARANTINE, STATES
from audit.policy import RULE_SETTINGS, SECTIONS, SETTINGS, Setting, waiver_schema
from audit.release.tables import TABLES
from audit.rule import EXPECTATIONS
from audit.tables import SCHEMA_VERSION, Table
from audit.tables.extra import EXTRA_TYPES

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Final = {"type": "string"}
_COUNT: Final = {"type": "integer", "minimum": 0}
_SHA256: Final = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_BUMP: Final = {"enum": list(LEVELS)}
_VERSION: Final = {"type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+$"}


def contracts() -> dict[str, Any]:
    """Return every contract by name: the tables' columns, and the JSON Schemas of the JSON files of a release."""
    return {table.name: _columns(table) for table in TABLES} | {
        "report": _report(),
        "manifest": _manifest(),
        "changes": _changes(),
        "expectations": _expectations(),
        "policy": _policy(),
    }


def _columns(table: Table) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": table.name,
        "schema_version": SCHEMA_VERSION,
        "description": table.meaning,
        "columns": [
            {"name": c.name, "type": c.type, "nullable": not c.required, "description": c.meaning}
            for c in table.columns
        ],
    }
    if table.name == "ledger":
        made |= {"states": list(STATES), "quarantine_codes": dict(sorted(QUARANTINE.items()))}
    return made


def _object(
    description: str, properties: dict[str, Any], *, closed: bool = True, optional: Collection[str] = ()
) -> dict[str, Any]:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": sorted(properties.keys() - set(optional)),
        "additionalProperties": not closed,
    }


def _map(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": of}


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


def _may(of: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [of, {"type": "null"}]}


def _extra_column() -> dict[str, Any]:
    types = {"enum": sorted(EXTRA_TYPES)}
    return _object("a column that records bring along", {"name": _TEXT, "type": types, "meaning": _TEXT})


def _severities() -> dict[str, Any]:
    return {"enum": list(SEVERITIES)}


def _report() -> dict[str, Any]:
    rule = {
        "code": _TEXT, "name": _TEXT, "severity": _severities(), "scope": {"enum": ["document", "corpus"]},
        "type": {"enum": list(EXPECTATIONS)}, "column": _TEXT, "kwargs": _map({}), "mostly": {"type": "number"},
        "failed": _COUNT, "of": _COUNT, "allowed": _COUNT, "met": {"type": "boolean"},
        "documents": _COUNT, "findings": _COUNT, "value": _may({"type": "number"}), "remedy": _may(_TEXT),
    }  # fmt: skip
    leak = {"of": _may(_TEXT), "in": _TEXT, "documents": _COUNT, "copied": _map(_COUNT), "pairs": _map(_COUNT)}
    finding: dict[str, Any] = {c.name: {} for c in next(t for t in TABLES if t.name == "findings").columns}
    under_gate = ("state", "waiver")
    finding |= {
        "state": _may({"enum": ["new", "waived"]}) | {"description": "what the gate of the check makes of it"},
        "waiver": _may(_TEXT) | {"description": "who answers for it, until when, and why"},
    }
    properties = {
        "schema_version": {"const": SCHEMA_VERSION},
        "tool": _object(
            "what wrote it, and the hash of its model tables", {"name": _TEXT, "version": _TEXT, "tables": _TEXT}
        ),
        "verb": {"enum": ["check", "run"]},
        "verdict": {"enum": ["pass", "fail"]},
        "reasons": _list(_TEXT),
        "released": {"type": "boolean"},
        "inputs": _object(
            "what came in, what it was read as, and how that was decided",
            {
                "found": _COUNT,
                "bytes": _COUNT,
                "kind": {"enum": ["raw", "release", "dataset"]},
                "why": _TEXT,
                "extra": _list(_extra_column()),
            },
            optional=("extra",),
        ),
        "ledger": _object("inputs by state", dict.fromkeys(STATES, _COUNT)),
        "set_aside": _list(
            _object(
                "a reason; of what was quarantined also the first detail, with what to do next",
                {
                    "state": {"enum": list(STATES)},
                    "code": _TEXT,
                    "name": _TEXT,
                    "inputs": _COUNT,
                    "detail": _may(_TEXT),
                },
            )
        ),
        "languages": _map(_COUNT),
        "encodings": _map(_COUNT),
        "rules": _list(_object("a rule and how it fared", rule)),
        "findings": _object("findings by severity", dict.fromkeys(SEVERITIES, _COUNT)),
        "leakage": _list(_object("documents of one split, or of all, that stand in another or in a dataset", leak)),
        "before": _may(_TEXT),
        "worst": _list(_object("a finding, as in the table", finding, optional=under_gate)),
        "all_findings": _list(
            _object("a finding, as in the table; only where the result is printed", finding, optional=under_gate)
        ),
        "gate": _gate(),
        "path": _may(_TEXT) | {"description": "where a run put its release; only where the result is printed"},
        "metrics": _map(_may({"type": "number"})),
        "policy": _map({}),
        "next": _list(_TEXT),
    }
    return {"$schema": DRAFT, "title": "report"} | _object(
        "what a check or a run decided, and on what grounds", properties, optional=("all_findings", "gate", "path")
    )


def _gate() -> dict[str, Any]:
    known = {"fingerprint": _TEXT, "document": _TEXT, "code": _TEXT, "times": _COUNT}
    waiver = {
        "rule": _TEXT, "document": _TEXT, "owner": _TEXT, "reason": _TEXT, "expires": _TEXT,
        "state": {"enum": ["used", "unused", "expired"]},
    }  # fmt: skip
    properties = {
        "today": _TEXT | {"description": "the day on which waivers were judged"},
        "baseline": _may(_TEXT) | {"description": "the file, folder or release that says what is known"},
        "made_from": _list(_SHA256) | {"description": "the contents that the baseline was made from"},
        "written": _may({"enum": ["made", "tightened", "grown"]}) | {"description": "what became of the baseline"},
        "known": _COUNT,
        "new": _object("findings that fail the check, by severity", dict.fromkeys(SEVERITIES, _COUNT)),
        "new_below": _COUNT | {"description": "findings less grave than fail_on, which a baseline does not hold"},
        "repaired": _list(_object("a known finding that is gone", known)),
        "repaired_count": _COUNT,
        "waived": _COUNT,
        "waivers": _list(_object("a waiver, and what became of it", waiver)),
        "missed": _list(_TEXT) | {"description": "codes of the expectations that fail the check"},
    }
    return _object("what a check forgave; only where there is a baseline or a waiver", properties)


def _manifest() -> dict[str, Any]:
    content = _object("a table", {"rows": _COUNT, "bytes": _COUNT, "sha256": _SHA256})
    properties = {
        "name": _TEXT,
        "version": _VERSION,
        "parent": _may(_object("the release before", {"version": _VERSION, "sha256": _SHA256})),
        "schema_version": {"const": SCHEMA_VERSION},
        "schema_minor": _COUNT | {"description": "columns added to schema version 1.0; not said while there are none"},
        "extra": _list(_extra_column()) | {"description": "columns of documents beside those of the schema, if any"},
        "content": _map(content),
        "judgements": _map(_SHA256),
        "parameters": _map({}),
        "counts": _map(_COUNT),
        "tool": _object("what wrote it", {"name": _TEXT, "version": _TEXT, "libraries": _map(_TEXT)}),
        "files": _list(_object("a file of the release", {"path": _TEXT, "bytes": _COUNT, "sha256": _SHA256})),
        "changes": _object(
            "what changed since the parent, in full in audit/changes.json",
            {"bump": _BUMP, "reasons": _list(_TEXT), "counts": _map(_COUNT)},
        ),
        "checksum": _SHA256 | {"description": "SHA-256 of this file's canonical bytes without this field"},
    }
    # Releases made before it was introduced have no checksum, and those with the first columns no minor version; a
    # first version has no changes.
    return {"$schema": DRAFT, "title": "manifest"} | _object(
        "every file of a release, and where it comes from",
        properties,
        optional=("changes", "checksum", "schema_minor", "extra"),
    )


def _changes() -> dict[str, Any]:
    """Return the schema of audit/changes.json, which is that of `audit diff --format json` as well."""
    side = _object("a side", {"name": _TEXT, "documents": _COUNT})
    reason = _object("a change, and what it demands", {"level": _BUMP, "change": _TEXT})
    column = {"table": _TEXT, "column": _TEXT, "what": _TEXT, "old": _may(_TEXT), "new": _may(_TEXT)}
    share = {"type": "number", "minimum": 0, "maximum": 1}
    mover = _object("a value whose share of the documents changed", {"value": _may(_TEXT), "old": share, "new": share})
    shift = {
        "of": _TEXT, "measure": _TEXT, "old": _COUNT, "new": _COUNT, "distance": _may(share), "movers": _list(mover),
        "verdict": {"enum": ["same", "steady", "shifted", "unknown"]},
        "median_old": _may(_TEXT), "median_new": _may(_TEXT),
    }  # fmt: skip
    properties = {
        "old": side,
        "new": side,
        "bump": _object("the bump demanded", {"level": _BUMP, "reasons": _list(reason)}),
        "documents": _object(
            "documents by what became of them; copies are those added with the body of one that is still there",
            dict.fromkeys(("added", "removed", "renamed", "unchanged", "copies"), _COUNT) | {"edited": _map(_COUNT)},
        ),
        "edited_columns": _map(_COUNT),
        "examples": {
            "type": "object",
            "description": "the first documents of each kind; no words of them in a release",
        },
        "columns": _list(_object("what became of a column; ! marks types that are never null", column)),
        "shifts": _list(_object("the distance between two distributions", shift)),
        "findings": _may({"type": "object", "description": "new, resolved and kept findings, by rule"}),
        "duplicates": _may({"type": "object", "description": "pairs of duplicates by kind, appeared and gone"}),
        "leaks": _list({"type": "object", "description": "bodies of one split that stand in another one"}),
        "notes": _list(_TEXT),
    }
    called = ("schema_version", "tool", "verb")
    head = {name: {"description": "of the program, where a command printed it"} for name in called}
    return {"$schema": DRAFT, "title": "changes"} | _object(
        "what is different between two datasets, or between a release and its parent",
        head | properties,
        optional=called,
    )


def _expectations() -> dict[str, Any]:
    kwargs = _object(
        "column, mostly, and the expectation's own", {"column": _TEXT, "mostly": {"type": "number"}}, closed=False
    )
    meta = _object("the rule behind it", {"rule": _TEXT, "name": _TEXT}, closed=False)
    one = {"type": {"enum": list(EXPECTATIONS)}, "kwargs": kwargs, "severity": _severities(), "meta": meta}
    properties = {"name": _TEXT, "expectations": _list(_object("an expectation", one))}
    return {"$schema": DRAFT, "title": "expectations"} | _object("the suite that great-expectations judged", properties)


def _policy() -> dict[str, Any]:
    """Return the schema of audit.toml, whose keys may all be left out."""
    top = _settings(each for each in SETTINGS if not each.section)
    sections = {
        name: _optional(meaning, _settings(each for each in SETTINGS if each.section == name))
        for name, (_, meaning) in SECTIONS.items()
    }
    rule = _optional("what holds for one rule, instead of its own", _settings(RULE_SETTINGS))
    rules = _map(rule) | {"description": "settings by the code or name of a rule"}
    return {"$schema": DRAFT, "title": "policy"} | _optional(
        "audit.toml", {**top, **sections, "rules": rules, "waiver": waiver_schema()}
    )


def _settings(settings: Iterable[Setting]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for each in settings:
        made[each.key] = each.check.schema() | {"description": each.meaning}
        if each.default is not None:
            made[each.key]["default"] = list(each.default) if isinstance(each.default, tuple) else each.default
    return made


def _optional(description: str, properties: dict[str, Any]) -> dict[str, Any]:
    return _object(description, properties, optional=properties)
