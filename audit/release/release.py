"""Makes a release: tables, evidence, card and manifest, built aside and moved into dist/NAME/VERSION in one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from audit.atomic import write_new
from audit.errors import DefectError, UsageError, remedy
from audit.release.card.croissant import CROISSANT, croissant
from audit.release.card.page import CARD, CardFacts, card
from audit.release.card.summary import summarise
from audit.release.index import INDEX, WriteIndex
from audit.release.manifest import (
    DATASET,
    JUDGEMENTS,
    MANIFEST,
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
from audit.release.tables import tables_with
from audit.release.tool import tool
from audit.release.verification.consistency import check_accounts
from audit.release.version import Version
from audit.tables import SCHEMA_VERSION, Column, Table
from audit.untrusted import Digest, RelativePath


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to release.

    `tables` holds batches of all tables by name, each read once. `parameters` are the settings that shaped the
    result, and nothing of the machine. `index` writes the index of the documents; it belongs to them as their files
    do and makes no new version. `extra` are the columns that documents have beside those of the schema.
    No clock, path or version of the release may stand in `report`, `expectations` or `validation`: the same input must
    give the same bytes.
    """

    tables: Mapping[str, Batches]
    report: Mapping[str, Any]
    expectations: Mapping[str, Any]
    validation: Mapping[str, Any]
    parameters: Mapping[str, Any]
    extra: tuple[Column, ...] = ()
    index: WriteIndex | None = None


@dataclass(frozen=True, slots=True)
class Released:
    """Where the release is. `is_new` is false when the newest version says the same already."""

    path: Path
    version: Version
    is_new: bool


@dataclass(frozen=True, slots=True)
class _Draft:
    """What is staged: its substance, and its files with their digests, each hashed once."""

    substance: Substance
    files: tuple[File, ...]


def release(plan: Plan, request: Request) -> Released:
    """Write the release that `plan` plans, whole or not at all, and point dist/NAME/README.md at the newest.

    Raises UsageError when the version is there already, the past is no longer the one that the plan was made for, or
    the disk refuses; DefectError when the tables do not fit their schemas or contradict one another. When only the
    card of all versions could not be renewed, the UsageError says that the release is there.
    """
    try:
        with files.staging(plan.home) as staged:
            draft = _staged(staged, request)
            with files.alone(plan.home):
                return _put(plan, staged, draft, request)
    except OSError as error:
        reason, helps = error.strerror or error, remedy(error) or "mend that"
        raise UsageError(f"nothing was released into {plan.home}: {reason}; {helps}, then run again") from error


def rehearse(plan: Plan, request: Request, folder: Path) -> Manifest:
    """Write the release that `plan` plans into the empty folder `folder`, put nothing into place, return its manifest.

    Raises DefectError when the tables do not fit their schemas or contradict one another.
    """
    draft = _staged(folder, request)
    version = plan.next_version(draft.substance)
    _describe(folder, _facts(plan, folder, draft, version, request))
    return read_manifest(folder)


def _staged(staged: Path, request: Request) -> _Draft:
    (staged / "audit").mkdir()
    tables = {
        table.name: _write_table(staged, table, request.tables[table.name]) for table in tables_with(request.extra)
    }
    judgements = {name: _write_judgement(staged, name, request) for name in JUDGEMENTS}
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


def _put(plan: Plan, staged: Path, draft: _Draft, request: Request) -> Released:
    """Give the staged release its version and move it into place; nobody else does so meanwhile."""
    now = plan.compared()
    version = now.next_version(draft.substance)
    at = plan.home / str(version)
    is_new = plan.version is not None or version not in now.earlier
    # Another run may have released just this meanwhile; all else that moved makes what was judged untrue.
    if is_new and now.parent != plan.parent:
        raise UsageError(
            f"nothing was released into {plan.home}: the run was planned to follow {plan.said()}, and what it would "
            f"follow now is {now.said()}; run again, so that it is judged against that"
        )
    fresh = {}
    if is_new:
        fresh[version] = _describe(staged, _facts(plan, staged, draft, version, request))
        files.move(staged, at)
    point(plan.home, at, fresh)
    return Released(at, version, is_new)


def _facts(plan: Plan, staged: Path, draft: _Draft, version: Version, request: Request) -> CardFacts:
    summary = summarise(staged)
    manifest = Manifest(
        name=plan.name,
        version=version,
        parent=Parent(plan.parent.manifest.version, plan.parent.sha256) if plan.parent else None,
        substance=draft.substance,
        counts=summary.counts,
        tool=tool(),
        files=draft.files,
    )
    return CardFacts(manifest, summary, _rule_names(request.expectations))


def _describe(staged: Path, facts: CardFacts) -> Digest:
    """Write croissant.json, the card and, last, the manifest of all that is there; return the manifest's digest."""
    described = (
        _write(staged, CROISSANT, canonical_json(croissant(facts.manifest))),
        _write(staged, CARD, card(facts).encode("utf-8")),
    )
    whole = replace(facts.manifest, files=(*facts.manifest.files, *described))
    return _write(staged, MANIFEST, whole.as_json()).sha256


def _rule_names(expectations: Mapping[str, Any]) -> dict[str, str]:
    """Return the names of the rules in a suite, by code: they ride in the expectations' meta."""
    metas = [expectation.get("meta", {}) for expectation in expectations.get("expectations", ())]
    return {meta["rule"]: meta["name"] for meta in metas if "rule" in meta and "name" in meta}
