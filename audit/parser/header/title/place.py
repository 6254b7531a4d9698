"""Positional rules for headlines: which lines may or may not be one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.regex_search import holds_any
from audit.parser.blocks.page import RUNNING
from audit.parser.header.title.first_lines import (
    ENOUGH_OF_SET_OFF,
    ONE_WORD,
    is_above_parts,
    is_of_a_part,
    is_set_off,
    is_set_off_from_prose,
    is_title_word,
)
from audit.parser.header.title.heads import OF_A_HEAD, mastheads, papers_at_top, release_heads, running_heads
from audit.parser.header.title.own_furniture import is_above_own, is_defined
from audit.parser.header.title.rivals import QUOTED, TOP
from audit.parser.tables.labels import COMPANY, NO_PLAIN_TITLE
from audit.parser.tables.other_days import OF_A_LIFE
from audit.parser.tables.people import IMPRINT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Minimum sum of weights of a headline (hundredths of a natural logarithm of odds); of one right above a byline and a
# date, or above one of them in an alphabet without capitals, by which the forest knows headlines.
ENOUGH, ENOUGH_OF_PLAIN, _ENOUGH_KNOWN = -150, 0, -200
# Maximum letters of a headline that its place alone tells.
_USUAL: Final = 120
# Content blocks allowed between such a line and the headline.
_LEAD: Final = 4
# Minimum letters of a paragraph.
_PARAGRAPH: Final = 40
# Lead (hundredths of a natural logarithm of odds) at which a headline below overrides position.
_BY_FAR: Final = 200
_CRUMBS: Final = [">", "»", "›", "‹", "≫", "→", "▸"]
# In a text without furniture the headline is at most this many lines below date or byline, and no longer than this.
_PLAIN_TOP, _PLAIN_MOST = 3, 132
# Maximum letters of a Han or kana line without punctuation that is no sentence.
_UNMARKED: Final = 60
_HAN_ALONE: Final = re.compile(r"[\w ·]*[\u3040-\u30ff\u3400-\u9fff]{2}[\w ·]*$")
# Maximum blocks of a note, and letters of a few words.
_FEW_BLOCKS, _FEW_WORDS = 4, 40
_ACCOUNT: Final = re.compile(r"(?:@[\w.-]+|[A-Za-zÀ-ɏ]{2,}[\d_][\w.-]*|\w{1,12}さん)$")


def is_at_top(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are short lines at the top, right above a date or byline, or right below a breadcrumb."""
    document, meta = pages.document[rows], pages.meta
    first, last = pages.first[document], pages.last[document]
    high = (rows - first <= TOP) & (rows < pages.opening[document])
    plain = ~pages.flags("sentence")[rows] & (pages.weight[rows] <= _USUAL) & ~meta[rows]
    # A sentence with a year is no publication date.
    told = np.zeros(len(meta), bool)
    told[np.minimum(rows + 1, last - 1)[high & plain]] = True
    told &= meta & ~(pages.flags("sentence") & (pages.cue < 0))
    told[pages.holding(OF_A_LIFE, told)] = False
    told[pages.holding(IMPRINT, told)] = False
    below = (rows + 1 < last) & told[np.minimum(rows + 1, last - 1)]
    crumbs = holds_any(pages.picked(np.maximum(rows - 1, first)), _CRUMBS)
    below_masthead = np.isin(rows - 2, pages.once(mastheads))
    below |= (rows == pages.begun[document]) & crumbs & (rows > first)
    found: Flags = high & plain & (below | below_masthead)
    return found


def is_far_below(pages: Pages, rows: Ints, sums: Ints, tops: Flags) -> Flags:
    """Return which rows are far below one of `tops`, positions typical of headlines; verse and refrains sooner.

    Rows that are much more headline-like stay.
    """
    document = pages.document[rows]
    top = pages.earliest(rows[tops], pages.last)[document]
    worth = np.full(len(pages), -QUOTED)
    np.maximum.at(worth, document[tops], sums[tops])
    told = np.searchsorted(pages.said, rows) - np.searchsorted(pages.said, top)
    refrain = pages.flags("twin")[rows] & (rows - top >= _LEAD)
    found: Flags = (top < rows) & ((told >= _LEAD) | refrain) & (sums <= worth[document] + _BY_FAR)
    return found


