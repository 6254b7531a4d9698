"""Every failing document becomes a finding: all of them, each with its places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from audit.corpus.parts import Corpus
from audit.finding import fingerprint
from audit.rule import Rule
from audit.rulebook.sentences import evidence, message
from audit.tables import FINDINGS, conform

# Parts are told of together until they hold so many: a rule's sentence costs as much for one document as for hundreds.
MANY_DOCUMENTS: Final = 4_096
MANY_PLACES: Final = 1 << 16
_TEXTS: Final = ("id", "sha256", "code", "severity", "fact", "message", "whole")
_NOTHING: Final = pl.DataFrame(schema={"row": pl.Int64, **dict.fromkeys(_TEXTS, pl.String)})


@dataclass(frozen=True)
class Broken:
    """Which documents break which rules: rows in ascending order, by code."""

    rules: tuple[Rule, ...]
    rows: Mapping[str, np.ndarray]

    def documents(self, code: str) -> int:
        """Return how many documents break the rule."""
        return len(self.rows[code])

    def between(self, code: str, start: int, end: int) -> np.ndarray:
        """Return which of the documents from `start` to `end` break the rule, counted from `start`."""
        rows = self.rows[code]
        return rows[np.searchsorted(rows, start) : np.searchsorted(rows, end)] - start


def findings(
    corpus: Corpus, measures: pa.Table, broken: Broken, many: tuple[int, int] = (MANY_DOCUMENTS, MANY_PLACES)
) -> Iterator[pa.Table]:
    """Yield the findings table, some parts at a time: documents in row order, rules by code, places by position.

    `many` documents, or places, are told of at once.
    """
    columns = sorted({"id", *(name for rule in broken.rules for name in rule.columns)})
    for start, hashes, places in _gathered(corpus, many):
        end = start + len(hashes)
        facts = pl.DataFrame(measures.select(columns).slice(start, len(hashes)))
        facts = facts.with_columns(sha256=hashes, row=pl.int_range(start, end))
        rows = (broken.between(rule.code, start, end) for rule in broken.rules)
        faults = (_told(rule, facts, its) for rule, its in zip(broken.rules, rows, strict=True) if len(its))
        found = pl.concat([_NOTHING, *faults]).sort("row", "code")
        yield conform(_with_places(found, places).to_arrow(), FINDINGS)


def _gathered(corpus: Corpus, many: tuple[int, int]) -> Iterator[tuple[int, pl.Series, pl.DataFrame]]:
    """Yield neighbouring parts together: their first row, the hashes of their documents, and their places."""
    first, hashes, places, held = 0, [], [], 0
    for number, found in enumerate(corpus.tables("places")):
        start, end = (int(edge) for edge in corpus.edges[number : number + 2])
        hashes += corpus.part(number, "documents", ["sha256"])["sha256"].chunks
        row = pc.add(found["row"].cast(pa.int64()), start)
        places.append(found.set_column(found.column_names.index("row"), "row", row))
        held += len(found)
        if end - first >= many[0] or held >= many[1] or end == corpus.rows:
            yield first, pl.Series(pa.chunked_array(hashes)), pl.DataFrame(pa.concat_tables(places))
            first, hashes, places, held = end, [], [], 0


def _told(rule: Rule, facts: pl.DataFrame, rows: np.ndarray) -> pl.DataFrame:
    """Return what the rule says of the documents in these rows, of each as a whole."""
    broken = facts.select("row", "id", "sha256", *rule.columns)[rows]
    return broken.select(
        "row", "id", "sha256",
        code=pl.lit(rule.code), severity=pl.lit(rule.severity), fact=pl.lit(rule.places),
        message=message(rule, facts.schema), whole=evidence(rule, facts.schema),
    )  # fmt: skip


def _with_places(faults: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Return a finding for each place of each fault; one for the whole document where a fault has none."""
    found = faults.join(places, on=("row", "fact"), how="left", maintain_order="left_right")
    has_place = pl.col("start").is_not_null()
    found = found.with_columns(
        content=pl.when(has_place).then("content").otherwise("sha256"),
        evidence=pl.when(has_place).then("evidence").otherwise("whole"),
    )
    # One fault in equal passages of a document: the fingerprints count them.
    found = found.with_columns(nth=pl.int_range(pl.len()).over("row", "code", "content"))
    marks = map(fingerprint, *(found[name].to_list() for name in ("code", "content", "nth")))
    return found.with_columns(fingerprint=pl.Series(list(marks), dtype=pl.String))
