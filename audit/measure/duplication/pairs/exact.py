"""Exact copies: equal bytes, or equal folded bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.engine.engines import current_engine
from audit.engine.exchange import Exchange, Files, ReduceStep
from audit.measure.duplication.tokens.fold import DIGEST_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

    from audit.measure.duplication.records.parts import PartTable
    from audit.measure.duplication.tokens.hashing import U64, Ints, Records

_SHA256_BYTES: Final = 32
_WORD: Final = 8
# A row with the digest of its bytes or body; and a row with the first row of equal digest.
_RAW: Final = 0
_TEXT: Final = 1
_DIGEST: Final = np.dtype([("kind", "u1"), ("row", "<u4"), ("low", "<u8"), ("high", "<u8")])
_COPY: Final = np.dtype([("kind", "u1"), ("row", "<u4"), ("first", "<u4")])


@dataclass(frozen=True, slots=True)
class Classes:
    """For each row the first row with equal bytes (`raw`) and with equal folded body (`text`), or itself.

    Rows with empty folded bodies have a `text` class of their own.
    """

    raw: Ints
    text: Ints


def classes(signatures: PartTable) -> Classes:
    """Return the classes of exact copies. 128 bits of each digest decide: chance plays no part.

    Digests are grouped by the engine; memory here holds two numbers per row, and the rows with copies.
    """
    raw, text = np.arange(len(signatures)), np.arange(len(signatures))
    asked = Exchange(
        signatures.sources, _DIGEST, _Digests(signatures).scatter, (ReduceStep(_same, _COPY),), by_key=True
    )
    for found in current_engine().exchange(asked, signatures.files.folder):
        for kind, label in enumerate((raw, text)):
            here = found[found["kind"] == kind]
            label[here["row"]] = here["first"]
    return Classes(raw, text)


@dataclass(frozen=True, slots=True)
class _Digests:
    """The digests of a table of signatures."""

    signatures: PartTable

    def scatter(self, files: Files, nth: int) -> Iterator[tuple[U64, Records]]:
        """Yield those of the bytes, and of the bodies that are not empty."""
        for row, batch in self.signatures.source(files, nth, ["sha256", "exact"]):
            rows = row + np.arange(batch.num_rows)
            yield _records(_RAW, rows, sha256_words(batch.column("sha256")))
            has_text = batch.column("exact").is_valid().to_numpy(zero_copy_only=False)
            yield _records(_TEXT, rows[has_text], digest_words(batch.column("exact"))[has_text])


def _records(kind: int, rows: Ints, digests: U64) -> tuple[U64, Records]:
    made = np.empty(len(rows), _DIGEST)
    made["kind"], made["row"], made["low"], made["high"] = kind, rows, digests[:, 0], digests[:, 1]
    return digests[:, 0], made


def _same(digests: Records) -> Records:
    """Return each record that is not the first of its digest, with the first row; records are in row order."""
    first = first_with_same(digests["kind"], digests["low"], digests["high"])
    later = np.flatnonzero(first != np.arange(len(first)))
    made = np.empty(len(later), _COPY)
    made["kind"], made["row"], made["first"] = (
        digests["kind"][later],
        digests["row"][later],
        digests["row"][first[later]],
    )
    return made


def first_with_same(*keys: U64) -> Ints:
    """Return for each row the first row with equal keys."""
    order = np.lexsort(keys)
    is_new = np.ones(len(order), np.bool_)
    is_new[1:] = np.any([key[order][1:] != key[order][:-1] for key in keys], axis=0)
    found = np.empty(len(order), np.int64)
    found[order] = order[np.maximum.accumulate(np.where(is_new, np.arange(len(order)), 0))] if len(order) else order
    return found


def sha256_words(column: pa.Array) -> U64:
    """Return the first 128 bits of hexadecimal digests, as two numbers each."""
    _, offsets, letters = column.buffers()
    start, *_, end = np.frombuffer(offsets, np.int32)[column.offset : column.offset + len(column) + 1]
    raw = bytes.fromhex(letters[start:end].to_pybytes().decode("ascii"))
    return np.frombuffer(raw, "<u8").reshape(-1, _SHA256_BYTES // _WORD)[:, :2]


def digest_words(column: pa.Array) -> U64:
    """Return the two numbers of each digest of a body; zeros for null."""
    filled = column.fill_null(bytes(DIGEST_BYTES))
    raw = np.frombuffer(filled.buffers()[1], np.uint8)
    start = filled.offset * DIGEST_BYTES
    return raw[start : start + len(filled) * DIGEST_BYTES].view("<u8").reshape(-1, DIGEST_BYTES // _WORD)
