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
    from audit.policy import DuplicateSettings, Keep

NO_ROW: Final = -1


class _Edge(NamedTuple):
    """The kept row beside which another is set aside."""

    row: int
    kind: str
    jaccard: float


@dataclass(slots=True)
class _Shelf:
    """What is kept so far: the first kept row of each class, and the near copies of each class of texts."""

    kinds: frozenset[str]
    near: dict[int, list[tuple[int, float]]]
    by_raw: dict[int, int] = field(default_factory=dict)
    by_text: dict[int, int] = field(default_factory=dict)

    def put(self, row: int, raw: int, text: int) -> None:
        self.by_raw.setdefault(raw, row)
        self.by_text.setdefault(text, row)

    def beside(self, raw: int, text: int) -> _Edge | None:
        """Return the best edge to a kept row: same bytes, else same text, else the highest Jaccard."""
        return max(self._edges(raw, text), key=_goodness, default=None)

    def _edges(self, raw: int, text: int) -> Iterator[_Edge]:
        if EXACT_RAW in self.kinds and raw in self.by_raw:
            yield _Edge(self.by_raw[raw], EXACT_RAW, 1.0)
        if EXACT_NORMALISED in self.kinds and text in self.by_text:
            yield _Edge(self.by_text[text], EXACT_NORMALISED, 1.0)
        if NEAR in self.kinds:
            near = self.near.get(text, ())
            yield from (_Edge(self.by_text[other], NEAR, jaccard) for other, jaccard in near if other in self.by_text)


def _goodness(edge: _Edge) -> tuple[int, float, int]:
    return -COPY_KINDS.index(edge.kind), edge.jaccard, -edge.row


def preference(lengths: Ints, eligible: Bools, keep: Keep) -> Ints:
    """Return each row's place in the order of keeping: eligible first, longer first if so wished, row order."""
    rows = np.arange(len(lengths))
    order = np.lexsort((rows, -lengths if keep == "longest" else rows, ~eligible))
    places = np.empty_like(rows)
    places[order] = rows
    return places


def keep(
    found: Copies, lengths: Ints, eligible: Bools, settings: DuplicateSettings, places: Ints | None = None
) -> pa.Table:
    """Return duplicate_of_row (NO_ROW when none), duplicate_kind and similarity (Jaccard) of each row.

    Rows are visited in order of preference. One is set aside only on a direct, verified edge, of a kind that
    `settings` sets aside, to a row that is kept: being alike does not pass from neighbour to neighbour. Rows that are
    not eligible are left alone, and nothing is set aside beside them. `lengths` are those of the bodies. `places` are
    the rows' places in the order of keeping, `preference` where they are not given.
    """
    shelf = _Shelf(frozenset(settings.set_aside) & frozenset(COPY_KINDS), _near(found))
    rows, jaccards = np.full(len(eligible), NO_ROW, np.int64), np.zeros(len(eligible), np.float32)
    kinds: list[str | None] = [None] * len(eligible)
    places = preference(lengths, eligible, settings.keep) if places is None else places
    order = np.argsort(places)[: int(eligible.sum())]
    order = order[_has_copy(found)[order]]
    raw, text = found.classes.raw[order].tolist(), found.classes.text[order].tolist()
    for row, same_raw, same_text in zip(order.tolist(), raw, text, strict=True):
        edge = shelf.beside(same_raw, same_text)
        if edge is None:
            shelf.put(row, same_raw, same_text)
        else:
            rows[row], kinds[row], jaccards[row] = edge
    columns = {"duplicate_of_row": pa.array(rows), "duplicate_kind": pa.array(kinds, pa.string())}
    return pa.table({**columns, "similarity": pa.array(jaccards, mask=rows == NO_ROW)})


def _has_copy(found: Copies) -> Bools:
    return np.bincount(found.copies, minlength=len(found.copies))[found.copies] > 1


def _near(found: Copies) -> dict[int, list[tuple[int, float]]]:
    """Return the near copies of each class of texts, by the class's first row, with their Jaccard."""
    pairs = found.pairs.filter(pc.equal(found.pairs["kind"], NEAR))
    first, second = (found.classes.text[pairs[name].to_numpy()].tolist() for name in ("a_row", "b_row"))
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for a, b, jaccard in zip(first, second, pairs["jaccard"].to_pylist(), strict=True):
        near[a][b] = near[b][a] = jaccard
    return {text: sorted(others.items()) for text, others in near.items()}
