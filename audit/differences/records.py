"""Matching of the records of two versions of a file: a record's number is its position, not its identity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import polars as pl

from audit.differences.keys import BODY, CHARS, ID, ROW, hashed, is_stated

# The id on the new side of a document of the old side.
KEY: Final = "_key"
NEW: Final = "_new"
_NTH: Final = "_nth"
_FILE: Final = "_file"
_NUMBER: Final = "_number"
_SHIFT: Final = "_shift"
# As in audit.text.ids: an even number of backslashes stands before the # of a record.
_RECORD: Final = r"(?s)^((?:.*[^\\])?(?:\\\\)*)#([0-9]{1,18})$"
# Columns in which a record states its identifier.
_OWN_NAMES: Final = ("record_id", "url")


def keyed(old: pl.DataFrame, new: pl.DataFrame, compared: Sequence[str]) -> pl.DataFrame:
    """Return the frame of keys `old` with KEY, the id that each document has in `new`; null where it is gone.

    A document that is a whole file keeps its id. Records of a file on both sides are matched by all columns, then by
    body, then by the identifier they state, and the remaining ones by their position among the matched ones.
    """
    here, there = _records(old), _records(new)
    here, there = here.join(there, on=_FILE, how="semi"), there.join(here, on=_FILE, how="semi")
    pairs = paired(here, there, [ID, *map(hashed, (BODY, *compared))])
    for by, has_key in _ways(compared):
        left, come = _left(here, there, pairs)
        pairs = pl.concat([pairs, paired(left.filter(has_key), come.filter(has_key), [_FILE, *by])])
    pairs = pl.concat([pairs, _at_one_place(here, there, pairs)])
    is_taken = pl.col(ID).is_in(here[ID].implode())
    named = old.join(pairs.select(ID, pl.col(f"{ID}{NEW}").alias(KEY)), on=ID, how="left", maintain_order="left")
    return named.with_columns(pl.coalesce(KEY, pl.when(~is_taken).then(ID)))


def paired(here: pl.DataFrame, there: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """Return id, id_new and rows of documents that agree in some columns; equal ones are paired in order."""
    nth = pl.int_range(pl.len()).over(by).alias(_NTH)
    one, other = (frame.select(list(dict.fromkeys((ID, ROW, *by)))).with_columns(nth) for frame in (here, there))
    other = other.with_columns(pl.col(ID).alias(f"{ID}{NEW}"), pl.col(ROW).alias(f"{ROW}{NEW}"))
    pairs = one.join(other, on=[*by, _NTH], how="inner", suffix="_other")
    return pairs.select(ID, f"{ID}{NEW}", ROW, f"{ROW}{NEW}")


def _records(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the documents that are records, with their file and their number in it."""
    file, number = (pl.col(ID).str.extract(_RECORD, group) for group in (1, 2))
    placed = frame.with_columns(file.alias(_FILE), number.cast(pl.Int64).alias(_NUMBER))
    return placed.drop_nulls(_FILE)


def _ways(compared: Sequence[str]) -> Iterator[tuple[list[str], pl.Expr]]:
    """Yield columns that identify records, the most certain first, and a mask of the records they apply to."""
    text, has_text = [hashed(BODY), CHARS], pl.col(CHARS) > 0
    own = [name for name in _OWN_NAMES if name in compared]
    yield [*text, *map(hashed, compared)], pl.lit(value=True)
    for name in own:
        yield [*text, hashed(name)], is_stated(name)
    yield text, has_text
    for name in own:
        yield [hashed(name)], is_stated(name)


def _left(here: pl.DataFrame, there: pl.DataFrame, pairs: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the unpaired documents of both sides."""
    left = here.join(pairs, on=ID, how="anti", maintain_order="left")
    return left, there.join(pairs, left_on=ID, right_on=f"{ID}{NEW}", how="anti", maintain_order="left")


def _at_one_place(here: pl.DataFrame, there: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Return pairs of remaining records whose numbers differ as those of the preceding, or else next, paired record."""
    left, come = _left(here, there, pairs)
    numbers = there.select(pl.col(ID).alias(f"{ID}{NEW}"), pl.col(_NUMBER).alias(f"{_NUMBER}{NEW}"))
    moved = here.join(pairs.select(ID, f"{ID}{NEW}"), on=ID).join(numbers, on=f"{ID}{NEW}")
    shifts = moved.select(_FILE, _NUMBER, (pl.col(f"{_NUMBER}{NEW}") - pl.col(_NUMBER)).alias(_SHIFT)).sort(_NUMBER)
    left = left.sort(_NUMBER)
    for strategy in ("backward", "forward"):
        left = left.join_asof(
            shifts, on=_NUMBER, by=_FILE, strategy=strategy, suffix=f"_{strategy}", check_sortedness=False
        )
    shift = pl.coalesce(_SHIFT, f"{_SHIFT}_forward", 0)
    return paired(left.with_columns(pl.col(_NUMBER) + shift), come, [_FILE, _NUMBER])
