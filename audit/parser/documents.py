"""Documents and their blocks, parsed from a batch of decoded texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from audit.parser.blocks import kinds
from audit.parser.blocks.boilerplate import decide
from audit.parser.blocks.context_rules import HALF
from audit.parser.blocks.features import lines
from audit.parser.blocks.page import pages
from audit.parser.blocks.strings import strings
from audit.parser.header.fields import Fields, find_fields
from audit.parser.header.title.mail_subjects import mail_heads
from audit.parser.models.forest import load
from audit.parser.shown import as_shown, as_written
from audit.parser.templates.shared_prose import template_columns
from audit.parser.templates.template_lines import Repeats, line_keys, source_of
from audit.tables import BLOCKS, DOCUMENTS

if TYPE_CHECKING:
    from audit.parser.blocks.context.regex_search import LineTexts
    from audit.parser.blocks.page import Pages
    from audit.parser.templates.template_lines import Keys

# The score of a block that is kept for its kind although the forest scored it as boilerplate.
_BELOW_HALF = 0.49
# The reader supplies url and record_id, the measures supply the language.
WITHOUT_LANGUAGE = DOCUMENTS.without("language", "url", "record_id")


@dataclass(frozen=True, slots=True)
class Parsed:
    """Typed documents and their blocks.

    `documents` is tables.DOCUMENTS without language, url and record_id, one row per text in batch order; `blocks` is
    tables.BLOCKS in the same order; `keys` are the keys of all lines (audit.parser.templates.template_lines.line_keys).
    """

    documents: pa.Table
    blocks: pa.Table
    keys: Keys


def parse(texts: pa.Table, repeats: Repeats | None = None) -> Parsed:
    """Return the documents and blocks of decoded texts (tables.TEXTS), one document per row, in order.

    `repeats` counts the lines that occur in other documents of the same source; without it each document is parsed on
    its own. Either way the other rows of the batch have no influence.
    """
    ids = texts["id"].to_pylist()
    written = texts["text"].to_pylist()
    shown = as_shown(written)
    sources, cut_up = [source_of(id) for id in ids], lines(shown.texts)
    keys = line_keys(cut_up)
    known = template_columns(cut_up, keys, sources, repeats or Repeats.none())
    models = (load(name) for name in ("blocks", "endings", "terse"))
    read: dict[str, LineTexts] = {}
    table = decide(pl.concat([cut_up, known], how="horizontal"), *models, read=read)
    batch = replace(pages(table, len(ids)), read=read)
    fields = _fields(batch)
    table = table.with_columns(kind=kinds.find_kinds(batch, fields.kinds, fields.source)).with_columns(_settled())
    table = as_written(table, shown, written)
    return Parsed(_documents(texts, fields, table), _blocks(ids, table), keys)


def _fields(batch: Pages) -> Fields:
    """Return what the documents state: blocks that resemble furniture are no headers, items of a list are left out.

    The head of a mail is no item, though the mail that it answers has one alike.
    """
    listed = batch["listed"].copy()
    if listed[batch.first[batch.first < batch.last]].any():
        listed[batch.once(mail_heads)] = False
    rows = np.flatnonzero(~listed)
    searched = batch.lines.with_columns(pl.col("boilerplate") | pl.col("odd"))[rows]
    read = {name: batch.strings(name).among(rows) for name in ("folded", "text", "seen")}
    fields = find_fields(replace(pages(searched, len(batch)), read=read), load("titles"))
    numbers = rows.tolist()
    return replace(fields, kinds={numbers[row]: kind for row, kind in fields.kinds.items()})


def _settled() -> tuple[pl.Expr, ...]:
    """Return expressions of boilerplate, reason, score and content that follow from the block's kind."""
    content, own, header = (pl.col("kind").is_in(k) for k in (kinds.CONTENT, kinds.OWN, kinds.HEADER))
    planted = pl.col("kind") == "injected_ad"
    flagged = pl.when(own).then(False).when(header | planted).then(True).otherwise(pl.col("boilerplate"))  # noqa: FBT003
    told = pl.col("kind").str.replace_all("_", " ", literal=True)
    reason = (
        pl.when(own | header)
        .then(pl.format("{} of the article", told))
        .when(planted & ~pl.col("boilerplate"))
        .then(pl.lit("advertising words unrelated to the article around them"))
        .otherwise("reason")
    )
    low = pl.col("score") < HALF
    near = pl.when(flagged & low).then(HALF).when(~flagged & ~low).then(_BELOW_HALF)
    return (
        flagged.alias("boilerplate"),
        reason.alias("reason"),
        near.otherwise("score").cast(pl.Float32).alias("score"),
        content.alias("content"),
    )


def _documents(texts: pa.Table, fields: Fields, table: pl.DataFrame) -> pa.Table:
    bodies = _bodies(table.select("document", "text").filter(table["content"] & ~table["boilerplate"]), texts.num_rows)
    return WITHOUT_LANGUAGE.build(
        title=fields.title,
        source=fields.source,
        date=[at.date() if at else None for at in fields.published],
        body=bodies,
        boilerplate=pc.equal(pc.binary_length(bodies), 0),
        id=texts["id"],
        author=fields.author,
        source_original=fields.source_original,
        published_at=[at if timed else None for at, timed in zip(fields.published, fields.has_time, strict=True)],
        encoding=texts["encoding"],
        sha256=texts["sha256"],
    )


def _bodies(blocks: pl.DataFrame, documents: int) -> pa.LargeStringArray:
    """Return the texts of each document's blocks, joined by newlines."""
    owners = blocks["document"].to_numpy()
    led = pl.Series(np.where(np.diff(owners, prepend=-1) > 0, "", "\n"))
    whole = strings(led + blocks["text"])
    edges = whole.offsets[np.searchsorted(owners, np.arange(documents + 1))]
    return pa.LargeStringArray.from_buffers(documents, pa.py_buffer(edges), pa.py_buffer(whole.text))


def _blocks(ids: list[str], table: pl.DataFrame) -> pa.Table:
    made = table.select(
        pl.Series(ids, dtype=pl.String).gather(table["document"]).alias("id"),
        pl.int_range(pl.len()).over("document").alias("block"),
        *("start", "end", "text", "kind", "boilerplate", "score", "reason"),
    )
    return made.to_arrow().cast(BLOCKS.arrow)
