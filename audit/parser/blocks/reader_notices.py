"""Sentences in which a page speaks to its readers about itself: consent, subscriptions, apps, accounts, commissions.

They end like sentences and are as long as paragraphs; an article on the same matter says the same words. What tells
them apart is who speaks to whom (audit.parser.tables.reader_notices). Speech in quotation marks is somebody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.tables.reader_notices import ADDRESS, NOTICES, SELF, ReaderNotice

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Rows

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
    found = {name: np.full(len(table), NONE, np.int8) for name in ("notice", "hint")}
    rows = np.flatnonzero(table.select((pl.col("chars") <= _LONGEST) & (pl.col("weight") >= _SHORTEST)).to_series())
    lines = table["folded"].gather(rows)
    held = np.flatnonzero(lines.str.contains_any(list(_WORDS)).to_numpy())
    rows, lines = rows[held], lines.gather(held)
    said = ~lines.str.contains(_SAID).to_numpy()
    short = said & (table["weight"].gather(rows) <= _BESIDE).to_numpy()
    for number, kind in reversed(list(enumerate(NOTICES))):
        found["notice"][rows[_told(lines, said, kind)]] = number
        found["hint"][rows[_holding(lines, short, kind.beside, _begun(kind.beside))]] = number
    return {name: pl.Series(numbers) for name, numbers in found.items()}


def _told(lines: pl.Series, said: NDArray[np.bool_], kind: ReaderNotice) -> NDArray[np.int64]:
    """Return which of the lines are a notice of this kind."""
    about = np.flatnonzero(said & lines.str.contains_any(list(kind.matter)).to_numpy())
    looked = lines.gather(about)
    told = looked.str.contains("|".join(f"(?:{pattern})" for pattern in kind.alone))
    if kind.addressed:
        told |= looked.str.contains_any(list(SELF)) & looked.str.contains_any(list(ADDRESS))
    found: NDArray[np.int64] = about[told.to_numpy()]
    return found


def _holding(lines: pl.Series, chosen: NDArray[np.bool_], words: Sequence[str], pattern: str) -> NDArray[np.int64]:
    """Return which of the chosen lines hold a word, and what a pattern says of it."""
    if not words:
        return np.zeros(0, np.int64)
    rows = np.flatnonzero(chosen & lines.str.contains_any(list(words)).to_numpy())
    found: NDArray[np.int64] = rows[lines.gather(rows).str.contains(pattern).to_numpy()]
    return found


def _begun(words: Sequence[str]) -> str:
    """Return a regular expression for words that begin so."""
    return rf"(?:^|[^\p{{Latin}}\p{{Cyrillic}}])(?:{'|'.join(words)})"


def is_notice(rows: Rows) -> NDArray[np.bool_]:
    """Return which blocks are a notice, or stand beside one and say something that belongs to it."""
    own, hint = rows["notice"], rows["hint"]
    found: NDArray[np.bool_] = own != NONE
    hinted = hint != NONE
    for steps in range(-_REACH, _REACH + 1) if hinted.any() else ():
        found |= hinted & (rows.documents.shifted(own, steps, NONE) == hint)
    return found


def named(rows: Rows) -> NDArray[np.int8]:
    """Return the number of the notice that a block is or stands beside; NONE of none."""
    own, hint = rows["notice"], rows["hint"]
    return np.where(own != NONE, own, hint)
