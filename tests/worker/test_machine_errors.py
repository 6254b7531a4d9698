"""What the machine does not give ends a run with exit 2; it is never booked as an input's fault."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import audit

ARTICLE = "The ferry to the island leaves at nine, says the harbour master, {}, and returns before the fog comes in."


def texts(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.txt").write_text("\n".join(ARTICLE.format(number + n) for n in range(40)), "utf-8")
    return folder


def test_a_disk_that_takes_no_more_ends_the_run_and_leaves_nothing(tmp_path: Path) -> None:
    """Files of ours may not grow beyond 16 KiB, which no part file keeps to."""
    raw = texts(tmp_path / "raw", 30)
    ran = subprocess.run(
        [sys.executable, "-m", "audit", "parse", str(raw), "--out", str(tmp_path / "out")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 14, 1 << 14)),
    )
    assert ran.returncode == 2, ran.stderr
    assert "EFBIG" in ran.stderr
    assert "not because of the input" in ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["raw"]


def test_progress_counts_each_file_once(tmp_path: Path) -> None:
    raw, counted = texts(tmp_path / "raw", 2), [0, 0]

    def count(items: int, size: int) -> None:
        counted[0] += items
        counted[1] += size

    audit.parse(raw, out=tmp_path / "out", workers=1, progress=count)
    assert counted == [2, sum(path.stat().st_size for path in raw.iterdir())]


def test_scipy_is_hidden_from_our_own_processes_only() -> None:
    users = "import sys; import audit.kernels.compiler; import scipy; sys.exit(scipy is None)"
    ours = (
        "import sys; from audit.hidden_packages import hide; hide('scipy'); import audit.kernels.compiler; "
        "sys.exit('scipy' in sys.modules)"
    )
    meanwhile = (
        "import sys; from audit.hidden_packages import hidden\n"
        "with hidden('scipy'):\n    try: import scipy\n    except ImportError: pass\n    else: sys.exit(1)\n"
        "import scipy"
    )
    for program in (users, ours, meanwhile):
        assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
