"""Which blocks are boilerplate: the score, and the few rules that overrule it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.context.authors import is_about_author
from audit.parser.blocks.context.endings import is_beyond
from audit.parser.blocks.context.posts import is_comment, is_posted, is_repeated
from audit.parser.blocks.context.reasons import reasons
from audit.parser.blocks.context.rows import TENTHS, Rows
from audit.parser.blocks.context.teasers import is_empty_heading, is_leftover, is_teaser
from audit.parser.blocks.furnished import claims, furnished, grounded
from audit.parser.blocks.reader_notices import is_notice, is_page_notice
from audit.parser.blocks.score import score
from audit.parser.blocks.signals import REPEATED
from audit.parser.blocks.whole.genre import is_appended
from audit.parser.blocks.whole.page_code import is_page_code
from audit.parser.blocks.whole.walls import walled
from audit.parser.tables.line_cues import CUES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags
    from audit.parser.models.forest import Forest

    Scores = NDArray[np.float32]

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
_OPENED = '"“„«»「『‘'
_CLOSED = re.compile('["”“»«」』’]$|[.!?。！？]["”“»«」』’]?.{0,40}[.。!！]$')
# Prompts that may stand between.
_PROMPTS: Final = 2
# No line is believed to be a headline of others that scores lower than this.
_BELIEVED: Final = 0.2


def decide(
    lines: pl.DataFrame, model: Forest, endings: Forest | None = None, terse: Forest | None = None
) -> pl.DataFrame:
    """Return `lines` with score (0 content … 1 boilerplate), boilerplate, reason and what the rules saw.

    That is which blocks are `sure` to be furniture by their words, `noticed` by what they tell readers, `unbroken`
    lists, and `odd`: kept, and yet like furniture to look at; and whether their text is `furnished` with any. `lines`
    may have the columns of audit.parser.templates.template_lines.repeat_columns; without them each document is judged
    by itself. Without the forest of `endings` no article is ended; without `terse` all pages are judged by `model`.
    """
    lines = lines.with_columns(pl.lit(0, pl.Int64).alias(name) for name in REPEATED if name not in lines.columns)
    lines = lines.with_columns(wall=walled(Rows(lines)))
    rows = Rows(lines)
    said = _said(rows)
    scored = score(lines, model, (terse, said.furnished) if terse else None)
    noticed, claimed = said.noticed, said.claimed
    seen = {"sure": rows.with_cue(_SURE_CUES), "teaser": is_teaser(rows), "unbroken": _is_unbroken(rows)}
    forced = seen["sure"] | noticed | seen["teaser"] | seen["unbroken"] | _is_template(rows)
    found = np.where(forced, np.maximum(scored.likely, np.float32(SURE)), scored.likely)
    seen["plain"] = plain = ~grounded(rows, found >= HALF, claimed, said.furnished)
    odd, found = _on_grounds(rows, said, plain, found, scored.spared)
    seen["sure"], seen["unbroken"] = seen["sure"] & ~plain, seen["unbroken"] & ~plain
    seen |= _kept(rows, said, found, scored.seen["thread"] > 0)
    kept = np.any([seen[rule] for rule in ("placed", "continued", "framed", "spoken", "posted")], axis=0)
    kept |= seen["merged"] & (found >= HALF)
    found = np.where(kept, np.float32(PLACED), found)
    empty = is_empty_heading(rows, found >= HALF, seen["teaser"])
    found = np.where(empty, np.maximum(found, np.float32(HALF)), found)
    seen["author"] = is_about_author(rows, found < HALF, said.furnished)
    found = np.where(seen["author"], np.float32(HALF), found)
    own = (found < _BELIEVED) | kept | seen["merged"]
    seen["appended"] = is_appended(rows, found < HALF) & said.furnished
    found = np.where(seen["appended"], np.float32(HALF), found)
    seen["commented"] = is_comment(rows, found < HALF, scored.seen["thread"] > 0) & said.furnished
    found = np.where(seen["commented"], np.float32(HALF), found)
    seen["leftover"] = is_leftover(rows, found < HALF, said.furnished, own)
    found = np.where(seen["leftover"], np.float32(HALF), found)
    seen["beyond"] = np.zeros(len(found), np.bool_)
    if endings is not None:
        seen["beyond"] = is_beyond(rows, found, scored.seen, endings) & said.furnished & (found < HALF)
    found = np.where(seen["beyond"], np.float32(HALF), found)
    seen["repeated"] = is_repeated(rows, found) & said.furnished
    seen["walled"], seen["code"] = rows["wall"] >= 0, is_page_code(rows)
    found = np.where(seen["repeated"] | seen["walled"] | seen["code"], np.float32(SURE), found)
    shown = {"sure": seen["sure"], "unbroken": seen["unbroken"], "odd": odd, "noticed": noticed}
    reason = reasons(rows, found >= HALF, seen | {"noticed": noticed}, (scored.speaking, scored.against))
    return lines.with_columns(
        score=pl.Series(found), boilerplate=pl.Series(found >= HALF), reason=reason,
        furnished=pl.Series(said.furnished | seen["walled"]),
        **{name: pl.Series(flags) for name, flags in shown.items()},
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Said:
    """Which blocks are notices to readers, which claim to be furniture, and which are of a text that has any."""

    noticed: Flags
    claimed: Flags
    furnished: Flags


def _said(rows: Rows) -> _Said:
    noticed = is_notice(rows)
    claimed = claims(rows, noticed)
    has_furniture = furnished(rows, claimed)
    further = is_page_notice(rows) & has_furniture
    return _Said(noticed | further, claimed | further, has_furniture)


def _on_grounds(rows: Rows, said: _Said, plain: Flags, found: Scores, spared: Flags) -> tuple[Flags, Scores]:
    """Return which blocks are `odd`, and the scores with the `plain` kept, that nothing speaks against but their look.

    Those of them that look like furniture, or return like a refrain, are odd: no headline is looked for there.
    """
    bare = ~rows.documents.any(said.claimed) & (rows["weight"] > 0)
    few = bare & (rows.documents.size <= _FEW_BLOCKS)
    refrain = rows["times"] >= _REFRAIN
    odd = ((plain & ((found >= HALF) | refrain)) | spared) & ~few
    most = np.where(bare, np.float32(1 - SURE), np.float32(PLACED))
    return odd, np.where(plain, np.minimum(found, most), found)


def _is_template(rows: Rows) -> Flags:
    told: Flags = 10 * rows["repeats_paired"].astype(np.int64) >= _TENTHS * rows["siblings"].astype(np.int64)
    return told & (rows["siblings"] >= _MANY)


def _is_unbroken(rows: Rows) -> Flags:
    marks = sum(rows[name].astype(np.int64) for name in ("stops", "pauses", "space", "bars"))
    wide = rows["wide"].astype(np.int64)
    bare = (wide >= _UNBROKEN) & (marks * _MARK_EVERY < wide)
    if not bare.any():
        return bare
    others_marks, others_wide = (rows.documents.total(np.where(bare, 0, e)) for e in (marks, wide))
    return bare & (others_marks * _MARK_EVERY > 2 * others_wide) & (others_wide > 0)


def _kept(rows: Rows, said: _Said, found: Scores, mark: Flags) -> dict[str, Flags]:
    """Return which doubted blocks are kept for the paragraphs around them, or as posts between a `mark`, by rule."""
    seen = {"placed": _is_placed(rows, found), "merged": rows["merged"]}
    content, own = found < HALF, (rows.cue < 0) & ~said.noticed & ~rows["twin"]
    short = rows.documents.total(np.where(content, rows.tenths, 0)) < TENTHS * _SHORT_ARTICLE
    long = (rows["weight"] >= _PARAGRAPH) | rows["sentence"]
    doubted = found < _HALF_DOUBTED
    # What stands between paragraphs and says itself that it is furniture (Advertisement) hides no frame.
    apart = ~rows.with_cue(_FURNITURE) & ~said.noticed
    framed = own & ~content & doubted & ((rows["wide"] > 0) | short)
    seen["continued"] = _is_continued(rows, said, own, found, short)
    above, below = _beside(rows, content & long, apart)
    seen["framed"] = framed & above & below
    spoken = _is_said(rows, own & ~content)
    above, below = _beside(rows, content & long, ~spoken | (content & long))
    seen["spoken"] = spoken & above & (below | doubted)
    seen["posted"] = is_posted(rows, content, mark) & (found < _DOUBTED) & ~said.noticed
    return seen


def _beside(rows: Rows, wanted: Flags, looked_at: Flags) -> tuple[Flags, Flags]:
    """Return for which blocks the next one above, and below, of those looked at is wanted."""
    above, below = rows.documents.last_above(looked_at), rows.documents.first_below(looked_at)
    return wanted[above] & (above >= 0), wanted[below] & (below >= 0)


def _is_continued(rows: Rows, said: _Said, own: Flags, found: Scores, short: Flags) -> Flags:
    """Whether a doubted block goes on where the paragraph above it stopped: with a sentence, or as a text's end."""
    documents, content = rows.documents, found < HALF
    prose = own & (rows["weight"] >= _PARAGRAPH)
    follows = documents.shifted(content & prose, 1, otherwise=False)
    ends = documents.here == documents.last - 1
    cut_off = ends & (rows["pauses"] > 0) & (found < _DOUBTED)
    long = rows["weight"] >= _SENTENCE
    whole = rows["sentence"] & (long | short) & (found < _HALF_DOUBTED)
    # The last paragraph of an article right above its furniture.
    closed = ends | documents.shifted(said.claimed, -1, otherwise=False)
    related = rows.with_cue(_RELATED)
    others = documents.above(related) + related > 0
    closing = rows["sentence"] & closed & ~others & (rows["weight"] >= _CLOSING)
    continued: Flags = prose & follows & ~content & (cut_off | whole | closing)
    return continued


