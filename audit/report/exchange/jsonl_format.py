"""JSON Lines: one finding per line."""

from __future__ import annotations

import json
from typing import Final, TextIO

from audit.report.output_format import Findings, OutputFormat, Report
from audit.text.secret import without_secrets
from audit.text.visible import safe_json


def write(findings: Findings, report: Report, to: TextIO) -> None:
    """Write a line per finding, with the `path` of its file, in ASCII."""
    for batch in findings:
        for row in batch.to_pylist():
            line = {**row, "path": report.locations.path(row["id"])}
            line["evidence"] = row["evidence"] and without_secrets(row["evidence"])
            to.write(safe_json(json.dumps(line, ensure_ascii=True, sort_keys=True)) + "\n")
    to.flush()


JSON_LINES: Final = OutputFormat("jsonl", ".jsonl", write)
