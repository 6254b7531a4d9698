"""Per-document keys for matching: a few hashes and numbers each, without texts or Python objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import polars as pl

from audit.differences.snapshot import SPLIT, StoredTable

ID: Final = "id"
BODY: Final = "body"
ROW: Final = "row"
CHARS: Final = "chars"
# The digest of the input: differs whenever anything else does, so it counts only if nothing else does.
ORIGIN: Final = ("sha256", "encoding")
# Columns kept verbatim for their distributions.
SHOWN: Final = ("language", "encoding", "source", "date")
_HASHED: Final = "#"
# A 64-bit hash and the length: among a million documents the chance of a collision is one in tens of millions.
_SEED: Final = 7
# Minimum share of documents that state a column filled by its publisher, rather than found by the parser here and
# there.
_FILLED: Final = 0.5


def hashed(column: str) -> str:
    """Return the name of the hash of a column in a frame of keys."""
    return f"{_HASHED}{column}"


def is_stated(column: str) -> pl.Expr:
    """Return which rows of a frame of keys have a value in a column of text."""
    return pl.col(hashed(column)) != pl.lit(None, pl.String).hash(_SEED)


def emptied(old: pl.DataFrame, new: pl.DataFrame, compared: Iterable[str]) -> tuple[str, ...]:
    """Return the columns that at least half of the documents state in one frame of keys, and none in the other."""
    shares = ((name, *(side.select(is_stated(name).mean()).item() for side in (old, new))) for name in compared)
    return tuple(name for name, before, after in shares if after == 0 and before is not None and before >= _FILLED)


def keys(documents: StoredTable, compared: Sequence[str], *, has_ids: bool) -> pl.DataFrame:
    """Return a row per document: row, id, split, length and hash of the body, and a hash of each of `compared`.

    Verbatim columns are included if the table has them. Without ids the body's hash serves as id.
    """
    frames = list(_keys(documents, compared, has_ids=has_ids))
    made = pl.concat(frames) if frames else _nothing(documents, compared)
    return _distinct(made.with_row_index(ROW))


def _keys(documents: StoredTable, compared: Sequence[str], *, has_ids: bool) -> Iterator[pl.DataFrame]:
    shown = [name for name in SHOWN if documents.has(name)]
    columns = list(dict.fromkeys([*([ID] if has_ids else []), BODY, *compared, *shown]))
    for split, batch in documents.batches(columns):
        yield _keyed(pl.DataFrame(batch), split, compared, shown)


def _nothing(documents: StoredTable, compared: Sequence[str]) -> pl.DataFrame:
    shown = [name for name in SHOWN if documents.has(name)]
    columns = dict.fromkeys([ID, BODY, *compared, *shown])
    return _keyed(pl.DataFrame({name: pl.Series([], dtype=pl.String) for name in columns}), "", compared, shown)


def _keyed(rows: pl.DataFrame, split: str, compared: Sequence[str], shown: Sequence[str]) -> pl.DataFrame:
    body = pl.col(BODY).cast(pl.String).fill_null("")
    named = pl.col(ID).cast(pl.String) if ID in rows.columns else body.hash(_SEED).cast(pl.String)
    return rows.select(
        named.fill_null("").alias(ID),
        pl.lit(split).alias(SPLIT),
        body.hash(_SEED).alias(hashed(BODY)),
        body.str.len_chars().alias(CHARS),
        *(pl.col(name).hash(_SEED).alias(hashed(name)) for name in compared),
        *(_as_shown(name, rows.schema[name]) for name in shown),
    )


def _as_shown(name: str, kind: pl.DataType) -> pl.Expr:
    """Return a column in comparable form: dates as days, whatever their type in the files, anything else as text."""
    if name != "date":
        return pl.col(name).cast(pl.String, strict=False)
    if kind == pl.String:
        return pl.col(name).str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False)
    return pl.col(name).cast(pl.Date, strict=False) if kind.is_temporal() else pl.lit(None, pl.Date).alias(name)


def _distinct(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the frame with unique ids, numbering repeated ones."""
    if not frame[ID].is_duplicated().any():
        return frame
    nth = pl.int_range(pl.len()).over(ID)
    return frame.with_columns(pl.when(nth > 0).then(pl.format("{} ({})", ID, nth + 1)).otherwise(ID).alias(ID))
