"""Lines that a page says again where it names its headline: the end of its path, the line below, a window title.

And headings of documentation, with a link to themselves.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.text.sites.window_titles import beginnings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Added to the sum of weights (hundredths of a natural logarithm of odds) of a line that is said again right below.
REPEATED: Final = 100
# Added to that of the first heading with a link to itself, and of what ends the path right above it.
OWN_HEADING: Final = 400
# A path of several parts, and what it or a window title is divided by.
_PATH: Final = re.compile(r"\s?[»›‹≫>→▸]{1,2}\s?|\s?::\s?| / ")
_PARTED: Final = re.compile(r"[^\W_]\W? ?(?:[»›‹≫>→▸]{1,2}|/ [^\s/][^/]* /) ?[^\W_]")
_PARTING: Final = (*"»›‹≫>→▸", "/ ")
_LONGEST_PATH: Final = 100
_DIVIDED: Final = pl.col("folded").str.contains("[»›‹≫>→▸|_]|::| [«</–—-] ")
# Maximum characters of such a line, and minimum letters of the line said again.
_LONGEST, _LEAST = 300, 4
# Minimum letters of a line that ends a path whose parts are joined, and other characters between them.
_ENDING, _BARS = 12, "/›‹»≫>|"
# Lines below a line in which it is repeated.
_BELOW: Final = 2
# Lines between a window title and its headline, and the headline, at most.
_NEAR: Final = 4
# Behind a heading of documentation, a link to itself (Sphinx, MkDocs), and the minimum number of those on a page.
_LINK, _LEAST_LINKED = "¶", 3
# Minimum letters of a line drawn from the text below.
_DRAWN: Final = 30
# What closes a sentence.
_CLOSED: Final = (*".!?…。！？",)
# Maximum repetitions of such a line on its page: those of menus are repeated more often.
_SAID: Final = 3


def _named(pages: Pages) -> frozenset[tuple[int, str]]:
    """Return by document the last parts of paths, and what window titles begin with."""
    marked = pages.lines["bars"].to_numpy() + pages.lines["marks"].to_numpy() > 0
    high = marked & (np.arange(len(marked)) <= pages.opening[pages.document]) & (pages.chars <= _LONGEST)
    rows = pages.holding(_DIVIDED, high)
    return frozenset(
        (number, part)
        for number, line in zip(pages.document[rows].tolist(), pages.texts(rows), strict=True)
        for part in (_PATH.split(line)[-1], *(headline for headline, _, _ in beginnings(line)))
        if part != line
    )


def is_named(pages: Pages, rows: Ints) -> Flags:
    """Return which rows (ascending) are, word for word, the last part of a path, or what a window title begins with."""
    named = pages.once(_named)
    told = zip(pages.document[rows].tolist(), pages.texts(rows), strict=True)
    return np.array([key in named for key in told], bool) & (pages.weight[rows] >= _LEAST)


def windows(pages: Pages, headlines: Ints) -> Ints:
    """Return the rows of window titles a few lines above each document's headline (a row, or -1) that begin with it.

    They say nothing that the headline and the page do not.
    """
    titled = headlines[headlines >= 0]
    rows = (titled[:, None] - np.arange(1, _NEAR + 1)).ravel()
    below = np.repeat(titled, _NEAR)
    able = (rows >= pages.first[pages.document[below]]) & _may_head(pages, below)
    rows, below = rows[able], below[able]
    told = _window_heads(pages, rows)
    return np.array(
        [row for row, line in zip(rows.tolist(), pages.texts(below, "text"), strict=True) if line in told.get(row, ())],
        np.int64,
    )


def printed_below(pages: Pages, headlines: Ints) -> Ints:
    """Return the headlines, each window title replaced by the line a few lines below that it begins with."""
    found = headlines.copy()
    for row, heads in _window_heads(pages, headlines[headlines >= 0]).items():
        below = np.arange(row + 1, min(row + 1 + _NEAR, pages.last[pages.document[row]]))
        below = below[_may_head(pages, below)]
        same = (other for other, text in zip(below.tolist(), pages.texts(below, "text"), strict=True) if text in heads)
        found[pages.document[row]] = next(same, row)
    return found


def _may_head(pages: Pages, rows: Ints) -> Flags:
    """Return which rows may be a headline that begins a window title: one word of a plain text begins other lines."""
    several = (pages["space"][rows] > 0) | (pages.lines["wide"].to_numpy()[rows] > 0)
    return (pages.weight[rows] >= _LEAST) & (several | ~pages.is_plain[pages.document[rows]])


def _window_heads(pages: Pages, rows: Ints) -> dict[int, set[str]]:
    """Return by row what lines begin with that may be window titles."""
    told = pages.holding(_DIVIDED, pages.mask(rows[pages.chars[rows] <= _LONGEST]))
    return {row: _heads(line) for row, line in zip(told.tolist(), pages.texts(told, "text"), strict=True)}


def _heads(line: str) -> set[str]:
    """Return what a line begins with if it is a window title: behind a mark is a name, not more of the headline."""
    return {head for head, _, name in beginnings(line) if not name[:1].islower()}


def follows_path(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are right below the last path above the start of their article: Home > Houses."""
    paths = pages.once(_paths)
    last = np.append(-1, paths)[np.searchsorted(paths, pages.opening, "right")]
    found: Flags = (rows == last[pages.document[rows]] + 1) & (rows > pages.first[pages.document[rows]])
    return found


