"""Versions of one article among a source's documents: copies, crawls with other furniture, edited texts.

Whole lines do not identify them: an edit may touch every paragraph, and pages of a site share long notices. Documents
are compared by a bottom-k MinHash sketch of byte windows of their prose (Broder, On the resemblance and containment of
documents, 1997).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.kernels.duplication.sort import stable_order
from audit.kernels.parser.templates import keep_least, mark_recurring, sample_windows
from audit.parser.blocks.strings import Strings, strings
from audit.parser.templates.template_lines import mixed, source_keys
from audit.text.punctuation import SENTENCE_END

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.templates.template_lines import Ints, Keys

# Minimum UTF-8 bytes of a prose line ending like a sentence (15 Han characters, 45 letters), and of any prose line,
# longer than headlines: not every script has full stops.
_SENTENCE, _LONG = 45, 200
# Documents with fewer bytes of prose are compared by all lines: verse, tables, scripts without full stops.
_LITTLE_PROSE: Final = 400
_TAIL: Final = 6
# Windows kept per document, those with the smallest hashes, so that documents sample the same ones.
KEPT: Final = 256
# Sampling rate of windows, and about the number sampled of a long document.
_RATE, _LOOKED_AT = 1 / 4, 4 * KEPT
# Buffer of windows per byte of prose; if it overflows the search is repeated.
_ROOM: Final = 0.3
# Versions share at least this much of the shorter one's prose and of the longer one's; and this part of it is in
# unequal lines, or nearly all of the shorter one is shared. Notices shared by pages of a site are in equal lines. (Of
# 250 pairs of different pages of one site two are taken for versions; of 2,240 pairs of versions that share a fifth,
# edited, cut, reprinted inside others, 92 do not.)
_OF_SHORTER, _OF_LONGER = 0.2, 0.1
_UNLIKE, _WHOLE = 0.2, 0.9
# Standard errors of the estimated share that are tolerated below nearly all.
_ERRORS: Final = 1.5
# In groups up to this size all pairs are compared; in larger ones each document with the first and its neighbours,
# which is linear.
_ALL_PAIRS: Final = 8
# Minimum slots of the filter that detects windows of one document only; it misses one in eight.
_SLOTS: Final = 8
_COLUMNS: Final = ("first", "second", "windows", "unlike")


@dataclass(frozen=True, slots=True)
class Marks:
    """The sketches of documents, each (document, window) once.

    `keys` are the windows, `lines` their lines, `documents` their documents, ascending; `totals` is the number of
    windows of each document.
    """

    keys: Keys
    lines: Keys
    documents: Ints
    totals: Ints


def marks(lines: pl.DataFrame, line_names: Keys, sources: Sequence[str]) -> Marks:
    """Return the sketches of documents, from the columns document and folded of audit.parser.blocks.features.lines.

    `line_names` are its line_keys.
    """
    is_prose = _is_prose(lines, len(sources))
    prose = lines.filter(is_prose)
    folded, of = strings(prose["folded"]), prose["document"].to_numpy()
    rates = _rates(np.bincount(of, np.diff(folded.offsets), len(sources)))
    windows, places = _sampled(folded, (rates * 2.0**64).astype(np.uint64)[of])
    names, edges = line_names[is_prose], np.searchsorted(of[places], np.arange(len(sources) + 1))
    counts, kept = keep_least(windows, places, edges, names, KEPT)
    documents = np.repeat(np.arange(len(sources)), kept)
    rows = _runs(edges[:-1], kept)
    keys = mixed(source_keys(sources)[documents], windows[rows])
    return Marks(keys, names[places[rows]], documents, np.rint(counts / rates).astype(np.int64))


def _is_prose(lines: pl.DataFrame, documents: int) -> NDArray[np.bool_]:
    """Return which lines are prose; all lines of a document with little of it."""
    of, sizes = lines["document"].to_numpy(), lines["folded"].str.len_bytes().to_numpy()
    ended = lines["folded"].str.tail(_TAIL).str.contains(SENTENCE_END).to_numpy()
    sentence = (ended & (sizes >= _SENTENCE)) | (sizes >= _LONG)
    made: NDArray[np.bool_] = sentence | (np.bincount(of, sizes * sentence, documents) < _LITTLE_PROSE)[of]
    return made


def _rates(sizes: Ints | NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the sampling rate of each document's windows, by the bytes of its prose."""
    return np.minimum(_RATE, _LOOKED_AT / np.maximum(sizes, 1))


def _sampled(folded: Strings, bounds: Keys) -> tuple[Keys, Ints]:
    """Return the window hashes below the bounds of their lines, and these lines, in order."""
    room = np.int64(len(folded.text) * _ROOM) + KEPT
    while True:
        keys, lines = np.empty(room, np.uint64), np.empty(room, np.int64)
        found = sample_windows(folded.text, folded.offsets, bounds, keys, lines)
        if found <= room:
            return keys[:found], lines[:found]
        room = found


