"""GitLab's code quality report: a JSON array of issues, shown in merge requests."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, Final, TextIO

from audit.finding import Severity
from audit.report.exchange.grouped import FormatLimits, Group, group_findings
from audit.report.exchange.output_findings import output_findings
from audit.report.output_format import Findings, OutputFormat, Report
from audit.text.visible import safe_json

LIMITS: Final = FormatLimits(single=5_000, groups=25_000, places=1)
# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
_SEVERITIES: Final[dict[Severity, str]] = {"critical": "critical", "warning": "major", "info": "info"}


def write(findings: Findings, report: Report, to: TextIO) -> None:
    """Write an issue per line; waived ones are marked and have severity info."""
    found = group_findings(output_findings(findings, report), LIMITS)
    seen: Counter[str] = Counter()
    to.write("[")
    separator = "\n"
    for group in found.groups:
        seen[group.first.fingerprint] += 1
        to.write(separator + _issue(group, seen[group.first.fingerprint]))
        separator = ",\n"
    to.write("\n]\n")
    to.flush()


def _issue(group: Group, nth: int) -> str:
    first = group.first
    waived = f" [{first.waiver}]" if first.waiver else ""
    issue: dict[str, Any] = {
        "type": "issue",
        "check_name": first.code,
        "description": f"{first.message}{group.more}{waived}",
        # GitLab shows one issue per fingerprint.
        "fingerprint": first.fingerprint if nth == 1 else f"{first.fingerprint}-{nth}",
        "severity": "info" if first.waiver else _SEVERITIES[first.severity],
        "location": {"path": first.path, "lines": {"begin": first.line or 1}},
    }
    return safe_json(json.dumps(issue, ensure_ascii=True, sort_keys=True))


GITLAB: Final = OutputFormat("gitlab", ".codequality.json", write, ("code-quality-report.json",))
