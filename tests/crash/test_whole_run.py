"""The whole program, stopped at its work or with a machine that gives too little: exit 130 or 2, and nothing lost.

More moments with AUDIT_LONG_TESTS=1.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from audit.release.verification.lineage import ROOT_CARD
from audit.release.verification.problem import RENEW
from audit.release.verification.verify import verify
from tests.crash.calls import IS_LONG
from tests.stories import story

FOUND = 12
ROOM = 64 << 20
_PATIENCE = 300.0


@dataclass(frozen=True)
class Site:
    """A folder with raw files, and where a run of them goes."""

    raw: Path
    dist: Path
    temporary: Path

    def run(self, before: str = "") -> subprocess.Popen[str]:
        """Start a run, after the shell was told something."""
        program = f'{before} exec "$0" -m audit run "$1" --name ports --dist "$2" --workers 2 --format json'
        return subprocess.Popen(
            ["bash", "-c", program, sys.executable, str(self.raw), str(self.dist)],
            env=os.environ | {"TMPDIR": str(self.temporary)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def left(self) -> list[str]:
        """Return what lies about that is neither a version nor its card."""
        found = [*self.dist.rglob(".*"), *self.temporary.glob("*")]
        return sorted(path.name for path in found)


def ended(run: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = run.communicate(timeout=_PATIENCE)
    assert "Traceback" not in err
    return run.returncode, out, err


def check_released(out: str, dist: Path) -> None:
    """Assert that all that was found is accounted for and none of it was lost to the machine."""
    report = json.loads(out)
    assert report["inputs"]["found"] == sum(report["ledger"].values()) == report["ledger"]["published"] == FOUND
    assert verify(dist / "ports", quick=True).problems == ()


def check_refused(code: int, err: str) -> None:
    assert code == 2, err
    remedies = ("free some space", "use a writable location", "choose another output location", "use another disk")
    assert any(remedy in err for remedy in remedies), err


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Give raw files and an empty place for their release."""
    raw = tmp_path / "raw"
    for folder in (raw, tmp_path / "tmp"):
        folder.mkdir()
    for number in range(FOUND):
        (raw / f"{number}.txt").write_text(story(number), "utf-8")
    return Site(raw, tmp_path / "dist", tmp_path / "tmp")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Give a file system of its own; skip where none may be mounted, and say so."""
    (tmp_path / "small").mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(tmp_path / "small")],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("no file system may be mounted here (it takes root), so none can be full or read only")
    yield tmp_path / "small"
    subprocess.run(["umount", "--lazy", str(tmp_path / "small")], check=True)


def fill(folder: Path) -> Path:
    """Fill a file system to its last page, and return the file that does so."""
    with (folder / "balloon").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(1 << 20)):
                pass
        except OSError:
            return folder / "balloon"
    raise AssertionError(folder)


def seen(pattern: str) -> Callable[[Site], bool]:
    """Return what tells that something came to lie in dist."""
    return lambda site: any(site.dist.glob(pattern))


# What is there to be seen when a run has come so far.
MOMENTS = {
    "it has begun": seen(".corpus-audit-run-*"),
    "parts are written": seen(".corpus-audit-run-*/*.parquet"),
    "it releases": seen("ports/.staging-*"),
}
# In CI one is enough: a release that is interrupted has tests of its own.
LATER = [("it releases", 0.0), *(("it has begun", n / 2) for n in range(1, 9))]
TERMS = [("it has begun", 0.0), *(LATER if IS_LONG else ())]


def stop(site: Site, moment: str, number: signal.Signals, later: float = 0.0) -> tuple[int, str, str]:
    """Start a run and send it a signal when it has come so far."""
    run = site.run()
    end = time.monotonic() + _PATIENCE
    while run.poll() is None and not MOMENTS[moment](site) and time.monotonic() < end:
        time.sleep(0.002)
    time.sleep(later)
    run.send_signal(number)
    return ended(run)


def test_who_is_stopped_leaves_nothing_and_who_is_killed_is_swept_up(site: Site) -> None:
    for moment, later in TERMS:
        code, out, err = stop(site, moment, signal.SIGTERM, later)
        if code == 0:
            check_released(out, site.dist)
        else:
            assert code == 130, err
            assert site.left() == []
            # The signal may have come after the step in which the version appeared.
            for version in site.dist.glob("ports/[0-9]*"):
                assert {(p.where, p.remedy) for p in verify(version, quick=True).problems} <= {(ROOT_CARD, RENEW)}
    assert stop(site, "parts are written", signal.SIGKILL)[0] in {-9, 0}
    code, out, err = ended(site.run(before="ulimit -n 64;"))
    if code == 2:
        assert "ulimit -n" in err
        # Without a file to open, a folder cannot be emptied either: that is left to the next run as well.
        code, out, err = ended(site.run())
    assert code == 0, err
    check_released(out, site.dist)
    assert site.left() == []


def test_a_full_place_for_releases_is_no_input_s_fault(site: Site, small: Path) -> None:
    full = Site(site.raw, small / "dist", site.temporary)
    balloon = fill(small)
    code, _, err = ended(full.run())
    check_refused(code, err)
    assert [path.name for path in small.rglob("*") if path.is_file()] == ["balloon"]
    # Full for a while: when it has begun, until it has ended or wants to release.
    for moment in MOMENTS if IS_LONG else ():
        balloon.unlink()
        run = full.run()
        while run.poll() is None and not MOMENTS[moment](full):
            time.sleep(0.002)
        fill(small)
        time.sleep(0.5)
        balloon.unlink()
        code, out, err = ended(run)
        if code == 0:
            check_released(out, full.dist)
        else:
            check_refused(code, err)
        balloon.touch()


def test_a_full_place_for_temporary_files_is_told(site: Site, small: Path) -> None:
    fill(small)
    code, out, err = ended(Site(site.raw, site.dist, small).run())
    if code == 0:
        check_released(out, site.dist)
    else:
        check_refused(code, err)


def test_a_place_that_is_read_only_is_told(site: Site, small: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
    code, _, err = ended(Site(site.raw, small / "dist", site.temporary).run())
    check_refused(code, err)
