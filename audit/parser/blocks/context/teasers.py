"""Teasers: lines that announce other articles, below a heading of such, or on a page that is a list of them."""

from __future__ import annotations

from typing import Final

import polars as pl

from audit.parser.tables.line_cues import CUES

_RELATED: Final = tuple(i for i, c in enumerate(CUES) if c.kind == "related_heading")
# Lines that close with a cut-off below a heading of other articles are teasers, when there are this many of them, and
# half of the paragraphs there close so: in an article with a link to another, only speech trails off.
_TEASERS: Final = 3
_CUT_OFF: Final = r"(\.\.\.|…)$"
_PARAGRAPH: Final = 50
# A page with furniture of which at most so many lines are left, of fewer letters than this together and than that each,
# among so many dropped ones.
_FEWEST, _LETTERS, _SENTENCE, _SEA = 2, 150, 100, 10
# No line is believed that scores no lower than this; with more days than that, or lines that stand there again (the
# name of a section), the page is a list.
_BELIEVED, _LISTED = 0.2, 3
# Digits and code points of a day with nothing beside it. (A year alone may be an entry of a chronicle.)
_DIGITS, _DAY_ALONE = 5, 28
# A list has a day for so many of its headlines.
_DAY_FOR: Final = 3
# A headline may ask or call, and has no full stop.
_STOPPED: Final = r"[.。।][\"'”’»」』）)]*$"
_CUT: Final = r"(\.\.|…)$"


def is_teaser() -> pl.Expr:
    """Return which blocks are cut off below a heading of other articles, beside others that are."""
    heading = pl.col("cue").is_in(_RELATED).fill_null(value=False).cast(pl.Int32)
    below = (heading.cum_sum().over("document") - heading) > 0
    cut = below & pl.col("tail").str.contains(_CUT_OFF)
    long = below & (pl.col("weight") >= _PARAGRAPH)
    several = cut.sum().over("document") >= _TEASERS
    return cut & several & ((cut & long).sum().over("document") * 2 >= long.sum().over("document"))


def day_alone() -> pl.Expr:
    """Return which blocks are a day, with its year, and nothing else."""
    return pl.col("dated") & (pl.col("digit") >= _DIGITS) & (pl.col("chars") <= _DAY_ALONE)


def is_leftover(half: float) -> pl.Expr:
    """Return which blocks are all that is left of a page of furniture, half believed and like headlines.

    They are one or two, or, with their days, a list of articles that stand elsewhere. What stands where a body does
    (below a day or byline, between paragraphs) is none, nor are sentences, unless one or two of a list are left. The
    score is that of boilerplate from `half` on.
    """
    kept = pl.col("score") < half
    letters, lines = pl.when(kept).then("weight").otherwise(0.0), kept.sum().over("document")
    few = (lines <= _FEWEST) & (letters.sum().over("document") < _LETTERS)
    short = letters.max().over("document") < _SENTENCE
    sea = ((~kept).sum().over("document") >= _SEA) & pl.col("furnished")
    stopped = (pl.col("tail").str.contains(_STOPPED) & ~pl.col("tail").str.contains(_CUT)) | (pl.col("stops") > 1)
    days = day_alone().sum().over("document")
    listed = pl.max_horizontal(days, pl.col("twin").sum().over("document")) > _LISTED
    headlines = (days > _LISTED) & (days * _DAY_FOR >= lines) & ~(kept & pl.col("sentence")).any().over("document")
    believed = pl.col("score") < _BELIEVED
    placed = pl.any_horizontal("placed", "merged", "continued", "framed", "spoken")
    own = kept & (believed | placed | (stopped & ~listed))
    return kept & (few | headlines) & short & sea & ~own.any().over("document")
