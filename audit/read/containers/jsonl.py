"""JSON Lines: one object per line; and how a file of JSON records begins whose name does not tell: part-00000."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from typing import TYPE_CHECKING, Final

from audit.policy import InputSettings
from audit.read.containers.codec import utf8_text
from audit.read.containers.column_names import TEXT_COLUMNS
from audit.read.containers.columns import FileOfRecords, on_line, record_of, text_path
from audit.read.containers.json_values import SPACE, as_record, json_object
from audit.read.containers.paths import names_in
from audit.read.containers.prose import ProseColumns
from audit.read.containers.spans import line_spans
from audit.read.containers.stray_bytes import Object, object_in, records_of
from audit.read.reader import Divided, Opened, Reader, Records, Span
from audit.read.record import Record
from audit.read.refusal import Refusal, refusal, refused
from audit.read.streams import lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# The bracket of an array, and the brace and first key of its first record.
_RECORD: Final = re.compile(r'\s*(?:\[\s*)?(?P<object>\{\s*"(?:[^"\\]|\\.)+"\s*:)')
# What follows a record: nothing, the next one, a comma or the end of an array.
_NEXT: Final = re.compile(r'\s*(?:,?\s*\{\s*"|\]\s*)?$|\s*,?\s*\{\s*"')
_SAID: Final = re.compile(rf'"(?:{"|".join(map(re.escape, TEXT_COLUMNS))})"\s*:\s*"')
_BY_NAME: Final = InputSettings()


def _read(file: Opened) -> Records:
    return _records(utf8_text(file.pieces(), file.codecs), file)


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
    surrogates (`\ud83d`). Of repeated keys the last one counts.
    """
    limit, known = file.settings.max_file_bytes, FileOfRecords(ProseColumns(lambda: _first(file)))
    mark = b"" if before else BOM_UTF8
    for number, line in enumerate(lines(pieces, limit), before + 1):
        if line is None:
            yield refusal("too-large", f"line {number} is longer than {limit:,} bytes")
        elif (bare := line.removeprefix(mark)).strip(SPACE):
            if _is_cut(bare):
                raise refused("broken-container", f"it ends within line {number}, in the middle of a record")
            for found in _in_line(bare, f"line {number}", file, known):
                yield on_line(found, number)
        mark = b""


def _in_line(line: bytes, where: str, file: Opened, known: FileOfRecords) -> Iterable[Record | Refusal]:
    def made(found: Object) -> list[Record | Refusal]:
        return [record_of(as_record(found, file.settings), where, file.settings, known)]

    found = object_in(line, where, file)
    return [found] if isinstance(found, Refusal) else records_of(found, where, made)


def _is_cut(line: bytes) -> bool:
    """Whether the last line is a truncated record."""
    bare = line.strip(SPACE)
    return not line.endswith(b"\n") and bare.startswith(b"{") and not bare.endswith(b"}")


def begins_with_records(head: bytes) -> bool:
    """Return whether a file's first bytes are records, or most of one, with a text in a column of a usual name."""
    if b"{" not in head:
        return False
    text = head.removeprefix(BOM_UTF8).decode("utf-8", "ignore")
    found = _RECORD.match(text)
    if found is None:
        return False
    try:
        record, end = json.JSONDecoder().raw_decode(text, found.start("object"))
    except json.JSONDecodeError:
        # The record is longer than what is seen of it.
        return "\n" not in text.strip() and _SAID.search(text) is not None
    except RecursionError:
        return False
    path = text_path(names_in(record), _BY_NAME, record)
    return path is not None and isinstance(record.get(path, ""), str) and _NEXT.match(text, end) is not None


_DIVIDED: Final = Divided(line_spans, _read_span)
JSON_LINES: Final = Reader("JSON Lines", _read, (".jsonl", ".ndjson"), is_data=True, divided=_DIVIDED)
