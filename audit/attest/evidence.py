"""The evidence folder: tables of the release, counts by source, and summaries in standard formats."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

import polars as pl

from audit.atomic import replace_file, replacing, sweep, sync
from audit.attest.provenance import lineage, statement
from audit.attest.public_summary import as_markdown, as_plain, public_summary
from audit.release.card.facts import CardFacts, facts_of
from audit.release.manifest import MANIFEST, canonical_json
from audit.release.pinned import Pinned, pin_sound
from audit.release.storage.files import staging
from audit.release.storage.reading import batches_of, files_of, open_parquet
from audit.release.tables import TABLES
from audit.tables import DOCUMENTS, Table
from audit.untrusted import items, mapping, read_json

# The tables of decisions, their grounds, and copies.
COPIED: Final = ("ledger", "findings", "duplicates")
STATEMENT: Final = "statement.json"
# Characters that start a formula in spreadsheets.
_FORMULA: Final = r"^([=+\-@\t\r])"
_SCOPE: Final = "document"
# The host of a URL, without user and port.
_HOST: Final = r"^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:@\[\]]+)"
_NEEDED: Final = ("id", "body", "source", "date", "language", "url")
_KEYS: Final = ("domain", "source")
_SCHEMA: Final = pl.Schema(
    {
        "domain": pl.String, "source": pl.String, "documents": pl.UInt32, "characters": pl.UInt64,
        "bytes": pl.UInt64, "first_date": pl.Date, "last_date": pl.Date,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of the evidence folder, with a description."""

    name: str
    what: str


def write_evidence(release: Path, out: Path, time: int) -> tuple[WrittenFile, ...]:
    """Write the evidence of a sound release into the folder `out`; `time` is its creation in seconds since 1970.

    Deterministic. Raises UsageError if the release cannot be read, MalformedError if a recorded judgement is invalid.
    """
    pinned = pin_sound(release)
    facts, found = facts_of(release, pinned.manifest), sources(release)
    # All beside earlier evidence first: a full disk leaves neither half of it, nor a mixture of two releases.
    with staging(out) as staged:
        made = [*_tables(release, staged), *_sources(found, staged)]
        for name, what, content in _documents(release, pinned, facts, found, time):
            replace_file(staged / name, content)
            made.append(WrittenFile(name, what))
        for file in made:
            (staged / file.name).replace(out / file.name)
        sweep(out)
        sync(out)
    return tuple(made)


def statement_of(release: Path) -> bytes:
    """Return the bytes of the in-toto statement about a release, which get signed."""
    return canonical_json(statement(pin_sound(release)))


def _tables(release: Path, out: Path) -> Iterator[WrittenFile]:
    for table in (table for table in TABLES if table.name in COPIED):
        name = f"{table.name}.parquet"
        with (release / "audit" / name).open("rb") as source, replacing(out / name) as file:
            shutil.copyfileobj(source, file)
        with replacing(out / f"{table.name}.csv") as file:
            _write_csv(release, table, file)
        yield WrittenFile(name, f"as in the release: {table.meaning}")
        yield WrittenFile(f"{table.name}.csv", "the same for spreadsheets: formulas are escaped with a leading '")


def _write_csv(release: Path, table: Table, file: BinaryIO) -> None:
    head = True
    for batch in batches_of(release, table):
        _csv(pl.DataFrame(batch), file, head=head)
        head = False
    if head:
        _csv(pl.DataFrame(table.arrow.empty_table()), file, head=True)


def _csv(rows: pl.DataFrame, file: BinaryIO, *, head: bool) -> None:
    guarded = rows.with_columns(pl.col(pl.String).str.replace(_FORMULA, r"'$1"))
    file.write(guarded.write_csv(include_header=head, quote_style="non_numeric").encode("utf-8"))


def _sources(found: pl.DataFrame, out: Path) -> Iterator[WrittenFile]:
    with replacing(out / "sources.csv") as file:
        _csv(found, file, head=True)
    yield WrittenFile("sources.csv", "sites and publishers: documents, characters, bytes, first and last date")


def _documents(
    release: Path, pinned: Pinned, facts: CardFacts, found: pl.DataFrame, time: int
) -> Iterator[tuple[str, str, bytes]]:
    sections = public_summary(facts, found)
    name = f"{pinned.manifest.name} {pinned.manifest.version}"
    yield "eu-summary.md", "the EU's public summary of training content", as_markdown(name, sections).encode("utf-8")
    yield "eu-summary.json", "the same as data", canonical_json({"dataset": name, "sections": as_plain(sections)})
    at = datetime.fromtimestamp(time, UTC).isoformat().replace("+00:00", "Z")
    event = lineage(pinned, at, list(_quality(release)))
    yield "openlineage.json", "an OpenLineage event: the run that made the release", canonical_json(event)
    what = f"an in-toto statement: the digest of {MANIFEST} and of every file it lists"
    yield STATEMENT, what, canonical_json(statement(pinned))


def _quality(release: Path) -> Iterator[dict[str, Any]]:
    """Yield great-expectations' results on the documents."""
    results = mapping(read_json((release / "audit" / "validation.json").read_bytes()))
    for suite in items(results.get("suites", [])):
        for result in items(mapping(suite).get("results", [])):
            if mapping(suite).get("name") == _SCOPE:
                line = mapping(result)
                assertion = f"{line['rule']} {line['type']}"
                yield {"assertion": assertion, "success": line["success"], "column": line["kwargs"]["column"]}


def sources(release: Path) -> pl.DataFrame:
    """Return a row per site and publisher: documents, characters and bytes of bodies, first and last date.

    Largest first; `domain` is null for documents without URL, `source` for those without a publisher.
    """
    parts = [pl.DataFrame(schema=_SCHEMA), *(_counted(batch) for batch in _batches(release))]
    whole = (
        pl.concat(parts)
        .group_by(_KEYS)
        .agg(
            pl.col("documents").sum(),
            pl.col("characters").sum(),
            pl.col("bytes").sum(),
            pl.col("first_date").min(),
            pl.col("last_date").max(),
        )
    )
    return whole.sort(["characters", *_KEYS], descending=[True, False, False], nulls_last=True)


def _batches(release: Path) -> Iterator[pl.DataFrame]:
    files = files_of(release, DOCUMENTS)
    with open_parquet(files[0]) as file:
        # Releases with an earlier schema version have no URLs.
        there = [name for name in _NEEDED if name in file.schema_arrow.names]
    for batch in batches_of(release, DOCUMENTS, there):
        frame = pl.DataFrame(batch)
        yield frame if "url" in there else frame.with_columns(url=pl.lit(None, pl.String))


def _counted(rows: pl.DataFrame) -> pl.DataFrame:
    domain = pl.col("url").str.extract(_HOST, 1).str.to_lowercase()
    found = rows.with_columns(domain=domain)
    counted = found.group_by(_KEYS).agg(
        documents=pl.len(),
        characters=pl.col("body").str.len_chars().sum(),
        bytes=pl.col("body").str.len_bytes().sum(),
        first_date=pl.col("date").min(),
        last_date=pl.col("date").max(),
    )
    return counted.cast(_SCHEMA)
