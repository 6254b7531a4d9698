"""Making a release: tables, evidence, card and manifest are staged and moved to dist/NAME/VERSION in one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from audit.atomic import write_new
from audit.differences.compare import Differences, named
from audit.differences.facts import facts
from audit.errors import DefectError, UsageError, remedy
from audit.release.card.croissant import CROISSANT, croissant
from audit.release.card.facts import CardFacts, facts_of
from audit.release.card.page import CARD, card
from audit.release.card.summary import count_inputs
from audit.release.lineage.changes import CHANGES, changes_since, manifest_summary
from audit.release.manifest import (
    DATASET,
    JUDGEMENTS,
    MANIFEST,
    OF_METRICS,
    Content,
    File,
    Manifest,
    Parent,
    Substance,
    canonical_json,
)
from audit.release.plan import Plan
from audit.release.pointer import point
from audit.release.read_manifest import read_manifest
from audit.release.schema import SCHEMA_MINOR
from audit.release.storage import files
from audit.release.storage.shards import Batches, write_parquet, write_shards
from audit.release.tables import INDEX, WriteIndex, tables_with
from audit.release.tool import tool
from audit.release.verification.consistency import check_accounts
from audit.release.version import Version
from audit.tables import SCHEMA_VERSION, Column, Table
from audit.untrusted import Digest, RelativePath


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to release.

    `tables` holds batches of all tables by name, each read once. `parameters` are the settings that affect the result.
    `index` writes the document index, which makes no new version by itself. `expectations` is the suite on the
    measures, `expectations_metrics` that on the metrics. `extra` are the documents' columns beyond the schema. None of
    these may contain times, paths or the version: equal input must give equal bytes.
    """

    tables: Mapping[str, Batches]
    report: Mapping[str, Any]
    expectations: Mapping[str, Any]
    expectations_metrics: Mapping[str, Any]
    validation: Mapping[str, Any]
    parameters: Mapping[str, Any]
    extra: tuple[Column, ...] = ()
    index: WriteIndex | None = None


@dataclass(frozen=True, slots=True)
class Released:
    """The location of the release. `is_new` is false if the newest version is identical already.

    `differences` are those from its parent; None for a first version, or if nothing is new.
    """

    path: Path
    version: Version
    is_new: bool
    differences: Differences | None = None


@dataclass(frozen=True, slots=True)
class _Draft:
    """The staged release: its substance, its files with digests, and its differences."""

    substance: Substance
    files: tuple[File, ...]
    differences: Differences | None = None


def release(plan: Plan, request: Request) -> Released:
    """Write the planned release atomically, and point dist/NAME/README.md at the newest.

    Raises UsageError if the version exists, other releases were made since planning, the parent cannot be read, or the
    disk fails; SmallVersionError if the requested version is smaller than the changes demand; DefectError if the tables
    do not fit their schemas or contradict one another. If only the card of all versions could not be updated, the
    UsageError says that the release exists.
    """
    try:
        with files.staging(plan.home) as staged:
            draft = _compared(plan, staged, _staged(staged, request))
            if draft.differences is not None:
                # Checked before waiting for the lock.
                plan.next_version(draft.differences.demand)
            with files.publication_lock(plan.home):
                return _place(plan, staged, draft)
    except OSError as error:
        reason, helps = error.strerror or error, remedy(error) or "fix that"
        raise UsageError(f"nothing was released into {plan.home}: {reason}; {helps}, then run again") from error


def make_unplaced(plan: Plan, version: Version, request: Request, folder: Path) -> Manifest:
    """Write the planned release as `version` into the empty folder `folder`, and return its manifest.

    Nothing is published. Raises DefectError if the tables do not fit their schemas or contradict one another.
    """
    draft = _compared(plan, folder, _staged(folder, request))
    _describe(folder, _facts(plan, folder, draft, version))
    return read_manifest(folder)


