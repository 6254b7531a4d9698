"""Releases by name: found in dist, unless something lies at the path of that name."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.errors import UsageError
from audit.release.lineage.named import home_of, place_of, versions_there


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for version in ("1.0.0", "1.1.0"):
        (tmp_path / "dist" / "news" / version).mkdir(parents=True)
        (tmp_path / "dist" / "news" / version / "manifest.json").write_text("{}", "utf-8")
    (tmp_path / "dist" / "empty").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("target", "place"),
    [("news", "dist/news"), ("news@1.0.0", "dist/news/1.0.0"), (Path("news"), "dist/news")],
)
def test_a_name_is_that_of_a_release_in_dist(home: Path, target: str | Path, place: str) -> None:
    assert place_of(target) == Path(place)
    (home / str(target)).mkdir()
    assert place_of(target) == Path(target)


@pytest.mark.parametrize(
    "target", ["dist/news", "old", "empty", "news@2.0.0", "news@../news", "empty@", "../news", "news/", "a b", "", "."]
)
def test_all_else_is_a_path(home: Path, target: str) -> None:
    assert place_of(target) == Path(target)


def test_a_version_that_is_not_there_is_told_with_those_that_are(home: Path) -> None:
    assert versions_there("news@2.0.0") == versions_there("news@") == "; dist/news has 1.0.0, 1.1.0"
    assert {versions_there(target) for target in ("news", "empty@1.0.0", "@", "a b@1.0.0", "../news@1")} == {""}


@pytest.mark.parametrize(
    ("target", "place"), [("news", "dist/news"), ("dist/news", "dist/news"), ("./dist/news/", "dist/news")]
)
def test_all_versions_have_a_name_or_a_path(home: Path, target: str, place: str) -> None:
    # A folder of this name in the working folder is another one: a version of it must not be withdrawn by mistake.
    (home / "news" / "1.0.0").mkdir(parents=True)
    assert home_of(target) == Path(place)


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("dist/news/1.0.0", "holds no versions"),
        ("dist/old", "holds no versions"),
        ("../news", "holds no versions"),
        ("news@1.0.0", "not a valid dataset name"),
        ("", "not a valid dataset name"),
        ("..", "not a valid dataset name"),
    ],
)
def test_what_has_no_versions_is_refused(home: Path, target: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        home_of(target)
