"""The text summary of `verify`: what is wrong with a release, or what was found correct, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from audit.report.summary import Line, many, release_named
from audit.text.visible import visible

_HELD: Final = "checksums, schemas, card, ledger and the round trip through datasets are correct"
_HELD_QUICKLY: Final = "names, sizes, schemas and all checksums except those of the data are correct"


def verified_summary(report: Mapping[str, Any]) -> Iterator[Line]:
    """Yield the lines of the summary of `verify`."""
    yield [release_named(report), ("dim", f"  {many(report['files'], 'file')}")]
    for problem in report["problems"]:
        yield [("red", "  ✗ "), ("", visible(problem))]
    if not report["problems"]:
        yield [("green", "  ✓ "), ("", _HELD if report["read_data"] else _HELD_QUICKLY)]
    if report["attested"]:
        yield [("green", "  ✓ "), ("", "the statement is signed with this key and is about this release")]
    if report["rebuilt"]:
        yield [("green", "  ✓ "), ("", "rebuilt from its raw files, every file has the same bytes")]
    if report["chain"]:
        yield [("", f"    follows: {' ← '.join(report['chain'])}{'' if not report['problems'] else ' …'}")]
    if report["yanked"]:
        yield [("yellow", "  ! "), ("", f"this version was yanked: {visible(report['yanked'])}")]
    for unchecked in report["unchecked"]:
        yield [("dim", f"  – not checked: {visible(unchecked)}")]
