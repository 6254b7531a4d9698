"""A survey of a folder from a sample of its files: sizes, file types, codecs, languages, columns."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Final

from audit.measure.document_language import LANGUAGE
from audit.parser.templates.template_lines import Repeats
from audit.policy import InputSettings, Policy
from audit.read.columnar.names import names_of
from audit.read.containers.columns import field_paths, text_path
from audit.read.containers.prose import path_in
from audit.read.inputs import Input, read_inputs
from audit.read.readers import is_data, reader_named
from audit.read.walk import Entry, walk
from audit.worker.batch import BATCH_BYTES, BATCH_LINES, Batch
from audit.worker.stage import parsed_batch

# Files opened, and records read per file: enough to characterise a corpus within seconds. Memory is bounded like that
# of a worker's batch.
MOST_FILES: Final = 200
MOST_RECORDS: Final = 20
MOST_TABLES: Final = 12
# Larger files, in bytes, are skipped if their format must be read whole.
_LARGEST: Final = 4 << 20
_PLAIN, _UNREAD = "text", "unread"


@dataclass(frozen=True, slots=True)
class Columns:
    """A file of records: its columns, the one its text is read from (if any), and those of other fields."""

    path: str
    names: tuple[str, ...]
    text: str | None
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """All files by type and size, and the codecs, languages and columns of those opened.

    `kinds` counts files that were opened and contain nothing readable as unread; `is_whole` tells that every document
    was read.
    """

    files: int
    bytes: int
    largest: int
    kinds: dict[str, int]
    looked_at: int
    unread: int
    encodings: dict[str, int]
    languages: dict[str, int]
    tables: tuple[Columns, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class _Sample:
    """The documents read from the chosen files, and whether these are all.

    `unread` counts the inputs that could not be read, `closed` are the files that contain no other.
    """

    batch: Batch
    unread: int
    closed: frozenset[bytes]
    is_whole: bool


def survey(root: Path, passed_over: frozenset[str]) -> Survey:
    """Survey the folder `root`, without the top-level entries named in `passed_over`.

    Deterministic. Raises UsageError if the folder cannot be listed.
    """
    entries = [e for e in walk(root) if e.refusal is None and os.fsdecode(e.path).split("/")[0] not in passed_over]
    sizes = [_size(root, entry) for entry in entries]
    chosen = sorted(_choose_entries(entries), key=lambda entry: entry.path)
    sample = _sample(root, chosen)
    kinds = Counter(_UNREAD if entry.path in sample.closed else _kind(entry) for entry in entries)
    encodings, languages = _count_encodings_and_languages(sample.batch)
    return Survey(
        files=len(entries),
        bytes=sum(sizes),
        largest=max(sizes, default=0),
        kinds=dict(sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))),
        looked_at=len(sample.batch.documents),
        unread=sample.unread,
        encodings=encodings,
        languages=languages,
        tables=tuple(_tables(root, chosen)),
        is_whole=sample.is_whole and len(chosen) == len(entries),
    )


def _sample(root: Path, chosen: Sequence[Entry]) -> _Sample:
    """Read the first records of the chosen files, as many as fit into a batch."""
    batch, unread, closed, is_whole = Batch(), 0, set[bytes](), True
    for entry in chosen:
        if batch.size >= BATCH_BYTES or batch.lines >= BATCH_LINES:
            is_whole = False
            break
        if _size(root, entry) > _LARGEST and not is_data(os.fsdecode(entry.path)):
            is_whole = False
            continue
        found = list(islice(read_inputs(root, entry, InputSettings()), MOST_RECORDS + 1))
        is_whole, found = is_whole and len(found) <= MOST_RECORDS, found[:MOST_RECORDS]
        refused = sum(not isinstance(one, Input) for one in found)
        unread += refused
        if found and refused == len(found):
            closed.add(entry.path)
        for one in found:
            batch.add(one)
    return _Sample(batch, unread, frozenset(closed), is_whole)


def _choose_entries(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries to open, sampled by a hash of their names."""
    ranked = sorted(entries, key=lambda entry: (sha256(entry.path).digest(), entry.path))
    return ranked[:MOST_FILES]


def _size(root: Path, entry: Entry) -> int:
    path = os.fsencode(root) if root.is_file() else os.path.join(os.fsencode(root), entry.path)  # noqa: PTH118 bytes
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0


def _kind(entry: Entry) -> str:
    reader = reader_named(os.fsdecode(entry.path))
    return _PLAIN if reader is None else reader.name


def _count_encodings_and_languages(batch: Batch) -> tuple[dict[str, int], dict[str, int]]:
    rows = batch.documents
    if not rows:
        return {}, {}
    languages = LANGUAGE.of(parsed_batch(Policy(), rows, Repeats.none())).columns["language"].to_pylist()
    encodings = [row.decoded.encoding for row in rows if row.decoded]
    return _ranked(encodings), _ranked(languages)


def _ranked(values: Sequence[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda found: (-found[1], found[0])))


def _tables(root: Path, chosen: Sequence[Entry]) -> Iterator[Columns]:
    settings, seen = InputSettings(), set[tuple[str, ...]]()
    for entry in chosen:
        path = os.fsdecode(entry.path)
        names = names_of(root, entry.path, settings) if is_data(path) else ()
        if names and names not in seen and len(seen) < MOST_TABLES:
            seen.add(names)
            text = text_path(names, settings) or _found_by_prose(root, entry)
            fields = field_paths(names, text or "", settings)
            yield Columns(entry.id, names, text, tuple(sorted((field, at) for field, at in fields.items())))


def _found_by_prose(root: Path, entry: Entry) -> str | None:
    """Return the path of the texts in a file of records where no name but their prose tells it; None for none."""
    first = islice(read_inputs(root, entry, InputSettings()), MOST_RECORDS)
    return next((path_in(one.remark) for one in first if isinstance(one, Input)), None)
