"""Content blocks as passages: repeated ones within a document, and hashes to find shared ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from audit.measure.duplication.tokens.hashing import U64, Bools, Ints, starts_of
from audit.tables import BODY_KINDS

# Minimum tokens: shorter blocks ("Read more", a name, a date) recur by chance.
LEAST_TOKENS: Final = 10


@dataclass(frozen=True, slots=True)
class ContentBlocks:
    """The content blocks of some documents, in order: document row, code points, bytes."""

    rows: Ints
    chars: Ints
    sizes: Ints


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of some documents, in row order.

    `hashes`, `chars` and `words` are lists, one per document: for each content block of at least LEAST_TOKENS tokens
    that are not numbers the hash of its folded tokens with digits masked, its length in code points, and the unmasked
    hash. `content_chars` is the length of all content blocks, `repeated_share` the share of it in blocks that repeat an
    earlier one exactly.
    """

    hashes: pa.LargeListArray
    chars: pa.LargeListArray
    words: pa.LargeListArray
    content_chars: Ints
    repeated_share: npt.NDArray[np.float32]


def content_of(ids: pa.ChunkedArray, blocks: pa.Table) -> ContentBlocks:
    """Return the content blocks of the documents `ids` among `blocks` (id, text, kind, boilerplate; document order)."""
    is_content = pc.and_(
        pc.invert(blocks["boilerplate"]), pc.is_in(blocks["kind"].cast(pa.string()), pa.array(BODY_KINDS))
    )
    texts = blocks["text"].filter(is_content)
    rows = pc.index_in(blocks["id"].cast(pa.string()).filter(is_content), ids.cast(pa.string()).combine_chunks())
    is_known = rows.is_valid()
    numbers = (rows, pc.utf8_length(texts), pc.binary_length(texts))
    return ContentBlocks(*(column.filter(is_known).to_numpy().astype(np.int64) for column in numbers))


def cuts(content: ContentBlocks, offsets: Ints) -> Ints:
    """Return the end of each block in a buffer of bodies, which join their blocks by newlines.

    Blocks beyond the end of a shorter body are empty.
    """
    ends = np.cumsum(content.sizes + 1)
    first = np.searchsorted(content.rows, content.rows)
    within = ends - np.where(first > 0, ends[first - 1], 0) - 1
    found: Ints = np.minimum(offsets[content.rows] + within, offsets[content.rows + 1])
    return found


def passages(content: ContentBlocks, named: U64, count: int) -> Passages:
    """Return the passages of `count` documents; `named` are the folded hashes of each content block."""
    is_long = named[:, 2] >= LEAST_TOKENS
    rows, chars = content.rows[is_long], content.chars[is_long]
    bounds = pa.array(starts_of(np.bincount(rows, minlength=count)), pa.int64())
    hashes = pa.LargeListArray.from_arrays(bounds, pa.array(named[is_long, 0]))
    lengths = pa.LargeListArray.from_arrays(bounds, pa.array(chars, pa.int32()))
    words = pa.LargeListArray.from_arrays(bounds, pa.array(named[is_long, 1]))
    whole = _sums(content.rows, content.chars, count)
    is_again = _is_repeated(rows, named[is_long, 1])
    repeated = _sums(rows[is_again], chars[is_again], count)
    return Passages(hashes, lengths, words, whole, (repeated / np.maximum(whole, 1)).astype(np.float32))


def _sums(rows: Ints, numbers: Ints, count: int) -> Ints:
    return np.bincount(rows, weights=numbers, minlength=count).astype(np.int64)


def _is_repeated(rows: Ints, hashes: U64) -> Bools:
    """Return which blocks repeat an earlier block of their document."""
    order = np.lexsort((hashes, rows))
    is_same = (rows[order][1:] == rows[order][:-1]) & (hashes[order][1:] == hashes[order][:-1])
    found = np.zeros(len(rows), np.bool_)
    found[order[1:]] = is_same
    return found
