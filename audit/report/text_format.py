"""The result as text: the summary."""

from __future__ import annotations

from typing import Final, TextIO

from audit.report.output_format import Findings, OutputFormat, Report
from audit.report.summaries.gate import gate_lines
from audit.report.summary import summary
from audit.report.terminal import show


def write(findings: Findings, report: Report, to: TextIO) -> None:
    """Write the summary."""
    show(summary(report.facts, report.outcome, gate_lines(findings, report)), to)


TEXT: Final = OutputFormat("text", ".txt", write)
