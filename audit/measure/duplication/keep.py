"""Which of several copies is kept."""

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


class _Edge(NamedTuple):
    """The kept row beside which another is set aside, and the pair that tells of both; exact copies have none."""

    row: int
    kind: str
    jaccard: float
    pair: int = NO_ROW


class _NearPair(NamedTuple):
    """A row of one class of texts and one of another: near copies, and the tokens in a row that the first has alone."""

    own: int
    other: int
    jaccard: float
    unique: int
    pair: int


@dataclass(slots=True)
class _Shelf:
    """What is kept so far: the first kept row of each class, and the near pairs of each class of texts with others.

    `places` are the rows' places in the order of keeping: of edges as good as each other the one to the first counts.
    """

    kinds: frozenset[str]
    near: dict[int, dict[int, list[_NearPair]]]
    most_lost: int
    places: Ints
    by_raw: dict[int, int] = field(default_factory=dict)
    by_text: dict[int, int] = field(default_factory=dict)

    def put(self, row: int, raw: int, text: int) -> None:
        self.by_raw.setdefault(raw, row)
        self.by_text.setdefault(text, row)

    def beside(self, row: int, raw: int, text: int) -> _Edge | None:
        """Return the best edge to a kept row: same bytes, else same text, else the highest Jaccard."""
        return max(self._edges(row, raw, text), key=self._goodness, default=None)

    def spared(self, row: int, text: int) -> _Edge | None:
        """Return the best edge to a kept row that this one is a near copy of, though it would take a passage along."""
        return max((edge for edge, _ in self._near_edges(row, text)), key=self._goodness, default=None)

    def _edges(self, row: int, raw: int, text: int) -> Iterator[_Edge]:
        if EXACT_RAW in self.kinds and raw in self.by_raw:
            yield _Edge(self.by_raw[raw], EXACT_RAW, 1.0)
        if EXACT_NORMALISED in self.kinds and text in self.by_text:
            yield _Edge(self.by_text[text], EXACT_NORMALISED, 1.0)
        yield from (edge for edge, unique in self._near_edges(row, text) if unique <= self.most_lost)

    def _near_edges(self, row: int, text: int) -> Iterator[tuple[_Edge, int]]:
        """Yield the edges to kept near copies, and the tokens in a row that this row would take along beside each.

        Exact copies have the same body, but not the same boilerplate: the pair of the very two rows tells of them.
        Where a class is too large for all its pairs that of another copy does, the one that tells of the least loss.
        """
        near = self.near.get(text, {}) if NEAR in self.kinds else {}
        for other, pairs in near.items():
            if (kept := self.by_text.get(other)) is not None:
                best = min(pairs, key=lambda pair: (pair.other != kept, pair.own != row, pair.unique, pair.pair))
                yield _Edge(kept, NEAR, best.jaccard, best.pair), best.unique

    def _goodness(self, edge: _Edge) -> tuple[int, float, int]:
        return -COPY_KINDS.index(edge.kind), edge.jaccard, -int(self.places[edge.row])


def keep(found: Copies, eligible: Bools, settings: DuplicateSettings, places: Ints) -> pa.Table:
    """Return duplicate_of_row (NO_ROW when none), duplicate_kind and similarity (Jaccard) of each row.

    And beside_row, the kept row that a row which is kept as well is a near copy of, and `pair`, the row of
    `found.pairs` that tells of the two (NO_ROW where there is none).

    Rows are visited in order of preference. One is set aside only on a direct, verified edge, of a kind that
    `settings` sets aside, to a row that is kept: being alike does not pass from neighbour to neighbour. A near copy is
    set aside only beside a row that holds all of it but `most_lost` tokens in a row. Rows that are
    not eligible are left alone, and nothing is set aside beside them. `places` are the rows' places in the order of
    keeping.
    """
    shelf = _Shelf(frozenset(settings.set_aside) & frozenset(COPY_KINDS), _near(found), settings.most_lost, places)
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


def _has_copy(found: Copies) -> Bools:
    return np.bincount(found.copies, minlength=len(found.copies))[found.copies] > 1


def _near(found: Copies) -> dict[int, dict[int, list[_NearPair]]]:
    """Return the near pairs of each class of texts with each other one, by the classes' first rows."""
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
