"""What each block is, once it is known what belongs to the article: all blocks of a batch at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.injected import find_planted
from audit.parser.blocks.reader_notices import notice_named
from audit.parser.tables.line_cues import CUES
from audit.parser.tables.reader_notices import NOTICES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audit.parser.blocks.page import Pages

# Kinds that make up a body.
CONTENT: Final = ("paragraph", "heading", "list_item", "quote")
# Kinds that are the article's own and yet no prose of it.
OWN: Final = ("title", "original_title", "ai_summary")
# Kinds that tell about the article: flagged, because they must not be in its text.
HEADER: Final = ("byline", "date", "source_credit", "image_credit", "caption")
_LISTED: Final = r"^(?:[•·●■◆▶*–-]\s|\(?\d{1,2}[.、)]\s?\D)"
_OPENED: Final = list('"“„«「『‘')
_CLOSED: Final = list('"”“»」』’')
# What a line ends with that goes on.
_OPEN_END: Final = list(",;:，；：、…")
# A heading is shorter than this (letters).
_HEADING: Final = 80
# A number and what was counted; only so much of a line is looked at.
_COUNTER: Final = r"^[\W\d]*\d[\W\d]*(?:k|m|万|千|人|次|条|views?|shares?|comments?|阅读|评论|浏览|跟贴)?\W*$"
_COUNTED: Final = 40
_RUN_TOGETHER: Final = 350
"""Letters from which one line of furniture can only be a list without its line breaks."""
# Kinds of line around which a publisher sets its slogan.
_BANNERS: Final = ("app_banner", "qr_prompt", "site_name")
_SLOGAN_FROM, _SLOGAN_TO = 8, 40
_ENDS_ARTICLE: Final = ("related_heading", "comment")
# Labels that are believed on lines of furniture, and on others that are no sentence.
_TELLING: Final = ("image_credit", "ai_summary", "byline")
# A line of so many letters that closes with who took the picture is its caption.
_CREDIT: Final = 300
_CREDITED: Final = (
    r"(?:^|[\s(,.])(?:(?i:photograph|photos?|picture|image|fotos?|bild|grafik|crédit(?: photo)?|фото)"
    r" ?[:/] ?(?:\p{Lu}[^\s.!?:]{1,30}[ /][^.!?:\n]{1,40}|dpa|afp|epa|ap)|\p{Han}{2,4}\s?[摄攝])\)?$"
)
_CREDITING: Final = ["photo", "foto", "picture", "image", "bild", "grafik", "crédit", "фото", "摄", "攝"]
_BULLETS: Final = "•·●*-"
_IMAGE_NAMES: Final = ("logo", "image", "img", "icon", "avatar", "banner", "图片", "头像")


def find_kinds(batch: Pages, stated: Mapping[int, str]) -> pl.Series:
    """Return the kind of every block; `stated` holds the kinds of the rows that the headers were read from."""
    table = _seen(batch, stated).with_columns(base=_own_kind())
    table = table.with_columns(base=pl.when(_is_site(table)).then(pl.lit("site_name")).otherwise("base"))
    ends = pl.col("base").is_in(_ENDS_ARTICLE) & (pl.col("row") > pl.col("opening")) & pl.col("boilerplate")
    ended = pl.when(ends).then("base").shift(1).forward_fill().over("document")
    kinds = table.with_columns(kind=pl.coalesce("base", _appended(ended), pl.lit("navigation")))
    return _with_summaries(batch, kinds.select(_with_labels()).to_series(), table["cue"])


def _seen(batch: Pages, stated: Mapping[int, str]) -> pl.DataFrame:
    """Return the columns that kinds are told by; a paragraph that also names its reporter stays a paragraph."""
    rows = np.arange(len(batch.lines))
    read = np.full(len(rows), None, object)
    read[list(stated)] = list(stated.values())
    cues = batch.lines["cue"].replace_strict(
        {i: c.kind for i, c in enumerate(CUES)}, return_dtype=pl.String, default=None
    )
    names = ("document", "text", "folded", "weight", "boilerplate", "sentence", "unbroken", "noticed", "notice", "hint")
    table = batch.lines.select(names).with_columns(
        cue=cues,
        row=rows,
        opening=batch.opening[batch.document],
        planted=find_planted(batch, cues),
        credited=_credited(batch) & ~batch.lines["merged"],
        stated=pl.Series(read.tolist(), dtype=pl.String),
    )
    prose = ~pl.col("boilerplate") & pl.col("sentence") & (pl.col("weight") >= _HEADING)
    return table.with_columns(
        stated=pl.when(~(pl.col("stated").is_in(HEADER) & prose).fill_null(value=False)).then("stated")
    )


def _credited(batch: Pages) -> pl.Series:
    """Return which lines close with who took a picture."""
    found = np.zeros(len(batch.lines), np.bool_)
    short = ~batch.flags("sentence") & (batch.weight <= _CREDIT)
    rows = batch.holding(pl.col("folded").str.contains_any(_CREDITING), short)
    found[rows] = batch.lines["text"].gather(rows).str.contains(_CREDITED).to_numpy()
    return pl.Series(found)


def _own_kind() -> pl.Expr:
    """Return what a block says itself that it is; null for furniture that says nothing."""
    told = pl.col("cue").is_in(_TELLING) & (pl.col("boilerplate") | ~pl.col("sentence"))
    long = (pl.col("cue") == "image_credit") & (pl.col("weight") >= _HEADING)
    return (
        pl.when(pl.col("stated").is_not_null())
        .then("stated")
        .when("planted")
        .then(pl.lit("injected_ad"))
        .when(pl.col("noticed") & pl.col("boilerplate") & pl.col("cue").is_null())
        .then(notice_named([notice.kind for notice in NOTICES]))
        .when(pl.col("credited") & pl.col("cue").is_null())
        .then(pl.lit("caption"))
        .when(told)
        .then(pl.when(long).then(pl.lit("caption")).otherwise("cue"))
        .when(~pl.col("boilerplate"))
        .then(_content_kind())
        .when(pl.col("cue") != "related_heading")
        .then("cue")
        .otherwise(_furniture_kind())
    )


def _content_kind() -> pl.Expr:
    text, last = pl.col("text"), pl.col("text").str.tail(1)
    quoted = text.str.head(1).is_in(_OPENED) & last.is_in(_CLOSED) & (text.str.len_chars() > 1)
    followed = ~pl.col("boilerplate").shift(-1).over("document").fill_null(value=True)
    heading = (pl.col("weight") < _HEADING) & followed & ~pl.col("sentence") & ~last.is_in(_OPEN_END)
    return (
        pl.when(text.str.contains(_LISTED))
        .then(pl.lit("list_item"))
        .when(quoted)
        .then(pl.lit("quote"))
        .when(heading)
        .then(pl.lit("heading"))
        .otherwise(pl.lit("paragraph"))
    )


def _furniture_kind() -> pl.Expr:
    line = pl.col("folded")
    path = line.str.contains_any([">", "»"]) & (pl.col("row") < pl.col("opening"))
    return (
        pl.when("unbroken")
        .then(pl.lit("related_list"))
        .when(pl.col("cue") == "related_heading")
        .then(pl.lit("related_heading"))
        .when(line.is_in(_IMAGE_NAMES))
        .then(pl.lit("logo_alt"))
        .when(line.str.head(_COUNTED).str.contains(_COUNTER))
        .then(pl.lit("counter"))
        .when(path)
        .then(pl.lit("breadcrumb"))
    )


def _is_site(table: pl.DataFrame) -> pl.Series:
    """Return which lines of furniture repeat one that the site's name was read from."""
    names = table.filter(pl.col("stated") == "site_name").select("document", "folded").unique()
    found = table.select("row", "document", "folded", "boilerplate").join(names, on=["document", "folded"], how="semi")
    rows = found.filter("boilerplate")["row"].to_numpy()
    is_site = np.zeros(len(table), np.bool_)
    is_site[rows] = True
    return pl.Series(is_site)


