"""The result as one JSON object, the report's fields and all findings, streamed, a line each; and these lines alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final, TextIO

from audit.report.output_format import Findings, OutputFormat, Report
from audit.text.secret import without_secrets
from audit.text.visible import safe_json


def write(findings: Findings, report: Report, to: TextIO) -> None:
    """Write the object as ASCII, safe for terminals and CI runners."""
    to.write('{\n "all_findings": [')
    separator = "\n  "
    for finding in _rows(findings):
        to.write(separator + _safe(finding))
        separator = ",\n  "
    to.write("\n ],\n" if separator.startswith(",") else "],\n")
    facts = dict(report.facts)
    if facts["verb"] == "run":
        facts["path"] = str(report.path) if report.path else None
    # The closing brace of the report goes after the findings.
    to.write(_safe(facts, indent=1).removeprefix("{\n") + "\n")
    to.flush()


def write_lines(findings: Findings, report: Report, to: TextIO) -> None:
    """Write a line per finding, with the `path` of its file, in ASCII."""
    to.writelines(
        _safe({**finding, "path": report.locations.path(finding["id"])}) + "\n" for finding in _rows(findings)
    )
    to.flush()


def _rows(findings: Findings) -> Iterator[dict[str, Any]]:
    for batch in findings:
        for row in batch.to_pylist():
            yield {**row, "evidence": row["evidence"] and without_secrets(row["evidence"])}


def _safe(value: object, indent: int | None = None) -> str:
    return safe_json(json.dumps(value, ensure_ascii=True, indent=indent, sort_keys=True, default=str))


JSON: Final = OutputFormat("json", ".json", write)
JSON_LINES: Final = OutputFormat("jsonl", ".jsonl", write_lines)
