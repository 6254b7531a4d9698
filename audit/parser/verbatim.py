"""Verbatim texts: every paragraph is content, and fields come from records only."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa

from audit.parser.blocks.segment import segment, spelled
from audit.parser.documents import WITHOUT_LANGUAGE, Parsed
from audit.parser.templates.template_lines import line_keys
from audit.tables import BLOCKS
from audit.text.fold import folded_points

_REASON: Final = "taken as it is: nothing was parsed"
_KIND: Final = "paragraph"


def parse_verbatim(texts: pa.Table) -> Parsed:
    """Return documents and blocks of decoded texts (tables.TEXTS) as audit.parser.parse does, unclassified."""
    ids = texts["id"].to_pylist()
    cut = segment(texts["text"].to_pylist())
    blocks = pl.DataFrame(
        {
            "document": cut.document,
            "start": cut.first - cut.above,
            "end": cut.last - cut.above,
            "text": pl.Series(spelled(cut.points, cut.first, cut.last)),
        }
    )
    folded = pl.DataFrame({"folded": spelled(folded_points(cut.points), cut.first, cut.last)})
    return Parsed(_documents(texts, blocks), _blocks(ids, blocks), line_keys(folded))


def _documents(texts: pa.Table, blocks: pl.DataFrame) -> pa.Table:
    count = texts.num_rows
    bodies = [""] * count
    for (number,), part in blocks.group_by("document", maintain_order=True):
        bodies[int(number)] = "\n".join(part["text"])
    nothing = [None] * count
    return WITHOUT_LANGUAGE.build(
        title=nothing,
        source=nothing,
        date=nothing,
        body=bodies,
        boilerplate=[not body for body in bodies],
        id=texts["id"],
        author=nothing,
        source_original=nothing,
        published_at=nothing,
        encoding=texts["encoding"],
        sha256=texts["sha256"],
    )


def _blocks(ids: list[str], blocks: pl.DataFrame) -> pa.Table:
    named = pl.Series(ids, dtype=pl.String).gather(blocks["document"].cast(pl.UInt32))
    made = blocks.select(
        named.alias("id"),
        pl.int_range(pl.len()).over("document").alias("block"),
        *("start", "end", "text"),
        kind=pl.lit(_KIND),
        boilerplate=pl.lit(value=False),
        score=pl.lit(np.float32(0)),
        reason=pl.lit(_REASON),
    )
    return made.to_arrow().cast(BLOCKS.arrow)
