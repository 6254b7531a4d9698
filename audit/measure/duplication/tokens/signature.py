"""Signatures: what the corpus-wide search needs of each document, computed in workers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from audit.measure.duplication.tokens.fold import DIGEST_BYTES, bytes_of, fold_bytes, loads
from audit.measure.duplication.tokens.hashing import Ints, starts_of
from audit.measure.duplication.tokens.minhash import BANDS, TRACES, Sketches, sketches
from audit.measure.duplication.tokens.passages import ContentBlocks, content_of, cuts, passages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.measure.duplication.tokens.fold import Folded
    from audit.measure.duplication.tokens.hashing import U64, Records

BAND_NAMES: Final = tuple(f"band_{nth:02d}" for nth in range(BANDS))


@lru_cache(maxsize=1)
def schema() -> pa.Schema:
    """Return the columns of a signatures table.

    tokens, shingles: counts. exact: digest of the folded body; null without tokens. title_hash: of the folded title.
    samples: sampled shingles, ascending. passages, passage_chars, passage_words: content blocks by digit-masked hash,
    with lengths and unmasked hashes. content_chars: length of all content blocks. repeated_share: as measured. traces:
    a byte of every second minimum; band_NN: null without a shingle.
    """
    fixed = [
        pa.field("id", pa.string(), nullable=False), pa.field("sha256", pa.string(), nullable=False),
        pa.field("tokens", pa.int32(), nullable=False), pa.field("shingles", pa.int32(), nullable=False),
        pa.field("exact", pa.binary(DIGEST_BYTES)), pa.field("title_hash", pa.uint64()),
        pa.field("samples", pa.large_list(pa.uint64()), nullable=False),
        pa.field("passages", pa.large_list(pa.uint64()), nullable=False),
        pa.field("passage_chars", pa.large_list(pa.int32()), nullable=False),
        pa.field("passage_words", pa.large_list(pa.uint64()), nullable=False),
        pa.field("content_chars", pa.int64(), nullable=False), pa.field("repeated_share", pa.float32(), nullable=False),
        pa.field("traces", pa.binary(TRACES)),
    ]  # fmt: skip
    return pa.schema([*fixed, *(pa.field(name, pa.uint64()) for name in BAND_NAMES)])


def signatures(documents: pa.Table, blocks: pa.Table) -> pa.Table:
    """Return the signatures of `documents` (id, title, body, sha256), row by row.

    `blocks` are the blocks of these documents, in order.
    """
    content = content_of(documents["id"], blocks)
    found = _Walk(documents["body"], content)
    shared = passages(content, found.passages, documents.num_rows)
    columns = {
        **{name: documents[name] for name in ("id", "sha256")},
        **_of_bodies(found),
        "title_hash": _title_hashes(documents["title"]),
        "passages": shared.hashes,
        "passage_chars": shared.chars,
        "passage_words": shared.words,
        "content_chars": shared.content_chars,
        "repeated_share": shared.repeated_share,
    }
    return pa.table(columns).select(schema().names).cast(schema())


class _Walk:
    """One pass over the bodies, chunk by chunk, with the results row by row."""

    def __init__(self, bodies: pa.ChunkedArray, content: ContentBlocks) -> None:
        text, offsets = bytes_of(_column(bodies))
        ends = cuts(content, offsets)
        parts: list[tuple[Folded, Sketches]] = []
        for start, end in loads(offsets):
            here = slice(*np.searchsorted(content.rows, (start, end)))
            folded = fold_bytes(text, offsets[start : end + 1], ends[here])
            parts.append((folded, sketches(folded)))
        self.tokens: Ints = _joined([np.diff(folded.offsets) for folded, _ in parts], (0,), np.int64)
        self.digests: U64 = _joined([folded.digests for folded, _ in parts], (0, 2), np.uint64)
        self.passages: U64 = _joined([folded.passages for folded, _ in parts], (0, 3), np.uint64)
        self.shingles: Ints = _joined([made.shingles for _, made in parts], (0,), np.int64)
        self.bands: U64 = _joined([made.bands for _, made in parts], (0, BANDS), np.uint64)
        self.traces: Records = _joined([made.traces for _, made in parts], (0, TRACES), np.uint8)
        self.samples: U64 = _joined([made.samples for _, made in parts], (0,), np.uint64)
        self.sampled: Ints = _joined([np.diff(made.sample_bounds) for _, made in parts], (0,), np.int64)


def _joined(parts: Sequence[Records], shape: tuple[int, ...], type: type) -> Records:
    return np.concatenate([np.empty(shape, type), *parts])


def _column(texts: pa.ChunkedArray) -> pa.Array:
    return pc.fill_null(texts.cast(pa.large_string()), "").combine_chunks()


def _of_bodies(found: _Walk) -> dict[str, pa.Array]:
    is_bare = found.shingles == 0
    bands = np.ascontiguousarray(found.bands.T)
    return {
        "tokens": pa.array(found.tokens, pa.int32()),
        "shingles": pa.array(found.shingles, pa.int32()),
        "exact": _fixed(found.digests.astype("<u8"), DIGEST_BYTES, found.tokens > 0),
        "samples": pa.LargeListArray.from_arrays(pa.array(starts_of(found.sampled)), pa.array(found.samples)),
        "traces": _fixed(found.traces, TRACES, ~is_bare),
        **{name: pa.array(band, mask=is_bare) for name, band in zip(BAND_NAMES, bands, strict=True)},
    }


def _fixed(rows: Records, size: int, is_valid: Records) -> pa.FixedSizeBinaryArray:
    valid = pa.py_buffer(np.packbits(is_valid, bitorder="little").tobytes())
    return pa.FixedSizeBinaryArray.from_buffers(pa.binary(size), len(rows), [valid, pa.py_buffer(rows.tobytes())])


def _title_hashes(titles: pa.ChunkedArray) -> pa.Array:
    found = fold_bytes(*bytes_of(_column(titles)), np.empty(0, np.int64))
    return pa.array(found.digests[:, 0], mask=np.diff(found.offsets) == 0)
