"""Which blocks are boilerplate, and in a sentence why: the score, and the few rules that overrule it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.context.teasers import is_leftover, is_teaser
from audit.parser.blocks.furnished import claims, furnished, grounded
from audit.parser.blocks.reader_notices import is_notice, notice_named
from audit.parser.blocks.score import score
from audit.parser.blocks.signals import REPEATED
from audit.parser.tables.line_cues import CUES
from audit.parser.tables.reader_notices import NOTICES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.models.forest import Forest

# A rule that needs no weighing moves the score at least (at most) here; a rule of place to just one side of the half.
SURE: Final = 0.98
HALF: Final = 0.5
PLACED: Final = 0.45
_SURE_CUES: Final = tuple(i for i, c in enumerate(CUES) if c.sure)
_FURNITURE: Final = tuple(i for i, c in enumerate(CUES) if c.furniture)
_RELATED: Final = tuple(i for i, c in enumerate(CUES) if c.kind == "related_heading")
_HEADER: Final = tuple(i for i, c in enumerate(CUES) if c.kind in ("byline", "date"))
# Of a text of so few blocks every line may be its headline.
_FEW_BLOCKS: Final = 12
# A line that stands so often in a text without furniture is a refrain, and no headline.
_REFRAIN: Final = 3
# A line of so many Han characters or kana with fewer marks than one in so many is no prose, if the page's other lines
# have them.
_UNBROKEN, _MARK_EVERY = 120, 60
# What so many tenths of so many other documents of a source hold, that are no versions of this one, is their template.
_TENTHS, _MANY = 9, 7
# Letters of a short paragraph, and of an article so short that the model, made for pages, doubts its ends and headings
# too much; and up to which score it is overruled there. (On the labelled pages these rules change no measure.)
_PARAGRAPH, _SHORT_ARTICLE, _HALF_DOUBTED = 50, 1500, 0.8
# Letters from which a sentence is one by every look. (Of those that the model doubts by half right below a paragraph,
# 26 of 37 on pages that it had not seen were the article's.)
_SENTENCE: Final = 100
# Letters of a sentence that closes an article, right above what says that it is furniture. (Of those that the model
# doubts on pages that it had not seen, 4 of 6 were the article's; with four lines of furniture on a page, nearly all.)
_CLOSING: Final = 80
# Where the model leaves less than this (letters) of a page, what stands right below its date or byline is its body,
# unless the model is surer than this, or more lines than this are dated: a list of articles.
_NEXT_TO_NOTHING, _DOUBTED, _DATED_MOST = 150, 0.9, 3
# How somebody's words begin, and how they end.
_OPENED, _CLOSED = '^["“„«»「『‘]', '["”“»«」』’]$|[.!?。！？]["”“»«」』’]?.{0,40}[.。!！]$'
# Prompts that may stand between.
_PROMPTS: Final = 2


def decide(lines: pl.DataFrame, model: Forest) -> pl.DataFrame:
    """Return `lines` with score (0 content … 1 boilerplate), boilerplate, reason, `unbroken` and `odd`.

    `lines` may have the columns of audit.parser.templates.template_lines.repeat_columns; without them each document is
    judged by itself.
    """
    lines = lines.with_columns(pl.lit(0, pl.Int64).alias(name) for name in REPEATED if name not in lines.columns)
    table = pl.concat([lines, score(lines, model)], how="horizontal").with_columns(noticed=is_notice())
    table = table.with_columns(claimed=claims())
    table = table.with_columns(furnished=furnished())
    table = table.with_columns(sure=_is(_SURE_CUES), teaser=is_teaser(), unbroken=_is_unbroken())
    forced = pl.col("sure") | pl.col("noticed") | pl.col("teaser") | pl.col("unbroken") | _is_template()
    high = pl.when(forced).then(pl.max_horizontal(pl.col("score"), pl.lit(SURE)))
    table = table.with_columns(score=pl.coalesce(high, pl.col("score")).cast(pl.Float32))
    table = _on_grounds(table)
    table = table.with_columns(placed=pl.Series(_is_placed(table), dtype=pl.Boolean))
    table = table.with_columns(said=_is_said(table))
    table = table.with_columns(continued=_is_continued(), framed=_is_framed(), spoken=_is_spoken())
    placed = pl.when(pl.any_horizontal("placed", "continued", "framed", "spoken")).then(pl.lit(PLACED, pl.Float32))
    spared = pl.when(pl.col("merged") & ~_is_content()).then(pl.lit(PLACED, pl.Float32))
    table = table.with_columns(score=pl.coalesce(placed, spared, "score"))
    table = table.with_columns(leftover=is_leftover(HALF))
    table = table.with_columns(score=pl.when("leftover").then(pl.lit(HALF, pl.Float32)).otherwise("score"))
    return table.with_columns(boilerplate=pl.col("score") >= HALF).with_columns(reason=_reason())


def _is(cues: tuple[int, ...]) -> pl.Expr:
    return pl.col("cue").is_in(cues).fill_null(value=False)


def _on_grounds(table: pl.DataFrame) -> pl.DataFrame:
    """Return the blocks with those kept that nothing speaks against but their look: they are `plain`.

    Those of them that look like furniture, or return like a refrain, are `odd`: no headline is looked for there.
    """
    table = table.with_columns(plain=~grounded(table, HALF))
    bare = ~pl.col("claimed").any().over("document") & (pl.col("weight") > 0)
    few = bare & (pl.len().over("document") <= _FEW_BLOCKS)
    refrain = pl.col("times") >= _REFRAIN
    table = table.with_columns(
        odd=((pl.col("plain") & ((pl.col("score") >= HALF) | refrain)) | pl.col("spared")) & ~few
    )
    most = pl.when(bare).then(pl.lit(1 - SURE)).otherwise(pl.lit(PLACED))
    kept = pl.when(pl.col("plain")).then(pl.min_horizontal("score", most)).otherwise("score")
    unsure = pl.col("sure") & ~pl.col("plain")
    return table.with_columns(score=kept.cast(pl.Float32), sure=unsure, unbroken=pl.col("unbroken") & ~pl.col("plain"))


def _is_template() -> pl.Expr:
    told = 10 * pl.col("repeats_paired") >= _TENTHS * pl.col("siblings")
    return told & (pl.col("siblings") >= _MANY)


def _is_unbroken() -> pl.Expr:
    marks, wide = pl.col("stops") + pl.col("pauses") + pl.col("space") + pl.col("bars"), pl.col("wide")
    bare = (wide >= _UNBROKEN) & (marks * _MARK_EVERY < wide)
    others_marks, others_wide = (pl.when(bare).then(0).otherwise(e).sum().over("document") for e in (marks, wide))
    return bare & (others_marks * _MARK_EVERY > 2 * others_wide) & (others_wide > 0)


def _is_continued() -> pl.Expr:
    """Whether a doubted block goes on where the paragraph above it stopped: with a sentence, or as a text's end."""
    prose = pl.col("cue").is_null() & ~pl.col("noticed") & ~pl.col("twin") & (pl.col("weight") >= _PARAGRAPH)
    follows = (_is_content() & prose).shift(1).over("document").fill_null(value=False)
    ends = pl.int_range(pl.len()).over("document") == pl.len().over("document") - 1
    cut_off = ends & (pl.col("pauses") > 0) & (pl.col("score") < _DOUBTED)
    long = pl.col("weight") >= _SENTENCE
    whole = pl.col("sentence") & (long | _is_short_article()) & (pl.col("score") < _HALF_DOUBTED)
    # The last paragraph of an article right above its furniture.
    closed = ends | pl.col("claimed").shift(-1).over("document").fill_null(value=False)
    others = _is(_RELATED).cast(pl.Int32).cum_sum().over("document") > 0
    closing = pl.col("sentence") & closed & ~others & (pl.col("weight") >= _CLOSING)
    return prose & follows & ~_is_content() & (cut_off | whole | closing)


