"""Comparison of two datasets: everything that differs, and the version bump it demands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import polars as pl

from audit.differences.block_changes import other_blocks
from audit.differences.columns import ColumnChange, column_changes, in_one_type
from audit.differences.copies import DuplicateChanges, SplitLeak, duplicate_changes, repeated_bodies, split_leaks
from audit.differences.drift import Shift, shifts
from audit.differences.examples import MOST, Examples, examples
from audit.differences.finding_changes import FindingChanges, finding_changes
from audit.differences.keys import BODY, ID, ORIGIN, emptied, keys
from audit.differences.matched import EDITS, Matched, flag, match
from audit.differences.records import KEY, keyed
from audit.differences.snapshot import Snapshot, same_content
from audit.differences.version_rules import Demand, demand

if TYPE_CHECKING:
    import pyarrow as pa

_BLOCKS: Final = "blocks"
_TABLES: Final = "audit check --out DIR writes them"
_DOCUMENTS: Final = "documents"
# The word for a row of each evidence table.
_CALLED: Final[Mapping[str, str]] = {
    "documents": "the documents are in a different order",
    "blocks": "blocks have different scores, reasons or positions",
    "parameters": "the settings of the run differ",
    "report": "the report differs",
    "expectations": "the expectations differ",
    "validation": "the result of great-expectations differs",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of documents by change; `metadata` counts the edited ones by column."""

    added: int
    removed: int
    renamed: int
    edited: Mapping[str, int]
    unchanged: int
    metadata: Mapping[str, int]
    copies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """All differences between two datasets.

    `sizes` are the document counts of both. Facts known only from an audit are None if a side has none. `notes` say
    what could not be compared.
    """

    names: tuple[str, str]
    sizes: tuple[int, int]
    counts: Counts
    examples: Examples
    columns: tuple[ColumnChange, ...]
    shifts: tuple[Shift, ...]
    findings: FindingChanges | None
    duplicates: DuplicateChanges | None
    leaks: tuple[SplitLeak, ...]
    demand: Demand
    notes: tuple[str, ...]


def compare(old: Snapshot, new: Snapshot, *, texts: bool = True) -> Differences:
    """Return the differences between two datasets; without `texts` they quote nothing from documents.

    Memory holds a few numbers per document. Raises pa.ArrowException or OSError if a table cannot be read.
    """
    schemas = old.documents.schema, new.documents.schema
    compared = tuple(name for name in in_one_type(*schemas) if name not in (ID, BODY))
    # Rechunked: they arrive in many batches and are joined several times.
    has_ids = old.documents.has(ID) and new.documents.has(ID)
    a, b = (keys(side.documents, compared, has_ids=has_ids).rechunk() for side in (old, new))
    a = keyed(a, b, compared)
    others = pl.Series(ID, [], dtype=pl.String)
    if not same_content(old, new, _BLOCKS):
        others = other_blocks(old.blocks, new.blocks, a.select(ID, KEY))
    matched = match(a, b, compared, others)
    empty = (ColumnChange(_DOCUMENTS, name, "emptied", None, None) for name in emptied(a, b, compared))
    columns = (*_columns(old, new), *empty)
    return Differences(
        names=(old.name, new.name),
        sizes=(len(a), len(b)),
        counts=_counts(matched, compared, repeated_bodies(a.join(matched.removed, on=ID, how="anti"), matched.added)),
        examples=examples(matched, old, new, compared, texts=texts),
        columns=columns,
        shifts=shifts(a, b),
        findings=finding_changes(old.findings, new.findings, MOST) if old.findings and new.findings else None,
        duplicates=duplicate_changes(old.duplicates, new.duplicates) if old.duplicates and new.duplicates else None,
        leaks=split_leaks(a, b, MOST),
        demand=demand(matched, columns, tuple(_others(old, new, matched, columns)), _meaning(old, new)),
        notes=(*_notes(old, new, schemas), *old.notes, *new.notes),
    )


def _columns(old: Snapshot, new: Snapshot) -> Iterator[ColumnChange]:
    for each in column_changes(_DOCUMENTS, old.documents.schema, new.documents.schema):
        # A column without values has a type by default only, such as an extra column that no record states yet.
        is_filled = each.what == "type" and old.documents.is_blank(each.column)
        yield replace(each, what="filled") if is_filled else each
    if old.blocks is not None and new.blocks is not None:
        yield from column_changes(_BLOCKS, old.blocks.schema, new.blocks.schema)


def _meaning(old: Snapshot, new: Snapshot) -> str | None:
    """Return a clause if both sides state a schema version and these differ."""
    versions = old.schema_version, new.schema_version
    if None in versions or versions[0] == versions[1]:
        return None
    return f"columns have a different meaning: the schema version changed from {versions[0]} to {versions[1]}"


def _others(old: Snapshot, new: Snapshot, matched: Matched, columns: Sequence[ColumnChange]) -> Iterator[str]:
    """Yield clauses on other contents that both sides have with different digests.

    If documents or columns differ, evidence and judgements must, so only settings are mentioned then.
    """
    is_told = bool(columns) or any(map(len, (matched.added, matched.removed, matched.renamed, matched.edited)))
    both = sorted(old.contents.keys() & new.contents.keys())
    for name in (name for name in both if not same_content(old, new, name)):
        if name == "parameters" or not is_told:
            yield _CALLED.get(name, f"the {name} of the audit differ")
    if old.contents and new.contents and not is_told:
        for name in sorted(old.contents.keys() ^ new.contents.keys()):
            yield f"the table {name} was {'added' if name in new.contents else 'removed'}"


def _counts(matched: Matched, compared: Sequence[str], copies: int) -> Counts:
    by_edit = dict(matched.edited.group_by("edit").len().iter_rows())
    flags = matched.edited.select(
        pl.col(flag(name)).sum().alias(name) for name in compared if name not in ORIGIN
    ).to_dicts()
    return Counts(
        added=len(matched.added),
        removed=len(matched.removed),
        renamed=len(matched.renamed),
        edited={edit: by_edit.get(edit, 0) for edit in EDITS},
        unchanged=len(matched.unchanged),
        metadata={name: count for name, count in (flags[0] if flags else {}).items() if count},
        copies=copies,
    )


def _notes(old: Snapshot, new: Snapshot, schemas: tuple[pa.Schema, pa.Schema]) -> Iterator[str]:
    for side, schema in zip((old, new), schemas, strict=True):
        if ID not in schema.names:
            yield (
                f"{side.name} has no column id: its documents are identified by their bodies, so none counts as "
                "edited or renamed"
            )
    for what, has in (("findings", "findings"), ("duplicates", "duplicates"), ("blocks", _BLOCKS)):
        lacking = [side.name for side in (old, new) if getattr(side, has) is None]
        if lacking:
            names = list(dict.fromkeys(lacking))
            have = "has" if len(names) == 1 else "have"
            yield f"{what} were not compared: {' and '.join(names)} {have} no audit tables for them ({_TABLES})"


def named(differences: Differences, old: str, new: str) -> Differences:
    """Return the differences under other names: a release is compared before its version is known."""
    return replace(differences, names=(old, new))
