"""EPUB books: chapters in spine order, through lxml (extra corpus-audit[epub])."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from audit.read.formatted.package import ZIP, opened_package, part_of
from audit.read.html.layout import Line
from audit.read.html.page import parsed, shown_lines
from audit.read.html.readings import PageText, whole
from audit.read.html.tree import Element, words_of, xml_of
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.refusal import RefusedInputError, quoted, refused
from audit.read.stated import Stated, stated

if TYPE_CHECKING:
    from zipfile import ZipFile

_TYPE: Final = b"application/epub+zip"
_CONTAINER: Final = "META-INF/container.xml"
_LOCKS: Final = "META-INF/encryption.xml"
# Obfuscated fonts are usual and lock nothing.
_FONTS: Final = re.compile(r"idpf\.org/2008/embedding|ns\.adobe\.com/pdf/enc#RC")
_PAGES: Final = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_MOST_CHAPTERS: Final = 10_000
_CHARSET: Final = re.compile(rb"""encoding=["']([A-Za-z0-9._-]{2,40})["']""")
# File names of tables of contents that are no `nav`.
_CONTENTS: Final = re.compile(r"(?:^|[/_-])(?:toc|nav|contents|inhalt)(?:[._-]|$)", re.IGNORECASE)
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class _Item:
    """A file of the book: its path in the package, and whether it is navigation only."""

    path: str
    is_page: bool
    is_contents: bool


def _read(file: Opened) -> Records:
    raw = file.whole()
    try:
        with opened_package(raw, file.settings) as package:
            yield _book(raw, package, file.settings.max_file_bytes)
    except RefusedInputError as error:
        yield Record(raw=raw, source="extracted", refusal=_named(error).refusal)


def _named(error: RefusedInputError) -> RefusedInputError:
    """Return the refusal, naming the extra for books."""
    if error.refusal.code != "html-extra-missing":
        return error
    return refused("epub-extra-missing", "books are read by lxml, which is not installed")


def _book(raw: bytes, package: ZipFile, limit: int) -> Record:
    _refuse_locked(package, limit)
    home, root = _package_document(package, limit)
    chapters, dropped = _spine(root, home)
    if len(chapters) > _MOST_CHAPTERS:
        raise refused("too-complex", f"it has {len(chapters):,} chapters, more than {_MOST_CHAPTERS:,}")
    read = _text(package, chapters, limit)
    if not read.text.strip():
        raise refused("no-text-layer" if chapters else "no-text", "its pages contain no text")
    return Record(
        raw=raw, text=read.text, source="extracted", stated=_stated(root), marked=read.marked, is_whole=True,
        remark=_remark(dropped),
    )  # fmt: skip


def _refuse_locked(package: ZipFile, limit: int) -> None:
    if _LOCKS not in package.namelist():
        return
    locks = xml_of(part_of(package, _LOCKS, limit))
    methods = [one.get("Algorithm", "") for one in locks.iter("{*}EncryptionMethod")]
    if not all(map(_FONTS.search, methods)):
        raise refused("encrypted", "its chapters are encrypted")


def _package_document(package: ZipFile, limit: int) -> tuple[str, Element]:
    """Return the folder and the root element of the package document."""
    container = xml_of(part_of(package, _CONTAINER, limit))
    path = next((one.get("full-path") for one in container.iter("{*}rootfile") if one.get("full-path")), None)
    if path is None:
        raise refused("damaged", "it does not name its package document")
    return posixpath.dirname(path), xml_of(part_of(package, path, limit))


def _spine(root: Element, home: str) -> tuple[list[str], list[str]]:
    """Return the paths of the chapters in order, and of the files left out: tables of contents, non-linear items."""
    items = {one.get("id"): _item(one, home) for one in root.iter("{*}item") if one.get("href")}
    chapters: list[str] = []
    dropped: list[str] = []
    for one in root.iter("{*}itemref"):
        item = items.get(one.get("idref"))
        if item is not None and item.is_page:
            (dropped if item.is_contents or one.get("linear") == "no" else chapters).append(item.path)
    return chapters, dropped


def _item(one: Element, home: str) -> _Item:
    path = posixpath.normpath(posixpath.join(home, unquote(one.get("href").partition("#")[0])))
    is_contents = "nav" in one.get("properties", "").split() or _CONTENTS.search(path) is not None
    return _Item(path, one.get("media-type", "") in _PAGES, is_contents)


def _text(package: ZipFile, chapters: Sequence[str], limit: int) -> PageText:
    lines: list[Line] = []
    size = 0
    for path in chapters:
        found = list(_chapter(part_of(package, path, limit)))
        size += sum(len(line.shown) for line in found)
        if size > limit:
            raise refused("too-large", f"its chapters have more than {limit:,} characters")
        lines += found
    return whole(lines)


def _chapter(raw: bytes) -> Iterator[Line]:
    from audit.read.codec.decode import decode

    named = _CHARSET.search(raw, 0, 200)
    decoded = decode(raw, named[1].decode("ascii") if named else None) if raw else None
    if decoded is not None and decoded.text.strip():
        yield from shown_lines(parsed(decoded.text))


def _stated(root: Element) -> Stated:
    said = {name: [words_of(one) for one in root.iter(f"{_DC}{name}")] for name in _FIELDS}
    issued = [words_of(one) for one in root.iter(f"{_DC}date") if _event(one) in {"", "publication", "issued"}]
    return stated({
        "title": said["title"][:1], "author": said["creator"], "source": said["publisher"][:1],
        "id": said["identifier"][:1], "date": issued[:1],
    })  # fmt: skip


_FIELDS: Final = ("title", "creator", "publisher", "identifier")


def _event(one: Element) -> str:
    return next((value.lower() for name, value in one.attrib.items() if name.rpartition("}")[2] == "event"), "")


def _remark(dropped: Sequence[str]) -> str | None:
    shown = ", ".join(quoted(path) for path in dropped[:_SHOWN])
    return f"dropped as table of contents, or outside the text: {shown}" if dropped else None


def _fits(head: bytes) -> bool:
    return head.startswith(ZIP)


def _begins(head: bytes) -> bool:
    return head.startswith(ZIP) and _TYPE in head[:200]


EPUB: Final = Reader("EPUB", _read, (".epub",), _begins, _fits, many=False, is_scanned=False)
