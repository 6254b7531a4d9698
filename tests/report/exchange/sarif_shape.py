"""What we write of the schema of SARIF 2.1.0 (OASIS, sarif-schema-2.1.0.json), closed: a misspelt key fails."""

from __future__ import annotations

from typing import Any


def closed(required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object", "required": required.split(), "properties": properties, "additionalProperties": False,
    }  # fmt: skip


def many(of: dict[str, Any], **said: Any) -> dict[str, Any]:
    return {"type": "array", "items": of, **said}


TEXT = {"type": "string"}
FROM_0 = {"type": "integer", "minimum": 0}
FROM_1 = {"type": "integer", "minimum": 1}
MESSAGE = closed("text", text=TEXT)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
REGION = closed(
    "", startLine=FROM_1, startColumn=FROM_1, endLine=FROM_1, endColumn=FROM_1, byteOffset=FROM_0, byteLength=FROM_0
) | {"minProperties": 1}
ADDRESS = {"type": "string", "pattern": r"^(?:file:///)?[A-Za-z0-9._~%/!$&'()*+,;=:@-]+$"}
PHYSICAL = closed("artifactLocation region", artifactLocation=closed("uri", uri=ADDRESS), region=REGION)
RESULT = closed(
    "ruleId message locations",
    ruleId=TEXT, ruleIndex=FROM_0, level=LEVEL, message=MESSAGE,
    # GitHub's limits as well: no more than a thousand, and none without one.
    locations=many(closed("physicalLocation", physicalLocation=PHYSICAL), minItems=1, maxItems=1000),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    occurrenceCount=FROM_1,
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    suppressions=many(closed("kind", kind={"enum": ["inSource", "external"]}, justification=TEXT), uniqueItems=True),
)  # fmt: skip
RULE = closed(
    "id", id=TEXT, name=TEXT, shortDescription=MESSAGE, fullDescription=MESSAGE, help=MESSAGE,
    defaultConfiguration=closed("", level=LEVEL),
)  # fmt: skip
INVOCATION = closed(
    "executionSuccessful", executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=many(closed("message", level=LEVEL, message=MESSAGE)),
)  # fmt: skip
RUN = closed(
    "tool results",
    tool=closed("driver", driver=closed("name", name=TEXT, version=TEXT, rules=many(RULE, uniqueItems=True))),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations=many(INVOCATION),
    results=many(RESULT, maxItems=25_000),
)
SARIF = closed("version runs", **{"$schema": TEXT}, version={"const": "2.1.0"}, runs=many(RUN))
