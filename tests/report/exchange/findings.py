"""Findings and reports made by hand, for the forms that other programs read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from audit.gate.listed import LISTED
from audit.report.locations import Locations
from audit.report.output_format import Report
from audit.report.output_formats import format_named
from audit.report.summary import Outcome

SECRET = "gQ7rT2mZ9kLw4Xv8Bn3Jc6Hd1Fs5Pa0Ye"  # noqa: S105 nobody's
JUDGED = {"column": "c", "kwargs": {"max_value": 0}, "value": 0.5, "failed": 2, "of": 4, "allowed": 1, "remedy": "--it"}
RULES = [
    JUDGED | {"code": "ENC004", "name": "mojibake", "severity": "critical", "scope": "document", "met": False},
    JUDGED
    | {"code": "ENC006", "name": "zero-width-characters", "severity": "warning", "scope": "document", "met": True},
    JUDGED | {"code": "DUP101", "name": "mostly-duplicates", "severity": "warning", "scope": "corpus", "met": True},
]


def finding(nth: int, **said: Any) -> dict[str, Any]:
    named = dict.fromkeys(LISTED.names) | {"code": "ENC004", "severity": "critical", "id": f"{nth}.txt"}
    place = {
        "start": 40, "end": 44, "byte_start": 50, "byte_end": 58, "line": 3, "column": 5, "end_line": 3,
        "end_column": 9,
    }  # fmt: skip
    return named | place | {"fingerprint": f"{nth:032x}", "message": "Wrong.", "evidence": SECRET, **said}


def batches(findings: Iterator[dict[str, Any]] | list[dict[str, Any]], size: int = 8192) -> Iterator[pa.Table]:
    rows = list(findings)
    for at in range(0, len(rows), size):
        yield pa.Table.from_pylist(rows[at : at + size], LISTED)


def report(**said: Any) -> Report:
    facts: dict[str, Any] = {
        "verb": "check", "verdict": "fail", "reasons": ["3 new critical findings"], "rules": RULES,
        "policy": {"fail_on": "critical", "select": ("ALL",), "ignore": ()},
        "inputs": {"found": 3}, "ledger": {"published": 2, "quarantined": 1}, "set_aside": [],
    }  # fmt: skip
    return Report(facts | said, Outcome("audit check raw", "the default policy"), None, Locations("data"))


def written(name: str, findings: list[dict[str, Any]], said: Report | None = None) -> str:
    to = io.StringIO()
    format_named(name).write(batches(findings), said or report(), to)
    return to.getvalue()


MIXED = [
    finding(1), finding(2, severity="warning", code="ENC006"), finding(3, state="new"),
    finding(4, waiver="waived by ole until 2027-01-31: scans", state="waived"), finding(4),
]  # fmt: skip
