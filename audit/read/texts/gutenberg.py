"""E-books of Project Gutenberg, without its header and licence."""

from __future__ import annotations

import re
from typing import Final

from audit.read.reader import Reader
from audit.read.stated import Stated, stated
from audit.read.texts.cut import Cut, Piece, cutting

_NAME: Final = "Project Gutenberg"
_BOOK: Final = "(?:THE |THIS )?PROJECT GUTENBERG"
_START: Final = re.compile(
    rf"^ {{0,3}}(?:\*{{3}} ?START OF {_BOOK}[^\n]*|\*END\*? ?THE SMALL PRINT[^\n]*)$", re.MULTILINE | re.IGNORECASE
)
_END: Final = re.compile(rf"^ {{0,3}}(?:\*{{3}} ?END OF {_BOOK}|End of {_BOOK})", re.MULTILINE | re.IGNORECASE)
_SAID: Final = re.compile(r"^(Title|Author): *(\S[^\r\n]*)", re.MULTILINE)
_NUMBER: Final = re.compile(r"\[(?:eBook|Etext|E-?text) ?#([0-9]{1,7})\]", re.IGNORECASE)
# The head of an old one, with its small print, has some ten thousand characters.
_LONGEST_HEAD: Final = 1 << 16


def _cut(text: str) -> Cut:
    begin = _START.search(text, 0, _LONGEST_HEAD)
    if begin is None:
        return Cut([Piece(0, len(text))])
    end = _END.search(text, begin.end())
    return Cut([Piece(begin.end(), end.start() if end else len(text))], _stated(text[: begin.start()]))


def _stated(head: str) -> Stated:
    said: dict[str, str] = {}
    for name, value in _SAID.findall(head):
        said.setdefault(name.lower(), value)
    number = _NUMBER.search(head)
    found = {"title": said.get("title"), "author": said.get("author"), "source": _NAME}
    return stated({**found, "id": number[1] if number else None})  # type: ignore[dict-item]


def _begins(head: bytes) -> bool:
    return _NAME.encode() in head and (b"ook" in head or b"text" in head) and _is_marked(head)


def _is_marked(head: bytes) -> bool:
    text = head.decode("latin-1")
    return _START.search(text) is not None or _NUMBER.search(text) is not None


GUTENBERG: Final = Reader("Project Gutenberg", cutting(_cut), begins=_begins, many=False)
