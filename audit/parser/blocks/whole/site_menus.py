"""Menus at the top of pages on which nothing else says that it is furniture: the chapters of a manual, say.

Such a menu names the page itself among the others, and right below it the page begins with that name. A table of
contents names what follows, so that many of its entries recur; a list below a title does not hold the title.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np

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
