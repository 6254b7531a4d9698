"""The result as text: the summary."""

from __future__ import annotations

from typing import Final, TextIO

from audit.report.output_format import Findings, OutputFormat, Report
from audit.report.summaries.of_verb import summary_of
from audit.report.terminal import show


def write(findings: Findings, report: Report, to: TextIO) -> None:
    """Write the summary."""
    show(summary_of(findings, report), to)


TEXT: Final = OutputFormat("text", ".txt", write)
