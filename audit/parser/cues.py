"""Lines that say themselves what they are: one cue for each kind of page furniture and of article header."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

import polars as pl

from audit.parser import notices, words
from audit.text import prompts

# A cue is never looked for in a longer block: what has this many characters is prose or a list, whatever it says.
LONGEST_CUED: Final = 300
# What may stand around the words of a label without changing it: 【相关阅读】, » More:, Comments (139).
_TRIMMED: Final = " \t|¦>»›<«‹•·∙●■□◆▶►▼▲→←↑↓+*#~=_:;,.!?…-–—()[]{}【】「」『』《》〈〉\"'“”‘’✕×0123456789"
# A name inside a prompt (打开…app); with an aspect particle or a comma in it, somebody tells what he did.
_GAP: Final = "[^了着过的,。]{0,12}?"
_LETTER: Final = "a-zß-öø-ÿа-яё"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that give a line's kind away.

    A word (a `*` inside it is any name) must be the whole line (trimmed of marks and digits) or, ending in `*`, its
    beginning; with `anywhere` it may stand in any place. `most` is the length of the longest line believed, in code
    points. `sure`: the line is boilerplate whatever the lines around it look like.
    """

    kind: str
    label: str
    words: tuple[str, ...]
    most: int
    anywhere: bool = False
    sure: bool = False
    furniture: bool = True


# The first cue that fits wins: prompts and notices before the labels they contain.
CUES: Final = (
    Cue("qr_prompt", "QR prompt", prompts.QR, 40, anywhere=True, sure=True),
    Cue("app_banner", "app banner", prompts.APP, 40, anywhere=True, sure=True),
    Cue("submit_prompt", "call for tips", prompts.SUBMIT, 60, anywhere=True, sure=True),
    Cue("disclaimer", "disclaimer", notices.DISCLAIMER, 300, anywhere=True),
    Cue("rights_notice", "rights notice", notices.RIGHTS, 300, anywhere=True, sure=True),
    Cue("footer_links", "registration or legal notice", notices.FOOTER_ANYWHERE, 300, anywhere=True, sure=True),
    Cue("follow_prompt", "follow prompt", prompts.FOLLOW, 120, anywhere=True, sure=True),
    Cue("share_prompt", "share prompt", prompts.SHARE, 30, anywhere=True, sure=True),
    Cue("ai_summary", "machine summary", words.SUMMARY, 20, furniture=False),
    Cue("image_credit", "image credit", notices.CAPTION_ANYWHERE, 120, anywhere=True, furniture=False),
    Cue("image_credit", "image credit", notices.CAPTION, 80, furniture=False),
    Cue("date", "date label", notices.PUBLISHED, 80, furniture=False),
    Cue("byline", "byline", notices.BYLINE, 80, furniture=False),
    Cue("related_heading", "heading of other articles", words.RELATED, 40),
    Cue("comment", "heading of comments", words.COMMENTS, 40),
    Cue("navigation", "error page", words.ERROR, 120, anywhere=True, sure=True),
    Cue("navigation", "advertisement label", words.ADVERTISEMENT, 40, sure=True),
    Cue("navigation", "menu", words.MENU, 160),
    Cue("search_ui", "search box", words.SEARCH, 20),
    Cue("share_prompt", "share prompt", words.SHARE, 30),
    Cue("empty_label", "label without a value", words.EMPTY_LABEL, 12),
    Cue("footer_links", "footer link", words.FOOTER, 40),
    Cue("category", "section name", words.CATEGORY, 20),
    Cue("navigation", "navigation", words.NAVIGATION, 30),
)


def _alternatives(found: tuple[str, ...]) -> str:
    # The longest first, so that the reason quotes all of what was seen.
    ordered = sorted(found, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", " ").replace(r"\*", _GAP) for word in ordered)


def _anywhere(cue: Cue) -> str:
    return f"(?:^|[^{_LETTER}])({_alternatives(cue.words)})"


def _beginning(cue: Cue) -> str:
    stems = tuple(w.removesuffix("*") for w in cue.words if w.endswith("*"))
    return f"^({_alternatives(stems)})(?:[^{_LETTER}]|$)" if stems else ""


@cache
def _patterns() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return for each cue its regular expression (linear: polars' engine) and the labels that are whole lines."""
    whole = (frozenset() if c.anywhere else frozenset(w.rstrip("*").strip(_TRIMMED) for w in c.words) for c in CUES)
    return tuple((_anywhere(c) if c.anywhere else _beginning(c), w) for c, w in zip(CUES, whole, strict=True))


def _seen(cue: Cue, pattern: str, labels: frozenset[str]) -> pl.Expr:
    begins = pl.col("core").str.extract(pattern, 1) if pattern else pl.lit(None, pl.String)
    told = pl.when(pl.col("core").is_in(sorted(labels))).then(pl.col("core")).otherwise(begins)
    found = pl.col("line").str.extract(pattern, 1) if cue.anywhere else told
    return pl.when(pl.col("chars") <= cue.most).then(found)


def cue_columns(lines: pl.DataFrame) -> pl.DataFrame:
    """Return for each row of `lines` (folded, chars) the number of the first cue that fits, and the words seen."""
    short = pl.when(pl.col("chars") <= LONGEST_CUED).then(pl.col("folded"))
    cut = lines.select("chars", line=short).with_columns(core=pl.col("line").str.strip_chars(_TRIMMED))
    seen = [_seen(c, p, w).alias(str(i)) for i, (c, (p, w)) in enumerate(zip(CUES, _patterns(), strict=True))]
    table = cut.select(seen)
    number = pl.coalesce(pl.when(pl.col(n).is_not_null()).then(pl.lit(int(n), pl.Int16)) for n in table.columns)
    return table.select(cue=number, seen=pl.coalesce(table.columns))
