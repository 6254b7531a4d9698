"""A batch of neighbouring inputs in a worker's memory: read and decoded, not yet parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import pyarrow as pa

from audit.finding import Place
from audit.measure.encoding.mojibake.repair import Repair, repairs_of
from audit.measure.measure import ReadDocument
from audit.read.codec.decode import byte_offsets, decode
from audit.read.codec.decoded import Decoded
from audit.read.inputs import Input, Refused
from audit.read.record import Marked, addressed
from audit.read.refusal import refusal
from audit.read.stated import NOTHING_STATED, Stated
from audit.read.texts.edited import Edit, Moved
from audit.read.unfit import undecodable
from audit.tables import TEXTS
from audit.tables.extra import ExtraValue
from audit.text.ids import container_of
from audit.worker.lines import FileLines, LineSpan
from audit.worker.parts.places import Placed, placed
from audit.worker.repair import describe_repairs, repair_text

# A batch is parsed once it holds this many documents, lines or bytes of text. Bytes and lines bound a worker's memory;
# a batch costs as much as a hundred documents, whatever it holds.
BATCH_DOCUMENTS: Final = 2048
BATCH_BYTES: Final = 8 << 20
BATCH_LINES: Final = 1 << 17
# Documents with more lines are refused. Parsing takes some 700 bytes per non-empty line: 700 MiB for this many, and 44
# GiB for a file of the maximum size with nothing but line ends. A novel wrapped at 66 characters, 57 MB in a million
# lines, takes 2.4 GiB in all and is read.
MOST_LINES: Final = 1 << 20
# The line boundaries of str.splitlines; a line feed after a carriage return is none.
_LINE_ENDS: Final = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
# Up to this many characters, lines are simply counted.
_SHORT: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Row:
    """One input of the batch. `decoded` is None if it is no document.

    `of_container` marks a record, or a file of records that was not read on; `start`, `line`, `stated`, `is_whole`,
    `extra` and `marked` are those of the input (audit.read.inputs).
    """

    id: str
    path: str
    raw: bytes | None
    size: int | None
    sha256: str | None
    decoded: Decoded | None
    surrogates: tuple[int, ...] = ()
    code: str | None = None
    detail: str | None = None
    repairs: tuple[Place, ...] = ()
    of_container: bool = False
    start: int = 0
    line: int = 0
    stated: Stated = NOTHING_STATED
    is_whole: bool = False
    extra: tuple[ExtraValue, ...] = ()
    marked: tuple[Marked, ...] = ()


# An entry of a batch: an input, the reason why it is no document, or the row that an earlier batch of the run made of
# either.
Found = Input | Refused | Row


@dataclass(slots=True)
class Batch:
    """Rows in the order they were read; those numbered in `ready` come from another batch, already repaired."""

    rows: list[Row] = field(default_factory=list)
    size: int = 0
    lines: int = 0
    ready: set[int] = field(default_factory=set)

    def add(self, found: Found) -> None:
        """Decode an input and keep it, or keep the reason why it is none."""
        if isinstance(found, Row):
            self.ready.add(len(self.rows))
        row = _row(found)
        lines = _lines(row.decoded.text) if row.decoded else 0
        if lines > MOST_LINES:
            row, lines = _too_complex(row, lines), 0
        self.rows.append(row)
        self.size += len(row.raw or b"") + sum(len(value.text) for value in row.extra)
        self.lines += lines

    def repair(self) -> None:
        """Repair proven mojibake in all documents."""
        waiting = [n for n, row in enumerate(self.rows) if row.decoded is not None and n not in self.ready]
        proven = repairs_of([_decoded(self.rows[n]).text for n in waiting])
        for number, found in zip(waiting, proven, strict=True):
            self.rows[number] = _repaired(self.rows[number], found)

    @property
    def is_full(self) -> bool:
        """Whether the batch should be processed now."""
        return len(self.rows) >= BATCH_DOCUMENTS or self.size >= BATCH_BYTES or self.lines >= BATCH_LINES

    @property
    def documents(self) -> list[Row]:
        """The rows that are documents."""
        return [row for row in self.rows if row.decoded is not None]


def texts(rows: list[Row]) -> pa.Table:
    """Return the decoded texts as schema TEXTS; `bad_chars` are offsets of U+FFFD standing for undecodable bytes."""
    decoded = [_decoded(row) for row in rows]
    found = TEXTS.build(
        id=[row.id for row in rows],
        text=[d.text for d in decoded],
        encoding=[d.encoding for d in decoded],
        sha256=[row.sha256 for row in rows],
    )
    bad = [[*(bad.char for bad in _decoded(row).errors), *row.surrogates] for row in rows]
    return found.append_column("bad_chars", pa.array(bad, pa.list_(pa.int64())))


def readings(rows: list[Row]) -> list[ReadDocument]:
    """Return how each document was read."""
    return [ReadDocument(r.raw or b"", r.size or 0, _decoded(r), r.surrogates, r.repairs) for r in rows]


def bytes_of(row: Row, places: Sequence[Place]) -> list[tuple[int, int] | None]:
    """Return the byte span of each place; None for text extracted from a page, which has no bytes of its own."""
    decoded = _decoded(row)
    if not places or addressed(decoded.source) == "nowhere":
        return [None] * len(places)
    decoded = _by_its_bytes(decoded)
    points = sorted({p for place in places for p in (place.start, place.end)})
    at = dict(zip(points, byte_offsets(decoded, row.raw or b"", points), strict=True))
    # Bytes removed after a place do not belong to it, although the next character starts behind them.
    ends = at | {passage.char: passage.start for passage in reversed(decoded.mended) if passage.char in at}
    return [(row.start + at[place.start], row.start + ends[place.end]) for place in places]


def _lines_of(row: Row, places: Sequence[Place], at: Sequence[tuple[int, int] | None]) -> list[LineSpan | None]:
    """Return the line span of each place, whose bytes are `at`; none for text that is not the file's own lines."""
    decoded = _decoded(row)
    if not places or row.of_container or row.raw is None or addressed(decoded.source) != "file":
        return [None] * len(places)
    return FileLines(row.raw, decoded).spans(places, at)


