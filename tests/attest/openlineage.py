"""What OpenLineage asks of an event, in our own words."""

from __future__ import annotations

from jsonschema import Draft202012Validator

URI = {"type": "string", "pattern": "^[a-z][a-z0-9+.-]*:"}
FACETS = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "required": ["_producer", "_schemaURL"],
        "properties": {
            "_producer": URI,
            "_schemaURL": {"pattern": r"^https://openlineage\.io/spec/facets/\d-\d-\d/(\w+)\.json#/\$defs/\1$"},
        },
    },
}
DATASETS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["namespace", "name"],
        "properties": {"facets": FACETS, "inputFacets": FACETS, "outputFacets": FACETS},
    },
}
EVENT = Draft202012Validator(
    {
        "type": "object",
        "required": ["eventTime", "eventType", "producer", "schemaURL", "run", "job"],
        "properties": {
            "eventTime": {"pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"},
            "eventType": {"enum": ["START", "RUNNING", "COMPLETE", "ABORT", "FAIL", "OTHER"]},
            "producer": URI,
            "schemaURL": URI,
            "run": {
                "required": ["runId"],
                "properties": {
                    "runId": {"pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"},
                    "facets": FACETS,
                },
            },
            "job": {"required": ["namespace", "name"], "properties": {"facets": FACETS}},
            "inputs": DATASETS,
            "outputs": DATASETS,
        },
    }
)
