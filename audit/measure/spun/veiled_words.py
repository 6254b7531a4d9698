"""Words disguised from a search: letters set apart by signs, and letters of mathematics or in circles.

Read as they are meant, they are judged like others: `c-a-s-i-n-o` may be in a riddle, too.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

import numpy as np

from audit.measure.articles.articles import Articles, Places

# Signs that set letters apart: marks, soft hyphens and characters without width; and blanks Han characters.
_SIGNS: Final = "-.*_~|/+=·•・^#\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SIGN: Final = f"[{re.escape(_SIGNS)}]"
_WIDE: Final = "㐀-鿿"
_LETTER: Final = rf"[^\W\d_{_WIDE}\u3041-\u30ff\uac00-\ud7a3]"
# Four letters, none beside another, with one sign between them, in one word or more; and three Han characters.
_APART: Final = re.compile(
    rf"(?<![^\W_]){_LETTER}({_SIGN})(?:{_LETTER}\1){{2,}}{_LETTER}(?![^\W_])"
    rf"|[{_WIDE}]({_SIGN}| )[{_WIDE}](?:\2[{_WIDE}])+"
)
# Letters of mathematics, and in circles.
_STYLED: Final = re.compile("[\U0001d400-\U0001d7ff\u24b6-\u24e9]")
_FIRST_HAN: Final = 0x3400
_FIRST_STYLED, _LAST_STYLED, _FIRST_CIRCLED, _CIRCLED = 0x1D400, 0x1D7FF, 0x24D0, 26
# How far the last of several styled letters is from the first: fewer are a formula.
_BEYOND: Final = 3


@dataclass(frozen=True, slots=True)
class UnveiledText:
    """A text as it is meant: of each character the position in the text as it is written.

    `changed` are the positions in the former of characters that were disguised; without any there are no others.
    """

    text: str
    places: list[int]
    changed: list[int]

    def is_veiled(self, start: int, end: int) -> bool:
        """Return whether a span contains something that was disguised."""
        return bisect_left(self.changed, end) > bisect_left(self.changed, start)

    def meant(self, start: int, end: int) -> tuple[int, int]:
        """Return a span as it is written."""
        return self.places[start], self.places[end - 1] + 1


def unveiled(written: str) -> UnveiledText:
    """Return a text with disguised words as they are meant.

    >>> unveiled("buy c-a-s-i-n-o \U0001d41b\U0001d428\U0001d427\U0001d42e\U0001d42c, 减*肥*药").text
    'buy casino bonus, 减肥药'
    """
    dropped, joined = set[int](), set[int]()
    runs = list(_APART.finditer(written))
    if not runs and not _STYLED.search(written):
        return UnveiledText(written, [], [])
    # Beside longer words shorter ones are set apart, too.
    for sign in {match[1] for match in runs} - {None}:
        runs += re.finditer(rf"(?<![^\W_]){_LETTER}(?:{re.escape(sign)}{_LETTER})+(?![^\W_])", written)
    for match in runs:
        dropped.update(range(match.start() + 1, match.end(), 2))
        joined.update(range(*match.span()))
    kept = [n for n in range(len(written)) if n not in dropped]
    letters = [_plain(written[n]) for n in kept]
    changed = [at for at, n in enumerate(kept) if n in joined or letters[at] != written[n]]
    return UnveiledText("".join(letters), kept, changed)


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFKC", letter) if _STYLED.match(letter) else letter


def veiled_blocks(articles: Articles) -> list[int]:
    """Return the blocks that may contain disguised words, in order."""
    places = np.concatenate([_apart(articles), _styled(articles)])
    return np.unique(articles.blocks_at(places)).tolist() if len(places) else []


def _apart(articles: Articles) -> Places:
    """Return where one sign is before and behind a Han character, or three times between letters."""
    points = articles.points
    at: Places = np.flatnonzero(points[1:-5] == points[3:-3]) + 1
    is_han = points[at + 1] >= _FIRST_HAN
    at = at[is_han | ((points[at + 4] == points[at]) & (points[at] != ord(" ")))]
    at = at[np.isin(points[at], _SIGN_POINTS)]
    for beside in (-1, 1, 3):
        at = at[points[at + beside] >= ord("a")]
    return at


def _styled(articles: Articles) -> Places:
    """Return where several styled letters follow each other."""
    points = articles.points
    is_styled = points - np.uint32(_FIRST_CIRCLED) < _CIRCLED
    if points.max(initial=0) >= _FIRST_STYLED:
        is_styled |= (points >= _FIRST_STYLED) & (points <= _LAST_STYLED)
    at: Places = np.flatnonzero(is_styled)
    first = at[: max(0, len(at) - _BEYOND)]
    following: Places = first[at[_BEYOND:] - first == _BEYOND]
    return following


_SIGN_POINTS: Final = np.array(list(map(ord, f" {_SIGNS}")), np.uint32)
