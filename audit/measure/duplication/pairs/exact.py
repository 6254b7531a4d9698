"""Exact copies: documents with the same bytes, and documents with the same folded body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.records.parts import batches, row_counts
from audit.measure.duplication.tokens.fold import DIGEST_BYTES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pyarrow as pa

    from audit.measure.duplication.tokens.hashing import U64, Ints

_SHA256_BYTES: Final = 32
_WORD: Final = 8


@dataclass(frozen=True, slots=True)
class Classes:
    """For each row the first row with the same bytes (`raw`) and with the same folded body (`text`), or itself.

    A row whose folded body is empty is in no class of `text` but its own.
    """

    raw: Ints
    text: Ints


def classes(signatures: Sequence[Path]) -> Classes:
    """Return the classes of exact copies. 128 bits of each digest decide: chance plays no part."""
    count = int(row_counts(signatures).sum())
    raw, text = np.zeros((count, 2), np.uint64), np.zeros((count, 2), np.uint64)
    has_text = np.zeros(count, np.bool_)
    for row, batch in batches(signatures, ["sha256", "exact"]):
        here = slice(row, row + batch.num_rows)
        raw[here] = _sha256(batch.column("sha256"))
        text[here] = _digests(batch.column("exact"))
        has_text[here] = batch.column("exact").is_valid().to_numpy(zero_copy_only=False)
    same_text = first_with_same(text[:, 0], text[:, 1])
    return Classes(first_with_same(raw[:, 0], raw[:, 1]), np.where(has_text, same_text, np.arange(count)))


def first_with_same(*keys: U64) -> Ints:
    """Return for each row the first row that has the same keys."""
    order = np.lexsort(keys)
    is_new = np.ones(len(order), np.bool_)
    is_new[1:] = np.any([key[order][1:] != key[order][:-1] for key in keys], axis=0)
    found = np.empty(len(order), np.int64)
    found[order] = order[np.maximum.accumulate(np.where(is_new, np.arange(len(order)), 0))] if len(order) else order
    return found


def _sha256(column: pa.Array) -> U64:
    raw = bytes.fromhex("".join(column.to_pylist()))
    return np.frombuffer(raw, "<u8").reshape(-1, _SHA256_BYTES // _WORD)[:, :2]


def _digests(column: pa.Array) -> U64:
    filled = column.fill_null(bytes(DIGEST_BYTES))
    raw = np.frombuffer(filled.buffers()[1], np.uint8)
    start = filled.offset * DIGEST_BYTES
    return raw[start : start + len(filled) * DIGEST_BYTES].view("<u8").reshape(-1, DIGEST_BYTES // _WORD)
