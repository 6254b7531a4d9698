"""Which of two near copies is the damaged one: words that it alone has, and that no other document has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pyarrow.compute as pc

from audit.kernels.duplication.shingle_set import mark_known
from audit.measure.duplication.losses.known_windows import KnownHashes
from audit.measure.duplication.pairs.store import TokenStore
from audit.measure.duplication.pairs.verify import NEAR
from audit.measure.duplication.template_texts.gaps import WIDE, MarkedTexts, gaps_of
from audit.measure.duplication.tokens.hashing import ranges, scramble, together

if TYPE_CHECKING:
    from audit.measure.duplication.pairs.pairs import Copies
    from audit.measure.duplication.records.parts import Bodies
    from audit.measure.duplication.template_texts.gaps import Gaps
    from audit.measure.duplication.tokens.fold import Folded
    from audit.measure.duplication.tokens.hashing import U32, U64, Bools, Ints

# Tokens of other documents that words are looked for in: those of ten thousand short articles know most words.
_READ: Final = 1 << 22
# Tokens of both sides compared at once.
_COMPARED: Final = 1 << 19
# Tokens of a replaced run: longer ones are other text, not damage.
_MOST_REPLACED: Final = 6
# Unknown words more than the other side has, that and once again as many as it has, for a copy to be the damaged one.
_LEAST: Final = 3
_HALF: Final = np.uint64(32)
_NO_PARTICLES: Final = np.empty(0, np.uint32)


class Damaged(NamedTuple):
    """Near copies with damaged words, and of each the row whose words are whole there."""

    rows: Ints
    whole: Ints


class _KnownWords(KnownHashes):
    """Words to look for, and which were seen."""

    def __init__(self, words: U64) -> None:
        """Look for `words`, none of them seen yet."""
        super().__init__(words)
        self._seen = np.zeros(len(self), np.bool_)

    def seen(self) -> Bools:
        """Return which of the words were seen."""
        found: Bools = self._seen[self._index]
        return found

    def _look(self, folded: Folded, rows: Ints) -> None:  # noqa: ARG002 it does not matter which text has a word
        mark_known(words_of(folded.codes), self._table, np.empty(len(folded.codes) + 1, np.uint32), self._seen)


@dataclass(frozen=True, slots=True)
class _Replaced:
    """Words replaced between the sides of pairs: row of the pair, whether side a has it, and its hash.

    `words` is (2, n): a character is in two pairs, a word twice the same.
    """

    pair: Ints
    is_a: Bools
    words: U64

    def count(self, some: Bools, pairs: int) -> tuple[Ints, Ints]:
        """Return of each of so many pairs how many of `some` words either side has."""
        a, b = (np.bincount(self.pair[some & is_one], minlength=pairs) for is_one in (self.is_a, ~self.is_a))
        return a, b


def words_of(codes: U32, places: Ints | slice = slice(None)) -> U64:
    """Return for each token at `places` a hash of the word, or of the pair of characters, that begins there."""
    own, following = codes[places].astype(np.uint64), np.append(codes[1:], np.uint32(0))[places]
    return scramble(np.where(own >= WIDE, own << _HALF | following, own))


def find_damaged(copies: Copies, bodies: Bodies, tokens: Ints, others: Ints) -> Damaged:
    """Return which near copies are damaged, as far as the bodies of `others`, ascending rows, tell.

    What is replaced between two copies is looked for in them: in a damaged text most of it occurs nowhere else, in a
    whole one it does. A wrong character makes two pairs that no text has, another word one on either side: a text
    with as many single such pairs is no whole one. Additions say nothing. `tokens` is the number of tokens of each row.
    """
    rows = np.stack([copies.pairs[name].to_numpy() for name in ("a_row", "b_row")])
    rows = rows[:, pc.equal(copies.pairs["kind"], NEAR).to_numpy()]
    replaced = _replaced(rows, bodies, tokens)
    if not replaced.words.size:
        return Damaged(rows[0, :0], rows[0, :0])
    known = _KnownWords(replaced.words.ravel())
    step = max(1, int(tokens[others].sum()) // _READ)
    known.read(bodies.columns(others[::step]))
    one, other = ~known.seen().reshape(2, -1)
    odd, strange = (replaced.count(some, rows.shape[1]) for some in (one & other, one))
    a, b = (odd[own] >= np.maximum(2 * odd[other], strange[other]) + _LEAST for own, other in ((0, 1), (1, 0)))
    return Damaged(np.concatenate([rows[0, a], rows[1, b]]), np.concatenate([rows[1, a], rows[0, b]]))


def _replaced(rows: Ints, bodies: Bodies, tokens: Ints) -> _Replaced:
    """Return the words replaced between the pairs of rows (2, n)."""
    pairs, is_a, words = [np.empty(0, np.int64)], [np.empty(0, np.bool_)], [np.empty((2, 0), np.uint64)]
    with TokenStore(bodies, tokens) as store:
        store.fetch(rows.ravel())
        for here in together(tokens[rows].sum(axis=0), _COMPARED):
            places, asked = np.unique(rows[:, here], return_inverse=True)
            (codes, bounds), (first, second) = store.read(places), asked.reshape(2, -1)
            gaps = _short(gaps_of(MarkedTexts(codes, np.zeros_like(codes), bounds), first, second, _NO_PARTICLES))
            for begins, sizes, side in ((gaps.first, gaps.size, True), (gaps.second, gaps.other_size, False)):
                at = ranges(begins, sizes)
                words.append(np.stack([words_of(codes, at), words_of(codes, at - (codes[at - 1] >= WIDE))]))
                pairs.append(np.repeat(gaps.pair + here.start, sizes))
                is_a.append(np.full(len(at), side))
    return _Replaced(np.concatenate(pairs), np.concatenate(is_a), np.concatenate(words, axis=1))


def _short(gaps: Gaps) -> Gaps:
    """Return the gaps with a few tokens on either side, between common text."""
    sizes = np.stack([gaps.size, gaps.other_size])
    is_one = (gaps.edge == 0) & (sizes.min(axis=0) > 0) & (sizes.max(axis=0) <= _MOST_REPLACED)
    return type(gaps)(*(column[is_one] for column in gaps))
