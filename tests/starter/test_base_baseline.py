"""The action judges a change by its base commit's baseline, whatever the change makes of that."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from audit.gate.baseline import FIRST_LINE
from tests.starter.test_drop_in import STAND_IN, Runner, calls

KNOWN = f"{FIRST_LINE}\n"
HIDDEN = f"{FIRST_LINE}\n{'0' * 32} 1 ENC002 data/a.txt\n"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")


def _runner(root: Path, home: Path, event: str = "pull_request") -> Runner:
    programs = root / "bin"
    programs.mkdir()
    (programs / "audit").write_text(STAND_IN.format(python=sys.executable), "utf-8")
    (programs / "audit").chmod(0o755)
    env = {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "CALLS": str(root / "calls"), "HOME": str(root)}
    made = Runner(home, env, baseline="known.txt")
    made.known["github.event_name"] = event
    return made


def _merged(home: Path, write: Any, before: dict[str, str], after: dict[str, str]) -> None:
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@b.example")
    write(home, {"data/a.txt": "a"} | before)
    steps = (["init", "-qb", "main"], ["add", "-A"], ["commit", "-qm", "base"], ["checkout", "-qb", "change"])
    for words in steps:
        subprocess.run([*git, *words], cwd=home, check=True)
    write(home, {"data/b.txt": "b"} | after)
    for words in (["add", "-A"], ["commit", "-qm", "it"], ["checkout", "-q", "main"]):
        subprocess.run([*git, *words], cwd=home, check=True)
    subprocess.run([*git, "merge", "-q", "--no-ff", "change"], cwd=home, check=True)


def _flags(root: Path) -> list[str]:
    return [word for call in calls(root) for word in call if word.startswith("--baseline")]


def test_a_change_that_adds_to_the_baseline_is_judged_without_that(tmp_path: Path, write: Any) -> None:
    home = tmp_path / "repo"
    _merged(home, write, {"known.txt": KNOWN}, {"known.txt": HIDDEN})
    assert _runner(tmp_path, home).run() == 0
    judged_by = home / "temp" / "base.baseline"
    assert _flags(tmp_path) == [f"--baseline={judged_by}"]
    assert judged_by.read_text("utf-8") == KNOWN
    assert f"    +{'0' * 32} 1 ENC002 data/a.txt" in (home / "summary").read_text("utf-8").splitlines()


def test_the_first_baseline_is_the_changes_own_and_that_is_said(tmp_path: Path, write: Any) -> None:
    home = tmp_path / "repo"
    _merged(home, write, {}, {"known.txt": HIDDEN})
    assert _runner(tmp_path, home).run() == 0
    assert _flags(tmp_path) == ["--baseline=known.txt"]
    assert "### The base commit has no baseline of this name" in (home / "summary").read_text("utf-8")


def test_without_a_base_commit_nothing_is_judged(tmp_path: Path, write: Any) -> None:
    home = write(tmp_path / "repo", {"known.txt": HIDDEN})
    assert _runner(tmp_path, home).run() == 1
    assert not (tmp_path / "calls").exists()


def test_what_is_pushed_is_judged_by_the_file_that_is_there(tmp_path: Path, write: Any) -> None:
    home = write(tmp_path / "repo", {"known.txt": KNOWN})
    assert _runner(tmp_path, home, "push").run() == 0
    assert _flags(tmp_path) == ["--baseline=known.txt"]
