"""Facts about a document's fields: what is stated, and what does not fit the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import polars as pl

from audit.finding import Place
from audit.measure.blockwise import EVIDENCE, as_polars, block_places, is_content, places, tally
from audit.measure.measured import Measure, Measured, ParsedBatch
from audit.tables.table import may, must
from audit.text import dates
from audit.text.fold import fold
from audit.text.invisible import UNSEEN_CLASS
from audit.text.punctuation import is_joining
from audit.text.visible import visible

if TYPE_CHECKING:
    import pyarrow as pa

_YEAR: Final = "(?:19|20)[0-9][0-9]"
# A last block shorter than this (characters) is a signature or a credit, and ends as it likes.
_SIGNATURE: Final = 20
# Of a source so much is measured: what is longer is told from others by its beginning. Code points.
_SOURCE: Final = 120
# A small first letter continues a sentence, but not in names such as iPhone or e-Golf, in addresses or handles.
_SMALL_START: Final = re.compile(r"[^\W\d_]+(?=[\s,;]|$)")
_INK: Final = r"[^\p{L}\p{N}]+"
# What cannot be seen has no length.
_UNSEEN: Final = f"[{UNSEEN_CLASS}]+"
_BLANK: Final = rf"[\s{UNSEEN_CLASS}]+"


def fields(texts: pa.Table, documents: pa.Table, blocks: pa.Table) -> Measured:
    """Return the facts that FIELDS declares, with the places of those that have any."""
    ids = texts["id"].to_pylist()
    content = as_polars(blocks).filter(is_content)
    titled, named = _title_blocks(documents, content), _title_blocks(documents, as_polars(blocks))
    later = list(_later_dates(documents, as_polars(blocks)))
    edges = content.group_by("id", maintain_order=True)
    begun = edges.first().filter(pl.col("text").map_elements(_is_begun, return_dtype=pl.Boolean))
    cut = edges.last().filter(_is_cut())
    told: dict[str, Sequence[object]] = {
        **_stated(documents),
        "later_dates": tally(ids, (id for id, _ in later)),
        "starts_mid_sentence": _holds(ids, begun),
        "ends_mid_sentence": _holds(ids, cut),
        "title_in_body": _holds(ids, titled),
        "title_repeats": tally(ids, named.filter(pl.int_range(pl.len()).over("id") > 0)["id"]),
    }
    found = [
        *later,
        *block_places("title_in_body", titled),
        *_edges("starts_mid_sentence", begun),
        *_edges("ends_mid_sentence", cut),
    ]
    return Measured(FIELDS.table.build(**told), places(ids, found))


def _stated(documents: pa.Table) -> dict[str, list[object]]:
    table = as_polars(documents.select(["title", "source", "date", "author", "body"]))
    facts = table.select(
        title_chars=pl.col("title").str.replace_all(_UNSEEN, "").str.len_chars(),
        has_source=pl.col("source").is_not_null(),
        has_date=pl.col("date").is_not_null(),
        has_author=pl.col("author").is_not_null(),
        stated_source=pl.col("source").str.slice(0, _SOURCE),
        year=pl.col("date").dt.year(),
        body_chars=pl.col("body").str.replace_all(_BLANK, "").str.len_chars(),
    )
    return facts.to_dict(as_series=False)


def _holds(ids: list[str], found: pl.DataFrame) -> list[bool]:
    held = set(found["id"])
    return [id in held for id in ids]


def _is_begun(text: str) -> bool:
    """Return whether a body's first block continues a sentence that began elsewhere."""
    word = _SMALL_START.match(text)
    return is_joining(text) or (word is not None and word[0].islower())


def _is_cut() -> pl.Expr:
    """Return whether a body's last block stops inside a sentence: after a letter, a comma, a lost byte, a cut-off."""
    text = pl.col("text")
    long = text.str.len_chars() >= _SIGNATURE
    letter = text.str.contains(r"[\p{L},，、;；:：…\x{FFFD}]$") | text.str.ends_with("...")
    return long & letter


def _edges(fact: str, blocks: pl.DataFrame) -> Iterator[tuple[str, Place]]:
    """Yield where a body begins or stops: the first or last characters of the block."""
    for id, start, end, text in blocks.select("id", "start", "end", "text").iter_rows():
        if fact.startswith("starts"):
            yield id, Place(fact, start, min(end, start + EVIDENCE), visible(text, EVIDENCE))
        else:
            yield id, Place(fact, max(start, end - EVIDENCE), end, visible(text[-EVIDENCE:], EVIDENCE))


def _title_blocks(documents: pa.Table, content: pl.DataFrame) -> pl.DataFrame:
    titles = as_polars(documents.select(["id", "title"])).drop_nulls().select("id", wanted=_letters("title"))
    return content.join(titles, on="id", maintain_order="left").filter(
        (_letters("text") == pl.col("wanted")) & (pl.col("wanted") != "")
    )


def _letters(column: str) -> pl.Expr:
    return pl.col(column).str.replace_all(_INK, "").str.to_lowercase()


def _later_dates(documents: pa.Table, blocks: pl.DataFrame) -> Iterator[tuple[str, Place]]:
    days = dict(zip(documents["id"].to_pylist(), documents["date"].to_pylist(), strict=True))
    for id, start, text in blocks.filter(pl.col("text").str.contains(_YEAR)).select("id", "start", "text").iter_rows():
        day = days[id]
        for stated in dates.find(fold(text)) if day else ():
            if stated.at.date() > day:
                seen = visible(text[stated.start : stated.end], EVIDENCE)
                yield id, Place("later_dates", start + stated.start, start + stated.end, seen)


def _measure(batch: ParsedBatch) -> Measured:
    return fields(batch.texts, batch.documents, batch.blocks)


FIELDS: Final = Measure(
    "fields",
    (
        may("title_chars", "int32", "length of the title; null when there is none; code points"),
        must("has_source", "bool", "a source is stated"),
        must("has_date", "bool", "a date is stated"),
        must("has_author", "bool", "an author is stated"),
        may("stated_source", "string", "the source that is stated, its first 120 code points"),
        may("year", "int32", "the year of the day that is stated"),
        must("body_chars", "int32", "length of the body without white space; code points"),
        must("later_dates", "int32", "absolute dates in the text that are later than the document's date"),
        must("starts_mid_sentence", "bool", "the body begins inside a sentence"),
        must("ends_mid_sentence", "bool", "the body's last paragraph stops inside a sentence"),
        must("title_in_body", "bool", "a content block repeats the title"),
        must("title_repeats", "int32", "blocks that say the title again, beside the first; blocks"),
    ),
    _measure,
)
