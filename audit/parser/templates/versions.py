"""Versions of one article among a source's documents: copies, crawls with other furniture, edited texts.

Whole lines do not identify them: an edit may touch every paragraph, and pages of a site share long notices. Documents
are compared by a bottom-k MinHash sketch of byte windows of their prose (Broder, On the resemblance and containment of
documents, 1997).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication.sort import stable_order
from audit.kernels.parser.templates import mark_recurring
from audit.parser.templates.sketches import KEPT, LITTLE_PROSE, RATE
from audit.parser.templates.slots import differ
from audit.parser.templates.template_lines import changes

if TYPE_CHECKING:
    from audit.parser.templates.sketches import Marks
    from audit.parser.templates.template_lines import Flags, Ints, Keys

# Versions share at least this much of the shorter one's prose and of the longer one's; and this part of it is in
# unequal lines, or nearly all of the shorter one is shared. Notices shared by pages of a site are in equal lines. (By
# these alone, of 250 pairs of different pages of one site two were taken for versions; of 2,240 pairs of versions that
# share a fifth, edited, cut, reprinted inside others, 92 were not.)
_OF_SHORTER, _OF_LONGER = 0.2, 0.1
_UNLIKE, _WHOLE = 0.2, 0.9
# Standard errors of the estimated share that are tolerated below nearly all.
_ERRORS: Final = 1.5
# In groups up to this size all pairs are compared; in larger ones each document with the first and its neighbours,
# which is linear.
_ALL_PAIRS: Final = 8
# Pages that share so many slots of a template and fill this part of them differently, more than one if their prose is
# the same, are no versions; unless this part of the shared windows is in few documents.
_SLOTS_OF_PAGE, _FILLED, _RARE = 3, 0.06, 0.2
# A source of so few documents may hold drafts of one article alone, if this part of the shared windows is in unequal
# lines (in more documents, these are sentences with other names in them), and losing a text is worse than keeping a
# menu; for that reason pages with the same prose, and not little, are versions in any source. Half of a source's
# documents are few, at least so many, at most _ALL_PAIRS; all are not.
_DRAFTS, _EDITED = 4, 0.25
# Minimum slots of the filter that detects windows of one document only; it misses one in eight.
_SLOTS: Final = 8


@dataclass(frozen=True, slots=True)
class Shares:
    """What two documents have in common, `first` < `second`.

    `windows` is the number of common sampled windows, `unlike` of those in unequal lines, `rare` of those in few
    documents of the source; `slots` the number of common slots of a template, `filled` of those with other lines.
    """

    first: Ints
    second: Ints
    windows: Ints
    unlike: Ints
    rare: Ints
    slots: Ints
    filled: Ints


def shares(found: Marks) -> Shares:
    """Return the pairs of documents that share windows."""
    # Most windows are in one document only; these are removed before sorting.
    several = np.flatnonzero(_recurring(found.keys))
    keys = found.keys[several]
    by_key = stable_order(keys)
    order = several[by_key]
    keys, documents, lines, is_slot = keys[by_key], found.documents[order], found.lines[order], found.is_slot[order]
    low, high, size = _couples(keys)
    slot = is_slot[low]
    siblings = found.siblings[documents[low]]
    few = (size < siblings) & (size <= np.clip(siblings // 2, _DRAFTS, _ALL_PAIRS))
    unlike = lines[low] != lines[high]
    told = (~slot, ~slot & unlike, ~slot & few, slot, slot & differ(lines[low], lines[high]))
    return summed([Shares(documents[low], documents[high], *(flags.astype(np.int64) for flags in told))])


def _recurring(keys: Keys) -> Flags:
    """Return which keys may be repeated: all that are, and few others."""
    slots, recurring = 2 << (_SLOTS * len(keys)).bit_length(), np.empty(len(keys), np.bool_)
    mark_recurring(np.require(keys, requirements=("C", "ALIGNED")), np.zeros(slots, np.uint8), recurring)
    return recurring


def _couples(keys: Keys) -> tuple[Ints, Ints, Ints]:
    """Return the index pairs of equal keys in an ascending array, and how many have the key.

    For large groups, not all pairs.
    """
    begins = np.flatnonzero(changes(keys))
    sizes = np.diff(np.append(begins, len(keys)))
    first, size, here = np.repeat(begins, sizes), np.repeat(sizes, sizes), np.arange(len(keys))
    # Up to seven predecessors; in a large group the predecessor and the first.
    steps = [(here - back >= first) & ((size <= _ALL_PAIRS) | (back == 1)) for back in range(1, _ALL_PAIRS)]
    couples = [(here[met] - back, here[met]) for back, met in enumerate(steps, 1)]
    met = (size > _ALL_PAIRS) & (here - first > 1)
    low, high = (np.concatenate(side) for side in zip(*couples, (first[met], here[met]), strict=True))
    return low, high, size[high]


def summed(found: Sequence[Shares]) -> Shares:
    """Return each pair once, with its totals."""
    first, second, *counts = (
        np.concatenate([getattr(some, each.name) for some in found]).astype(np.int64) for each in fields(Shares)
    )
    bits = np.uint64(int(second.max(initial=0)).bit_length())
    couples = first.astype(np.uint64) << bits | second.astype(np.uint64)
    order = stable_order(couples)
    begins = np.flatnonzero(changes(couples[order]))
    once = order[begins]
    sums = (np.add.reduceat(each[order], begins) if len(begins) else each for each in counts)
    return Shares(first[once], second[once], *sums)


def are_versions(shared: Shares, totals: Ints, siblings: Ints) -> Flags:
    """Return which pairs are versions of one article; `totals` and `siblings` are those of Marks."""
    one, other = totals[shared.first], totals[shared.second]
    shorter, longer = np.minimum(one, other), np.maximum(one, other)
    # The common windows kept by both are sampled at the rate of the longer document.
    windows = shared.windows * np.maximum(longer / KEPT, 1 / RATE)
    enough = (windows > 0) & (windows >= _OF_SHORTER * shorter) & (windows >= _OF_LONGER * longer)
    error = np.sqrt(np.maximum(1 - windows / np.maximum(longer, 1), 0) / np.maximum(shared.windows, 1))
    whole = windows >= (_WHOLE - _ERRORS * error) * shorter
    edited = shared.unlike >= _UNLIKE * shared.windows
    found: Flags = enough & (whole | edited) & ~_is_template(shared, whole, siblings[shared.first], longer)
    return found


def _is_template(shared: Shares, whole: Flags, siblings: Ints, longer: Ints) -> Flags:
    """Return which pairs are pages of one template: what they share is in many pages, and they fill it differently."""
    many = (shared.rare < _RARE * shared.windows) & (shared.slots >= _SLOTS_OF_PAGE)
    filled = (shared.filled > whole) & (shared.filled >= _FILLED * shared.slots)
    drafts = (siblings <= _DRAFTS) & (whole | (shared.unlike >= _EDITED * shared.windows))
    crawls = whole & (longer >= LITTLE_PROSE)
    found: Flags = many & filled & ~drafts & ~crawls
    return found


def joined(count: int, first: Ints, second: Ints) -> Ints:
    """Return connected components: for each of `count` documents the smallest one reachable by the given pairs."""
    least = np.arange(count)
    while (least[first] != least[second]).any():
        low = np.minimum(least[first], least[second])
        for side in (first, second, least[first], least[second]):
            np.minimum.at(least, side, low)
        least = least[least]
    return least
