"""The page of one document: what was decided about it, and why, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from audit.report.side_by_side import twin_lines
from audit.report.summary import STYLES, Line
from audit.text.visible import visible

TEXT_CHARS: Final = 100
LABEL: Final = 12


def document_page(explained: Mapping[str, Any]) -> Iterator[Line]:
    """Yield the lines of a document's page; boilerplate is dimmed."""
    ledger, document = explained["ledger"], explained["document"]
    yield [("bold", visible(ledger["id"])), ("", f"  {ledger['state']}"), ("dim", _why(ledger))]
    if document is None:
        yield from twin_lines(explained["twins"])
        return
    for name in ("title", "source", "source_original", "author", "date", "language", "encoding"):
        value = document[name]
        yield [
            ("bold", f"{name:16}"),
            ("dim" if value is None else "", "not stated" if value is None else visible(str(value))),
        ]
    yield []
    for block in explained["blocks"]:
        style = "dim" if block["boilerplate"] else ""
        yield [
            (style, f"{block['block']:4} {block['kind']:15}{block['score']:5.2f}  {visible(block['text'], TEXT_CHARS)}")
        ]
        yield [("dim", f"{'':26}{visible(block['reason'])}")]
    yield []
    for finding in explained["findings"]:
        where = "" if finding["start"] is None else f" at {finding['start']}–{finding['end']}"
        yield [(STYLES[finding["severity"]], f"{finding['code']}{where} "), ("", visible(finding["message"]))]
        if finding["evidence"]:
            yield [("dim", f"{'':{LABEL}}{visible(finding['evidence'])}")]
    yield from twin_lines(explained["twins"])


def _why(ledger: Mapping[str, Any]) -> str:
    return f"  {ledger['code']}: {visible(ledger['detail'] or '')}" if ledger["code"] else ""
