"""The metrics: one row on the whole corpus, judged by the corpus rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

import polars as pl

from audit.errors import DefectError
from audit.measure.duplication.set_aside import COLUMNS, copies_by_group, lost_text
from audit.measure.measures import MEASURES
from audit.tables import Column, Table, conform
from audit.text.languages import NO_SINGLE_LANGUAGE

if TYPE_CHECKING:
    import pyarrow as pa

    from audit.rule import Rule, Scope


def _count(name: str, meaning: str) -> Column:
    return Column(name, "int64", required=True, meaning=meaning)


def _share(name: str, meaning: str) -> Column:
    # Null for a share of nothing.
    return Column(name, "float64", required=False, meaning=f"share of {meaning}, 0 to 1")


METRICS: Final = Table(
    "metrics",
    "one row: the corpus",
    (
        _count("found", "inputs found, in any state"),
        _count("documents", "decoded documents"),
        _count("languages", "distinct languages of the documents"),
        _share(
            "quarantined_share",
            "inputs found that could not be read, not counting those that are not documents by nature",
        ),
        _count("containers_broken_off", "files of records that could not be read to the end"),
        _count("containers_without_documents", "files of records that are not empty but yielded no document"),
        _share(
            "abandoned_share", "inputs found that were abandoned while reading: crashed, timed out or out of memory"
        ),
        _share("excluded_share", "inputs found that were set aside because of a critical finding"),
        _share("duplicate_share", "documents that are an exact or near duplicate of a kept document"),
        _share(
            "source_copies_share",
            "duplicates among the documents of a folder or source; the maximum over those with 20 or more documents",
        ),
        _share(
            "language_copies_share",
            "duplicates among the documents of a language; the maximum over those with 20 or more documents",
        ),
        _share(
            "year_copies_share",
            "duplicates among the documents of a year; the maximum over those with 20 or more documents",
        ),
        _share("group_copies_share", "duplicates within a group; the maximum of the three columns above"),
        _share("lost_text_share", "tokens of the duplicates that occur in no kept document"),
        _share("no_article_share", "documents without an article"),
        _share("undetermined_share", "documents whose language is und"),
        _share("main_language_share", "documents in the most frequent language"),
        _share("untitled_share", "documents without a title"),
        _share("undated_share", "documents without a date"),
        _count("duplicates_left_out", "candidate pairs of duplicates not compared, because there were too many"),
        _count("retold_left_out", "candidate pairs of paraphrases not compared, because there were too many"),
        _count(
            "licences_stated", "1 if the policy, or a card beside the data, states a licence for the dataset, else 0"
        ),
        _share("near_copy_share", "documents that are near duplicates of another one"),
        _share("other_language_share", "documents in languages that the policy does not expect"),
        _share("boilerplate_text_share", "all text that lies in boilerplate blocks"),
        _share("dropped_prose_share", "documents with dropped blocks that read like article text"),
        _share(
            "source_set_aside_share",
            "inputs of a source that were set aside; the maximum over sources with 5 or more inputs",
        ),
        _share(
            "drift_languages",
            "documents that would have to change language to match the distribution of the previous release",
        ),
        _share(
            "drift_lengths", "documents that would have to change length, by half or double, to match that distribution"
        ),
        _share("drift_fields", "documents that would have to state other fields to match that distribution"),
        _share(
            "drift",
            "documents that would have to change to match the previous release: the maximum of the drift columns",
        ),
        _share("review_error", "wrong decisions, upper 95 % confidence bound; 1 without a review of this corpus"),
        Column("bytes_per_document", "float64", required=False, meaning="mean raw size of a document, bytes"),
    ),
)
# Metrics required only by limits of a policy, computed where the whole corpus is known, null otherwise.
ASKED_FOR: Final = (
    "source_set_aside_share", "drift_languages", "drift_lengths", "drift_fields", "drift", "review_error",
)  # fmt: skip
_MEASURES: Final = (
    *("id", "language", "language_expected", "duplicate_of", "duplicate_kind", "no_article", "title_chars", "has_date"),
    *("bytes", "chars", "boilerplate_share", "prose_dropped", "stated_source", "year", "tokens", "lost_tokens"),
)
_GROUPS: Final = {
    "source": ("folder", "source"), "language": ("language",), "year": ("year",),
    "group": ("folder", "source", "language", "year"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCounts:
    """Reading statistics.

    Containers truncated or without documents; inputs abandoned, or no documents by nature (ledger.NO_DOCUMENTS).
    """

    broken_off: int = 0
    barren: int = 0
    abandoned: int = 0
    no_documents: int = 0


def metrics(
    measures: pa.Table,
    states: Mapping[str, int],
    left_out: tuple[int, int] = (0, 0),
    *,
    read: ReadCounts = ReadCounts(),
    licences: int = 0,
) -> pa.Table:
    """Return the row of metrics of a corpus.

    `measures` holds every decoded document, set aside or not; `states` counts the ledger's states (`ledger.reconcile`);
    `left_out` candidates for copies and paraphrases were not compared; `licences` is the number of licences stated by
    the policy. Shares of documents are computed from the measures, independent of the policy.
    """
    frame = cast("pl.DataFrame", pl.from_arrow(measures.select(_MEASURES)))
    found = sum(states.values())
    row = {
        "found": found,
        **dict(zip(("duplicates_left_out", "retold_left_out"), left_out, strict=True)),
        "quarantined_share": _part(states.get("quarantined", 0) - read.no_documents, found - read.no_documents),
        "containers_broken_off": read.broken_off,
        "containers_without_documents": read.barren,
        "abandoned_share": _part(read.abandoned, found),
        "licences_stated": licences,
        "excluded_share": _part(states.get("excluded", 0), found),
        **frame.select(_facts()).row(0, named=True),
        **_copies(frame),
        **dict.fromkeys(ASKED_FOR),
        "main_language_share": _part(frame["language"].value_counts()["count"].max() or 0, frame.height),
    }
    # Built by polars, since pa.array would import pandas.
    return conform(pl.DataFrame([row]).to_arrow(), METRICS)


def _part(some: object, of: int) -> float | None:
    return cast("int", some) / of if of else None


def _facts() -> tuple[pl.Expr, ...]:
    return (
        pl.len().alias("documents"),
        pl.col("language").filter(~pl.col("language").is_in(NO_SINGLE_LANGUAGE)).n_unique().alias("languages"),
        pl.col("duplicate_of").is_not_null().mean().alias("duplicate_share"),
        pl.col("no_article").mean().alias("no_article_share"),
        (pl.col("language") == "und").mean().alias("undetermined_share"),
        pl.col("title_chars").is_null().mean().alias("untitled_share"),
        (~pl.col("has_date")).mean().alias("undated_share"),
        (pl.col("duplicate_kind") == "near").fill_null(value=False).mean().alias("near_copy_share"),
        (~pl.col("language_expected")).mean().alias("other_language_share"),
        _boilerplate_text().alias("boilerplate_text_share"),
        (pl.col("prose_dropped") > 0).mean().alias("dropped_prose_share"),
        pl.col("bytes").mean().alias("bytes_per_document"),
    )


def _copies(frame: pl.DataFrame) -> dict[str, float | None]:
    """Return the maximum shares of copies within a group, and what is lost with them."""
    shares = copies_by_group(frame.select(COLUMNS))
    worst = {
        by: cast("float | None", shares.filter(pl.col("by").is_in(names))["share"].max())
        for by, names in _GROUPS.items()
    }
    _, tokens, lost = lost_text(frame)
    return {f"{by}_copies_share": share for by, share in worst.items()} | {"lost_text_share": _part(lost, tokens)}


def _boilerplate_text() -> pl.Expr:
    """Return the share of boilerplate in the text as a whole, weighted by length."""
    chars = pl.col("chars").cast(pl.Float64)
    share = (pl.col("boilerplate_share").cast(pl.Float64) * chars).sum() / chars.sum()
    return pl.when(chars.sum() > 0).then(share)


def with_asked(made: pa.Table, asked: Mapping[str, float | None]) -> pa.Table:
    """Return the metrics with those required by the policy's limits."""
    row = cast("pl.DataFrame", pl.from_arrow(made)).with_columns(
        pl.lit(value, dtype=pl.Float64).alias(name) for name, value in asked.items()
    )
    return conform(row.to_arrow(), METRICS)


_JUDGED: Final[Mapping[Scope, Table]] = MappingProxyType({"document": MEASURES, "corpus": METRICS})


def all_measured(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return the rules; raises DefectError if one judges a column that is neither a measure nor a metric."""
    for rule in rules:
        column, table = rule.expectation.column, _JUDGED[rule.scope]
        if column not in table.names:
            raise DefectError(
                f"the rule {rule.code} {rule.name} judges {column}, which is not a column of {table.name}: name one "
                "that is (see audit schema measures), or declare it in the measure that computes it"
            )
    return tuple(rules)
