"""Reproducibility: whether a release can be rebuilt byte for byte from its raw files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from audit.corpus.corpus_audit import scratch
from audit.corpus.input_kind import detect_target, refuse_inside
from audit.engine.stages import Progress, enter_stage
from audit.errors import UsageError
from audit.policy import Policy, recorded
from audit.release.manifest import Manifest
from audit.release.pinned import Pinned, pin, pin_sound
from audit.release.plan import Plan
from audit.release.release import make_unplaced
from audit.release.tool import tool
from audit.release.version import versions_of
from audit.text.visible import visible
from audit.verbs.run import judge_for_release
from audit.worker.job import Job

_SHOWN = 80
# Inputs that are named where a rebuild differs.
_MOST_INPUTS = 10


def rebuild(release: Path, raw: Path, workers: int | None, progress: Progress) -> tuple[str, ...]:
    """Rebuild `release` from `raw` as its manifest says, and return the differences, a line each, first of its inputs.

    The versions it followed must lie beside it, since they decide which copies are kept. Only a scratch folder is
    written. Raises UsageError if the raw files, the recorded settings or the parent release are unusable.
    """
    manifest = pin_sound(release).manifest
    refuse_inside(raw, release.resolve().parent)
    read_as, planned, policy = detect_target(raw), _plan(release, manifest), _policy(release, manifest)
    with scratch(None) as parts:
        made = parts / "release"
        made.mkdir()
        job = Job(raw, read_as.kind, parts, policy, measures=True, repair=policy.input.repair)
        request = judge_for_release(job, planned, workers, progress).request(read_as)
        enter_stage("writing the release")
        found = tuple(_differences(manifest, make_unplaced(planned, manifest.version, request, made)))
        return (*_changed_inputs(release, made), *found) if found else ()


def _policy(release: Path, manifest: Manifest) -> Policy:
    try:
        return recorded(manifest.substance.parameters)
    except UsageError as error:
        raise UsageError(
            f"the settings recorded in {release} do not fit this version of corpus-audit: {error}; rebuild it with "
            f"{visible(str(manifest.tool.get('version')), _SHOWN)}"
        ) from error


def _plan(release: Path, manifest: Manifest) -> Plan:
    """Return the plan of the release."""
    home = release.resolve().parent
    earlier = tuple(version for version in reversed(versions_of(home)) if version < manifest.version)
    return Plan(
        home=home, name=manifest.name, version=manifest.version, parent=_parent(home, manifest), earlier=earlier
    )


def _parent(home: Path, manifest: Manifest) -> Pinned | None:
    named = manifest.parent
    if named is None:
        return None
    found = pin(home / str(named.version))
    if found.sha256 != named.manifest_sha256:
        raise UsageError(
            f"{home / str(named.version)} is not the parent of version {manifest.version}: its manifest has a "
            "different digest; fetch the parent again"
        )
    return found


def _differences(stated: Manifest, made: Manifest) -> Iterator[str]:
    there, here = ({file.path: file for file in manifest.files} for manifest in (stated, made))
    for path in sorted(there.keys() | here.keys()):
        if path not in here:
            yield f"{visible(path, _SHOWN)}: missing in the rebuild"
        elif path not in there:
            yield f"{path}: only in the rebuild"
        elif there[path] != here[path]:
            yield f"{path}: differs in the rebuild"
    if stated.as_json() != made.as_json():
        yield from _tools(stated)


def _changed_inputs(release: Path, made: Path) -> Iterator[str]:
    """Yield the files whose content differs between what a release and its rebuild were made of, the first of them."""
    before, now = _digests(release), _digests(made)
    changed = [path for path in sorted(before.keys() | now.keys()) if before.get(path) != now.get(path)]
    for path in changed[:_MOST_INPUTS]:
        what = "is not there any more" if path not in now else "is new" if path not in before else "has changed"
        yield f"input {visible(path, _SHOWN)} {what}"
    if len(changed) > _MOST_INPUTS:
        yield f"and {len(changed) - _MOST_INPUTS:,} more inputs"


def _digests(folder: Path) -> dict[str, object]:
    """Return the digests of a ledger's documents in their order, by file."""
    ledger = pl.scan_parquet(folder / "audit" / "ledger.parquet")
    found = ledger.group_by("path").agg(pl.col("id", "sha256").sort_by("id")).collect()
    return {str(path): told for path, *told in found.iter_rows()}


def _tools(stated: Manifest) -> Iterator[str]:
    """Yield the tool versions that differ between the release and this rebuild."""
    ours = tool()
    theirs = stated.tool
    if theirs != ours:
        for name, mine in _versions(ours).items():
            other = _versions(theirs).get(name)
            if other != mine:
                was = "nothing" if other is None else visible(other, _SHOWN)
                yield f"made with {name} {was}, but rebuilt with {mine}"


def _versions(tool: object) -> dict[str, str]:
    """Return the versions named by a tool entry of a manifest, whatever its shape."""
    if not isinstance(tool, dict):
        return {}
    libraries = tool.get("libraries")
    found = {"corpus-audit": tool.get("version"), **(libraries if isinstance(libraries, dict) else {})}
    return {str(name): str(version) for name, version in found.items()}
