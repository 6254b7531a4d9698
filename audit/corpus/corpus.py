"""The part files as one corpus: tables in batches, facts as columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from audit.corpus.inputs import Part, lost_reason, path_of
from audit.engine.exchange import PartFiles
from audit.errors import DefectError
from audit.ledger import BREAKING_OFF, NO_DOCUMENTS
from audit.tables import DOCUMENTS, READ_LEDGER, Table
from audit.tables.extra import Extra, extra_columns, typed, with_columns
from audit.text.ids import container_of
from audit.worker.parts.extra_part import EXTRA, kinds_in

# Codes that apply to a container or a span of it, never to a record.
_OF_NO_RECORD: Final = frozenset({"broken-container", "changed"})
# Tables below this size, in bytes, stay in memory: the files of some dozens of columns take longer than all of them.
_SMALL: Final = 1 << 20


@dataclass(frozen=True)
class Corpus:
    """The parts of a run, in input order. Row n is the n-th document.

    `asked` are the paths of the extra columns of records.
    """

    folder: Path
    parts: tuple[Part, ...]
    asked: tuple[str, ...] = ()

    @property
    def found(self) -> int:
        """The number of inputs."""
        return sum(part.found for part in self.parts)

    @property
    def rows(self) -> int:
        """The number of documents."""
        return int(self.edges[-1])

    @cached_property
    def with_documents(self) -> tuple[Part, ...]:
        """The parts that hold documents."""
        return tuple(part for part in self.parts if part.documents)

    @cached_property
    def edges(self) -> np.ndarray:
        """The first row of each part with documents, and the end of the last."""
        return np.cumsum([0, *(part.documents for part in self.with_documents)])

    @cached_property
    def extra(self) -> tuple[Extra, ...]:
        """The extra columns, with the kinds of all their values."""
        columns = extra_columns(self.asked)
        kinds = [kinds_in(file) for file in self.files(EXTRA)] if columns else []
        return tuple(
            replace(column, kinds=frozenset[str]().union(*(part[n] for part in kinds)))
            for n, column in enumerate(columns)
        )

    @property
    def dataset(self) -> Table:
        """The documents table with the extra columns."""
        return with_columns(DOCUMENTS, [each.column for each in self.extra])

    def documents(self) -> Iterator[pa.Table]:
        """Yield the rows of `dataset`, part by part."""
        for number, found in enumerate(self.tables("documents")):
            yield self._with_extra(found, number) if self.extra else found

    def _with_extra(self, documents: pa.Table, number: int) -> pa.Table:
        texts, made = self.part(number, EXTRA), documents
        for each in self.extra:
            made = made.append_column(each.name, typed(texts[each.name], each.column))
        return made

    def tables(self, name: str) -> Iterator[pa.Table]:
        """Yield the rows of a table, part by part."""
        for part in self.with_documents:
            yield _rows(path_of(self.folder, part, name))

    def part(self, number: int, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """Return the rows of a table in the n-th part with documents."""
        return _rows(path_of(self.folder, self.with_documents[number], name), columns)

    def files(self, name: str) -> PartFiles:
        """Return the files of a table, in row order."""
        return PartFiles(self.folder, tuple(f"{part.stem}.{name}.parquet" for part in self.with_documents))

    def whole(self, name: str, names: Sequence[str] | None = None) -> pa.Table | None:
        """Return some or all columns of a whole table, as `mapped`; None for a corpus without documents."""
        if not self.rows:
            return None
        return mapped(self._together(name, names), self.folder / name)

    def _together(self, name: str, names: Sequence[str] | None) -> pa.Table:
        """Return some columns of a whole table, chunked, memory-mapped from a file."""
        parts = (self.part(part, name, names) for part in range(len(self.with_documents)))
        return _mapped(parts, self.folder / f"{name}.together.arrow")

    @cached_property
    def broken_off(self) -> int:
        """The number of containers not read to their end, or unreadable in a part."""
        broken: set[str] = set()
        for table, _ in self.ledgers():
            breaks_off = pc.is_in(table["code"], pa.array(sorted(BREAKING_OFF)))
            lost = table.filter(pc.and_(breaks_off, table["of_container"])).select(["id", "path", "code"])
            for id, path, code in zip(*(column.to_pylist() for column in lost.columns), strict=True):
                # The refusal of a span is named by the first record that is lost.
                if container_of(id) is None or code in _OF_NO_RECORD:
                    broken.add(path)
        return len(broken)

    @cached_property
    def no_documents(self) -> int:
        """The number of inputs that are no documents by nature, such as redirects."""
        codes = pa.array(sorted(NO_DOCUMENTS))
        return sum(pc.sum(pc.is_in(table["code"], codes)).as_py() or 0 for table, _ in self.ledgers())

    @cached_property
    def barren(self) -> int:
        """The number of containers that lost all documents: every record failed, or the container did."""
        gave: dict[str, bool] = {}
        codes = pa.array(["blank", "empty", *sorted(NO_DOCUMENTS)])
        for table, _ in self.ledgers():
            says_nothing = pc.fill_null(pc.is_in(table["code"], codes), fill_value=False)
            of_containers = table.filter(pc.and_(table["of_container"], pc.invert(says_nothing)))
            by_container = of_containers.group_by("path").aggregate([("is_document", "any")])
            for path, any_document in zip(*(column.to_pylist() for column in by_container.columns), strict=True):
                gave[path] = gave.get(path, False) or any_document
        return sum(not any_document for any_document in gave.values())

    def ledgers(self) -> Iterator[tuple[pa.Table, np.ndarray]]:
        """Yield for each part its ledger rows as read, and the document row of each (-1 if none).

        Raises DefectError if the ledgers do not list every document.
        """
        at = 0
        for part in self.parts:
            table = _lost_row(part) if part.lost else _rows(path_of(self.folder, part, "ledger"))
            is_document = table["is_document"].to_numpy()
            rows = np.where(is_document, at + np.cumsum(is_document) - 1, -1)
            at += int(is_document.sum())
            yield table, rows
        if at != self.rows:
            raise DefectError(f"{self.rows} documents were parsed but the ledger has {at}; please report this")


def _rows(file: Path, columns: Sequence[str] | None = None) -> pa.Table:
    # As a data set of one file, which pq.read_table makes of it, it takes three times as long.
    with pq.ParquetFile(file) as opened:
        return opened.read(columns)


def mapped(table: pa.Table, folder: Path) -> pa.Table:
    """Return a table with contiguous columns, memory-mapped from files of a folder unless they are small.

    One column at a time is in memory meanwhile.
    """
    if table.nbytes < _SMALL:
        return table.combine_chunks()
    folder.mkdir(exist_ok=True)
    singly = ((name, iter([table.select([name]).combine_chunks()])) for name in table.column_names)
    columns = [_mapped(column, folder / f"{name}.arrow").column(0) for name, column in singly]
    return pa.Table.from_arrays(columns, schema=table.schema)


def _mapped(pieces: Iterator[pa.Table], file: Path) -> pa.Table:
    """Return the pieces of a table as one, memory-mapped from a file.

    The file is unlinked; the mapping keeps its content.
    """
    first = next(pieces)
    with pa.OSFile(str(file), "wb") as written, pa.ipc.new_file(written, first.schema) as writer:
        for piece in chain([first], pieces):
            writer.write_table(piece)
    with pa.memory_map(str(file)) as source:
        table = pa.ipc.open_file(source).read_all()
    file.unlink()
    return table


def _lost_row(part: Part) -> pa.Table:
    lost = part.lost
    assert lost is not None  # noqa: S101 the caller asked
    return READ_LEDGER.build(
        id=[lost.item.id],
        path=[lost.item.id],
        bytes=[None],
        sha256=[None],
        code=[lost.code],
        detail=[lost_reason(lost)],
        is_document=[False],
        of_container=[False],
    )
