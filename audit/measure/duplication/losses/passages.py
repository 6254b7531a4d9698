"""Passages of a text's own that stand in one other document, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from audit.kernels.duplication.shingle_set import EDITED
from audit.measure.duplication.losses.known_windows import PlacedWindows
from audit.measure.duplication.pairs.unique_passages import UniqueTokens
from audit.measure.duplication.pairs.verify import MOST_LOST
from audit.measure.duplication.tokens.windows import LETTERS, WINDOW

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import I32, U8, Bools, Ints

# Tokens of a passage: what is shorter would keep no document, so it does not let one go. Of 845 English and 70 Chinese
# texts .17 and .24 have some eight tokens in a row that another has, .04 and .06 sixteen, .03 and none thirty.
PASSAGE: Final = MOST_LOST + 1


class OwnWindows(NamedTuple):
    """Windows that overlap unique runs: first token in these texts, ascending within a run, and size."""

    first: I32
    sizes: U8

    def texts(self, alone: UniqueTokens) -> Ints:
        """Return the text of each window."""
        found: Ints = np.searchsorted(alone.bounds, self.first, side="right") - 1
        return found


class Standing(NamedTuple):
    """Unique tokens that stand nowhere, and of what stands elsewhere the texts, and the row of a document for each."""

    left: UniqueTokens
    texts: Ints
    rows: Ints


class _Passages(NamedTuple):
    """Windows in a row that stand in one text in that order: each window's passage; its first token, one past its last.

    Up to EDITED tokens between two windows may be others.
    """

    of: Ints
    begins: Ints
    ends: Ints


def set_passages_apart(alone: UniqueTokens, windows: OwnWindows, places: PlacedWindows) -> Standing:
    """Set passages, and whole runs, that stand in one document apart from the unique tokens."""
    seen = np.flatnonzero(places.sizes)
    if not len(seen):
        return Standing(alone, *np.empty((2, 0), np.int64))
    windows = OwnWindows(windows.first[seen], windows.sizes[seen])
    first, sizes, row = (column.astype(np.int64) for column in (*windows, places.rows[seen]))
    text = windows.texts(alone)
    found = _passages(np.stack([text, row]), first, sizes, places.starts[seen].astype(np.int64))
    least = np.where(sizes == LETTERS, PASSAGE * LETTERS // WINDOW, PASSAGE)
    is_held = ((found.ends - found.begins)[found.of] >= least) | _hold_a_run(alone, found)[found.of]
    tokens, first, sizes = alone.tokens.copy(), first[is_held], sizes[is_held]
    for step in range(sizes.max(initial=0)):
        tokens[first[sizes > step] + step] = False
    return Standing(UniqueTokens(tokens, alone.bounds), text[is_held], row[is_held])


def _passages(of: Ints, first: Ints, sizes: Ints, there: Ints) -> _Passages:
    """Return the passages of windows, ascending in each text; `of` are their texts, and the rows they stand in."""
    step, step_there = np.diff(first), np.diff(there)
    is_next = (of[:, 1:] == of[:, :-1]).all(axis=0)
    is_next &= (step >= 0) & (step <= sizes[:-1] + EDITED)
    is_next &= (step_there >= 0) & (np.abs(step_there - step) <= EDITED)
    is_first = np.append([True], ~is_next)
    begins = np.flatnonzero(is_first)
    return _Passages(np.cumsum(is_first) - 1, first[begins], np.maximum.reduceat(first + sizes, begins))


def _hold_a_run(alone: UniqueTokens, found: _Passages) -> Bools:
    """Return which passages hold the whole of a run."""
    runs = alone.runs()
    starts = alone.bounds[runs.text] + runs.first
    nth = np.minimum(np.searchsorted(starts, found.begins), len(starts) - 1)
    held: Bools = (starts[nth] >= found.begins) & (starts[nth] + runs.length[nth] <= found.ends)
    return held
