"""Verification that neighbouring versions and the card of all versions refer to this release's manifest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.release.card.page import CARD
from audit.release.manifest import MANIFEST
from audit.release.pinned import Pinned, pin, pin_version
from audit.release.pointer import (
    LISTED,
    fields,
    listed_digests,
    listed_in,
    newest_unyanked,
    read_card,
    render,
    version_statuses,
)
from audit.release.verification.problem import RENEW, Found, Problem, Unchecked
from audit.release.version import Version, is_version, versions_of
from audit.untrusted import Digest

# Relative to the release.
ROOT_CARD: Final = f"../{CARD}"


def check_lineage(release: Path, this: Pinned, *, from_home: bool) -> Iterator[Found]:
    """Yield where the parent, later versions, or the card of all versions refer to another manifest.

    A version moved elsewhere has no neighbours, which is reported but no fault. `from_home`: the folder of all versions
    is being verified, and must have a card.
    """
    home, name = release.resolve().parent, release.resolve().name
    if name != str(this.manifest.version):
        if is_version(name):
            yield Problem(MANIFEST, f"its version is {this.manifest.version}, but its folder is named {name}")
        yield Unchecked(
            MANIFEST,
            "its folder is not named after its version, so it was not compared with the card "
            "and the versions beside it",
        )
        return
    digests = listed_digests(home)
    yield from _parent(home, this, digests)
    yield from _children(home, this, digests)
    yield from _root_card(home, this, from_home=from_home)


def _parent(home: Path, this: Pinned, digests: Mapping[Version, Digest]) -> Iterator[Found]:
    parent = this.manifest.parent
    if parent is None:
        return
    try:
        found = pin(home / str(parent.version))
    except UsageError:
        yield Unchecked(MANIFEST, f"its parent {parent.version} is missing, so its digest was not compared")
        return
    if found.sha256 == parent.manifest_sha256:
        return
    # An entry equal to that in the card of all versions is right, and a manifest failing its checksum is wrong.
    if found.flaw or digests.get(parent.version) == parent.manifest_sha256:
        yield Unchecked(MANIFEST, f"its parent {parent.version} was changed later: verify that version")
    else:
        yield Problem(MANIFEST, f"its digest for the parent's manifest differs from that of {parent.version}")


def _children(home: Path, this: Pinned, digests: Mapping[Version, Digest]) -> Iterator[Found]:
    version = this.manifest.version
    for later in (v for v in versions_of(home) if v > version):
        try:
            parent = pin_version(home, later, digests.get(later)).manifest.parent
        except UsageError:
            yield Unchecked(MANIFEST, f"version {later} is broken, so its digest for this version was not compared")
            continue
        if parent is not None and parent.version == version and parent.manifest_sha256 != this.sha256:
            yield Problem(MANIFEST, f"its SHA-256 differs from the one that version {later} gives for its parent")


def _root_card(home: Path, this: Pinned, *, from_home: bool) -> Iterator[Found]:
    try:
        front: Mapping[str, Any] = read_card(home / CARD)
    except OSError as error:
        raise_machine_error(error, ROOT_CARD)
        why = f"the card of all versions, which lists the manifest's digest, is missing ({error.strerror})"
        yield Problem(ROOT_CARD, why, RENEW) if from_home else Unchecked(ROOT_CARD, why)
        return
    except UsageError as error:
        yield Problem(ROOT_CARD, str(error), RENEW)
        return
    if not (from_home or "configs" in front or _is_damaged_card(home / CARD, this.manifest.version)):
        yield Unchecked(ROOT_CARD, "it is not a card of versions, so the manifest's digest was not compared")
        return
    if (home / CARD).is_symlink():
        yield Problem(ROOT_CARD, "it is a symbolic link, not a file", RENEW)
    yield from _check_listed(front, this)
    if not from_home and (late := _later(home, front, this)):
        # Another run is placing it, or was interrupted: no fault of this version.
        yield Unchecked(ROOT_CARD, f"it was written before version {late}, and does not list it; {RENEW}")
        return
    yield from _pointing(home, front)


def _is_damaged_card(card: Path, version: Version) -> bool:
    """Return whether a file without YAML is a damaged card: it still has the row of a version."""
    return f"]({version}/{CARD})".encode() in card.read_bytes()


def _check_listed(front: Mapping[str, Any], this: Pinned) -> Iterator[Found]:
    version = this.manifest.version
    if LISTED not in front:
        why = f"it was written before such cards listed manifests, so the digest was not compared; {RENEW}"
        yield Unchecked(ROOT_CARD, why)
    elif (digest := listed_in(front).get(version)) is None:
        yield Problem(
            ROOT_CARD, f"it does not list version {version}: a run was interrupted before it updated the card", RENEW
        )
    elif digest != this.sha256:
        yield Problem(MANIFEST, "its SHA-256 differs from the one in the card of all versions")


def _later(home: Path, front: Mapping[str, Any], this: Pinned) -> Version | None:
    """Return the newest version if it was made after the card, is otherwise unlisted, and the card has `this`."""
    digests = listed_in(front)
    versions = version_statuses(home, digests)
    listed = [v for v in versions if v.version in digests]
    late = [v for v in versions if v.version not in digests]
    if not listed or not late or this.manifest.version not in digests:
        return None
    try:
        is_as_before = (home / CARD).read_bytes() == render(home, listed).encode("utf-8")
    except (OSError, UsageError):
        return None
    return late[-1].version if is_as_before else None


def _pointing(home: Path, front: Mapping[str, Any]) -> Iterator[Found]:
    versions = version_statuses(home, listed_in(front))
    newest, broken = newest_unyanked(versions).version, [str(v.version) for v in versions if v.pinned is None]
    try:
        expected = fields(home, versions)
        text = render(home, versions) if not broken and LISTED in front else None
    except (OSError, UsageError) as error:
        yield Unchecked(ROOT_CARD, f"it was not compared with version {newest}, which cannot be read ({error})")
        return
    if {**front, LISTED: None} != {**expected, LISTED: None}:
        yield Problem(ROOT_CARD, f"it does not describe the newest version, {newest}", RENEW)
    elif broken:
        yield Unchecked(ROOT_CARD, f"its text was not compared: the manifest of {', '.join(broken)} is broken")
    elif text is not None and (home / CARD).read_bytes() != text.encode("utf-8"):
        yield Problem(ROOT_CARD, "it disagrees with the versions beside it", RENEW)
