"""Texts as words with their places: what duplication folds away is left out, and where each word stood is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.tokens.alphabet import CLASS_SHIFT, CODE_POINT, DROPPED, SEPARATOR, WIDE, alphabet
from audit.measure.duplication.tokens.hashing import U64, Bools, Ints, draw, scramble, starts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.measure.duplication.tokens.hashing import Records

# So many code points of a text are looked at: a very long book. Keeps working memory (40 bytes each) in bounds.
MOST_CHARS: Final = 1 << 21
# Letters are weighted by their position in the word; words beyond this length, none in any language, use them again.
_POSITIONS: Final = 1024
_POWERS: Final = draw(_POSITIONS, salt=21) | np.uint64(1)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some texts: those of text i lie at offsets[i] to offsets[i + 1].

    A word is one wide character or one run of letters and digits; equal words have equal hashes. `starts` and `ends`
    are code points of its text.
    """

    hashes: U64
    wide: Bools
    starts: Ints
    ends: Ints
    offsets: Ints

    def of(self, text: int) -> slice:
        """Return where the words of a text are."""
        return slice(int(self.offsets[text]), int(self.offsets[text + 1]))


def words(texts: Sequence[str]) -> Words:
    """Return the words of `texts`, in time linear in their length; beyond MOST_CHARS a text is not looked at."""
    cut = [text[:MOST_CHARS] for text in texts]
    codes = np.frombuffer("\n".join(cut).encode("utf-32-le", "surrogatepass"), "<u4")
    begins = starts_of(np.array([len(text) + 1 for text in cut], np.int64))[:-1]
    folded = alphabet().folded[codes]
    kind = folded >> CLASS_SHIFT
    places = np.flatnonzero(kind != DROPPED)
    kind = kind[places]
    is_solid, is_wide = kind != SEPARATOR, kind == WIDE
    is_first = is_solid.copy()
    is_first[1:] &= ~is_solid[:-1] | is_wide[1:] | is_wide[:-1]
    letters = places[is_solid]
    firsts = np.flatnonzero(is_first[is_solid])
    starts = letters[firsts]
    ends = letters[np.append(firsts[1:], len(letters))[: len(firsts)] - 1] + 1
    hashes = _hashes(folded[letters] & np.uint32(CODE_POINT), firsts)
    offsets = np.append(np.searchsorted(starts, begins), len(starts))
    shift = np.repeat(begins, np.diff(offsets))
    return Words(hashes, is_wide[is_first], starts - shift, ends - shift, offsets)


def _hashes(points: Records, firsts: Ints) -> U64:
    if not len(firsts):
        return np.empty(0, np.uint64)
    lengths = np.diff(np.append(firsts, len(points)))
    nth = np.arange(len(points)) - np.repeat(firsts, lengths)
    weighed = scramble(points.astype(np.uint64)) * _POWERS[nth % _POSITIONS]
    return scramble(np.add.reduceat(weighed, firsts))
