"""The measures of a pair of documents, from all their shingles: what every verdict rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from audit.measure.duplication.hashing import U64, Bools, Ints, draw, ranges, starts_of
from audit.measure.duplication.run import longest_common_run
from audit.measure.duplication.shingles import Shingles, shingles

if TYPE_CHECKING:
    from audit.measure.duplication.fold import Tokens

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Pairs measured, as in the table of duplicates; `covered` is the lesser of the two numbers of covered tokens."""

    coverage_ab: Floats
    coverage_ba: Floats
    jaccard: Floats
    longest_run: Ints
    covered: Ints


@dataclass(frozen=True, slots=True)
class _Side:
    """One document of each pair: its shingles, those of the pairs one after the other.

    `hashes` are made different for each pair, so that one search serves all. `begins` and `ends` are token positions;
    `bounds` where the tokens of each pair begin. `order` sorts the hashes, equal ones by position.
    """

    hashes: U64
    pairs: Ints
    begins: Ints
    ends: Ints
    bounds: Ints
    order: Ints


@dataclass(frozen=True, slots=True)
class _Hits:
    """For each shingle of one side: is it also in the other, where first, and does it recur there."""

    is_hit: Bools
    where: Ints
    recurs: Bools


def compare(tokens: Tokens, left: Ints, right: Ints) -> Comparison:
    """Return the measures of the pairs (left[i], right[i]) of texts in `tokens`; each text has a shingle or more."""
    found = shingles(tokens)
    a, b = _side(tokens, found, left), _side(tokens, found, right)
    hits_a, hits_b = _hits(a, b), _hits(b, a)
    covered_a, covered_b = _covered(a, hits_a), _covered(b, hits_b)
    return Comparison(
        covered_a / np.diff(a.bounds),
        covered_b / np.diff(b.bounds),
        _jaccard(a, b, hits_a),
        _runs(tokens, (left, right), (a, b), (hits_a, hits_b)),
        np.minimum(covered_a, covered_b),
    )


def _side(tokens: Tokens, found: Shingles, texts: Ints) -> _Side:
    counts = np.diff(found.offsets)[texts]
    at = ranges(found.offsets[texts], counts)
    pairs = np.repeat(np.arange(len(texts)), counts)
    hashes = found.hashes[at] ^ draw(len(texts), salt=7)[pairs]
    bounds = starts_of(np.diff(tokens.offsets)[texts])
    begins = ranges(bounds[:-1], counts)
    return _Side(hashes, pairs, begins, begins + found.lengths[at], bounds, np.argsort(hashes, kind="stable"))


def _hits(side: _Side, other: _Side) -> _Hits:
    ordered = other.hashes[other.order]
    at = np.searchsorted(ordered, side.hashes)
    last = len(ordered) - 1
    is_hit = ordered[np.minimum(at, last)] == side.hashes
    recurs = is_hit & (ordered[np.minimum(at + 1, last)] == side.hashes) & (at < last)
    return _Hits(is_hit, other.order[np.minimum(at, last)], recurs)


def _covered(side: _Side, hits: _Hits) -> Ints:
    """Return the number of tokens of each pair's document that lie in a shingle of the other."""
    size = int(side.bounds[-1])
    opened = np.bincount(side.begins[hits.is_hit], minlength=size + 1)
    closed = np.bincount(side.ends[hits.is_hit], minlength=size + 1)
    is_covered = np.cumsum(opened - closed)[:size] > 0
    return np.add.reduceat(is_covered, side.bounds[:-1], dtype=np.int64)


def _jaccard(a: _Side, b: _Side, hits: _Hits) -> Floats:
    pairs = len(a.bounds) - 1
    first_a, first_b = _is_first(a), _is_first(b)
    common = np.bincount(a.pairs[a.order][first_a & hits.is_hit[a.order]], minlength=pairs)
    distinct_a = np.bincount(a.pairs[a.order][first_a], minlength=pairs)
    distinct_b = np.bincount(b.pairs[b.order][first_b], minlength=pairs)
    return common / (distinct_a + distinct_b - common)


def _is_first(side: _Side) -> Bools:
    ordered = side.hashes[side.order]
    is_first = np.ones(len(ordered), np.bool_)
    is_first[1:] = ordered[1:] != ordered[:-1]
    return is_first


def _runs(tokens: Tokens, texts: tuple[Ints, Ints], sides: tuple[_Side, _Side], hits: tuple[_Hits, _Hits]) -> Ints:
    """Return the longest common run of tokens of each pair.

    Following the common shingles in step through both texts gives a lower bound, the longest stretch of them in either
    text, wherever they stand in the other, an upper one; where the two differ, the texts are searched in full.
    """
    found = _longest(sides[0], hits[0].is_hit, _in_step(sides[0], sides[1], hits[0]))
    anywhere = [np.zeros(len(side.hashes), np.int64) for side in sides]
    stretches = [_longest(side, hit.is_hit, where) for side, hit, where in zip(sides, hits, anywhere, strict=True)]
    most = np.minimum(*stretches)
    for pair in np.flatnonzero(found < most).tolist():
        a, b = (tokens.hashes[tokens.offsets[text[pair]] : tokens.offsets[text[pair] + 1]] for text in texts)
        found[pair] = longest_common_run(a, b, int(found[pair]), int(most[pair]))
    return found


def _in_step(side: _Side, other: _Side, hits: _Hits) -> Ints:
    """Return for each common shingle how far it is moved in the other text.

    One that recurs there may be meant at any of its places: it goes with the last one before it, or else with the next
    one after it, whose place is certain, if that place fits.
    """
    places = np.arange(len(side.hashes))
    shift = hits.where - places
    certain = hits.is_hit & ~hits.recurs
    before = np.maximum.accumulate(np.where(certain, places, 0))
    after = np.minimum.accumulate(np.where(certain, places, len(places) - 1)[::-1])[::-1]
    for nearest in (after, before):
        moved = places + shift[nearest]
        fits = (moved >= 0) & (moved < len(other.hashes)) & certain[nearest] & hits.recurs
        fits[fits] = other.hashes[moved[fits]] == side.hashes[fits]
        shift = np.where(fits, shift[nearest], shift)
    return shift


def _longest(side: _Side, is_hit: Bools, shift: Ints) -> Ints:
    """Return the tokens in the longest run of common shingles that are moved alike, for each pair."""
    goes_on = np.zeros(len(is_hit), np.bool_)
    goes_on[1:] = is_hit[1:] & is_hit[:-1] & (side.pairs[1:] == side.pairs[:-1]) & (shift[1:] == shift[:-1])
    starts = np.flatnonzero(is_hit & ~goes_on)
    ends = np.flatnonzero(is_hit & ~np.append(goes_on[1:], [False]))
    found = np.zeros(len(side.bounds) - 1, np.int64)
    np.maximum.at(found, side.pairs[starts], side.ends[ends] - side.begins[starts])
    return found
