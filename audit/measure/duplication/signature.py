"""The half that runs in a worker: what of each document is needed to find its duplicates in the whole corpus."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa

from audit.measure.duplication.fold import DIGEST_BYTES, LOAD, Tokens, fold
from audit.measure.duplication.hashing import U64, Ints, starts_of
from audit.measure.duplication.minhash import BANDS, bands, minima
from audit.measure.duplication.passages import Passages, passages
from audit.measure.duplication.shingles import Shingles, shingles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BAND_NAMES: Final = tuple(f"band_{nth:02d}" for nth in range(BANDS))
# One shingle in sixteen stands for its document in the index of containment (FracMinHash, Irber et al. 2022): a
# passage of 50 tokens is hit with p = .95, one of 100 with p = .998.
SAMPLING: Final = 16
_SAMPLED_BELOW: Final = np.uint64(2**64 // SAMPLING)
_TITLE_BYTES: Final = 8


@lru_cache(maxsize=1)
def schema() -> pa.Schema:
    """Return the columns of a signatures table.

    tokens, shingles: counts. exact: names the folded body; null when it has no tokens. title_hash: of the folded
    title. samples: the sampled shingles, ascending. passages, passage_chars: content blocks by hash, with their
    lengths. content_chars: length of all content blocks. repeated_share: as measured. band_NN: null without a shingle.
    """
    fixed = [
        pa.field("id", pa.string(), nullable=False), pa.field("sha256", pa.string(), nullable=False),
        pa.field("tokens", pa.int32(), nullable=False), pa.field("shingles", pa.int32(), nullable=False),
        pa.field("exact", pa.binary(DIGEST_BYTES)), pa.field("title_hash", pa.uint64()),
        pa.field("samples", pa.large_list(pa.uint64()), nullable=False),
        pa.field("passages", pa.large_list(pa.uint64()), nullable=False),
        pa.field("passage_chars", pa.large_list(pa.int32()), nullable=False),
        pa.field("content_chars", pa.int64(), nullable=False), pa.field("repeated_share", pa.float32(), nullable=False),
    ]  # fmt: skip
    return pa.schema([*fixed, *(pa.field(name, pa.uint64()) for name in BAND_NAMES)])


def signatures(documents: pa.Table, blocks: pa.Table) -> pa.Table:
    """Return the signatures of `documents` (id, title, body, sha256; more is ignored): same rows, same order.

    `blocks` are the blocks of these documents, in their order.
    """
    bodies = documents["body"].to_pylist()
    texts = pa.concat_tables([_of_bodies(bodies[start:end]) for start, end in _loads(bodies)] or [_of_bodies([])])
    shared = _of_passages(passages(documents["id"], blocks))
    titles = pa.array(_title_hashes(documents["title"].to_pylist()), pa.uint64())
    named = {name: documents[name] for name in ("id", "sha256")}
    columns = {name: table[name] for table in (texts, shared) for name in table.column_names}
    return pa.table({**named, **columns, "title_hash": titles}).select(schema().names).cast(schema())


def _loads(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Return the rows of consecutive texts that are together as long as a load."""
    start, size = 0, 0
    for row, text in enumerate(texts):
        size += len(text)
        if size >= LOAD:
            yield start, row + 1
            start, size = row + 1, 0
    if start < len(texts):
        yield start, len(texts)


def _of_bodies(bodies: list[str]) -> pa.Table:
    tokens = fold(bodies)
    found = shingles(tokens)
    keys = _bands(found)
    columns = {
        "tokens": pa.array(np.diff(tokens.offsets), pa.int32()),
        "shingles": pa.array(np.diff(found.offsets), pa.int32()),
        "exact": pa.array(tokens.digests, pa.binary(DIGEST_BYTES)),
        "samples": _samples(found),
    }
    return pa.table({**columns, **dict(zip(BAND_NAMES, keys, strict=True))})


def _bands(found: Shingles) -> list[pa.Array]:
    count = len(found.offsets) - 1
    rows = np.flatnonzero(np.diff(found.offsets))
    is_null = np.ones(count, np.bool_)
    is_null[rows] = False
    keys = np.zeros((BANDS, count), np.uint64)
    keys[:, rows] = bands(minima(found, rows))
    return [pa.array(row, mask=is_null) for row in keys]


def _samples(found: Shingles) -> pa.LargeListArray:
    sampled = np.flatnonzero(found.hashes < _SAMPLED_BELOW)
    row_of = np.searchsorted(found.offsets, sampled, side="right") - 1
    hashes, rows = _distinct(found.hashes[sampled], row_of)
    counts = np.bincount(rows, minlength=len(found.offsets) - 1)
    return pa.LargeListArray.from_arrays(pa.array(starts_of(counts)), pa.array(hashes))


def _distinct(hashes: U64, rows: Ints) -> tuple[U64, Ints]:
    order = np.lexsort((hashes, rows))
    hashes, rows = hashes[order], rows[order]
    is_new = np.ones(len(rows), np.bool_)
    is_new[1:] = (hashes[1:] != hashes[:-1]) | (rows[1:] != rows[:-1])
    return hashes[is_new], rows[is_new]


def _of_passages(found: Passages) -> pa.Table:
    return pa.table({
        "passages": found.hashes,
        "passage_chars": found.chars,
        "content_chars": found.content_chars,
        "repeated_share": found.repeated_share,
    })  # fmt: skip


def _title_hashes(titles: list[str | None]) -> list[int | None]:
    tokens: Tokens = fold([title or "" for title in titles])
    return [None if digest is None else int.from_bytes(digest[:_TITLE_BYTES], "little") for digest in tokens.digests]
