"""PDF documents, through pypdfium2 (extra corpus-audit[pdf])."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any, Final

from audit.read.paged.page_edges import PrintedLine
from audit.read.paged.printed import flowing, said_of
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.refusal import RefusedInputError, refused
from audit.read.stated import Stated, stated

if TYPE_CHECKING:
    from audit.policy import InputSettings

_MAGIC: Final = b"%PDF-"
# PDF readers accept this many bytes before the header.
_BEFORE: Final = 1024
# Maximum pages, each of which takes some milliseconds.
_MOST_PAGES: Final = 20_000
# Maximum characters per page; a newspaper page has some 20,000.
_MOST_CHARS: Final = 1_000_000
# Minimum letters per page: scanned pages may contain a stamp or a page number as text.
_LEAST_LETTERS: Final = 8
# Zlib streams except images; bytes inflated per step, and in total below which it is no bomb.
_STREAM: Final = re.compile(rb"stream\r?\n(?=[\x08-\x78])")
_PICTURE: Final = b"/Image"
_STEP: Final = 1 << 16
_FREE_GROWTH: Final = 256 << 20
# pdfium's error code for a required password.
_PASSWORD: Final = 4
# pdfium's character for a hyphen at a line end, which it joins.
_HYPHEN: Final = 2
_LINE_ENDS: Final = frozenset({10, 13, _HYPHEN})
_NO_TITLE: Final = re.compile(
    r"(?:microsoft (?:word|powerpoint)|untitled|powerpoint pres|slide 1\b|document\d*$|title$)"
    r"|\.(?:docx?|odt|rtf|tex|dvi|indd|qxd|pdf|ps|pptx?|pages|txt|html?)$",
    re.IGNORECASE,
)
_MADE: Final = re.compile(r"D:((?:19|20)\d\d)(\d\d)?(\d\d)?")


def _read(file: Opened) -> Records:
    raw = file.whole()
    try:
        yield _document(raw, file.settings)
    except RefusedInputError as error:
        yield Record(raw=raw, source="extracted", refusal=error.refusal)


def _refuse_bomb(raw: bytes, limit: int) -> None:
    """Raise RefusedInputError (expands-too-far) if the streams expand to more than `limit` bytes.

    pdfium inflates page contents without a bound, but not images.
    """
    at = grown = 0
    while (found := _STREAM.search(raw, at)) is not None:
        at = found.end()
        if _PICTURE in raw[max(0, found.start() - _BEFORE) : found.start()].rpartition(b"obj")[2]:
            continue
        engine, place = zlib.decompressobj(), at
        with suppress(zlib.error):
            while not engine.eof and (piece := engine.unconsumed_tail or raw[place : place + _STEP]):
                place += 0 if engine.unconsumed_tail else len(piece)
                grown += len(engine.decompress(piece, _STEP))
                if grown > limit:
                    raise refused("expands-too-far", f"its {len(raw):,} bytes expand to more than {grown:,}")
            at = max(at, place - len(engine.unused_data))


def _document(raw: bytes, settings: InputSettings) -> Record:
    _refuse_bomb(raw, max(_FREE_GROWTH, settings.max_growth * len(raw)))
    with closing(_opened(raw)) as document:
        count = len(document)
        if count > _MOST_PAGES:
            raise refused("too-complex", f"it has {count:,} pages, more than {_MOST_PAGES:,}")
        text = flowing(_lines(document, count, settings.max_file_bytes), count)
        if len("".join(filter(str.isalnum, text.text))) < _LEAST_LETTERS * count:
            raise refused("no-text-layer", f"its {count:,} page{'s' * (count > 1)} contain almost no text")
        remark = "; ".join(filter(None, (said_of(text.dropped), _made(document)))) or None
        return Record(raw=raw, text=text.text, source="extracted", stated=_stated(document), remark=remark)


def _opened(raw: bytes) -> Any:  # noqa: ANN401 pypdfium2 has no types
    try:
        import pypdfium2
    except ImportError as error:
        raise refused("pdf-extra-missing", "PDF is read by pypdfium2, which is not installed") from error
    try:
        return pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise refused("encrypted", "it is password-protected") from error
        raise refused("damaged", "it is not a readable PDF") from error


def _lines(document: Any, count: int, limit: int) -> Iterator[PrintedLine]:  # noqa: ANN401 as above
    """Yield the lines of all pages. Raises RefusedInputError: too-large, too-complex, damaged."""
    import pypdfium2

    size = 0
    for number in range(count):
        try:
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                for line in _of_page(text, number):
                    size += len(line.text)
                    yield line
        except pypdfium2.PdfiumError as error:
            raise refused("damaged", f"page {number + 1:,} of {count:,} cannot be read") from error
        if size > limit:
            raise refused("too-large", f"its first {number + 1:,} pages have more than {limit:,} characters")


def _of_page(text: Any, number: int) -> Iterator[PrintedLine]:  # noqa: ANN401 as above
    from pypdfium2 import raw

    chars = text.count_chars()
    if chars > _MOST_CHARS:
        raise refused("too-complex", f"page {number + 1:,} has {chars:,} characters, more than {_MOST_CHARS:,}")
    held: list[str] = []
    seen: list[int] = []
    for at in range(chars):
        code = raw.FPDFText_GetUnicode(text, at)
        if code == _HYPHEN:
            held.append("\N{SOFT HYPHEN}")
            seen.append(at)
        if code in _LINE_ENDS:
            yield from _ended(text, number, held, seen)
            held, seen = [], []
        elif code and code <= 0x10FFFF:  # noqa: PLR2004 the last code point
            held.append(chr(code))
            if not held[-1].isspace() and not raw.FPDFText_IsGenerated(text, at):
                seen.append(at)
    yield from _ended(text, number, held, seen)


def _ended(text: Any, number: int, held: list[str], seen: list[int]) -> Iterator[PrintedLine]:  # noqa: ANN401 as above
    line = " ".join("".join(held).split())
    if line and seen:
        left, bottom, _, top = text.get_charbox(seen[0], loose=True)
        right = text.get_charbox(seen[-1], loose=True)[2]
        yield PrintedLine(line, number, left, right, top, bottom)


def _stated(document: Any) -> Stated:  # noqa: ANN401 as above
    title = _value(document, "Title")
    return stated({"title": None if _NO_TITLE.search(title) else title, "author": _value(document, "Author")})


def _made(document: Any) -> str:  # noqa: ANN401 as above
    """Return the file's creation date, which is no publication date."""
    found = _MADE.match(_value(document, "CreationDate"))
    return f"made {'-'.join(filter(None, found.groups()))}" if found else ""


def _value(document: Any, name: str) -> str:  # noqa: ANN401 as above
    return str(document.get_metadata_value(name)).strip("\0 \t\r\n")


def _fits(head: bytes) -> bool:
    return _MAGIC in head[:_BEFORE]


def _begins(head: bytes) -> bool:
    return head.lstrip().startswith(_MAGIC)


PDF: Final = Reader("PDF", _read, (".pdf",), _begins, _fits, many=False, is_scanned=False)
