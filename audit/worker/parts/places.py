"""Part files, as workers write them, and places: where each measured fact was counted, in code points and bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from audit.finding import Place, subject
from audit.tables import PLACES
from audit.worker.lines import LineSpan

# Compression would save a third of the size and double the time.
_COMPRESSION: Final = "none"


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in the document at a row of its part; `content` is the subject of a finding there.

    `at` is its byte span, end exclusive; None for text without bytes of its own. `span` are its lines in the file; None
    if it has none.
    """

    row: int
    place: Place
    at: tuple[int, int] | None
    content: str
    span: LineSpan | None = None


def placed(row: int, place: Place, at: tuple[int, int] | None, text: str, span: LineSpan | None = None) -> Placed:
    """Return a place in the decoded `text` of a document."""
    return Placed(row, place, at, subject(text, place.start, place.end), span)


def places_table(found: Iterable[Placed]) -> pa.Table:
    """Return the table of places, in the given order."""
    all_placed = list(found)
    return PLACES.build(
        row=[p.row for p in all_placed],
        fact=[p.place.fact for p in all_placed],
        start=[p.place.start for p in all_placed],
        end=[p.place.end for p in all_placed],
        byte_start=[p.at and p.at[0] for p in all_placed],
        byte_end=[p.at and p.at[1] for p in all_placed],
        evidence=[p.place.evidence for p in all_placed],
        content=[p.content for p in all_placed],
        line=[p.span and p.span.line for p in all_placed],
        column=[p.span and p.span.column for p in all_placed],
        end_line=[p.span and p.span.end_line for p in all_placed],
        end_column=[p.span and p.span.end_column for p in all_placed],
    )


def add_places(file: Path, found: Iterable[Placed]) -> None:
    """Rewrite the places of a part file with more appended."""
    write_part(file, pa.concat_tables([pq.read_table(file, schema=PLACES.arrow), places_table(found)]))


def write_part(file: Path, table: pa.Table) -> None:
    """Write a part file without compression, dictionaries and statistics."""
    pq.write_table(table, file, compression=_COMPRESSION, use_dictionary=False, write_statistics=False)
