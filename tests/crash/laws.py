"""What holds of dist/NAME whatever happened to the program, and after the next run."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from audit.release.storage import files
from audit.release.verification.lineage import ROOT_CARD
from audit.release.verification.problem import RENEW
from audit.release.verification.verify import verify
from tests.crash.calls import Ended, Host

OLD, NEW = "1.0.0", "1.1.0"
# What a killed run may leave, for the next one to sweep.
LEFT = re.compile(r"\.(?:staging|beside)-[0-9a-f]{16}")
MINE = {".staging-notes", ".beside-notes", "notes.txt"}
# What to do next, as every refusal says; see audit/errors.py.
REMEDY = re.compile(
    r"free some|fix that|raise the limit|use a writable|check the path|look at the system log|fetch or create|run again"
)


def copied(before: Path, dist: Path) -> Path:
    """Return a copy of dist that a test may have disturbed."""
    return shutil.copytree(before, dist)


def contents(folder: Path) -> dict[str, str]:
    """Return the digest of each file below a folder."""
    return {path: files.sha256_of(folder / path) for path in files.files_below(folder)}


def check_what_is_there(dist: Path, after: Path) -> bool:
    """Assert that the old version is there, and the new one whole or not at all; return whether it is."""
    home, wanted = dist / "ports", contents(after / "ports")
    names = {path.name for path in home.iterdir() if not LEFT.fullmatch(path.name)}
    assert names - {NEW} == {OLD, "README.md", *MINE}
    found = contents(home)
    left = {path for path in found if LEFT.match(path)}
    assert {path: found[path] for path in found if path not in left and path != "README.md"} == {
        path: wanted[path] for path in wanted if path != "README.md" and (NEW in names or not path.startswith(NEW))
    }
    assert _problems(home / OLD) == set()
    assert _problems(home) <= ({(ROOT_CARD, RENEW)} if NEW in names else set())
    return NEW in names


def check_next_run(host: Host, dist: Path, after: Path) -> None:
    """Assert that the next run succeeds, sweeps up, and leaves what an undisturbed one does, to the byte."""
    ran = host.call("put", dist, "second")
    assert ran.code == 0, ran.err
    assert contents(dist) == contents(after)
    assert {path.name for path in (dist / "ports").iterdir()} == {OLD, NEW, "README.md", *MINE}


def check_words(ended: Ended, *, is_there: bool) -> None:
    """Assert that a call that was refused something says so truly, with what helps, and calls no defect ours."""
    assert ended.code in {0, 2}, ended.err
    assert "Traceback" not in ended.err
    if ended.code == 0:
        assert is_there
    elif ended.err:
        assert REMEDY.search(ended.err), ended.err
        assert is_there or "is released and complete" not in ended.err
        assert not (is_there and "nothing was released" in ended.err)


def _problems(release: Path) -> set[tuple[str, str]]:
    return {(problem.where, problem.remedy) for problem in verify(release, quick=True).problems}
