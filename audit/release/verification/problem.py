"""The findings of `verify`: problems, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from audit.release.pinned import CONVERTED
from audit.release.version import Version

_UNCONVERTED: Final = (
    "nothing else in it differs: check the files out again after git config core.autocrlf false, or with the line "
    "`* -text` in a .gitattributes above them"
)
_POINTER: Final = "it is a pointer of "
# Files named of those with converted line ends.
_NAMED: Final = 3
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


def converted(path: str) -> Problem:
    """Return that a file has other line ends, and is otherwise the original, of which nothing else is told."""
    return Problem(path, CONVERTED, _UNCONVERTED)


def replaced(path: str, why: str) -> Problem:
    """Return that version control put a pointer in a file's place, and `why`, of which nothing else is told."""
    what, _, remedy = why.partition("; ")
    return Problem(path, what, remedy)


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems, of a file that is not there itself no other one, and of all converted files a single one."""
    found = list(problems)
    alone = [each for each in found if each == missing(each.where) or each.what.startswith(_POINTER)]
    lost = {each.where for each in alone}
    ends = {each.where for each in found if each == converted(each.where)}
    kept = [*alone, *(each for each in found if each.where not in lost | ends)]
    named = f"{', '.join(sorted(ends)[:_NAMED])}{f' and {len(ends) - _NAMED} more' if len(ends) > _NAMED else ''}"
    return [*kept, converted(named)] if ends else kept


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
