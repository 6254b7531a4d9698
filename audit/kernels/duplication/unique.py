"""Unique text: tokens of a text found in another neither by shingles nor by alignment."""

# Compiled for the types that each kernel declares: annotations would only repeat them.
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN201, ANN202

from __future__ import annotations

from typing import Annotated, NamedTuple

import numpy as np

from audit.kernels.compiler import BOOL, I64, U8, U64, VOID, Array, fill, kernel, part, read
from audit.kernels.duplication.alignment import bridge, trace, trim
from audit.kernels.duplication.slots import BITS, FREE, shift_for, slot_of
from audit.kernels.duplication.texts import Chains, Codes, Shingles, chains_for

_NONE, _ONE, _TWO, _FOUR = np.uint64(0), np.uint64(1), np.uint64(2), np.uint64(4)
# Shorter runs are edits: a replaced word, a number, a name.
_LEAST = np.uint64(8)
# In scripts of which each letter is a token (Thai, Lao, Burmese, Khmer) three say as much as a Han character; a quarter
# of the letters of two runs are often alike by chance, half of them hardly ever.
LETTERS = np.uint64(24)
WIDE, HAN, KANA_END, LAST_LETTER = np.uint32(1 << 31), np.uint32(0x2E80), np.uint32(0xA000), np.uint32(0xABFF)
# Longer runs are not aligned: scattered edits never leave five hundred tokens without a shingle.
_MOST = np.uint64(512)
# Maximum additional tokens of a run's counterpart.
_SLACK = np.uint64(8)
# Positions inspected of a repeated shingle.
_FOLLOWED = np.uint64(8)
# States of a token: in no shingle of the other text, in one, aligned, or in a phrase that the other has elsewhere.
APART, SHARED, _ALIGNED, _PHRASE = np.uint8(0), np.uint8(1), np.uint8(2), np.uint8(3)


class _Scratch(NamedTuple):
    """What a text is compared with: the places of its tokens in the other text, which tokens of that are taken.

    And of an alignment two rows of scores, its moves, and what it holds.
    """

    places: Annotated[Array, fill(U64)]
    taken: Annotated[Array, fill(BOOL)]
    ending: Annotated[Array, fill(U64)]
    best: Annotated[Array, fill(U64)]
    moves: Annotated[Array, fill(U8)]
    held: Annotated[Array, fill(BOOL)]


@part
def _is_letter(code):
    """Return whether a token is a single letter of a script without spaces."""
    point = code ^ WIDE
    return code >= WIDE and point <= LAST_LETTER and (point < HAN or point >= KANA_END)


@part
def _spread_out(hashes, start, end, table, shift):
    """Insert the shingles of the other text into the table, later ones first in each chain."""
    keys, heads, nexts = table
    heads[: _ONE << (BITS - shift)] = FREE
    for at in range(end - start):
        slot = slot_of(keys, heads, shift, hashes[start + at])
        nexts[at], heads[slot], keys[slot] = heads[slot], np.uint32(at), hashes[start + at]


@part
def _nearest(nexts, head, wanted):
    """Return the position in a chain that is nearest to the wanted one."""
    best, least, place, followed = np.uint64(head), ~_NONE, head, _NONE
    while place != FREE and followed < _FOLLOWED and least > _NONE:
        here = np.uint64(place)
        apart = here - wanted if here > wanted else wanted - here
        if apart < least:
            best, least = here, apart
        place = nexts[place]
        followed += _ONE
    return best


@part
def _ranges(run, other, span):
    """Return the ranges of the other text that a run's counterpart may be in.

    One is behind what stands before the run, one before what stands behind it; an empty one is not needed. `run`: its
    first token, and one past the last; `other`: first token and size of the other text; `span`: the tokens there that
    are before and behind the counterpart, and whether each is known.
    """
    start, end = run
    token, size = other
    low, high, has_low, has_high = span
    reach = end - start + _SLACK
    # What stands before and behind the run may have been moved apart.
    is_moved = high < low
    last, first = (size, _NONE) if is_moved else (high, low)
    behind, before = (token + low, token + low), (token + high, token + high)
    if has_low and low < last:
        behind = token + low, token + min(last, low + reach)
    if has_high and first < high and (is_moved or not (has_low and high - low <= reach)):
        before = token + high - min(high - first, reach), token + high
    return behind, before


@part
def cover(text, other, shingles, found, table, places):
    """Mark the tokens of one text in shingles of the other, with positions there.

    `table` is scratch for the shingles of the other text, `places` for the positions of this one's tokens.
    """
    keys, heads, nexts = table
    hashes, lengths, offsets = shingles
    start, end = np.uint64(offsets[text]), np.uint64(offsets[text + 1])
    begin, other_end = np.uint64(offsets[other]), np.uint64(offsets[other + 1])
    shift = shift_for(other_end - begin + _ONE)
    _spread_out(hashes, begin, other_end, table, shift)
    found[:] = APART
    wanted = _NONE
    for at in range(end - start):
        head = heads[slot_of(keys, heads, shift, hashes[start + at])]
        if head != FREE:
            place = _nearest(nexts, head, wanted)
            for step in range(np.uint64(lengths[start + at])):
                found[at + step], places[at + step] = SHARED, place + step
            wanted = place
        wanted += _ONE