def _is_framed() -> pl.Expr:
    """Whether a doubted line stands alone between two paragraphs, as headings do."""
    running = (pl.col("weight") >= _PARAGRAPH) | pl.col("sentence")
    paragraph = pl.when(_is_content() & running).then(pl.lit(value=True))
    # What stands between paragraphs and says itself that it is furniture (Advertisement) hides no frame.
    seen = pl.when(~_is(_FURNITURE) & ~pl.col("noticed")).then(paragraph.otherwise(pl.lit(value=False)))
    above = seen.forward_fill().shift(1).over("document").fill_null(value=False)
    below = seen.backward_fill().shift(-1).over("document").fill_null(value=False)
    alone = pl.col("cue").is_null() & ~pl.col("noticed") & ~pl.col("twin") & ~_is_content()
    alone &= pl.col("score") < _HALF_DOUBTED
    return alone & above & below & ((pl.col("wide") > 0) | _is_short_article())


def _is_spoken() -> pl.Expr:
    """Whether a doubted line is somebody's words between paragraphs, alone or in a dialogue."""
    paragraph = _is_content() & ((pl.col("weight") >= _PARAGRAPH) | pl.col("sentence"))
    seen = pl.when(~pl.col("said") | paragraph).then(paragraph)
    above = seen.forward_fill().shift(1).over("document").fill_null(value=False)
    below = seen.backward_fill().shift(-1).over("document").fill_null(value=False)
    return pl.col("said") & ~_is_content() & above & (below | (pl.col("score") < _HALF_DOUBTED))


