"""The publication date: among the dates in a document, the one at the position of an article's date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import polars as pl

from audit.parser.blocks.page import RUNNING
from audit.parser.header.correspondence import is_attribution, messages, old_letters
from audit.parser.header.day_labels import labels
from audit.parser.header.day_lines import (
    begun_above,
    day_of_a_page,
    ends_timed,
    footers_of_posts,
    is_of_the_text,
    is_set_off,
    is_span,
    preferred,
)
from audit.parser.header.day_lists import LISTED, day_lists, days_of_teasers, in_histories, is_announcing
from audit.parser.header.day_order import day_leads
from audit.parser.header.stating_lines import of_other_articles
from audit.parser.header.title.mail_subjects import is_of_quoted
from audit.parser.header.title.series import entries_of_a_history
from audit.parser.header.title.titles import NO_TITLE, copies, without_head
from audit.parser.tables.line_cues import RELATED
from audit.text import dates
from audit.text.punctuation import FULL_STOPS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float64]

# Maximum characters of a line with a date, or before the date.
_LONGEST: Final = 200
# Maximum blocks below the first paragraph for an article's date, and below the last.
_NEAR, _AFTER = 10, 2
# Above the headline dates may be so far away, those with neither label nor time (or of mastheads) so far, at this
# cost per block; below it, at this one.
_FAR, _RIGHT_ABOVE, _SLOPE, _GENTLE = 12, 3, 0.15, 0.1
# Maximum distance of a line that is only a date, if none is nearer.
_FAR_ALONE, _SLOPE_ALONE, _NEAR_ALONE = 20, 0.04, 25
# Minimum points of a date: near the article, or labelled.
_ENOUGH: Final = 2.0
# Characters besides the date from which an unlabelled line is about something else, such as a picture or event.
_MOST_BESIDE, _CAPTION = 40, 2.2
# Maximum characters of a line that is only a date.
_ALONE, _ALONE_TIMED = 28, 36
# Labels of dates at line start, whatever follows (sections, tags).
_LED: Final = re.compile(
    r"^(?:(?:first )?(?:posted|published)|veröffentlicht|erstellt|publié|publicado|pubblicato|发布|发表|發布|"
    r"by .{3,100}?(?:updated|published|posted))\W{0,3}(?:on |am |le |el |il |于|时间)?\W{0,2}"
    r"(?:(?:19|20)\d\d|\d\d?[ ./-]|[^\W\d]{3,9}\.? \d)|^on [^\W\d]{3,9} \d\d?, \d{4}.{0,20} by |"
    # Datelines of reports: Marl, Germany, June 14, 2022 - ...
    r"^[^\W\d][^\d,.:;()]{1,30}(?:, [^\d,.:;()]{2,20}\.?)?, (?:den |le )?"
    r"(?:[^\W\d]{3,9}\.? \d\d?,|\d\d?\.? [^\W\d]{3,9}\.?,?|\d\d?[./]\d\d?[./]) ?(?:19|20)\d\d ?(?:[-–—―/(]|\. )|"
    r"^[\u0600-\u06ff ]{2,30}(?: [-–—]|،) \d\d? [^\W\d]{3,9} (?:19|20)\d\d ?\(|"
    r"^[(\[]?[\u3400-\u9fff]{2,14}(?:19|20)\d\d年\d\d?月\d\d?日[电電讯訊]"
)
_TIMED: Final = pl.col("folded").str.contains("[0-9]:[0-9][0-9]")
# The abbreviations after Thai times, and of the word for a year in Slavic and Baltic dates, end no sentence.
_ABBREVIATED: Final = pl.col("folded").str.contains(r" น\.$|[0-9]\.? ?(?:г|р|m|g|god)\.$")
_LONGEST_LED: Final = 500
# At the end of a page only these words identify its own date.
_AT_LAST: Final = (
    r"last (?:updated|modified|reviewed|changed|edited)|zuletzt (?:geändert|aktualisiert)|dernière mise à jour|"
    r"última (?:actualización|modificación)|最后(?:更新|修改)|最終更新|content current as of"
)
# Maximum characters of such words on the line above the date.
_LONGEST_LAST: Final = 32
# Full stops that end no abbreviations.
_STOPS: Final = FULL_STOPS.replace(".", "")
# How far below a heading of other articles a day of theirs is (comments are counted above the day of an article, too).
_BELOW_HEADING: Final = 2
# Maximum characters of a final line that dates a letter or notice.
_SIGNED: Final = 18
# Minimum letters of a teaser's headline; a byline has fewer.
_TEASER: Final = 40
# How far from the beginning of its line a day may be that the line above leads to.
_HANGING: Final = 16


class Day(NamedTuple):
    """A date, its row, and the points for it (believed from 2 on)."""

    row: int
    stated: dates.StatedDate
    points: float


def find_days(pages: Pages, headlines: Ints) -> dict[int, Day]:
    """Return the publication date of each document that states one."""
    found: dict[int, Day] = {}
    leads = day_leads(pages)
    rows, points, is_told = _placed(pages, headlines)
    begun = begun_above(pages, rows)
    columns = *(c.tolist() for c in (rows, pages.document[rows], points, is_told)), pages.texts(rows)
    for row, number, worth, told, line, text in zip(*columns, pages.texts(rows, "text"), strict=True):
        if number in found and found[number].points >= worth:
            continue
        stated = dates.find(line, day_first=leads[number])
        above = begun.get(row, "") if stated and stated[0].start <= _HANGING else ""
        timed = not above and ends_timed(line, stated)
        brief = told or dates.rest(line, stated) <= _MOST_BESIDE or is_set_off(text, stated) or timed
        left = worth if brief else worth - _CAPTION
        if (
            stated
            and left >= _ENOUGH
            and not is_span(line, stated)
            and (told or is_of_the_text((above + text[: stated[0].start]).rstrip(), is_timed=timed))
            and (number not in found or left > found[number].points)
        ):
            found[number] = Day(row, preferred(line, stated), left)
    return _of_joined_pages(pages, leads) | found


def _of_joined_pages(pages: Pages, leads: list[bool | None]) -> dict[int, Day]:
    """Return the day of each page that is joined in one line."""
    rows = np.flatnonzero(pages.flags("merged") & pages.dated)
    told = zip(rows.tolist(), pages.document[rows].tolist(), pages.texts(rows), pages.texts(rows, "text"), strict=True)
    days = ((row, number, day_of_a_page(line, text, day_first=leads[number])) for row, number, line, text in told)
    return {number: Day(row, day, _ENOUGH) for row, number, day in days if day}


def _placed(pages: Pages, headlines: Ints) -> tuple[Ints, Floats, Flags]:
    """Return candidate rows, their points, and which have a label."""
    opening = pages.opening[pages.document]
    led = np.zeros(len(opening), bool)
    led[pages.holding(_LED, pages.dated & (pages.chars <= _LONGEST_LED))] = True
    led &= np.arange(len(opening)) <= opening
    prose = pages.flags("sentence") & (pages.cue < 0) & (np.arange(len(opening)) >= opening) & pages.content
    abbreviated = pages.mask(pages.holding(_ABBREVIATED, pages.dated & (pages.chars <= _LONGEST)))
    prose &= ~abbreviated
    prose[messages(pages, pages.dated)] = True
    short = pages.dated & (pages.chars <= _LONGEST) & ~prose
    short &= ~(is_attribution(pages, short) | is_of_quoted(pages))
    rows = np.union1d(np.flatnonzero(short | (pages.dated & led)), old_letters(pages))
    led = led[rows]
    published, updated, later, other = labels(pages, rows)
    cued, chars = pages.cued(("byline", "date"))[rows], pages.chars[rows]
    timed = pages.mask(pages.holding(_TIMED, pages.dated))[rows]
    alone = (timed & (chars <= _ALONE_TIMED)) | (chars <= _ALONE)
    said = published | updated | cued | led
    points = _place_points(pages, rows, headlines, alone, timed | said) + 1.5 * published - 0.5 * later
    points[_is_of_others(pages, rows, headlines, alone) & ~(published | updated)] = 0
    ended = pages.closed(_STOPS) | is_announcing(pages)
    points[(ended[rows] | ((pages.closed(".") & ~abbreviated)[rows] & ~(alone | timed))) & ~said] = 0
    points += 0.5 * (cued | alone) - 1.5 * ((chars > _LONGEST // 2) & ~led)
    other |= pages.once(in_histories)[rows] & ~published
    other |= rows >= pages.earliest(pages.once(entries_of_a_history), pages.last)[pages.document[rows]]
    points = np.where(other, 0, np.maximum(points, _at_last(pages, rows)))
    headed = _is_headed(pages, rows, headlines, timed) | ((rows == headlines[pages.document[rows]] + 1) & (cued | led))
    points = np.where(pages.once(day_lists).documents[pages.document[rows]] & ~published & ~headed, 0, points)
    points[pages.mask(days_of_teasers(pages))[rows] & ~published & ~timed] = 0
    footer = pages.mask(footers_of_posts(pages))[rows] & ~other
    points, said = np.where(footer, np.maximum(points, _ENOUGH), points), said | footer
    enough = points >= _ENOUGH
    return rows[enough], points[enough], said[enough]


def _is_of_others(pages: Pages, rows: Ints, headlines: Ints, alone: Flags) -> Flags:
    """Return which rows date other articles or events.

    They are alone below an article that has several there, or below the headline in, or right below, a heading of other
    articles; or below the headline of a teaser, with or without its byline.
    """
    document = pages.document[rows]
    below = alone & (rows > pages.closing[document])
    found: Flags = below & (np.bincount(document[below], minlength=len(pages))[document] > 1)
    headings = np.append(-1, np.flatnonzero(pages.with_cue(RELATED)))
    near = headings[np.searchsorted(headings, rows, "right") - 1]
    bylines = pages.cued(("byline",))[rows - 1] & (rows > pages.first[document])
    found |= of_other_articles(pages, rows) | (bylines & of_other_articles(pages, rows - bylines))
    return found | ((near > np.maximum(headlines, pages.first - 1)[document]) & (near >= rows - _BELOW_HEADING))


def _is_headed(pages: Pages, rows: Ints, headlines: Ints, timed: Flags) -> Flags:
    """Return which rows state a time (`timed`) right below the headline, if few others of the document do."""
    document = pages.document[rows]
    few = np.bincount(document[timed], minlength=len(pages))[document] < LISTED
    near = (rows > headlines[document]) & (rows <= headlines[document] + 2) & (headlines[document] != NO_TITLE)
    found: Flags = near & timed & few
    return found


def _at_last(pages: Pages, rows: Ints) -> Floats:
    """Return the points of rows below an article, or among its last lines, that state its last change."""
    below = (rows >= pages.closing[pages.document[rows]] - _AFTER) & (pages.chars[rows] <= _LONGEST // 2)
    below &= rows > pages.opening[pages.document[rows]] + _NEAR
    above = np.maximum(rows - 1, pages.first[pages.document[rows]])
    asked = pages.mask(np.append(rows, above))
    told = pages.holding(pl.col("folded").str.contains(_AT_LAST), asked)
    said = pages.mask(told)[rows] | (pages.mask(told)[above] & (pages.chars[above] <= _LONGEST_LAST))
    return np.where(below & said & (rows < pages.ends(pages.opening)[pages.document[rows]]), _ENOUGH, 0.0)


def _place_points(pages: Pages, rows: Ints, headlines: Ints, alone: Flags, told: Flags) -> Floats:
    """Return the points of rows by position; `alone` flags rows that are only a date, `told` those that say more."""
    document = pages.document[rows]
    top = np.where(headlines == NO_TITLE, pages.opening, headlines)
    start = np.minimum(starts(pages, top), pages.last)
    opening, closing, end = (
        start[document],
        pages.closing[document],
        pages.ends(np.maximum(top, pages.opening))[document],
    )
    printed = np.union1d(copies(pages, headlines), top[top < pages.last])
    copy = _nearest(printed, rows)
    top = np.minimum(top[document], np.append(printed, len(pages.lines))[np.searchsorted(printed, rows)])
    copy = np.where(copy >= pages.first[document], copy, top)
    above = np.maximum(rows - 1, 0)
    steep = 3.0 - _SLOPE * (top - rows)
    # Below a heading inside the article, or a teaser's headline, it is the day of what that names.
    teaser = (pages.weight[above] >= _TEASER) & (pages.cue[above] < 0) & (above > opening + _AFTER)
    named = pages.content[above] | teaser
    headed = (above > opening) & named & ~pages.flags("sentence")[above] & ~pages.dated[above]
    places = (
        ((rows > end) | without_head(pages, headlines)[document], 0.0),
        ((copy <= rows) & (rows <= opening + 1), np.maximum(4.0 - _GENTLE * (rows - copy), 2.0)),
        (
            alone & told & (top - _FAR_ALONE <= rows) & (rows < top),
            np.maximum(steep, 2.5 - _SLOPE_ALONE * (top - rows)),
        ),
        ((top - np.where(told | (headlines == NO_TITLE)[document], _FAR, _RIGHT_ABOVE) <= rows) & (rows < top), steep),
        ((opening < rows) & (rows <= opening + _NEAR) & ~pages.content[rows] & ~headed, 2.0),
        (alone & (opening < rows) & (rows <= opening + _NEAR_ALONE) & ~pages.content[rows] & ~headed, 1.5),
        ((closing < rows) & (rows <= closing + _AFTER) & ~headed, 1.5),
        ((rows == closing) & (rows > opening) & (pages.chars[rows] <= _SIGNED), 1.5),
    )
    return np.select([where for where, _ in places], [points for _, points in places], 0.0)


def starts(pages: Pages, tops: Ints) -> Ints:
    """Return where each article begins below `tops` (a row of each document), or else where it begins at all."""
    running = pages.said[pages.weight[pages.said] >= RUNNING]
    return np.maximum(pages.opening, pages.earliest(running[running >= tops[pages.document[running]]], pages.opening))


def _nearest(places: Ints, rows: Ints) -> Ints:
    """Return for each row the last position (ascending) at or above it, or -1."""
    return np.append(-1, places)[np.searchsorted(places, rows, "right")]
