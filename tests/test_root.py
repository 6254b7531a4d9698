"""The root holds the packages of the plan, and files that tools look for there; CI runs every Python named."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOW = ROOT / ".github/workflows/ci.yml"
PLANNED = {"pyproject.toml", "README.md", "audit", "schemas", "tests", "dist"}
LOOKED_FOR = {"LICENSE", "action.yml"}


@pytest.mark.skipif(not (ROOT / ".git").exists() or shutil.which("git") is None, reason="no git checkout")
def test_nothing_else_is_tracked_at_the_root() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    entries = {name.split("/")[0] for name in listed.split("\0") if name}
    assert {entry for entry in entries if not entry.startswith(".")} == PLANNED | LOOKED_FOR


@pytest.mark.skipif(not WORKFLOW.exists(), reason="no checkout of the repository")
def test_every_python_that_the_package_names_is_run_by_the_workflow() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [line.rpartition(":: ")[2] for line in project["classifiers"] if "Python :: 3." in line]
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    assert workflow["jobs"]["tests"]["strategy"]["matrix"]["python"] == named
    assert project["requires-python"] == f">={named[0]}"
