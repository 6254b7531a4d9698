"""What `verify` found wrong with a release, and what it could not or was not to look at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from audit.release.version import Version

RENEW: Final = "the next `audit run` into this folder renews it"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A promise of a release that does not hold: in which file, what, and what to do next."""

    where: str
    what: str
    remedy: str = "the release was changed after it was made: fetch it again, or release anew from the raw files"

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}"


@dataclass(frozen=True, slots=True, order=True)
class Unchecked:
    """What was not compared, and why: no fault of the release, and no word for it either."""

    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


Found = Problem | Unchecked


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome of verifying the release at `path`; it holds what it promises when there are no problems.

    Of a release whose manifest cannot be read nobody knows more than that. `yanked` says why it was taken back, which
    is no problem of its bytes; `chain` are the versions it follows, itself first, where they were asked for.
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
        """Return whether the release holds all it promises."""
        return not self.problems
