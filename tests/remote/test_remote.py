# ruff: noqa: E501, ISC004 long paths stand as they are
"""URLs as places: what lies there is read, results are sent whole, failures and secrets are what they should be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from fsspec.implementations.memory import MemoryFileSystem

import audit as twins
from audit.errors import UsageError
from audit.remote import storage as door
from audit.remote.local_copies import download, fetch_files, lost_below, path_for_url, with_urls
from audit.remote.results import releases, upload_when_done
from audit.remote.storage import Storage
from audit.verbs.run import arguments_to_load

STORIES = (
    "The harbour office replaced the old winch on Tuesday, after two winters in which the small ferry could not land in "
    "a strong west wind and the school children had to walk around the bay.",
    "On Sunday the whole crew crossed the bay twice, once for the pictures and once because everybody enjoyed it, and "
    "the smith was thanked by all who had come to the landing that day.",
)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A storage in memory, empty, that is never waited for."""
    monkeypatch.setattr(door, "WAIT", 0)
    monkeypatch.setattr(MemoryFileSystem, "store", {})
    monkeypatch.setattr(MemoryFileSystem, "pseudo_dirs", [""])
    return MemoryFileSystem()


@pytest.fixture
def raw(held: Any) -> Any:
    """Two stories below memory://raw."""
    for number, story in enumerate(STORIES):
        held.pipe_file(f"/raw/n/{number}.txt", f"Story number {number} of the bay\n\n{story}\n".encode())
    return held


def ledger(folder: Path) -> list[tuple[str, str, str | None]]:
    return pl.read_parquet(folder / "ledger.parquet").select("id", "state", "code").rows()


def test_a_folder_elsewhere_is_read_like_one_here(raw: Any, tmp_path: Path) -> None:
    found = twins.parse("memory://raw", out=tmp_path / "there")
    (tmp_path / "raw" / "n").mkdir(parents=True)
    for name in ("0.txt", "1.txt"):
        (tmp_path / "raw" / "n" / name).write_bytes(raw.cat_file(f"/raw/n/{name}"))
    twins.parse(tmp_path / "raw", out=tmp_path / "here")
    for table in ("documents", "blocks", "ledger"):
        assert (tmp_path / "there" / f"{table}.parquet").read_bytes() == (
            tmp_path / "here" / f"{table}.parquet"
        ).read_bytes()
    assert found.outcome.call == "audit parse memory://raw"


def test_results_are_sent_to_where_they_belong(raw: Any) -> None:
    found = twins.parse("memory://raw/n/0.txt", out="memory://made/p")
    assert found.path == "memory://made/p"
    assert raw.find("/made") == [f"/made/p/{name}.parquet" for name in ("blocks", "documents", "ledger")]
    with raw.open("/made/p/ledger.parquet") as file:
        assert pl.read_parquet(file.read())["id"].to_list() == ["0.txt"]


def test_a_file_url_is_a_path(tmp_path: Path) -> None:
    (tmp_path / "raw texts").mkdir()
    (tmp_path / "raw texts" / "a.txt").write_text(STORIES[0], "utf-8")
    found = twins.parse(f"file://{tmp_path}/raw%20texts", out=f"file://{tmp_path}/out")
    assert found.path == tmp_path / "out"
    assert ledger(tmp_path / "out") == [("a.txt", "published", None)]


def test_what_cannot_be_fetched_is_tried_again_and_then_quarantined(raw, tmp_path: Path, monkeypatch) -> None:
    fetch, tries = MemoryFileSystem.get_file, {"/raw/n/0.txt": 2, "/raw/n/1.txt": 99}

    def failing(self, path, to, **more):
        tries[path] = tries.get(path, 0) - 1
        if tries[path] >= 0:
            raise OSError("connection reset")
        return fetch(self, path, to, **more)

    monkeypatch.setattr(MemoryFileSystem, "get_file", failing)
    twins.parse("memory://raw", out=tmp_path / "out")
    assert ledger(tmp_path / "out") == [("n/0.txt", "published", None), ("n/1.txt", "quarantined", "unfetched")]
    assert tries["/raw/n/1.txt"] == 99 - door.TRIES
    detail = pl.read_parquet(tmp_path / "out" / "ledger.parquet")["detail"][1]
    assert "reading it failed several times (OSError: connection reset)" in detail


def test_keys_that_are_no_paths_are_not_fetched(held: Any, tmp_path: Path, monkeypatch) -> None:
    keys = ("../../evil", "a", "a/b", "c//d", "ok")
    monkeypatch.setattr(Storage, "fetch", lambda _storage, to, _size: to.write_bytes(b"x"))
    lost = fetch_files(Storage.at("memory://raw"), dict.fromkeys(keys, 1), tmp_path / "copy")
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["b", "ok"]
    assert list(lost) == ["../../evil", "a", "c//d"]


