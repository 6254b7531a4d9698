"""Fields stated by records, merged into their documents and compared with what the texts state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from audit.finding import Place
from audit.measure.blockwise import EVIDENCE, is_content
from audit.measure.contradictions import CONTRADICTIONS
from audit.measure.measure import Measured
from audit.parser.documents import Parsed
from audit.policy import Prefer
from audit.read.stated import NOTHING_STATED, Stated
from audit.tables import BODY_KINDS
from audit.text.fold import letters
from audit.text.visible import visible
from audit.worker.batch import Row
from audit.worker.markup import apply_markup, replace_columns, titled

_NAMES: Final = ("title", "source", "author")
# The kind of a block that was wrongly taken for a headline.
_HEADING: Final = "heading"
# Time zones differ from UTC by up to half a day, so that a moment may fall on the day before or after.
_ANOTHER_CLOCK: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MergedFields:
    """Documents with their records' fields, their blocks, and the fields that the texts contradict.

    `documents` has the parser's columns, and `url` and `record_id`.
    """

    documents: pa.Table
    blocks: pa.Table
    contradictions: Measured


@dataclass(frozen=True, slots=True)
class _Contradiction:
    """A field for which record and text state different values; `shown` is the text's."""

    field: str
    record: str
    shown: str


def merge_record_fields(rows: Sequence[Row], parsed: Parsed, prefer: Prefer) -> MergedFields:
    """Return the parsed documents with the fields of their records.

    `prefer` decides where both state a field; a field only one states is taken from it. A line parsed as headline
    becomes content if the record states another title.
    """
    texts = _text_fields(parsed.documents) if any(row.stated != NOTHING_STATED for row in rows) else ()
    contradicted: list[list[_Contradiction]] = [[] for _ in rows]
    for number, text in enumerate(texts):
        row = rows[number]
        contradicted[number] += _contradictions(row.stated, _own(row, text) | titled(row))
    blocks = _as_content(rows, parsed.blocks, prefer)
    documents = _with_fields(rows, parsed.documents, prefer)
    if blocks is not parsed.blocks:
        documents = _with_bodies(documents, blocks)
    counts = CONTRADICTIONS.table.build(record_contradictions=[len(found) for found in contradicted])
    return MergedFields(documents, blocks, Measured(counts, list(_places(rows, contradicted, parsed.blocks))))


def _text_fields(documents: pa.Table) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = documents.select([*_NAMES, "date", "published_at"]).to_pylist()
    return found


def _contradictions(record: Stated, text: dict[str, Any]) -> Iterator[_Contradiction]:
    for name in _NAMES:
        own, theirs = getattr(record, name), text[name]
        if own and theirs and not _agree(own, theirs):
            yield _Contradiction(name, own, theirs)
    if record.published and text["date"] and not _same_day(record, text["date"]):
        yield _Contradiction("date", record.published.date().isoformat(), text["date"].isoformat())


def _agree(one: str, other: str) -> bool:
    """Return whether two names are equal or one contains the other, as a headline with the site's name appended."""
    first, second = letters(one), letters(other)
    return not first or not second or first in second or second in first


def _same_day(record: Stated, day: date) -> bool:
    assert record.published is not None  # noqa: S101 the caller asked
    difference = abs(record.published.date() - day)
    return difference <= (_ANOTHER_CLOCK if record.has_time else timedelta())


def _as_content(rows: Sequence[Row], found: pa.Table, prefer: Prefer) -> pa.Table:
    """Return the blocks with wrong headlines turned into content; the same object if there are none."""
    blocks = apply_markup(rows, found)
    whole = [row.id for row in rows if row.is_whole]
    own_title = {row.id: letters(row.stated.title) for row in rows if row.stated.title and prefer == "record"}
    if not whole and not own_title:
        return blocks
    frame = pl.DataFrame(pl.from_arrow(blocks))
    is_whole = pl.col("id").is_in(whole)
    headlines = frame.with_row_index().filter((pl.col("kind") == "title") & pl.col("id").is_in(list(own_title)))
    shown = headlines.select("index", "id", "text").iter_rows()
    others = [n for n, id, text in shown if _is_other(text, own_title[id])]
    is_other = pl.int_range(pl.len()).is_in(others) & ~is_whole
    if not whole and not others:
        return blocks
    made = frame.select(
        kind=pl.when(is_other).then(pl.lit(_HEADING))
        .when(is_whole & ~pl.col("kind").is_in(BODY_KINDS)).then(pl.lit("paragraph")).otherwise("kind"),
        boilerplate=pl.col("boilerplate") & ~is_whole & ~is_other,
        score=pl.when(is_whole | is_other).then(0.0).otherwise("score").cast(pl.Float32),
        reason=pl.when(is_other).then(pl.lit("the record has a different title"))
        .when(is_whole).then(pl.lit("all of this file's text is the document's own")).otherwise("reason"),
    )  # fmt: skip
    return replace_columns(blocks, made)


