"""Gaps: the places where two similar texts differ, between their common tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from audit.kernels.duplication import gaps as kernels
from audit.kernels.duplication.texts import Codes
from audit.measure.duplication.tokens.fold import CAPITAL, FIGURE
from audit.measure.duplication.tokens.hashing import ranges, starts_of
from audit.measure.duplication.tokens.shingles import shingles_of

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import U32, U64, Bools, Ints

# Codes of single characters of unspaced scripts start here, above those of words.
WIDE: Final = np.uint32(1 << 31)
# Maximum tokens of a filled-in name, date or place; longer gaps are rewritten text.
_MOST_FILLED: Final = 10
# Words or characters from which on a gap is a phrase in place of another. Edits, synonyms and names are shorter.
PHRASE: Final = 3
_CODE_BITS: Final = np.uint64(32)
# Consecutive words that an old and a new passage may share by chance.
_BETWEEN: Final = 2


@dataclass(frozen=True, slots=True)
class MarkedTexts:
    """Tokenised texts: codes and marks of all tokens, those of each text within `bounds`."""

    codes: U32
    marks: U32
    bounds: Ints

    def words(self) -> Ints:
        """Return the number of words of each text; five characters of unspaced scripts count as three words."""
        wide = np.diff(starts_of(self.codes >= WIDE)[self.bounds])
        words: Ints = np.diff(self.bounds) - wide * 2 // 5
        return words

    def before(self, mark: np.uint32) -> Ints:
        """Return how many tokens with a mark are before each token, and before the end."""
        return starts_of((self.marks & mark) > 0)

    def of(self, some: Ints) -> Bools:
        """Return which tokens are of some of the texts (indexes)."""
        is_one = np.zeros(len(self.bounds) - 1, np.bool_)
        is_one[some] = True
        return np.repeat(is_one, np.diff(self.bounds))


class Gaps(NamedTuple):
    """The differences of pairs of texts: pair, first token on either side, and number of tokens there.

    `edge` is 0, or tells that a gap is before all common shingles of the pair (BEFORE) or after them (BEHIND).
    """

    pair: Ints
    first: Ints
    size: Ints
    second: Ints
    other_size: Ints
    edge: Ints

    def joined(self, is_part: Bools) -> Gaps:
        """Merge adjacent gaps separated by a token that both names or numbers happen to share.

        `is_part` masks the tokens that may be part of a name or number. One of the two gaps is empty on one side: a
        name of two parts and one of three, 4.9 and 9.7.
        """
        if not len(self.pair):
            return self
        ends, other_ends = self.first + self.size, self.second + self.other_size
        is_empty = (self.size == 0) | (self.other_size == 0)
        is_next = (self.pair[1:] == self.pair[:-1]) & (self.edge[1:] == self.edge[:-1])
        is_next &= (self.first[1:] == ends[:-1] + 1) & (self.second[1:] == other_ends[:-1] + 1)
        is_next &= (is_empty[1:] | is_empty[:-1]) & is_part[np.minimum(ends[:-1], len(is_part) - 1)]
        begins = np.flatnonzero(np.append(True, ~is_next))
        stops = np.append(begins[1:], len(self.pair)) - 1
        first, second = self.first[begins], self.second[begins]
        sizes = ends[stops] - first, other_ends[stops] - second
        return Gaps(self.pair[begins], first, sizes[0], second, sizes[1], self.edge[begins])

    def are_rewritten(self) -> Bools:
        """Return which gaps belong to a rewritten passage, interrupted by a few shared words.

        Its gaps are at most _BETWEEN tokens apart; one has more than _MOST_FILLED, or all together more than twice as
        many, and three times what is between them.
        """
        if not len(self.pair):
            return self.pair > 0
        ends, sizes = self.first + self.size, np.maximum(self.size, self.other_size)
        is_next = (self.pair[1:] == self.pair[:-1]) & (self.first[1:] - ends[:-1] <= _BETWEEN)
        passage = np.cumsum(np.append(True, ~is_next)) - 1
        total = np.bincount(passage, sizes)
        common = np.bincount(passage[1:], np.where(is_next, self.first[1:] - ends[:-1], 0), len(total))
        is_new = (np.bincount(passage, sizes > _MOST_FILLED) > 0) | ((total > 2 * _MOST_FILLED) & (total >= 3 * common))
        found: Bools = is_new[passage]
        return found

    def are_inside(self, texts: MarkedTexts, pairs: tuple[Ints, Ints], is_short: Bools) -> Bools:
        """Return which gaps are inside the common part of a pair; of a short pair also those not around it.

        That is where both texts begin, or end, with the same word.
        """
        found: Bools = self.edge == 0
        begins, ends = (
            tuple(bounds[texts_of[self.pair]] for texts_of in pairs) for bounds in (texts.bounds[:-1], texts.bounds[1:])
        )
        is_first = (self.first == begins[0]) | (self.second == begins[1])
        is_last = (self.first + self.size == ends[0]) | (self.second + self.other_size == ends[1])
        for edge, is_outermost in ((kernels.BEFORE, is_first), (kernels.BEHIND, is_last)):
            is_here = self.edge == edge
            is_open = np.bincount(self.pair[is_here & is_outermost], minlength=len(is_short)) > 0
            found |= is_here & (is_short & ~is_open)[self.pair]
        return found

    def are_phrases(self, texts: MarkedTexts, some: Ints, particles: U32) -> Bools:
        """Return which of some gaps have PHRASE tokens or more on both sides, none in common but `particles`."""
        sides = (self.first[some], self.size[some]), (self.second[some], self.other_size[some])
        found: Bools = np.minimum(*(size for _, size in sides)) >= PHRASE
        asked = np.flatnonzero(found)
        one, other = (_keys(texts.codes, first[asked], size[asked], particles) for first, size in sides)
        found[asked[np.unique(np.intersect1d(one, other) >> _CODE_BITS).astype(np.int64)]] = False
        return found

    def are_gone_on_from(self, texts: MarkedTexts) -> Bools:
        """Return which gaps are initial, have a capital on both sides and precede a lower case word."""
        is_small = (texts.codes < WIDE) & ((texts.marks & (CAPITAL | FIGURE)) == 0)
        return self._begin_with_names(texts, is_small)

    def are_before_names(self, texts: MarkedTexts) -> Bools:
        """Return which gaps are initial, have a capital on both sides and precede one, as first names do."""
        return self._begin_with_names(texts, (texts.marks & CAPITAL) > 0)

    def _begin_with_names(self, texts: MarkedTexts, is_next: Bools) -> Bools:
        ends, last = self.first + self.size, len(texts.marks) - 1
        capitals = texts.before(CAPITAL)
        found: Bools = (self.edge == kernels.BEFORE) & is_next[np.minimum(ends, last)]
        for first, size in ((self.first, self.size), (self.second, self.other_size)):
            found &= capitals[first + size] > capitals[first]
        return found


def _keys(codes: U32, first: Ints, size: Ints, left_out: U32) -> U64:
    """Return the nth and the code of each token of some runs."""
    tokens, nth = codes[ranges(first, size)], np.repeat(np.arange(len(size), dtype=np.uint64), size)
    keys: U64 = (nth << _CODE_BITS | tokens)[~np.isin(tokens, left_out)]
    return keys


def gaps_of(texts: MarkedTexts, first: Ints, second: Ints, particles: U32) -> Gaps:
    """Return the gaps of pairs of texts, merged where they form one name or number; `particles` never do."""
    first, second = np.ascontiguousarray(first), np.ascontiguousarray(second)
    tokens = np.diff(texts.bounds)
    room = np.empty(int((np.minimum(tokens[first], tokens[second]) + 1).sum()) * kernels.NUMBERS, np.int64)
    shingles = shingles_of(texts.codes, texts.bounds)
    count = kernels.gaps(Codes(texts.codes, texts.bounds), shingles, first, second, room)
    gaps = Gaps(*np.ascontiguousarray(room[: count * kernels.NUMBERS].reshape(-1, kernels.NUMBERS).T))
    is_plain = (texts.codes >= WIDE) & ~np.isin(texts.codes, particles)
    return gaps.joined(is_plain | ((texts.marks & (CAPITAL | FIGURE)) > 0))
