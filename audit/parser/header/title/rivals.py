"""Candidates for the headline that yield to another one of their page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.header.title.agreement import is_below_path, is_drawn, is_named, is_said_twice
from audit.parser.header.title.own_furniture import is_above_own, is_defined, is_several

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Lines below a headline in which its byline and day are, and in which a heading of its text yields to it.
_HEAD, _HEADED = 4, 14
# Blocks below a text's beginning in which headlines occur.
TOP: Final = 3
# A sum above that of any forest, for headlines quoted by a notice.
QUOTED: Final = 1 << 24
# Distance above the article of a far headline, and maximum of a near one; minimum number and share of common words of
# the latter, and lines between it and a date or byline.
_FAR_ABOVE, _NEAR, _WORDS, _OWN, _RIGHT_ABOVE, _BESIDE = 15, 12, 2, 0.65, 2, 8
# Its minimum sum; repetitions typical of menus.
_RIVAL, _OVER_AND_OVER = -50, 3
# Maximum lead of a first line above at least so many dropped ones.
_RIVALLING, _MENU = 50, 2
# Minimum letters of a deck, and how much longer it is than its headline; maximum lead over it.
_DECK, _LONGER, _DECK_LEAD = 60, 1.5, 100
# Marks of a question or a call: such headlines end like a sentence.
_CALLS: Final = "?!？！؟"
# Maximum lead of lines that are about as likely, and length of a kicker as part of its headline. (Of 126 pairs of at
# most three words and a line half as long again, right above a date or byline, 125 are a kicker and its headline.)
_ALIKE, _KICKER = 40, 0.7


def is_outdone(pages: Pages, rows: Ints, sums: Ints) -> Flags:
    """Return which rows yield to another candidate near the start of the article.

    Candidates far above it without date or byline yield to one right above such a line; lines the page repeats, as in
    menus, yield to an unrepeated one, and a few such words to several above what only pages of a kind print; a line
    above the page's path, to what ends it right below; a first one above a menu, to one as likely right above a date;
    all of an entry's box, to the entry that is the first line of its page.
    """
    document = pages.document[rows]
    above, (shared, share) = pages.opening[document] - rows, pages.speech
    told = np.concatenate([[0], np.cumsum(pages.meta)])
    told_below = [
        told[np.minimum(rows + 1 + n, pages.last[document])] - told[rows + 1] for n in (_RIGHT_ABOVE, _BESIDE)
    ]
    times = pages.lines["times"].to_numpy()[rows]
    near = (above >= 0) & (above <= _NEAR) & (shared[rows] >= _WORDS) & (share[rows] >= _OWN)
    near &= sums >= _RIVAL
    several, own = is_several(pages, rows), is_above_own(pages, rows) & (times == 1)
    listed = (times > 1) & ~several & ~pages.meta[rows] & ~is_said_twice(pages, rows) & ~is_named(pages, rows)
    path = is_below_path(pages, rows)
    outdone = (
        (near & (told_below[0] > 0) & ~pages.meta[rows], (above >= _FAR_ABOVE) & (told_below[1] == 0)),
        (near & (times == 1), (times >= _OVER_AND_OVER) & ~is_said_twice(pages, rows)),
        (own & several, listed),
        (path, sums < QUOTED // 2),
    )
    found = np.zeros(len(rows), bool)
    for rival, loser in outdone:
        last = np.full(len(pages), -1)
        np.maximum.at(last, document[rival], rows[rival])
        found |= loser & (rows < last[document]) & (sums < QUOTED // 2) & ~path
    entries = is_defined(pages, rows) & (rows == pages.first[document])
    found |= np.isin(document, document[entries]) & (rows < pages.opening[document]) & (sums < QUOTED // 2)
    dated = ~pages.meta[rows] & (told_below[0] > 0) & (rows - pages.first[document] > TOP)
    best = np.full(len(pages), -QUOTED)
    np.maximum.at(best, document[dated], sums[dated])
    found |= _is_above_menu(pages, rows) & (sums <= best[document] + _RIVALLING) & (sums < QUOTED // 2)
    yields: Flags = found & ~entries
    return yields


def likeliest_above(pages: Pages, rows: Ints, sums: Ints, tops: Flags, dated: Flags) -> tuple[Flags, Flags]:
    """Return which rows a date or byline below speaks for, given those that are right above one (`tops`, `dated`).

    Then which are no headline. That a line is right above says that the headline is near: the lowest line there may be
    an attribution. So a line above it that is no kicker is the headline if it is likelier; if it is about as likely,
    the lower one is none. Kickers yield.
    """
    found, none = tops.copy(), np.zeros(len(rows), bool)
    document, weight, several = pages.document[rows], pages.weight[rows], is_several(pages, rows)
    for n in np.flatnonzero((tops | dated) & (np.abs(sums) < QUOTED // 2)).tolist():
        above = [k for k in range(max(n - TOP, 0), n) if rows[n] - rows[k] == n - k and document[k] == document[n]]
        longer = [k for k in above if (several[k] or weight[k] >= _KICKER * weight[n]) and not pages.meta[rows[k]]]
        longer = _without_paths(pages, rows, n, longer)
        best = max(longer, key=sums.__getitem__, default=n)
        leads = sums[best] > sums[n] + _ALIKE
        if leads or (n - 1 in longer and sums[n - 1] > sums[n] - _ALIKE):
            found[n], none[n] = False, True
            found[best] |= tops[n] and leads
        elif tops[n]:
            none[[k for k in above if not (several[k] or k in longer) and sums[k] < QUOTED // 2]] = True
    return found, none


def _without_paths(pages: Pages, rows: Ints, n: int, above: list[int]) -> list[int]:
    """Return which places `above` are no path that ends with the line at place `n`: Home / Harbours / The ferry."""
    if not above:
        return above
    line, *lines = pages.texts(rows[[n, *above]])
    return [k for k, path in zip(above, lines, strict=True) if path == line or not path.endswith(line)]


def is_deck(pages: Pages, rows: Ints, sums: Ints) -> Flags:
    """Return which rows are a long line right below another headline, which is shorter and not far less likely.

    What stands above a headline is one to three words.
    """
    above, weight = np.searchsorted(rows, rows - 1), pages.weight
    found: Flags = (rows[above] == rows - 1) & (pages.document[rows[above]] == pages.document[rows])
    head = rows[above]
    found &= is_several(pages, head) & (~pages.flags("sentence") | pages.closed(_CALLS))[head]
    found &= (sums[above] >= sums - _DECK_LEAD) & (sums < QUOTED // 2)
    return (found & (weight[rows] >= np.maximum(_DECK, _LONGER * weight[head]))) | _is_below_its_headline(
        pages, rows, sums
    )


def _is_below_its_headline(pages: Pages, rows: Ints, sums: Ints) -> Flags:
    """Return which rows are drawn from the text, right below a headline of several words."""
    above = np.searchsorted(rows, rows - 1)
    found: Flags = (rows[above] == rows - 1) & (pages.document[rows[above]] == pages.document[rows])
    found &= is_several(pages, rows[above]) & (sums < QUOTED // 2)
    found[found] = is_drawn(pages, rows[found])
    return found


def is_below_head(pages: Pages, rows: Ints, sums: Ints) -> Flags:
    """Return which rows are below a headline with its byline and day, or its repetition and day, and above no other.

    They are headings of its text, or of a notice above it, however alike a headline they look.
    """
    last = pages.last[pages.document[rows], None] - 1
    below = np.minimum(rows[:, None] + np.arange(1, _HEAD + 1), last)
    days = (pages.dated & pages.meta)[below]
    bylines = (pages.cued(("byline",)) & ~pages.dated)[below].any(axis=1)
    heads = is_several(pages, rows) & ~pages.meta[rows] & (sums >= 0)
    heads &= (bylines & days.any(axis=1)) | (is_said_twice(pages, rows) & days[:, :2].any(axis=1))
    first, end = pages.first[pages.document[rows]], last[:, 0] + 1
    above = np.searchsorted(rows[heads], rows)
    head = np.append(0, rows[heads])[above]
    found: Flags = (above > 0) & (head >= first) & (rows - head <= _HEADED) & ~heads
    # The whole head is above them, and none below.
    told = np.append(0, np.cumsum(pages.meta))
    found &= told[np.minimum(rows, head + _HEAD + 1)] > told[np.minimum(rows, head + 1)]
    found &= told[np.minimum(rows + _HEAD + 1, end)] == told[np.minimum(rows + 1, end)]
    return found & (sums < QUOTED // 2)


def _is_above_menu(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are the first of their page, above lines that were dropped."""
    last = pages.last[pages.document[rows]] - 1
    dropped = ~(pages.content | pages.meta)
    found: Flags = (rows == pages.first[pages.document[rows]]) & ~pages.flags("twin")[rows]
    for step in range(1, _MENU + 1):
        found &= dropped[np.minimum(rows + step, last)]
    return found


def is_tag(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are a word in small letters little below a candidate of several words: a tag, a button."""
    bare = pages["space"][rows]
    found: Flags = (bare + pages["upper"][rows] + pages["wide"][rows]) == 0
    several = np.append(-QUOTED, rows[(bare > 0) & ~pages.meta[rows]])
    above = several[np.searchsorted(several, rows) - 1]
    found &= (rows - above <= TOP) & (above >= pages.first[pages.document[rows]])
    found[found] = [line.islower() for line in pages.texts(rows[found], "text")]
    return found
