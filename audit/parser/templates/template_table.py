"""Construction of the table of template lines from a corpus.

Versions of one article count once, since their common paragraphs must not be taken for furniture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from audit.parser.blocks.segment import segment, spelled
from audit.parser.templates.template_lines import (
    NO_KEY,
    Repeats,
    changes,
    counts_of,
    line_keys,
    mixed,
    pair_keys,
    siblings_of,
    source_keys,
    source_of,
)
from audit.text.fold import folded_points

if TYPE_CHECKING:
    from audit.parser.templates.template_lines import Ints, Keys


def outline(texts: Sequence[str]) -> pl.DataFrame:
    """Return the columns document and folded of features.lines, which this module and `versions` need."""
    blocks = segment(texts)
    return pl.DataFrame(
        {
            "document": blocks.document,
            "folded": spelled(folded_points(blocks.points), blocks.first, blocks.last),
        }
    )


@dataclass(frozen=True, slots=True)
class Sightings:
    """Distinct (document, key) pairs, keys being relative to a source: arrays of equal length."""

    keys: Keys
    documents: Ints


def sightings(lines: pl.DataFrame, keys: Keys, sources: Sequence[str]) -> Sightings:
    """Return the lines and line pairs of documents, from the column document of features.lines and its keys."""
    document = lines["document"].to_numpy()
    pairs = pair_keys(lines, keys)
    paired = pairs != NO_KEY
    of_source = source_keys(sources)
    table = pl.DataFrame(
        {
            "key": np.concatenate([mixed(of_source[document], keys), mixed(of_source[document], pairs)[paired]]),
            "document": np.concatenate([document, document[paired]]),
        }
    )
    once = table.unique(maintain_order=True)
    return Sightings(once["key"].to_numpy(), once["document"].to_numpy())


def shared_with_siblings(texts: Sequence[str], ids: Sequence[str], repeats: Repeats) -> list[bytes]:
    """Return for each document a byte string that determines its template_lines.repeat_columns.

    It consists of the counts; the lines themselves follow from the text.
    """
    if not len(repeats.sources):
        return [b""] * len(texts)
    sources = [source_of(id) for id in ids]
    lines = outline(texts)
    seen = sightings(lines, line_keys(lines), sources)
    counts, siblings = counts_of(repeats, seen.keys), siblings_of(repeats, source_keys(sources))
    order = np.argsort(seen.documents, kind="stable")
    edges = np.searchsorted(seen.documents[order], np.arange(len(texts) + 1))
    of_lines = np.split(counts[order], edges[1:-1])
    return [siblings[n].tobytes() + counted.tobytes() for n, counted in enumerate(of_lines)]


def counted(keys: Keys, articles: Ints) -> tuple[Keys, Ints]:
    """Return the keys in several articles, ascending, and their counts."""
    order = np.lexsort((articles, keys))
    keys, articles = keys[order], articles[order]
    several, counts = np.unique(keys[changes(keys) | changes(articles)], return_counts=True)
    return several[counts > 1], counts[counts > 1]