def test_a_copy_is_gone_when_it_is_no_longer_used(raw: Any) -> None:
    with download("memory://raw") as root:
        assert with_urls(f"in {root}/n") == "in memory://raw/n"
        assert not lost_below(root)
    assert not root.exists()


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("check", "memory://nowhere"), "there is nothing at memory://nowhere"),
        (("check", "nonsense://key:pw@host/x?token=pw"), "nonsense://…@host/x?… cannot be opened"),
        (("check", "memory://key:pw@raw"), "there is nothing at memory://…@raw"),
        (("parse", "memory://raw", "--out", "memory://raw/out"), "memory://raw/out is inside the input"),
        (("check", "memory://raw", "--to", "memory://x.json"), "not to memory://x.json"),
        (("verify", "memory://raw"), "memory://raw is not a release"),
        (("split", "memory://raw", "--out", "memory://raw2"), "memory://raw2 already exists"),
    ],
)
def test_what_cannot_be_is_refused_without_secrets(raw: Any, called, args: tuple[str, ...], says: str) -> None:
    raw.pipe_file("/raw2/a", b"x")
    ran = called(*args)
    assert (ran.code, says in ran.err, "pw" in ran.err + ran.out) == (2, True, False), ran.err


def test_a_package_that_is_missing_is_named(called, monkeypatch) -> None:
    import fsspec

    def missing(url, **_):
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr(fsspec.core, "url_to_fs", missing)
    ran = called("check", "s3://bucket/raw")
    assert (ran.code, "corpus-audit[s3]" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("url", "below"),
    [("memory://", "memory://a"), ("memory://made", "memory://made/a"), ("memory://made/", "memory://made/a")],
)
def test_a_path_in_a_copy_is_told_as_the_place_below_its_url(tmp_path: Path, url: str, below: str) -> None:
    with path_for_url(tmp_path, url):
        assert with_urls(f"{tmp_path / 'a'} in {tmp_path}") == f"{below} in {url}"
        # `datasets` loads a folder at a path only.
        told = with_urls(arguments_to_load(f"{tmp_path / 'a'}"))
    assert told == f'"parquet", data_files="{below}/documents/*.parquet"'
    assert arguments_to_load("dist/a/1.0.0") == '"dist/a/1.0.0"'


def test_nothing_is_sent_of_what_failed(held: Any) -> None:
    def fail() -> None:
        with upload_when_done("memory://made") as folder:
            folder.mkdir()
            (folder / "a.parquet").write_bytes(b"x")
            raise UsageError(f"{folder} is full")

    with pytest.raises(UsageError):
        fail()
    assert held.find("/made") == []


def release(version: str, dist: str = "memory://dist") -> None:
    with releases(dist, "bay", lambda paths: paths) as home:
        assert with_urls(str(home / "bay")) == f"{dist}/bay"
        for name in ("documents/a.parquet", "manifest.json", "README.md"):
            path = home / "bay" / version / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(version.encode())
        (home / "bay" / "README.md").write_bytes(version.encode())


def test_a_release_is_sent_before_its_manifest_and_that_before_the_pointer(held: Any, monkeypatch) -> None:
    put, sent = Storage.put, []
    monkeypatch.setattr(Storage, "put", lambda self, file: (sent.append(self.path), put(self, file))[1])
    release("1.0.0")
    release("1.1.0")
    assert sent == [
        f"/dist/bay/{path}"
        for version in ("1.0.0", "1.1.0")
        for path in (
            f"{version}/documents/a.parquet", f"{version}/README.md", f"{version}/manifest.json", "README.md",
        )
    ]  # fmt: skip
    assert not [path for path in held.find("/dist") if "being" in path]


@pytest.mark.parametrize("path", ["/dist/bay/.being-released-1.0.0", "/dist/bay/1.0.0/manifest.json"])
def test_of_two_that_release_one_is_refused(held: Any, monkeypatch, path: str) -> None:
    files = Storage.files
    # What the other one does, comes after this one has looked.
    monkeypatch.setattr(Storage, "files", lambda self: (files(self), held.pipe_file(path, b"other"))[0])
    with pytest.raises(UsageError, match="nothing was released"):
        release("1.0.0")
    assert held.find("/dist") == [path]
    assert held.cat_file(path) == b"other"


def test_a_run_releases_to_where_it_is_told(raw: Any) -> None:
    first = twins.run("memory://raw", name="bay", dist="memory://dist")
    assert (first.passed, first.path) == (True, "memory://dist/bay/1.0.0")
    raw.pipe_file(
        "/raw/n/2.txt", b"The mill\n\nThe library in the old mill opens again on Monday with two thousand books.\n"
    )
    second = twins.run("memory://raw", name="bay", dist="memory://dist")
    assert second.path == "memory://dist/bay/1.1.0"
    newest, old = twins.verify("memory://dist/bay", quick=True), twins.verify("memory://dist/bay/1.0.0", quick=True)
    assert (newest.path, newest.report["problems"], old.report["problems"]) == (second.path, [], [])
