"""JSON files: an array of records, one record, concatenated records, or an object around a list of them."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from audit.read.containers import paths
from audit.read.containers.codec import utf8_text
from audit.read.containers.column_names import plain_name
from audit.read.containers.columns import (
    FileOfRecords,
    field_paths,
    on_line,
    record_of,
    stated_in,
    text_path,
)
from audit.read.containers.json_values import SPACE, json_object
from audit.read.containers.jsonl import begins_with_records
from audit.read.containers.message_tree import with_messages
from audit.read.containers.prose import ProseColumns
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.refusal import Refusal, RefusedInputError, refusal, refused
from audit.text.visible import visible

if TYPE_CHECKING:
    from audit.policy import InputSettings

# Maximum characters of paths in a message, depth of lists in an object, and elements that are looked at.
_SHOWN, _DEEPEST, _SAMPLE = 300, 6, 100
# Lists in which a document stores its own text, whatever its parts say besides; those that may hold documents, too.
_PARTS: Final = frozenset((
    "paragraphs", "blocks", "sections", "chapters", "segments", "sentences", "lines", "stanzas", "verses", "captions",
    "cues", "chunks", "段落", "章节", "章節", "句子", "行",
))  # fmt: skip
_MAYBE_PARTS: Final = frozenset(
    ("messages", "pages", "conversation", "conversations", "turns", "utterances", "dialogue")
)
# The significant characters outside and inside strings.
_MARK: Final = re.compile(rb'["\[\]{},]')
_IN_STRING: Final = re.compile(rb'["\\]')
_OPENING, _CLOSING = b"[{", b"]}"
# Keys in the files that `datasets` writes beside data (state.json, dataset_info.json); dataset_dict.json lists splits.
_DESCRIPTIONS: Final = (frozenset({"_data_files", "_fingerprint"}), frozenset({"features", "citation", "homepage"}))


@dataclass(slots=True)
class _Values:
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


def _read(file: Opened) -> Records:
    limit, known = file.settings.max_file_bytes, FileOfRecords(ProseColumns(lambda: _first(file), may_be_settings=True))
    for line, value in _Values(limit).cut(utf8_text(file.pieces())):
        where = f"line {line}"
        if value is None:
            yield refusal("too-large", f"the record on {where} is longer than {limit:,} bytes")
            continue
        found = json_object(value, where)
        if isinstance(found, Refusal):
            yield found
        else:
            told = with_messages(found)
            yield from (on_line(record, line) for record in _records(told, where, file.settings, known))


def _first(file: Opened) -> Iterator[Mapping[str, object]]:
    """Yield the first records, for their prose to be measured."""
    try:
        for _, value in _Values(file.settings.max_file_bytes).cut(utf8_text(iter((file.first(),)))):
            found = json_object(value or b"", "")
            if isinstance(found, dict):
                yield found
    except RefusedInputError:
        return  # the first mebibyte ends within a record


def _records(found: Mapping[str, object], where: str, settings: InputSettings, file: FileOfRecords) -> Records:
    """Yield the record that an object is or, if it has no usual text, those in its only list of objects with a text."""
    if _is_description(found) and text_path(tuple(found), settings) in {None, "description"}:
        yield refusal("beside-the-data", "it describes data that datasets saved beside it")
        return
    is_usual = text_path(paths.names_in(found), settings, found) is not None
    whole = record_of(found, where, settings, file) if is_usual else record_of(found, where, settings)
    if isinstance(whole, Record):
        yield whole
        return
    listed = list(_listed(found, where, settings, whole))
    if listed == [whole] and not is_usual:
        yield record_of(found, where, settings, file)
    else:
        yield from listed


def _listed(found: Mapping[str, object], where: str, settings: InputSettings, whole: Refusal) -> Records:
    lists = list(_lists(found, (), found))
    texts = [(held, path) for held in lists if (path := _text_of(held, settings)) is not None]
    outer = [held for held in lists if "." not in held.path]
    if len(texts) > 1:
        named = visible(", ".join(held.path for held, _ in texts), limit=_SHOWN)
        yield refusal("no-text-column", f"{where} has texts in several lists: {named}")
    elif texts and _are_parts(*texts[0], settings):
        named = visible(f"{texts[0][0].path}[].{texts[0][1]}", limit=_SHOWN)
        yield refusal("no-text-column", f"{where} is a document in parts, which '{named}' joins")
    elif texts or (len(outer) == 1 and whole.code == "no-text-column"):
        objects = (texts[0][0] if texts else outer[0]).objects
        known = FileOfRecords(ProseColumns(lambda: objects))
        for number, record in enumerate(objects, 1):
            yield record_of(record, f"{where}, record {number}", settings, known)
    else:
        yield whole


@dataclass(frozen=True, slots=True)
class _Objects:
    """A list of objects at a path of keys in a record; `above` are the objects around it, the nearest last."""

    path: str
    objects: list[dict[str, object]]
    above: tuple[Mapping[str, object], ...]


def _lists(value: Mapping[str, object], keys: tuple[str, ...], *above: Mapping[str, object]) -> Iterator[_Objects]:
    for key, inner in value.items():
        path = (*keys, key)
        if isinstance(inner, list) and inner and all(isinstance(one, dict) for one in inner):
            yield _Objects(".".join(path), inner, above)
        elif isinstance(inner, dict) and len(path) < _DEEPEST:
            yield from _lists(inner, path, *above, inner)


def _text_of(held: _Objects, settings: InputSettings) -> str | None:
    """Return the path of the text in the first of the objects with one."""
    chosen = ((one, text_path(paths.names_in(one), settings, one)) for one in held.objects[:_SAMPLE])
    return next((path for one, path in chosen if path and any(map(_is_text, paths.values(one, path)))), None)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _are_parts(held: _Objects, text: str, settings: InputSettings) -> bool:
    """Whether the objects are parts of one document: by the list's name, or a title above and no field in any."""
    name = plain_name(held.path.rpartition(".")[2])
    if name in _PARTS or any(field_paths(paths.names_in(one), text, settings) for one in held.objects[:_SAMPLE]):
        return name in _PARTS
    return name in _MAYBE_PARTS or any(stated_in(one, settings).title for one in held.above)


def _is_description(found: Mapping[str, object]) -> bool:
    splits = found.get("splits")
    is_list = len(found) == 1 and isinstance(splits, list) and all(isinstance(name, str) for name in splits)
    return is_list or any(keys <= found.keys() for keys in _DESCRIPTIONS)


def _fits(head: bytes) -> bool:
    # In any codec: ignoring marks and NULs of UTF-16.
    return head.replace(b"\0", b"").lstrip(BOM_UTF8 + b"\xff\xfe" + SPACE).startswith((b"[", b"{"))


JSON_FILE: Final = Reader("JSON", _read, (".json",), begins_with_records, fits=_fits)
