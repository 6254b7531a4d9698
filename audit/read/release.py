"""A release as input: document texts reassembled from blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from itertools import chain
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from audit.read.columnar.tabular import ERRORS, damaged
from audit.read.inputs import Input, Refused
from audit.read.refusal import Refusal, quoted
from audit.read.stated import Stated
from audit.read.unfit import pointer_at
from audit.tables import BLOCKS, DOCUMENTS, Table
from audit.tables.extra import extra_columns, extra_value

BATCH_ROWS: Final = 256
_NEEDED: Final = ("id", "encoding", "sha256")
_OF_BLOCKS: Final = ("id", "start", "end", "text")
_OF_TEXT: Final = frozenset({"id", "encoding", "sha256", "text"})
_TEXTS: Final = ("title", "source", "author", "url", "record_id")
_STATED: Final = (*_TEXTS, "date", "published_at")
# What is wrong with tables that no run of ours wrote, and what to do.
_TWINS: Final = "several rows have the same id"
_ASTRAY: Final = "it has blocks of a document that is not at their place in the other table"
_LACKS: Final = "it has not one column {} of the type that a release has"
_NOT_OURS: Final = "so `audit run` did not write it: `audit verify` says what was changed"


def read_release(root: Path, extra: Sequence[str] = ()) -> Iterator[Input | Refused]:
    """Yield the documents of the release at `root`, in order, with their ids, codecs and digests.

    The last is Refused (pointer, broken-container) where a file of its tables cannot be read or lacks a column, where
    an id is not unique, or where blocks belong to no document.

    Its fields count as stated, since many are not in the texts. Columns named by `extra` are kept under their names.

    Only white space is between blocks; a line feed per character preserves all offsets. `raw` is the reassembled text
    in UTF-8, to which byte offsets refer.
    """
    try:
        yield from _documents(root, extra)
    except _UnreadTableError as error:
        path = error.file.relative_to(root).as_posix()
        yield Refused(path, path, error.size, None, error.refusal.code, error.refusal.detail, of_container=True)


class _UnreadTableError(Exception):
    """Carries the file of a table that cannot be read, its size, and why, up to read_release."""

    def __init__(self, file: Path, size: int, refusal: Refusal) -> None:
        super().__init__(refusal.detail)
        self.file, self.size, self.refusal = file, size, refusal


def _documents(root: Path, extra: Sequence[str]) -> Iterator[Input]:
    _refuse_twins(root)
    blocks = _Blocks(root)
    columns = extra_columns(extra)
    wanted = [*_NEEDED, *_STATED, *(name for each in columns for name in (each.path, each.name))]
    for row in _rows(root, DOCUMENTS, list(dict.fromkeys(wanted))):
        text = _rebuilt(blocks.of(row["id"]))
        yield Input(
            id=row["id"],
            path=row["id"],
            raw=text.encode("utf-8", "surrogatepass"),
            sha256=row["sha256"],
            text=text,
            encoding_source="container",
            encoding=row["encoding"],
            stated=_stated(row),
            extra=tuple(extra_value(row.get(each.name, row.get(each.path))) for each in columns),
        )
    if blocks.next is not None:
        raise _not_ours(root, BLOCKS, _ASTRAY)


def _refuse_twins(root: Path) -> None:
    """Raise _UnreadTableError if several documents have one id: blocks are told apart by the ids of their documents."""
    ids: list[pa.ChunkedArray] = []
    with suppress(_UnreadTableError):  # what comes before a damaged file is read
        ids.extend(_plain(batch["id"]) for batch in _batches(root, DOCUMENTS, ["id"]))
    count = sum(map(len, ids))
    if count and pc.count_distinct(pa.concat_arrays(chain.from_iterable(each.chunks for each in ids))).as_py() < count:
        raise _not_ours(root, DOCUMENTS, _TWINS)


def _plain(ids: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return texts as one type; files that other programs wrote anew have others."""
    return pc.cast(ids.cast(ids.type.value_type) if pa.types.is_dictionary(ids.type) else ids, pa.large_string())


def _not_ours(root: Path, table: Table, fault: str) -> _UnreadTableError:
    file = min((root / table.name).glob("*.parquet"))
    return _UnreadTableError(file, file.stat().st_size, Refusal("broken-container", f"{fault}, {_NOT_OURS}"))


def _stated(row: dict[str, Any]) -> Stated:
    """Return the fields of a row, ignoring values of unexpected types."""
    title, source, author, url, record = (_text(row.get(name)) for name in _TEXTS)
    day, moment = row.get("date"), row.get("published_at")
    has_time = isinstance(moment, datetime)
    published = moment if has_time else datetime.combine(day, time()) if isinstance(day, date) else None
    return Stated(title, source, published, has_time, author, url, record)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


class _Blocks:
    """The blocks table, read sequentially beside the documents, which are in the same order."""

    def __init__(self, root: Path) -> None:
        self.rows = _rows(root, BLOCKS, [*_OF_BLOCKS])
        self.next = next(self.rows, None)

    def of(self, id: str) -> list[dict[str, Any]]:
        found = []
        while self.next is not None and self.next["id"] == id:
            found.append(self.next)
            self.next = next(self.rows, None)
        return found


def _rebuilt(blocks: list[dict[str, Any]]) -> str:
    made, at = [], 0
    for block in blocks:
        made += ["\n" * (block["start"] - at), block["text"]]
        at = block["end"]
    return "".join(made)


def _rows(root: Path, table: Table, wanted: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table with the wanted columns that its schema version has."""
    for batch in _batches(root, table, wanted):
        yield from batch.to_pylist()


def _batches(root: Path, table: Table, wanted: list[str]) -> Iterator[pa.Table]:
    for file in sorted((root / table.name).glob("*.parquet")):
        try:
            yield from _batches_of(file, wanted, _OF_BLOCKS if table is BLOCKS else _NEEDED)
        except ERRORS as error:
            why = pointer_at(file) or damaged("Parquet", error).refusal
            raise _UnreadTableError(file, file.stat().st_size, why) from error


def _batches_of(file: Path, wanted: list[str], needed: Sequence[str]) -> Iterator[pa.Table]:
    with pq.ParquetFile(file, page_checksum_verification=True) as opened:
        schema = opened.schema_arrow
        for name in needed:
            at = schema.get_field_index(name)  # below 0 also where several are called so
            if at < 0 or (name in _OF_TEXT and not _is_of_texts(schema.field(at).type)):
                why = f"{_LACKS.format(quoted(name))}, {_NOT_OURS}"
                raise _UnreadTableError(file, file.stat().st_size, Refusal("broken-container", why))
        columns = [name for name in wanted if name in schema.names]
        for batch in opened.iter_batches(BATCH_ROWS, columns=columns):
            yield pa.Table.from_batches([batch])


def _is_of_texts(kind: pa.DataType) -> bool:
    value = kind.value_type if pa.types.is_dictionary(kind) else kind
    return any(is_one(value) for is_one in (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view))
