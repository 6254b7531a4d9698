"""Texts that are no copies of another, since they only share a template with what that is copied from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow.compute as pc

from audit.measure.duplication.pairs.verify import NEAR

if TYPE_CHECKING:
    import pyarrow as pa

    from audit.measure.duplication.tokens.hashing import Bools, Floats, Ints


# How much more like the copy its source is, as a share of Jaccard, and how much more like the sibling the source is
# than the copy. Without these one in a hundred copies was lost, in groups with every tenth character edited in each.
_CLOSER: Final = 0.05
_CLOSER_TO_SIBLING: Final = 0.1


def are_of_siblings(pairs: pa.Table, siblings: pa.Table, count: int) -> Bools:
    """Return which near copies among `pairs` (VERIFIED) are siblings of the document that the other one is most like.

    Noise in a copy, or another site's frame around it, hides that only a template is shared. Against its source that
    shows, which is more like the sibling, too. `siblings` (VERIFIED) only share a template; `count`: of documents.
    """
    found, near = np.zeros(len(pairs), np.bool_), np.flatnonzero(pc.equal(pairs["kind"], NEAR).to_numpy())
    one, other, alike = (column[near] for column in _edges(pairs))
    first, second, like = _edges(siblings)
    own, partner = np.concatenate([one, other, first, second]), np.concatenate([other, one, second, first])
    similarity = np.concatenate([alike, alike, like, like])
    # The last edge of each document in this order is the one with the document most like it.
    order = np.lexsort((-partner, similarity, own))
    closest, most = np.arange(count), np.zeros(count, similarity.dtype)
    closest[own[order]], most[own[order]] = partner[order], similarity[order]
    keys = first * count + second
    order = np.argsort(keys)
    keys, like = np.append(keys[order], count * count), np.append(like[order], 0)
    for text, copy in ((one, other), (other, one)):
        source = closest[copy]
        wanted = np.minimum(text, source) * count + np.maximum(text, source)
        at = np.searchsorted(keys, wanted)
        is_closer = (most[copy] >= alike * (1 + _CLOSER)) & (like[at] >= alike + _CLOSER_TO_SIBLING)
        found[near] |= (keys[at] == wanted) & is_closer
    return found


def _edges(pairs: pa.Table) -> tuple[Ints, Ints, Floats]:
    first, second, alike = (pairs[name].to_numpy() for name in ("a_row", "b_row", "jaccard"))
    return first, second, alike