def _is_said(rows: Rows, doubted: Flags) -> Flags:
    """Return which of the doubted blocks are somebody's words, in quotation marks."""
    return rows.matching("text", _CLOSED, doubted & rows.opened(_OPENED))


def _is_placed(rows: Rows, found: Scores) -> Flags:
    """Return which blocks are the body of a page of which the model leaves next to nothing."""
    placed, documents = np.zeros(len(found), np.bool_), rows.documents
    poor = documents.total(np.where(found < HALF, rows.tenths, 0)) < TENTHS * _NEXT_TO_NOTHING
    told = (rows.with_cue(_HEADER) | rows["dated"]) & poor
    closed = rows.with_cue(_FURNITURE) | (found >= _DOUBTED) | told
    for first in np.unique(documents.first[told]).tolist():
        last = int(documents.last[first])
        at = first + np.flatnonzero(told[first:last])
        if len(at) > _DATED_MOST:
            continue
        start = int(at[0]) + 1
        # A prompt to share may stand between, when a sentence follows.
        while start < last - 1 and closed[start] and start - at[0] <= _PROMPTS:
            start += 1
        start = start if start < last and rows["sentence"][start] else int(at[0]) + 1
        ends = np.flatnonzero(closed[start:last])
        placed[start : start + int(ends[0]) if len(ends) else last] = True
    return placed
