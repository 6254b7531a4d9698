"""Names and version numbers of releases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NewType

from audit.errors import UsageError
from audit.text.visible import visible

# A name validated by `check_name`.
Name = NewType("Name", str)
# A path component on any system, and the second part of a Hub repository id, for which the Hub also refuses:
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}")
_NAME_TRICK: Final = re.compile(r"\.\.|--|[.-]\Z|\.git\Z")
# Names of devices under Windows, where no folder can be called so, whatever follows a point.
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
# At most eight digits each: `datasets` parses x.y.z as integers.
_VERSION: Final = re.compile(r"(0|[1-9][0-9]{0,7})\.(0|[1-9][0-9]{0,7})\.(0|[1-9][0-9]{0,7})")


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version number x.y.z, ordered numerically: 1.10.0 follows 1.9.0."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


FIRST: Final = Version(1, 0, 0)


def check_name(name: str) -> Name:
    """Return `name` if it is valid for a dataset on disk and on a Hub.

    Raises UsageError otherwise.
    """
    if not _NAME.fullmatch(name) or _NAME_TRICK.search(name):
        raise UsageError(
            f"{visible(name, 80)!r} is not a valid dataset name: use 1 to 96 of A-Z, a-z, 0-9, '.', '_' and '-', "
            "starting with a letter or digit, without '..', '--' or a final '.', '-' or '.git'"
        )
    if _DEVICE.fullmatch(name):
        raise UsageError(f"{name!r} is not a valid dataset name: under Windows it names a device")
    return Name(name)


def parse_version(text: str) -> Version:
    """Parse x.y.z.

    Raises UsageError for anything else, including prefixes and suffixes, which `datasets` does not accept.

    >>> str(parse_version("1.10.0"))
    '1.10.0'
    """
    match = _VERSION.fullmatch(text)
    if match is None:
        raise UsageError(
            f"{visible(text, 40)!r} is not a version: write three numbers without leading zeros, as in 1.2.0"
        )
    return Version(*map(int, match.groups()))


def is_version(text: str) -> bool:
    """Return whether `text` has the form x.y.z."""
    return _VERSION.fullmatch(text) is not None


def versions_of(home: Path) -> tuple[Version, ...]:
    """Return the versions in `home` (dist/NAME), oldest first; empty if the folder does not exist."""
    if not home.is_dir():
        return ()
    folders = (entry.name for entry in home.iterdir() if entry.is_dir() and not entry.is_symlink())
    return tuple(sorted(parse_version(name) for name in folders if is_version(name)))
