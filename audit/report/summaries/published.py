"""The text summary of `publish`: what was uploaded, what remains to be done, and differences on the Hub."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from audit.report.summary import Line
from audit.text.visible import visible


def published_summary(report: Mapping[str, Any]) -> Iterator[Line]:
    """Yield the lines of the summary."""
    if report["problems"] and not report["published"] and "version" not in report:
        yield [("bold", f"nothing was sent to {visible(report['repository'])}: the release failed verification")]
    else:
        yield [("bold", f"{visible(report['name'])} {report['version']}"), ("dim", f"  {visible(report['url'])}")]
        yield from (_line(text) for text in _sentences(report))
    for problem in report["problems"]:
        yield [("red", "  ✗ "), ("", visible(problem))]
    if report["published"] and not report["problems"]:
        yield [("green", "  ✓ "), ("", "the digest of every file under the tag was verified")]
        yield _line(f'next: datasets.load_dataset("{visible(report["repository"])}", revision="{report["tag"]}")')


def _line(text: str) -> Line:
    return [("", f"  {text}")]


def _sentences(report: Mapping[str, Any]) -> Iterator[str]:
    would = "would be " if report["dry_run"] else ""
    if report["new_repository"]:
        yield f"the repository {'would be created' if report['dry_run'] else 'was created'}"
    elif report["before"] not in {None, report["version"]}:
        yield f"follows version {report['before']} in the repository"
    if report["sent"] or report["removed"]:
        removed = f", {len(report['removed']):,} of an earlier version {would}removed" if report["removed"] else ""
        kept = f", {len(report['unchanged']):,} already present" if report["unchanged"] else ""
        yield f"{len(report['sent']):,} files {would}sent in one commit{removed}{kept}"
    elif not report["pull_request"]:
        yield "every file is already present: nothing was sent"
    if report["pull_request"]:
        yield f"pull request: {visible(report['pull_request'])}; merge it, then run the command again to set the tag"
    if report["tag"]:
        yield f"commit {report['commit']}, tag {report['tag']}"
