"""What a stranger's release says decides nothing about our folders, nor about what we know of other releases."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import audit
from audit.corpus.comparison.reference_corpora import open_release
from audit.errors import UsageError
from audit.measure.duplication.records.parts import by_row
from audit.release.storage.files import sha256_of
from audit.release.tables import INDEX


def first(side: Any) -> str:
    return by_row(side.bodies.columns, [0])[0]


Story = Callable[..., str]
LEAKED = 30


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory, story: Story, write: Callable[..., Path]) -> Path:
    """Give two releases, and a folder of documents that all stand in the first of them."""
    folder = tmp_path_factory.mktemp("foreign")
    texts = {f"d{seed}.txt": story(seed) for seed in range(LEAKED)}
    write(folder / "raw", texts)
    write(folder / "others", {f"o{seed}.txt": story(1000 + seed) for seed in range(LEAKED)})
    write(folder / "new", {f"n{name}": text for name, text in texts.items()})
    audit.run(folder / "raw", name="news", dist=folder / "dist", workers=1, select=["DUP"])
    audit.run(folder / "others", name="evil", dist=folder / "dist", workers=1, select=["DUP"])
    return folder


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a cache of unpacked indexes of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "corpus-audit"


@pytest.fixture
def evil(places: Path, tmp_path: Path) -> Path:
    """Give a copy of a release that a test may make hostile."""
    shutil.copytree(places / "dist" / "evil" / "1.0.0", tmp_path / "evil")
    return tmp_path / "evil"


def say(release: Path, **index: Any) -> None:
    """Change what the manifest of `release` says about its index."""
    manifest = json.loads((release / "manifest.json").read_bytes())
    next(file for file in manifest["files"] if file["path"] == INDEX).update(index)
    (release / "manifest.json").write_text(json.dumps(manifest), "utf-8")


def everything(folder: Path) -> dict[str, bytes | None]:
    """Return all that lies below a folder, files with their bytes."""
    paths = sorted(folder.rglob("*"))
    return {str(path): path.read_bytes() if path.is_file() else None for path in paths}


@pytest.fixture
def home_of_others(tmp_path: Path) -> Path:
    """Give a folder with folders in it that are nobody's business, each with a file."""
    for number in range(8):
        folder = tmp_path / "home" / f"project-{number}"
        folder.mkdir(parents=True)
        (folder / "thesis.txt").write_text(f"years of work {number}", "utf-8")
        os.utime(folder, (number, number))
    return tmp_path / "home"


def test_a_digest_that_is_a_path_removes_nothing(places: Path, evil: Path, home_of_others: Path, cache: Path) -> None:
    before = everything(home_of_others)
    for digest in (
        str(home_of_others / "project-3"),
        "../../home/project-3",
        str(home_of_others / "new"),
        "",
        ".",
        "..",
    ):
        say(evil, sha256=digest)
        with pytest.raises(UsageError, match="manifest"):
            open_release(evil, cache)
        assert everything(home_of_others) == before, digest
    say(evil, sha256=str(home_of_others / "project-3"))
    # Its manifest is none: what is compared with is a folder, whatever it calls itself.
    report = audit.check(places / "new", against=[evil], workers=1, select=["DUP"]).report
    assert report["leakage"][0]["in"] == str(evil)
    assert everything(home_of_others) == before


def test_the_digest_of_another_release_does_not_put_an_index_in_its_place(
    places: Path, evil: Path, cache: Path
) -> None:
    news = places / "dist" / "news" / "1.0.0"
    say(evil, sha256=sha256_of(news / INDEX))
    with pytest.raises(UsageError, match=r"not the index named|index of another release"):
        open_release(evil, cache)
    report = audit.check(places / "new", against=[news], workers=1, select=["DUP"]).report
    assert sum(report["leakage"][0]["copied"].values()) == LEAKED
    # The true one is in the cache now: the false one is refused still, and it stays true.
    with pytest.raises(UsageError, match=r"not the index named|index of another release"):
        open_release(evil, cache)
    assert set(open_release(news, cache).index.ids.to_pylist()) == {f"d{seed}.txt" for seed in range(LEAKED)}


