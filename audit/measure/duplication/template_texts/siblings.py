"""Detection of shared templates with a third document: what two documents share, their siblings share as well."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication import agreement as kernels
from audit.measure.duplication.template_texts.figures import SHORT, tell_apart
from audit.measure.duplication.template_texts.form_groups import FormGroups
from audit.measure.duplication.template_texts.third_document import all_differ, differ_by_names
from audit.measure.duplication.tokens.hashing import together
from audit.measure.duplication.tokens.shingles import shingles_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from audit.measure.duplication.pairs.store import TokenStore
    from audit.measure.duplication.template_texts.gaps import MarkedTexts
    from audit.measure.duplication.tokens.hashing import U32, Bools, Floats, Ints

# Of the differences between two copies of a text a third one has half, since each edit is in one of the three; two
# fifths if every tenth character of all three was edited, and .27 in one of twenty such. Template values are in the
# third by chance only: in pairs of weather reports one in ten.
APART_WITH_THIRD: Final = 0.2
# Two copies of a filled template share what their siblings lack: nine tenths of it, and half if every tenth character
# was edited. Siblings may share a name or two: up to four tenths of the values.
OWN_IN_BOTH: Final = 0.45
# Against known template documents a copy needs more, in words and in numbers: among a thousand siblings some share
# half.
OWN_OF_FILLED: Final = 0.5
_FIGURES_OF_FILLED: Final = 0.5
_NEVER: Final = 2.0
# In fewer gaps three versions of an article may differ: byline, place, number of injured.
LEAST_PLACES: Final = 3
# A sentence or two has room for fewer than three, besides its beginning and end.
LEAST_IN_SHORT: Final = 2
# Tokens of texts compared at once.
_AT_ONCE: Final = 1 << 19
# Similar documents compared with a pair, and the share of agreement at which one of them decides.
MOST_THIRDS: Final = 6
_SURELY: Final = (0.35, 0.6)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How similar texts a and b relate to a third that is similar to both: numbers of gaps, of any length.

    `apart` counts gaps of a and b absent from each other, `with_third` those of them present in the third. `own` counts
    gaps of both absent from the third, `in_both` those of them present in both; partial presence counts partially.
    `places` is the number of gaps in which all three differ. Differing beginnings and ends are ignored, since sites put
    their own around a copy.
    """

    apart: Ints
    with_third: Floats
    own: Ints
    in_both: Floats
    places: Ints

    def of_pairs(self, pairs: Ints, count: int) -> Agreement:
        """Return the totals of comparisons for each of `count` pairs; `pairs` are their pair numbers."""
        apart, own = (np.bincount(pairs, values, minlength=count) for values in (self.apart, self.own))
        with_third, in_both = (
            np.bincount(pairs, values, minlength=count).astype(np.float64) for values in (self.with_third, self.in_both)
        )
        places = np.zeros(count, np.int64)
        np.maximum.at(places, pairs, self.places)
        return Agreement(apart, with_third, own, in_both, places)

    def joined(self, other: Agreement) -> Agreement:
        """Return the sum of both, which are about different pairs."""
        return Agreement(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    def agrees(self, with_third: float, in_both: float) -> Bools:
        """Return for which pairs at least these shares of the differences are in the third, or of their own in both."""
        found: Bools = (self.with_third >= with_third * self.apart) | (self.in_both >= in_both * self.own)
        return found


class Siblings:
    """Documents known to be similar to each one, by which shared templates are recognised."""

    def __init__(self, store: TokenStore, tokens: Ints) -> None:
        """Start with no similar documents known; `tokens` is the number of tokens of each row."""
        self._store, self._tokens = store, tokens
        self._known: dict[int, list[int]] = {}
        self._filled: set[int] = set()
        self._forms = FormGroups(store, tokens)

    def learn(self, first: Ints, second: Ints, jaccard: Floats) -> None:
        """Record that pairs of rows are similar, as copies or by template, and how much; a few per row."""
        self._forms.learn(first, second, jaccard)
        for one, other in zip(first.tolist(), second.tolist(), strict=True):
            for row, like in ((one, other), (other, one)):
                known = self._known.setdefault(row, [])
                if len(known) < MOST_THIRDS and like not in known:
                    known.append(like)

    def are_template(self, first: Ints, second: Ints) -> tuple[Bools, Bools]:
        """Return which pairs of learnt rows only share a template, and which could be decided at all.

        One third document settles most copies; otherwise more are used. Among many siblings some agree by chance: with
        one known to be generated, a copy must share most of its filled-in values.
        """
        thirds = [self._thirds(pair) for pair in zip(first.tolist(), second.tolist(), strict=True)]
        is_asked = np.array([bool(some) for some in thirds], np.bool_)
        is_short = np.minimum(self._tokens[first], self._tokens[second]) < SHORT
        least = np.where(is_short, LEAST_IN_SHORT, LEAST_PLACES)
        found = self._agreement(first, second, [(pair, some[0]) for pair, some in enumerate(thirds) if some])
        is_open = is_asked & ~found.agrees(*_SURELY)
        found = closer = self._agreement(first, second, _all(thirds, is_open))
        is_template = is_open & ~found.agrees(APART_WITH_THIRD, OWN_IN_BOTH) & (found.places >= least)
        self.fill(first[is_template], second[is_template])
        is_filled = np.array(
            [one in self._filled or other in self._filled for one, other in zip(first, second, strict=True)]
        )
        is_doubted = is_asked & ~is_template & is_filled.astype(np.bool_)
        found = self._agreement(first, second, _all(thirds, is_doubted & ~is_open)).joined(closer)
        is_alike = found.agrees(_NEVER, OWN_OF_FILLED) & ~self._differ(first, second, is_doubted)
        is_template |= is_doubted & ~is_alike & (found.places >= least)
        is_template |= self._all_differ(first, second, thirds, is_asked & ~is_template)
        is_template |= self.are_filled_in(first, second, is_asked & ~is_template)
        return is_template, is_asked

    def end(self) -> None:
        """Prepare to answer by all similar documents."""
        self._forms.end()

    def are_filled_in(self, first: Ints, second: Ints, is_asked: Bools) -> Bools:
        """Return which of the pairs in `is_asked` are of one form, filled in with other words."""
        found = is_asked.copy()
        found[is_asked] = self._forms.differ(first[is_asked], second[is_asked])
        return found

    def fill(self, first: Ints, second: Ints) -> None:
        """Record that both rows of pairs are generated from a template."""
        self._filled.update(first.tolist(), second.tolist())

    def _differ(self, first: Ints, second: Ints, is_asked: Bools) -> Bools:
        """Return which of the pairs in `is_asked` differ in at least half of their numbers."""
        found = np.zeros(len(first), np.bool_)
        found[is_asked] = self._told(_have_other_figures, first[is_asked], second[is_asked])
        return found

    def _all_differ(self, first: Ints, second: Ints, thirds: Sequence[Sequence[int]], is_asked: Bools) -> Bools:
        """Return which of the pairs in `is_asked` differ by names, and have a third with other ones than both."""
        found, is_other = np.zeros(len(first), np.bool_), is_asked.copy()
        is_other[is_asked] = self._told(differ_by_names, first[is_asked], second[is_asked])
        pair, third = np.array(_all(thirds, is_other), np.int64).reshape(-1, 2).T
        found[pair[self._told(all_differ, first[pair], second[pair], third)]] = True
        return found

    def _told(self, question: Callable[..., Bools], *rows: Ints) -> Bools:
        """Evaluate `question` on pairs or triples of rows: it takes their texts, and their indexes among these."""
        found = np.zeros(len(rows[0]), np.bool_)
        for here in together(self._tokens[np.stack(rows)].sum(axis=0), _AT_ONCE):
            which, places = np.unique(np.stack([some[here] for some in rows]), return_inverse=True)
            self._store.fetch(which)
            found[here] = question(self._store.marked(which), *places.reshape(len(rows), -1))
        return found

    def _thirds(self, pair: tuple[int, int]) -> list[int]:
        known = [self._known.get(side, []) for side in pair]
        if known == [[pair[1]], [pair[0]]]:
            return []
        # Of each side alike: those of one may all be its copies.
        both = zip_longest(*known)
        found = [row for some in both for row in some if row is not None and row not in pair]
        return list(dict.fromkeys(found))[:MOST_THIRDS]

    def _agreement(self, first: Ints, second: Ints, asked: Sequence[tuple[int, int]]) -> Agreement:
        pair, third = np.array(asked, np.int64).reshape(-1, 2).T
        sizes = self._tokens[first[pair]] + self._tokens[second[pair]] + self._tokens[third]
        parts = [Agreement(*np.zeros((5, 0), np.int64))]
        parts += [self._some(first[pair[here]], second[pair[here]], third[here]) for here in together(sizes, _AT_ONCE)]
        whole = Agreement(*(np.concatenate([getattr(part, name) for part in parts]) for name in Agreement.__slots__))
        return whole.of_pairs(pair, len(first))

    def _some(self, first: Ints, second: Ints, third: Ints) -> Agreement:
        rows, places = np.unique(np.concatenate([first, second, third]), return_inverse=True)
        self._store.fetch(rows)
        return agreement(*self._store.read(rows), *places.reshape(3, -1))


def _have_other_figures(texts: MarkedTexts, first: Ints, second: Ints) -> Bools:
    return tell_apart(texts, first, second, _FIGURES_OF_FILLED)


def _all(thirds: Sequence[Sequence[int]], chosen: Bools) -> list[tuple[int, int]]:
    return [(pair, third) for pair in np.flatnonzero(chosen).tolist() for third in thirds[pair]]


def agreement(codes: U32, bounds: Ints, first: Ints, second: Ints, third: Ints) -> Agreement:
    """Return how each of `first` and `second` relates to `third`: indexes of texts with tokens in `bounds`."""
    triples = np.stack([first, second, third], axis=1).ravel()
    numbers, shares = np.zeros((len(first), 3), np.int64), np.zeros((len(first), 2))
    rooms = numbers.reshape(-1), shares.reshape(-1)
    kernels.agreement(bounds, shingles_of(codes, bounds), triples, *rooms)
    (apart, own, places), (with_third, in_both) = numbers.T, shares.T
    return Agreement(apart, with_third, own, in_both, places)
