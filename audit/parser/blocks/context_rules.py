"""Doubtful blocks kept because of their surroundings: positional rules, since the model judges single lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.posts import is_posted
from audit.parser.blocks.context.rows import TENTHS
from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.rules.grounds import Ground
from audit.parser.tables.line_cues import CUES, FURNITURE, HEADER, RELATED
from audit.parser.tables.page_speakers import SPEAKING, SPEAKING_UNSPACED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

    Scores = NDArray[np.float32]

# Score from which a block is boilerplate.
HALF: Final = 0.5
# Letters of a short paragraph, and of a short article whose ends and headings the model, trained on pages, doubts too
# much; and the score up to which it is overruled there. (On the labelled pages these rules change no measure.)
_PARAGRAPH, _SHORT_ARTICLE, _HALF_DOUBTED = 50, 1500, 0.8
# Minimum letters of an unmistakable sentence. (Of those doubted by half right below a paragraph, 26 of 37 on unseen
# pages were the article's.)
_SENTENCE: Final = 100
# Minimum letters of an article's last sentence, right above furniture, and of a short article's. (Of those doubted on
# unseen pages 4 of 6 were the article's; with four lines of furniture on a page, nearly all.)
_CLOSING, _CLOSING_SHORT = 80, 40
# Minimum letters there of a sentence that is doubted barely.
_BRIEF_CLOSING, _BARELY = 20, 0.6
# Minimum characters of a short Chinese or Japanese sentence. (Of those doubted by half, right below a paragraph, 3 of 4
# on unseen pages were the article's.)
_BRIEF: Final = 8
# If the model keeps fewer letters of a page, the block right below date or byline is the body, unless the model is
# surer than this, or more places are dated: a list of articles.
_NEXT_TO_NOTHING, _DOUBTED, _DATED_MOST = 150, 0.9, 3
# Beginnings and ends of quoted speech.
_OPENED = '"“„«»「『‘'
_CLOSED = re.compile('["”“»«」』’]$|[.!?。！？]["”“»«」』’]?.{0,40}[.。!！]$')
_MARKED, _NUMBER_SIGN = re.compile(r"^#{1,6} \S"), ord("#")
# Header lines and prompts that may be in between.
_PROMPTS: Final = 20
# Minimum letters and function words of a deck, and letters of the headline above it.
_DECK, _CLAUSE, _HEADLINE = 35, 2, 10
# Minimum letters of what announces a list, or of scripts without blanks, and maximum lines of that.
_ANNOUNCING, _WIDE, _ITEMS = 20, 8, 14
# Disclaimers' words occur in articles about such matters, too; who speaks for the page. (Of such sentences between two
# paragraphs of labelled pages, all 3 are the article's.) In a longer run they are the page's; and characters of a line
# with a date.
_DISCLAIMERS: Final = tuple(i for i, c in enumerate(CUES) if c.kind == c.label == "disclaimer")
_TOLD_MOST, _DAY = 2, 120
# Maximum characters of a name.
_NAME: Final = 30
# What may be between an article's last sentence and the one above, and lines of it.
_BETWEEN: Final = 2
_CREDITS: Final = tuple(i for i, c in enumerate(CUES) if c.kind == "image_credit")
_OF_THE_PAGE = re.compile(rf"(?<!\w)(?:{SPEAKING}|i|ich)(?!\w)|{SPEAKING_UNSPACED}")


@dataclass(frozen=True, slots=True)
class Furniture:
    """Which blocks are notices to readers, which declare themselves furniture, and which texts have any."""

    noticed: Flags
    claimed: Flags
    furnished: Flags


def keep_by_context(rows: Rows, said: Furniture, found: Scores, mark: Flags) -> dict[Ground, Flags]:
    """Return, by ground, which doubtful blocks are kept for the paragraphs around them or as posts between marks."""
    content, own = found < HALF, (rows.cue < 0) & ~said.noticed & ~rows["twin"]
    short = rows.documents.total(np.where(content, rows.tenths, 0)) < TENTHS * _SHORT_ARTICLE
    long = (rows["weight"] >= _PARAGRAPH) | rows["sentence"]
    doubted = found < _HALF_DOUBTED
    # Labels between paragraphs, such as Advertisement, are skipped.
    apart = ~rows.with_cue(FURNITURE) & ~said.noticed
    # Next to a notice a heading looks like its button.
    noticed = rows.documents.shifted(said.noticed, 1, otherwise=False) & (found < _DOUBTED)
    # A heading of Markdown says that it is one.
    marked = rows.matching("folded", _MARKED, own & (rows["opens"] == _NUMBER_SIGN))
    framed = own & ~content & (((doubted | noticed) & ((rows["wide"] > 0) | short)) | marked)
    spoken = _is_said(rows, own & ~content)
    beside = np.logical_and(*_beside(rows, content & long, apart & ~marked))
    above, below = _beside(rows, content & long, ~spoken | (content & long))
    return {
        Ground.PLACED: _is_placed(rows, found),
        Ground.MERGED: rows["merged"],
        Ground.CONTINUED: _is_continued(rows, said, own, found, short),
        Ground.FRAMED: framed & beside,
        Ground.TOPICAL: _is_about_notices(rows, said, content),
        Ground.SPOKEN: spoken & above & (below | doubted),
        Ground.ANNOUNCED: _is_announced(rows, content, own & (found < _DOUBTED) & (rows["repeats_paired"] == 0)),
        Ground.DECK: _is_deck(rows, own & ~content, own & rows["sentence"] & (rows["weight"] >= _PARAGRAPH)),
        Ground.POSTED: is_posted(rows, content, mark) & (found < _DOUBTED) & ~said.noticed,
    }


def _is_deck(rows: Rows, doubted: Flags, prose: Flags) -> Flags:
    """Return which doubtful blocks stand between a headline and the article's first date or byline, as decks do."""
    documents, told = rows.documents, rows.with_cue(HEADER) | (rows["dated"] & (rows["chars"] <= _DAY))
    deck = doubted & (rows["weight"] >= _DECK) & (rows["words"] >= _CLAUSE) & ~told
    brief = documents.shifted(~rows["sentence"] & (rows["weight"] < _DECK), -1, otherwise=False)
    near = documents.shifted(told, -1, otherwise=False) | (brief & documents.shifted(told, -2, otherwise=False))
    deck &= near & (documents.above(prose | told) == 0)
    headline = (rows.cue < 0) & ~rows["sentence"] & (rows["weight"] >= _HEADLINE)
    deck &= documents.shifted(headline, 1, otherwise=False)
    below = documents.first_below(prose)
    found: Flags = deck & (below >= 0) & (below - documents.here <= _PROMPTS)
    return found


