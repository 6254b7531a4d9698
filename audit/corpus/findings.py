"""The findings: one per failing document and place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from audit.corpus.corpus import Corpus
from audit.finding import fingerprint
from audit.rule import Rule
from audit.rulebook.sentences import evidence, message
from audit.tables import FINDINGS, conform

# Parts are processed together up to this many rows: formatting a rule's message has a fixed cost per call.
MANY_DOCUMENTS: Final = 4_096
MANY_PLACES: Final = 1 << 16
_TEXTS: Final = ("id", "sha256", "code", "severity", "fact", "message", "whole")
_NOTHING: Final = pl.DataFrame(schema={"row": pl.Int64, **dict.fromkeys(_TEXTS, pl.String)})


@dataclass(frozen=True)
class BrokenRules:
    """The documents that break each rule: ascending rows, by code."""

    rules: tuple[Rule, ...]
    rows: Mapping[str, np.ndarray]

    def documents(self, code: str) -> int:
        """Return the number of documents that break the rule."""
        return len(self.rows[code])

    def between(self, code: str, start: int, end: int) -> np.ndarray:
        """Return the documents from `start` to `end` that break the rule, counted from `start`."""
        rows = self.rows[code]
        return rows[np.searchsorted(rows, start) : np.searchsorted(rows, end)] - start


def findings(
    corpus: Corpus, measures: pa.Table, broken: BrokenRules, many: tuple[int, int] = (MANY_DOCUMENTS, MANY_PLACES)
) -> Iterator[pa.Table]:
    """Yield the findings table in batches: documents in row order, rules by code, places by position.

    A batch covers about `many` documents or places.
    """
    columns = sorted({"id", *(name for rule in broken.rules for name in rule.columns)})
    swapped = swapped_copies(corpus, measures)
    for parts in _merge_small_parts(corpus, many):
        own = parts.facts().join(swapped, on="row", how="left", maintain_order="left")
        start, end = parts.first, parts.first + own.height
        facts = pl.concat([pl.DataFrame(measures.select(columns).slice(start, own.height)), own], how="horizontal")
        rows = (broken.between(rule.code, start, end) for rule in broken.rules)
        faults = (_findings_of_rule(rule, facts, its) for rule, its in zip(broken.rules, rows, strict=True) if len(its))
        found = pl.concat([_NOTHING, *faults]).sort("row", "code")
        found = found.join(own.select("row", "record_line"), on="row", how="left", maintain_order="left")
        places = pl.DataFrame(pa.concat_tables(parts.places))
        yield conform(_with_places(found, places).to_arrow(), FINDINGS)


@dataclass(slots=True)
class _Neighbours:
    """Consecutive parts: their first row, document hashes, places, and record lines."""

    first: int
    hashes: list[pa.Array] = field(default_factory=list)
    places: list[pa.Table] = field(default_factory=list)
    lines: list[pa.Table] = field(default_factory=list)
    rows_of_places: int = 0

    def add(self, corpus: Corpus, number: int) -> None:
        start = int(corpus.edges[number])
        found = corpus.part(number, "places")
        self.hashes += corpus.part(number, "documents", ["sha256"])["sha256"].chunks
        self.places.append(_in_corpus(found, start))
        self.lines.append(_in_corpus(corpus.part(number, "record_lines"), start))
        self.rows_of_places += len(found)

    def facts(self) -> pl.DataFrame:
        """Return a row per document, in order: `sha256` and, for records, `record_line`."""
        hashes = pl.DataFrame({"sha256": pl.Series(pa.chunked_array(self.hashes))})
        lines = pl.DataFrame(pa.concat_tables(self.lines)).rename({"line": "record_line"})
        rows = hashes.with_columns(row=pl.int_range(self.first, self.first + hashes.height))
        return rows.join(lines, on="row", how="left", maintain_order="left")


def _in_corpus(found: pa.Table, start: int) -> pa.Table:
    """Return a part's table with rows renumbered for the corpus."""
    row = pc.add(found["row"].cast(pa.int64()), start)
    return found.set_column(found.column_names.index("row"), "row", row)


