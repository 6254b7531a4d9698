"""What a Hub gives that is no release, or another one: nothing of it is kept, and each difference is named."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from audit.errors import UsageError
from audit.hub import fetch as fetching
from audit.hub import publication as publishing
from audit.hub.address import Address, Repository
from audit.hub.client import RemoteFile, RemoteState
from audit.hub.publication import PublishOptions, publish
from audit.release.storage.files import sha256_of

AT = Address.parse("hf://datasets/my-team/ports@v1.0.0")
SHARD = "documents/train-00000-of-00001.parquet"


@dataclass
class Folder:
    """A Hub whose one repository is a folder, at whatever revision."""

    home: Path
    tag: str | None = "c1"
    is_listed_large: bool = True
    repository: Repository = AT.repository
    url: str = "https://hub.example/datasets/my-team/ports"

    def state(self, _revision: str = "main") -> RemoteState | None:
        return RemoteState(self.tag, is_private=False) if self.tag and self.home.exists() else None

    def files(self, _revision: str) -> dict[str, RemoteFile]:
        paths = {path.relative_to(self.home).as_posix(): path for path in self.home.rglob("*") if path.is_file()}
        return {name: self._listed(name, path) for name, path in paths.items()}

    def _listed(self, name: str, path: Path) -> RemoteFile:
        blob = publishing.blob_id(path, path.stat().st_size)
        return RemoteFile(name, path.stat().st_size, blob, sha256_of(path) if self.is_listed_large else None)

    def fetch(self, path: str, _revision: str) -> Path:
        return self.home / path

    def create(self, **_: bool) -> None:
        """Create what its token does not show."""

    def has_token(self) -> bool:
        return True


@pytest.fixture
def hub(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    there = Folder(shutil.copytree(made, tmp_path / "hub"))
    for room in (fetching, publishing):
        monkeypatch.setattr(room, "Hub", lambda _: there)
    return there


def edit(path: Path, old: bytes, new: bytes) -> None:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new, 1))


def flip(path: Path) -> None:
    """Change a byte, and not the size."""
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


def absent(hub: Folder) -> None:
    hub.tag = None


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (absent, "does not exist, or the token has no access"),
        (lambda hub: (hub.home / "manifest.json").unlink(), "is not a release: it has no manifest.json"),
        (lambda hub: (hub.home / "manifest.json").write_text("{}"), "cannot be read as a manifest: it lacks"),
        (lambda hub: edit(hub.home / "manifest.json", b'"ports"', b'"Ports"'), "its bytes differ from those"),
        (lambda hub: (hub.home / SHARD).unlink(), f"is incomplete: {SHARD} is missing"),
        (lambda hub: (hub.home / "croissant.json").write_text("{}"), r"croissant.json has 2 bytes instead of"),
        (lambda hub: flip(hub.home / SHARD), f"is damaged: {SHARD} does not match its manifest"),
    ],
)
def test_what_is_no_whole_release_is_not_fetched(hub: Folder, tmp_path: Path, spoil: Any, said: str) -> None:
    spoil(hub)
    with pytest.raises(UsageError, match=said):
        fetching.fetch(AT, tmp_path / "into")
    assert not list((tmp_path / "into").glob("*"))


def test_what_belongs_to_no_release_is_not_fetched_with_it(hub: Folder, tmp_path: Path) -> None:
    (hub.home / "NOTES.md").write_text("x")
    at = fetching.fetch(AT, tmp_path / "into")
    assert (at.name, (at / "NOTES.md").exists(), (at / SHARD).is_file()) == ("1.0.0", False, True)


@pytest.mark.parametrize("is_listed_large", [True, False])
@pytest.mark.parametrize(
    ("spoil", "problems"),
    [
        (lambda _: None, []),
        (lambda home: (home / "NOTES.md").write_text("x"), []),
        (lambda home: (home / SHARD).unlink(), [f"{SHARD} is missing there"]),
        (lambda home: flip(home / SHARD), [f"{SHARD} has different bytes there"]),
        (lambda home: (home / SHARD).write_bytes(b"x"), [f"{SHARD} has different bytes there"]),
        (lambda home: (home / "audit/x").write_text("x"), ["audit/x is there but belongs to no release"]),
    ],
)
def test_what_lies_there_under_the_tag_is_compared(
    hub: Folder, made: Path, spoil: Any, problems: list[str], is_listed_large: bool
) -> None:
    spoil(hub.home)
    hub.is_listed_large = is_listed_large
    done = publish(made, AT.repository, PublishOptions())
    assert [problem.partition(": ")[0] for problem in done.problems] == problems
    assert (done.commit, done.tag, done.sent) == ("c1", "v1.0.0", ())


def test_a_tag_that_moves_meanwhile_is_a_problem(hub: Folder, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commits = iter(["c1", "c2"])
    monkeypatch.setattr(hub, "state", lambda _: RemoteState(next(commits), is_private=False))
    (problem,) = publish(made, AT.repository, PublishOptions()).problems
    assert problem == "the tag v1.0.0 does not point to the commit c1: find out who moved it"


def test_a_version_on_the_branch_that_is_another_is_refused(
    hub: Folder, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub, "state", lambda at="main": None if at == "v1.0.0" else RemoteState("c1", is_private=False))
    again = publish(made, AT.repository, PublishOptions(dry_run=True))
    assert (str(again.before), again.sent, set(again.unchanged)) == ("1.0.0", (), hub.files("c1").keys())
    edit(hub.home / "manifest.json", b"\n", b"\n\n")
    with pytest.raises(UsageError, match=r"has a different release 1\.0\.0"):
        publish(made, AT.repository, PublishOptions())


def test_a_repository_that_cannot_be_read_once_created_is_said_to_be_so(hub: Folder, made: Path) -> None:
    hub.tag = None
    rehearsed = publish(made, AT.repository, PublishOptions(dry_run=True))
    assert (rehearsed.is_new_repository, set(rehearsed.sent), rehearsed.tag) == (True, hub.files("c1").keys(), None)
    with pytest.raises(UsageError, match="was created, but the token has no access to it"):
        publish(made, AT.repository, PublishOptions())


def test_the_id_of_a_blob_is_what_git_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"The tram climbs.\n" * 99_999)
    told = subprocess.run(["git", "hash-object", tmp_path / "a.txt"], capture_output=True, check=True).stdout
    size = (tmp_path / "a.txt").stat().st_size
    assert publishing.blob_id(tmp_path / "a.txt", size) == told.decode().strip()
