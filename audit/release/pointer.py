"""dist/NAME/README.md: it points at the newest version, and lists the manifest of each by its digest."""

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
from audit.release.lineage.yanked import Mark, marks
from audit.release.manifest import DATASET
from audit.release.pinned import Pinned, pin_version
from audit.release.storage import files
from audit.release.version import Version, parse_version, versions_of
from audit.untrusted import Digest, MalformedError

LISTED: Final = "manifests"
TAKEN_BACK: Final = "yanked"
# A folder that is never there: who loads a dataset all of which was taken back finds no file.
_NOWHERE: Final = "every-version-was-yanked"


@dataclass(frozen=True, slots=True)
class Standing:
    """A version below dist/NAME: the digest its manifest was released with, where known, and what it says, if sound.

    `yanked` is there when it was taken back.
    """

    version: Version
    sha256: Digest | None
    pinned: Pinned | None
    yanked: Mark | None = None


def renew(home: Path, fresh: Mapping[Version, Digest] | None = None) -> None:
    """Make the card of all versions point at the newest; `fresh` are the digests of what was released just now.

    A digest that the card lists already stays: a manifest that was changed since does not become the released one by
    being there. An older version that is broken is listed as such and stops nothing.
    Raises UsageError when the newest version cannot be read, OSError when the card cannot be written.
    """
    card = render(home, standings(home, {**listed(home), **(fresh or {})}))
    atomic.replace_file(home / CARD, card.encode("utf-8"))


def point(home: Path, release: Path, fresh: Mapping[Version, Digest] | None = None) -> None:
    """Renew the card of all versions now that the version in the folder `release` is there.

    Raises UsageError when that fails, and says what is true: the release stands. An interrupt says so, too.
    """
    try:
        files.settle(home)
        renew(home, fresh)
    except (OSError, UsageError) as error:
        reason = (error.strerror or error) if isinstance(error, OSError) else error
        raise UsageError(
            f"{release} is released and whole; only {home / CARD}, which points at the newest version, could not be "
            f"renewed ({reason}): {remedy(error) or 'mend that'}, and the next run renews it"
        ) from error
    except KeyboardInterrupt as stop:
        raise KeyboardInterrupt(f"{release} is released and whole; the next run renews {home / CARD}") from stop


def listed(home: Path) -> dict[Version, Digest]:
    """Return the digests of manifests that the card of all versions lists; none when it cannot be read."""
    try:
        return listed_in(read_card(home / CARD))
    except (OSError, UsageError):
        return {}


def listed_in(front: Mapping[str, Any]) -> dict[Version, Digest]:
    """Return the digests that the YAML of a card of all versions lists, those that are digests of versions."""
    found: dict[Version, Digest] = {}
    said = front.get(LISTED)
    for name, digest in said.items() if isinstance(said, Mapping) else ():
        try:
            found[parse_version(str(name))] = Digest(digest)
        except (UsageError, MalformedError):
            continue
    return found


def read_card(card: Path) -> dict[str, Any]:
    """Return the YAML of a card.

    Raises UsageError when it cannot be read, OSError when there is none.
    """
    try:
        return read_front_matter(card)
    except ValueError as error:
        raise UsageError(f"{card} has no readable YAML at its top; fetch or make it again") from error


def standings(home: Path, digests: Mapping[Version, Digest]) -> tuple[Standing, ...]:
    """Return every version below `home`, oldest first.

    Raises UsageError when it cannot be read which of them were taken back.
    """
    bad = marks(home)
    return tuple(_standing(home, version, digests.get(version), bad.get(version)) for version in versions_of(home))


def _standing(home: Path, version: Version, digest: Digest | None, mark: Mark | None) -> Standing:
    try:
        found = pin_version(home, version, digest)
    except UsageError:
        return Standing(version, digest, None, mark)
    return Standing(version, found.sha256, found, mark)


def pointed_at(versions: Sequence[Standing]) -> Standing:
    """Return the version that the card of `versions` (oldest first) describes: the newest that was not taken back.

    The newest of all when every one was: then the card gives none of their rows.
    """
    return next((each for each in reversed(versions) if each.yanked is None), versions[-1])


def fields(home: Path, versions: Sequence[Standing]) -> dict[str, Any]:
    """Return what the YAML of the card of all `versions` (oldest first) says: what that of the one it points at does.

    Raises UsageError or OSError when that one cannot be read.
    """
    last = pointed_at(versions)
    newest = str(last.version)
    front = read_card(home / newest / CARD)
    try:
        configs = [_below(_NOWHERE if last.yanked else newest, config) for config in front["configs"]]
    except (LookupError, TypeError) as error:
        raise UsageError(f"{home / newest / CARD} does not describe the dataset; fetch or make it again") from error
    digests = {str(v.version): str(v.sha256) for v in reversed(versions) if v.sha256}
    bad = {str(v.version): v.yanked.why for v in reversed(versions) if v.yanked}
    return {**front, "configs": configs, LISTED: digests, **({TAKEN_BACK: bad} if bad else {})}


def _below(folder: str, config: Mapping[str, Any]) -> dict[str, Any]:
    entries = [{**entry, "path": str(PurePosixPath(folder, entry["path"]))} for entry in config["data_files"]]
    return {**config, "data_files": entries}


def render(home: Path, versions: Sequence[Standing]) -> str:
    """Return dist/NAME/README.md for `versions`, oldest first, of which the one it points at must be sound.

    Raises UsageError when it is not.
    """
    last = pointed_at(versions)
    # Pinned once more, for the reason why it is not sound.
    pinned = last.pinned or pin_version(home, last.version, last.sha256)
    rows = [_row(each) for each in reversed(versions)]
    bad = [f"- {each.version} was yanked: {plain(each.yanked.why)}" for each in reversed(versions) if each.yanked]
    is_newest = "The newest version that was not yanked" if bad else "The newest version"
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


def _row(standing: Standing) -> tuple[str, ...]:
    name = f"[{standing.version}]({standing.version}/{CARD})"
    digest = code(standing.sha256 or "")
    if standing.pinned is None:
        return (name, *("" for _ in DATASET), f"{digest} is not what lies there now: fetch this version again".strip())
    tables = standing.pinned.manifest.substance.tables
    return (name, *(number(tables[t].rows) for t in DATASET), digest)
