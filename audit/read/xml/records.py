"""Exports of records as XML: elements of one kind below the root, each with a text, as dumps of Stack Exchange are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Final

from audit.read.containers.column_names import ABSTRACTS, DESCRIPTIONS, TEXT_COLUMNS, plain_name
from audit.read.containers.columns import on_line, record_of
from audit.read.html.in_record import read_as_fragment
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.refusal import Refusal, RefusedInputError, refusal
from audit.read.xml.stream import Path, fed, parser_for, root_name, trees
from audit.read.xml.tree import PARAGRAPH, as_value

_BELOW_ROOT, _COLUMN = 2, 3
_DECLARATION: Final = b"<?xml"
_PROLOG: Final = re.compile(r"\s*<\?xml\s[^<>]{0,200}\?>\s*(?:<!DOCTYPE\s[^<>\[]{0,400}>)?")
_LEAD: Final = b"\xef\xbb\xbf\xff\xfe \t\r\n"
# Columns that hold the text of a record; a description is that of anything.
_TEXTS: Final = frozenset(map(plain_name, TEXT_COLUMNS)) - ABSTRACTS - DESCRIPTIONS

# Elements that are documents, so that paragraphs right in them are their text; those of a chapter are part of one.
_ARTICLES: Final = frozenset(("article", "record", "doc", "document", "post", "story", "newsitem"))

# What stands between paragraphs and would be lost from among them.
_BETWEEN: Final = frozenset(
    (
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "table",
        "div",
        "section",
        "sec",
        "blockquote",
        "list",
        "pre",
    )
)


def _is_wanted(path: Path) -> bool:
    return len(path) == _BELOW_ROOT


def _read(file: Opened) -> Records:
    """Yield each record. Raises RefusedInputError: broken-container if the XML is damaged, or defines entities."""
    limit = file.settings.max_file_bytes
    for node, path, line in trees(file.pieces(), _is_wanted, limit):
        if node is None:
            yield refusal("too-large", f"the element on line {line} has more than {limit:,} characters")
            continue
        found = as_value(node)
        columns = _with_paragraphs(found, path[-1]) if isinstance(found, Mapping) else {path[-1]: found}
        yield on_line(_shown(record_of(columns, f"line {line}", file.settings)), line)


def _with_paragraphs(found: Mapping[str, object], name: str) -> Mapping[str, object]:
    """Return the columns of an article with the paragraphs beside them as its text, if no column is its text."""
    said = found.get(PARAGRAPH)
    held = said if isinstance(said, list) else [said]
    is_article = plain_name(name) in _ARTICLES and not any(plain_name(key) in _TEXTS | _BETWEEN for key in found)
    if not is_article or not all(isinstance(each, str) for each in held):
        return found
    return {key: value for key, value in found.items() if key != PARAGRAPH} | {"text": "\n".join(map(str, held))}


def _shown(found: Record | Refusal) -> Record | Refusal:
    """Return a record whose text is a document in XML of its own, as notes are kept, with what that shows."""
    text = found.text if isinstance(found, Record) else None
    prolog = _PROLOG.match(text) if text is not None else None
    if isinstance(found, Refusal) or text is None or prolog is None:
        return found
    return read_as_fragment(replace(found, text=text[prolog.end() :]))


class _Outline:
    """Parser state: whether the first element below the root has a text in a column, as attribute or element."""

    def __init__(self) -> None:
        self.has_text = False
        self._path: list[str] = []
        self._is_over = False

    @property
    def is_in_text(self) -> bool:
        """Whether the text of the first element has begun: of what is damaged there no words were seen."""
        column, within = self._path[_BELOW_ROOT:_COLUMN], self._path[_COLUMN:]
        if not column or self._is_over:
            return False
        if column == [PARAGRAPH]:
            return not within and plain_name(self._path[_BELOW_ROOT - 1]) in _ARTICLES
        return within in ([], [PARAGRAPH]) and plain_name(column[0]) in _TEXTS

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Handle a start tag."""
        self._path.append(name)
        if len(self._path) == _BELOW_ROOT and not self._is_over:
            self.has_text = any(plain_name(each) in _TEXTS and value.strip() for each, value in attributes.items())

    def words(self, text: str) -> None:
        """Handle text."""
        self.has_text = self.has_text or (self.is_in_text and bool(text.strip()))

    def end(self, _name: str) -> None:
        """Handle an end tag."""
        self._is_over = self._is_over or len(self._path) == _BELOW_ROOT
        self._path.pop()


def _begins(head: bytes) -> bool:
    if not head.translate(None, b"\0").lstrip(_LEAD).startswith(_DECLARATION) or root_name(head) in {None, "html"}:
        return False
    outline = _Outline()
    with suppress(RefusedInputError):
        next(fed(parser_for(outline), iter((head,))), None)
    return outline.has_text or outline.is_in_text


XML_RECORDS: Final = Reader("XML records", _read, begins=_begins)
