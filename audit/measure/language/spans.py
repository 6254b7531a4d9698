"""The parts of a batch to be judged: concatenated texts, blocks, and their lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from audit.tables import BODY_KINDS
from audit.text.classes import Points, codepoints

Offsets = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_TITLE: Final = "title"
# A shorter body, in characters, is judged together with its title.
_FEW: Final = 24
_NEWLINE: Final = ord("\n")
# Blocks are divided at this many line ends per document at most, evenly spaced.
_MOST_LINES: Final = 4000


@dataclass(frozen=True, slots=True)
class Texts:
    """The code points of all texts, each followed by a line end, and their bounds."""

    points: Points
    starts: Offsets
    ends: Offsets


@dataclass(frozen=True, slots=True)
class Spans:
    """Stretches of the batch in order: document index, and bounds in the concatenated code points.

    Stretches that are not `content` (boilerplate inside the article) do not affect the document's language but may be
    foreign. In a `bare` document, without a body, the whole text is content.
    """

    owner: Offsets
    starts: Offsets
    ends: Offsets
    content: Mask
    bare: Mask


def texts_of(texts: pa.Table) -> Texts:
    """Return the texts of a batch, concatenated."""
    found = texts["text"].to_pylist()
    ends = np.cumsum([len(text) + 1 for text in found], dtype=np.int64) - 1
    starts = np.concatenate(([0], ends[:-1] + 1)).astype(np.int64)[: len(found)]
    return Texts(codepoints("\n".join(found)) if len(found) != 1 else codepoints(found[0]), starts, ends)


def spans_of(texts: Texts, documents: pa.Table, blocks: pa.Table) -> Spans:
    """Return each document's content blocks and the boilerplate between them; the whole text without a body.

    The title counts as content of a short body.
    """
    owner = pc.index_in(blocks["id"], value_set=documents["id"].combine_chunks()).to_numpy().astype(np.int64)
    has_body = pc.greater(pc.utf8_length(documents["body"]), 0).to_numpy(zero_copy_only=False)
    boilerplate = blocks["boilerplate"].to_numpy()
    content = pc.is_in(blocks["kind"], value_set=pa.array(BODY_KINDS)).to_numpy() & ~boilerplate & has_body[owner]
    starts, ends = (texts.starts[owner] + blocks[name].to_numpy() for name in ("start", "end"))
    few = np.bincount(owner, (ends - starts) * content, len(texts.starts)) < _FEW
    content |= pc.equal(blocks["kind"], _TITLE).to_numpy() & (few & has_body)[owner]
    inside = (content | boilerplate) & _within(texts, owner, starts, content)
    bare = np.setdiff1d(np.arange(len(texts.starts)), owner[content])
    owner, content = np.concatenate((owner[inside], bare)), np.append(content[inside], np.ones(len(bare), dtype=bool))
    starts = np.concatenate((starts[inside], texts.starts[bare]))
    ends = np.concatenate((ends[inside], texts.ends[bare]))
    order = np.argsort(starts, kind="stable")
    return Spans(owner[order], starts[order], ends[order], content[order], np.isin(owner[order], bare))


def _within(texts: Texts, owner: Offsets, starts: Offsets, content: Mask) -> Mask:
    """Return which blocks are between the first and last content block of their document."""
    first, last = texts.ends + 1, np.full(len(texts.ends), -1, dtype=np.int64)
    np.minimum.at(first, owner[content], starts[content])
    np.maximum.at(last, owner[content], starts[content])
    made: Mask = (starts >= first[owner]) & (starts <= last[owner])
    return made


def lines(texts: Texts, spans: Spans) -> tuple[Offsets, Offsets, Offsets]:
    """Return the span index, start and end of each line of each span."""
    breaks = np.flatnonzero(texts.points == _NEWLINE)
    span = np.searchsorted(spans.starts, breaks, side="right") - 1
    inside = (span >= 0) & (breaks < spans.ends[np.maximum(span, 0)]) if len(spans.starts) else span >= 0
    breaks, span = breaks[inside], span[inside]
    kept = _evenly(spans.owner[span], len(texts.starts))
    breaks, span = breaks[kept], span[kept]
    numbers = np.sort(np.concatenate((np.arange(len(spans.starts)), span)), kind="stable")
    return numbers, np.sort(np.concatenate((spans.starts, breaks + 1))), np.sort(np.concatenate((spans.ends, breaks)))


def _evenly(owner: Offsets, documents: int) -> Mask:
    """Return every k-th line end of documents with more than _MOST_LINES lines; `owner` ascends."""
    many = np.bincount(owner, minlength=documents)
    step = -(-many // _MOST_LINES)
    rank = np.arange(len(owner)) - (np.cumsum(many) - many)[owner]
    made: Mask = rank % np.maximum(1, step)[owner] == 0
    return made
