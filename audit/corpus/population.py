"""The population a review sample is drawn from, with its strata."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import polars as pl

from audit.corpus.stored_audit import StoredAudit
from audit.errors import UsageError
from audit.parser.templates.template_lines import sources_of

# Parser confidence: the mean distance, weighted by block length, of a block's score from 0 and 1, doubled.
_SURE: Final = 0.1
_FAIR: Final = 0.3
_FIELDS: Final = ("title", "source", "date", "author", "body")
_OF_BLOCKS: Final = ("text", "kind", "boilerplate", "reason")
_OF_FINDINGS: Final = ("code", "message")


def population(stored: StoredAudit) -> pl.DataFrame:
    """Return id, sha256, state, language, source and score band of every document whose text is available.

    `source` is its folder or file of records. Raises UsageError if there are no documents.
    """
    ledger = stored.frame("ledger", ["id", "sha256", "state"])
    documents = stored.frame("documents", ["id", "language"]).join(ledger, on="id", how="inner", maintain_order="left")
    if not len(documents):
        raise UsageError(f"{stored.folder} contains no documents: there is nothing to review")
    sources = sources_of(documents["id"]).replace("", ".")
    return (
        documents.with_columns(source=sources)
        .join(_bands(stored), on="id", how="left", maintain_order="left")
        .select("id", "sha256", "state", "language", "source", pl.col("band").fill_null("empty"))
    )


def _bands(stored: StoredAudit) -> pl.DataFrame:
    chars = (pl.col("end") - pl.col("start")).cast(pl.Float64)
    score = pl.col("score").cast(pl.Float64)
    doubt = (pl.min_horizontal(score, 1 - score) * 2 * chars).sum() / chars.sum()
    by_document = pl.scan_parquet(stored.files("blocks")).group_by("id").agg(doubt.alias("doubt")).collect()
    band = pl.when(pl.col("doubt") < _SURE).then(pl.lit("sure"))
    return by_document.select(
        "id", band=band.when(pl.col("doubt") < _FAIR).then(pl.lit("fair")).otherwise(pl.lit("doubtful"))
    )


def reviewed_population(stored: StoredAudit, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return, by id, the fields, blocks and findings of these documents, as shown to a reviewer."""
    found: dict[str, dict[str, Any]] = {
        row["id"]: {**row, "blocks": [], "findings": []}
        for row in stored.frame("documents", ["id", *_FIELDS], ids).iter_rows(named=True)
    }
    for name, columns in (("blocks", _OF_BLOCKS), ("findings", _OF_FINDINGS)):
        for row in stored.frame(name, ["id", *columns], ids).iter_rows(named=True):
            if row["id"] in found:
                found[row["id"]][name].append(row)
    return found
