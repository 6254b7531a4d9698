"""YAML and TOML files of records: their objects have a text under a usual name. All others are texts as they stand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, TypeGuard

from audit.policy import InputSettings
from audit.read.codec.decoded import Decoded
from audit.read.containers.column_names import TEXT_COLUMNS
from audit.read.containers.columns import FileOfRecords
from audit.read.containers.json_file import records_in
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.refusal import Refusal
from audit.untrusted import read_yaml

Parse = Callable[[str], Iterator[object]]

# Those of Chinese names without a declaration.
_CODECS: Final = ("utf-8", "gb18030")
# A key of a text near the margin, with the beginning of a block or of a long string.
_TEXT_KEY: Final = re.compile(
    rb"^(?:- {1,3}|[ \t]{1,4})?[\"']?(?:%b)[\"']?[ \t]*[:=][ \t]*(?:[|>][-+0-9]*[ \t]*\r?$|\"\"\"|'''|\S[^\n]{40})"
    % b"|".join(sorted({re.escape(name.encode(codec)) for name in TEXT_COLUMNS for codec in _CODECS})),
    re.MULTILINE | re.IGNORECASE,
)
# A document of several in a YAML file begins so.
_DOCUMENT: Final = re.compile(r"^---(?:[ \t]+#.*)?[ \t]*\r?$", re.MULTILINE)
# Maximum characters that are parsed: a second or two.
_LONGEST: Final = 1 << 20
# Minimum share of the strings' characters in the texts; in settings a text is one value of many.
_SHARE: Final = 0.5


def _read(file: Opened, parse: Parse) -> Records:
    from audit.read.codec.decode import decode

    raw = file.whole()
    decoded = decode(raw)
    # Bytes that are damaged or of two codecs are shown where they stand.
    is_sound = decoded is not None and not (decoded.errors or decoded.lost or decoded.passages)
    found = list(_records(decoded, parse, file.settings)) if decoded and is_sound else []
    yield from found or [Record(raw=raw, source="")]


def _records(decoded: Decoded, parse: Parse, settings: InputSettings) -> Records:
    """Yield the records of a file, none if it holds something else."""
    if len(decoded.text) > _LONGEST:
        return
    try:
        objects = [one for value in parse(decoded.text) for one in (value if isinstance(value, list) else [value])]
    # MalformedError and TOMLDecodeError are such errors, and so is an integer of thousands of digits.
    except (ValueError, RecursionError):
        return
    found = _documents([one for one in objects if _is_object(one)], settings) if all(map(_is_object, objects)) else []
    texts = sum(len(one.text or "") for one in found if isinstance(one, Record))
    if found and texts >= _SHARE * _said(objects):
        yield from (replace(one, encoding=decoded.encoding) if isinstance(one, Record) else one for one in found)


def _is_object(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping) and all(isinstance(key, str) for key in value)


def _said(value: object) -> int:
    """Return the number of characters in the strings of a value."""
    if isinstance(value, str):
        return len(value)
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return sum(map(_said, inner))


def _documents(objects: Sequence[Mapping[str, object]], settings: InputSettings) -> list[Record | Refusal]:
    known = FileOfRecords()
    numbered = enumerate(objects, 1)
    return [one for number, each in numbered for one in records_in(each, f"record {number}", settings, known)]


def _yaml(text: str) -> Iterator[object]:
    for document in _DOCUMENT.split(text.removeprefix("\ufeff")):
        if document.strip():
            yield read_yaml(document)


def _toml(text: str) -> Iterator[object]:
    yield tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))


def _fits(head: bytes) -> bool:
    return _TEXT_KEY.search(head) is not None


YAML: Final = Reader("YAML", partial(_read, parse=_yaml), (".yaml", ".yml"), fits=_fits)
TOML: Final = Reader("TOML", partial(_read, parse=_toml), (".toml",), fits=_fits)
