"""The result of a verb."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.report.locations import Locations
from audit.report.output_format import NO_LOCATIONS, Findings, Report
from audit.report.summary import Outcome


@dataclass(frozen=True, slots=True)
class Result:
    """The report of a verb; `passed` decides exit code 0 or 1; `path` is the folder of the tables, if any were written.

    `path` is a displayable URL if they were sent to one. `findings` yields all findings of a check or a run in batches,
    also if no tables were written.
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
