"""The table of audit.parser.repeats made from a corpus: what recurs, and which documents are copies of one article.

Copies count once: two crawls of an article share all its paragraphs, and by those must not be taken for furniture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.repeats import NO_KEY, Repeats, line_keys, mixed, pair_keys, source_keys
from audit.text.punctuation import SENTENCE_END

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.repeats import Ints, Keys

# A line is prose when it ends as a sentence does and has this many bytes of UTF-8 (15 Han characters, 45 letters), or
# when no headline is so long: not every script has full stops.
_SENTENCE, _LONG = 45, 200
# A longer line counts as this many bytes: one paragraph in common does not make two articles one.
_MOST: Final = 600
# A document with less prose than this (bytes) is compared by all its lines: verse, tables, scripts that break off.
_LITTLE_PROSE: Final = 400
_TAIL: Final = 6
# Two documents are copies when they share this much of the shorter one's prose, and this much of the longer one's.
# (Of 250 pairs of different pages of one site, most share a tenth, none as much as this: .78 and .73 were the most.)
_OF_SHORTER, _OF_LONGER = 0.8, 0.5
# In a group of up to this many documents that share a line every two are compared; in a larger one each with the first
# and with its neighbours, so that the work grows with the documents and not with their square.
_ALL_PAIRS: Final = 8


@dataclass(frozen=True, slots=True)
class Sightings:
    """What some documents hold, each key once a document: `keys` of lines and pairs in their source.

    `documents` numbers the document of each key; `weights` is the prose in the line, bytes, 0 for all that is no mark
    of an article.
    """

    keys: Keys
    documents: Ints
    weights: Ints


def sightings(lines: pl.DataFrame, sources: Sequence[str]) -> Sightings:
    """Return what the documents hold, from the columns document and folded of audit.parser.features.lines."""
    keys, document = line_keys(lines), lines["document"].to_numpy()
    source = source_keys(sources)[document] if len(lines) else keys
    pairs = pair_keys(lines, keys)
    paired = pairs != NO_KEY
    table = pl.DataFrame(
        {
            "key": np.concatenate([mixed(source, keys), mixed(source, pairs)[paired]]),
            "document": np.concatenate([document, document[paired]]),
            "weight": np.concatenate([_weights(lines), np.zeros(int(paired.sum()), np.int64)]),
        }
    )
    once = table.unique(["document", "key"], keep="first", maintain_order=True)
    return Sightings(*(once[name].to_numpy() for name in ("key", "document", "weight")))


def _weights(lines: pl.DataFrame) -> Ints:
    size = pl.col("folded").str.len_bytes().cast(pl.Int64)
    ended = pl.col("folded").str.tail(_TAIL).str.contains(SENTENCE_END)
    prose = pl.when((ended & (size >= _SENTENCE)) | (size >= _LONG)).then(size.clip(0, _MOST)).otherwise(0)
    little = prose.sum().over("document") < _LITTLE_PROSE
    weights = lines.select(pl.when(little).then(size.clip(0, _MOST)).otherwise(prose)).to_series()
    return weights.to_numpy().astype(np.int64)


def repeats_of(lines: pl.DataFrame, sources: Sequence[str], *, guard: bool = True) -> Repeats:
    """Return the table for the documents whose lines are given, in memory; `sources` names the source of each.

    Without the `guard` copies count as documents of their own, which does harm: see the tests.
    """
    found = sightings(lines, sources)
    marks = found.weights > 0
    shared = shares(found.keys[marks], found.documents[marks], found.weights[marks])
    totals = np.bincount(found.documents, found.weights, len(sources)).astype(np.int64)
    articles = articles_of(summed([shared]), totals) if guard else np.arange(len(sources))
    keys, counts = counted(found.keys, articles[found.documents])
    return Repeats(keys, counts, *counted(source_keys(sources), articles))


@dataclass(frozen=True, slots=True)
class Shares:
    """How much prose (bytes) two documents share, `first` < `second`; a couple may come in several rows."""

    first: Ints
    second: Ints
    weights: Ints


def shares(keys: Keys, documents: Ints, weights: Ints) -> Shares:
    """Return who shares a key with whom; each document comes once with each key."""
    order = np.lexsort((documents, keys))
    keys, documents, weights = keys[order], documents[order], weights[order]
    begins = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else np.zeros(0, np.int64)
    sizes = np.diff(np.append(begins, len(keys)))
    first, size = np.repeat(begins, sizes), np.repeat(sizes, sizes)
    here = np.arange(len(keys))
    # Each document meets the ones up to seven places before it, or, in a large group, the one before and the first.
    couples = [
        *((here[met] - back, here[met]) for back in range(1, _ALL_PAIRS) for met in [_meets(here, first, size, back)]),
        *((first[met], here[met]) for met in [(size > _ALL_PAIRS) & (here - first > 1)]),
    ]
    low, high = (np.concatenate(side) for side in zip(*couples, strict=True))
    return Shares(documents[low], documents[high], weights[high])


def _meets(here: Ints, first: Ints, size: Ints, back: int) -> NDArray[np.bool_]:
    return (here - back >= first) & ((size <= _ALL_PAIRS) | (back == 1))


def summed(found: Sequence[Shares]) -> Shares:
    """Return each couple once, with all that it shares."""
    parts = [pl.DataFrame({"a": s.first, "b": s.second, "w": s.weights}) for s in found]
    table = pl.concat(parts).group_by("a", "b").agg(pl.col("w").sum()).sort("a", "b")
    return Shares(*(table[name].to_numpy() for name in ("a", "b", "w")))


def articles_of(shared: Shares, totals: Ints) -> Ints:
    """Return for each document the first one that holds the same article; `totals` is each one's prose, bytes."""
    one, other = totals[shared.first], totals[shared.second]
    enough = (shared.weights >= _OF_SHORTER * np.minimum(one, other)) & (
        shared.weights >= _OF_LONGER * np.maximum(one, other)
    )
    low, high = shared.first[enough], shared.second[enough]
    articles = np.arange(len(totals))
    while len(low) and (articles[low] != articles[high]).any():
        least = np.minimum(articles[low], articles[high])
        for side in (low, high, articles[low], articles[high]):
            np.minimum.at(articles, side, least)
        articles = articles[articles]
    return articles


def counted(keys: Keys, articles: Ints) -> tuple[Keys, Ints]:
    """Return the keys that several articles hold, ascending, and how many do."""
    order = np.lexsort((articles, keys))
    keys, articles = keys[order], articles[order]
    new = np.ones(len(keys), bool)
    new[1:] = (keys[1:] != keys[:-1]) | (articles[1:] != articles[:-1])
    several, counts = np.unique(keys[new], return_counts=True)
    return several[counts > 1], counts[counts > 1]
