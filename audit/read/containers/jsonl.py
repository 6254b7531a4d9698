"""JSON Lines: one object per line. What only bears the name is read as the JSON file that it is."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING, Final

from audit.read.containers.codec import utf8_text
from audit.read.containers.columns import FileOfRecords, on_line, record_of
from audit.read.containers.json_file import read_json
from audit.read.containers.json_stream import is_streamed
from audit.read.containers.json_values import SPACE, as_record, json_object, json_value
from audit.read.containers.prose import ProseColumns, is_prose
from audit.read.containers.spans import line_spans
from audit.read.containers.stray_bytes import Object, object_in, records_of
from audit.read.reader import Divided, Opened, Reader, Records, Span
from audit.read.record import Record
from audit.read.refusal import Refusal, refusal, refused
from audit.read.streams import lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


# What may stand before a record: a mark where files were joined, or that of a JSON text sequence (RFC 7464).
_MARKS: Final = (BOM_UTF8, b"\x1e")


def _read(file: Opened) -> Records:
    return read_json(file) if _is_streamed(file) else _records(utf8_text(file.pieces(), file.codecs), file)


def _spans(file: Opened) -> tuple[Span, ...]:
    return () if _is_streamed(file) else line_spans(file)


def _is_streamed(file: Opened) -> bool:
    return is_streamed(file.head(), lambda: b"".join(utf8_text(iter((file.first(),)), file.codecs)))


def _read_span(file: Opened, span: Span) -> Records:
    return _records(file.between(span.start, span.end), file, span.line)


def _first(file: Opened) -> Iterator[Mapping[str, object]]:
    """Yield the first records, for their prose to be measured."""
    for line in b"".join(utf8_text(iter((file.first(),)))).splitlines():
        found = json_object(line, "") if line.strip(SPACE) else None
        if isinstance(found, dict):
            yield as_record(found, file.settings)


def _records(pieces: Iterator[bytes], file: Opened, before: int = 0) -> Records:
    r"""Yield each record, or why it is no document; blank lines are skipped. `before` lines precede these.

    Raises RefusedInputError (broken-container) if the file ends within a record. Texts may contain escaped lone
    surrogates (`\ud83d`).
    """
    limit, known = file.settings.max_file_bytes, FileOfRecords(ProseColumns(lambda: _first(file)))
    for number, line in enumerate(lines(pieces, limit), before + 1):
        if line is None:
            yield refusal("too-large", f"line {number} is longer than {limit:,} bytes")
        elif (bare := _unmarked(line, is_first=number == 1)).strip(SPACE):
            if _is_cut(bare):
                raise refused("broken-container", f"it ends within line {number}, in the middle of a record")
            for found in _in_line(bare, f"line {number}", file, known):
                yield on_line(found, number)


def _unmarked(line: bytes, *, is_first: bool) -> bytes:
    """Return a line without a mark before its record; one that is only a mark is blank where the file begins."""
    if not line.startswith(_MARKS):
        return line
    bare = line.removeprefix(next(mark for mark in _MARKS if line.startswith(mark)))
    return bare if is_first or bare.strip(SPACE) else line


def _in_line(line: bytes, where: str, file: Opened, known: FileOfRecords) -> Iterable[Record | Refusal]:
    def made(found: Object) -> list[Record | Refusal]:
        return [record_of(as_record(found, file.settings), where, file.settings, known)]

    found = _text_alone(line) or object_in(line, where, file)
    return [found] if isinstance(found, Refusal) else records_of(found, where, made)


def _text_alone(line: bytes) -> Object | None:
    """Return a line that is a string of prose, not an object, as the record that it is."""
    found = json_value(line, "") if line.startswith(b'"') else None
    return {"text": found} if isinstance(found, str) and found[:1] + found[-1:] != "{}" and is_prose(found) else None


def _is_cut(line: bytes) -> bool:
    """Whether the last line is a truncated record."""
    bare = line.strip(SPACE)
    return not line.endswith(b"\n") and bare.startswith(b"{") and not bare.endswith(b"}")


_DIVIDED: Final = Divided(_spans, _read_span)
JSON_LINES: Final = Reader("JSON Lines", _read, (".jsonl", ".ndjson"), is_data=True, divided=_DIVIDED)
