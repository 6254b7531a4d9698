"""Wikitext in a file of its own, converted to plain text."""

from __future__ import annotations

import re
from typing import Final

from audit.read.codec.decoded import Decoded
from audit.read.dumps.wikitext import plain_text
from audit.read.reader import Opened, Reader, Records, document_in
from audit.read.record import Record
from audit.read.stated import stated

# Markup of which notes and programs have some as well, and how many kinds only wikitext has together.
_SIGNS: Final = (
    re.compile(rb"\[\[[^\[\]\n]{1,200}\]\]"),
    re.compile(rb"(?<!')'''(?!')[^'\n]{1,200}'''"),
    re.compile(rb"^={2,5} ?[^=\n]{1,200}={2,5}\s*$", re.MULTILINE),
    re.compile(rb"^\{\{[^{}\n]{2,200}|\{\{[^{}\n%]{2,200}\}\}", re.MULTILINE),
    re.compile(rb"<ref(?: [^<>\n]{0,100})?/?>", re.IGNORECASE),
    re.compile(rb"^\{\| ?(?:class|style|border)", re.MULTILINE),
)
_ENOUGH: Final = 3
# The name of the page at the beginning of its text, in bold.
_NAMED: Final = re.compile(r"^'''(?P<name>[^'\n]{2,100})'''", re.MULTILINE)


def _read(file: Opened) -> Records:
    raw = file.whole()
    yield document_in(raw, "extracted", lambda decoded: _document(raw, decoded))


def _document(raw: bytes, decoded: Decoded) -> Record:
    named = _NAMED.search(decoded.text)
    said = stated({"title": named["name"]} if named else {})
    remark = "its wikitext was converted to plain text, without tables, notes and most templates"
    text = plain_text(decoded.text)
    return Record(raw=raw, text=text, source="extracted", encoding=decoded.encoding, stated=said, remark=remark)


def _begins(head: bytes) -> bool:
    # One byte is looked for much faster than two.
    return b"[" in head and b"[[" in head and sum(sign.search(head) is not None for sign in _SIGNS) >= _ENOUGH


WIKI_PAGE: Final = Reader("wikitext", _read, begins=_begins, many=False, is_scanned=False)
