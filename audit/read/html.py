"""HTML pages: their main text, through trafilatura, which comes with the extra corpus-audit[html]."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Final

from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.refusal import RefusedInputError, refused
from audit.read.unfit import unfit

# libxml2 drops, without a word, what is nested deeper than 255 elements and much of what follows it; some are ours.
_MAX_NESTING: Final = 200
# Where a page must name its codec (HTML standard, 4.2.5.4: within the first 1024 bytes; many sites need more).
_HEAD: Final = 4096
_CHARSET: Final = re.compile(
    rb"""(?:charset|encoding)\s{0,8}=\s{0,8}["']?([A-Za-z0-9][A-Za-z0-9_.:-]{1,39})""", re.IGNORECASE
)
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
# Elements without content, and those that a following one closes: leaving them open nests nothing.
_FLAT: Final = frozenset(
    "area base body br col colgroup dd dt embed frame head hr html img input li link meta optgroup option p param "  # noqa: SIM905
    "rp rt source tbody td tfoot th thead tr track wbr".split()
)


@dataclass(frozen=True, slots=True)
class MainText:
    """The main text of a page, the codec that read its bytes, and the codec it names for itself."""

    text: str
    encoding: str
    declared: str | None


def _read(file: Opened) -> Records:
    yield page_of(file.whole())


def page_of(raw: bytes) -> Record:
    """Return the document that a page holds, or why it holds none."""
    reason = unfit(raw)
    try:
        page = main_text(raw) if reason is None else None
    except RefusedInputError as error:
        page, reason = None, error.refusal
    if page is None:
        return Record(raw=raw, source="html", refusal=reason)
    return Record(raw=raw, text=page.text, source="html", encoding=page.encoding, declared=page.declared)


def main_text(raw: bytes) -> MainText:
    """Return the main text of an HTML page.

    Raises RefusedInputError: html-extra-missing, undecodable, no-html-text, or broken-container when the page is
    nested so deep that the parser would lose text.
    """
    from audit.read.codec.decode import decode

    declared = _declared(raw)
    decoded = decode(raw, declared)
    if decoded is None:
        raise refused("undecodable", "no codec reads the page")
    if _nesting(decoded.text) > _MAX_NESTING:
        raise refused(
            "broken-container", f"its elements nest more than {_MAX_NESTING} deep, where HTML parsers lose text"
        )
    text = _extracted(decoded.text)
    if not text:
        raise refused("no-html-text", "the page has no main text")
    return MainText(text, decoded.encoding, declared)


def _declared(raw: bytes) -> str | None:
    found = _CHARSET.search(raw, 0, _HEAD)
    return found[1].decode("ascii").lower() if found else None


def _nesting(page: str) -> int:
    """Return how deep the elements nest that only their own end tag closes. Linear in the page."""
    depth = deepest = 0
    for tag in _TAG.finditer(page):
        if tag[2].lower() not in _FLAT:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _extracted(page: str) -> str | None:
    try:
        import trafilatura
        from lxml.etree import LxmlError  # type: ignore[import-untyped]
    except ImportError as error:
        raise refused("html-extra-missing", "HTML is read by trafilatura, which is not installed") from error

    # A library's complaints about a page are no talk of ours: the page gets its line in the ledger.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        text: str | None = trafilatura.extract(page, include_comments=False, include_tables=True)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, LxmlError) as error:
        raise refused("no-html-text", f"trafilatura fails on the page ({type(error).__name__})") from error
    return text


HTML: Final = Reader("HTML", _read, (".html", ".htm", ".xhtml"), many=False, is_scanned=False)
