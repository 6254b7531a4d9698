"""The text between a page's frame above and its frame below, on pages with almost no prose.

A play, a chat, a diary or a table of results has short lines, lines that recur and days, as menus and lists of other
articles have. Where nearly everything besides labels of the page is one stretch between such labels, that stretch is
what the page is about: it is kept as a whole unless it looks like a list of links.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.posts import is_of_members
from audit.parser.blocks.context.run_together import RIGHTS
from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.context.teasers import day_alone
from audit.parser.blocks.context.unfurnished_text import other_headings
from audit.parser.tables.line_cues import CUES, HEADER, LABELS

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows

_ERROR: Final = tuple(i for i, c in enumerate(CUES) if c.label == "error page")
# Minimum letters of a paragraph; maximum letters, and share in thirds, of the paragraphs of a page without prose, and
# maximum letters of an introduction.
_PARAGRAPH, _PROSE, _THIRDS, _INTRODUCTION = 40, 100, 3, 400
# Minimum lines and letters of a text, and its share in fifths of all letters outside of labels. (Of 67 labelled pages
# with almost no prose, 15 of the 24 stretches above one half of the letters are mostly content, 16 of the others.)
_LINES, _LETTERS, _FIFTHS = 4, 30, 3
# First lines of a text, where its headline may be.
_FIRST: Final = 3
# Post marks from which a page is a thread, whose posts are told from their frames elsewhere.
_POSTS: Final = 3
# A part of a work, numbered in Chinese characters.
_ORDINAL: Final = re.compile("^第[一二三四五六七八九十百]{1,4}[章节節回卷幕场場篇部课課集话話期条條]")
# One in so many lines has a sign of a text; occurrences of a refrain or speaker.
_SIGNS, _REFRAIN = 3, 3
# Minimum letters of a headline on average, of which fewer than one in so many end with a mark; days of a
# list; and letters of a word.
_HEADLINE, _ENDED, _DAYS, _WORD = 22, 3, 3, 2


def is_framed_text(rows: Rows, content: Flags, claimed: Flags, mark: Flags) -> Flags:
    """Return which lines are the text of a page that has furniture above and below it, and no prose.

    `content` are the lines kept so far, `claimed` those that say they are furniture. What is below a heading of other
    articles or of comments is no part of it. An introduction may be above the text; names and menus may be below one,
    too.
    """
    documents, letters = rows.documents, rows.letters
    paragraph = _is_paragraph(rows)
    prose = documents.total(np.where(paragraph, letters, 0))
    bare = (_THIRDS * prose < documents.total(letters)) & (prose < _PROSE)
    asked = (bare | (prose < _INTRODUCTION)) & documents.any(claimed) & ~documents.any(rows.with_cue(_ERROR))
    asked &= (documents.total(mark) < _POSTS) & ~rows.once(is_of_members)
    if not asked.any():
        return asked
    silent = asked & ~claimed & (bare | ~paragraph)
    most = documents.total(letters * silent)
    silent &= documents.above(other_headings(rows, content, claimed)) == 0
    runs = Segments.of(documents.first, silent)
    whole = runs.total(letters)
    framed = (documents.last_above(claimed) >= 0) & (documents.first_below(claimed) >= 0)
    enough = (runs.size >= _LINES) & (whole >= _LETTERS) & (5 * whole >= _FIFTHS * most)
    enough &= bare | documents.shifted(paragraph, 1, otherwise=False)[runs.first]
    likely = 2 * runs.total(np.where(content, letters, 0)) >= whole
    told = (likely | _has_signs(rows, runs, asked, bare)) & ~_is_list_of_articles(rows, runs)
    found: Flags = silent & framed & enough & told & _is_own(rows, runs)
    found[rows.matching("folded", RIGHTS, found & (runs.here == runs.last - 1))] = False
    return found


def _is_own(rows: Rows, runs: Segments) -> Flags:
    """Return which lines occur in no other page of the site, or between such lines of a stretch that has more of them.

    Days and speakers recur in the site's other texts, too.
    """
    own = rows["repeats_paired"] == 0
    above, whole = runs.above(own), runs.total(own)
    found: Flags = own | ((above > 0) & (above < whole) & (2 * whole >= runs.size))
    return found


def _is_paragraph(rows: Rows) -> Flags:
    found: Flags = rows["sentence"] & (rows.letters >= _PARAGRAPH)
    return found


def entry_days(rows: Rows, text: Flags) -> Flags:
    """Return which lines of a framed `text` have the day of one of its entries, as in diaries, chats and changelogs."""
    day = text & rows["dated"] & ~rows["sentence"] & ~rows.with_cue(HEADER)
    found: Flags = day & (rows.documents.total(day) >= _DAYS)
    return found


def is_below_beginning(rows: Rows, silent: Flags, text: Flags) -> Flags:
    """Return which lines of a framed `text`, or other `silent` ones, are below its first lines, where no headline is.

    These end with a paragraph, or a sentence below the first; lines of a menu may be above. Lines that recur are none.
    """
    runs = Segments.of(rows.documents.first, text)
    low = text & (runs.here - runs.first >= _FIRST) & (runs.above(rows["sentence"]) > 0)
    low |= (text | silent) & (rows.documents.above(_is_paragraph(rows)) > 0)
    return low | (text & (rows["times"] >= _REFRAIN))


def _has_signs(rows: Rows, runs: Segments, asked: Flags, bare: Flags) -> Flags:
    """Return which lines are in a stretch with signs of speech, numbers or refrains: links have none.

    Grammatical words are signs on `bare` pages, whose stretch is all there is.
    """
    spoken = bare & (rows["words"] + rows["particles"] > 0)
    said = rows["sentence"] | (rows["stops"] + rows["pauses"] > 0) | rows.colon | spoken
    sign = said | (rows["digit"] > 0) | (rows["times"] >= _REFRAIN) | rows.matching("folded", _ORDINAL, asked)
    found: Flags = _SIGNS * runs.total(sign) >= runs.size
    return found


def _is_list_of_articles(rows: Rows, runs: Segments) -> Flags:
    """Return which lines are in a stretch of headlines: long lines that end without a mark, or with days below them.

    The entries of a diary or log have their days above, the rows of a table inside.
    """
    day = day_alone(rows)
    own, ended = ~day & ~rows["twin"], rows["sentence"] | (rows["stops"] > 0)
    lines = np.maximum(runs.total(own), 1)
    long = runs.total(np.where(own, rows.letters, 0)) >= _HEADLINE * lines
    long &= _ENDED * runs.total(ended & own) < lines
    below = day & ~rows.documents.shifted(day, 1, otherwise=True)
    # Numbers and labels of a pager may be below the last one.
    rest = own & (rows.letters >= _WORD) & ~rows.with_cue(LABELS) & (runs.above(below) == runs.total(below))
    found: Flags = long | ((runs.total(below) > _DAYS) & (runs.total(rest) == 0))
    return found
