"""The cache of unpacked indexes is shared by processes, bounded in bytes, and touches only what it made itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from audit.errors import UsageError
from audit.measure.duplication.index import cache as room
from audit.measure.duplication.index import cached, write_index
from audit.untrusted import Digest

Build = Callable[..., Any]
NONE = (np.empty(0, np.int64), np.empty(0, np.int64))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "corpus-audit" / "index-3"


@pytest.fixture
def index(corpus: Build, article: Build, tmp_path: Path) -> Build:
    """Write an index of one or two articles, and give its file and digest."""

    def made(*seeds: int) -> tuple[Path, Digest]:
        path = tmp_path / f"{'-'.join(map(str, seeds))}.parquet"
        write_index(path, corpus([article(seed) for seed in seeds]).signatures, np.ones(len(seeds), np.bool_), NONE)
        return path, Digest(sha256(path.read_bytes()).hexdigest())

    return made


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_an_index_is_unpacked_once(index: Build, home: Path, tmp_path: Path) -> None:
    path, digest = index(1, 2)
    first = cached(path, digest, tmp_path)
    made = (home / digest).stat().st_ino
    again = cached(path, digest, tmp_path)
    assert again.folder == first.folder == home / digest
    assert again.ids.to_pylist() == ["d0000.txt", "d0001.txt"]
    assert names(home) == {digest}
    assert (home / digest).stat().st_ino == made


def test_an_index_is_kept_under_its_own_digest_only(index: Build, home: Path, tmp_path: Path) -> None:
    (mine, digest), (other, _) = index(1), index(2)
    for _ in range(2):
        with pytest.raises(UsageError, match="not the index named"):
            cached(other, digest, tmp_path)
        assert cached(mine, digest, tmp_path).folder == home / digest


def test_an_index_behind_a_link_or_a_pipe_is_not_opened(index: Build, home: Path, tmp_path: Path) -> None:
    path, digest = index(1)
    (tmp_path / "link").symlink_to(path)
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe", "cache", "nothing"):
        with pytest.raises(UsageError, match="cannot be read"):
            cached(tmp_path / name, digest, tmp_path)


@pytest.mark.parametrize("name", ["signatures.arrow", "keys.npy", "owners.npy"])
@pytest.mark.parametrize("size", [0, 100, None])
def test_a_half_written_cache_is_made_again(
    name: str, size: int | None, index: Build, home: Path, tmp_path: Path
) -> None:
    path, digest = index(1, 2)
    spoilt = cached(path, digest, tmp_path).folder / name
    if size is None:
        spoilt.unlink()
    else:
        spoilt.write_bytes(spoilt.read_bytes()[:size])
    assert cached(path, digest, tmp_path).ids.to_pylist() == ["d0000.txt", "d0001.txt"]


def test_the_cache_forgets_what_was_used_longest_ago_and_no_more_than_it_must(
    index: Build, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [index(seed) for seed in range(6)]
    sizes = []
    for number, (path, digest) in enumerate(made[:5]):
        folder = cached(path, digest, tmp_path).folder
        os.utime(folder, (number, number))
        sizes.append(sum(file.stat().st_size for file in folder.iterdir()))
    assert len(names(home)) == 5
    monkeypatch.setattr(room, "LARGEST", sum(sizes[2:]) + max(sizes))
    cached(*made[5], tmp_path)
    assert names(home) == {digest for _, digest in made[2:]}


def test_what_one_run_uses_is_kept_while_it_does_however_large(
    index: Build, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run with more indexes than fit finds all of them again: none had to go for another."""
    monkeypatch.setattr(room, "LARGEST", 1)
    made = [index(seed) for seed in range(7)]
    used = [cached(path, digest, tmp_path) for path, digest in made]
    inodes = {digest: (home / digest).stat().st_ino for _, digest in made}
    del used
    again = [cached(path, digest, tmp_path) for path, digest in made]
    assert {each.folder.name: each.folder.stat().st_ino for each in again} == inodes