def _is_said(table: pl.DataFrame) -> pl.Series:
    """Return which doubted blocks are somebody's words, in quotation marks."""
    said, doubted = np.zeros(len(table), np.bool_), ~_is_content() & pl.col("text").str.contains(_OPENED)
    doubted &= pl.col("cue").is_null() & ~pl.col("noticed") & ~pl.col("twin")
    rows = np.flatnonzero(table.select(doubted).to_series())
    said[rows] = table["text"].gather(rows).str.contains(_CLOSED).to_numpy()
    return pl.Series(said)


def _is_content() -> pl.Expr:
    return pl.col("score") < HALF


def _is_short_article() -> pl.Expr:
    return pl.when(_is_content()).then("weight").otherwise(0.0).sum().over("document") < _SHORT_ARTICLE


def _is_placed(table: pl.DataFrame) -> NDArray[np.bool_]:
    """Return which blocks are the body of a page of which the model leaves next to nothing."""
    placed = np.zeros(len(table), bool)
    weight = pl.when(pl.col("score") < HALF).then("weight").otherwise(0.0).sum().over("document")
    poor = table.with_row_index("row").filter(weight < _NEXT_TO_NOTHING)
    told = (_is(_HEADER) | pl.col("dated")).alias("told")
    poor = poor.select(
        "row", "document", "score", "sentence", told, closed=_is(_FURNITURE) | (pl.col("score") >= _DOUBTED)
    )
    for _, page in poor.group_by("document", maintain_order=True):
        rows, at = page["row"].to_numpy(), np.flatnonzero(page["told"].to_numpy())
        if 0 < len(at) <= _DATED_MOST:
            below = page["closed"].to_numpy() | page["told"].to_numpy()
            start = at[0] + 1
            # A prompt to share may stand between, when a sentence follows.
            while start < len(below) - 1 and below[start] and start - at[0] <= _PROMPTS:
                start += 1
            start = start if start < len(below) and page["sentence"][int(start)] else at[0] + 1
            end = start + int(np.argmax(below[start:])) if below[start:].any() else len(below)
            placed[rows[start:end]] = True
    return placed


def _reason() -> pl.Expr:
    labels = pl.col("cue").replace_strict(
        {i: c.label for i, c in enumerate(CUES)}, return_dtype=pl.String, default=None
    )
    cued = pl.format("{}: {}", labels, pl.col("seen"))
    shared = pl.col("boilerplate") & (pl.col("repeats_paired") > 0)
    others = (
        pl.when(pl.max_horizontal("repeats", "repeats_paired") == 1)
        .then(pl.lit("document"))
        .otherwise(pl.lit("documents"))
    )
    return (
        pl.when(pl.col("sure") | (pl.col("boilerplate") & pl.col("cue").is_not_null()))
        .then(cued)
        .when(pl.col("noticed") & pl.col("boilerplate"))
        .then(
            pl.format("{}: it speaks to readers of the page itself", notice_named([notice.label for notice in NOTICES]))
        )
        .when(shared)
        .then(pl.format("stands in {} other {} of its source", pl.max_horizontal("repeats", "repeats_paired"), others))
        .when(pl.col("teaser"))
        .then(pl.lit("cut-off line below a heading of other articles"))
        .when(pl.col("unbroken"))
        .then(pl.lit("a list run together: a long line without marks, on a page with many"))
        .when(pl.col("plain"))
        .then(pl.lit("no page furniture around it"))
        .when(pl.col("leftover"))
        .then(pl.lit("a line or two among furniture, half believed: no article"))
        .when(pl.col("merged"))
        .then(pl.lit("an article's sentences, run together with what stood around them"))
        .when(pl.col("continued"))
        .then(pl.lit("goes on from the paragraph above"))
        .when(pl.col("spoken"))
        .then(pl.lit("somebody's words between paragraphs"))
        .when(pl.col("framed"))
        .then(pl.lit("a short line between two paragraphs"))
        .when(pl.col("placed"))
        .then(pl.lit("right below the date or byline of a page without other text"))
        .when(pl.col("boilerplate"))
        .then(pl.coalesce("against", pl.lit("among boilerplate")))
        .otherwise(pl.coalesce("for", pl.lit("among content")))
    )
