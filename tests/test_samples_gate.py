"""The project's own gate: what CI runs passes the samples as they are, and one that is damaged turns it red."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from tests.conftest import Audit

ROOT = Path(__file__).parent.parent
RAW = "audit/samples/raw"
SOUND = f"{RAW}/gazette-montvernel/good-market-day.txt"


def gate() -> list[str]:
    """Return the call of the gate as CI makes it."""
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    (call,) = [line for line in lines if line.startswith(".venv/bin/audit check")]
    return shlex.split(call)[1:]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give a copy of what the gate reads, with the samples of one source: judging all of them is for CI."""
    shutil.copytree(ROOT / Path(SOUND).parent, tmp_path / Path(SOUND).parent)
    for name in ("audit/samples/audit.toml", "audit/samples/optout.csv", ".ci/samples-baseline.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_a_damaged_sample_turns_the_gate_red(repository: Path, called: Audit) -> None:
    ran = called(*gate())
    assert ran.code == 0, ran.out
    sound = (repository / SOUND).read_bytes()
    (repository / SOUND).write_bytes(sound.decode("latin-1").encode("utf-8"))
    ran = called(*gate())
    assert ran.code == 1, ran.out
    assert "1 new critical" in ran.out
    assert "ENC004" in ran.out
    assert Path(SOUND).name in ran.out


def test_the_gate_knows_samples_that_are_there_and_no_others() -> None:
    lines = (ROOT / ".ci/samples-baseline.txt").read_text("utf-8").splitlines()
    named = {line.split(" ", 3)[3] for line in lines if line and not line.startswith(("#", "missed"))}
    assert len(named) > 20
    assert not [name for name in named if not (ROOT / name.partition("#")[0]).exists()]
