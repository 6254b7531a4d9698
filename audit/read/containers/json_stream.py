"""JSON streams: how they begin, and their records: those of an array, concatenated ones, or a single one."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from audit.policy import InputSettings
from audit.read.containers.column_names import TEXT_COLUMNS
from audit.read.containers.columns import text_path
from audit.read.containers.json_values import SPACE
from audit.read.containers.paths import names_in
from audit.read.refusal import refused

# The significant characters outside and inside strings.
_MARK: Final = re.compile(rb'["\[\]{},]')
_IN_STRING: Final = re.compile(rb'["\\]')
_OPENING, _CLOSING = b"[{", b"]}"
# The bracket of an array, and the brace and first key of its first record.
_RECORD: Final = re.compile(r'\s*(?:\[\s*)?(?P<object>\{\s*"(?:[^"\\]|\\.)+"\s*:)')
# What follows a record: nothing, the next one, a comma or the end of an array.
_NEXT: Final = re.compile(r'\s*(?:,?\s*\{\s*"|\]\s*)?$|\s*,?\s*\{\s*"')
_SAID: Final = re.compile(rf'"(?:{"|".join(map(re.escape, TEXT_COLUMNS))})"\s*:\s*"')
_BY_NAME: Final = InputSettings()
# Two records in a line; what follows a record on its line; an array of records.
_TWO: Final = re.compile(rb'\}[\s,]*\{\s*"')
_BESIDE: Final = re.compile(r'[ \t\r]*(?:,\s*|(?=\{))\{?\s*(?:"|\Z)')
_ARRAY: Final = re.compile(r'\[(?P<lines>\s*)\{\s*"')


@dataclass(slots=True)
class JsonValues:
    """Splits a JSON stream into records, holding at most one, and nothing of one that is too long."""

    limit: int
    is_array: bool = False
    depth: int = 0
    in_string: bool = False
    escaped: bool = False
    line: int = 1
    began: int = 0
    size: int = 0
    held: bytearray = field(default_factory=bytearray)

    def cut(self, pieces: Iterator[bytes]) -> Iterator[tuple[int, bytes | None]]:
        """Yield each record with its first line; None for one above the limit.

        Raises RefusedInputError (broken-container) if the stream ends within one.
        """
        is_first = True
        for piece in pieces:
            bare = piece.lstrip(BOM_UTF8 + SPACE) if is_first else piece
            self.line += piece.count(b"\n", 0, len(piece) - len(bare))
            if is_first and bare:
                is_first, self.is_array = False, bare.startswith(b"[")
            yield from self._piece(bare)
        if self.depth or self.in_string:
            raise refused("broken-container", f"it ends within the record that begins on line {self.began or 1}")
        yield from self._ended()

    def _piece(self, piece: bytes) -> Iterator[tuple[int, bytes | None]]:
        at = 0
        if self.escaped and piece:
            self.escaped, at = False, 1
            self._hold(piece[:1])
        while at < len(piece):
            found = (_IN_STRING if self.in_string else _MARK).search(piece, at)
            end = found.end() if found else len(piece)
            if self.in_string and found and found[0] == b"\\":
                self.escaped, end = end == len(piece), min(end + 1, len(piece))
                self._hold(piece[at:end])
            elif found is None or self.in_string:
                self.in_string = found is None and self.in_string
                self._hold(piece[at:end])
            else:
                yield from self._marked(piece[at : end - 1], found[0])
            at = end

    def _marked(self, before: bytes, mark: bytes) -> Iterator[tuple[int, bytes | None]]:
        self._hold(before)
        level = 1 if self.is_array else 0
        if mark == b'"':
            self.in_string = True
        elif mark in _OPENING:
            self.depth += 1
        elif mark in _CLOSING:
            self.depth -= 1
        is_outer = (mark == b"[" and self.is_array and self.depth == 1) or self.depth < level
        is_comma = mark == b"," and self.depth == level
        if not is_outer and not is_comma:
            self._hold(mark)
        if self.depth < 0:
            raise refused("broken-container", f"line {self.line}: unmatched closing bracket")
        if is_outer or is_comma or (mark in _CLOSING and self.depth == level):
            yield from self._ended()

    def _hold(self, part: bytes) -> None:
        if not self.size:
            bare = part.lstrip(SPACE)
            self.line += part.count(b"\n", 0, len(part) - len(bare))
            part, self.began = bare, self.line
        self.line += part.count(b"\n")
        self.size += len(part)
        if self.size <= self.limit:
            self.held += part
        else:
            self.held.clear()

    def _ended(self) -> Iterator[tuple[int, bytes | None]]:
        if self.size:
            yield self.began, bytes(self.held) if self.size <= self.limit else None
        self.held, self.size = bytearray(), 0


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


def is_no_json(head: bytes) -> bool:
    """Return whether a file called a table is none of JSON records, which neither the name nor the format allows."""
    return not begins_with_records(head)


def is_streamed(head: bytes, first: Callable[[], bytes]) -> bool:
    """Return whether a file is a JSON stream, though it is called JSON Lines: its first record is no line.

    It spans several lines, shares one with the next record, or is the first of an array that is the whole file. `head`
    are the first bytes of the file, `first` returns the first mebibyte in UTF-8.
    """
    bare = head.translate(None, b"\0").lstrip(BOM_UTF8 + b"\xff\xfe" + SPACE)
    line, end, _ = bare.partition(b"\n")
    if not bare.startswith((b"{", b"[")) or not (bare.startswith(b"[") or _is_doubtful(line, is_whole=bool(end))):
        return False
    text = first().decode("utf-8", "ignore").removeprefix("\ufeff").strip()
    try:
        value, at = json.JSONDecoder().raw_decode(text)
    except (json.JSONDecodeError, RecursionError):
        array = _ARRAY.match(text)
        return array is not None and ("\n" in array["lines"] or "\n" not in text)
    if isinstance(value, list):
        return at == len(text) and bool(value) and all(isinstance(one, dict) for one in value)
    return "\n" in text[:at] or _BESIDE.match(text, at) is not None


def _is_doubtful(line: bytes, *, is_whole: bool) -> bool:
    return (is_whole and not line.rstrip().endswith(b"}")) or _TWO.search(line) is not None
