"""Blocks whose role is given by the file's markup, which takes precedence over classification."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, Final

import polars as pl
import pyarrow as pa

from audit.read.record import Marked
from audit.tables import BLOCKS, BODY_KINDS
from audit.worker.batch import Row

_REASON: Final = "its markup says so"
_TITLE, _HEADING = "title", "heading"
_LISTS: Final = frozenset({"list_item", "quote"})
_OTHER_PAGES: Final = frozenset({"related_item", "related_list"})


def apply_markup(rows: Sequence[Row], blocks: pa.Table) -> pa.Table:
    """Return the blocks with the kinds given by their documents' markup; the same object if there is none.

    A block the parser took for the headline, other than the marked one, becomes content.
    """
    marks = {row.id: row.marked for row in rows if row.marked}
    if not marks:
        return blocks
    frame = pl.DataFrame(pl.from_arrow(blocks.drop_columns(["text"])))
    blocks = _with_white_space(rows, blocks)
    begins = {id: [mark.start for mark in of_document] for id, of_document in marks.items()}
    of_them = frame.with_row_index().filter(pl.col("id").is_in(list(marks)))
    kinds: list[str | None] = [None] * len(frame)
    for n, id, start, end, kind in of_them.select("index", "id", "start", "end", "kind").iter_rows():
        at = bisect_right(begins[id], start)
        given = _kind(marks[id][max(0, at - 1) : at + 1], start, end) or _demoted(marks[id], kind)
        # A list below "most read" links other pages, whatever its markup.
        kinds[n] = None if given in _LISTS and kind in _OTHER_PAGES else given
    given_kinds = pl.Series(kinds, dtype=pl.String)
    is_furniture, is_given = ~given_kinds.is_in([*BODY_KINDS, _TITLE]), given_kinds.is_not_null()
    made = frame.select(
        kind=pl.when(is_given).then(given_kinds).otherwise("kind"),
        boilerplate=pl.when(is_given).then(is_furniture).otherwise("boilerplate"),
        score=pl.when(is_given).then(is_furniture.cast(pl.Float32)).otherwise("score").cast(pl.Float32),
        reason=pl.when(is_given).then(pl.lit(_REASON)).otherwise("reason"),
    )
    return replace_columns(blocks, made)


def _with_white_space(rows: Sequence[Row], blocks: pa.Table) -> pa.Table:
    """Return the blocks with the blanks and empty lines before them in preformatted passages."""
    texts = {row.id: row.decoded.text for row in rows if row.decoded and any(mark.is_set for mark in row.marked)}
    if not texts:
        return blocks
    frame = pl.DataFrame(pl.from_arrow(blocks.select(["id", "start", "end", "text"])))
    starts, shown = frame["start"].to_list(), frame["text"].to_list()
    sets = {row.id: [mark for mark in row.marked if mark.is_set] for row in rows if row.id in texts}
    begins = {id: [mark.start for mark in of_document] for id, of_document in sets.items()}
    last = ("", 0)
    for n, id, start, end in frame.with_row_index().select("index", "id", "start", "end").iter_rows():
        at = bisect_right(begins.get(id, ()), start) - 1
        if at >= 0 and start < sets[id][at].end:
            # The line end of the block above stays between the two, as between all blocks.
            above = texts[id].find("\n", last[1], start) + 1 if last[0] == id else 0
            starts[n] = min(start, max(above, sets[id][at].start))
            shown[n] = texts[id][starts[n] : end]
        last = id, end
    columns = {"start": pl.Series(starts, dtype=pl.Int64), "text": pl.Series(shown, dtype=pl.String)}
    return replace_columns(blocks, pl.DataFrame(columns))


def replace_columns(blocks: pa.Table, columns: pl.DataFrame) -> pa.Table:
    """Return blocks (tables.BLOCKS) with some columns replaced, sharing the others."""
    for name in columns.columns:
        field = BLOCKS.arrow.field(name)
        column = columns[name].to_arrow().cast(field.type)
        blocks = blocks.set_column(blocks.schema.get_field_index(name), field, column)
    return blocks


def _kind(marks: Sequence[Marked], start: int, end: int) -> str | None:
    """Return the kind of the mark that contains most of a block."""
    for mark in marks:
        if 2 * (min(end, mark.end) - max(start, mark.start)) > end - start:
            return mark.kind or None
    return None


def _demoted(marks: Sequence[Marked], kind: str) -> str | None:
    return _HEADING if kind == _TITLE and any(mark.kind == _TITLE for mark in marks) else None


def titled(row: Row) -> dict[str, Any]:
    """Return the text of the headline marked up in a document; empty if there is none."""
    text = row.decoded.text if row.decoded else ""
    return next(({"title": text[mark.start : mark.end].strip()} for mark in row.marked if mark.kind == _TITLE), {})
