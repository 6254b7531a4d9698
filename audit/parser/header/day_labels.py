"""Labels of dates: publication, update, or something else.

If only an update is stated, its date is taken: of 74 such pages with known date it is right on 57 (news 19 of 21, all
others 38 of 53), and nothing on a page tells which. It is never taken next to a publication date.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.context.regex_search import holds_any
from audit.parser.tables import lists, patterns
from audit.parser.tables.other_days import (
    AT_AN_HOUR,
    BEGINS_WITH_SOMETHING_ELSE,
    EVENT_BESIDE,
    OF_SOMETHING_ELSE,
    SOMETHING_ELSE,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Maximum characters of a line that labels the next one.
_LABEL: Final = 24
# Characters of a line in which a label precedes the date.
_BEGUN: Final = 16
# Maximum lines between an event's venue and its date, and characters of such a line.
_BESIDE, _LONGEST_PLACE = 2, 80
_LISTS, _PATTERNS = lists("day_labels"), patterns("day_labels")
PUBLISHED: Final = _LISTS["published"]
UPDATED: Final = _LISTS["updated"]
DATES: Final = _LISTS["dates"]
WRITERS: Final = _LISTS["writers"]
# Labels of publication, or of a writer before its date.
_PUBLICATION: Final = (*DATES, *WRITERS)
_DATE: Final = re.compile(_PATTERNS["date"])
_CALLED: Final = re.compile(_PATTERNS["called"])
ENTRY: Final = _PATTERNS["entry"]
_ENTRY: Final = re.compile(_PATTERNS["entry_words"])
# Lines within which an entry stands, and its maximum characters.
_NEAR_AN_ENTRY, _LONGEST_ENTRY = 6, 60
# Words of a policy for the data of readers, lines around the start of a page that is one, and sentences above its day.
_POLICY: Final = re.compile(_PATTERNS["policy"])
_LABELS, _SENTENCES = 12, 1
EDITED: Final = _PATTERNS["edited"]
_ANSWERS: Final = re.compile(_PATTERNS["answers"])


def labels(pages: Pages, rows: Ints) -> tuple[Flags, Flags, Flags, Flags]:
    """Return which rows are labelled, in the line or the short one above, as publication, and which as update.

    Then which are about an update alone, not only in their second date; and which date something else.
    """
    above, folded = np.maximum(rows - 1, pages.first[pages.document[rows]]), pl.col("folded").str
    # What has a day of its own labels no other.
    label = np.flatnonzero((pages.chars[above] <= _LABEL) & ~pages.dated[above])
    asked = np.append(rows, above[label])
    lines = pages.picked(asked)
    begun = pages.mask(pages.holding(BEGINS_WITH_SOMETHING_ELSE, pages.mask(asked)))[asked]
    told = lines.to_frame().select(
        published=folded.contains(_PATTERNS["told"]) | pl.lit(holds_any(lines, PUBLISHED)),
        updated=pl.lit(holds_any(lines, UPDATED)),
        other=OF_SOMETHING_ELSE | pl.lit(holds_any(lines, SOMETHING_ELSE) | begun),
        hour=AT_AN_HOUR,
        edited=folded.contains(EDITED),
        dated=folded.contains(_PATTERNS["dated"]),
    )
    here, there = (
        {name: told[name].to_numpy()[some].copy() for name in told.columns}
        for some in (slice(len(rows)), slice(len(rows), None))
    )
    # A word after the first date refers to the second.
    first = here["updated"].copy()
    first[first] = [any(map(line[:_BEGUN].__contains__, UPDATED)) for line in pages.texts(rows[first])]
    first |= ~here["updated"]
    for name, column in here.items():
        column[label] |= there[name]
    published, updated, other, hour, edited, dated = here.values()
    dated[dated] = ~_beside_a_place(pages, rows[dated])
    published |= dated
    other |= (hour & ~updated) | _is_of_an_answer(pages, rows)
    alone = np.flatnonzero(updated & ~published)
    other[alone] |= edited[alone] | _beside_an_entry(pages, rows[alone]) | _ends_a_policy(pages, rows[alone])
    plain = ~(published | updated)
    plain[plain] = _is_called(pages, rows[plain]) | _beside_a_place(pages, rows[plain])
    return published, updated, updated & ~published & first, other | plain


def _is_called(pages: Pages, rows: Ints) -> Flags:
    """Return which rows have a label before their day, on their line or the one above, that is none of publication."""
    above = np.maximum(rows - 1, pages.first[pages.document[rows]])
    apart = pages.closed(":：")[above] & (pages.chars[above] <= _LABEL) & (pages.cue[above] < 0)
    told = zip(pages.texts(above), pages.texts(rows), apart.tolist(), strict=True)
    lines = [f"{label} {line}" if below else line for label, line, below in told]
    called = [bool(_CALLED.match(line)) and not any(map(line.__contains__, _PUBLICATION)) for line in lines]
    return np.array([some and not _DATE.match(line) for some, line in zip(called, lines, strict=True)], bool)


def _is_of_an_answer(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are below the number of answers of a question: its own day is above."""
    counts = pages.holding(_ANSWERS, (pages.chars <= _LABEL) & (pages.lines["digit"].to_numpy() > 0))
    found: Flags = rows > pages.earliest(counts, pages.last)[pages.document[rows]]
    return found


def _beside_a_place(pages: Pages, rows: Ints) -> Flags:
    """Return which rows have a line next to them that states a venue or an entrance fee."""
    return _beside(pages, rows, EVENT_BESIDE, (_BESIDE, _LONGEST_PLACE))


def _beside_an_entry(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are among the entries of a job offer, a house, an app or a wiki."""
    return _beside(pages, rows, _ENTRY, (_NEAR_AN_ENTRY, _LONGEST_ENTRY))


def _ends_a_policy(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are below sentences of a policy for readers' data, on pages that do not begin with one."""
    opening = pages.opening[pages.document]
    here = np.arange(len(opening))
    high = (here <= opening) & (pages.chars <= _LONGEST_ENTRY) & np.isin(pages.document, pages.document[rows])
    is_policy = np.isin(
        pages.document[rows], pages.document[pages.holding(_POLICY, high & (here >= opening - _LABELS))]
    )
    low = np.flatnonzero((rows > opening[rows] + _LABELS) & ~is_policy)
    found = np.zeros(len(rows), bool)
    likely = pages.flags("sentence") & pages.mask((rows[low][:, None] - np.arange(1, _NEAR_AN_ENTRY + 1)).ravel())
    told = pages.holding(_POLICY, likely)
    found[low] = np.isin(rows[low][:, None] - np.arange(1, _NEAR_AN_ENTRY + 1), told).sum(axis=1) >= _SENTENCES
    return found


def _beside(pages: Pages, rows: Ints, pattern: re.Pattern[str], limits: tuple[int, int]) -> Flags:
    """Return which rows have a line with the pattern within the limits: lines away, and characters."""
    reach, longest = limits
    document, steps = pages.document[rows], [step for step in range(-reach, reach + 1) if step]
    places = [np.clip(rows + step, pages.first[document], pages.last[document] - 1) for step in steps]
    likely = pages.mask(np.concatenate(places))
    told = pages.mask(pages.holding(pattern, likely & (pages.chars <= longest)))
    found: Flags = np.any([told[place] for place in places], axis=0)
    return found


def is_labelled(line: str) -> bool:
    """Return whether a line begins with a label of publication or an update, and has a number: Uppdaterad 15.59."""
    return line.casefold().startswith((*PUBLISHED, *UPDATED)) and any(map(str.isdigit, line))
