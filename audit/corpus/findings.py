"""Every failing document becomes a finding: all of them, each with its places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl
import pyarrow as pa

from audit.corpus.parts import Corpus
from audit.finding import fingerprint
from audit.rule import Rule
from audit.rulebook.sentences import evidence, message
from audit.tables import FINDINGS, conform


@dataclass(frozen=True)
class Broken:
    """Which documents break which rules: rows in ascending order, by code."""

    rules: tuple[Rule, ...]
    rows: Mapping[str, np.ndarray]

    def documents(self, code: str) -> int:
        """Return how many documents break the rule."""
        return len(self.rows[code])

    def between(self, start: int, end: int) -> pl.DataFrame:
        """Return a row for each rule that each of these documents breaks: `row`, counted from `start`, and `code`."""
        found = [self.rows[rule.code] for rule in self.rules]
        found = [rows[np.searchsorted(rows, start) : np.searchsorted(rows, end)] - start for rows in found]
        codes = pl.Series([rule.code for rule in self.rules], dtype=pl.String)
        nth = np.repeat(np.arange(len(found)), [len(rows) for rows in found])
        return pl.DataFrame({"row": np.concatenate([*found, []]).astype(np.int32), "code": codes.gather(nth)})


def findings(corpus: Corpus, measures: pa.Table, broken: Broken) -> Iterator[pa.Table]:
    """Yield the findings table part by part: documents in row order, rules by code, places by position."""
    columns = sorted({"id", *(name for rule in broken.rules for name in rule.columns)})
    for number, places in enumerate(corpus.tables("places")):
        start, end = int(corpus.edges[number]), int(corpus.edges[number + 1])
        facts = pl.DataFrame(measures.select(columns).slice(start, end - start))
        facts = facts.with_columns(pl.DataFrame(corpus.part(number, "documents", ["sha256"])))
        faults = _told(broken.between(start, end), facts, broken.rules)
        yield conform(_with_places(faults, pl.DataFrame(places)).to_arrow(), FINDINGS)


def _told(faults: pl.DataFrame, facts: pl.DataFrame, rules: tuple[Rule, ...]) -> pl.DataFrame:
    """Return the faults, by document and code, with what is said of each document as a whole."""
    rules = tuple(rule for rule in rules if rule.code in set(faults["code"].unique()))
    of_rule = pl.DataFrame([(r.code, r.severity, r.places) for r in rules], ["code", "severity", "fact"], orient="row")
    facts = facts.with_row_index("row").with_columns(pl.col("row").cast(pl.Int32))
    told = faults.join(of_rule.cast(pl.String), on="code").join(facts.select("row", "id", "sha256"), on="row")
    for name, sentence in (("message", message), ("whole", evidence)):
        wide = facts.select("row", *(sentence(rule, facts.schema).alias(rule.code) for rule in rules))
        told = told.join(wide.unpivot(index="row", variable_name="code", value_name=name), on=("row", "code"))
    return told.sort("row", "code")


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
    marks = map(fingerprint, found["code"], found["content"], found["nth"])
    return found.with_columns(fingerprint=pl.Series(list(marks), dtype=pl.String))
