"""Connected components of an undirected graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.engine.engines import current_engine
from audit.measure.duplication.records.stars import connected_by_stars

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import Ints

# Edges processed locally even if other machines could help: 800 MB, and some seconds per pass.
MOST_HERE: Final = 50_000_000


def connected(count: int, first: Ints, second: Ints) -> Ints:
    """Return for each of `count` nodes the smallest node connected to it by the edges first[i] - second[i].

    Smallest roots are hooked and paths halved until stable: a logarithmic number of passes.
    """
    if len(first) > MOST_HERE and current_engine().pays_from is not None:
        return connected_by_stars(count, first, second)
    label = np.arange(count, dtype=np.int64)
    while True:
        a, b = label[first], label[second]
        is_open = a != b
        if not is_open.any():
            return label
        first, second, a, b = first[is_open], second[is_open], a[is_open], b[is_open]
        np.minimum.at(label, np.maximum(a, b), np.minimum(a, b))
        label = _flat(label)


def _flat(label: Ints) -> Ints:
    while True:
        above = label[label]
        if np.array_equal(above, label):
            return label
        label = above
