"""Documents in the same frame as a pair of them, such as a publishing system's menu and footer, but with other text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.engine.exchange import first_per_key
from audit.measure.duplication.tokens.hashing import distinct, ranges, starts_of
from audit.measure.duplication.tokens.minhash import PASSAGES_FROM

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

    from audit.measure.duplication.records.parts import PartTable
    from audit.measure.duplication.tokens.hashing import U64, Bools, Ints

# Pairs asked for each document, those most alike: what else is in its frame is less like it than its copy.
_CLOSEST: Final = 4
# Documents looked at for each sampled shingle, and those chosen for a pair: one knows the frame, others its sections.
_MOST_HOLDERS: Final = 50
_MOST_THIRDS: Final = 3
# The least frequent fifth of what two documents share is their own text. The frame is in more documents than that, half
# as many again: copies have lost a sentence here and there.
_OWN_SHARE: Final = 0.2
_OFTENER: Final = 1.5
# Maximum share of a pair's own sampled shingles in a third document: others are copies as well.
_MOST_OWN: Final = 0.2


def closest(pairs: pa.Table) -> Bools:
    """Return which pairs (VERIFIED) are among those most alike of one of their documents."""
    number = np.tile(np.arange(len(pairs)), 2)
    rows = np.concatenate([pairs[name].to_numpy() for name in ("a_row", "b_row")])
    order = np.lexsort((number, -np.tile(pairs["jaccard"].to_numpy(), 2), rows))
    found = np.zeros(len(pairs), np.bool_)
    found[number[order[first_per_key(rows[order].astype(np.uint64), _CLOSEST)]]] = True
    return found


def in_same_frame(signatures: PartTable, first: Ints, second: Ints) -> list[list[int]]:
    """Return for each pair of rows those of documents in their frame with other text; none for texts without a frame.

    Told by sampled shingles: those of a frame are in more documents than those of a text.
    """
    if not len(first):
        return []
    shared = _shared(signatures, first, second)
    wanted = distinct(np.concatenate([np.zeros(0, np.uint64), *shared]))
    hashes, rows = _holders(signatures, wanted)
    edges = [np.searchsorted(hashes, some, side).astype(np.int64) for some in shared for side in ("left", "right")]
    return [_thirds(rows, *bounds) for bounds in zip(edges[::2], edges[1::2], strict=True)]


def _thirds(rows: Ints, begins: Ints, ends: Ints) -> list[int]:
    """Return the rows that hold most of a frame, and little of the rest; `begins` and `ends`: of a sample's rows."""
    documents = ends - begins
    if not len(documents):
        return []
    own = np.sort(documents)[int(_OWN_SHARE * len(documents))]
    is_frame = documents > _OFTENER * own + 1
    inside, outside = (
        Counter(rows[ranges(begins[is_one], documents[is_one])].tolist()) for is_one in (is_frame, ~is_frame)
    )
    most = _MOST_OWN * int((~is_frame).sum())
    found = [row for row in inside if outside[row] <= most]
    return sorted(found, key=lambda row: (-inside[row], row))[:_MOST_THIRDS]


def _shared(signatures: PartTable, first: Ints, second: Ints) -> list[U64]:
    """Return the sampled shingles that both of each pair have."""
    of: dict[int, U64] = {}
    asked = distinct(np.concatenate([first, second]))
    for row, hashes, bounds in _samples(signatures):
        here = asked[slice(*np.searchsorted(asked, (row, row + len(bounds) - 1)))]
        of.update((one, hashes[bounds[one - row] : bounds[one - row + 1]]) for one in here.tolist())
    sides = zip(first.tolist(), second.tolist(), strict=True)
    return [np.intersect1d(of[one], of[other], assume_unique=True) for one, other in sides]


def _holders(signatures: PartTable, wanted: U64) -> tuple[U64, Ints]:
    """Return the wanted sampled shingles, ascending, with the rows that have them, the first _MOST_HOLDERS of each."""
    found, rows = np.zeros(0, np.uint64), np.zeros(0, np.int64)
    for row, hashes, bounds in _samples(signatures):
        places = np.minimum(np.searchsorted(wanted, hashes), max(0, len(wanted) - 1))
        is_one = wanted[places] == hashes if len(wanted) else np.zeros(len(hashes), np.bool_)
        owners = row + np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
        found, rows = np.concatenate([found, hashes[is_one]]), np.concatenate([rows, owners[is_one]])
        is_early = first_per_key(found, _MOST_HOLDERS)
        found, rows = found[is_early], rows[is_early]
    order = np.lexsort((rows, found))
    return found[order], rows[order]


def _samples(signatures: PartTable) -> Iterator[tuple[int, U64, Ints]]:
    """Yield the sampled shingles of rows in batches: first row, shingles, and the bounds of each row's."""
    for row, batch in signatures.batches(["samples"]):
        column = batch.column(0)
        hashes = column.flatten().to_numpy()
        is_sample = hashes < np.uint64(PASSAGES_FROM)
        bounds = starts_of(is_sample)[column.offsets.to_numpy() - column.offsets[0].as_py()]
        yield row, hashes[is_sample], bounds
