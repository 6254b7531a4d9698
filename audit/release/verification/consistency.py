"""Consistency of a release's tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import polars as pl
import pyarrow as pa

from audit.measure.measures import MEASURES
from audit.release.card.summary import count_inputs
from audit.release.storage.reading import batches_of, frame
from audit.release.verification.problem import Problem
from audit.tables import BLOCKS, BODY_KINDS, DOCUMENTS, DUPLICATES, LEDGER, empty
from audit.text.visible import visible

_DEFECT: Final = "this is a defect of corpus-audit: please report it"
# Ids listed in a message.
_NAMED: Final = 3
_RUN: Final = "run"


def check_accounts(release: Path) -> tuple[Problem, ...]:
    """Return the contradictions between a release's tables; its files must be readable.

    Memory holds the ids, two numbers per document, and one document's blocks.
    """
    ledger = frame(release, LEDGER, ("id", "state"))
    documents = pl.concat(
        [_empty(), *(_digest_bodies(batch) for batch in batches_of(release, DOCUMENTS, ("id", "body")))]
    )
    made, disordered = _digest_assembled_bodies(release)
    return tuple(
        problem
        for problem in (
            _check_same_ids(documents["id"], ledger.filter(pl.col("state") == "published")["id"]),
            _check_unique(documents["id"], "documents"),
            _check_unique(ledger["id"], "audit/ledger.parquet"),
            _check_known(documents["id"], frame(release, MEASURES, ("id",))["id"], "documents", "measures"),
            _check_known(made["id"], documents["id"], "blocks", "documents"),
            _check_known(frame(release, DUPLICATES, ("a",))["a"], ledger["id"], "duplicates", "ledger"),
            _check_order([*disordered, *_repeated(made["id"])]),
            _check_same_bodies(documents, made),
        )
        if problem is not None
    )


def check_counts(release: Path, counts: Mapping[str, int]) -> tuple[Problem, ...]:
    """Return whether the manifest's state counts equal the ledger's."""
    found = count_inputs(release)
    if found == dict(counts):
        return ()
    return (Problem("manifest.json", f"its counts of inputs are {dict(counts)}, those of the ledger {found}"),)


def _empty() -> pl.DataFrame:
    return pl.DataFrame(schema={"id": pl.String, "chars": pl.UInt32, "hash": pl.UInt64})


def _digest_bodies(batch: pa.Table) -> pl.DataFrame:
    return _digested(pl.DataFrame(batch.select(["id", "body"])))


def _digested(bodies: pl.DataFrame) -> pl.DataFrame:
    """Return the comparison key of bodies: a 64-bit hash and the length."""
    return bodies.select("id", pl.col("body").str.len_chars().alias("chars"), pl.col("body").hash().alias("hash"))


def _digest_assembled_bodies(release: Path) -> tuple[pl.DataFrame, list[str]]:
    """Return digests of the bodies assembled from blocks, and the ids of documents with blocks out of order."""
    made, disordered = [_empty()], list[str]()
    for blocks in _whole_documents(release):
        made.append(_joined(blocks))
        disordered += _disordered(blocks)
    return pl.concat(made), disordered


def _joined(blocks: pl.DataFrame) -> pl.DataFrame:
    is_body = pl.col("kind").is_in(BODY_KINDS) & ~pl.col("boilerplate")
    body = pl.col("text").filter(is_body).str.join("\n")
    # By run of rows, not by id: a document whose blocks are not contiguous appears twice and is reported.
    runs = blocks.group_by(_RUN, maintain_order=True)
    return _digested(runs.agg(pl.col("id").first(), body.fill_null("").alias("body")))


def _disordered(blocks: pl.DataFrame) -> list[str]:
    before = pl.col("end").shift(1).over(_RUN).fill_null(0)
    is_wrong = (
        (pl.col("block") != pl.int_range(pl.len()).over(_RUN))
        | (pl.col("start") < before)
        | (pl.col("text").str.len_chars() != pl.col("end") - pl.col("start"))
    )
    return blocks.filter(is_wrong)["id"].unique(maintain_order=True).to_list()


def _whole_documents(release: Path) -> Iterator[pl.DataFrame]:
    """Yield the blocks in order, in frames of whole documents."""
    # By name: blocks of other schema versions may have more columns.
    needed = BLOCKS.only("id", "block", "start", "end", "text", "kind", "boilerplate")
    pending = pl.DataFrame(empty(needed))
    for batch in batches_of(release, BLOCKS, needed.names):
        rows = pl.concat([pending, pl.DataFrame(batch)])
        runs = rows["id"].rle_id()
        closed = int((runs < runs[-1]).sum())
        yield rows.head(closed).with_columns(runs.head(closed).alias(_RUN))
        pending = rows.tail(len(rows) - closed)
    yield pending.with_columns(pl.lit(0).alias(_RUN))


def _repeated(ids: pl.Series) -> list[str]:
    return ids.filter(ids.is_duplicated()).unique(maintain_order=True).to_list()


def _check_same_ids(documents: pl.Series, published: pl.Series) -> Problem | None:
    differing = [*_missing(documents, published), *_missing(published, documents)]
    what = f"the documents are not those that are published according to the ledger: {_enumerated(differing)}"
    return Problem("documents", what, _DEFECT) if differing else None


def _check_unique(ids: pl.Series, where: str) -> Problem | None:
    repeated = _repeated(ids)
    return Problem(where, f"ids occur more than once: {_enumerated(repeated)}", _DEFECT) if repeated else None


def _check_known(ids: pl.Series, among: pl.Series, where: str, there: str) -> Problem | None:
    missing = _missing(ids, among)
    return Problem(where, f"ids are not in {there}: {_enumerated(missing)}", _DEFECT) if missing else None


def _missing(ids: pl.Series, among: pl.Series) -> list[str]:
    return ids.filter(~ids.is_in(among.implode())).unique(maintain_order=True).to_list()


def _check_order(ids: list[str]) -> Problem | None:
    what = f"blocks are out of order, overlap or have a length other than stated: {_enumerated(ids)}"
    return Problem("blocks", what, _DEFECT) if ids else None


def _check_same_bodies(documents: pl.DataFrame, made: pl.DataFrame) -> Problem | None:
    pairs = documents.join(made, on="id", how="left", suffix="_made")
    # A document without blocks has no body.
    is_same = (
        pl.when(pl.col("hash_made").is_null())
        .then(pl.col("chars") == 0)
        .otherwise((pl.col("hash") == pl.col("hash_made")) & (pl.col("chars") == pl.col("chars_made")))
    )
    differing = pairs.filter(~is_same)["id"].unique(maintain_order=True).to_list()
    what = f"bodies differ from their content blocks joined by newlines: {_enumerated(differing)}"
    return Problem("documents", what, _DEFECT) if differing else None


def _enumerated(ids: list[str]) -> str:
    shown = ", ".join(visible(i, 80) for i in ids[:_NAMED])
    return shown if len(ids) <= _NAMED else f"{shown} and {len(ids) - _NAMED} more"
