"""Selection of the copies to keep."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from audit.measure.duplication.pairs.pairs import COPY_KINDS, Copies
from audit.measure.duplication.pairs.verify import EXACT_NORMALISED, EXACT_RAW, NEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.measure.duplication.tokens.hashing import Bools, Ints
    from audit.policy import DuplicateSettings

NO_ROW: Final = -1
# Tokens in a row that make one of two copies the more complete: of 371 lines of page furniture 4 % are as long.
LEAST_CLAUSE: Final = 16
# Near copies in a cluster of which nine in ten have a clause of their own are at most so many: what documents of a
# source share beside it is its template, be it ten times as long. Copies with edits have none.
MOST_OF_TEMPLATE: Final = 19
_TEMPLATE_SHARE: Final = 0.9


class _Edge(NamedTuple):
    """The kept row for which another is set aside, and their pair; none for exact copies."""

    row: int
    kind: str
    jaccard: float
    pair: int = NO_ROW


class _NearPair(NamedTuple):
    """Near copies across two classes of equal texts, and the longest run of tokens only the first has."""

    own: int
    other: int
    jaccard: float
    unique: int
    pair: int


@dataclass(slots=True)
class _Shelf:
    """The rows kept so far: the first of each class, and the near pairs between classes.

    `places` are ranks: of equally good edges the one to the first rank counts.
    """

    kinds: frozenset[str]
    near: dict[int, dict[int, list[_NearPair]]]
    most_lost: Ints
    places: Ints
    by_raw: dict[int, int] = field(default_factory=dict)
    by_text: dict[int, int] = field(default_factory=dict)

    def put(self, row: int, raw: int, text: int) -> None:
        self.by_raw.setdefault(raw, row)
        self.by_text.setdefault(text, row)

    def beside(self, row: int, raw: int, text: int) -> _Edge | None:
        """Return the best edge to a kept row: same bytes, else same text, else the highest Jaccard similarity."""
        return max(self._edges(row, raw, text), key=self._goodness, default=None)

    def spared(self, row: int, text: int) -> _Edge | None:
        """Return the best edge to a kept near copy of a row that is spared since it has a passage of its own."""
        return max((edge for edge, _ in self._near_edges(row, text)), key=self._goodness, default=None)

    def _edges(self, row: int, raw: int, text: int) -> Iterator[_Edge]:
        if EXACT_RAW in self.kinds and raw in self.by_raw:
            yield _Edge(self.by_raw[raw], EXACT_RAW, 1.0)
        if EXACT_NORMALISED in self.kinds and text in self.by_text:
            yield _Edge(self.by_text[text], EXACT_NORMALISED, 1.0)
        yield from (edge for edge, unique in self._near_edges(row, text) if unique <= self.most_lost[row])

    def _near_edges(self, row: int, text: int) -> Iterator[tuple[_Edge, int]]:
        """Yield the edges to kept near copies, and the longest run of tokens missing from each.

        Exact copies have equal bodies but may differ in boilerplate, so the pair of the two rows themselves counts. If
        a class is too large to have all pairs, that of another copy with the smallest loss does.
        """
        near = self.near.get(text, {}) if NEAR in self.kinds else {}
        for other, pairs in near.items():
            if (kept := self.by_text.get(other)) is not None:
                best = min(pairs, key=lambda pair: (pair.other != kept, pair.own != row, pair.unique, pair.pair))
                yield _Edge(kept, NEAR, best.jaccard, best.pair), best.unique

    def _goodness(self, edge: _Edge) -> tuple[int, float, int]:
        return -COPY_KINDS.index(edge.kind), edge.jaccard, -int(self.places[edge.row])


def choose_kept(found: Copies, eligible: Bools, settings: DuplicateSettings, places: Ints) -> pa.Table:
    """Return for each row duplicate_of_row (NO_ROW for none), duplicate_kind and similarity (Jaccard).

    Also beside_row, the kept row of which a row kept as well is a near copy, and `pair`, their row in `found.pairs`
    (NO_ROW for none).

    Rows are visited in order of `places`, their ranks. A row is set aside only on a direct verified edge, of a kind
    that `settings` sets aside, to a kept row: similarity is not transitive. A near copy is set aside only for a row
    that contains all of it but `most_lost` consecutive tokens, fewer in a cluster of more than MOST_OF_TEMPLATE near
    copies with clauses of their own. Ineligible rows take no part.
    """
    most = np.full(len(eligible), settings.most_lost)
    kept = _chosen(found, eligible, settings, places, most)
    is_template = _share_a_template(found, kept)
    if is_template.any():
        most[is_template] = np.minimum(most[is_template], LEAST_CLAUSE - 1)
        kept = _chosen(found, eligible, settings, places, most)
    return kept


def _chosen(found: Copies, eligible: Bools, settings: DuplicateSettings, places: Ints, most_lost: Ints) -> pa.Table:
    """Return the choice, given how many consecutive tokens may be lost with each row."""
    shelf = _Shelf(frozenset(settings.set_aside) & frozenset(COPY_KINDS), _near(found), most_lost, places)
    rows, jaccards = np.full(len(eligible), NO_ROW, np.int64), np.zeros(len(eligible), np.float32)
    beside, pairs = rows.copy(), rows.copy()
    kinds: list[str | None] = [None] * len(eligible)
    order = np.argsort(places)[: int(eligible.sum())]
    order = order[_has_copy(found)[order]]
    raw, text = found.classes.raw[order].tolist(), found.classes.text[order].tolist()
    for row, same_raw, same_text in zip(order.tolist(), raw, text, strict=True):
        edge = shelf.beside(row, same_raw, same_text)
        if edge is None:
            if (spared := shelf.spared(row, same_text)) is not None:
                beside[row], pairs[row] = spared.row, spared.pair
            shelf.put(row, same_raw, same_text)
        else:
            rows[row], kinds[row], jaccards[row], pairs[row] = edge
    columns = {"duplicate_of_row": pa.array(rows), "duplicate_kind": pa.array(kinds, pa.string())}
    similarity = pa.array(jaccards, mask=rows == NO_ROW)
    return pa.table({**columns, "similarity": similarity, "beside_row": beside, "pair": pairs})


def _share_a_template(found: Copies, kept: pa.Table) -> Bools:
    """Return which rows are of a cluster with so many near copies with clauses that they only share a template."""
    pair = kept["pair"].to_numpy()
    near = np.flatnonzero(pair != NO_ROW)
    is_a = found.classes.text[found.pairs["a_row"].to_numpy()[pair[near]]] == found.classes.text[near]
    own = np.where(is_a, *(found.pairs[name].fill_null(0).to_numpy()[pair[near]] for name in ("unique_a", "unique_b")))
    of = found.copies
    every, with_own = (np.bincount(of[some], minlength=len(of)) for some in (near, near[own >= LEAST_CLAUSE]))
    told: Bools = ((every > MOST_OF_TEMPLATE) & (with_own >= _TEMPLATE_SHARE * every))[of]
    return told


def _has_copy(found: Copies) -> Bools:
    return np.bincount(found.copies, minlength=len(found.copies))[found.copies] > 1


def _near(found: Copies) -> dict[int, dict[int, list[_NearPair]]]:
    """Return the near pairs of each class of equal texts with the others, by the classes' first rows."""
    places = np.flatnonzero(pc.equal(found.pairs["kind"], NEAR).to_numpy())
    pairs = found.pairs.take(places)
    rows = [pairs[name].to_numpy() for name in ("a_row", "b_row")]
    alone = (pairs[name].fill_null(0).to_pylist() for name in ("unique_a", "unique_b"))
    near: dict[int, dict[int, list[_NearPair]]] = defaultdict(lambda: defaultdict(list))
    facts = (*(found.classes.text[side].tolist() for side in rows), *(side.tolist() for side in rows))
    for text_a, text_b, a, b, jaccard, unique_a, unique_b, pair in zip(
        *facts, pairs["jaccard"].to_pylist(), *alone, places.tolist(), strict=True
    ):
        near[text_a][text_b].append(_NearPair(a, b, jaccard, unique_a, pair))
        near[text_b][text_a].append(_NearPair(b, a, jaccard, unique_b, pair))
    return near
