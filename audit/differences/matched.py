"""Matching of documents between two sides: added, removed, renamed, edited, or unchanged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import polars as pl

from audit.differences.keys import BODY, CHARS, ID, ORIGIN, ROW, hashed
from audit.differences.snapshot import SPLIT

Edit = Literal["body", "metadata", "boilerplate", "bytes"]
# Most severe first: a document edited in several ways counts under the first.
EDITS: Final[tuple[Edit, ...]] = ("body", "metadata", "boilerplate", "bytes")
_NEW: Final = "_new"
_NTH: Final = "nth"
_FURNITURE: Final = "furniture"


def flag(column: str) -> str:
    """Return the name of the column that flags an edit; no dataset column has such a name."""
    return f"?{column}"


@dataclass(frozen=True, slots=True)
class Matched:
    """Row numbers of both sides by outcome, each in the order of its side.

    `added` and `removed` have id, row and split; `renamed` id, id_new and rows; `edited` and `unchanged` id, rows,
    splits and, for edits, `edit` and a flag for each compared column.
    """

    added: pl.DataFrame
    removed: pl.DataFrame
    renamed: pl.DataFrame
    edited: pl.DataFrame
    unchanged: pl.DataFrame


def match(old: pl.DataFrame, new: pl.DataFrame, compared: Sequence[str], furniture: pl.Series) -> Matched:
    """Match the documents of two frames of keys.

    `compared` are the columns, besides the body, that both have in one type; `furniture` the ids of documents whose
    blocks differ. A removed and an added document with the same body are one renamed document.
    """
    both = old.join(new, on=ID, how="inner", suffix=_NEW, maintain_order="right")
    added = new.join(old, on=ID, how="anti", maintain_order="left")
    removed = old.join(new, on=ID, how="anti", maintain_order="left")
    renamed = _renamed(removed, added, compared)
    edited = both.select(
        ID, ROW, f"{ROW}{_NEW}", SPLIT, f"{SPLIT}{_NEW}",
        *(_differs(name).alias(flag(name)) for name in (BODY, *compared)),
        pl.col(ID).is_in(furniture.implode()).alias(_FURNITURE),
    ).with_columns(edit=_edit(compared))  # fmt: skip
    return Matched(
        added=added.join(renamed, left_on=ID, right_on=f"{ID}{_NEW}", how="anti", maintain_order="left"),
        removed=removed.join(renamed, on=ID, how="anti", maintain_order="left"),
        renamed=renamed,
        edited=edited.filter(pl.col("edit").is_not_null()),
        unchanged=edited.filter(pl.col("edit").is_null()),
    )


def _differs(name: str) -> pl.Expr:
    is_other = pl.col(hashed(name)) != pl.col(f"{hashed(name)}{_NEW}")
    return is_other | (pl.col(CHARS) != pl.col(f"{CHARS}{_NEW}")) if name == BODY else is_other


def _edit(compared: Sequence[str]) -> pl.Expr:
    said = [flag(name) for name in compared if name not in ORIGIN]
    origin = [flag(name) for name in compared if name in ORIGIN]
    return (
        pl.when(pl.col(flag(BODY))).then(pl.lit("body"))
        .when(pl.any_horizontal(pl.lit(value=False), *said)).then(pl.lit("metadata"))
        .when(pl.col(_FURNITURE)).then(pl.lit("boilerplate"))
        .when(pl.any_horizontal(pl.lit(value=False), *origin)).then(pl.lit("bytes"))
    )  # fmt: skip


def _renamed(removed: pl.DataFrame, added: pl.DataFrame, compared: Sequence[str]) -> pl.DataFrame:
    """Return id, id_new and rows of documents that reappeared under another id.

    Documents equal in all columns are paired first, then those with equal bodies; ties in order.
    """
    content = [hashed(BODY), CHARS]
    everything = [*content, *(hashed(name) for name in compared)]
    found = _paired(removed, added, everything)
    left = removed.join(found, on=ID, how="anti", maintain_order="left").filter(pl.col(CHARS) > 0)
    come = added.join(found, left_on=ID, right_on=f"{ID}{_NEW}", how="anti", maintain_order="left")
    return pl.concat([found, _paired(left, come, content)]).sort(f"{ROW}{_NEW}")


def _paired(removed: pl.DataFrame, added: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    nth = pl.int_range(pl.len()).over(by).alias(_NTH)
    here, there = (frame.select(ID, ROW, *by).with_columns(nth) for frame in (removed, added))
    pairs = here.join(there, on=[*by, _NTH], how="inner", suffix=_NEW)
    return pairs.select(ID, f"{ID}{_NEW}", ROW, f"{ROW}{_NEW}")
