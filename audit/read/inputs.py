"""The entry point of reading: from a directory entry to documents and refusals.

File content never raises an exception, and each entry gives at least one Input or Refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from audit.read.compression import compression_named
from audit.read.html.in_record import read_as_page
from audit.read.notation import refuse_notation
from audit.read.open import Source, open_file
from audit.read.reader import Opened, Span, opened
from audit.read.readers import reader_named, reader_of
from audit.read.record import Marked, Record
from audit.read.refusal import Refusal, RefusedInputError, from_os_error, refusal, refused
from audit.read.stated import NOTHING_STATED, Stated
from audit.read.unfit import beside_another, pointer, unfit
from audit.read.walk import Entry, written
from audit.tables.extra import ExtraValue
from audit.tables.table import LONE_SURROGATE, storable
from audit.text.ids import record_id

if TYPE_CHECKING:
    from pathlib import Path

    from audit.policy import InputSettings
    from audit.read.codec.decoded import Decoded

# Said in the first pass only, whose refusals go into no ledger.
NOT_SCANNED: Final = "not-scanned"
# Bytes in which a file of a system or an editor shows what it is.
_BEGINNING: Final = 1 << 12


@dataclass(frozen=True, slots=True)
class Input:
    """A document as read.

    Byte offsets refer to `raw`: the file, its decompressed content, or the UTF-8 of a record's text. `text` is given
    for records and for the main text of HTML, where `raw` is the page and shares no offsets with the text; None if
    `raw` is still to be decoded. `encoding` is the codec if `text` is given, else ''. `declared` is the codec named by
    an HTML page. `encoding_source` is 'container', 'html' or ''. `bad_chars` are offsets of U+FFFD in `text` that stand
    for lone surrogates. `stated` are the fields the input states. `start` is the byte offset of `raw` in the file's
    content; `line`, `decoded`, `is_whole`, `remark`, `extra` and `marked` are those of the record (audit.read.record).
    """

    id: str
    path: str
    raw: bytes
    sha256: str
    text: str | None = None
    declared: str | None = None
    encoding_source: str = ""
    encoding: str = ""
    bad_chars: tuple[int, ...] = ()
    stated: Stated = NOTHING_STATED
    start: int = 0
    line: int = 0
    decoded: Decoded | None = None
    is_whole: bool = False
    remark: str | None = None
    extra: tuple[ExtraValue, ...] = ()
    marked: tuple[Marked, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A quarantined input. `code` is a key of ledger.QUARANTINE, `detail` a printable sentence.

    `bytes` is the size of the file or of the record's text, None if unknown; `sha256` is None if the bytes were not
    read as a whole. `of_container`: a file of records that was not read on.
    """

    id: str
    path: str
    bytes: int | None
    sha256: str | None
    code: str
    detail: str
    of_container: bool = False


def read_inputs(
    root: Path, entry: Entry, settings: InputSettings, span: Span | None = None, *, is_scan: bool = False
) -> Iterator[Input | Refused]:
    """Yield the documents in `entry`, and the refused parts of it.

    A file is one document; a container, such as JSON Lines, has one per record, `path#n` with n from 0, and a Refused
    with its own id if it cannot be read on. All may be compressed. With a `span` only that part of the file is read
    (audit.read.readers.spans_of); if it cannot be read on, the id is that of the first lost record. `is_scan`: this is
    the first pass, in which some readers do not open their files.
    """
    path = written(entry.path)
    if entry.refusal is not None:
        yield _refused(entry.id, path, entry.refusal, None)
        return
    try:
        source = open_file(root, entry.path)
    except RefusedInputError as error:
        yield _refused(entry.id, path, error.refusal, None)
        return
    with source:
        if span is None:
            yield from _read(source, entry.id, path, settings, is_scan=is_scan)
        else:
            yield from _read_span(source, Entry(entry.path, entry.id), settings, span)


def _read(source: Source, id: str, path: str, settings: InputSettings, *, is_scan: bool) -> Iterator[Input | Refused]:
    named, many = reader_named(path), False
    try:
        _refuse(beside_another(source.head(_BEGINNING)))
        # A stream truncated while peeking is a file of records by its name.
        many = named is not None and named.many
        _refuse(pointer(source.size, source.head(source.size)))
        file = opened(source, path, settings)
        reader = reader_of(file)
        many = reader.many
        if is_scan and not reader.is_scanned:
            yield Refused(id, path, source.size, None, NOT_SCANNED, "it is read in the second pass only")
            return
        for number, found in enumerate(_as_read(path, file, _records(file, reader.read(file)))):
            yield _made(found, record_id(id, number) if many else id, path, settings)
    except (RefusedInputError, OSError) as error:
        yield replace(_refused(id, path, _why(error), source.size), of_container=many)


