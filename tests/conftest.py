"""What many tests share: the program, and one audit of the samples that all of them read.

A start of the real program costs seconds, most of them for imports. `called` runs its command line in this process,
and comes to the same; `audit` is for what only a process of its own has: exit codes, workers, signals.
"""

from __future__ import annotations

import fcntl
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from audit import samples
from audit.cache import location
from audit.cli import run_command
from audit.engine.engines import use_engine
from audit.engine.in_process import IN_PROCESS
from audit.kernels import load
from audit.release.verification import roundtrip
from audit.validate.shared_process import share_process
from tests.loader import one_loader
from tests.stories import own_cache, story_fixture, write_fixture  # noqa: F401 fixtures

# The same examples in every run: a failure is the change's. HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile("fixed", derandomize=True, deadline=None, max_examples=40)
settings.register_profile("search", deadline=None, max_examples=200)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


@dataclass(frozen=True)
class Ran:
    """How a call of the program ended."""

    code: int
    out: str
    err: str


Audit = Callable[..., Ran]


FOREIGN = ("AUDIT_", "HF_", "NO_COLOR", "FORCE_COLOR")


def pytest_configure(config: pytest.Config) -> None:
    """Make the kernels' machine code once, before workers start that would each begin to."""
    if not hasattr(config, "workerinput"):
        load()


def call(args: Sequence[str | Path], cwd: Path, **env: str) -> Ran:
    """Run `audit` as a user would, in a folder of its own and an environment without our settings."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(FOREIGN)}
    done = subprocess.run(
        [sys.executable, "-m", "audit", *map(str, args)],
        cwd=cwd,
        env=kept | {"COLUMNS": "100"} | env,
        capture_output=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def call_here(args: Sequence[str | Path], cwd: Path, **env: str) -> Ran:
    """Run the command line in this process, in a folder and an environment as `call` gives them."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.chdir(cwd)
        for name in [name for name in os.environ if name.startswith(FOREIGN)]:
            patch.delenv(name)
        for name, value in ({"COLUMNS": "100"} | env).items():
            patch.setenv(name, value)
        code = run_command([str(arg) for arg in args])
    return Ran(code, out.getvalue(), err.getvalue())


@pytest.fixture
def audit(tmp_path: Path) -> Audit:
    """Give the real program, run in the test's own folder."""
    return lambda *args, **env: call(args, tmp_path, **env)


@pytest.fixture
def called(tmp_path: Path) -> Audit:
    """Give the command line in this process, in the test's own folder."""
    return lambda *args, **env: call_here(args, tmp_path, **env)


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that whichever worker is first to ask for has made for all of them; it is only to be read."""
    alone = "PYTEST_XDIST_WORKER" not in os.environ
    base = factory.getbasetemp()
    folder = (base if alone else base.parent) / name
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            making = folder.with_suffix(".making")
            making.mkdir()
            make(making)
            making.rename(folder)
    return folder


@pytest.fixture(scope="session")
def samples_checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of `audit check` on the samples, under their own policy."""

    def check(folder: Path) -> None:
        known = ["--config", samples.policy(), "--against", samples.benchmark()]
        ran = call_here(["check", samples.folder(), *known, "--out", folder / "out"], folder)
        assert ran.code == 1, ran.err

    return made_once(tmp_path_factory, "checked", check) / "out"


@pytest.fixture(scope="session")
def samples_released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give dist/samples as `audit run --samples` writes it."""

    def run(folder: Path) -> None:
        ran = call_here(["run", "--samples"], folder)
        assert ran.code == 0, ran.out + ran.err

    return made_once(tmp_path_factory, "released", run) / "dist" / "samples"


@pytest.fixture(autouse=True, scope="session")
def shared_judge_and_loader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Lend all tests one real judge and one real loader, and have audits that they call work in the test's own process.

    What starts the program (`call`, `audit`) has judges and workers of its own, as a user has. Nor do they find what
    another test has found out, perhaps with a part of the program replaced, unless they name a cache.
    """
    home = tmp_path_factory.mktemp("home")
    with share_process(), use_engine(IN_PROCESS), one_loader(home) as loader, pytest.MonkeyPatch.context() as patch:
        patch.setattr(roundtrip, "load_in_child", loader.loaded)
        patch.setattr(location, "user_cache", lambda: None)
        yield
