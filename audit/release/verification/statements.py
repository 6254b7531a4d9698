"""Consistency of manifest, report, card and croissant.json."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.release.card.croissant import CROISSANT
from audit.release.card.facts import shards_of
from audit.release.card.huggingface import read_front_matter
from audit.release.card.page import CARD
from audit.release.lineage.changes import CHANGES
from audit.release.manifest import DATASET, MANIFEST, REPORT, Manifest, canonical_json
from audit.release.storage.shards import SPLIT
from audit.release.tables import TABLES
from audit.release.verification.problem import Problem
from audit.release.version import parse_version
from audit.untrusted import MalformedError, fields, mapping, read_json

_TOOL: Final = ("name", "version", "libraries")


def check_statements(release: Path, manifest: Manifest) -> Iterator[Problem]:
    """Yield the contradictions between them."""
    yield from _judgements(manifest)
    yield from _report(release, manifest)
    yield from _changes(release, manifest)
    yield from _card(release, manifest)
    yield from _croissant(release, manifest)


def _judgements(manifest: Manifest) -> Iterator[Problem]:
    names = manifest.substance.judged_by
    files = {name: manifest.file(f"audit/{name}.json") for name in names}
    if dict(manifest.substance.judgements) != {name: file and file.sha256 for name, file in files.items()}:
        yield Problem(MANIFEST, f"its judgements differ from the digests of {', '.join(names)}")


def _report(release: Path, manifest: Manifest) -> Iterator[Problem]:
    try:
        report = mapping(read_json((release / REPORT).read_bytes()))
        repeated = _repeated(report)
    except (OSError, MalformedError, LookupError, TypeError, ValueError) as error:
        raise_machine_error(error, REPORT)
        yield Problem(REPORT, f"it is not a valid report ({type(error).__name__})")
        return
    tool, substance = _tool(manifest), manifest.substance
    ours = {
        "schema_version": substance.schema_version,
        "parameters": substance.parameters,
        "counts": dict(manifest.counts),
        "tool": tool and {name: tool[name] for name in _TOOL[:2]},
    }
    for name, value in ours.items():
        if canonical_json(value) != canonical_json(repeated[name]):
            yield Problem(MANIFEST, f"its {name} differ from {REPORT}")
    if not _follows(report.get("before"), manifest):
        yield Problem(MANIFEST, f"its parent does not match the previous release in {REPORT}")


def _repeated(report: Mapping[str, Any]) -> dict[str, object]:
    """Return the parts of a report repeated in the manifest."""
    tool = report["tool"]
    return {
        "schema_version": report["schema_version"],
        "parameters": report["policy"],
        "counts": {"found": report["inputs"]["found"], **report["ledger"]},
        "tool": {"name": tool["name"], "version": tool["version"]},
    }


def _tool(manifest: Manifest) -> Mapping[str, Any] | None:
    """Return the manifest's tool: name, version, and library versions as text."""
    try:
        tool = fields(manifest.tool, _TOOL)
        libraries = mapping(tool["libraries"])
    except MalformedError:
        return None
    return tool if all(isinstance(version, str) for version in libraries.values()) else None


def _follows(before: object, manifest: Manifest) -> bool:
    """Return whether a report may name `before` (NAME/VERSION): the parent, or an earlier one for a repeated run."""
    if before is None:
        return True
    name, _, version = str(before).rpartition("/")
    try:
        return (
            manifest.parent is not None and name == manifest.name and parse_version(version) <= manifest.parent.version
        )
    except UsageError:
        return False


def _changes(release: Path, manifest: Manifest) -> Iterator[Problem]:
    """Yield where audit/changes.json contradicts the manifest, or is about other versions."""
    if manifest.changes is None:
        return
    try:
        stated = mapping(read_json((release / CHANGES).read_bytes()))
        documents = stated["documents"]
        found = {
            "bump": stated["bump"]["level"],
            "reasons": [reason["change"] for reason in stated["bump"]["reasons"]],
            "counts": {**{n: documents[n] for n in ("added", "removed", "renamed")}, **documents["edited"]},
        }
        names = stated["old"]["name"], stated["new"]["name"]
    except (OSError, MalformedError, LookupError, TypeError) as error:
        raise_machine_error(error, CHANGES)
        yield Problem(CHANGES, f"it is not a valid list of changes ({type(error).__name__})")
        return
    ours, parent = manifest.changes, manifest.parent
    if found != {"bump": ours.bump, "reasons": list(ours.reasons), "counts": dict(ours.counts)}:
        yield Problem(CHANGES, "its changes differ from the manifest")
    if parent is None or names != (f"{manifest.name}/{parent.version}", f"{manifest.name}/{manifest.version}"):
        yield Problem(CHANGES, "it does not compare this version with its parent")


def _card(release: Path, manifest: Manifest) -> Iterator[Problem]:
    try:
        yield from _card_against(read_front_matter(release / CARD), manifest)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise_machine_error(error, CARD)
        yield Problem(CARD, f"its YAML does not describe the dataset ({type(error).__name__})")


def _card_against(front: dict[str, Any], manifest: Manifest) -> Iterator[Problem]:
    configs = {config["config_name"]: config for config in front["configs"]}
    infos = {info["config_name"]: info for info in front["dataset_info"]}
    if front["pretty_name"] != manifest.name:
        yield Problem(CARD, f"its name differs from {manifest.name} in the manifest")
    for name in DATASET:
        content, config, split = manifest.substance.tables[name], configs[name], infos[name]["splits"][0]
        if config["description"] != f"content sha256:{content.sha256}":
            yield Problem(CARD, f"the digest in the description of {name} differs from its content")
        if config["version"] != str(manifest.version):
            yield Problem(CARD, f"the version of {name} differs from {manifest.version} in the manifest")
        if config["data_files"] != [{"split": SPLIT, "path": f"{name}/{SPLIT}-*.parquet"}]:
            yield Problem(CARD, f"the files of {name} differ from those of the release")
        if split["num_examples"] != content.rows:
            yield Problem(CARD, f"num_examples of {name} is {split['num_examples']}, but there are {content.rows} rows")


def _croissant(release: Path, manifest: Manifest) -> Iterator[Problem]:
    parquet = {file.path: file.sha256 for t in TABLES if t.name in DATASET for file in shards_of(manifest.files, t)}
    try:
        found = json.loads((release / CROISSANT).read_bytes())
        described = {file["contentUrl"]: file["sha256"] for file in found["distribution"]}
        named = (found["name"], found["version"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
        raise_machine_error(error, CROISSANT)
        yield Problem(CROISSANT, f"it does not describe the files ({type(error).__name__})")
        return
    if described != parquet:
        yield Problem(CROISSANT, "the files and digests it lists differ from those of the release")
    if named != (manifest.name, str(manifest.version)):
        yield Problem(CROISSANT, f"its name and version differ from {manifest.name} {manifest.version} in the manifest")