def _is_announced(rows: Rows, content: Flags, own: Flags) -> Flags:
    """Return which `own` lines stand between a clause that ends with a colon and the next line in `content`.

    Both are the text's; what stands below the last line of a text may be the page's. (Of such lines on labelled pages
    125 of 154 are the text's, and of the others most are code.)
    """
    documents, colon = rows.documents, rows.colon
    clause = ((rows["words"] >= _CLAUSE) & (rows["weight"] >= _ANNOUNCING)) | (rows["wide"] >= _WIDE)
    announces = content & colon & clause
    if not announces.any():
        return announces
    item = own & ~content & ~rows["sentence"] & ~colon
    runs = Segments.of(documents.first, item | (content & ~rows["sentence"] & ~colon))
    below = documents.first_below(content)
    found: Flags = item & documents.shifted(announces, 1, otherwise=False)[runs.first]
    found &= (below >= 0) & (below <= runs.last) & (documents.here - runs.first < _ITEMS)
    return found & (runs.size > 1)


def _is_about_notices(rows: Rows, said: Furniture, content: Flags) -> Flags:
    """Return which sentences with a disclaimer's words are between paragraphs, or below date or author.

    Those that speak for the page are excluded.
    """
    told = rows.with_cue(_DISCLAIMERS) & rows["sentence"] & (rows["weight"] >= _PARAGRAPH) & ~content
    told &= ~said.noticed & ~rows["twin"]
    told &= ~rows.matching("folded", _OF_THE_PAGE, told)
    documents, prose = rows.documents, content & rows["sentence"] & (rows["weight"] >= _PARAGRAPH)
    header = (rows.with_cue(HEADER) | (rows["dated"] & (rows["chars"] <= _DAY))) & (documents.above(prose) == 0)
    header &= documents.shifted(prose, -2, otherwise=False) & documents.shifted(prose, -3, otherwise=False)
    above, below = documents.last_above(~told), documents.first_below(~told)
    found: Flags = told & (prose | header)[above] & prose[below]
    found &= (above >= 0) & (below >= 0) & (below - above <= _TOLD_MOST + 1)
    return found