def places_in(number: int, row: Row, places: Sequence[Place]) -> Iterator[Placed]:
    """Yield the places in the document at row `number` of its part, each with its bytes and lines."""
    text, octets = _decoded(row).text, bytes_of(row, places)
    for place, at, span in zip(places, octets, _lines_of(row, places, octets), strict=True):
        yield placed(number, place, at, text, span)


def _repaired(row: Row, proven: Sequence[Repair]) -> Row:
    if not proven:
        return row
    made = repair_text(_by_its_bytes(_decoded(row)), row.raw or b"", row.surrogates, proven)
    if not made.repairs:
        return row
    decoded = replace(made.decoded, encoding=_decoded(row).encoding)
    detail = "; ".join(filter(None, (row.detail, describe_repairs(made.repairs))))
    marked = tuple(_moved(row.marked, Moved.by([Edit(each.start, each.end, each.text) for each in made.repairs])))
    return replace(row, decoded=decoded, surrogates=made.surrogates, repairs=made.places, detail=detail, marked=marked)


def _moved(marked: tuple[Marked, ...], moved: Moved) -> Iterator[Marked]:
    """Yield the marks at their new offsets, without those that begin or end within a repair."""
    for mark in marked:
        last = mark.end - 1
        if moved.keeps(mark.start) and moved.keeps(last):
            yield replace(mark, start=moved.to(mark.start), end=moved.to(last) + 1)


def _by_its_bytes(decoded: Decoded) -> Decoded:
    """Return the text addressed in its own bytes: those of a record's text are UTF-8.

    This holds whatever codec a release records for it.
    """
    return replace(decoded, encoding="utf-8") if addressed(decoded.source) == "text" else decoded


def _row(found: Found) -> Row:
    if isinstance(found, Row):
        return found
    return _refused(found) if isinstance(found, Refused) else _read(found)


def _refused(found: Refused) -> Row:
    row = Row(found.id, found.path, None, found.bytes, found.sha256, None, code=found.code, detail=found.detail)
    return replace(row, of_container=found.of_container or container_of(found.id) is not None)


def _read(found: Input) -> Row:
    decoded = found.decoded or (_as_decoded(found) if found.text is not None else decode(found.raw, found.declared))
    size = len(found.raw)
    if decoded is not None:
        return Row(
            found.id, found.path, found.raw, size, found.sha256, decoded, found.bad_chars, detail=found.remark,
            of_container=container_of(found.id) is not None, start=found.start, line=found.line,
            stated=found.stated, is_whole=found.is_whole, extra=found.extra, marked=found.marked,
        )  # fmt: skip
    reason = undecodable(found.raw)
    return Row(found.id, found.path, None, size, found.sha256, None, code=reason.code, detail=reason.detail)


def _lines(text: str) -> int:
    """Return the number of lines of a text, or slightly more; most blank lines between paragraphs are not counted."""
    if len(text) <= _SHORT:
        return len(text.splitlines())
    ends = sum(map(text.count, _LINE_ENDS)) - text.count("\r\n")
    return ends - text.count("\n\n") - text.count("\r\n\r\n")


def _too_complex(row: Row, lines: int) -> Row:
    reason = refusal("too-complex", f"it has {lines:,} lines, but a document may have {MOST_LINES:,}")
    return replace(row, raw=None, decoded=None, surrogates=(), code=reason.code, detail=reason.detail)


def _as_decoded(found: Input) -> Decoded:
    """Return text that a container or page supplied already decoded."""
    return Decoded(found.text or "", found.encoding, found.encoding_source, declared=found.declared)


def _decoded(row: Row) -> Decoded:
    assert row.decoded is not None  # noqa: S101 only documents are asked
    return row.decoded
