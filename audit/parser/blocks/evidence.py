"""What speaks for and against a block being part of the article, and how strongly: a table to read and to argue with.

Points are tenths of a natural logarithm of odds, fitted by tests/derive/derive_points.py on labelled pages (published
corpora of news pages in three text renderings) and rounded: +10 makes content 2.7 times as likely. They are one signal
of the forest that decides (audit.parser.models.forest), and the words in which its decisions are told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from audit.parser.tables.line_cues import CUES, LONGEST_CUED

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class BlockEvidence:
    """Something true of a block; `points` above 0 speak for the article; `said` is how a reason names it."""

    said: str
    holds: pl.Expr
    points: int


def _between(low: float, high: float) -> pl.Expr:
    return (pl.col("weight") >= low) & (pl.col("weight") < high)


def _cued(*, sure: bool | None = None, kinds: tuple[str, ...] = (), furniture: bool = True) -> pl.Expr:
    wanted = [
        i
        for i, c in enumerate(CUES)
        if (sure is None or c.sure == sure) and c.furniture == furniture and (not kinds or c.kind in kinds)
    ]
    return pl.col("cue").is_in(wanted).fill_null(value=False)


_ends = pl.col("sentence")
_wide = pl.col("wide") * 4 > pl.col("weight")
_SEVERAL: Final = 3
# Letters of a full sentence, and of a paragraph.
_FULL, _LONG = 100, 350
_short = pl.col("chars") <= LONGEST_CUED
_dotted = _short & pl.col("folded").str.contains(" [·•・/] ")
_SPECIAL: Final = ("related_heading", "comment", "disclaimer")
_PLAIN_CUES: Final = tuple(sorted({c.kind for c in CUES if c.furniture and not c.sure and c.kind not in _SPECIAL}))

# What a block without any evidence starts with: most lines of a page are furniture.
PRIOR: Final = -8

EVIDENCE: Final = (
    BlockEvidence("a few letters", _between(0, 4), -4),
    BlockEvidence("a word or two", _between(4, 10), -12),
    BlockEvidence("a short line", _between(10, 20), -5),
    BlockEvidence("a line of some words", _between(20, 35), 2),
    BlockEvidence("a paragraph's length", _between(180, _LONG), 7),
    BlockEvidence("a long paragraph's length", pl.col("weight") >= _LONG, 14),
    BlockEvidence("a short line that ends like a sentence", _ends & _between(0, 35), 10),
    BlockEvidence("a line that ends like a sentence", _ends & _between(35, _FULL), 12),
    BlockEvidence("a long line that ends like a sentence", _ends & (pl.col("weight") >= _FULL), 19),
    BlockEvidence("a colon at the end", pl.col("tail").str.contains("[:：]$"), 10),
    BlockEvidence("a cut-off or an arrow at the end", pl.col("tail").str.contains(r"(…|\.\.\.|→|»|>|›)$"), -9),
    BlockEvidence("an opening quotation mark", pl.col("text").str.contains('^[“"„«「『]'), 11),
    BlockEvidence("a line that stands here more than once", pl.col("twin"), -12),
    BlockEvidence("a long line that stands here more than once", pl.col("twin") & (pl.col("weight") >= _FULL), -16),
    BlockEvidence("a pause inside", pl.col("pauses") >= 1, 6),
    BlockEvidence("several pauses inside", pl.col("pauses") >= _SEVERAL, 4),
    BlockEvidence("bars or arrows between items", (pl.col("bars") >= 1) | _dotted, -9),
    BlockEvidence("mostly capitalised words", ~_wide & (pl.col("upper") > 0.6 * (pl.col("space") + 1)), -7),
    BlockEvidence("grammatical words", (pl.col("words") >= _SEVERAL) | (_wide & (pl.col("particles") > 1)), 3),
    BlockEvidence("no grammatical words", _short & (pl.when(_wide).then("particles").otherwise("words") == 0), -2),
    BlockEvidence("mostly digits", pl.col("digit") > 0.3 * (pl.col("weight") + 1), -15),
    BlockEvidence("the words of a notice or prompt", _cued(sure=True), -31),
    BlockEvidence("the words of a label", _cued(sure=False, kinds=_PLAIN_CUES), -21),
    BlockEvidence("the words of a heading of other articles", _cued(kinds=("related_heading",)), -14),
    BlockEvidence("the words of a heading of comments", _cued(kinds=("comment",)), -15),
    BlockEvidence("the words of a disclaimer", _cued(kinds=("disclaimer",)), -28),
    BlockEvidence("the words of a credit, date or byline", _cued(furniture=False), -10),
)  # fmt: skip


def rows() -> Iterator[pl.Expr]:
    """Yield for each piece of evidence the column of its points, 0 where it does not hold."""
    for number, evidence in enumerate(EVIDENCE):
        yield pl.when(evidence.holds).then(evidence.points).otherwise(0).cast(pl.Int32).alias(str(number))
