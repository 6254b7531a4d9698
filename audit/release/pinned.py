"""A release together with the manifest it was released with."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from audit.errors import UsageError
from audit.release.manifest import MANIFEST, Manifest
from audit.release.read_manifest import parse_manifest, read_bytes
from audit.release.version import Version
from audit.untrusted import Digest, MalformedError

CHANGED: Final = "its bytes differ from those originally written"
CONVERTED: Final = "its line ends were converted (CRLF in place of LF)"
_AGAIN: Final = "fetch the release again, or rebuild it from the raw files"


@dataclass(frozen=True, slots=True)
class Pinned:
    """A manifest and the digest of its bytes, from a single read.

    `flaw` says why the bytes cannot be the original ones; `has_checksum` is false for manifests made before its
    introduction.
    """

    manifest: Manifest
    sha256: Digest
    flaw: str | None = None
    has_checksum: bool = True


def pin(release: Path) -> Pinned:
    """Return the release in the folder `release`, including a possible flaw.

    Raises UsageError if the manifest is missing or invalid.
    """
    raw = read_bytes(release)
    try:
        return pinned(raw)
    except MalformedError as error:
        raise UsageError(f"{release / MANIFEST} cannot be read as a manifest: {error}; {_AGAIN}") from error


def pinned(raw: bytes) -> Pinned:
    """Return the release with the manifest `raw`.

    Raises MalformedError if it is invalid.
    """
    manifest = parse_manifest(raw)
    has_checksum = raw != manifest.as_json_without_checksum()
    return Pinned(
        manifest, Digest(sha256(raw).hexdigest()), _flaw(raw, manifest) if has_checksum else None, has_checksum
    )


def with_original_ends(raw: bytes) -> bytes:
    """Return the bytes of a file of text as a release writes them, whatever line ends a checkout gave it."""
    return raw.replace(b"\r\n", b"\n")


def _flaw(raw: bytes, manifest: Manifest) -> str | None:
    if raw == manifest.as_json():
        return None
    return CONVERTED if with_original_ends(raw) == manifest.as_json() else CHANGED


def pin_sound(release: Path) -> Pinned:
    """Return the release in the folder `release`, whose manifest must be unmodified.

    Raises UsageError as `pin` does, and if the manifest was changed.
    """
    found = pin(release)
    if found.flaw is not None:
        raise UsageError(f"{release / MANIFEST} was changed: {found.flaw}; {_AGAIN}")
    return found


def pin_version(home: Path, version: Version, listed: Digest | None) -> Pinned:
    """Return the sound version `version` below `home`; `listed` is its digest in the card of all versions.

    Raises UsageError if the manifest cannot be read, was changed, or belongs to another version.
    """
    where = home / str(version)
    found = pin_sound(where)
    if found.manifest.version != version:
        raise UsageError(f"{where / MANIFEST} is that of version {found.manifest.version}; {_AGAIN}")
    if listed not in (None, found.sha256):
        raise UsageError(f"{where / MANIFEST} is not the one that {home / 'README.md'} lists; {_AGAIN}")
    return found
