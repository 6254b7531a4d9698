"""The metrics: one row about the whole corpus, which the corpus rules judge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import polars as pl

from audit.tables import Column, Table, conform

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa


def _count(name: str, meaning: str) -> Column:
    return Column(name, "int64", required=True, meaning=meaning)


def _share(name: str, meaning: str) -> Column:
    # Null when there is nothing to take a share of: not measured is neither 0 nor 1.
    return Column(name, "float64", required=False, meaning=f"share of {meaning}, 0 to 1")


METRICS: Final = Table(
    "metrics",
    "one row: the corpus",
    (
        _count("found", "inputs found, whatever became of them"),
        _count("documents", "decoded documents"),
        _count("languages", "languages that documents were determined to be in"),
        _share("quarantined_share", "inputs found that could not be read"),
        _count("containers_broken_off", "files of records that could not be read to their end"),
        _count("containers_without_documents", "files of records that hold something and gave no document"),
        _share(
            "abandoned_share", "inputs found whose reading was given up: it crashed, took too long or too much memory"
        ),
        _share("excluded_share", "inputs found that were set aside for a critical finding"),
        _share("duplicate_share", "documents that are an exact or near duplicate of another one that is kept"),
        _share("no_article_share", "documents without an article"),
        _share("undetermined_share", "documents whose language is und"),
        _share("main_language_share", "documents in the most frequent language"),
        _share("untitled_share", "documents without a title"),
        _share("undated_share", "documents without a date"),
        _count("duplicates_left_out", "pairs of documents that may be copies, beyond the number that is compared"),
        _count("retold_left_out", "pairs of documents that may tell the same, beyond the number that is compared"),
        Column("bytes_per_document", "float64", required=False, meaning="mean raw size of a document, bytes"),
    ),
)
_MEASURES: Final = ("language", "duplicate_of", "no_article", "title_chars", "has_date", "bytes")
# Tags that say that no one language was found: undetermined, no language, several.
_NO_LANGUAGE: Final = ("und", "zxx", "mul")


def metrics(
    measures: pa.Table,
    states: Mapping[str, int],
    left_out: tuple[int, int] = (0, 0),
    *,
    containers: tuple[int, int] = (0, 0),
    abandoned: int = 0,
) -> pa.Table:
    """Return the one row of metrics of a corpus.

    `measures` holds every decoded document, set aside or not; `states` counts the ledger's states
    (`ledger.reconcile`); `left_out` candidates, for copies and for retold texts, were not compared; of the `containers`
    so many were not read to their end, and so many gave no document; `abandoned` inputs were given up. Shares of
    documents come from the measures, so that they do not depend on the policy.
    """
    frame = cast("pl.DataFrame", pl.from_arrow(measures.select(_MEASURES)))
    found = sum(states.values())
    row = {
        "found": found,
        **dict(zip(("duplicates_left_out", "retold_left_out"), left_out, strict=True)),
        "quarantined_share": _part(states.get("quarantined", 0), found),
        **dict(zip(("containers_broken_off", "containers_without_documents"), containers, strict=True)),
        "abandoned_share": _part(abandoned, found),
        "excluded_share": _part(states.get("excluded", 0), found),
        **frame.select(_facts()).row(0, named=True),
        "main_language_share": _part(frame["language"].value_counts()["count"].max() or 0, frame.height),
    }
    # Built by polars: pa.array imports pandas, which is to stay out of this process.
    return conform(pl.DataFrame([row]).to_arrow(), METRICS)


def _part(some: object, of: int) -> float | None:
    return cast("int", some) / of if of else None


def _facts() -> tuple[pl.Expr, ...]:
    return (
        pl.len().alias("documents"),
        pl.col("language").filter(~pl.col("language").is_in(_NO_LANGUAGE)).n_unique().alias("languages"),
        pl.col("duplicate_of").is_not_null().mean().alias("duplicate_share"),
        pl.col("no_article").mean().alias("no_article_share"),
        (pl.col("language") == "und").mean().alias("undetermined_share"),
        pl.col("title_chars").is_null().mean().alias("untitled_share"),
        (~pl.col("has_date")).mean().alias("undated_share"),
        pl.col("bytes").mean().alias("bytes_per_document"),
    )
