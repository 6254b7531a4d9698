"""Records whose text is HTML, recognised and read as a page or fragment."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import Final

from audit.read.html.page import parsed, read_page, shown_lines
from audit.read.html.readings import whole
from audit.read.record import Record
from audit.read.refusal import RefusedInputError
from audit.read.stated import FIELDS, Stated

_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK: Final = "p|div|section|article|main|ul|ol|li|dl|table|tr|td|h[1-6]|blockquote|pre|figure|center"
_BEGIN: Final = re.compile(
    rf"\s*<(?:{_BLOCK}|br|span|a|img|b|strong|em|i|font|hr)(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE
)
_MARK: Final = re.compile(rf"</(?:{_BLOCK})\s*>|<br\s*/?>|<hr\s*/?>", re.IGNORECASE)
# A text that is one paragraph or division.
_ONE: Final = re.compile(
    r"\s*<(p|div|section|article)(?:\s[^<>]{0,2000})?>[^<]*+(?:<(?!/?\1[\s>])[^<]*+)*</\1>\s*", re.IGNORECASE
)
# Text about markup, such as a lesson, has tags in fences or within prose; real markup has a tag that ends a line or
# block per this many characters.
_CODE: Final = re.compile(r"```|<[?%]|\{\{")
_DENSITY: Final = 1_500
# A line break directly between two words or marks of BBCode is no mention of the tag, nor is a new paragraph between
# two sentences.
_INSIDE: Final = re.compile(
    r"(?:[^\W_][.,;:!?。，；：！？]?<br\s*/?>|\[/?[a-z]+(?:=[^\[\]\n]{0,200})?\]<br\s*/?>|[^\W_][.:!?。：！？][\"”)]?<p>)"
    r"(?=[^\W_]|&[#\w]+;|\[/?[a-z])",
    re.IGNORECASE,
)
# Markup that was escaped once more.
_ESCAPED: Final = "&lt;"
_FEW: Final = 2
_MISSING: Final = "html-extra-missing"


def read_as_page(found: Record) -> Record:
    """Return a record with markup replaced by its text; any other record unchanged.

    Its own bytes are the markup then. Fields of the record take precedence over those of the markup. Unreadable markup
    stays, with a remark.
    """
    text = found.text
    if found.source != "container" or text is None:
        return found
    if "<" not in text and _ESCAPED in text:
        text = unescape(text)
    if "<" not in text:
        return found
    is_page = _PAGE.match(text) is not None
    # A dialogue about markup quotes it; one that is markup begins with it.
    is_piece = _is_piece(text) and (_BEGIN.match(text) or not found.is_whole)
    if not is_page and not is_piece and (found.is_whole or not _ONE.fullmatch(text)):
        return found
    return _read_by(_page if is_page else _piece, found, text)


def read_as_fragment(found: Record) -> Record:
    """Return a record whose text is known to be a piece of HTML, replaced by what that shows; else as read_as_page."""
    return found if found.text is None else _read_by(_piece, found, found.text)


def _read_by(read: Callable[[Record, str], Record], found: Record, text: str) -> Record:
    try:
        return read(found, text)
    except RefusedInputError as error:
        how = "install corpus-audit[html] to read it" if error.refusal.code == _MISSING else error.refusal.detail
        return replace(found, remark=_joined(found.remark, f"its text is HTML, left unchanged: {how}"))


def _is_piece(text: str) -> bool:
    if _CODE.search(text):
        return False
    expected, marks = len(text) // _DENSITY, len(_MARK.findall(text))
    if inside := _INSIDE.findall(text):
        return max(marks, len(inside)) >= expected
    least = max(_FEW, expected)
    return marks >= least and (_BEGIN.match(text) is not None or marks > least)


def _page(found: Record, text: str) -> Record:
    reading, statements = read_page(text)
    why = _joined(found.remark, "its text is an HTML page", reading.why)
    return replace(
        found, raw=_raw(text), text=reading.text, source="html", marked=reading.marked, remark=why,
        stated=_both(found.stated, statements.stated),
    )  # fmt: skip


def _piece(found: Record, text: str) -> Record:
    reading = whole(shown_lines(parsed(text)))
    why = _joined(found.remark, "its text is an HTML fragment")
    return replace(found, raw=_raw(text), text=reading.text, source="html", marked=reading.marked, remark=why)


def _raw(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _both(own: Stated, page: Stated) -> Stated:
    """Return the fields of a record, completed by those of its page."""
    names = [name for name in FIELDS if name not in {"date", "id"} and getattr(own, name) is None]
    made = replace(own, **{name: getattr(page, name) for name in names}, site=own.site or page.site)
    if own.published is None and "date" not in own.unread:
        made = replace(made, published=page.published, has_time=page.has_time)
    return made


def _joined(*notes: str | None) -> str:
    return "; ".join(filter(None, notes))
