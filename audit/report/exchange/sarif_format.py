"""SARIF 2.1.0 for code hosts, with the region of each finding in its file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, TextIO
from urllib.parse import quote

from audit.finding import Severity
from audit.report.exchange.grouped import FormatLimits, Group, GroupedFindings, group_findings
from audit.report.exchange.output_findings import OutputFinding, output_findings
from audit.report.output_format import Findings, OutputFormat, Report
from audit.text.visible import safe_json, visible
from audit.version import VERSION

# GitHub refuses runs with more than 25,000 results and shows 5,000 of them; of up to 1,000 locations per result it
# keeps 100. https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads
LIMITS: Final = FormatLimits(single=5_000, groups=25_000, places=100)
SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final[dict[Severity, str]] = {"critical": "error", "warning": "warning", "info": "note"}
# Characters of links, placeholders and escapes in a message (SARIF 3.11.5 and 3.11.6).
_ESCAPES: Final = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})
_ABSOLUTE: Final = "file://"


def write(findings: Findings, report: Report, to: TextIO) -> None:
    """Write one run, with a result per line."""
    found = group_findings(output_findings(findings, report), LIMITS)
    codes = sorted({rule["code"] for rule in report.facts["rules"]} | {group.first.code for group in found.groups})
    numbers = {code: number for number, code in enumerate(codes)}
    to.write(f'{{\n"$schema": {json.dumps(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n')
    to.write(f'"tool": {_json(_tool(codes))},\n"columnKind": "unicodeCodePoints",\n')
    to.write(f'"invocations": {_json([_invocation(report, found)])},\n"results": [')
    separator = "\n"
    for result in _results(found, numbers):
        to.write(separator + _json(result))
        separator = ",\n"
    to.write("\n]\n}]\n}\n")
    to.flush()


def _json(value: object) -> str:
    return safe_json(json.dumps(value, ensure_ascii=True, sort_keys=True))


def _tool(codes: list[str]) -> dict[str, Any]:
    return {"driver": {"name": "corpus-audit", "version": VERSION, "rules": [_rule(code) for code in codes]}}


def _rule(code: str) -> dict[str, Any]:
    # Imported here: the rules import all measures, which --help does not need.
    from audit.rulebook import RULES
    from audit.rulebook.page import page_of

    rule = next((rule for rule in RULES if rule.code == code), None)
    if rule is None:
        return {"id": code, "name": code}
    page = page_of(rule)
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": page.what},
        "help": {"text": f"{page.what}\n\nWhy: {page.why}\n\nFix: {page.fix}\n\nMore: audit explain {code}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(report: Report, found: GroupedFindings) -> dict[str, Any]:
    sentences = [*report.facts["reasons"], *([found.omission] if found.omission else [])]
    notes = [{"level": "note", "message": {"text": _escaped(visible(sentence))}} for sentence in sentences]
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _results(found: GroupedFindings, numbers: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    seen: dict[str, int] = {}
    for group in found.groups:
        first = group.first
        nth = seen[first.fingerprint] = seen.get(first.fingerprint, 0) + 1
        result: dict[str, Any] = {
            "ruleId": first.code,
            "ruleIndex": numbers[first.code],
            "level": _LEVELS[first.severity],
            "message": {"text": _escaped(_message(group))},
            "locations": [{"physicalLocation": _location(each)} for each in group.places],
            "partialFingerprints": {
                "corpusAudit/v1": first.fingerprint,
                "primaryLocationLineHash": f"{first.fingerprint}:{nth}",
            },
        }
        if group.count > 1:
            result["occurrenceCount"] = group.count
        if first.is_new:
            result["baselineState"] = "new"
        if first.waiver is not None:
            result["suppressions"] = [{"kind": "external", "justification": _escaped(first.waiver)}]
        yield result


def _message(group: Group) -> str:
    return f"{group.first.message}{group.more}"


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _location(each: OutputFinding) -> dict[str, Any]:
    region: dict[str, int] = {}
    if each.line is not None or each.octets is None:
        # A finding about a whole file is located at its beginning.
        region["startLine"] = each.line or 1
    if each.column is not None and each.end_line is not None and each.end_column is not None:
        region |= {"startColumn": each.column, "endLine": each.end_line, "endColumn": each.end_column}
    if each.octets is not None:
        region |= {"byteOffset": each.octets[0], "byteLength": each.octets[1]}
    return {"artifactLocation": {"uri": _uri(each.path)}, "region": region}


def _uri(path: str) -> str:
    made = quote(path, safe="/", errors="replace")
    return f"{_ABSOLUTE}{made}" if path.startswith("/") else made


SARIF: Final = OutputFormat("sarif", ".sarif", write, (".sarif.json",))
