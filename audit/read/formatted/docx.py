"""Word documents (.docx), through python-docx (extra corpus-audit[docx])."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from audit.read.formatted.package import DAMAGE, ZIP, opened_package, part_of
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Marked, Record
from audit.read.refusal import RefusedInputError, quoted, refused
from audit.read.stated import Stated, stated

# python-docx and lxml have no types.
Node: TypeAlias = Any

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN: Final = "word/document.xml"
# The OLE container of encrypted documents.
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Deleted or moved text, field codes, and fallbacks for older programs.
_UNSEEN: Final = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}rPr", f"{_W}pPr", _FALLBACK})
_SIGNS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
_HEADING: Final = re.compile(r"heading \d|title$|subtitle$", re.IGNORECASE)
_LIST: Final = re.compile(r"list", re.IGNORECASE)
_QUOTE: Final = re.compile(r"quot", re.IGNORECASE)
_NOTES: Final = ("footnotes", "endnotes")
_FURNITURE: Final = ("header", "footer")
_CELLS: Final = " | "
_SHOWN: Final = 3
_ERRORS: Final = (*DAMAGE, KeyError, AttributeError, TypeError, IndexError, RecursionError, AssertionError)


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph or table row, and its kind by the document's markup; '' for plain ones."""

    text: str
    kind: str = ""


def _read(file: Opened) -> Records:
    raw = file.whole()
    try:
        if raw.startswith(_OLE):
            code = "encrypted" if _LOCKED in raw else "binary"
            raise refused(code, "it is password-protected" if code == "encrypted" else "it is an old Word file (.doc)")
        with opened_package(raw, file.settings) as package:
            part_of(package, _MAIN, file.settings.max_file_bytes)
        yield _document(raw)
    except RefusedInputError as error:
        yield Record(raw=raw, source="extracted", refusal=error.refusal)


def _document(raw: bytes) -> Record:
    with _opened(raw) as document:
        styles = {style.style_id: style.name or "" for style in document.styles if style.style_id}
        parts = [*_parts(document.element.body, styles), *_notes(document)]
        furniture = [text for section in document.sections for text in _furniture(section)]
        said = _stated(document)
    text = "\n".join(part.text for part in parts)
    if not text.strip():
        raise refused("no-text", "the document contains no text")
    return Record(
        raw=raw, text=text, source="extracted", stated=said, marked=tuple(_marked(parts)), remark=_remark(furniture)
    )


@contextmanager
def _opened(raw: bytes) -> Iterator[Any]:
    """Open the document. Raises RefusedInputError: docx-extra-missing, or damaged for missing parts."""
    try:
        from docx import Document
        from docx.opc.exceptions import OpcError
        from lxml.etree import LxmlError  # type: ignore[import-untyped]
    except ImportError as error:
        raise refused("docx-extra-missing", "Word is read by python-docx, which is not installed") from error
    try:
        yield Document(io.BytesIO(raw))
    except (OpcError, LxmlError, *_ERRORS) as error:
        raise refused("damaged", f"it is not a complete Word document ({type(error).__name__})") from error


def _parts(body: Node, styles: dict[str, str]) -> Iterator[_Part]:
    """Yield the paragraphs and table rows in order, including those in frames and forms."""
    for node in body.iter(f"{_W}p", f"{_W}tr"):
        if next(node.iterancestors(f"{_W}tr", _FALLBACK), None) is not None:
            continue  # of a row that is read as one, or there twice
        if node.tag == f"{_W}tr":
            cells = [" ".join(filter(None, map(_text, cell.iter(f"{_W}p")))) for cell in node.iterchildren(f"{_W}tc")]
            text = _CELLS.join(" ".join(cell.split()) for cell in cells)
            if "".join(cells).strip():
                yield _Part(text, "paragraph")
        else:
            yield from _paragraph(node, styles)


def _paragraph(node: Node, styles: dict[str, str]) -> Iterator[_Part]:
    text = _text(node).strip(" \t\n")
    style = node.find(f"{_W}pPr/{_W}pStyle")
    name = styles.get(style.get(f"{_W}val"), "") if style is not None else ""
    is_listed = node.find(f"{_W}pPr/{_W}numPr") is not None or _LIST.match(name) is not None
    if not text:
        return
    if name.lower() == "title" or _HEADING.match(name):
        yield _Part(text, "title" if name.lower() == "title" else "heading")
    elif is_listed:
        yield _Part(f"- {text}", "list_item")
    else:
        yield _Part(text, "quote" if _QUOTE.search(name) else "caption" if name.lower() == "caption" else "")


def _text(node: Node) -> str:
    """Return a paragraph's text, without that of attached frames, which have paragraphs of their own."""
    held: list[str] = []
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one.tag == f"{_W}t":
            held.append(one.text or "")
        elif one.tag in _SIGNS:
            held.append(_SIGNS[one.tag])
        elif one.tag not in _UNSEEN and (one is node or one.tag != f"{_W}p"):
            waiting += reversed(one)
    return "".join(held)


def _notes(document: Any) -> Iterator[_Part]:  # noqa: ANN401 see Node
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.rpartition("/")[2] in _NOTES:
            for note in parse_xml(relation.target_part.blob):
                text = " ".join(" ".join(map(_text, note.iter(f"{_W}p"))).split())
                if text:
                    yield _Part(f"[{note.get(f'{_W}id')}] {text}", "paragraph")


def _furniture(section: Any) -> Iterator[str]:  # noqa: ANN401 see Node
    for name in _FURNITURE:
        part = getattr(section, name)
        if not part.is_linked_to_previous:
            yield from filter(str.strip, map(_text, part._element.iter(f"{_W}p")))  # noqa: SLF001 no other way to frames


def _remark(furniture: list[str]) -> str | None:
    shown = ", ".join(quoted(text.strip()) for text in list(dict.fromkeys(furniture))[:_SHOWN])
    return f"dropped as page headers and footers: {shown}" if furniture else None


def _stated(document: Any) -> Stated:  # noqa: ANN401 see Node
    """Return title and author; the file's creation date is no publication date."""
    facts = document.core_properties
    author = "" if facts.author.lower() == "python-docx" else facts.author
    return stated({"title": facts.title, "author": author, "id": facts.identifier})


def _marked(parts: list[_Part]) -> Iterator[Marked]:
    at, is_titled = 0, False
    for part in parts:
        kind = "heading" if part.kind == "title" and is_titled else part.kind
        is_titled = is_titled or kind == "title"
        if kind:
            yield Marked(at, at + len(part.text), kind)
        at += len(part.text) + 1


def _fits(head: bytes) -> bool:
    return head.startswith((ZIP, _OLE))


def _begins(head: bytes) -> bool:
    return head.startswith(ZIP) and b"word/" in head


DOCX: Final = Reader("Word", _read, (".docx", ".docm", ".dotx"), _begins, _fits, many=False, is_scanned=False)