def test_only_folders_that_the_cache_made_are_removed(
    index: Build, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Left alone: names of others, links under our names, what they lead to, and all beside the cache."""
    monkeypatch.setattr(room, "LARGEST", 0)
    precious = tmp_path / "precious"
    for folder in (
        precious,
        home / "notes",
        home / "0123",
        home / ("A" * 64),
        home / f".{'a' * 64}-notes",
        home.parent / "b",
    ):
        folder.mkdir(parents=True)
        (folder / "thesis.txt").write_text("years of work", "utf-8")
        os.utime(folder, (1, 1))
    (home / ("b" * 64)).symlink_to(precious)
    (home / f".{'b' * 64}-0123456789abcdef").symlink_to(precious)
    (home / ("c" * 64)).write_text("a file", "utf-8")
    before = names(home)
    cached(*index(1), tmp_path)
    # What is no longer used goes when the next one comes, and only that.
    path, digest = index(2)
    kept = cached(path, digest, tmp_path)
    assert names(home) == before | {digest}
    assert kept.ids.to_pylist() == ["d0000.txt"]
    texts = [path.read_text("utf-8") for path in tmp_path.rglob("thesis.txt") if not path.is_symlink()]
    assert texts == ["years of work"] * len(texts)
    assert (precious / "thesis.txt").exists()


def test_a_link_in_the_place_of_an_index_is_not_followed(index: Build, home: Path, tmp_path: Path) -> None:
    path, digest = index(1)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    home.mkdir(parents=True)
    (home / digest).symlink_to(elsewhere)
    assert cached(path, digest, tmp_path / "scratch").folder.parent == tmp_path / "scratch"
    assert list(elsewhere.iterdir()) == []


def test_what_others_could_write_to_is_no_cache(index: Build, home: Path, tmp_path: Path) -> None:
    path, digest = index(1)
    home.mkdir(parents=True)
    home.chmod(0o777)
    assert cached(path, digest, tmp_path / "scratch").folder.parent == tmp_path / "scratch"


def test_a_home_that_cannot_be_written_does_not_matter(
    index: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "below"))
    path, digest = index(1)
    # Twice: the same release may be named twice in one run.
    folders = [cached(path, digest, tmp_path / "scratch").folder for _ in range(2)]
    assert [folder.parent for folder in folders] == [tmp_path / "scratch"] * 2


WAITING = """
import sys
from pathlib import Path
from audit.measure.duplication.index import cache
from audit.untrusted import Digest
path, digest, scratch, where = sys.argv[1:]
if where == "in the making":
    unpack = cache.unpack
    def slowly(parts, folder):
        made = unpack(parts, folder)
        print("here", flush=True), input()
        return made
    cache.unpack = slowly
used = cache.cached(Path(path), Digest(digest), Path(scratch))
if where == "in use":
    print("here", flush=True), input()
print(used.ids.to_pylist(), flush=True)
"""


def waiting(path: Path, digest: str, scratch: Path, where: str) -> subprocess.Popen[str]:
    """Start another process that takes an index, and return it once it is that far."""
    child = subprocess.Popen(
        [sys.executable, "-c", WAITING, path, digest, scratch, where],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stdout.readline() == "here\n"
    return child


def test_what_another_process_uses_or_makes_is_left_alone_and_what_a_killed_one_left_is_not(
    index: Build, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "LARGEST", 0)
    made, used = index(1), index(2)
    with waiting(*used, tmp_path, "in use") as user, waiting(*made, tmp_path, "in the making") as maker:
        (staged,) = names(home) - {used[1]}
        assert staged.startswith(f".{made[1]}-")
        mine = cached(*index(3), tmp_path)
        assert names(home) == {used[1], staged, mine.folder.name}
        # The same index as the other process is making, before it is done: both are served, one stays.
        same = cached(*made, tmp_path)
        assert user.communicate("\n")[0] == "['d0000.txt']\n"
        assert maker.communicate("\n")[0] == "['d0000.txt']\n"
        assert same.ids.to_pylist() == ["d0000.txt"]
    del mine, same
    with waiting(*index(4), tmp_path, "in the making") as killed:
        killed.kill()
    last = cached(*index(5), tmp_path)
    assert names(home) == {last.folder.name}
