"""dist/NAME/yanked.json: the withdrawn versions with reasons, stored beside the immutable versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from audit import atomic
from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.release.manifest import canonical_json
from audit.release.version import Version, parse_version, versions_of
from audit.untrusted import MalformedError, fields, json_object, text

YANKED: Final = "yanked.json"
_LARGEST: Final = 1 << 20
LONGEST_WHY: Final = 500


@dataclass(frozen=True, slots=True)
class YankMark:
    """The reason for a withdrawal."""

    why: str


def read_marks(home: Path) -> dict[Version, YankMark]:
    """Return the withdrawn versions below `home`; empty if there is no list.

    Raises UsageError if the list is unreadable, since a withdrawn version must not be passed on.
    """
    path = home / YANKED
    try:
        with atomic.open_regular(path) as file:
            raw = file.read(_LARGEST + 1)
        return _parse(raw)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, MalformedError, UsageError) as error:
        raise_machine_error(error, path)
        raise UsageError(
            f"{path} cannot be read ({error}): repair the list of yanked versions, or fetch it again"
        ) from error


def _parse(raw: bytes) -> dict[Version, YankMark]:
    entries = json_object(raw, _LARGEST)
    return {
        parse_version(version): YankMark(check_why(text(fields(mark, ("why",))["why"])))
        for version, mark in entries.items()
    }


def check_why(why: str) -> str:
    """Return the reason on one line; raises UsageError if it is empty or no sentence."""
    sentence = " ".join(why.split())
    if not sentence or len(sentence) > LONGEST_WHY:
        raise UsageError(f"give a reason of 1 to {LONGEST_WHY} characters: it is all that users will see")
    return sentence


def write_marks(home: Path, found: Mapping[Version, YankMark]) -> None:
    """Write the list atomically."""
    entries = {str(version): {"why": mark.why} for version, mark in sorted(found.items())}
    atomic.replace_file(home / YANKED, canonical_json(entries))


def leading(home: Path) -> Version | None:
    """Return the newest version below `home` that is not withdrawn; the newest of all if every one is."""
    versions, bad = versions_of(home), read_marks(home)
    return max((v for v in versions if v not in bad), default=max(versions, default=None))
