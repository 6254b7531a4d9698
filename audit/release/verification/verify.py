"""The steps of `audit verify`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from audit.errors import DefectError, UsageError
from audit.release.lineage.named import versions_there
from audit.release.lineage.yanked import YANKED, leading, read_marks
from audit.release.manifest import DATASET, MANIFEST, Manifest
from audit.release.pinned import CONVERTED, Pinned, pinned
from audit.release.read_manifest import is_other, read_bytes
from audit.release.verification.chain import Link, walk_chain
from audit.release.verification.consistency import check_accounts, check_counts
from audit.release.verification.contents import check_contents
from audit.release.verification.described import check_described
from audit.release.verification.inventory import check_inventory, check_regular, is_parquet
from audit.release.verification.lineage import check_lineage
from audit.release.verification.problem import Found, Problem, Unchecked, Verified, converted, told_once
from audit.release.verification.roundtrip import check_round_trip
from audit.release.verification.statements import check_statements
from audit.release.version import is_version
from audit.tables import SCHEMA_VERSION
from audit.untrusted import MalformedError

_AGAIN: Final = "fetch the release again, or release again from the raw files"
_Check: TypeAlias = Callable[[Path, Manifest], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class VerificationStep:
    """Checks that are done together. After a failed `needed` step no more follow."""

    checks: tuple[_Check, ...]
    needed: bool = True


def verify(path: Path, *, quick: bool = False, chain: bool = False) -> Verified:
    """Verify the release at `path`, or the one its card points at if `path` is dist/NAME.

    The steps: the manifest's checksum, parent, later versions and the card of all versions; the set of files with sizes
    and digests; each table's schema, page checksums and content; report, card and croissant.json; consistency of the
    tables; the round trip through `datasets`. A step is skipped if earlier damage would make it fail. `quick` reads no
    rows: names, sizes, schemas, and digests of everything but Parquet. `chain` verifies the earlier versions against
    the digests recorded by their successors. Raises UsageError if there is no release, or its schema version is not
    supported.
    """
    release = find_release(path)
    raw = read_bytes(release)
    try:
        this = pinned(raw)
    except MalformedError as error:
        _refuse_other(release, raw, error)
        return Verified(release, (Problem(MANIFEST, f"it cannot be read as a manifest: {error}", _AGAIN),))
    _refuse_other_schema(release, this)
    manifest, tables = this.manifest, this.manifest.substance.tables
    links = tuple(walk_chain(release, this, quick=quick)) if chain else ()
    found = {*_check(release, this, quick=quick, from_home=release != path)}
    found |= {each for each in links if isinstance(each, Problem)}
    return Verified(
        path=release,
        name=manifest.name,
        version=manifest.version,
        files=len(manifest.files),
        documents=tables["documents"].rows,
        blocks=tables["blocks"].rows,
        yanked=_yanked(release, manifest),
        chain=tuple(str(each.version) for each in links if isinstance(each, Link)),
        problems=tuple(sorted(told_once(each for each in found if isinstance(each, Problem)))),
        unchecked=tuple(sorted(each for each in found if isinstance(each, Unchecked))),
    )


def find_release(path: Path) -> Path:
    """Return `path` if it is a release, or the newest release below it that was not withdrawn.

    Raises UsageError if it is neither.
    """
    if (path / MANIFEST).is_file():
        return path
    version = leading(path)
    if version is None and is_version(path.absolute().name) and path.is_dir():
        raise UsageError(f"{path} is only a part of a release: {MANIFEST} is missing; fetch it again")
    if version is None:
        raise UsageError(
            f"{path} is not a release and contains none: name a folder dist/NAME or dist/NAME/VERSION, or NAME or "
            f"NAME@VERSION of one in dist{versions_there(path)}"
        )
    return path / str(version)


def _lineage(release: Path, this: Pinned, *, from_home: bool) -> Iterator[Found]:
    try:
        yield from check_lineage(release, this, from_home=from_home)
    except UsageError as error:
        yield Problem(f"../{YANKED}", str(error), "correct it by hand, or fetch it again")


def _yanked(release: Path, manifest: Manifest) -> str | None:
    if release.resolve().name != str(manifest.version):
        return None
    try:
        mark = read_marks(release.resolve().parent).get(manifest.version)
    except UsageError:
        return None  # which its lineage tells
    return mark.why if mark else None


def _refuse_other(release: Path, raw: bytes, error: MalformedError) -> None:
    """Raise UsageError if the folder with this manifest was never a release: nothing else in it is of one."""
    if is_other(raw) or not any((release / name).is_dir() for name in DATASET):
        raise UsageError(
            f"{release} is not a release: its {MANIFEST} is not that of one ({error}); name a folder dist/NAME/VERSION"
        ) from error


def _refuse_other_schema(release: Path, this: Pinned) -> None:
    found = this.manifest.substance.schema_version
    if found != SCHEMA_VERSION:
        changed = f", or {MANIFEST} was changed: {this.flaw}" if this.flaw else ""
        raise UsageError(
            f"{release} has schema version {found} and this program reads {SCHEMA_VERSION}: use its own{changed}"
        )


def _check(release: Path, this: Pinned, *, quick: bool, from_home: bool) -> Iterator[Found]:
    yield from _manifest(this)
    yield from _lineage(release, this, from_home=from_home)
    for step in verification_steps(quick=quick):
        found = [each for check in step.checks for each in check(release, this.manifest)]
        yield from found
        if step.needed and any(isinstance(each, Problem) for each in found):
            return


def verification_steps(*, quick: bool) -> tuple[VerificationStep, ...]:
    """Return the steps in order; `quick` leaves out reading the tables."""
    # Differing digests do not stop verification, since the tables may tell what is wrong; unreadable tables do.
    files = VerificationStep((partial(check_inventory, quick=quick),), needed=False)
    regular = VerificationStep((check_regular,))
    tables = VerificationStep((partial(check_contents, quick=quick),))
    if quick:
        return files, regular, tables, VerificationStep((check_statements, _not_read))
    return (
        files,
        regular,
        tables,
        VerificationStep((check_statements, check_described, _accounts)),
        VerificationStep((_round_trip,)),
    )


def _manifest(this: Pinned) -> Iterator[Found]:
    if this.flaw is not None:
        yield converted(MANIFEST) if this.flaw == CONVERTED else Problem(MANIFEST, this.flaw)
    if not this.has_checksum:
        yield Unchecked(MANIFEST, "it was written before manifests had checksums, so its bytes were not compared")


def _accounts(release: Path, manifest: Manifest) -> Iterator[Found]:
    try:
        yield from check_counts(release, manifest.counts)
    except DefectError as error:
        yield Problem("audit/ledger.parquet", str(error))
    yield from check_accounts(release)


def _round_trip(release: Path, manifest: Manifest) -> Iterator[Found]:
    yield from check_round_trip(release, manifest.substance)


def _not_read(_: Path, manifest: Manifest) -> Iterator[Found]:
    unread = [file for file in manifest.files if is_parquet(file.path)]
    size = sum(file.bytes for file in unread)
    yield Unchecked(
        f"{len(unread)} Parquet files",
        f"their {size:,} bytes were not read: digests, page checksums, rows, ledger counts and the round trip through "
        "datasets were not checked; run without --quick to check them",
    )
