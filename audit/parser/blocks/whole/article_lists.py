"""Pages of a list of articles: titles with their days or first words, above a pager, and no prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from audit.parser.blocks.context.margins import trails_off
from audit.parser.tables.walls import PAGER
from audit.text import dates
from audit.text.punctuation import BULLETS, FULL_STOPS, SENTENCE_CLOSERS, SENTENCE_STOPS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

# Minimum items of a list, maximum lines of it and from one item to the next; maximum characters of an item's line, and
# minimum letters of prose.
_ITEMS, _INDEX, _APART, _LINE, _PROSE = 3, 300, 4, 120, 60
# Minimum letters of a title, and of the first words of its text.
_TITLE, _TEASER = 4, 20


def indexed(rows: Rows) -> Flags:
    """Return which blocks are on a page of a list of articles: it leads to others, and none of its lines is prose.

    Days of articles go backwards, unlike those of threads and of plans; or what follows their titles is cut off. Below
    the days of releases, unlike those of articles, are lists.
    """
    documents, whole = rows.documents, ~rows.cut_off
    ended, said = (whole & rows.closed(stops, SENTENCE_CLOSERS) for stops in (FULL_STOPS, SENTENCE_STOPS))
    dated, cut = rows["dated"] & ~ended & (rows["chars"] <= _LINE), rows.once(_cut_off)
    items = np.maximum(documents.total(dated), documents.total(cut))
    likely = (items >= _ITEMS) & (documents.size <= _INDEX) & ~documents.any(said & (rows["weight"] >= _PROSE))
    likely &= documents.total(rows.opened(BULLETS) & ~dated) <= items
    asked = likely & (rows["chars"] <= _LINE) & (np.maximum(documents.above(dated), documents.above(cut)) >= _ITEMS)
    found: Flags = likely & documents.any(rows.matching("folded", PAGER, asked))
    for first in np.unique(documents.first[found]).tolist():
        here = slice(first, int(documents.last[first]))
        days = np.flatnonzero(dated[here]) + first
        found[here] = _goes_back(rows.texts(days), days) or _is_near(np.flatnonzero(cut[here]))
    return found


def _cut_off(rows: Rows) -> Flags:
    """Return which lines trail off right below a title: in talk a sentence is above, or who speaks, again and again."""
    cut, first = trails_off(rows["closes"]) | rows.closed("…", "])"), rows.documents.first
    titled = ~(rows.closed(FULL_STOPS, SENTENCE_CLOSERS) | cut | rows.colon | rows["twin"]) & (rows["weight"] >= _TITLE)
    found: Flags = cut & (rows["weight"] >= _TEASER) & np.append(False, titled[:-1]) & (rows.documents.here > first)
    return found


def _goes_back(lines: list[str], rows: NDArray[np.int64]) -> bool:
    """Return whether the days of some lines, near each other, are of several and none is after the one above."""
    days = [stated[0].at.date() for line in lines if (stated := dates.find(line))]
    return _is_near(rows) and len(set(days)) >= _ITEMS and days == sorted(days, reverse=True)


def _is_near(rows: NDArray[np.int64]) -> bool:
    return len(rows) >= _ITEMS and int(np.diff(rows).max()) <= _APART
