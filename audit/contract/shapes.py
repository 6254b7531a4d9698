"""The pieces that JSON Schemas are put together from."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from audit.differences.law import LEVELS
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
    """Return the shape of an object with these properties, all of them needed but the optional."""
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": sorted(properties.keys() - set(optional)),
        "additionalProperties": not closed,
    }


def map_of(of: dict[str, Any]) -> dict[str, Any]:
    """Return the shape of an object with any names, and values of one shape."""
    return {"type": "object", "additionalProperties": of}


def list_of(of: dict[str, Any]) -> dict[str, Any]:
    """Return the shape of a list."""
    return {"type": "array", "items": of}


def nullable(of: dict[str, Any]) -> dict[str, Any]:
    """Return the shape of a value or null."""
    return {"anyOf": [of, {"type": "null"}]}


def optional_object(description: str, properties: dict[str, Any]) -> dict[str, Any]:
    """Return the shape of an object of which nothing is needed."""
    return object_of(description, properties, optional=properties)


def extra_column() -> dict[str, Any]:
    """Return the shape of a column that rides along."""
    types = {"enum": sorted(EXTRA_TYPES)}
    return object_of("a column that records bring along", {"name": TEXT, "type": types, "meaning": TEXT})
