"""Matching of documents between two sides: added, removed, renamed, edited, or unchanged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import polars as pl

from audit.differences.keys import BODY, CHARS, ID, ORIGIN, ROW, hashed
from audit.differences.records import KEY, NEW, paired
from audit.differences.snapshot import SPLIT

Edit = Literal["body", "metadata", "boilerplate", "bytes"]
# Most severe first: a document edited in several ways counts under the first.
EDITS: Final[tuple[Edit, ...]] = ("body", "metadata", "boilerplate", "bytes")
_FURNITURE: Final = "furniture"


def flag(column: str) -> str:
    """Return the name of the column that flags an edit; no dataset column has such a name."""
    return f"?{column}"


@dataclass(frozen=True, slots=True)
class Matched:
    """Row numbers of both sides by outcome, each in the order of its side.

    `added` and `removed` have id, row and split; `renamed` ids and rows; `edited` and `unchanged` ids, rows, splits
    and, of what was edited, `edit` and a flag for each of the columns that were compared.
    """

    added: pl.DataFrame
    removed: pl.DataFrame
    renamed: pl.DataFrame
    edited: pl.DataFrame
    unchanged: pl.DataFrame


def match(old: pl.DataFrame, new: pl.DataFrame, compared: Sequence[str], furniture: pl.Series) -> Matched:
    """Match the documents of two frames of keys.

    `old` has KEY, the new id of each document. `compared` are the columns, other than the body, that both have in one
    type; `furniture` are the new ids of documents whose blocks differ. A document is renamed if its id is on one side
    only and its body on the other side only, or if it is a record whose number alone changed.
    """
    both = old.join(new, left_on=KEY, right_on=ID, how="inner", suffix=NEW, maintain_order="right")
    added = new.join(old, left_on=ID, right_on=KEY, how="anti", maintain_order="left")
    removed = old.join(new, left_on=KEY, right_on=ID, how="anti", maintain_order="left")
    renamed = _renamed(removed, added, compared)
    edited = both.select(
        ID, pl.col(KEY).alias(f"{ID}{NEW}"), ROW, f"{ROW}{NEW}", SPLIT, f"{SPLIT}{NEW}",
        *(_differs(name).alias(flag(name)) for name in (BODY, *compared)),
        pl.col(KEY).is_in(furniture.implode()).alias(_FURNITURE),
    ).with_columns(edit=_edit(compared))  # fmt: skip
    same, is_moved = edited.filter(pl.col("edit").is_null()), pl.col(ID) != pl.col(f"{ID}{NEW}")
    moved = same.filter(is_moved).select(renamed.columns)
    return Matched(
        added=added.join(renamed, left_on=ID, right_on=f"{ID}{NEW}", how="anti", maintain_order="left"),
        removed=removed.join(renamed, on=ID, how="anti", maintain_order="left"),
        renamed=pl.concat([renamed, moved]).sort(f"{ROW}{NEW}"),
        edited=edited.filter(pl.col("edit").is_not_null()),
        unchanged=same.filter(~is_moved),
    )


def _differs(name: str) -> pl.Expr:
    is_other = pl.col(hashed(name)) != pl.col(f"{hashed(name)}{NEW}")
    return is_other | (pl.col(CHARS) != pl.col(f"{CHARS}{NEW}")) if name == BODY else is_other


def _edit(compared: Sequence[str]) -> pl.Expr:
    flags = [flag(name) for name in compared if name not in ORIGIN]
    origin = [flag(name) for name in compared if name in ORIGIN]
    return (
        pl.when(pl.col(flag(BODY))).then(pl.lit("body"))
        .when(pl.any_horizontal(pl.lit(value=False), *flags)).then(pl.lit("metadata"))
        .when(pl.col(_FURNITURE)).then(pl.lit("boilerplate"))
        .when(pl.any_horizontal(pl.lit(value=False), *origin)).then(pl.lit("bytes"))
    )  # fmt: skip


def _renamed(removed: pl.DataFrame, added: pl.DataFrame, compared: Sequence[str]) -> pl.DataFrame:
    """Return id, id_new and rows of documents that reappeared under another id.

    Documents equal in all columns are paired first, then those with equal bodies; ties in order.
    """
    content = [hashed(BODY), CHARS]
    everything = [*content, *(hashed(name) for name in compared)]
    found = paired(removed, added, everything)
    left = removed.join(found, on=ID, how="anti", maintain_order="left").filter(pl.col(CHARS) > 0)
    come = added.join(found, left_on=ID, right_on=f"{ID}{NEW}", how="anti", maintain_order="left")
    return pl.concat([found, paired(left, come, content)]).sort(f"{ROW}{NEW}")
