"""Waivers: accepted findings, with rule, documents, reason, owner and expiry date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any, Final

from audit.errors import UsageError
from audit.policy.shown import near, shown, shown_key

KEY: Final = "waiver"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Accepted findings of `rule` (code or name) in documents whose id equals or matches `document`.

    `document` may be a glob: `news/*.txt`, `all.jsonl#*`. `owner` answers for it; `expires` is the last valid day.
    """

    rule: str
    document: str
    owner: str
    reason: str
    expires: date


def waivers(found: object) -> tuple[Waiver, ...]:
    """Return the waivers of audit.toml; raises UsageError naming an incomplete one."""
    if not isinstance(found, list | tuple) or not all(isinstance(each, Mapping) for each in found):
        raise UsageError(f"{KEY} is a list of tables, each written [[{KEY}]]")
    return tuple(_waiver(f"{KEY} {number}", each) for number, each in enumerate(found, 1))


def plain_waiver(waiver: Waiver) -> dict[str, str]:
    """Return a waiver as JSON values."""
    return asdict(waiver) | {"expires": waiver.expires.isoformat()}


def waiver_schema() -> dict[str, Any]:
    """Return the JSON Schema of the list of waivers."""
    text = {"type": "string", "minLength": 1}
    meanings = {
        "rule": "code or name of the rule", "document": "id of the document, or a glob such as news/*.txt",
        "owner": "the responsible person or team", "reason": "why the finding is accepted", "expires": "the last day "
        "on which it is valid, such as 2027-01-31",
    }  # fmt: skip
    properties = {name: text | {"description": meaning} for name, meaning in meanings.items()}
    one = {"type": "object", "properties": properties, "required": sorted(properties), "additionalProperties": False}
    return {"type": "array", "items": one, "description": "accepted findings, which do not fail a check"}


def _waiver(where: str, found: Mapping[str, object]) -> Waiver:
    names = [field.name for field in fields(Waiver)]
    for key in found:
        if key not in names:
            raise UsageError(f"unknown key {where}.{shown_key(key)}{near(key, names)}; known: {', '.join(names)}")
    if missing := [name for name in names if name not in found]:
        raise UsageError(f"{where} lacks {', '.join(missing)}: a waiver needs {', '.join(names)}")
    texts = {name: _text(f"{where}.{name}", found[name]) for name in names if name != "expires"}
    return Waiver(**texts, expires=_day(f"{where}.expires", found["expires"]))


def _text(name: str, value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise UsageError(f"{name} takes a string, not {shown(value)}")


def _day(name: str, value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError as error:
        raise UsageError(f"{name} takes a date such as 2027-01-31, not {shown(value)}") from error