def _appended(ended: pl.Expr) -> pl.Expr:
    """Return what furniture below a heading of other articles or of comments is."""
    items = pl.when(pl.col("weight") >= _RUN_TOGETHER).then(pl.lit("related_list")).otherwise(pl.lit("related_item"))
    return pl.when(ended == "comment").then(pl.lit("comment")).when(ended.is_not_null()).then(items)


def _with_labels() -> pl.Expr:
    """Return the kinds with slogans (beside a banner) and account names (between headline and date) told."""
    above, below = (pl.col("kind").shift(n).over("document").fill_null("") for n in (1, -1))
    weight = pl.col("weight")
    unknown = (pl.col("row") < pl.col("opening")) & (pl.col("kind") == "navigation") & pl.col("cue").is_null()
    account = (above == "title") & below.is_in(["date", "byline"]) & (weight <= _SLOGAN_TO)
    slogan = (above.is_in(_BANNERS) | below.is_in(_BANNERS)) & weight.is_between(_SLOGAN_FROM, _SLOGAN_TO)
    return (
        pl.when(unknown & account)
        .then(pl.lit("account_name"))
        .when(unknown & slogan)
        .then(pl.lit("slogan"))
        .otherwise("kind")
    )


def _with_summaries(batch: Pages, kinds: pl.Series, cues: pl.Series) -> pl.Series:
    """Return the kinds with what follows the label of a machine summary told: one paragraph and its bullets."""
    labels = np.flatnonzero(((kinds == "ai_summary") & (cues == "ai_summary").fill_null(value=False)).to_numpy())
    if not len(labels):
        return kinds
    made, before, texts = kinds.to_list(), kinds.to_list(), batch.lines["text"]
    for label in labels.tolist():
        last = int(batch.last[batch.document[label]])
        end = label + 2
        while end < last and texts[end][0] in _BULLETS and before[end] in CONTENT:
            end += 1
        made[label + 1 : end] = ["ai_summary"] * (min(end, last) - label - 1)
    return pl.Series(made, dtype=pl.String)
