"""What the verbs return."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.report.form import NOWHERE, Findings, Report
from audit.report.locations import Locations
from audit.report.summary import Outcome


@dataclass(frozen=True, slots=True)
class Result:
    """The report of a verb; `passed` is its exit code 0 or 1; `path` is where its tables are, if any were written.

    It is a URL, as it may be shown, where they were sent to one.
    `findings` are all that a check or a run found, in batches that come from disk, also when no tables were written.
    """

    report: Mapping[str, Any]
    outcome: Outcome
    passed: bool
    path: Path | str | None = None
    findings: Findings = ()
    locations: Locations = NOWHERE

    def told(self) -> Report:
        """Return the result as forms of output take it."""
        return Report(self.report, self.outcome, self.path, self.locations)
