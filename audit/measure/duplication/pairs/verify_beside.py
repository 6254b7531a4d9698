"""Distributed verification: each slice of pairs runs beside the part files with its texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa

from audit.engine.engines import current_engine
from audit.engine.exchange import Exchange, Files, PartFiles, ReduceStep, concatenated, unchanged
from audit.measure.duplication.pairs.store import TokenStore
from audit.measure.duplication.pairs.verify import KINDS, VERIFIED, Verifier
from audit.measure.duplication.records.parts import Bodies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.measure.duplication.tokens.hashing import U64, Ints, Records

# Pairs per slice: their texts are a few megabytes.
_SLICE: Final = 4_096
_SHARES: Final = ("coverage_ab", "coverage_ba", "jaccard")
_ALONE: Final = ("lost_a", "lost_b", "unique_a", "unique_b", "unique_at_a", "unique_at_b")
# A verified pair, by its index among those requested; null is NOTHING.
_NOTHING: Final = -1
_PAIR: Final = np.dtype(
    [
        ("nth", "<i8"), ("a_row", "<i8"), ("b_row", "<i8"), ("kind", "u1"), ("longest_run", "<i4"),
        *((name, "<f4") for name in _SHARES), *((name, "<i4") for name in _ALONE),
    ]
)  # fmt: skip


def verify_distributed(bodies: Bodies, verifier: Verifier, first: Ints, second: Ints) -> pa.Table:
    """Return a row for each pair (first[i], second[i]) of rows, in order, with the unique text of near copies."""
    parts = PartFiles.of(bodies.parts)
    slices = _Slices(parts, bodies.starts, verifier.tokens, verifier.titles, verifier.similarity, first, second)
    steps = (ReduceStep(unchanged, _PAIR),)
    asked = Exchange(-(-len(first) // _SLICE), _PAIR, slices.scatter, steps, is_costly=True)
    found = concatenated(current_engine().exchange(asked, parts.folder), _PAIR)
    return _table(found[np.argsort(found["nth"])])


@dataclass(frozen=True, slots=True)
class _Slices:
    """Pairs of rows whose texts are in part files, which begin at the rows `starts`."""

    parts: PartFiles
    starts: Ints
    tokens: Ints
    titles: U64
    similarity: float
    first: Ints
    second: Ints

    def scatter(self, files: Files, nth: int) -> Iterator[tuple[U64, Records]]:
        """Yield the verified pairs of a slice."""
        start = nth * _SLICE
        first, second = (rows[start : start + _SLICE] for rows in (self.first, self.second))
        with TokenStore(Bodies(replace(self.parts, files=files), self.starts), self.tokens, is_marked=True) as store:
            verifier = Verifier(store, self.tokens, self.titles, self.similarity)
            for here, table in verifier.verify(first, second):
                made = _records(verifier.with_unique(table, np.ones(len(table), np.bool_)))
                made["nth"] = start + np.arange(len(first))[here]
                yield np.full(len(made), nth, np.uint64), made


def _records(table: pa.Table) -> Records:
    made = np.empty(len(table), _PAIR)
    for name in ("a_row", "b_row", "longest_run", *_SHARES):
        made[name] = table[name].to_numpy()
    made["kind"] = [KINDS.index(kind) for kind in table["kind"].to_pylist()]
    for name in _ALONE:
        made[name] = table[name].fill_null(_NOTHING).to_numpy()
    return made


def _table(found: Any) -> pa.Table:  # noqa: ANN401 numpy's records have no types
    columns = {name: found[name] for name in ("a_row", "b_row", "longest_run", *_SHARES)}
    alone = {name: pa.array(found[name], mask=found[name] == _NOTHING) for name in _ALONE}
    return VERIFIED.build(**columns, kind=np.array(KINDS, object)[found["kind"]], **alone)
