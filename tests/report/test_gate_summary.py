"""What a summary says of a gate: of records a fault that comes back on one line is told once, with how often."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from audit.report.output_format import Report
from audit.report.summaries.gate import gate_lines
from audit.report.summary import Outcome

GATE: dict[str, Any] = {
    "baseline": "known.txt", "known": 0, "new": {"warning": 3}, "new_below": 0, "repaired_count": 0, "repaired": [],
    "written": None, "waivers": [], "waived": 0,
}  # fmt: skip


def finding(id: str, line: int) -> dict[str, Any]:
    return {
        "fingerprint": "a" * 32, "code": "ENC002", "severity": "warning", "id": id, "message": "Signs: 2.",
        "evidence": "U+FFFD", "line": line, "byte_start": None, "byte_end": None, "state": "new",
    }  # fmt: skip


def test_what_repeats_on_a_line_is_one_entry() -> None:
    rows = [finding("a.jsonl#0", 1), finding("a.jsonl#0", 1), finding("a.jsonl#1", 2)]
    report = Report({"gate": GATE}, Outcome("audit check", "the defaults"))
    said = ["".join(text for _, text in line) for line in gate_lines([pa.Table.from_pylist(rows)], report)]
    places = [line.split("ENC002 ")[1] for line in said if "ENC002" in line]
    assert places == ["a.jsonl:1 in 2 places", "a.jsonl:2"]
