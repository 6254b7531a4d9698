"""The text summary of `publish`: what was uploaded, what remains to be done, and differences on the Hub."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from audit.report.summary import Line
from audit.text.visible import visible


def published_summary(report: Mapping[str, Any]) -> Iterator[Line]:
    """Yield the lines of the summary."""
    if report["problems"] and not report["published"] and "version" not in report:
        yield [
            ("bold", f"nothing was sent to {visible(report['repository'])}: the release does not hold what it promises")
        ]
    else:
        yield [("bold", f"{visible(report['name'])} {report['version']}"), ("dim", f"  {visible(report['url'])}")]
        yield from (_line(text) for text in _said(report))
    for problem in report["problems"]:
        yield [("red", "  ✗ "), ("", visible(problem))]
    if report["published"] and not report["problems"]:
        yield [("green", "  ✓ "), ("", "what the tag names is the release, by the digest of every file")]
        yield _line(f'next: datasets.load_dataset("{visible(report["repository"])}", revision="{report["tag"]}")')


def _line(text: str) -> Line:
    return [("", f"  {text}")]


def _said(report: Mapping[str, Any]) -> Iterator[str]:
    would = "would be " if report["dry_run"] else ""
    if report["new_repository"]:
        yield f"the repository {'would be made' if report['dry_run'] else 'is new'}"
    elif report["before"] not in {None, report["version"]}:
        yield f"it follows version {report['before']} there"
    if report["sent"] or report["removed"]:
        gone = f", {len(report['removed']):,} of an earlier version {would}removed" if report["removed"] else ""
        kept = f", {len(report['unchanged']):,} are there already" if report["unchanged"] else ""
        yield f"{len(report['sent']):,} files {would}sent in one commit{gone}{kept}"
    elif not report["pull_request"]:
        yield "every file is there already: nothing was sent"
    if report["pull_request"]:
        yield f"pull request: {visible(report['pull_request'])}; merge it, then run this again for the tag"
    if report["tag"]:
        yield f"commit {report['commit']}, tag {report['tag']}"
