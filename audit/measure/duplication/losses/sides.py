"""Sides of near copies: a document, and what of it the other one lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from audit.measure.duplication.pairs.unique_passages import LEAST_RUN
from audit.measure.duplication.pairs.verify import NEAR
from audit.measure.duplication.tokens.hashing import together

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audit.measure.duplication.pairs.unique_passages import UniqueText
    from audit.measure.duplication.tokens.hashing import Bools, Ints

# Tokens of texts folded and compared at once.
_AT_ONCE: Final = 1 << 17
_MEASURES: Final = ("lost", "unique", "unique_at")


@dataclass(frozen=True, slots=True)
class Sides:
    """Sides of pairs: row of the pair table, whether it is side a, the row of its text, and the other row."""

    pair: Ints
    is_a: Bools
    own: Ints
    other: Ints

    def take(self, rows: slice | Bools | Ints) -> Sides:
        """Return the sides in these rows."""
        return Sides(self.pair[rows], self.is_a[rows], self.own[rows], self.other[rows])

    def among(self, tokens: Ints) -> Iterator[Sides]:
        """Yield them in groups small enough to be compared at once."""
        yield from map(self.take, together(tokens[self.own] + tokens[self.other], _AT_ONCE))


def losing_sides(pairs: pa.Table) -> Sides:
    """Return the sides of near copies that lose a run long enough to count."""
    is_near = pc.equal(pairs["kind"], NEAR).to_numpy()
    rows = [pairs[name].to_numpy() for name in ("a_row", "b_row")]
    found = []
    for side, own, other in (("a", *rows), ("b", *rows[::-1])):
        places = np.flatnonzero(is_near & (pairs[f"lost_{side}"].fill_null(0).to_numpy() >= LEAST_RUN))
        found.append(Sides(places, np.full(len(places), side == "a"), own[places], other[places]))
    a, b = found
    return Sides(*(np.concatenate([getattr(a, n), getattr(b, n)]) for n in ("pair", "is_a", "own", "other")))


def with_measures(pairs: pa.Table, sides: Sides, measured: UniqueText, names: Sequence[str] = _MEASURES) -> pa.Table:
    """Return the pairs with these of some sides' measures replaced."""
    for side, is_side in (("a", sides.is_a), ("b", ~sides.is_a)):
        for name in names:
            values = {"lost": measured.tokens, "unique": measured.longest, "unique_at": measured.start}[name]
            column = f"{name}_{side}"
            old = pairs[column].combine_chunks()
            new = old.fill_null(0).to_numpy().copy()
            new[sides.pair[is_side]] = values[is_side]
            made = pa.array(new, mask=old.is_null().to_numpy(zero_copy_only=False))
            pairs = pairs.set_column(pairs.column_names.index(column), pairs.schema.field(column), made)
    return pairs
