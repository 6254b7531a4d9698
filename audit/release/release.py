"""Makes a release: tables, evidence, card and manifest, built aside and moved into dist/NAME/VERSION in one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from audit.atomic import replace as replace_file
from audit.atomic import write_new
from audit.errors import DefectError, UsageError
from audit.release.bump import bump
from audit.release.card.croissant import CROISSANT, croissant
from audit.release.card.huggingface import read_front_matter
from audit.release.card.page import CARD, Facts, card, root_card
from audit.release.card.summary import summarise
from audit.release.index import INDEX, WriteIndex
from audit.release.manifest import (
    DATASET,
    MANIFEST,
    Content,
    File,
    Manifest,
    Parent,
    Substance,
    canonical,
    read_manifest,
)
from audit.release.storage import files
from audit.release.storage.shards import Batches, write_parquet, write_shards
from audit.release.tool import tool
from audit.release.verification.consistency import check_accounts
from audit.release.version import Version, check_name, parse_version, versions_of
from audit.tables import SCHEMA_VERSION, TABLES
from audit.untrusted import Digest, RelativePath


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to release. `version` None: the one that the changes since the newest version demand.

    `tables` holds batches of all eight tables by name, each read once. `parameters` are the settings that shaped the
    result, and nothing of the machine; `models` the digests of the models that did. `index` writes the index of the
    documents; it belongs to them as their files do and makes no new version. No clock, path or version of the
    release may stand in `report`, `expectations` or `validation`: the same input must give the same bytes.
    """

    name: str
    version: str | None = None
    tables: Mapping[str, Batches]
    report: Mapping[str, Any]
    expectations: Mapping[str, Any]
    validation: Mapping[str, Any]
    parameters: Mapping[str, Any]
    models: Mapping[str, str] = field(default_factory=dict)
    index: WriteIndex | None = None


@dataclass(frozen=True, slots=True)
class Released:
    """Where the release is. `is_new` is false when the newest version says the same already."""

    path: Path
    version: Version
    is_new: bool


def release(dist: Path, request: Request) -> Released:
    """Write the release into `dist`/NAME/VERSION, whole or not at all, and point dist/NAME/README.md at the newest.

    Raises UsageError when the name or version cannot be used, the version is there already or the disk refuses;
    DefectError when the tables do not fit their schemas or contradict one another.
    """
    home = dist / check_name(request.name)
    if request.version is not None and (final := home / str(parse_version(request.version))).exists():
        raise UsageError(files.already_there(final))
    try:
        with files.staging(home) as staged:
            substance = _write_substance(staged, request)
            with files.alone(home):
                return _put(home, staged, request, substance)
    except OSError as error:
        reason = error.strerror or error
        raise UsageError(f"nothing was released into {home}: {reason}; mend that and run again") from error


def _write_substance(staged: Path, request: Request) -> Substance:
    (staged / "audit").mkdir()
    tables = {table.name: _write_table(staged, table.name, request.tables[table.name]) for table in TABLES}
    judgements = {name: _write_judgement(staged, name, request) for name in ("report", "expectations", "validation")}
    if request.index is not None:
        request.index(staged / INDEX)
    if problems := check_accounts(staged):
        raise DefectError("; ".join(map(str, problems)))
    return Substance(
        schema_version=SCHEMA_VERSION, tables=tables, judgements=judgements, parameters=dict(request.parameters)
    )


def _write_table(staged: Path, name: str, batches: Batches) -> Content:
    table = next(table for table in TABLES if table.name == name)
    if name in DATASET:
        return write_shards(staged / name, table, batches).content
    return write_parquet(staged / "audit" / f"{name}.parquet", table, batches)


def _write_judgement(staged: Path, name: str, request: Request) -> Digest:
    content = canonical(getattr(request, name))
    write_new(staged / "audit" / f"{name}.json", content)
    return Digest(sha256(content).hexdigest())


def _put(home: Path, staged: Path, request: Request, substance: Substance) -> Released:
    """Give the staged release its version and move it into place; nobody else does so meanwhile."""
    there = versions_of(home)
    version = _version(home, there, request, substance)
    is_new = request.version is not None or version not in there
    if is_new:
        summary = summarise(staged)
        draft = Manifest(
            name=check_name(request.name),
            version=version,
            parent=_parent(home, there, version),
            substance=substance,
            counts=summary.counts,
            tool=tool(request.models),
            files=_files(staged),
        )
        _describe(staged, Facts(draft, summary, _rule_names(request.expectations)))
        files.put(staged, home / str(version))
    _point(home)
    return Released(home / str(version), version, is_new)


def _version(home: Path, there: tuple[Version, ...], request: Request, substance: Substance) -> Version:
    if request.version is not None:
        return parse_version(request.version)
    return bump(read_manifest(home / str(there[-1])) if there else None, substance)


def _parent(home: Path, there: tuple[Version, ...], version: Version) -> Parent | None:
    before = max((v for v in there if v < version), default=None)
    return None if before is None else Parent(before, files.sha256_of(home / str(before) / MANIFEST))


def _describe(staged: Path, facts: Facts) -> None:
    """Write croissant.json, the card and, last, the manifest of all that is there."""
    write_new(staged / CROISSANT, canonical(croissant(facts.manifest)))
    write_new(staged / CARD, card(facts).encode("utf-8"))
    write_new(staged / MANIFEST, replace(facts.manifest, files=_files(staged)).as_json())


def _files(staged: Path) -> tuple[File, ...]:
    return tuple(
        File(RelativePath(path), (staged / path).stat().st_size, files.sha256_of(staged / path))
        for path in files.files_below(staged)
    )


def _rule_names(expectations: Mapping[str, Any]) -> dict[str, str]:
    """Return the names of the rules in a suite, by code: they ride in the expectations' meta."""
    metas = [expectation.get("meta", {}) for expectation in expectations.get("expectations", ())]
    return {meta["rule"]: meta["name"] for meta in metas if "rule" in meta and "name" in meta}


def _point(home: Path) -> None:
    """Make dist/NAME/README.md point at the newest version; this also mends one that a killed run left behind."""
    manifests = [read_manifest(home / str(version)) for version in versions_of(home)]
    newest = read_front_matter(home / str(manifests[-1].version) / CARD)
    replace_file(home / CARD, root_card(manifests, newest).encode("utf-8"))
