"""Folders of runs: gone when the run is, also when it was killed, and nobody else's are touched."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from audit import scratch
from audit.scratch import PREFIX, Scratch

HOLDER = (
    "import sys, pathlib, audit.scratch; "
    "made = audit.scratch.Scratch(pathlib.Path(sys.argv[1])); print(made.path, flush=True); input()"
)


@pytest.fixture(autouse=True)
def _swept_anew() -> None:
    scratch._sweep.cache_clear()


def holder(home: Path) -> tuple[subprocess.Popen[str], Path]:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    return child, Path(child.stdout.readline().strip())


def test_a_folder_lives_as_long_as_its_block(tmp_path: Path) -> None:
    with Scratch(tmp_path) as made:
        (made.path / "part").write_text("x")
        assert [made.path] == list(tmp_path.iterdir())
        assert made.path.stat().st_mode & 0o777 == 0o700
    made.close()
    assert not list(tmp_path.iterdir())


def test_what_a_killed_run_left_is_swept_and_what_a_living_one_holds_is_not(tmp_path: Path) -> None:
    dead, left = holder(tmp_path)
    living, held = holder(tmp_path)
    (left / "part").write_text("x")
    dead.send_signal(signal.SIGKILL)
    dead.communicate()
    with Scratch(tmp_path):
        assert not left.exists()
        assert held.is_dir()
    living.communicate("\n")


def test_nothing_that_only_looks_like_ours_is_swept(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").write_text("x")
    home = tmp_path / "home"
    home.mkdir()
    (home / f"{PREFIX}0123456789abcdef").symlink_to(elsewhere)
    (home / f"{PREFIX}1234567812345678").write_text("a file")
    ours = f"{PREFIX}0123456789abcdef"
    for name in (f"{PREFIX}short", f"{ours}.bak", f"my{ours}", ".corpus-audit-mine"):
        (home / name).mkdir()
    shared = home / f"{PREFIX}00000000ffffffff"
    shared.mkdir()
    shared.chmod(0o777)
    before = sorted(path.name for path in home.iterdir())
    with Scratch(home) as made:
        assert sorted({path.name for path in home.iterdir()} - {made.path.name}) == before
    assert (elsewhere / "kept").exists()
