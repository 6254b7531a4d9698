"""How a repository, and a revision of it, is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Self

from audit.errors import UsageError
from audit.release.version import check_name
from audit.text.visible import visible

SCHEME: Final = "hf://datasets/"
# An account's name: letters, digits and single hyphens between them.
_OWNER: Final = re.compile(r"[A-Za-z0-9](?:-?[A-Za-z0-9_.]){0,95}")
# What git lets a revision be called, of which the Hub takes these: names, tags, commits, refs/pr/1.
_REVISION: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./+-]{0,254}")
_MAIN: Final = "main"
_SHOWN: Final = 120


@dataclass(frozen=True, slots=True)
class Repository:
    """A dataset repository on a Hub."""

    owner: str
    name: str

    def __str__(self) -> str:
        return f"{self.owner}/{self.name}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the repository written OWNER/NAME.

        Raises UsageError when it is written otherwise.
        """
        owner, slash, name = text.partition("/")
        if not slash or not _OWNER.fullmatch(owner):
            raise UsageError(f"{visible(repr(text), _SHOWN)} is no repository: write OWNER/NAME, as in my-team/news")
        return cls(owner, check_name(name))


@dataclass(frozen=True, slots=True)
class Address:
    """A revision of a repository: a branch, a tag or a commit."""

    repository: Repository
    revision: str

    def __str__(self) -> str:
        return f"{SCHEME}{self.repository}@{self.revision}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the address written hf://datasets/OWNER/NAME or hf://datasets/OWNER/NAME@REVISION.

        Without a revision it is the newest of the main branch. Raises UsageError when it is written otherwise.

        >>> str(Address.parse("hf://datasets/my-team/news@v1.0.0"))
        'hf://datasets/my-team/news@v1.0.0'
        """
        if not is_address(text):
            raise UsageError(f"{visible(repr(text), _SHOWN)} is no address: write {SCHEME}OWNER/NAME@REVISION")
        where, at, revision = text.removeprefix(SCHEME).partition("@")
        if at and (not _REVISION.fullmatch(revision) or ".." in revision):
            raise UsageError(f"{visible(repr(revision), _SHOWN)} is no revision: name a tag, as in v1.0.0")
        return cls(Repository.parse(where), revision or _MAIN)


def is_address(text: str) -> bool:
    """Return whether `text` speaks of a dataset on a Hub, whatever else may be wrong with it."""
    return text.startswith(SCHEME)