def _refuse(reason: Refusal | None) -> None:
    if reason is not None:
        raise RefusedInputError(reason)


def _read_span(source: Source, entry: Entry, settings: InputSettings, span: Span) -> Iterator[Input | Refused]:
    path, number = written(entry.path), span.record
    try:
        file = opened(source, path, settings)
        divided = reader_of(file).divided
        if divided is None or source.size != span.size:
            raise refused("changed", "it was replaced after it was split for parallel reading")
        for found in _as_read(path, file, divided.read(file, span)):
            if number == span.record + span.records:
                raise refused("changed", "its records changed after it was split for parallel reading")
            yield _made(found, record_id(entry.id, number), path, settings)
            number += 1
        source.check_unchanged()
    except (RefusedInputError, OSError) as error:
        lost = entry.id if span.is_last else record_id(entry.id, number)
        yield replace(_refused(lost, path, _why(error), source.size if span.is_last else None), of_container=True)


def _why(error: RefusedInputError | OSError) -> Refusal:
    return error.refusal if isinstance(error, RefusedInputError) else from_os_error(error, "it").refusal


def _as_read(path: str, file: Opened, found: Iterator[Record | Refusal]) -> Iterator[Record | Refusal]:
    """Yield what is found in a file, pages in their records read as such, with a remark if its name is wrong."""
    said = compression_named(path) if file.compression is None else None
    misnamed = f"it is not compressed, although its name says {said}" if said else None
    for each in found:
        if isinstance(each, Refusal):
            yield each
            continue
        read, codec = read_as_page(each), next(map("its file is in {}".format, file.codecs), None)
        told = "; ".join(filter(None, (misnamed, read.remark, codec)))
        yield replace(read, remark=told) if misnamed or codec else read


def _records(file: Opened, found: Iterator[Record | Refusal]) -> Iterator[Record | Refusal]:
    count = 0
    for record in found:
        count += 1
        yield record
    file.source.check_unchanged()
    if not count:
        raise refused("empty", "it contains no records")


def _made(found: Record | Refusal, id: str, path: str, settings: InputSettings) -> Input | Refused:
    if isinstance(found, Refusal):
        return _refused(id, path, found, None)
    text, bad = (None, ()) if found.text is None else _repaired(found.text)
    raw = (text or "").encode("utf-8") if found.raw is None else found.raw
    digest = sha256(raw).hexdigest()
    reason = found.refusal or _unfit(found, text, raw, settings.max_file_bytes)
    if reason is not None:
        return _refused(id, path, reason, len(raw), digest)
    declared, source, encoding = (None, "", "") if text is None else (found.declared, found.source, found.encoding)
    return Input(
        id, path, raw, digest, text, declared, source, encoding, bad, found.stated, found.start, found.line,
        found.decoded, found.is_whole, found.remark, found.extra, found.marked,
    )  # fmt: skip


def _unfit(found: Record, text: str | None, raw: bytes, limit: int) -> Refusal | None:
    """Return why a record is no document: its bytes are no text, or its text is not readable."""
    if found.raw is not None:
        return unfit(raw) if found.decoded is None and text is None else None
    return _unfit_record(text or "", raw, limit, f"line {found.line}: " if found.line else "")


def _unfit_record(text: str, raw: bytes, limit: int, where: str) -> Refusal | None:
    size = len(raw)
    if size > limit:
        return refusal("too-large", f"{where}its text has {size:,} bytes; the limit is {limit:,}")
    if not text.strip():
        return refusal("blank" if text else "empty", f"{where}its text has {size:,} bytes")
    found = refuse_notation(raw)
    return replace(found, detail=where + found.detail) if found else None


def _repaired(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the text with lone surrogates replaced by U+FFFD, as tables require, and their offsets."""
    bad = () if text.isascii() else tuple(match.start() for match in LONE_SURROGATE.finditer(text))
    return storable(text), bad


def _refused(id: str, path: str, reason: Refusal, size: int | None, digest: str | None = None) -> Refused:
    return Refused(id, path, size, digest, reason.code, reason.detail)