def is_below_first(pages: Pages, rows: Ints, sums: Ints) -> Flags:
    """Return which rows are below the first line of a text without furniture, if that may be its headline."""
    document = pages.document[rows]
    heads = ~pages.is_mixed[document] & (rows == pages.first[document]) & (sums > -QUOTED)
    heads &= ~pages.flags("sentence")[rows] & (sums < QUOTED // 2)
    found: Flags = np.isin(document, document[heads]) & ~heads & (sums < QUOTED // 2)
    return found


def is_no_plain_title(pages: Pages, rows: Ints) -> Flags:
    """Return which rows cannot be the headline of a text without furniture.

    A long one can if the text repeats it.
    """
    document = pages.document[rows]
    told = is_above_meta(pages, rows)
    never = np.zeros(len(rows), bool)
    plain = np.flatnonzero(pages.is_plain[document])
    # A word above a byline is a headline, one above a date a place, a section or a paper.
    below, papers = np.minimum(rows + 1, pages.last[document] - 1), pages.once(papers_at_top)
    top = (rows == pages.first[document]) | np.isin(rows - 1, papers)
    top |= np.isin(rows - 2, pages.once(mastheads)) & pages.dated[rows - 1]
    signed = top & pages.cued(("byline",))[below] & ~pages.dated[below]
    signed &= pages.cue[rows] < 0
    printed = pages.texts(rows[plain]), pages.texts(rows[plain], "text"), told[plain].tolist(), signed[plain].tolist()
    never[plain] = [
        bool(NO_PLAIN_TITLE.search(folded) or _ACCOUNT.match(text))
        or (is_told and bool(ONE_WORD.match(text)) and not (is_signed and is_title_word(text)))
        for folded, text, is_told, is_signed in zip(*printed, strict=True)
    ]
    lower = plain[rows[plain] > pages.first[document[plain]]]
    never[lower] |= np.array([bool(COMPANY.search(line)) for line in pages.texts(rows[lower])], bool)
    here = pages.mask(rows[plain])
    never |= pages.mask(pages.holding(OF_A_LIFE, pages.dated & here))[rows]
    prose = pages.said[pages.flags("sentence")[pages.said] | (pages.weight[pages.said] >= RUNNING)]
    low = _between(pages.said, pages.first[document], rows) > _PLAIN_TOP
    low |= _between(prose, pages.first[document], rows) > 0
    far = (low & ~told) | ((pages.weight[rows] > _PLAIN_MOST) & ~pages.flags("twin")[rows])
    return np.asarray(pages.is_plain[document] & (never | far))


def _between(places: Ints, first: Ints, last: Ints) -> Ints:
    """Return the number of positions (ascending) between each `first` and the `last` beside it, exclusive."""
    found: Ints = np.searchsorted(places, last) - np.searchsorted(places, first)
    return found


def enough(pages: Pages, rows: Ints) -> Ints:
    """Return the minimum sum of weights for each row to be a headline.

    The threshold is higher for the first sentence of a text without furniture, except above a date or byline, below a
    running head, without punctuation in a script that uses it, or as a few words above two or three paragraphs.
    """
    document = pages.document[rows]
    top = rows == pages.first[document]
    below = ~top & (rows - pages.first[document] <= TOP) & pages.meta[rows - 1] & ~pages.meta[rows]
    unmarked = (top | below) & (pages.weight[rows] <= _UNMARKED) & ~pages.is_ascii[rows]
    unmarked[unmarked] = [bool(_HAN_ALONE.match(line)) for line in pages.texts(rows[unmarked])]
    brief = (pages.last - pages.first)[document] <= _FEW_BLOCKS
    few = top & brief & (pages.weight[rows] <= _FEW_WORDS)
    tops = np.arange(len(pages.lines)) == pages.first[pages.document]
    headed = np.isin(rows - 1, np.append(running_heads(pages, tops), release_heads(pages, rows)))
    told = is_above_meta(pages, rows) | _is_near_day(pages, rows) | is_above_own(pages, rows) | is_defined(pages, rows)
    told |= _is_above_prose(pages, rows)
    doubted = pages.is_plain[document] & ~(unmarked | few | headed | told)
    least = np.where(doubted, ENOUGH_OF_PLAIN, ENOUGH)
    uncased = (pages.lines["upper"].to_numpy() + pages.lines["wide"].to_numpy() == 0)[rows] & ~pages.is_ascii[rows]
    known = (uncased & is_above_meta(pages, rows)) | _is_above_two(pages, rows)
    least = np.where(known & pages.is_mixed[document], np.minimum(_ENOUGH_KNOWN, least), least)
    set_off = is_set_off(pages, rows) | is_above_parts(pages, rows) | is_of_a_part(pages, rows)
    return np.where(set_off, ENOUGH_OF_SET_OFF, least)


def _is_above_prose(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are a few words, at least two, at the start of a plain text and set off from its prose."""
    brief = (pages.weight[rows] <= _FEW_WORDS) & (pages["space"][rows] > 0) & ~pages.flags("sentence")[rows]
    return brief & is_set_off_from_prose(pages, rows)


def _is_above_two(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are right above a byline and a date, in either order."""
    below = np.minimum(rows[:, None] + np.arange(1, 3), pages.last[pages.document[rows], None] - 1)
    bylines, days = pages.cued(("byline",))[below], pages.dated[below]
    found: Flags = (bylines & days[:, ::-1]).any(axis=1) & pages.meta[below].all(axis=1)
    return found


def is_told_of(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are right above a date, a byline or a paragraph."""
    below = np.minimum(rows + 1, pages.last[pages.document[rows]] - 1)
    prose = (pages.content & pages.flags("sentence"))[below] & (pages.weight[below] >= _PARAGRAPH)
    return prose | is_above_meta(pages, rows) | _is_near_day(pages, rows)


def _is_near_day(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are below furniture that was dropped, and up to three lines above a line that is a date."""
    days = np.flatnonzero(pages.dated & pages.meta & (pages.chars <= OF_A_HEAD))
    there = np.append(days, len(pages.lines) + TOP)[np.searchsorted(days, rows, "right")]
    document = pages.document[rows]
    near = (there - rows <= TOP) & (there < pages.last[document]) & (there <= pages.opening[document] + 1)
    return np.asarray(near & pages.is_mixed[document] & (rows > pages.first[document]) & (rows < pages.begun[document]))


def is_above_meta(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are right above a date or byline, at the top none of a book's imprint."""
    last = pages.last[pages.document[rows]]
    below = np.minimum(rows + 1, last - 1)
    found: Flags = pages.meta[below] & (rows + 1 < last)
    high = found & (rows - pages.first[pages.document[rows]] <= TOP)
    books = pages.holding(IMPRINT, pages.mask(below[high]))
    return found & ~pages.mask(books)[below]
