"""The door of reading: from an entry of the walk to documents and refusals, one or more for each.

Nothing raises on what a file holds, and nothing is lost: each entry gives at least one Input or Refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from audit.read import html
from audit.read.compressed import Compression, compression_of, decompressed, without_compression
from audit.read.containers.container import is_container, records
from audit.read.notation import not_to_be_read
from audit.read.open import Source, open_file
from audit.read.refusal import Refusal, RefusedInputError, from_os_error, refusal, refused
from audit.read.streams import joined
from audit.read.unfit import unfit
from audit.read.walk import Entry, written
from audit.text.ids import record_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from audit.policy import InputSettings

_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_REPLACEMENT: Final = "\ufffd"
# Enough to know a compressed file by.
_MAGIC: Final = 16


@dataclass(frozen=True, slots=True)
class Input:
    """A document as it was read.

    `raw` is what offsets in bytes point into: the file, or what a compressed file holds, or the UTF-8 of a
    record's text. `text` is given for records and for the main text of HTML, where `raw` is the page and has no
    offsets in common with the text; it is None where `raw` is still to be decoded. `encoding` is the codec where
    `text` is given, else ''. `declared` is the codec that an HTML page names. `encoding_source` is 'container',
    'html' or ''. `bad_chars` are the places of the U+FFFD in `text` that stand for lone surrogates.
    """

    id: str
    path: str
    raw: bytes
    sha256: str
    text: str | None = None
    lone_surrogates: int = 0
    declared: str | None = None
    encoding_source: str = ""
    encoding: str = ""
    bad_chars: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that is quarantined. `code` is a key of ledger.QUARANTINE, `detail` a sentence safe to print.

    `bytes` is the size of the file (of the record's text for a record), None where it is unknown; `sha256` is
    None where the bytes were not read as a whole.
    """

    id: str
    path: str
    bytes: int | None
    sha256: str | None
    code: str
    detail: str


def read_inputs(root: Path, entry: Entry, settings: InputSettings) -> Iterator[Input | Refused]:
    """Yield the documents of `entry`, one by one, and what of it is refused.

    A file is one document; a container (JSON Lines, CSV, Parquet) is one for each record, `path#n` with n from 0,
    and one Refused with the container's own id where it cannot be read on. All of them may be compressed.
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
        yield from _read(source, entry.id, path, settings)


def _read(source: Source, id: str, path: str, settings: InputSettings) -> Iterator[Input | Refused]:
    try:
        yield from _documents(source, id, path, settings)
    except RefusedInputError as error:
        yield _refused(id, path, error.refusal, source.size)
    except OSError as error:
        yield _refused(id, path, from_os_error(error, "it").refusal, source.size)


def _documents(source: Source, id: str, path: str, settings: InputSettings) -> Iterator[Input | Refused]:
    name = path.rpartition("/")[2].lower()
    head = source.head(_MAGIC)
    compression = compression_of(name, head) if head else None
    bare = without_compression(name) if compression else name
    if head and is_container(bare):
        for number, found in enumerate(_records(source, bare, compression, settings)):
            yield _record(found, record_id(id, number), path, settings)
        return
    raw = _whole(source, compression, settings)
    yield _page(raw, id, path) if bare.endswith(html.SUFFIXES) else _text(raw, id, path)


def _records(
    source: Source, name: str, compression: Compression | None, settings: InputSettings
) -> Iterator[str | Refusal]:
    pieces = decompressed(source.chunks(), compression, settings.max_growth) if compression else None
    count = 0
    for found in records(name, source, pieces, settings):
        count += 1
        yield found
    source.check_unchanged()
    if not count:
        raise refused("empty", "it holds no records")


def _record(found: str | Refusal, id: str, path: str, settings: InputSettings) -> Input | Refused:
    if isinstance(found, Refusal):
        return _refused(id, path, found, None)
    text, bad = _repaired(found)
    raw = text.encode("utf-8")
    digest = sha256(raw).hexdigest()
    reason = _unfit_record(text, raw, settings.max_file_bytes)
    if reason is not None:
        return _refused(id, path, reason, len(raw), digest)
    return Input(id, path, raw, digest, text, len(bad), None, "container", "utf-8", bad)


def _unfit_record(text: str, raw: bytes, limit: int) -> Refusal | None:
    size = len(raw)
    if size > limit:
        return refusal("too-large", f"its text has {size:,} bytes and the limit is {limit:,}")
    if not text.strip():
        return refusal("blank" if text else "empty", f"its text has {size:,} bytes")
    return not_to_be_read(raw)


def _repaired(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the text with U+FFFD for each lone surrogate, which no table can hold, and their places."""
    bad = () if text.isascii() else tuple(match.start() for match in _SURROGATE.finditer(text))
    return (_SURROGATE.sub(_REPLACEMENT, text) if bad else text), bad


def _whole(source: Source, compression: Compression | None, settings: InputSettings) -> bytes:
    if compression is None or source.size > settings.max_file_bytes:
        return source.read(settings.max_file_bytes)
    raw = joined(decompressed(source.chunks(), compression, settings.max_growth), settings.max_file_bytes)
    source.check_unchanged()
    return raw


def _text(raw: bytes, id: str, path: str) -> Input | Refused:
    digest = sha256(raw).hexdigest()
    reason = unfit(raw)
    return Input(id, path, raw, digest) if reason is None else _refused(id, path, reason, len(raw), digest)


def _page(raw: bytes, id: str, path: str) -> Input | Refused:
    plain = _text(raw, id, path)
    if isinstance(plain, Refused):
        return plain
    try:
        page = html.main_text(raw)
    except RefusedInputError as error:
        return _refused(id, path, error.refusal, len(raw), plain.sha256)
    text, bad = _repaired(page.text)
    return replace(
        plain,
        text=text,
        lone_surrogates=len(bad),
        bad_chars=bad,
        declared=page.declared,
        encoding_source="html",
        encoding=page.encoding,
    )


def _refused(id: str, path: str, reason: Refusal, size: int | None, digest: str | None = None) -> Refused:
    return Refused(id, path, size, digest, reason.code, reason.detail)
