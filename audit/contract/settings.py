"""The schema of audit.toml."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from audit.contract.shapes import (
    DRAFT,
    map_of,
    optional_object,
)
from audit.policy import RULE_SETTINGS, SECTIONS, SETTINGS, Setting, waiver_schema


def policy() -> dict[str, Any]:
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
