"""Sentences in which a page speaks to its readers about itself: consent, subscriptions, apps, accounts, commissions.

They end like sentences and are as long as paragraphs; an article on the same matter says the same words. What tells
them apart is who speaks to whom (audit.parser.tables.reader_notices). Speech in quotation marks is somebody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import polars as pl

from audit.parser.tables.reader_notices import ADDRESS, NOTICES, SELF

# No notice has more characters than this; of more, an article only mentions one.
_LONGEST: Final = 1200
# What stands beside a notice has at most as many letters as a short paragraph.
_BESIDE: Final = 220
# Letters of a word that says anything, and how many blocks away a notice is beside.
_SHORTEST, _REACH = 4, 2
# Somebody's words.
_SAID: Final = r"^[\"«»「『„“‘'(]"
_WORDS: Final = tuple(sorted({word for notice in NOTICES for word in (*notice.matter, *notice.beside)}))
NONE: Final = -1


def notice_columns(table: pl.DataFrame) -> dict[str, pl.Series]:
    """Return for each block which notice it is (`notice`), and which it would be beside one (`hint`); NONE of none.

    `table` has the columns folded, chars and weight; numbers are those of NOTICES.
    """
    columns = {name: np.full(len(table), NONE, np.int8) for name in ("notice", "hint")}
    rows = np.flatnonzero(table.select((pl.col("chars") <= _LONGEST) & (pl.col("weight") >= _SHORTEST)).to_series())
    rows = rows[table["folded"].gather(rows).str.contains_any(list(_WORDS)).to_numpy()]
    said = table.select("folded", "weight")[rows].select(_said())
    for name, found in columns.items():
        found[rows] = said[name].to_numpy()
    return {name: pl.Series(found) for name, found in columns.items()}


def _said() -> tuple[pl.Expr, pl.Expr]:
    """Return which notice a line is, and which it would be beside one."""
    line, short = pl.col("folded"), pl.col("weight") <= _BESIDE
    speech = line.str.contains(_SAID)
    ours, yours = line.str.contains_any(list(SELF)), line.str.contains_any(list(ADDRESS))
    notice = hint = pl.lit(NONE)
    for number, kind in reversed(list(enumerate(NOTICES))):
        alone = line.str.contains("|".join(f"(?:{pattern})" for pattern in kind.alone))
        told = alone | (ours & yours) if kind.addressed else alone
        about = line.str.contains_any(list(kind.matter))
        notice = pl.when(about & told & ~speech).then(pl.lit(number)).otherwise(notice)
        beside = short & ~speech & line.str.contains(_begun(kind.beside))
        hint = pl.when(beside).then(pl.lit(number)).otherwise(hint)
    return notice.cast(pl.Int8).alias("notice"), hint.cast(pl.Int8).alias("hint")


def _begun(words: Sequence[str]) -> str:
    """Return a regular expression for the beginnings of words; for none, one that nothing matches."""
    return rf"(?:^|[^\p{{Latin}}\p{{Cyrillic}}])(?:{'|'.join(words)})" if words else r"[^\s\S]"


def is_notice() -> pl.Expr:
    """Return which blocks are a notice, or stand beside one and say something that belongs to it."""
    own, hint = pl.col("notice"), pl.col("hint")
    near = ((own.shift(n).over("document") == hint).fill_null(value=False) for n in range(-_REACH, _REACH + 1) if n)
    return (own != NONE) | ((hint != NONE) & pl.any_horizontal(near))


def notice_named(names: Sequence[str]) -> pl.Expr:
    """Return the name of the notice that a block is or stands beside, of one name for each kind; null of none."""
    told = pl.when(pl.col("notice") != NONE).then("notice").otherwise("hint")
    return told.replace_strict(dict(enumerate(names)), return_dtype=pl.String, default=None)
