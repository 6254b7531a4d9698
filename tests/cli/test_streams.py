"""The real program with its output cut off, full, or too poor for what it says, and with too little to live on."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from audit import samples
from audit.__main__ import main
from audit.cli import run_command
from audit.errors import UsageError
from audit.policy import load
from audit.release.card.huggingface import read_front_matter

PROGRAM = f"{shlex.quote(sys.executable)} -m audit"
DEEP = 100_000


def shell(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in which AUDIT is the program; a pipeline's code is that of the program."""
    script = f"set -o pipefail; {command.replace('AUDIT', PROGRAM)}"
    return subprocess.run(["bash", "-c", script], cwd=cwd, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        pytest.param("AUDIT rules | head -1", 0, "", id="a reader that leaves early"),
        pytest.param("AUDIT run --help | true", 0, "", id="a reader that never read the help"),
        pytest.param("AUDIT nothing 2>&1 | true", 2, "", id="an error that nobody reads"),
        pytest.param("AUDIT rules >&-", 0, "", id="an output that the shell closed"),
        pytest.param("AUDIT nothing 2>&-", 2, "", id="talk that the shell closed"),
        pytest.param("AUDIT rules > /dev/full", 2, "the output cannot be written", id="a full disk behind it"),
        pytest.param(
            "export PYTHONDONTWRITEBYTECODE=1; ulimit -f 1; AUDIT rules --format json > large",
            2,
            "ulimit -f",
            id="a limit on file size",
        ),
        pytest.param("AUDIT nothing 2> /dev/full", 2, "", id="a full disk behind the talk"),
        pytest.param("ulimit -v 1000000; AUDIT check .", 2, "ulimit -v", id="too little address space"),
        pytest.param("ulimit -v 100000; AUDIT check .", 2, "ulimit -v", id="hardly any"),
        pytest.param("ulimit -n 12; AUDIT check raw", 2, "ulimit -n", id="too few open files"),
    ],
)
def test_what_surrounds_it_changes_no_verdict(command: str, code: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("The ferry came back in the evening, and nobody had missed it.\n", "utf-8")
    ran = shell(command, tmp_path)
    assert ran.returncode == code, ran.stderr
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "Exception ignored" not in ran.stderr


@pytest.mark.parametrize(
    "places",
    ["PYTHONIOENCODING=ascii", "LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0", "LC_ALL=xx_XX.UTF-8"],
)
def test_what_the_output_cannot_show_is_escaped(places: str, tmp_path: Path) -> None:
    ran = shell(f"{places} AUDIT explain replacement-characters", tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "\\u951f\\u65a4\\u62f7" in ran.stdout or "锟斤拷" in ran.stdout


def test_an_output_below_a_file_names_the_path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_bytes(b"")
    place = str(tmp_path / "file" / "x")
    assert run_command(["run", str(samples.folder()), "--name", "x", "--dist", place]) == 2
    assert f"{tmp_path / 'file'} is not a folder: choose another output location" in capsys.readouterr().err


def test_a_panic_is_a_defect_and_no_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class PanicError(BaseException):
        """As polars raises them."""

    def panic() -> object:
        raise PanicError("index out of bounds")

    monkeypatch.setenv("AUDIT_CRASH_DIR", str(tmp_path))
    monkeypatch.setattr("audit.verbs.explain.rules", panic)
    assert run_command(["rules"]) == 3
    assert "index out of bounds" in capsys.readouterr().err
    assert list(tmp_path.glob("corpus-audit-crash-*.log"))


def test_a_pipe_to_a_child_that_broke_is_no_reader_that_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> object:
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setenv("AUDIT_CRASH_DIR", str(tmp_path))
    monkeypatch.setattr("audit.verbs.explain.rules", broken)
    assert run_command(["rules"]) == 3
    assert "Broken pipe" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["a = " + "[" * DEEP, "a = " + "{b=" * DEEP])
def test_settings_nested_too_deeply_are_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "audit.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=r"audit\.toml"):
        load(None, tmp_path)


@pytest.mark.parametrize("text", ["a: " + "[" * DEEP, "a: " + "{b: " * DEEP])
def test_a_card_nested_too_deeply_is_no_card(text: str, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(f"---\n{text}\n---\n", "utf-8")
    with pytest.raises(ValueError, match="no readable YAML"):
        read_front_matter(tmp_path / "README.md")


def test_an_interrupt_while_it_starts_is_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("audit.hidden_packages.hide", stopped)
    with pytest.raises(SystemExit, match="130"):
        main()
    assert capsys.readouterr().err == "audit: interrupted; nothing was begun\n"
