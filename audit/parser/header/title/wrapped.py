"""A headline inside a longer line: the end of a breadcrumb, or a window title before its site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.text.tables import phrases

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]

# Separators in a breadcrumb, and between a window title and its site.
_WRAPPED: Final = re.compile(r"\s?[»›‹≫>|→▸]\s?| / ")
# What precedes a headline at the end of a line (or a lower case letter joined to its capital), and what follows one at
# the beginning. A label and colon belong to the headline.
_BEFORE: Final = re.compile(r"[»›‹≫>|→▸/_–—-]\s?$|[a-z\d]$")
_BEHIND: Final = re.compile(r"^(?:\s?[»›‹≫>|_]|\s[–—-]\s|[–—]{1,2})")
# Minimum share of the line that such a headline is.
_MOST_OF_IT, _NO_LABEL = 0.5, 10
# Lines between a headline and the same words behind a label, and maximum characters of a label of a menu.
_BESIDE, _LABEL = 10, 40
# A path that lost its separators begins at the home page.
_FROM_HOME: Final = re.compile(rf"(?:{'|'.join(phrases('menus', 'home'))}) ", re.IGNORECASE)


def unwrapped(pages: Pages, rows: Ints, best: Ints) -> Ints:
    """Return the rows of headlines (`best`, negative for none), that of a line around one replaced by the line's own.

    `rows` are all candidates, in order. A line that is said again on its page is shortened at marks alone.
    """
    found, headline = best.copy(), best[pages.document[rows]]
    rows = rows[(headline >= 0) & (pages.chars[rows] < pages.chars[headline])]
    bounds = np.searchsorted(rows, np.stack([pages.first, pages.last], axis=1))
    titled, printed = np.flatnonzero(bounds[:, 1] > bounds[:, 0]), pages.texts(rows, "text")
    for number, title in zip(titled.tolist(), pages.texts(best[titled], "text"), strict=True):
        here, top = range(*bounds[number].tolist()), int(best[number])
        # What the page says again is a name of its own, no label before another.
        again = bool(pages.flags("twin")[top])
        told = [(n, not again and (abs(int(rows[n]) - top) <= _BESIDE or len(printed[n]) > _LABEL)) for n in here]
        held = [(len(printed[n]), -int(rows[n])) for n, near in told if holds(title, printed[n], near=near)]
        found[number] = -max(held)[1] if held else best[number]
    return found


def holds(title: str, line: str, *, near: bool) -> bool:
    """Return whether a line is a part of a breadcrumb, or a window title without its site.

    Behind a bar it is the section if it is shorter than what is before it. Behind a blank alone, a line that is not
    `near` is a menu's shorter name of something else.
    """
    if line not in title:
        return False
    if _WRAPPED.search(title) and line in {piece.strip() for piece in _WRAPPED.split(title)}:
        return not _is_section(title, line)
    if len(line) < max(_NO_LABEL, 0 if _FROM_HOME.match(title) else _MOST_OF_IT * len(title)):
        return False
    left, right = title.removesuffix(line), title.removeprefix(line)
    joined = _BEFORE.search(left) or (left.endswith(" ") and (near or _FROM_HOME.match(left)))
    begun = left != title and (line[0].isupper() or line[0].isdigit()) and bool(joined)
    return begun or (right != title and bool(_BEHIND.match(right)))


def _is_section(title: str, line: str) -> bool:
    """Return whether a line is behind the bar of a window title (The ferry sails again | Opinion), and shorter."""
    headline, bar, behind = title.rpartition("|")
    return bool(bar) and behind.strip() == line and len(line) < len(headline.strip())
