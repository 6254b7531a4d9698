"""Aggregation of facts about blocks per document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray

from audit.finding import MAX_PLACES, Place
from audit.tables import BODY_KINDS
from audit.text.visible import visible

EVIDENCE: Final = 80
# Kinds that describe the article: flagged, but no foreign matter.
HEADER: Final = ("byline", "date", "source_credit", "image_credit", "caption")
is_content: Final = ~pl.col("boilerplate") & pl.col("kind").is_in(BODY_KINDS)


def tally(ids: Sequence[str], found: Iterable[str]) -> NDArray[np.int32]:
    """Return the count of each of `ids` in `found`."""
    counts = Counter(found)
    if not counts:
        return np.zeros(len(ids), np.int32)
    return np.fromiter(map(counts.__getitem__, ids), np.int32, len(ids))


def places(ids: Sequence[str], found: Iterable[tuple[str, Place]]) -> list[tuple[Place, ...]]:
    """Return the places of each document by start, at most MAX_PLACES per fact."""
    held: defaultdict[str, list[Place]] = defaultdict(list)
    counts: defaultdict[tuple[str, str], int] = defaultdict(int)
    for id, place in found:
        counts[id, place.fact] += 1
        if counts[id, place.fact] <= MAX_PLACES:
            held[id].append(place)
    ordered = {id: tuple(sorted(of, key=lambda p: (p.start, p.end, p.fact))) for id, of in held.items()}
    return [ordered.get(id, ()) for id in ids]


def block_places(fact: str, blocks: pl.DataFrame) -> Iterable[tuple[str, Place]]:
    """Yield a place per block, the first MAX_PLACES of a document, with its text as evidence."""
    if blocks.is_empty():
        return
    shown = blocks.select("id", "start", "end", "text").filter(pl.int_range(pl.len()).over("id") < MAX_PLACES)
    for id, start, end, text in shown.iter_rows():
        yield id, Place(fact, start, end, visible(text, EVIDENCE))


def as_polars(table: pa.Table) -> pl.DataFrame:
    """Return an Arrow table as a polars frame."""
    found = pl.from_arrow(table)
    return found if isinstance(found, pl.DataFrame) else found.to_frame()
