"""Teasers of other articles, below a heading of such, or on a page that lists them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from audit.parser.blocks.context import margins
from audit.parser.blocks.context.rows import TENTHS
from audit.parser.blocks.context.segments import Segments
from audit.parser.tables.line_cues import RELATED
from audit.parser.tables.thread_marks import AGO, OF_THREADS
from audit.text.punctuation import FULL_STOPS, SENTENCE_CLOSERS

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows

# Minimum number of truncated lines below a heading of other articles, and their share of the paragraphs there: in an
# article with a link to another only speech trails off.
_TEASERS: Final = 3
_PARAGRAPH: Final = 50
# Maximum lines left of a page with furniture, their maximum letters together and each, and the minimum dropped ones.
_FEWEST, _LETTERS, _SENTENCE, _SEA = 2, 150, 100, 10
# A cited work: a full stop at the end, and a year between marks. Their minimum number below a heading, and letters.
_WORK: Final = re.compile(
    r"[,(:，：] ?(?:1[5-9]|20)\d\d(?:年版?)?[a-z]?[),.;:，。）].*[.。]$|[,(] ?(?:1[5-9]|20)\d\d\.$"
)
_WORKS, _SHORTEST = 2, 20
# With more dates, or repeated lines (section names), the page is a list.
_LISTED: Final = 3
# Digits and maximum code points of a line that is only a date. (A year alone may be a chronicle's entry.)
_DIGITS, _DAY_ALONE = 5, 28
# Headlines per date in a list.
_DAY_FOR: Final = 3
# Some languages name the unit last: vor 5 Stunden.
_AGE_ALONE: Final = f"^(?:{AGO}).{{0,12}}$"
# Characters of a line with a mark of a thread.
_MARK: Final = 80


def is_teaser(rows: Rows) -> Flags:
    """Return which blocks below a heading of other articles are truncated, among others that are."""
    documents = rows.documents
    below = documents.above(rows.with_cue(RELATED)) > 0
    cut = below & margins.trails_off(rows["closes"])
    long = below & (rows["weight"] >= _PARAGRAPH)
    several = documents.total(cut) >= _TEASERS
    return cut & several & (documents.total(cut & long) * 2 >= documents.total(long))


def is_empty_heading(rows: Rows, gone: Flags, teaser: Flags) -> Flags:
    """Return which blocks are headings of other articles right above teasers, or above such a `gone` heading."""
    heading = rows.with_cue(RELATED)
    listing = heading & rows.documents.shifted(teaser, -1, otherwise=False)
    stacks = Segments.of(rows["document"], heading)
    empty: Flags = listing | (heading & (stacks.first_below(gone | listing) >= 0))
    return empty


def is_cited(rows: Rows, claimed: Flags) -> Flags:
    """Return which lines are a list of works below a heading that may also be one of other articles, or that heading.

    `claimed` lines, which say that they are furniture, end it.
    """
    documents, heading = rows.documents, rows.with_cue(RELATED)
    asked = rows["dated"] & (rows["weight"] >= _SHORTEST) & ~claimed & (documents.above(heading) > 0)
    if not asked.any():
        return asked
    works = rows.matching("folded", _WORK, asked)
    lists = Segments.of(documents.first, documents.above(claimed & ~heading), documents.above(heading) + heading)
    found: Flags = (lists.total(works) >= _WORKS) & (2 * lists.total(works) >= lists.size - 1) & (~claimed | heading)
    return found & (documents.above(heading) + heading > 0)


def day_alone(rows: Rows) -> Flags:
    """Return which blocks consist of a date with its year."""
    return rows["dated"] & (rows["digit"] >= _DIGITS) & (rows["chars"] <= _DAY_ALONE)


def listings(rows: Rows) -> tuple[Flags, Flags]:
    """Return which blocks are on a page with many dates, and on one with many repeated lines (section names): lists."""
    days, again = (
        rows.documents.total(some) > _LISTED for some in (day_alone(rows) | rows.once(_is_age), rows["twin"])
    )
    return days, again


def _is_age(rows: Rows) -> Flags:
    """Return which blocks are a relative time alone, on a page with several and without marks of threads."""
    documents = rows.documents
    age = rows.matching("folded", _AGE_ALONE, (rows["digit"] > 0) & (rows["chars"] <= _DAY_ALONE))
    asked = (documents.total(age) > _LISTED) & (rows["chars"] <= _MARK)
    return age & asked & ~documents.any(rows.matching("folded", OF_THREADS, asked))


def is_leftover(rows: Rows, kept: Flags, furnished: Flags, own: Flags) -> Flags:
    """Return which kept blocks are the doubtful, headline-like remainder of a page of furniture.

    They are one or two lines, or, with their dates, a list of articles. Blocks in `own` (certain, or placed like a
    body: below a date or byline, between paragraphs) do not count, nor do sentences, unless one or two of a list are
    left.
    """
    documents, (by_days, again) = rows.documents, listings(rows)
    lines, aged = documents.total(kept), rows.once(_is_age)
    days = documents.total(day_alone(rows) | aged)
    few = (lines <= _FEWEST) & (documents.total(rows.tenths * kept) < TENTHS * _LETTERS)
    short = ~documents.any(kept & (rows["weight"] >= _SENTENCE))
    sea = (documents.size - lines >= _SEA) & furnished
    # What recurs names authors and sections.
    own_lines = documents.total(kept & ~rows["twin"])
    headlines = by_days & (days * _DAY_FOR >= own_lines) & ~documents.any(kept & rows["sentence"])
    likely = kept & (few | headlines) & short & sea
    # A headline may end with ? or !, but not with a full stop.
    stopped = rows.closed(FULL_STOPS, SENTENCE_CLOSERS) & ~margins.trails_off(rows["closes"], full_stops=2)
    stopped = likely & (stopped | (rows["stops"] > 1))
    # Chronicles and results have days in the same way, but no ages, and believed lines.
    own = own & ~(headlines & documents.any(aged))
    return likely & ~documents.any(kept & (own | (stopped & ~(by_days | again))))