def _is_other(text: str, title: str) -> bool:
    said = letters(text)
    return bool(said) and said not in title and title not in said


def _with_bodies(documents: pa.Table, blocks: pa.Table) -> pa.Table:
    kept = pl.DataFrame(pl.from_arrow(blocks)).filter(is_content)
    texts = kept.group_by("id", maintain_order=True).agg(pl.col("text"))
    bodies = {id: "\n".join(parts) for id, parts in texts.iter_rows()}
    found = [bodies.get(id, "") for id in documents["id"].to_pylist()]
    made = _replaced(documents, "body", pa.array(found, pa.large_string()))
    return _replaced(made, "boilerplate", pa.array([not body for body in found], pa.bool_()))


def _with_fields(rows: Sequence[Row], documents: pa.Table, prefer: Prefer) -> pa.Table:
    records = [row.stated for row in rows]
    made = documents.append_column("url", pa.array([record.url for record in records], pa.string()))
    made = made.append_column("record_id", pa.array([record.id for record in records], pa.string()))
    if all(row.stated == NOTHING_STATED and not row.is_whole for row in rows):
        return made
    texts = [_own(row, text) for row, text in zip(rows, _text_fields(documents), strict=True)]
    both = [_chosen(record, text, prefer) for record, text in zip(records, texts, strict=True)]
    for name in ("title", "source", "date", "author", "published_at"):
        made = _replaced(made, name, pa.array([fields[name] for fields in both], made.schema.field(name).type))
    return made


def _own(row: Row, fields: dict[str, Any]) -> dict[str, Any]:
    """Return what the text states; nothing for text without header, whose statements are about other things."""
    return dict.fromkeys(fields) if row.is_whole else fields


def _chosen(record: Stated, text: dict[str, Any], prefer: Prefer) -> dict[str, Any]:
    own: dict[str, Any] = {name: getattr(record, name) for name in _NAMES}
    first, second = (own, text) if prefer == "record" else (text, own)
    chosen = {name: first[name] or second[name] for name in _NAMES}
    return chosen | {"source": chosen["source"] or record.site} | _day(record, text, prefer)


def _day(record: Stated, text: dict[str, Any], prefer: Prefer) -> dict[str, date | datetime | None]:
    of_text = {"date": text["date"], "published_at": text["published_at"]}
    if record.published is None or (prefer == "text" and text["date"]):
        return of_text
    day = record.published.date()
    if not record.has_time and text["date"] == day:
        return of_text  # the same day, and perhaps its hour
    return {"date": day, "published_at": record.published if record.has_time else None}


def _replaced(table: pa.Table, name: str, column: pa.Array) -> pa.Table:
    at = table.schema.get_field_index(name)
    return table.set_column(at, table.schema.field(at).with_type(column.type), column)


def _places(
    rows: Sequence[Row], contradicted: Sequence[Sequence[_Contradiction]], blocks: pa.Table
) -> Iterator[tuple[Place, ...]]:
    """Yield the places where the text of each document contradicts its record."""
    wanted = [row.id for row, found in zip(rows, contradicted, strict=True) if found]
    table = blocks.select(["id", "start", "end", "text", "kind"])
    by_document: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for block in table.filter(pc.is_in(table["id"], pa.array(wanted, pa.string()))).to_pylist() if wanted else ():
        by_document[block["id"]].append(block)
    for row, found in zip(rows, contradicted, strict=True):
        places = [_place(contradiction, by_document[row.id]) for contradiction in found]
        yield tuple(sorted(places, key=lambda place: (place.start, place.end)))


def _place(contradiction: _Contradiction, blocks: Sequence[dict[str, Any]]) -> Place:
    stating = next((b for b in blocks if b["kind"] == contradiction.field or contradiction.shown in b["text"]), None)
    start, end = (stating["start"], min(stating["end"], stating["start"] + EVIDENCE)) if stating else (0, 0)
    record, text = contradiction.record[:EVIDENCE], contradiction.shown[:EVIDENCE]
    shown = f"{contradiction.field}: the record says {record}, the text {text}"
    return Place("record_contradictions", start, end, visible(shown, 2 * EVIDENCE))
