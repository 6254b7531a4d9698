"""Where a batch of documents is looked at: its texts laid end to end, its judged blocks, and their lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

from audit.text.classes import Points, codepoints

Offsets = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_CONTENT_KINDS: Final = ("paragraph", "heading", "list_item", "quote")
_NEWLINE: Final = ord("\n")
# Blocks are cut at so many of a document's line ends, evenly: a million short lines are no million pieces.
_MOST_LINES: Final = 4000


@dataclass(frozen=True, slots=True)
class Texts:
    """The code points of all texts, each followed by a line end, and where each begins and ends."""

    points: Points
    starts: Offsets
    ends: Offsets


@dataclass(frozen=True, slots=True)
class Spans:
    """Stretches of the batch in order: the number of their document, their places among all code points.

    Those that are not `content` have no say in the language of the document: boilerplate inside the article, in which
    foreign text may still stand. In a `bare` document, one without a body, the whole text is the content.
    """

    owner: Offsets
    starts: Offsets
    ends: Offsets
    content: Mask
    bare: Mask


def texts_of(texts: pa.Table) -> Texts:
    """Return the texts of a batch laid end to end."""
    found = texts["text"].to_pylist()
    ends = np.cumsum([len(text) + 1 for text in found], dtype=np.int64) - 1
    starts = np.concatenate(([0], ends[:-1] + 1)).astype(np.int64)[: len(found)]
    return Texts(codepoints("\n".join(found)) if len(found) != 1 else codepoints(found[0]), starts, ends)


def spans_of(texts: Texts, documents: pa.Table, blocks: pa.Table) -> Spans:
    """Return the content blocks of each document, and its boilerplate between them; all of a text without a body."""
    rows = documents.select(["id"]).append_column("owner", pa.array(np.arange(documents.num_rows)))
    frame = pl.DataFrame(pl.from_arrow(blocks.select(["id", "start", "end", "kind", "boilerplate"])))
    has_body = np.array([bool(body) for body in documents["body"].to_pylist()], dtype=bool)
    found = _inside(frame.join(pl.DataFrame(pl.from_arrow(rows)), on="id", maintain_order="left"), has_body)
    owner = found["owner"].to_numpy().astype(np.int64)
    starts, ends = (found[name].to_numpy() + texts.starts[owner] for name in ("start", "end"))
    bare = np.setdiff1d(np.arange(len(texts.starts)), owner)
    content = np.concatenate((found["content"].to_numpy(), np.ones(len(bare), dtype=bool)))
    owner = np.concatenate((owner, bare))
    starts, ends = np.concatenate((starts, texts.starts[bare])), np.concatenate((ends, texts.ends[bare]))
    order = np.argsort(starts, kind="stable")
    return Spans(owner[order], starts[order], ends[order], content[order], np.isin(owner[order], bare))


def _inside(frame: pl.DataFrame, has_body: Mask) -> pl.DataFrame:
    """Return the blocks from the first content block of each document to its last; titles and captions apart."""
    content = ~pl.col("boilerplate") & pl.col("kind").is_in(_CONTENT_KINDS)
    marked = frame.with_columns(content=content & pl.lit(pl.Series(has_body)).gather(pl.col("owner")))
    first = pl.col("start").filter(pl.col("content")).min().over("owner")
    last = pl.col("start").filter(pl.col("content")).max().over("owner")
    inside = (pl.col("content") | pl.col("boilerplate")) & pl.col("start").is_between(first, last)
    return marked.filter(inside).select("owner", "start", "end", "content")


def lines(texts: Texts, spans: Spans) -> tuple[Offsets, Offsets, Offsets]:
    """Return the number of the span, the start and the end of each line of each span."""
    breaks = np.flatnonzero(texts.points == _NEWLINE)
    span = np.searchsorted(spans.starts, breaks, side="right") - 1
    inside = (span >= 0) & (breaks < spans.ends[np.maximum(span, 0)]) if len(spans.starts) else span >= 0
    breaks, span = breaks[inside], span[inside]
    kept = _evenly(spans.owner[span], len(texts.starts))
    breaks, span = breaks[kept], span[kept]
    numbers = np.sort(np.concatenate((np.arange(len(spans.starts)), span)), kind="stable")
    return numbers, np.sort(np.concatenate((spans.starts, breaks + 1))), np.sort(np.concatenate((spans.ends, breaks)))


def _evenly(owner: Offsets, documents: int) -> Mask:
    """Return every k-th line end of a document with more than _MOST_LINES; `owner` ascends."""
    many = np.bincount(owner, minlength=documents)
    step = -(-many // _MOST_LINES)
    rank = np.arange(len(owner)) - (np.cumsum(many) - many)[owner]
    made: Mask = rank % np.maximum(1, step)[owner] == 0
    return made
