"""The text summaries of `history` and `yank`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from audit.report.summary import Line
from audit.text.visible import visible

_NUMBER_CHARS: Final = 12
_REASONS: Final = 3


def history_summary(report: Mapping[str, Any]) -> Iterator[Line]:
    """Yield the lines of a history, newest first."""
    yield [("bold", visible(report["name"]))]
    yield []
    for entry in report["versions"]:
        yield from _entry(entry)


def _entry(entry: Mapping[str, Any]) -> Iterator[Line]:
    number = ("bold", f"{entry['version']:{_NUMBER_CHARS}}")
    indent = " " * _NUMBER_CHARS
    if entry["is_sound"]:
        bump = entry["bump"] or ("first" if entry["parent"] is None else "")
        counts = f"{entry['documents']:,} documents of {entry['counts'].get('found', 0):,} inputs"
        verdict = ("green" if entry["verdict"] == "pass" else "red", entry["verdict"] or "no verdict")
        pointed = ("dim", "  ← loaded by name" if entry["is_pointed_at"] else "")
        yield [number, ("", f"{bump:7}{counts:40}"), verdict, pointed]
    else:
        yield [number, ("red", "its manifest is not the one that was released: see audit verify")]
    if entry["yanked"]:
        yield [("", indent), ("yellow", f"yanked: {visible(entry['yanked'])}")]
    for reason in entry["reasons"][:_REASONS]:
        yield [("dim", f"{indent}{visible(reason)}")]
    if len(entry["reasons"]) > _REASONS:
        yield [("dim", f"{indent}… and {len(entry['reasons']) - _REASONS} more changes")]


def yanked_summary(report: Mapping[str, Any]) -> Iterator[Line]:
    """Yield the lines on the withdrawn versions, and the one that is loaded now."""
    name, version = visible(report["name"]), report["version"]
    yield [
        ("bold", f"{name} {version}"),
        ("", f" {'is' if report['is_new'] else 'was'} yanked: {visible(report['why'])}"),
    ]
    if report["is_new"] and report["why_before"]:
        yield [("dim", f"this replaces the reason given before: {visible(report['why_before'])}")]
    if report["points_at"] is None:
        yield [("yellow", f"every version of {name} is yanked: loading it by name now yields nothing")]
    else:
        yield [("", f"loading {name} by name yields {report['points_at']}; the folder of {version} is unchanged")]
