"""The result as text: the summary."""

from __future__ import annotations

from typing import Final, TextIO

from audit.report.form import Findings, Form, Report
from audit.report.summaries.gate import gate_lines
from audit.report.summary import summary
from audit.report.terminal import show


def write(findings: Findings, report: Report, to: TextIO) -> None:
    """Write the summary."""
    show(summary(report.facts, report.outcome, gate_lines(findings, report)), to)


TEXT: Final = Form("text", ".txt", write)
