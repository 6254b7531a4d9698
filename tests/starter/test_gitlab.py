"""The job of GitLab on real repositories: what it says of releases and of submodules, and how it ends."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from audit.starter.workflow import FolderInRepository, Host, workflow
from tests.starter.test_workflow import BASH, GIT, shown

VERSION = "dist/n/1.0.0"


def git(home: Path, *words: str) -> str:
    return subprocess.check_output([*GIT, *words], cwd=home, text=True)


@pytest.fixture
def released(tmp_path: Path, write: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository with data, and what looks like a release."""
    monkeypatch.setenv("GIT_ALLOW_PROTOCOL", "file")
    home = tmp_path / "home"
    home.mkdir()
    write(home, {"data/a.txt": "One.\n", f"{VERSION}/audit/report.json": "{}\n", f"{VERSION}/README.md": "n\n"})
    for words in (["init", "-qb", "main"], ["add", "-A"], ["commit", "-qm", "one"]):
        git(home, *words)
    git(home, "remote", "add", "origin", str(home))
    return home


def job(home: Path, target: str = "data") -> tuple[int, str]:
    """Commit all changes, and return how the job's comparison with its base ends, and what it says and calls."""
    base = git(home, "rev-parse", "HEAD").strip()
    git(home, "add", "-A")
    git(home, "commit", "-qm", "change")
    script = next(
        line
        for line in yaml.safe_load(workflow("gitlab", FolderInRepository(home, "."), target, ""))["audit"]["script"]
        if "../base" in line
    )
    env = {**os.environ, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    whole = f'audit() {{ echo "audit $*"; }}\nfailed=0\n{script}\nexit "$failed"\n'
    done = subprocess.run([*BASH, "-c", whole], cwd=home, env=env, check=False, capture_output=True, text=True)
    return done.returncode, done.stdout


@pytest.mark.parametrize(
    ("change", "ends", "told"),
    [
        (lambda home: (home / VERSION / "README.md").write_text("m\n"), 1, f"M\t{VERSION}/README.md"),
        (lambda home: (home / VERSION / "README.md").unlink(), 1, f"D\t{VERSION}/README.md"),
        (lambda home: (home / "dist/n/1.1.0").mkdir() or (home / "dist/n/1.1.0/a").write_text("1"), 0, "audit verify"),
        (lambda home: (home / "data/b.txt").write_text("Two.\n"), 0, "audit diff"),
    ],
    ids=["edited", "removed", "added", "data"],
)
def test_a_release_is_never_changed(released: Path, change: Callable[[Path], object], ends: int, told: str) -> None:
    change(released)
    code, said = job(released)
    assert (code, told in said) == (ends, True)
    assert ("audit verify" in said) is (told != "audit diff")


@pytest.mark.parametrize("host", ["gitlab", "github"])
@pytest.mark.parametrize("is_fetched", [False, True], ids=["not fetched", "fetched"])
def test_data_in_a_submodule_that_is_not_fetched_fail(
    tmp_path: Path, write: Any, released: Path, host: Host, is_fetched: bool
) -> None:
    other, said = tmp_path / "other", "news/new/more is a repository of its own, and nothing in it was checked"
    other.mkdir()
    write(other, {"a.txt": "Other.\n"})
    for words in (["init", "-qb", "main"], ["add", "-A"], ["commit", "-qm", "one"]):
        git(other, *words)
    git(released, "submodule", "--quiet", "add", str(other), "news/new/more")
    if not is_fetched:
        git(released, "submodule", "--quiet", "deinit", "-f", "news/new/more")
    if host == "github":
        lines = shown(released, "new", fails=not is_fetched)
        assert any(said in line for line in lines) is not is_fetched
    else:
        code, told = job(released, "news/new")
        assert (code, said in told) == ((0, False) if is_fetched else (1, True))