def _paths(pages: Pages) -> Ints:
    """Return the short lines of several parts with a mark of a path between them."""
    marked = pages.lines["bars"].to_numpy() + pages.lines["marks"].to_numpy() > 0
    short = marked & (pages.chars <= _LONGEST_PATH) & ~pages.flags("sentence")
    return pages.holding(_PARTED, pages.naming(_PARTING, short))


def is_below_path(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are right below a path of which they are the last part: Home > About us > Our boats."""
    above = np.maximum(rows - 1, pages.first[pages.document[rows]])
    lines = zip(pages.texts(rows), pages.texts(above), strict=True)
    parted = [(line, _PATH.split(path)) for line, path in lines]
    return np.array([len(parts) > 1 and parts[-1] == line for line, parts in parted], np.bool_)


def is_named_once(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are named by the page, which does not say them again: a section is in its menu as well."""
    return is_named(pages, rows) & ~pages.flags("twin")[rows]


def ends_path(pages: Pages, rows: Ints) -> Flags:
    """Return which rows end the line right above, to the parts of which they are joined: HomeRiversThe ferry sails."""
    above = np.maximum(rows - 1, pages.first[pages.document[rows]])
    found = (pages.weight[rows] >= _ENDING) & (pages.chars[above] <= _LONGEST)
    found &= pages.chars[above] > pages.chars[rows] + _LEAST
    lines = zip(pages.texts(rows[found], "text"), pages.texts(above[found], "text"), strict=True)
    found[found] = [path.endswith(line) and _is_joint(path.removesuffix(line), line[0]) for line, path in lines]
    return found


def _is_joint(before: str, first: str) -> bool:
    """Return whether the last part of a path may begin with a character, behind what is before it."""
    return (before[-1].islower() and first.isupper()) or before.rstrip()[-1:] in _BARS


def _said_twice(pages: Pages) -> Ints:
    """Return the rows that occur two or three times on their page, two of them at most two lines apart."""
    rows = np.flatnonzero(pages.flags("twin") & (pages.lines["times"].to_numpy() <= _SAID) & (pages.chars <= _LONGEST))
    folded, last, found = pages.lines["folded"], pages.last[pages.document[rows]], [rows[:0]]
    for step in range(1, _BELOW + 1):
        here = rows[rows + step < last]
        same = here[(folded[here] == folded[here + step]).to_numpy()]
        found += [same, same + step]
    return np.concatenate(found)


def is_said_twice(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are said again on one of the next two lines, or the last two, and hardly elsewhere."""
    return pages.mask(pages.once(_said_twice))[rows]


def is_drawn(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are the first sentence of a line further down, word for word: decks drawn from the text."""
    last = pages.last[pages.document[rows]]
    found: Flags = (pages.weight[rows] >= _DRAWN) & ~pages.flags("twin")[rows] & (rows + 1 < last)
    texts = pages.stretches(rows[found] + 1, last[found])
    lines = zip(pages.texts(rows[found]), texts, strict=True)
    found[found] = [
        any(other.startswith(line) and other[len(line) :][:1] in _CLOSED for other in text) for line, text in lines
    ]
    return found


def own_headings(pages: Pages) -> Ints:
    """Return the first heading of each document with a link to itself behind it, if it has several.

    And the lines above prose, right below a path of which they are the last part, wherever they are: Home / Our boats.
    """
    rows = np.flatnonzero(pages.closed(_LINK))
    _, first, times = np.unique(pages.document[rows], return_index=True, return_counts=True)
    below = pages.once(_paths) + 1
    prose = np.append(np.flatnonzero(pages.flags("sentence") & pages.content), len(pages.lines) + 1)
    below = below[prose[np.searchsorted(prose, below, "right")] < pages.last[pages.document[below - 1]]]
    return np.append(rows[first[times >= _LEAST_LINKED]], below[is_below_path(pages, below)])
