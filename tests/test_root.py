"""The root of the repository holds the packages of the plan, and files that tools look for there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PLANNED = {"pyproject.toml", "README.md", "audit", "schemas", "tests", "dist"}
LOOKED_FOR = {"LICENSE", "action.yml"}


@pytest.mark.skipif(not (ROOT / ".git").exists() or shutil.which("git") is None, reason="no git checkout")
def test_nothing_else_is_tracked_at_the_root() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    entries = {name.split("/")[0] for name in listed.split("\0") if name}
    assert {entry for entry in entries if not entry.startswith(".")} == PLANNED | LOOKED_FOR
