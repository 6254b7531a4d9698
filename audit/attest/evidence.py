"""The evidence folder: tables of the release, and summaries in standard formats."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

import polars as pl

from audit.atomic import replace_file, replacing, sweep
from audit.attest.provenance import lineage, statement
from audit.attest.public_summary import as_markdown, as_plain, public_summary
from audit.attest.sources import sources
from audit.release.card.facts import CardFacts, facts_of
from audit.release.manifest import MANIFEST, canonical_json
from audit.release.pinned import Pinned, pin_sound
from audit.release.storage.reading import batches_of
from audit.release.tables import TABLES
from audit.tables import Table
from audit.untrusted import items, mapping, read_json

# The tables of decisions, their grounds, and copies.
COPIED: Final = ("ledger", "findings", "duplicates")
STATEMENT: Final = "statement.json"
# Characters that start a formula in spreadsheets.
_FORMULA: Final = r"^([=+\-@\t\r])"
_SCOPE: Final = "document"


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of the evidence folder, with a description."""

    name: str
    what: str


def write_evidence(release: Path, out: Path, time: int) -> tuple[WrittenFile, ...]:
    """Write the evidence of a sound release into the folder `out`; `time` is its creation in seconds since 1970.

    Deterministic. Raises UsageError if the release cannot be read, MalformedError if a recorded judgement is invalid.
    """
    out.mkdir(parents=True, exist_ok=True)
    sweep(out)
    pinned = pin_sound(release)
    facts, found = facts_of(release, pinned.manifest), sources(release)
    made = [*_tables(release, out), *_sources(found, out)]
    for name, what, content in _documents(release, pinned, facts, found, time):
        replace_file(out / name, content)
        made.append(WrittenFile(name, what))
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
