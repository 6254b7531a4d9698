"""Notation of repositories and their revisions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Self

from audit.errors import UsageError
from audit.release.version import check_name
from audit.text.visible import visible

SCHEME: Final = "hf://datasets/"
# An account name: letters, digits and single hyphens in between.
_OWNER: Final = re.compile(r"[A-Za-z0-9](?:-?[A-Za-z0-9_.]){0,95}")
# Revisions as git allows them, of which the Hub takes: names, tags, commits, refs/pr/1.
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
        """Parse OWNER/NAME.

        Raises UsageError otherwise.
        """
        owner, slash, name = text.partition("/")
        if not slash or "/" in name or not _OWNER.fullmatch(owner):
            raise UsageError(f"{visible(repr(text), _SHOWN)} is not a repository: write OWNER/NAME, as in my-team/news")
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
        """Parse hf://datasets/OWNER/NAME or hf://datasets/OWNER/NAME@REVISION.

        The default revision is the head of the main branch. Raises UsageError otherwise.

        >>> str(Address.parse("hf://datasets/my-team/news@v1.0.0"))
        'hf://datasets/my-team/news@v1.0.0'
        """
        if not is_address(text):
            raise UsageError(f"{visible(repr(text), _SHOWN)} is not an address: write {SCHEME}OWNER/NAME@REVISION")
        where, at, revision = text.removeprefix(SCHEME).partition("@")
        if at and (not _REVISION.fullmatch(revision) or ".." in revision):
            raise UsageError(f"{visible(repr(revision), _SHOWN)} is not a revision: name a tag, as in v1.0.0")
        return cls(Repository.parse(where), revision or _MAIN)


def is_address(text: str) -> bool:
    """Return whether `text` has the scheme of a Hub dataset, valid or not."""
    return text.startswith(SCHEME)