@pytest.mark.parametrize("path", [INDEX, "audit", "documents", "documents/train-00000-of-00001.parquet"])
def test_links_within_a_release_are_not_followed(path: str, evil: Path, cache: Path) -> None:
    (evil / path).rename(evil.parent / "moved")
    (evil / path).symlink_to(evil.parent / "moved")
    with pytest.raises(UsageError, match="link"):
        open_release(evil, cache)


def test_a_release_may_itself_be_named_by_a_link(evil: Path, cache: Path) -> None:
    (evil.parent / "latest").symlink_to(evil)
    assert len(open_release(evil.parent / "latest", cache).index.ids) == LEAKED


@pytest.mark.parametrize("path", [INDEX, "documents/train-00000-of-00001.parquet"])
def test_a_pipe_in_place_of_a_file_is_not_waited_for(path: str, evil: Path, cache: Path) -> None:
    (evil / path).unlink()
    os.mkfifo(evil / path)
    with pytest.raises(UsageError, match="not a regular file"):
        open_release(evil, cache)


def test_a_link_planted_under_the_output_is_not_written_through(places: Path, tmp_path: Path) -> None:
    """The names are those that an earlier version wrote its tables under, and those of the tables themselves."""
    victim, out = tmp_path / "victim", tmp_path / "out"
    out.mkdir()
    victim.write_text("years of work", "utf-8")
    for name in (".ledger.parquet.partial", "ledger.parquet", ".documents.parquet.partial", "blocks.parquet"):
        (out / name).symlink_to(victim)
    audit.parse(places / "new", out=out, workers=1)
    assert victim.read_text("utf-8") == "years of work"
    assert pl.read_parquet(out / "ledger.parquet").height == LEAKED
    assert not (out / "blocks.parquet").is_symlink()


def test_documents_that_are_damaged_or_too_few_are_refused(evil: Path, cache: Path, tmp_path: Path) -> None:
    path = evil / "documents" / "train-00000-of-00001.parquet"
    whole, table = path.read_bytes(), pq.read_table(path)
    path.write_bytes(whole[:-100])
    with pytest.raises(UsageError, match="damaged"):
        open_release(evil, tmp_path / "scratch")
    pq.write_table(table.slice(1), path)
    with pytest.raises(UsageError, match=r"not the index named|index of another release"):
        open_release(evil, tmp_path / "scratch")
    # No UTF-8, though it says so: the first byte of a sequence of four, and nothing after it.
    octets = pa.array([b"\xf0"] * len(table), pa.large_binary()).view(pa.large_string())
    pq.write_table(table.set_column(table.column_names.index("body"), table.schema.field("body"), octets), path)
    with pytest.raises(UsageError, match="damaged"):
        first(open_release(evil, tmp_path / "scratch"))


def test_the_digest_of_another_release_s_documents_does_not_put_texts_in_their_place(
    places: Path, evil: Path, cache: Path
) -> None:
    news, path = places / "dist" / "news" / "1.0.0", "documents/train-00000-of-00001.parquet"
    manifest = json.loads((evil / "manifest.json").read_bytes())
    next(file for file in manifest["files"] if file["path"] == path).update(sha256=sha256_of(news / path))
    (evil / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    assert first(open_release(evil, cache)) == first(open_release(evil, cache))
    true = pq.read_table(news / path)["body"][0].as_py()
    assert first(open_release(news, cache)) == true
    # The true ones are in the cache now; what the false release says of itself is its own loss.
    (news_side, evil_side) = (open_release(folder, cache) for folder in (news, evil))
    assert type(news_side.bodies).__name__ == "MappedBodies"
    assert first(news_side) == true == first(evil_side)
