"""Whether a text has page furniture at all, and where it has any: nothing is dropped without such grounds.

A chapter, a poem, a statute, a transcript or a licence has short lines, lines without grammatical words and lines that
return, and none of it is furniture. Furniture says so itself (a cue), or other pages of the site say so (siblings), or
it stands among such lines. In a text where next to nothing says so, only what does, and what stands beside it, may go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from audit.parser.tables.line_cues import CUES, SPOKEN

if TYPE_CHECKING:
    from collections.abc import Callable

# Furniture says what it is in so many different words, or in fewer in a text of so few lines. (Of 1,149 labelled pages
# .96 do; of 1,492 texts without furniture .01.)
_WORDS, _FEW_WORDS, _FEW_LINES = 3, 2, 128
# And there is one such word for so many lines (all but 4 of 1,086 such pages): a manual of a thousand lines with three
# labels has no menu.
_SPREAD: Final = 150
# Where next to nothing says that it is furniture, a line goes when this few lines away one does, and a group of such
# lines when it has two claims, or lies at this few lines' distance from the text's beginning or end.
_REACH, _EDGE = 3, 6
# Letters of a line that may end like a sentence and is none of an article's.
_BRIEF: Final = 40
# Letters of a text in one line, and of a notice that can be all of a page: a wall in front of an article.
_TEXT, _NOTICE = 100, 400
_FURNITURE: Final = tuple(i for i, c in enumerate(CUES) if c.furniture)
# Whole lines that are a label: who ends one with a full stop says something.
_LABELS: Final = tuple(i for i, c in enumerate(CUES) if c.furniture and not c.anywhere)
# A menu in one line.
_MENUS: Final = tuple(i for i, c in enumerate(CUES) if c.label == "menu")
# Contracts, licences and manuals speak of rights, of liability and of errors, too: as furniture these stand at an end.
_NOTICES: Final = ("rights_notice", "disclaimer")
_AT_AN_END: Final = tuple(
    i for i, c in enumerate(CUES) if c.furniture and (c.kind in _NOTICES or c.label == "error page")
)
_OTHERS: Final = tuple(i for i, c in enumerate(CUES) if c.kind in ("related_heading", "comment"))
_STOPPED: Final = r"[.!?。！？][\"'”’»」』)]*$"
_SAID: Final = r"^[\"“”„«»「『‘–—-]"


def claims() -> pl.Expr:
    """Return which blocks say of themselves that they are furniture, and could not as well be said by somebody.

    What people also say is furniture beside another such label: "Home", "About", "Contact". A line that is most of its
    text is the text, whatever it mentions.
    """
    label, menu = (pl.col("cue").is_in(c).fill_null(value=False) for c in (_LABELS, _MENUS))
    ended = label & (pl.col("tail").str.contains(_STOPPED) | pl.col("text").str.contains(_SAID))
    word = pl.when(label & ~ended).then("seen")
    # A menu in one line says more than its first word.
    menu &= pl.col("chars") > pl.col("seen").str.len_chars() + 1
    spoken = label & ~menu & pl.col("seen").is_in(SPOKEN).fill_null(value=False)
    beside = [
        (word.shift(n).over("document") != pl.col("seen")).fill_null(value=False) for n in (-2, -1, 1, 2)
    ]  # fmt: skip
    told = pl.col("cue").is_in(_FURNITURE).fill_null(value=False)
    most = (pl.col("weight") >= _TEXT) & (2 * pl.col("weight") > pl.col("weight").sum().over("document"))
    noticed = pl.col("noticed") & ~(most & (pl.col("weight") > _NOTICE))
    return (told & ~ended & ~most & (~spoken | pl.any_horizontal(beside))) | noticed


def furnished() -> pl.Expr:
    """Return for each block whether its document has page furniture: enough different words that claim to be it.

    However many notices there are, they are one such word; alone they are none. What only speaks to readers
    (audit.parser.blocks.reader_notices) is no such word: it goes by itself.
    """
    notice = pl.col("cue").is_in(_AT_AN_END).fill_null(value=False)
    words = (
        pl.col("seen").filter(pl.col("claimed") & pl.col("seen").is_not_null() & ~notice).n_unique().over("document")
    )
    noticed = (pl.col("claimed") & notice).any().over("document")
    told = words + noticed.cast(pl.UInt32)
    size = pl.len().over("document")
    few = (told >= _FEW_WORDS) & (size <= _FEW_LINES)
    return (words > 0) & (((told >= _WORDS) & (told * _SPREAD >= size)) | few)


def grounded(table: pl.DataFrame, half: float) -> pl.Series:
    """Return which blocks may be dropped for what they say, what their siblings say, or what stands beside them.

    `table` has the columns `claimed` and `furnished`, and the score, from `half` on that of boilerplate.
    """
    at = pl.int_range(pl.len()).over("document")
    left = pl.len().over("document") - 1 - at
    notice = pl.col("cue").is_in(_AT_AN_END).fill_null(value=False)
    believed = pl.col("claimed") & (~notice | ~_later(~pl.col("claimed"), _EDGE))
    table = table.select(
        "document", "furnished", "score", believed=believed,
        label=believed & ~notice & pl.col("cue").is_not_null(),
        at=at, left=left, prose=_is_prose(),
        others=believed & pl.col("cue").is_in(_OTHERS), shared=pl.col("repeats_paired") > 0,
    )  # fmt: skip
    table = table.with_columns(dropped=(pl.col("score") >= half) & ~pl.col("prose") | pl.col("believed"))
    run = (pl.col("dropped") != pl.col("dropped").shift(1)).fill_null(value=True).cum_sum().over("document")
    table = table.with_columns(run=run)
    own = ["document", "run"]
    backed = (pl.col("label").sum().over(own) > 1) | (
        pl.min_horizontal(pl.col("at").min().over(own), pl.col("left").min().over(own)) < _EDGE
    )
    beside = pl.col("dropped") & backed & _within(pl.col("label"), own)
    below = pl.col("others").cum_sum().over("document") > 0
    return table.select(pl.col("furnished") | pl.col("believed") | pl.col("shared") | beside | below).to_series()


def _is_prose() -> pl.Expr:
    return pl.col("sentence") & (pl.col("weight") >= _BRIEF)


def _within(marked: pl.Expr, group: list[str]) -> pl.Expr:
    """Return which blocks have a marked one of their group within reach."""
    near: Callable[[int], pl.Expr] = lambda n: marked.shift(n).over(group).fill_null(value=False)  # noqa: E731
    return pl.any_horizontal(marked, *(near(n) for n in range(-_REACH, _REACH + 1) if n))


def _later(marked: pl.Expr, reach: int) -> pl.Expr:
    """Return which blocks have more than `reach` marked ones of their document below them."""
    total = marked.cast(pl.Int32)
    return total.sum().over("document") - total.cum_sum().over("document") > reach
