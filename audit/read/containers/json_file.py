"""JSON files: an array of records, one record, concatenated records, or an object around a list of them."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from audit.read.containers import paths
from audit.read.containers.codec import utf8_text
from audit.read.containers.column_names import PARTS, plain_name
from audit.read.containers.columns import (
    FileOfRecords,
    field_paths,
    on_line,
    record_of,
    stated_in,
    text_path,
)
from audit.read.containers.joined_texts import ASKED_IN
from audit.read.containers.json_stream import JsonValues, begins_with_records
from audit.read.containers.json_values import SPACE, as_record, json_object
from audit.read.containers.prose import ProseColumns, is_prose
from audit.read.containers.stray_bytes import Object, object_in, records_of
from audit.read.parts.elements import in_documents
from audit.read.parts.said_of_parts import left_out
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.refusal import Refusal, RefusedInputError, refusal, refused
from audit.text.visible import visible

if TYPE_CHECKING:
    from audit.policy import InputSettings

# Maximum characters of paths in a message, depth of lists in an object, and elements that are looked at.
_SHOWN, _DEEPEST, _SAMPLE = 300, 6, 100
# Objects of an object that are records, not parts of one.
_SEVERAL: Final = 2
# Names that are surely those of documents, not of their parts or columns: of files, addresses, digests, long numbers.
_ID: Final = re.compile(r"\S.*\.[a-z]{2,5}|https?://\S+|(?=.*[0-9])[0-9a-fA-F-]{8,}|[0-9]{4,}")
# Values at the beginning of a file none of which is an object: numbers of a vector, or words.
_MOST_BARE: Final = 1_000
# Lists in which a document stores its own text, but that may hold documents, too.
_MAYBE_PARTS: Final = frozenset(
    ("messages", "pages", "conversation", "conversations", "turns", "utterances", "dialogue")
)
_LABELS: Final = frozenset(("description", "desc"))
# Keys in the files that `datasets` writes beside data (state.json, dataset_info.json); dataset_dict.json lists splits.
_DESCRIPTIONS: Final = (frozenset({"_data_files", "_fingerprint"}), frozenset({"features", "citation", "homepage"}))


def read_json(file: Opened) -> Records:
    """Yield each document of a JSON file, or why there is none."""
    limit, known = file.settings.max_file_bytes, FileOfRecords(ProseColumns(lambda: _first(file), may_be_settings=True))
    for line, found in in_documents(_objects(file), limit):
        if isinstance(found, Refusal):
            yield found
        else:
            yield from (on_line(record, line) for record in records_in(found, f"line {line}", file.settings, known))


def records_in(found: Object, where: str, settings: InputSettings, known: FileOfRecords) -> Records:
    """Yield the documents of an object at a position: one, those in a list of its own, or why there is none."""
    return records_of(found, where, lambda each: _records(as_record(each, settings), where, settings, known))


def _objects(file: Opened) -> Iterator[tuple[int, Mapping[str, object] | Refusal]]:
    """Yield each object with its first line, or why it is none."""
    limit = file.settings.max_file_bytes
    is_object = False
    for number, (line, value) in enumerate(JsonValues(limit).cut(utf8_text(file.pieces(), file.codecs))):
        where = f"line {line}"
        if value is None:
            found: Mapping[str, object] | Refusal = refusal(
                "too-large", f"the record on {where} is longer than {limit:,} bytes"
            )
        else:
            found = object_in(value, where, file)
        is_object = is_object or value is None or value.startswith((b"{", b'"{'))
        if number == _MOST_BARE and not is_object:
            raise refused("no-text-column", f"none of its first {_MOST_BARE:,} values is an object")
        yield line, found


def _first(file: Opened) -> Iterator[Mapping[str, object]]:
    """Yield the first records, for their prose to be measured."""
    try:
        for _, value in JsonValues(file.settings.max_file_bytes).cut(utf8_text(iter((file.first(),)))):
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
    path = text_path(paths.names_in(found), settings, found)
    is_usual = path is not None and not _is_set(found, path, settings)
    whole = record_of(found, where, settings, file) if is_usual else record_of(found, where, settings)
    if path is not None and not is_usual:
        whole = refusal("no-text-column", f"{where} is a list of questions")
    if isinstance(whole, Record):
        yield whole
        return
    listed = list(_listed(found, where, settings, whole))
    if listed == [whole] and not is_usual:
        yield record_of(found, where, settings, file)
    else:
        yield from listed


def _is_set(found: Mapping[str, object], text: str, settings: InputSettings) -> bool:
    """Whether a file is a list of questions with answers without a title: each is a document."""
    return paths.steps(text)[0] in ASKED_IN and stated_in(found, settings).title is None


def _listed(found: Mapping[str, object], where: str, settings: InputSettings, whole: Refusal) -> Records:
    lists = list(_lists(found, (), found)) or _by_id(found, settings)
    texts = _texts_in(lists, settings) or _texts_in(_within_single(lists), settings, are_records=True)
    outer = [held for held in lists if "." not in held.path]
    if len(texts) > 1:
        named = visible(", ".join(held.path for held, _ in texts), limit=_SHOWN)
        yield refusal("no-text-column", f"{where} has texts in several lists: {named}")
    elif texts and _are_parts(*texts[0], settings):
        named = visible(f"{texts[0][0].path}[].{texts[0][1]}", limit=_SHOWN)
        yield refusal("no-text-column", f"{where} is a document in parts, which '{named}' joins")
    elif texts or (len(outer) == 1 and whole.code == "no-text-column"):
        chosen = texts[0][0] if texts else outer[0]
        objects, beside = chosen.objects, left_out(_beside(chosen, lists))
        known = FileOfRecords(ProseColumns(lambda: objects), others=tuple(beside))
        for number, record in enumerate(objects, 1):
            yield record_of(record, f"{where}, record {number}", settings, known)
    elif _are_texts(found):
        said = "jq -c 'to_entries[] | {id: .key, text: .value}' FILE > NEW.jsonl makes a document of each"
        yield refusal("no-text-column", f"{where}: all of its {len(found)} values are texts ({said})")
    else:
        yield whole


def _are_texts(found: Mapping[str, object]) -> bool:
    """Whether all values of an object, of which there are several, are prose."""
    return len(found) >= _SEVERAL and all(isinstance(one, str) and is_prose(one) for one in found.values())


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


def _by_id(found: Mapping[str, object], settings: InputSettings) -> list[_Objects]:
    """Return the objects of an object as a list, with their keys as ids, if there are several and each has a text."""
    objects: list[dict[str, object]] = [{"id": key, **one} for key, one in found.items() if isinstance(one, dict)]
    if _are_texts(found) and all(map(_ID.fullmatch, found)):
        objects = [{"id": key, "text": text} for key, text in found.items()]
    if len(objects) < max(_SEVERAL, len(found)):
        return []
    held = _Objects("", objects, ())
    path = _text_of(held, settings)
    are_texts = path is not None and all(any(map(_is_text, paths.values(one, path))) for one in objects)
    return [held] if are_texts else []


def _beside(chosen: _Objects, lists: list[_Objects]) -> dict[str, int]:
    """Return how many objects stand in each other list, and in those beside the list within the only object of one."""
    inner = [held for held in _within_single(lists) if "[]" in chosen.path]
    others = (held for held in (*lists, *inner) if not f"{chosen.path}[]".startswith(f"{held.path}[]"))
    return {held.path: len(held.objects) for held in others}


def _within_single(lists: list[_Objects]) -> Iterator[_Objects]:
    """Yield the lists within the only object of a list, as in exports of one site or account."""
    for held in lists:
        if len(held.objects) == 1:
            (one,) = held.objects
            yield from _lists(one, (f"{held.path}[]",), *held.above, one)


def _texts_in(
    lists: Iterable[_Objects], settings: InputSettings, *, are_records: bool = False
) -> list[tuple[_Objects, str]]:
    """Return the lists with a text and its path, none that may be parts of a document if they are to be records."""
    told = [(held, path) for held in lists if (path := _text_of(held, settings)) is not None]
    found = [one for one in told if not are_records or not _are_parts(*one, settings)]
    # Beside texts, what only has a description is a tag or a section.
    return [one for one in found if plain_name(one[1]) not in _LABELS] or found


def _text_of(held: _Objects, settings: InputSettings) -> str | None:
    """Return the path of the text in the first of the objects with one."""
    chosen = ((one, text_path(paths.names_in(one), settings, one)) for one in held.objects[:_SAMPLE])
    return next((path for one, path in chosen if path and any(map(_is_text, paths.values(one, path)))), None)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _are_parts(held: _Objects, text: str, settings: InputSettings) -> bool:
    """Whether the objects are parts of one document: by the list's name, or a title above and no field in any."""
    name = plain_name(held.path.rpartition(".")[2])
    if name in PARTS or any(field_paths(paths.names_in(one), text, settings) for one in held.objects[:_SAMPLE]):
        return name in PARTS
    return name in _MAYBE_PARTS or any(stated_in(one, settings).title for one in held.above)


def _is_description(found: Mapping[str, object]) -> bool:
    splits = found.get("splits")
    is_list = len(found) == 1 and isinstance(splits, list) and all(isinstance(name, str) for name in splits)
    return is_list or any(keys <= found.keys() for keys in _DESCRIPTIONS)


def _fits(head: bytes) -> bool:
    # In any codec: ignoring marks and NULs of UTF-16.
    return head.replace(b"\0", b"").lstrip(BOM_UTF8 + b"\xff\xfe" + SPACE).startswith((b"[", b"{", b'"[', b'"{'))


JSON_FILE: Final = Reader("JSON", read_json, (".json",), begins_with_records, fits=_fits)
