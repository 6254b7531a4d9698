"""The result of a verb."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.report.locations import Locations
from audit.report.output_format import NO_LOCATIONS, Findings, Report
from audit.report.summaries.of_verb import summary_of
from audit.report.summary import Line, Outcome
from audit.report.terminal import plain_text


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """The report of a verb; `passed` decides exit code 0 or 1; `path` is the folder of the tables, if any were written.

    `path` is a displayable URL if they were sent to one. `findings` yields all findings of a check or a run in batches,
    also if no tables were written. `str` of a result is the summary that the command prints.
    """

    report: Mapping[str, Any]
    outcome: Outcome
    passed: bool
    path: Path | str | None = None
    findings: Findings = ()
    locations: Locations = NO_LOCATIONS

    def as_report(self) -> Report:
        """Return the result as the output formats take it."""
        return Report(self.report, self.outcome, self.path, self.locations)

    def lines(self) -> Iterator[Line]:
        """Yield the lines of the summary."""
        return summary_of(self.findings, self.as_report())

    def __str__(self) -> str:
        """Return the summary in plain text."""
        return plain_text(self.lines()).rstrip("\n")

    def __repr__(self) -> str:
        """Return the verb and the verdict; the report is too long for a line."""
        return f"<Result of audit {self.report['verb']}: {'passed' if self.passed else 'not passed'}>"
