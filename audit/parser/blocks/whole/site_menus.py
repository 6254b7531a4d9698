"""Menus at the top of pages that do not look like any: the chapters of a manual, the products of a company.

A menu on a page on which nothing else is furniture names the page itself among the others, and right below it the page
begins with that name. A table of contents names what follows, so that many of its entries recur; a list below a title
does not hold the title. Above the button by which a reader logs in, single sentences are taglines of a menu's entries.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.segments import Segments
from audit.parser.tables.line_cues import HEADER
from audit.text.tables import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.parser.blocks.context.rows import Flags, Rows

# Minimum lines of a menu, of those above its entry for the page, and of those between this and the page's name; and
# between that and the first paragraph, at most.
_LINES, _ABOVE, _BETWEEN, _NEAR = 20, 2, 8, 6
# Minimum letters of a paragraph; maximum characters of an entry, of which one in so many may be longer, end like a
# sentence, or be there twice; entries that may recur below by chance, and one in so many more.
_PARAGRAPH, _ENTRY, _ODD, _BY_CHANCE, _ONE_IN = 80, 60, 10, 2, 10
# The page is named twice, by words: labels recur in lists, and lists of what is offered have prices.
_TWICE: Final = 2
_WORDS: Final = re.compile(r"[^\W\d_]{2}.*[^\W\d_]{2}")
_PRICED: Final = re.compile(r"[$€£¥₽₹]\s?\d|\d\s?[€£₽円元]")
_MARKS: Final = " ¶#*•-–·:"
# By what a reader logs in, and how many things are in the cart; minimum taglines above it, maximum characters of one,
# and of them in a row, and the share of a page's letters and of the lines there that they have at most. (On three
# labelled pages these are 1,400 letters of menus, and none of a text.)
_ACCOUNT: Final = frozenset(phrases("menus", "account"))
_COUNTED, _TAGLINES, _TAGLINE, _IN_A_ROW, _OF_LETTERS, _OF_LINES = 4, 3, 110, 2, 4, 2


def is_site_menu(rows: Rows, plain: Flags) -> Flags:
    """Return which lines are the menu above the text of a page, most of it `plain`: nothing says it is furniture."""
    documents = rows.documents
    prose = rows["sentence"] & (rows.letters >= _PARAGRAPH)
    head = ~prose & (documents.above(prose) == 0)
    entry = head & ~rows["sentence"] & (rows["chars"] <= _ENTRY)
    size = documents.total(head)
    asked = (size >= _LINES) & documents.any(prose) & (_ODD * documents.total(entry) >= (_ODD - 1) * size)
    asked &= 2 * documents.total(plain & head) >= size
    found = np.zeros(len(plain), np.bool_)
    for first in np.unique(documents.first[asked]).tolist():
        last = int(documents.last[first])
        lines = [line.strip(_MARKS) for line in rows.texts(np.arange(first, last))]
        found[first : first + _menu(lines, int(size[first]))] = True
    return found


def _menu(lines: Sequence[str], size: int) -> int:
    """Return how many lines of a page are a menu, of which the first `size` are above its first paragraph."""
    times = Counter(lines)
    for at in range(max(size - _NEAR, _LINES), size):
        if times[lines[at]] == _TWICE and lines[at] in lines[_ABOVE : at - _BETWEEN] and _WORDS.search(lines[at]):
            entries = {*lines[:at]}
            again = len(entries & {*lines[at:]})
            alike = _ODD * len(entries) < (_ODD - 1) * at or again > max(_BY_CHANCE, len(entries) // _ONE_IN)
            return 0 if alike or any(map(_PRICED.search, entries)) else at
    return 0


def is_above_account(rows: Rows, content: Flags, furnished: Flags) -> Flags:
    """Return which lines of `content` are taglines of a menu: above the login of the page, few, and no text."""
    documents, (numbers, words) = rows.documents, rows.seen
    sizes = np.array([len(word) * (word in _ACCOUNT) for word in words] + [0])[numbers]
    account = furnished & ~content & (sizes > 0) & (rows["chars"] <= sizes + _COUNTED)
    said, letters, count = content & rows["sentence"], np.where(content, rows.letters, 0), documents.above(content)
    text = rows.with_cue(HEADER) | (content & (rows["chars"] > _TAGLINE))
    text |= said & (Segments.of(documents.first, said).size > _IN_A_ROW)
    account &= (count >= _TAGLINES) & (documents.above(text) == 0)
    account &= _OF_LETTERS * documents.above(letters) <= documents.total(letters)
    account &= _OF_LINES * count <= documents.here - documents.first
    found: Flags = content & (documents.total(account) > documents.above(account) + account)
    return found
