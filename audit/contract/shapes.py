"""Building blocks of JSON Schemas."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from audit.differences.version_rules import LEVELS
from audit.finding import SEVERITIES
from audit.tables.extra import EXTRA_TYPES

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
TEXT: Final = {"type": "string"}
COUNT: Final = {"type": "integer", "minimum": 0}
SHA256: Final = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
SEVERITY: Final = {"enum": list(SEVERITIES)}
BUMP: Final = {"enum": list(LEVELS)}
VERSION: Final = {"type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+$"}


def object_of(
    description: str, properties: dict[str, Any], *, closed: bool = True, optional: Collection[str] = ()
) -> dict[str, Any]:
    """Return the schema of an object with these properties, required unless `optional`."""
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": sorted(properties.keys() - set(optional)),
        "additionalProperties": not closed,
    }


def map_of(of: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with arbitrary keys and uniform values."""
    return {"type": "object", "additionalProperties": of}


def list_of(of: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a list."""
    return {"type": "array", "items": of}


def nullable(of: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a value or null."""
    return {"anyOf": [of, {"type": "null"}]}


def optional_object(description: str, properties: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with no required properties."""
    return object_of(description, properties, optional=properties)


def extra_column() -> dict[str, Any]:
    """Return the schema of an extra column."""
    types = {"enum": sorted(EXTRA_TYPES)}
    return object_of("an extra column of records", {"name": TEXT, "type": types, "meaning": TEXT})