def _staged(staged: Path, request: Request) -> _Draft:
    (staged / "audit").mkdir()
    tables = {
        table.name: _write_table(staged, table, request.tables[table.name]) for table in tables_with(request.extra)
    }
    judgements = {name: _write_judgement(staged, name, request) for name in (*JUDGEMENTS, OF_METRICS)}
    if request.index is not None:
        request.index(staged / INDEX)
    if problems := check_accounts(staged):
        raise DefectError("; ".join(map(str, problems)))
    written = {file.path: file for file in judgements.values()}
    return _Draft(
        Substance(
            schema_version=SCHEMA_VERSION,
            schema_minor=SCHEMA_MINOR,
            tables=tables,
            judgements={name: file.sha256 for name, file in judgements.items()},
            parameters=dict(request.parameters),
            extra=request.extra,
        ),
        tuple(written.get(RelativePath(path)) or _file(staged, path) for path in files.files_below(staged)),
    )


def _compared(plan: Plan, staged: Path, draft: _Draft) -> _Draft:
    """Return the draft with its differences from the parent, if the plan still holds."""
    if plan.parent is None or plan.is_unchanged_by(draft.substance) or plan.compared().parent != plan.parent:
        return draft
    folder = plan.home / str(plan.parent.manifest.version)
    return replace(draft, differences=changes_since(plan.parent, folder, staged, draft.substance))


def _write_table(staged: Path, table: Table, batches: Batches) -> Content:
    if table.name in DATASET:
        return write_shards(staged / table.name, table, batches).content
    return write_parquet(staged / "audit" / f"{table.name}.parquet", table, batches)


def _write_judgement(staged: Path, name: str, request: Request) -> File:
    return _write(staged, f"audit/{name}.json", canonical_json(getattr(request, name)))


def _write(staged: Path, path: str, content: bytes) -> File:
    write_new(staged / path, content)
    return File(RelativePath(path), len(content), Digest(sha256(content).hexdigest()))


def _file(staged: Path, path: str) -> File:
    return File(RelativePath(path), (staged / path).stat().st_size, files.sha256_of(staged / path))


def _place(plan: Plan, staged: Path, draft: _Draft) -> Released:
    """Assign the version and move the staged release into place, under the lock."""
    now = plan.compared()
    # Another run may have made the same release meanwhile; any other change invalidates the judgement.
    if now.parent is not None and now.is_unchanged_by(draft.substance):
        at = plan.home / str(now.parent.manifest.version)
        point(plan.home, at)
        return Released(at, now.parent.manifest.version, is_new=False)
    if now.parent != plan.parent or (now.parent is not None and draft.differences is None):
        raise UsageError(
            f"nothing was released into {plan.home}: the run was planned as the successor of {plan.previous_name()}, "
            f"but the newest version is now {now.previous_name()}; run again"
        )
    version = plan.next_version(draft.differences.demand if draft.differences else None)
    at = plan.home / str(version)
    digest = _describe(staged, _facts(plan, staged, draft, version))
    files.move(staged, at)
    point(plan.home, at, {version: digest})
    return Released(at, version, is_new=True, differences=draft.differences)


def _facts(plan: Plan, staged: Path, draft: _Draft, version: Version) -> CardFacts:
    manifest = Manifest(
        name=plan.name,
        version=version,
        parent=Parent(plan.parent.manifest.version, plan.parent.sha256) if plan.parent else None,
        substance=draft.substance,
        counts=count_inputs(staged),
        tool=tool(),
        files=(*draft.files, *_write_changes(staged, plan, draft, version)),
        changes=manifest_summary(draft.differences) if draft.differences else None,
    )
    return facts_of(staged, manifest)


def _write_changes(staged: Path, plan: Plan, draft: _Draft, version: Version) -> tuple[File, ...]:
    if draft.differences is None:
        return ()
    changes = facts(named(draft.differences, draft.differences.names[0], f"{plan.name}/{version}"))
    return (_write(staged, CHANGES, canonical_json(changes)),)


def _describe(staged: Path, facts: CardFacts) -> Digest:
    """Write croissant.json, the card and, last, the manifest; return the manifest's digest."""
    described = (
        _write(staged, CROISSANT, canonical_json(croissant(facts))),
        _write(staged, CARD, card(facts).encode("utf-8")),
    )
    whole = replace(facts.manifest, files=(*facts.manifest.files, *described))
    return _write(staged, MANIFEST, whole.as_json()).sha256
