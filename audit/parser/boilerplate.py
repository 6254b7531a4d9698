"""Which blocks are boilerplate, and in a sentence why: the score, and the few rules that overrule it."""

from __future__ import annotations

from typing import Final

import polars as pl

from audit.parser.cues import CUES
from audit.parser.score import score
from audit.text.punctuation import SENTENCE_END

# A rule that needs no weighing moves the score at least (at most) here.
SURE: Final = 0.98
HALF: Final = 0.5
FRAMED_SCORE: Final = 0.45
_SURE_CUES: Final = tuple(i for i, c in enumerate(CUES) if c.sure)
_FURNITURE: Final = tuple(i for i, c in enumerate(CUES) if c.furniture)
_RELATED: Final = tuple(i for i, c in enumerate(CUES) if c.kind == "related_heading")
# A plain text (a review, a message, a headline) is not weighed as a page is: up to this many blocks, no furniture.
_PLAIN_BLOCKS: Final = 12
# A line without a cue that stands alone between two paragraphs is a heading more often than not, unless the score is
# surer than this (5,300 such lines of labelled pages: 86 % content below one half, 60 % up to here, a third above).
_FRAMED: Final = 0.8
# Score and weight of a block that can frame, a paragraph beyond doubt, and the weight of both together.
_FRAME_SCORE, _FRAME_WEIGHT, _FRAME_WEIGHTS = 0.3, 25, 120
# Lines that close with a cut-off below a heading of other articles are teasers, when there are this many of them.
_TEASERS: Final = 3
_CUT_OFF: Final = r"(\.\.\.|…)$"


def decide(lines: pl.DataFrame) -> pl.DataFrame:
    """Return `lines` with score (0 content … 1 boilerplate), boilerplate, reason and sentence (it ends like one)."""
    table = pl.concat([lines, score(lines)], how="horizontal")
    table = table.with_columns(
        sure=_is(_SURE_CUES),
        plain=_is_plain(),
        teaser=_is_teaser(),
        framed=_is_framed(),
        sentence=pl.col("tail").str.contains(SENTENCE_END),
    )
    forced = pl.col("sure") | pl.col("teaser")
    high = pl.when(forced).then(pl.max_horizontal(pl.col("score"), pl.lit(SURE)))
    low = pl.when(pl.col("plain")).then(pl.min_horizontal(pl.col("score"), pl.lit(1 - SURE)))
    framed = pl.when(pl.col("framed")).then(pl.min_horizontal(pl.col("score"), pl.lit(FRAMED_SCORE)))
    table = table.with_columns(score=pl.coalesce(high, low, framed, pl.col("score")).cast(pl.Float32))
    return table.with_columns(boilerplate=pl.col("score") >= HALF).with_columns(reason=_reason())


def _is(cues: tuple[int, ...]) -> pl.Expr:
    return pl.col("cue").is_in(cues).fill_null(value=False)


def _is_plain() -> pl.Expr:
    few = pl.len().over("document") <= _PLAIN_BLOCKS
    return few & ~_is(_FURNITURE).any().over("document") & (pl.col("weight") > 0)


def _is_framed() -> pl.Expr:
    paragraph = (pl.col("score") < _FRAME_SCORE) & (pl.col("weight") >= _FRAME_WEIGHT)
    mass = pl.when(paragraph).then(pl.col("weight")).otherwise(0.0)
    # What stands between paragraphs and says itself that it is furniture (Advertisement) hides no frame.
    seen = pl.when(~_is(_FURNITURE)).then(mass)
    above = seen.forward_fill().shift(1).over("document").fill_null(0.0)
    below = seen.backward_fill().shift(-1).over("document").fill_null(0.0)
    alone = pl.col("cue").is_null() & ~pl.col("twin") & pl.col("score").is_between(HALF, _FRAMED)
    return alone & (pl.min_horizontal(above, below) > 0) & (above + below >= _FRAME_WEIGHTS)


def _is_teaser() -> pl.Expr:
    heading = _is(_RELATED).cast(pl.Int32)
    cut = ((heading.cum_sum().over("document") - heading) > 0) & pl.col("tail").str.contains(_CUT_OFF)
    return cut & (cut.sum().over("document") >= _TEASERS)


def _reason() -> pl.Expr:
    labels = pl.col("cue").replace_strict(
        {i: c.label for i, c in enumerate(CUES)}, return_dtype=pl.String, default=None
    )
    cued = pl.format("{}: {}", labels, pl.col("seen"))
    return (
        pl.when(pl.col("sure") | (pl.col("boilerplate") & pl.col("cue").is_not_null()))
        .then(cued)
        .when(pl.col("teaser"))
        .then(pl.lit("cut-off line below a heading of other articles"))
        .when(pl.col("plain"))
        .then(pl.lit("plain text: a few blocks, no page furniture"))
        .when(pl.col("framed"))
        .then(pl.lit("a short line between two paragraphs"))
        .when(pl.col("boilerplate"))
        .then(pl.coalesce("against", pl.lit("among boilerplate")))
        .otherwise(pl.coalesce("for", pl.lit("among content")))
    )
