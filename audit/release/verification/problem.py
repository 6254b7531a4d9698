"""The findings of `verify`: problems, and what was not checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from audit.release.version import Version

RENEW: Final = "the next `audit run` into this folder updates it"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A broken promise of a release: file, problem, and what to do next."""

    where: str
    what: str
    remedy: str = "the release was changed after it was created: fetch it again, or release again from the raw files"

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}"


def missing(path: str) -> Problem:
    """Return that a listed file is not there, of which nothing else is told."""
    return Problem(path, "it is missing")


@dataclass(frozen=True, slots=True, order=True)
class Unchecked:
    """Something not checked, and why; neither a fault nor a proof."""

    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


Found = Problem | Unchecked


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome of verifying the release at `path`.

    With an unreadable manifest nothing else is known. `yanked` is the reason of a withdrawal, which is no problem of
    the bytes; `chain` are the versions it follows, itself first, if requested.
    """

    path: Path
    problems: tuple[Problem, ...]
    unchecked: tuple[Unchecked, ...] = ()
    name: str | None = None
    version: Version | None = None
    files: int = 0
    documents: int = 0
    blocks: int = 0
    yanked: str | None = None
    chain: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether no problem was found."""
        return not self.problems
