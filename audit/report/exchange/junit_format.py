"""JUnit XML: a suite per rule, a test case per finding."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from html import escape
from typing import Final, TextIO

from audit.finding import is_at_least
from audit.report.exchange.grouped import FormatLimits, Group, group_findings
from audit.report.exchange.output_findings import output_findings
from audit.report.failures import describe_miss, describe_remedy, missed_alone
from audit.report.output_format import Findings, OutputFormat, Report
from audit.text.visible import visible

LIMITS: Final = FormatLimits(single=5_000, groups=5_000, places=1)


def write(findings: Findings, report: Report, to: TextIO) -> None:
    """Write a case per finding: failed if it fails the check, skipped if waived, else passed.

    A rule without findings is one passed case; an expectation that fails the check is one failed case.
    """
    found = group_findings(output_findings(findings, report), LIMITS)
    suites: dict[str, list[Group]] = defaultdict(list)
    for rule in report.facts["rules"]:
        suites[rule["code"]] = []
    for group in found.groups:
        suites[group.first.code].append(group)
    cases = {code: list(_cases(code, groups, report)) for code, groups in suites.items()}
    to.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    to.write(f'<testsuites name="corpus-audit"{_counts([case for own in cases.values() for case in own])}>\n')
    names = {rule["code"]: rule["name"] for rule in report.facts["rules"]}
    for code, own in cases.items():
        name = f"{code} {names[code]}" if code in names else code
        to.write(f"<testsuite name={_value(name)}{_counts(own)}>\n{''.join(own)}</testsuite>\n")
    sentences = [*report.facts["reasons"], *([found.omission] if found.omission else [])]
    if sentences:
        lines = "\n".join(map(visible, sentences))
        to.write(
            f'<testsuite name="verdict" tests="0"><system-out>{escape(lines, quote=False)}</system-out></testsuite>\n'
        )
    to.write("</testsuites>\n")
    to.flush()


def _cases(code: str, groups: list[Group], report: Report) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for group in groups:
        seen[group.first.place] += 1
        yield _case(group, seen[group.first.place], report)
    for missed in (rule for rule in missed_alone(report.facts) if rule["code"] == code):
        text = f"{describe_miss(missed)}; {describe_remedy(missed)}"
        yield f'<testcase classname={_value(code)} name="expectation"><failure message={_value(text)}/></testcase>\n'
        return
    if not groups:
        yield f'<testcase classname={_value(code)} name="holds"/>\n'


def _case(group: Group, nth: int, report: Report) -> str:
    first = group.first
    name = first.place if nth == 1 else f"{first.place} ({nth})"
    message = f"{first.message}{group.more}"
    if first.waiver is not None:
        inside = f"<skipped message={_value(f'{first.waiver}; {message}')}/>"
    elif report.facts["verb"] == "check" and is_at_least(first.severity, report.facts["policy"]["fail_on"]):
        inside = f'<failure type="{first.severity}" message={_value(message)}>{escape(first.id, quote=False)}</failure>'
    else:
        inside = f"<system-out>{escape(f'{first.severity}: {message}', quote=False)}</system-out>"
    line = f' line="{first.line}"' if first.line else ""
    where = f"classname={_value(first.code)} name={_value(name)} file={_value(first.path)}{line}"
    return f"<testcase {where}>{inside}</testcase>\n"


def _counts(cases: list[str]) -> str:
    failures, skipped = (sum(f"<{what} " in case for case in cases) for what in ("failure", "skipped"))
    return f' tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skipped}"'


def _value(text: str) -> str:
    # Imported here because it imports an HTTP client.
    from xml.sax.saxutils import quoteattr

    return quoteattr(visible(text))


JUNIT: Final = OutputFormat("junit", ".xml", write)
