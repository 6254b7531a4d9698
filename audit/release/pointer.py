"""dist/NAME/README.md: points at the newest version, and lists the manifest digest of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from audit import atomic
from audit.errors import UsageError, remedy
from audit.release.card.huggingface import front_matter_of, read_front_matter
from audit.release.card.markdown import code, number, plain, table
from audit.release.card.page import CARD
from audit.release.lineage.yanked import YankMark, read_marks
from audit.release.manifest import DATASET
from audit.release.pinned import Pinned, pin_version
from audit.release.version import Version, parse_version, versions_of
from audit.untrusted import Digest, MalformedError

LISTED: Final = "manifests"
TAKEN_BACK: Final = "yanked"
# A folder that never exists, so that loading a dataset with all versions withdrawn finds no files.
_NOWHERE: Final = "every-version-was-yanked"


@dataclass(frozen=True, slots=True)
class VersionStatus:
    """A version below dist/NAME: the digest its manifest was released with, if known, and the manifest, if sound.

    `yanked` is set if it was withdrawn.
    """

    version: Version
    sha256: Digest | None
    pinned: Pinned | None
    yanked: YankMark | None = None


def renew(home: Path, fresh: Mapping[Version, Digest] | None = None) -> None:
    """Rewrite the card of all versions to point at the newest; `fresh` are the digests of new releases.

    Digests already listed are kept, so that a modified manifest is not accepted. Broken older versions are listed as
    such. Raises UsageError if the newest version cannot be read, OSError if the card cannot be written.
    """
    card = render(home, version_statuses(home, {**listed_digests(home), **(fresh or {})}))
    atomic.replace_file(home / CARD, card.encode("utf-8"))


def point(home: Path, release: Path, fresh: Mapping[Version, Digest] | None = None) -> None:
    """Update the card of all versions after the release in the folder `release` was put in place.

    Raises UsageError on failure, saying that the release itself exists; so does an interrupt.
    """
    try:
        atomic.sync(home)
        renew(home, fresh)
    except (OSError, UsageError) as error:
        reason = (error.strerror or error) if isinstance(error, OSError) else error
        raise UsageError(
            f"{release} is released and complete; only {home / CARD}, which points to the newest version, could not "
            f"be updated ({reason}): {remedy(error) or 'fix that'}, and the next run updates it"
        ) from error
    except KeyboardInterrupt as stop:
        raise KeyboardInterrupt(f"{release} is released and complete; the next run updates {home / CARD}") from stop


def listed_digests(home: Path) -> dict[Version, Digest]:
    """Return the manifest digests in the card of all versions; empty if it cannot be read."""
    try:
        return listed_in(read_card(home / CARD))
    except (OSError, UsageError):
        return {}


def listed_in(front: Mapping[str, Any]) -> dict[Version, Digest]:
    """Return the valid digests of versions in the YAML of a card of all versions."""
    found: dict[Version, Digest] = {}
    digests = front.get(LISTED)
    for name, digest in digests.items() if isinstance(digests, Mapping) else ():
        try:
            found[parse_version(str(name))] = Digest(digest)
        except (UsageError, MalformedError):
            continue
    return found


def read_card(card: Path) -> dict[str, Any]:
    """Return the YAML of a card.

    Raises UsageError if it is invalid, OSError if it cannot be read.
    """
    try:
        return read_front_matter(card)
    except ValueError as error:
        raise UsageError(f"{card} has no readable YAML header; fetch or create it again") from error


def version_statuses(home: Path, digests: Mapping[Version, Digest]) -> tuple[VersionStatus, ...]:
    """Return all versions below `home`, oldest first.

    Raises UsageError if the list of withdrawn versions cannot be read.
    """
    bad = read_marks(home)
    return tuple(_standing(home, version, digests.get(version), bad.get(version)) for version in versions_of(home))


def _standing(home: Path, version: Version, digest: Digest | None, mark: YankMark | None) -> VersionStatus:
    try:
        found = pin_version(home, version, digest)
    except UsageError:
        return VersionStatus(version, digest, None, mark)
    return VersionStatus(version, found.sha256, found, mark)


def newest_unyanked(versions: Sequence[VersionStatus]) -> VersionStatus:
    """Return the version described by the card of `versions` (oldest first): the newest not withdrawn.

    If all are withdrawn it is the newest, and the card offers no rows.
    """
    return next((each for each in reversed(versions) if each.yanked is None), versions[-1])


def fields(home: Path, versions: Sequence[VersionStatus]) -> dict[str, Any]:
    """Return the YAML fields of the card of all `versions` (oldest first), mostly those of the version it points at.

    Raises UsageError or OSError if that version cannot be read.
    """
    last = newest_unyanked(versions)
    newest = str(last.version)
    front = read_card(home / newest / CARD)
    try:
        configs = [_below(_NOWHERE if last.yanked else newest, config) for config in front["configs"]]
    except (LookupError, TypeError) as error:
        raise UsageError(f"{home / newest / CARD} does not describe the dataset; fetch or create it again") from error
    digests = {str(v.version): str(v.sha256) for v in reversed(versions) if v.sha256}
    bad = {str(v.version): v.yanked.why for v in reversed(versions) if v.yanked}
    return {**front, "configs": configs, LISTED: digests, **({TAKEN_BACK: bad} if bad else {})}


def _below(folder: str, config: Mapping[str, Any]) -> dict[str, Any]:
    entries = [{**entry, "path": str(PurePosixPath(folder, entry["path"]))} for entry in config["data_files"]]
    return {**config, "data_files": entries}


def render(home: Path, versions: Sequence[VersionStatus]) -> str:
    """Return dist/NAME/README.md for `versions`, oldest first; the version it points at must be sound.

    Raises UsageError if it is not.
    """
    last = newest_unyanked(versions)
    # Read again for the reason why it is not sound.
    pinned = last.pinned or pin_version(home, last.version, last.sha256)
    rows = [_row(each) for each in reversed(versions)]
    bad = [f"- {each.version} was yanked: {plain(each.yanked.why)}" for each in reversed(versions) if each.yanked]
    is_newest = "The newest version that was not yanked" if bad else "The newest version"
    # `audit verify` compares this card, whichever version of the program wrote it: the words stay.
    leads = (
        "Every version was yanked, so that loading this folder gives nothing."
        if last.yanked
        else f"{is_newest} is [{last.version}]({last.version}/{CARD}); loading this folder loads it."
    )
    warned = "\n".join([*bad, "", ""]) if bad else ""
    text = (
        f"# {plain(pinned.manifest.name)}\n\n"
        f"{leads} A version is never changed once it is here: name its folder to keep getting the same rows.\n\n"
        f"{warned}{table(('version', *DATASET, 'manifest.json, sha256'), rows)}"
    )
    return f"{front_matter_of(fields(home, versions))}\n{text}\n"


def _row(standing: VersionStatus) -> tuple[str, ...]:
    name = f"[{standing.version}]({standing.version}/{CARD})"
    digest = code(standing.sha256 or "")
    if standing.pinned is None:
        return (name, *("" for _ in DATASET), f"{digest} is not what lies there now: fetch this version again".strip())
    tables = standing.pinned.manifest.substance.tables
    return (name, *(number(tables[t].rows) for t in DATASET), digest)