def _beside(rows: Rows, wanted: Flags, looked_at: Flags) -> tuple[Flags, Flags]:
    """Return for which blocks the next inspected one above, and below, is wanted."""
    above, below = rows.documents.last_above(looked_at), rows.documents.first_below(looked_at)
    return wanted[above] & (above >= 0), wanted[below] & (below >= 0)


def _is_continued(rows: Rows, said: Furniture, own: Flags, found: Scores, short: Flags) -> Flags:
    """Return which doubtful blocks continue the paragraph above, as a sentence or as the end of a text."""
    documents, content = rows.documents, found < HALF
    prose = own & (rows["weight"] >= _PARAGRAPH)
    brief = own & rows["sentence"] & (rows["wide"] >= _BRIEF) & (rows["pauses"] > 0)
    ends = documents.here == documents.last - 1
    cut_off = ends & (rows["pauses"] > 0) & (found < _DOUBTED)
    long = rows["weight"] >= _SENTENCE
    whole = rows["sentence"] & (long | short) & (found < _HALF_DOUBTED)
    # The last paragraph of an article, right above furniture, or a name signs it there.
    closed = ends | documents.shifted(said.claimed, -1, otherwise=False)
    signed = ~rows["sentence"] & (rows["chars"] <= _NAME) & (rows.cue < 0)
    closed |= documents.shifted(signed, -1, otherwise=False) & documents.shifted(said.claimed, -2, otherwise=False)
    related = rows.with_cue(RELATED)
    others = documents.above(related) + related > 0
    least = np.where(short, np.where(found < _BARELY, _BRIEF_CLOSING, _CLOSING_SHORT), _CLOSING)
    closing = own & rows["sentence"] & closed & ~others & (rows["weight"] >= least)
    going_on = (prose & (cut_off | whole)) | closing | (brief & (found < _HALF_DOUBTED) & ~others)
    # A picture's credit may be between, or one or two labels of an advertisement, a button or a prompt.
    label = rows.with_cue(FURNITURE) & ~related | said.noticed
    above = documents.last_above(~(rows.with_cue(_CREDITS) | (label & ~content)))
    near = (above >= 0) & (documents.here - above <= _BETWEEN + 1)
    continued: Flags = going_on & (content & prose)[above] & near & ~content
    # A last sentence may follow what continues a paragraph.
    continued |= closing & short & documents.shifted(continued & prose, 1, otherwise=False) & ~content
    return continued


def _is_said(rows: Rows, doubted: Flags) -> Flags:
    """Return which doubtful blocks are quoted speech."""
    return rows.matching("text", _CLOSED, doubted & rows.opened(_OPENED))


def _is_placed(rows: Rows, found: Scores) -> Flags:
    """Return which blocks are the body of a page from which the model keeps almost nothing."""
    placed, documents = np.zeros(len(found), np.bool_), rows.documents
    poor = documents.total(np.where(found < HALF, rows.tenths, 0)) < TENTHS * _NEXT_TO_NOTHING
    told = (rows.with_cue(HEADER) | rows["dated"]) & poor
    labelled = rows.with_cue(FURNITURE) | told
    closed = labelled | (found >= _DOUBTED)
    for first in np.unique(documents.first[told]).tolist():
        last = int(documents.last[first])
        at = first + np.flatnonzero(told[first:last])
        if np.count_nonzero(np.diff(at, prepend=first - 2) > 1) > _DATED_MOST:
            continue
        below = start = int(at[0]) + 1
        # Other header lines and prompts may be in between.
        while start < last - 1 and closed[start] and start - at[0] <= _PROMPTS:
            start += 1
        if start >= last or not (rows["sentence"][start] or labelled[below:start].all()):
            start = below
        ends = np.flatnonzero(closed[start:last])
        placed[start : start + int(ends[0]) if len(ends) else last] = True
    return placed
