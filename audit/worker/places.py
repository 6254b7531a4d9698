"""Part files of places: where each measured fact was counted, in code points and raw bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from audit.finding import Place, subject
from audit.tables import PLACES
from audit.worker.lines import LineSpan
from audit.worker.part_file import write_part


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
    held = list(found)
    return PLACES.build(
        row=[p.row for p in held],
        fact=[p.place.fact for p in held],
        start=[p.place.start for p in held],
        end=[p.place.end for p in held],
        byte_start=[p.at and p.at[0] for p in held],
        byte_end=[p.at and p.at[1] for p in held],
        evidence=[p.place.evidence for p in held],
        content=[p.content for p in held],
        line=[p.span and p.span.line for p in held],
        column=[p.span and p.span.column for p in held],
        end_line=[p.span and p.span.end_line for p in held],
        end_column=[p.span and p.span.end_column for p in held],
    )


def add_places(file: Path, found: Iterable[Placed]) -> None:
    """Rewrite the places of a part file with more appended."""
    write_part(file, pa.concat_tables([pq.read_table(file, schema=PLACES.arrow), places_table(found)]))
