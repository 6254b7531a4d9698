"""The page of one document: what was decided about it, and why, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from audit.report.summary import STYLES, Line
from audit.text.visible import visible

TEXT_CHARS: Final = 100
LABEL: Final = 12


def document_page(explained: Mapping[str, Any]) -> Iterator[Line]:
    """Yield the lines of a document's page; boilerplate is dimmed."""
    ledger, document = explained["ledger"], explained["document"]
    yield [("bold", visible(ledger["id"])), ("", f"  {ledger['state']}"), ("dim", _why(ledger))]
    if document is None:
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
    yield from _twins(explained)


def _twins(explained: Mapping[str, Any]) -> Iterator[Line]:
    for pair in explained["duplicates"]:
        twin = pair["b"] if pair["a"] == explained["ledger"]["id"] else pair["a"]
        coverage = f"{pair['coverage_ab']:.3f} / {pair['coverage_ba']:.3f}"
        said = f"jaccard {pair['jaccard']:.3f}, coverage {coverage}, longest run {pair['longest_run']}"
        where = f" in {visible(pair['release'])}" if pair["release"] else ""
        yield [("bold", f"{pair['kind']} "), ("", f"{visible(twin)}{where}  {said}")]


def _why(ledger: Mapping[str, Any]) -> str:
    return f"  {ledger['code']}: {visible(ledger['detail'] or '')}" if ledger["code"] else ""
