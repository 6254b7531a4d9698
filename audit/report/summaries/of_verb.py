"""The text summary of any verb's result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from audit.report.differences.summary import differences_summary
from audit.report.output_format import Findings, Report
from audit.report.summaries.gate import gate_lines
from audit.report.summaries.published import published_summary
from audit.report.summaries.review import review_summary, started_summary
from audit.report.summaries.verified import verified_summary
from audit.report.summaries.written import evidence_summary, site_summary, split_summary
from audit.report.summary import Line, Outcome, parsed_summary, summary
from audit.report.versions import history_summary, yanked_summary

# Verbs of which the report says everything.
OF_FACTS: Final[Mapping[str, Callable[[Mapping[str, Any]], Iterator[Line]]]] = {
    "diff": differences_summary,
    "history": history_summary,
    "publish": published_summary,
    "verify": verified_summary,
    "yank": yanked_summary,
}
# Verbs whose summary also names the command and its policy.
OF_CALL: Final[Mapping[str, Callable[[Mapping[str, Any], Outcome], Iterator[Line]]]] = {
    "evidence": evidence_summary,
    "init": started_summary,
    "parse": parsed_summary,
    "report": site_summary,
    "sample": review_summary,
    "split": split_summary,
}


def summary_of(findings: Findings, report: Report) -> Iterator[Line]:
    """Yield the lines that the command prints of a result."""
    verb = report.facts["verb"]
    if verb in OF_FACTS:
        return OF_FACTS[verb](report.facts)
    if verb in OF_CALL:
        return OF_CALL[verb](report.facts, report.outcome)
    return summary(report.facts, report.outcome, gate_lines(findings, report))