@part
def _stands_there(codes, own, other, run, place):
    """Return whether a quarter of the tokens around a run, eight on each side, are around its place there, too."""
    start, stop = run
    token, size = own
    other_token, other_size = other
    behind = place + (stop - start)
    same = _NONE
    for step in range(min(_SLACK, start, place)):
        back = step + _ONE
        same += _ONE if codes[token + start - back] == codes[other_token + place - back] else _NONE
    for step in range(min(_SLACK, size - stop, other_size - behind)):
        same += _ONE if codes[token + stop + step] == codes[other_token + behind + step] else _NONE
    return same * _FOUR >= _SLACK + _SLACK


@part
def _set_phrases_apart(codes, own, other, found, places):
    """Mark the short runs that are in the other text without the tokens around them: moved there, or set phrases."""
    at, size = _NONE, own[1]
    while at < size:
        stop = at + _ONE
        if found[at] == SHARED:
            while stop < size and found[stop] == SHARED and places[stop] == places[stop - _ONE] + _ONE:
                stop += _ONE
            least = LETTERS if _is_letter(codes[own[0] + at]) else _LEAST
            if stop - at < least and not _stands_there(codes, own, other, (at, stop), places[at]):
                found[at:stop] = _PHRASE
        at = stop


@part
def _judge_phrases(found, sizes, scratch):
    """Take them for moved where they are half of the text between what stands there; for set phrases elsewhere.

    Only phrases count whose place in the other text is not taken: a passage may be put together from what is there.
    """
    (size, other_size), places, taken = sizes, scratch.places, scratch.taken
    taken[:other_size] = False
    for at in range(size):
        if found[at] == SHARED:
            taken[places[at]] = True
    at = _NONE
    while at < size:
        stop, phrases = at, _NONE
        while stop < size and found[stop] != SHARED:
            phrases += _ONE if found[stop] == _PHRASE and not taken[places[stop]] else _NONE
            stop += _ONE
        state = SHARED if phrases * _TWO >= stop - at else APART
        for place in range(at, stop):
            if found[place] == _PHRASE:
                found[place] = state
        at = stop + _ONE


@part
def _mend(codes, own, other, found, scratch):
    """Mark what is edited of uncovered runs: `own` and `other` are first tokens and sizes of the two texts."""
    places, _, ending, best, moves, held = scratch
    rows = ending, best
    token, size = own
    at = _NONE
    while at < size:
        if found[at] != APART:
            at += _ONE
            continue
        stop = at
        while stop < size and found[stop] == APART:
            stop += _ONE
        run = stop - at
        if run >= _LEAST and run <= _MOST and run < size:
            low = places[at - _ONE] + _ONE if at > _NONE else _NONE
            high = places[stop] if stop < size else other[1]
            ranges = _ranges((token + at, token + stop), other, (low, high, at > _NONE, stop < size))
            held[:run], score = False, _NONE
            for begin, end in ranges:
                if begin < end:
                    score = max(score, trace(codes, (token + at, token + stop), (begin, end), rows, moves, held))
            if score * (_TWO if _is_letter(codes[token + at]) else _FOUR) >= run:
                bridge(held[:run], _LEAST)
            else:
                trim(held[:run])
            for step in range(run):
                found[at + step] = _ALIGNED if held[step] else APART
        at = stop


def find_unique(codes: Codes, shingles: Shingles, pairs: tuple[Array, Array], starts: Array, found: Array) -> None:
    """Fill in for each token of texts[i] whether it is in a shingle of others[i] (1), edited (2), or unique (0).

    `pairs` are `texts` and `others`; the results of texts[i] begin at starts[i]. Shared runs of less than eight tokens
    with other text around them (of 24 letters, where each is a token) are set phrases, unless they are half of the text
    between what else is shared. The counterpart of a run is between the same shared shingles of the other text; the run
    is edited if a quarter of its tokens (half of the letters) are there in order and at one offset, but for the
    passages in it without a counterpart.
    """
    texts, others = pairs
    tokens = codes.bounds[1:] - codes.bounds[:-1]
    most, widest = tokens[texts].max(initial=1), tokens[others].max(initial=1)
    row = int(_MOST + _SLACK + _ONE)
    moves, held = np.empty(row * row, np.uint8), np.empty(row, np.bool_)
    scratch = _Scratch(
        np.empty(most, np.uint64), np.empty(widest, np.bool_), *np.empty((2, row), np.uint64), moves, held
    )
    _find_unique(codes, shingles, texts, others, starts, found, chains_for(widest), scratch)


@kernel(VOID, Codes, Shingles, read(I64), read(I64), read(I64), fill(U8), Chains, _Scratch)
def _find_unique(codes, shingles, texts, others, starts, found, table, scratch):
    """Do the same with a scratch table for the longest other text."""
    tokens, bounds = codes
    for nth in range(len(texts)):
        text, other = texts[nth], others[nth]
        own = np.uint64(bounds[text]), np.uint64(bounds[text + 1] - bounds[text])
        theirs = np.uint64(bounds[other]), np.uint64(bounds[other + 1] - bounds[other])
        here = found[np.uint64(starts[nth]) : np.uint64(starts[nth]) + own[1]]
        cover(text, other, shingles, here, table, scratch.places)
        _set_phrases_apart(tokens, own, theirs, here, scratch.places)
        _judge_phrases(here, (own[1], theirs[1]), scratch)
        _mend(tokens, own, theirs, here, scratch)