def _runs(first: Ints, sizes: Ints) -> Ints:
    """Return concatenated ranges that start at `first`."""
    made: Ints = np.arange(sizes.sum()) + np.repeat(first - (np.cumsum(sizes) - sizes), sizes)
    return made


@dataclass(frozen=True, slots=True)
class Shares:
    """The number of common sampled windows of two documents, `first` < `second`, and how many are in unequal lines."""

    first: Ints
    second: Ints
    windows: Ints
    unlike: Ints


def shares(found: Marks) -> Shares:
    """Return the pairs of documents that share windows."""
    # Most windows are in one document only; these are removed before sorting.
    several = np.flatnonzero(_recurring(found.keys))
    keys = found.keys[several]
    by_key = stable_order(keys)
    order = several[by_key]
    keys, documents, lines = keys[by_key], found.documents[order], found.lines[order]
    low, high = _couples(keys)
    one = np.ones(len(low), np.int64)
    return summed([Shares(documents[low], documents[high], one, (lines[low] != lines[high]).astype(np.int64))])


def _recurring(keys: Keys) -> NDArray[np.bool_]:
    """Return which keys may be repeated: all that are, and few others."""
    slots, recurring = 2 << (_SLOTS * len(keys)).bit_length(), np.empty(len(keys), np.bool_)
    mark_recurring(np.require(keys, requirements=("C", "ALIGNED")), np.zeros(slots, np.uint8), recurring)
    return recurring


def _couples(keys: Keys) -> tuple[Ints, Ints]:
    """Return the index pairs of equal keys in an ascending array; for large groups, not all pairs."""
    begins = np.flatnonzero(_changes(keys))
    sizes = np.diff(np.append(begins, len(keys)))
    first, size, here = np.repeat(begins, sizes), np.repeat(sizes, sizes), np.arange(len(keys))
    # Up to seven predecessors; in a large group the predecessor and the first.
    steps = [(here - back >= first) & ((size <= _ALL_PAIRS) | (back == 1)) for back in range(1, _ALL_PAIRS)]
    couples = [(here[met] - back, here[met]) for back, met in enumerate(steps, 1)]
    met = (size > _ALL_PAIRS) & (here - first > 1)
    low, high = (np.concatenate(side) for side in zip(*couples, (first[met], here[met]), strict=True))
    return low, high


def summed(found: Sequence[Shares]) -> Shares:
    """Return each pair once, with its totals."""
    first, second, windows, unlike = (
        np.concatenate([getattr(some, name) for some in found]).astype(np.int64) for name in _COLUMNS
    )
    bits = np.uint64(int(second.max(initial=0)).bit_length())
    couples = first.astype(np.uint64) << bits | second.astype(np.uint64)
    order = stable_order(couples)
    begins = np.flatnonzero(_changes(couples[order]))
    once = order[begins]
    sums = (np.add.reduceat(each[order], begins) if len(begins) else each for each in (windows, unlike))
    return Shares(first[once], second[once], *sums)


def _changes(ordered: Keys) -> NDArray[np.bool_]:
    """Return a mask of the elements of a sorted array that differ from their predecessor."""
    new = np.ones(len(ordered), np.bool_)
    new[1:] = ordered[1:] != ordered[:-1]
    return new


def articles_of(found: Marks) -> Ints:
    """Return for each document the first document with the same article."""
    shared = shares(found)
    enough = are_versions(shared, found.totals)
    return joined(len(found.totals), shared.first[enough], shared.second[enough])


def are_versions(shared: Shares, totals: Ints) -> NDArray[np.bool_]:
    """Return which pairs are versions of one article."""
    one, other = totals[shared.first], totals[shared.second]
    shorter, longer = np.minimum(one, other), np.maximum(one, other)
    # The common windows kept by both are sampled at the rate of the longer document.
    windows = shared.windows * np.maximum(longer / KEPT, 1 / _RATE)
    enough = (windows >= _OF_SHORTER * shorter) & (windows >= _OF_LONGER * longer)
    error = np.sqrt(np.maximum(1 - windows / np.maximum(longer, 1), 0) / np.maximum(shared.windows, 1))
    whole = windows >= (_WHOLE - _ERRORS * error) * shorter
    return enough & (whole | (shared.unlike >= _UNLIKE * shared.windows))


def joined(count: int, first: Ints, second: Ints) -> Ints:
    """Return connected components: for each of `count` documents the smallest one reachable by the given pairs."""
    least = np.arange(count)
    while (least[first] != least[second]).any():
        low = np.minimum(least[first], least[second])
        for side in (first, second, least[first], least[second]):
            np.minimum.at(least, side, low)
        least = least[least]
    return least
