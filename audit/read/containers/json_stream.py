"""Splitting of a JSON stream into its records: those of an array, concatenated ones, or a single one."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from audit.read.containers.json_values import SPACE
from audit.read.refusal import refused

# The significant characters outside and inside strings.
_MARK: Final = re.compile(rb'["\[\]{},]')
_IN_STRING: Final = re.compile(rb'["\\]')
_OPENING, _CLOSING = b"[{", b"]}"


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
