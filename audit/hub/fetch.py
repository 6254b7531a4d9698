"""Download of a release from a Hub: the files listed in its manifest, each verified by digest."""

from __future__ import annotations

import shutil
from pathlib import Path

from audit.errors import UsageError
from audit.hub.address import Address
from audit.hub.client import Hub, RemoteFile
from audit.release.manifest import MANIFEST, File
from audit.release.pinned import CHANGED, Pinned, pinned
from audit.release.storage.files import place_folder, sha256_of, staging
from audit.untrusted import MalformedError


def fetch(address: Address, into: Path) -> Path:
    """Download the release at `address` completely; return its folder, into/VERSION.

    Files not listed in its manifest are ignored. Raises UsageError if there is no complete release; MachineError
    if the Hub cannot be reached.
    """
    hub = Hub(address.repository)
    found = hub.state(address.revision)
    if found is None:
        raise UsageError(f"{address} does not exist, or the token has no access: name a repository and one of its tags")
    there = hub.files(found.commit)
    if MANIFEST not in there:
        raise UsageError(f"{address} is not a release: it has no {MANIFEST}; load it with datasets, or name another")
    kept = hub.fetch(MANIFEST, found.commit)
    this = _read(address, kept)
    with staging(into) as staged:
        for file in this.manifest.files:
            _refuse_other(address, file, there.get(file.path))
            _copy(hub.fetch(file.path, found.commit), staged, file, address)
        shutil.copyfile(kept, staged / MANIFEST)
        at = into / str(this.manifest.version)
        place_folder(staged, at)
    return at


def _read(address: Address, manifest: Path) -> Pinned:
    try:
        found = pinned(manifest.read_bytes())
    except MalformedError as error:
        raise UsageError(
            f"{MANIFEST} of {address} cannot be read as a manifest: {error}; it is not a release"
        ) from error
    if found.flaw is not None:
        raise UsageError(f"{MANIFEST} of {address} was changed: {CHANGED}; name another revision")
    return found


def _refuse_other(address: Address, file: File, there: RemoteFile | None) -> None:
    """Refuse a file that is missing or differs in size from the manifest, before downloading it."""
    if there is None or there.bytes != file.bytes:
        what = "is missing" if there is None else f"has {there.bytes:,} bytes instead of {file.bytes:,}"
        raise UsageError(f"{address} is incomplete: {file.path} {what}; name another revision, or publish it again")


def _copy(kept: Path, staged: Path, file: File, address: Address) -> None:
    target = staged / file.path
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(kept, target)
    if sha256_of(target) != file.sha256:
        raise UsageError(f"{address} is damaged: {file.path} does not match its manifest; publish it again")
