"""JSON Schemas of all outputs, generated from the code: the content of `schemas/` and `audit schema`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from audit.contract.released import changes, manifest
from audit.contract.reported import report
from audit.contract.shapes import (
    DRAFT,
    SEVERITY,
    TEXT,
    list_of,
    map_of,
    object_of,
    optional_object,
)
from audit.ledger import QUARANTINE, STATES
from audit.policy import RULE_SETTINGS, SECTIONS, SETTINGS, Setting, waiver_schema
from audit.release.tables import TABLES
from audit.rule import EXPECTATIONS
from audit.tables import SCHEMA_VERSION, Table


def contracts() -> dict[str, Any]:
    """Return all schemas by name: the tables' columns, and the JSON Schemas of a release's JSON files."""
    return {table.name: _columns(table) for table in TABLES} | {
        "report": report(),
        "manifest": manifest(),
        "changes": changes(),
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


def _expectations() -> dict[str, Any]:
    kwargs = object_of(
        "column, mostly, and the expectation's own arguments",
        {"column": TEXT, "mostly": {"type": "number"}},
        closed=False,
    )
    meta = object_of(
        "the rule it expresses", {"rule": TEXT, "name": TEXT, "page": TEXT}, closed=False, optional=("page",)
    )
    one = {"type": {"enum": list(EXPECTATIONS)}, "kwargs": kwargs, "severity": SEVERITY, "meta": meta}
    about = object_of("the table that it judges, and the rows", {"table": TEXT, "rows": TEXT})
    properties = {"name": TEXT, "expectations": list_of(object_of("an expectation", one)), "meta": about}
    # Releases made before there were two suites lack this field.
    return {"$schema": DRAFT, "title": "expectations"} | object_of(
        "a suite validated by great-expectations: expectations.json, expectations_metrics.json",
        properties,
        optional=("meta",),
    )


def _policy() -> dict[str, Any]:
    """Return the schema of audit.toml, in which every key is optional."""
    top = _settings(each for each in SETTINGS if not each.section)
    sections = {
        name: optional_object(meaning, _settings(each for each in SETTINGS if each.section == name))
        for name, (_, meaning) in SECTIONS.items()
    }
    rule = optional_object("overrides for one rule", _settings(RULE_SETTINGS))
    rules = map_of(rule) | {"description": "settings by the code or name of a rule"}
    return {"$schema": DRAFT, "title": "policy"} | optional_object(
        "audit.toml", {**top, **sections, "rules": rules, "waiver": waiver_schema()}
    )


def _settings(settings: Iterable[Setting]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for each in settings:
        made[each.key] = each.check.schema() | {"description": each.meaning}
        if each.default is not None:
            made[each.key]["default"] = list(each.default) if isinstance(each.default, tuple) else each.default
    return made