def _merge_small_parts(corpus: Corpus, many: tuple[int, int]) -> Iterator[_Neighbours]:
    parts = _Neighbours(0)
    for number, end in enumerate(corpus.edges[1:].tolist()):
        parts.add(corpus, number)
        if end - parts.first >= many[0] or parts.rows_of_places >= many[1] or end == corpus.rows:
            yield parts
            parts = _Neighbours(end)


def _findings_of_rule(rule: Rule, facts: pl.DataFrame, rows: np.ndarray) -> pl.DataFrame:
    """Return the rule's message for each of these rows."""
    broken = facts.select("row", "sha256", "swapped", *dict.fromkeys(("id", *rule.columns)))[rows]
    about = pl.coalesce("swapped", "sha256") if rule.effect.aside == "duplicate" else pl.col("sha256")
    return broken.select(
        "row", "id", about.alias("sha256"),
        code=pl.lit(rule.code), severity=pl.lit(rule.severity), fact=pl.lit(rule.places),
        message=message(rule, facts.schema), whole=evidence(rule, facts.schema),
    )  # fmt: skip


def _with_places(faults: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Return a finding per place of each failing document, or one for the whole document if it has none."""
    found = faults.join(places, on=("row", "fact"), how="left", maintain_order="left_right")
    has_place = pl.col("start").is_not_null()
    found = found.with_columns(
        content=pl.when(has_place).then("content").otherwise("sha256"),
        evidence=pl.when(has_place).then("evidence").otherwise("whole"),
        line=pl.coalesce("line", "record_line"),
    )
    # Equal passages of a document share a subject: `nth` tells their fingerprints apart.
    found = found.with_columns(nth=pl.int_range(pl.len()).over("row", "code", "content"))
    marks = map(fingerprint, *(found[name].to_list() for name in ("code", "content", "nth")))
    return found.with_columns(fingerprint=pl.Series(list(marks), dtype=pl.String))


def swapped_copies(corpus: Corpus, measures: pa.Table) -> pl.DataFrame:
    """Return `row` and `swapped` of each copy whose finding refers to the content of the kept document.

    File names decide which of several copies is kept and thus which the findings are about. The fingerprints of a group
    are those of all members except the one with the smallest digest; if that one is not kept, its finding refers to the
    content of the kept document.
    """
    copies = pl.DataFrame(measures.select(["id", "duplicate_of", "duplicate_release"])).with_row_index("row")
    copies = copies.filter(pl.col("duplicate_of").is_not_null(), pl.col("duplicate_release").is_null())
    if copies.is_empty():
        return pl.DataFrame(schema={"row": pl.Int64, "swapped": pl.String})
    facts = _hashes(corpus, measures, pl.concat([copies["id"], copies["duplicate_of"]]).unique())
    kept = facts.rename({"id": "duplicate_of", "sha256": "swapped"})
    copies = copies.join(facts, on="id", how="left", maintain_order="left")
    copies = copies.join(kept, on="duplicate_of", how="left", maintain_order="left")
    is_least = pl.col("sha256") == pl.min_horizontal(pl.col("sha256").min().over("duplicate_of"), "swapped")
    # One of several copies with equal bytes represents the kept document.
    is_first = pl.int_range(pl.len()).over("duplicate_of", "sha256") == 0
    chosen = copies.filter(is_least & is_first & (pl.col("sha256") != pl.col("swapped")))
    return chosen.select(pl.col("row").cast(pl.Int64), "swapped")


def _hashes(corpus: Corpus, measures: pa.Table, ids: pl.Series) -> pl.DataFrame:
    """Return `id` and `sha256` of the documents with these ids; only theirs are held in memory."""
    every = pl.DataFrame({"id": pl.Series(measures["id"])}).with_row_index("row")
    asked = every.join(ids.to_frame("id"), on="id", how="semi", maintain_order="left")
    bounds = np.searchsorted(asked["row"], corpus.edges)
    hashes = [
        pl.Series(corpus.part(number, "documents", ["sha256"])["sha256"]).gather(asked["row"][start:end] - first)
        for number, (first, start, end) in enumerate(zip(corpus.edges, bounds, bounds[1:], strict=False))
    ]
    return asked.select("id", sha256=pl.concat(hashes))
