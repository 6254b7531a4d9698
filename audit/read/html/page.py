"""HTML pages: main text and metadata, through lxml and trafilatura (extra corpus-audit[html])."""

from __future__ import annotations

import re
from itertools import accumulate
from operator import sub
from typing import Final

from audit.read.codec.decoded import Decoded
from audit.read.html.furniture import COMMENTS, furniture_of
from audit.read.html.layout import Line, lines_of
from audit.read.html.main_text import main_text_of
from audit.read.html.marked_article import as_navigation, is_list, marked_article
from audit.read.html.metas import Statements, statements_of
from audit.read.html.readings import PageText, better
from audit.read.html.tree import Element, take_out, tree_of, without_unseen
from audit.read.reader import Opened, Reader, Records, document_in
from audit.read.record import Record
from audit.read.refusal import refused
from audit.text.visible import visible

# libxml2 silently drops content nested deeper than 255 elements; some levels are ours.
_MAX_NESTING: Final = 200
# Bytes in which a page must declare its codec (HTML standard, 4.2.5.4: the first 1024; many sites need more).
_HEAD: Final = 4096
_CHARSET: Final = re.compile(
    rb"""(?:charset|encoding)\s{0,8}=\s{0,8}["']?([A-Za-z0-9][A-Za-z0-9_.:-]{1,39})""", re.IGNORECASE
)
_TAG: Final = re.compile(r"<(/?[A-Za-z][A-Za-z0-9]*)")
# A whole page by its first elements; a lesson on HTML says a word after the first of them.
_SKIPPED: Final = rb"(?:(?:<\?xml[^>]{0,200}>|<!--(?:(?!-->).){0,2000}-->)\s*+){0,4}"
_OPENED: Final = rb"(?:<!doctype\s+html[^>]{0,400}>|<html(?:\s[^>]{0,1000})?>)"
_PAGE: Final = re.compile(rb"\s*" + _SKIPPED + _OPENED + rb"\s*" + _SKIPPED + rb"<[a-z]", re.IGNORECASE | re.DOTALL)
_END: Final = re.compile(rb"</html\s*>", re.IGNORECASE)
# What may precede the first element: byte order marks; NULs are those of UTF-16.
_MARKS: Final = b"\xef\xbb\xbf\xff\xfe"
# Void elements, and elements closed implicitly, which do not nest when left open.
_FLAT: Final = frozenset(
    "area base body br col colgroup dd dt embed frame head hr html img input li link meta optgroup option p param "  # noqa: SIM905
    "rp rt source tbody td tfoot th thead tr track wbr".split()
)
# Minimum bytes of UTF-8 of prose besides comments, and of a line of it: a Han character says as much as three letters.
# With less the comments are the content.
_LEAST_PROSE: Final = 200
_PROSE_LINE: Final = 40
# Maximum characters of a language tag.
_SHOWN: Final = 20


def _read(file: Opened) -> Records:
    yield page_of(file.whole())


def page_of(raw: bytes) -> Record:
    """Return the document in a page, or why there is none."""
    declared = _declared(raw)
    return document_in(raw, "html", lambda decoded: _document(raw, decoded, declared), declared)


def _document(raw: bytes, decoded: Decoded, declared: str | None) -> Record:
    reading, statements = read_page(decoded.text)
    return Record(
        raw=raw, text=reading.text, source="html", encoding=decoded.encoding, declared=declared,
        stated=statements.stated, remark=_remark(reading, statements), marked=reading.marked,
    )  # fmt: skip


def _remark(reading: PageText, statements: Statements) -> str | None:
    """Return the ledger's sentence about how a page was read."""
    said = statements.language
    notes = (reading.why, f"language according to the page: {visible(said, _SHOWN)}" if said else None)
    return "; ".join(filter(None, notes)) or None


def read_page(page: str) -> tuple[PageText, Statements]:
    """Return the better reading of a page, and its metadata.

    Raises RefusedInputError: html-extra-missing, no-html-text, or broken-container if it is nested too deeply for the
    parser.
    """
    root = parsed(page)
    statements = statements_of(root)
    own = shown_lines(root)
    body = _plain(statements.body) if statements.body else ""
    extracted = marked_article(own) or main_text_of(root)
    found = better(own, extracted, statements.stated.title, body)
    if found is None or not found.text.strip():
        raise refused("no-html-text", "the page has no main text")
    if is_list(own):
        found = PageText(found.text, as_navigation(found.text), "it lists articles by day")
    return found, statements


def parsed(page: str) -> Element:
    """Return the tree of a page or fragment, unmodified. Raises RefusedInputError as `read_page` does."""
    if _nesting(page) > _MAX_NESTING:
        raise refused(
            "broken-container", f"its elements are nested more than {_MAX_NESTING} deep, where HTML parsers lose text"
        )
    return tree_of(page)


def _plain(body: str) -> str:
    """Return the stated article text without markup."""
    if "</" not in body and "<br" not in body:
        return "\n".join(filter(None, map(str.strip, body.splitlines())))
    return "\n".join(line.shown for line in lines_of(without_unseen(parsed(body))))


def shown_lines(root: Element) -> list[Line]:
    """Return the lines a page shows, and remove everything else from it.

    Comments are removed too unless almost nothing else is left, as in a thread.
    """
    lines = lines_of(without_unseen(root))
    if all(line.furniture != COMMENTS for line in lines):
        return lines
    if _prose(lines) < _LEAST_PROSE:
        return [line._replace(furniture="") if line.furniture == COMMENTS else line for line in lines]
    for element in [one for one in root.iter() if furniture_of(one) == COMMENTS]:
        take_out(element)
    return lines_of(root)


def _prose(lines: list[Line]) -> int:
    sizes = [len(line.text.encode()) for line in lines if not (line.furniture or line.is_linked)]
    return sum(size for size in sizes if size >= _PROSE_LINE)


def _begins(head: bytes) -> bool:
    """Return whether a file of another name is a page: saved without a suffix, or by a script's name."""
    shown = head.translate(None, b"\0").lstrip(_MARKS)
    return _PAGE.match(shown) is not None and _END.split(shown)[-1].lstrip()[:1] in {b"", b"<"}


def _declared(raw: bytes) -> str | None:
    found = _CHARSET.search(raw, 0, _HEAD)
    return found[1].decode("ascii").lower() if found else None


def _nesting(page: str) -> int:
    """Return the nesting depth of elements with mandatory end tags. Linear."""
    tags = _TAG.findall(page)
    steps = {tag: _step(tag) for tag in set(tags)}
    # End tags without a start tag do not count: depth is the height above the lowest point so far.
    heights = list(accumulate(map(steps.__getitem__, tags), initial=0))
    deepest: int = max(map(sub, heights, accumulate(heights, min)))
    return deepest


def _step(tag: str) -> int:
    name = tag.removeprefix("/")
    return 0 if name.lower() in _FLAT else 2 * (name == tag) - 1


HTML: Final = Reader("HTML", _read, (".html", ".htm", ".xhtml"), _begins, many=False, is_scanned=False)
