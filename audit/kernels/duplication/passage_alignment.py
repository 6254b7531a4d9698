"""Character-level comparison of passages with texts: where most of their grams occur, and the alignment there."""

# Compiled for the types that each kernel declares: annotations would only repeat them.
# mypy: ignore-errors
# ruff: noqa: ANN001, ANN202

from __future__ import annotations

from typing import Annotated, NamedTuple

import numpy as np

from audit.kernels.compiler import BOOL, I64, U32, U64, VOID, Array, fill, kernel, part, read
from audit.kernels.duplication.alignment import aligned
from audit.kernels.duplication.slots import BITS, FREE, shift_for, slot_of
from audit.kernels.duplication.texts import Chains, chains_for
from audit.kernels.mix import GOLDEN

_NONE, _ONE, _TWO = np.uint64(0), np.uint64(1), np.uint64(2)
# SplitMix64's increment; the upper bits of a multiplicative hash are used, since they are mixed best.
_GRAM = np.uint64(4)
# Scattered edits leave some words of a longer passage intact, so it is not compared.
_LONGEST = np.uint64(2048)
# Positions inspected per gram, and the maximum shift of a passage between its edits: a power of two.
_FOLLOWED = np.uint64(8)
_BAND, _BAND_BITS = np.uint64(64), np.int64(6)
# Only if at least one gram in this many is at the passage's position, it is aligned.
_ONE_IN = np.uint64(8)
# Minimum aligned share of a passage, as a fraction, from measurements: see audit.measure.duplication.losses.losses.
_SHARE = np.uint64(2)


class _Scratch(NamedTuple):
    """Counters of the bands of a text and a passage, and two rows of scores of an alignment."""

    bands: Annotated[Array, fill(U32)]
    ending: Annotated[Array, fill(U64)]
    best: Annotated[Array, fill(U64)]


@part
def _gram(codes, at):
    found = _NONE
    for step in range(_GRAM):
        found = (found + np.uint64(codes[at + step])) * GOLDEN
    return found


@part
def _grams(start, end):
    return end - start - _GRAM + _ONE if end - start >= _GRAM else _NONE


@part
def _spread_out(codes, start, end, table):
    """Insert the grams of a text into the table, earlier ones first in each chain; return the shift of hashes."""
    keys, heads, nexts = table
    count = _grams(start, end)
    shift = shift_for(count + _ONE)
    heads[: _ONE << (BITS - shift)] = FREE
    for back in range(count):
        at = count - _ONE - back
        number = _gram(codes, start + at)
        slot = slot_of(keys, heads, shift, number)
        nexts[at], heads[slot], keys[slot] = heads[slot], np.uint32(at), number
    return shift


@part
def _counterpart(codes, start, end, table, shift, bands):
    """Return the band before the one in which the passage begins according to most of its grams; and their number.

    `bands` are counters, slightly more than text and passage have bands together.
    """
    keys, heads, nexts = table
    # Positions before the text's beginning have bands of their own, so that no index is negative.
    before = np.int64(end - start) >> _BAND_BITS
    bands[:] = np.uint32(0)
    for nth in range(_grams(start, end)):
        place, followed = heads[slot_of(keys, heads, shift, _gram(codes, start + nth))], _NONE
        while place != FREE and followed < _FOLLOWED:
            band = (np.int64(place) - np.int64(nth) >> _BAND_BITS) + before + 1
            bands[band] += np.uint32(1)
            bands[band + 1] += np.uint32(1)
            place = nexts[place]
            followed += _ONE
    best = np.int64(0)
    for band in range(len(bands)):
        if bands[band] > bands[best]:
            best = band
    return best - before - 2, np.uint64(bands[best])


def align_passages(codes: Array, passages: Array, of: Array, texts: Array, held: Array) -> None:
    """Fill in which passages occur in their texts, except for scattered edits; fastest if sorted by text.

    `codes` has all characters: passages[i] to passages[i + 1] are those of passage i, texts[n] to texts[n + 1] those of
    text n; of[i] is the text that passage i is compared with.
    """
    longest, widest = (int((bounds[1:] - bounds[:-1]).max(initial=0)) for bounds in (texts, passages))
    bands = (longest >> int(_BAND_BITS)) + (widest >> int(_BAND_BITS)) + 4
    width = widest + 2 * int(_BAND) + 1
    scratch = _Scratch(np.empty(bands, np.uint32), np.empty(width, np.uint64), np.empty(width, np.uint64))
    _align_passages(codes, passages, of, texts, held, chains_for(longest + 1), scratch)


@kernel(VOID, read(U32), read(I64), read(I64), read(I64), fill(BOOL), Chains, _Scratch)
def _align_passages(codes, passages, of, texts, held, table, scratch):
    """Do the same with scratch arrays for the grams of the longest text and the bands of the longest of both."""
    bands, ending, best = scratch
    shift = BITS - _ONE
    for nth in range(len(held)):
        other, other_end = np.uint64(texts[of[nth]]), np.uint64(texts[of[nth] + 1])
        if nth == 0 or of[nth] != of[nth - 1]:
            shift = _spread_out(codes, other, other_end, table)
        start, end = np.uint64(passages[nth]), np.uint64(passages[nth + 1])
        size = end - start
        held[nth] = False
        if size < _GRAM or size > _LONGEST:
            continue
        used = (np.int64(other_end - other) >> _BAND_BITS) + (np.int64(size) >> _BAND_BITS) + 4
        band, count = _counterpart(codes, start, end, table, shift, bands[:used])
        if count == _NONE or count * _ONE_IN < _grams(start, end):
            continue
        begin = other + np.uint64(max(np.int64(0), band << _BAND_BITS))
        stop = min(other_end, begin + size + _TWO * _BAND)
        score = aligned(codes, start, end, begin, stop, (ending, best)) if begin < stop else _NONE
        held[nth] = score * _SHARE >= size
