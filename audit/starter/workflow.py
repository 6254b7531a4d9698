"""The CI workflow of a folder: for its place in the repository, and for what a checkout leaves out."""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent
from typing import Final, Literal

from audit.errors import UsageError
from audit.gate.baseline import LINES_OF_BASELINES
from audit.policy import CONFIGURATION
from audit.release.lineage.named import DIST
from audit.text.visible import visible
from audit.version import VERSION

Host = Literal["github", "gitlab", "none"]
# Names that are safe inside quotes in a workflow's YAML and its shell.
PLAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/-")
_GITHUB: Final = ".github/workflows/audit{}.yml"
_GITLAB: Final = ".gitlab-ci.yml"
_TEMPLATES: Final = Path(__file__).parent
_LFS: Final = b"filter=lfs"
# The line of a template after which it says what else a checkout fetches, and the lines for it, by host.
_AFTER: Final = {"github": "          fetch-depth: 2 # the change and its base commit\n", "gitlab": "  script:\n"}
_FETCHED: Final = {
    "github": {
        "lfs": "          lfs: true # else there are pointers in place of the data\n",
        "submodules": "          submodules: recursive\n",
    },
    "gitlab": {
        "lfs": "    - apt-get -qq update && apt-get -qq install -y git-lfs && git lfs install && git lfs pull\n",
        "submodules": "    - git submodule update --quiet --init --recursive\n",
    },
}
# The line of a template in place of which the script stands that the action runs, too.
_CHANGE: Final = "          @CHANGE@\n"
_BASE: Final = "git worktree add --quiet --force ../base"


@dataclass(frozen=True, slots=True)
class FolderInRepository:
    """A folder in its repository: `home` is the repository's root, or the folder itself outside of any.

    `at` is the folder's path below `home`, "." for `home`.
    """

    home: Path
    at: str

    def below(self, name: str) -> str:
        """Return the path below `home` of what is called `name` in the folder."""
        return Path(self.at, name).as_posix()


def in_repository(folder: Path) -> FolderInRepository:
    """Return the place of a folder: hosts read workflows at the root of a repository only."""
    whole = folder.resolve()
    home = next((each for each in (whole, *whole.parents) if os.path.lexists(each / ".git")), whole)
    return (
        FolderInRepository(folder, ".")
        if home == whole
        else FolderInRepository(home, whole.relative_to(home).as_posix())
    )


def host_of(place: FolderInRepository) -> Host:
    """Return the host whose files lie in the repository; github if none do."""
    return "gitlab" if any((place.home / name).exists() for name in (_GITLAB, ".gitlab")) else "github"


def workflow_of(host: Host, place: FolderInRepository) -> Path:
    """Return the file of the workflow; on GitHub a folder below the root of a repository has one of its own.

    Raises UsageError if the folder's path cannot stand in a workflow.
    """
    if not PLAIN.issuperset(place.at) or place.at.startswith("-"):
        raise UsageError(
            f"a workflow cannot name the folder {visible(place.at)}: use --ci none, and write the workflow yourself"
        )
    own = "" if place.at == "." else f"-{place.at.replace('/', '-')}"
    return place.home / (_GITLAB if host == "gitlab" else _GITHUB.format(own))


def workflow(host: Host, place: FolderInRepository, target: str, flags: str) -> str:
    """Return the text of the workflow that checks `target`, a path in the folder, with these flags."""
    text = (_TEMPLATES / f"{host}.yml").read_text("utf-8").replace(_CHANGE, indent(_script(), " " * _CHANGE.index("@")))
    is_home = place.at == "."
    told = {
        "@NAME@": "audit" if is_home else f"audit {place.at}",
        "@JOB@": "audit" if is_home else f"audit-{place.at.replace('/', '-')}",
        "@VERSION@": VERSION,
        "@CONFIG@": "" if is_home else f" --config {shlex.quote(place.below(CONFIGURATION))}",
        "@FLAGS@": flags,
        "@SETTINGS@": " ".join(map(shlex.quote, _settings(host, place))),
        "@KNOWN@": LINES_OF_BASELINES,
        "@DIST@": place.below(DIST.name),
        "@TARGET@": shlex.quote(place.below(target)),
    }
    for name, value in told.items():
        text = text.replace(name, value)
    return _with_fetched(text, host, place)


def _script() -> str:
    """Return the script that finds the base of a change, and shows what the change does to its own check."""
    return (_TEMPLATES / "change.sh").read_text("utf-8")


def _settings(host: Host, place: FolderInRepository) -> tuple[str, str]:
    """Return the paths in the repository of the files that say how strict the check is."""
    return place.below(CONFIGURATION), workflow_of(host, place).relative_to(place.home).as_posix()


def _with_fetched(text: str, host: Host, place: FolderInRepository) -> str:
    needed = {"lfs": _uses_lfs(place), "submodules": (place.home / ".gitmodules").is_file()}
    lines = "".join(_FETCHED[host][name] for name, is_needed in needed.items() if is_needed)
    text = text.replace(_AFTER[host], _AFTER[host] + lines)
    if not needed["submodules"]:
        return text
    with_base = (
        f"{line}\n{line.partition(_BASE)[0]}git -C ../base submodule update --quiet --init --recursive\n"
        if _BASE in line
        else f"{line}\n"
        for line in text.splitlines()
    )
    return "".join(with_base)


def _uses_lfs(place: FolderInRepository) -> bool:
    """Return whether some files of the repository, or of the folder, are kept by Git LFS."""
    files = {place.home / ".gitattributes", place.home / place.at / ".gitattributes"}
    return any(file.is_file() and _LFS in file.read_bytes() for file in files)
