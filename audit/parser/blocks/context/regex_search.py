"""Selected lines, and search for expressions or words in few of them; polars would recompile these in each batch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# The end of a word in a polars pattern that is only searched for. `\b` makes polars leave its automaton wherever a text
# has other letters than ASCII, and take thirty times as long.
WORD_END: Final = r"(?:\W|$)"

# Lines in which each word is looked for by itself: polars would take longer to build an automaton of the words.
_FEW: Final = 12

# Parts of an expression of which a match may have one or another text, or none: escapes, classes and groups, optional
# characters; and what is left where there are others.
_VARIABLE: Final = re.compile(r"\\.|\[[^\]]*\]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
_OPTIONAL: Final = re.compile(r".(?:[?*]|\{\d*,?\d*\})")
_BETWEEN, _OTHER = re.compile(r"[\0.^$+?]"), frozenset("|()[]{}\\")
# Characters of a text that is worth looking for, at least.
_TELLING: Final = 4


def picked(lines: pl.Series, rows: Ints) -> pl.Series:
    """Return the values of the rows, none of which is negative; polars would look for negative ones, for long."""
    return lines[pl.Series(rows.astype(np.uint32))]


class LineTexts:
    """The lines of a column as strings, each made when it is first asked for: many patterns ask for the same few."""

    def __init__(
        self, lines: pl.Series, made: tuple[NDArray[Any], Flags] | None = None, rows: Ints | None = None
    ) -> None:
        self._lines, self._rows = lines, rows
        self._made, self._is_made = made or (np.empty(len(lines), object), np.zeros(len(lines), np.bool_))

    def among(self, rows: Ints) -> LineTexts:
        """Return the lines of some rows, numbered anew; what is made for either is made for both."""
        return LineTexts(self._lines, (self._made, self._is_made), self._at(rows))

    def __getitem__(self, rows: Ints) -> list[str]:
        """Return the lines in some rows, none of which is negative."""
        rows = self._at(rows)
        missing = rows[~self._is_made[rows]]
        if len(missing):
            self._made[missing] = np.array(picked(self._lines, missing).to_list(), object)
            self._is_made[missing] = True
        found: list[str] = self._made[rows].tolist()
        return found

    def naming(self, words: Sequence[str], rows: Ints) -> Ints:
        """Return which of the rows have a line with one of some words."""
        return rows[holds_any(picked(self._lines, self._at(rows)), words)] if len(rows) else rows

    def _at(self, rows: Ints) -> Ints:
        return rows if self._rows is None else self._rows[rows]


def needed(pattern: str) -> str:
    """Return a text that each match of an expression contains; "" if none of some length is plain to see.

    >>> needed(r"(?:get|see) .{0,9}your inbox"), needed("a|your inbox"), needed("(?:your )?inbo?x")
    ('your inbox', '', '')
    """
    plain = _OPTIONAL.sub("\0", _VARIABLE.sub("\0", pattern))
    longest = max(_BETWEEN.split(plain), key=len)
    return longest if len(longest) >= _TELLING and _OTHER.isdisjoint(plain) else ""


def search_rows(pattern: re.Pattern[str], lines: LineTexts, rows: Ints) -> Ints:
    """Return which of the rows contain the pattern in their line."""
    if not len(rows):
        return rows
    texts = lines[rows]
    # Furniture recurs, within a page and from page to page: each text is searched once.
    held = set(filter(pattern.search, set(texts)))
    return rows[np.array([text in held for text in texts], np.bool_)] if held else rows[:0]


def holds_any(lines: pl.Series, words: Sequence[str]) -> Flags:
    """Return which lines contain one of some words."""
    if len(lines) <= _FEW:
        return np.array([any(map(line.__contains__, words)) for line in lines.to_list()], np.bool_)
    found: Flags = lines.str.contains_any([*words]).to_numpy()
    return found
