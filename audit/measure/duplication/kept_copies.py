"""Measures of a copy relative to the kept document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from audit.measure.duplication.keep import NO_ROW
from audit.measure.duplication.pairs.unique_passages import places_of

if TYPE_CHECKING:
    from audit.measure.duplication.pairs.pairs import Copies
    from audit.measure.duplication.records.parts import Bodies
    from audit.measure.duplication.tokens.hashing import Bools, Ints


def compare_with_kept(found: Copies, kept: pa.Table, ids: pa.ChunkedArray, bodies: Bodies) -> dict[str, pa.Array]:
    """Return the columns of COPIES about a row and the kept one it copies, or is kept beside.

    `kept` is the result of `keep`, with the `reason`. For rows kept beside another the unique passage is located.
    """
    of, beside = kept["duplicate_of_row"].to_numpy(), kept["beside_row"].to_numpy()
    told = _told(found, kept["pair"].to_numpy(), np.arange(len(of)))
    is_copy, is_beside = of != NO_ROW, beside != NO_ROW
    is_exact = is_copy & (kept["pair"].to_numpy() == NO_ROW)
    likeness = {
        name: pa.array(np.where(is_exact, 1, told[name]).astype(np.float32), mask=~(is_copy | is_beside))
        for name in ("kept_similarity", "kept_coverage", "kept_coverage_of")
    }
    return {
        **likeness,
        "kept_because": kept["reason"].combine_chunks(),
        "lost_tokens": pa.array(np.where(is_exact, 0, told["lost"]).astype(np.int32), mask=~is_copy),
        "near_copy_of": ids.take(pc.if_else(is_beside, beside, None)).combine_chunks(),
        "unique_tokens": pa.array(told["unique"].astype(np.int32), mask=~is_beside),
        **_places(told, is_beside, bodies),
    }


def _told(found: Copies, pairs: Ints, rows: Ints) -> dict[str, Ints]:
    """Return each row's measures in its pair, own side first; zeros without a pair."""
    has_pair = pairs != NO_ROW
    chosen = found.pairs.take(pairs[has_pair])
    # A pair may refer to a row's first exact copy: the classes tell which side is its own.
    text = found.classes.text
    is_a = text[chosen["a_row"].to_numpy()] == text[rows[has_pair]]
    sides = {
        "kept_similarity": ("jaccard", "jaccard"),
        "kept_coverage": ("coverage_ab", "coverage_ba"),
        "kept_coverage_of": ("coverage_ba", "coverage_ab"),
        "lost": ("lost_a", "lost_b"),
        "unique": ("unique_a", "unique_b"),
        "unique_at": ("unique_at_a", "unique_at_b"),
    }
    made = {}
    for name, (if_a, if_b) in sides.items():
        own = np.where(is_a, *(chosen[side].fill_null(0).to_numpy() for side in (if_a, if_b)))
        made[name] = np.zeros(len(rows), own.dtype)
        made[name][has_pair] = own
    return made


def _places(told: dict[str, Ints], is_beside: Bools, bodies: Bodies) -> dict[str, pa.Array]:
    starts, ends = np.zeros(len(is_beside), np.int64), np.zeros(len(is_beside), np.int64)
    for rows, texts in bodies.columns(np.flatnonzero(is_beside)):
        passages = told["unique_at"][rows].astype(np.int64), told["unique"][rows].astype(np.int64)
        places = places_of(texts.to_pylist(), np.arange(len(rows)), *passages)
        starts[rows], ends[rows] = np.array(places, np.int64).reshape(-1, 2).T
    return {"unique_start": pa.array(starts, mask=~is_beside), "unique_end": pa.array(ends, mask=~is_beside)}
