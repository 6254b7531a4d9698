"""A kernel takes the types it declares, and a compiled one is used again only for the source it was made of."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import numpy as np
import pytest

from audit.kernels import compiler, kernel_cache
from audit.kernels.compiler import I64, U8, U64, VOID, fill, kernel, part, read

ROOT = Path(compiler.__file__).parents[1]
SCRIPT = """
from audit.kernels.compiler import I64, kernel
import numpy as np

@kernel(I64, I64)
def doubled(number):
    return number + number

print(doubled(21))
"""

SHARED = """
from audit.kernels.compiler import part

@part
def twice(number):
    return number + number
"""
DOUBLED = """
from audit.kernels.compiler import I64, kernel
from audit.kernels.shared import twice

@kernel(I64, I64)
def doubled(number):
    return twice(number)
"""
CALL = [
    *(sys.executable, "-B", "-c"),
    "from audit.kernels import load; load()\nfrom audit.kernels.doubled import doubled; print(doubled(21))",
]


@part
def square(number):
    return number * number


@kernel(I64, read(U8), fill(U64))
def squares(numbers, out):
    total = np.int64(0)
    for i in range(len(numbers)):
        out[i] = square(np.uint64(numbers[i]))
        total += np.int64(numbers[i])
    return total


class Weighted(NamedTuple):
    numbers: Annotated[np.ndarray, read(U8)]
    weight: Annotated[int, I64]
    out: Annotated[np.ndarray, fill(I64)]


@kernel(VOID, Weighted, I64)
def weigh(given, more):
    for i in range(len(given.out)):
        given.out[i] = np.int64(given.numbers[i]) * given.weight + more


@kernel(I64, I64, I64)
def halved(number, by):
    return number // by


def run(folder: Path, **places: str) -> subprocess.CompletedProcess[str]:
    script = folder / "doubled.py"
    script.write_text(SCRIPT, "utf-8")
    env = {k: v for k, v in os.environ.items() if k != "NUMBA_CACHE_DIR"} | places
    return subprocess.run([sys.executable, str(script)], env=env, capture_output=True, text=True, check=True)


def test_a_kernel_reads_bytes_that_nobody_may_write() -> None:
    out = np.zeros(3, np.uint64)
    assert squares(np.frombuffer(b"abc", np.uint8), out) == 97 + 98 + 99
    assert out.tolist() == [97**2, 98**2, 99**2]


def test_a_kernel_does_not_guess_types() -> None:
    with pytest.raises(TypeError, match="takes a flat array of uint8, not float64"):
        squares(np.zeros(3), np.zeros(3, np.uint64))


@pytest.mark.parametrize(
    ("numbers", "out", "said"),
    [
        pytest.param(np.zeros(6, np.uint8)[::2], np.zeros(3, np.uint64), "flat array of uint8", id="gaps"),
        pytest.param(np.zeros((3, 1), np.uint8), np.zeros(3, np.uint64), "in 2 dimensions", id="two-dimensions"),
        pytest.param(np.zeros(3, np.int8), np.zeros(3, np.uint64), "not int8", id="sign"),
        pytest.param(np.zeros(3, np.uint8), np.frombuffer(bytes(24), np.uint64), "uint64 to fill", id="read-only"),
        pytest.param(
            np.zeros(3, np.uint8), np.frombuffer(bytearray(25), np.uint64, 3, 1), "uint64 to fill", id="unaligned"
        ),
    ],
)
def test_a_kernel_takes_flat_arrays_of_its_types_only(numbers: np.ndarray, out: np.ndarray, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        squares(numbers, out)


def test_a_kernel_takes_arrays_and_numbers_in_a_named_tuple() -> None:
    given = Weighted(np.frombuffer(b"ab", np.uint8), 2, np.zeros(2, np.int64))
    weigh(given, 1)
    assert given.out.tolist() == [2 * 97 + 1, 2 * 98 + 1]


def test_the_fields_of_a_named_tuple_are_of_their_types() -> None:
    with pytest.raises(TypeError, match="weigh takes a flat array of uint8, not int64"):
        weigh(Weighted(np.zeros(2, np.int64), 2, np.zeros(2, np.int64)), 1)


@pytest.mark.parametrize("number", [1.5, 1 << 63, None], ids=["fraction", "too-large", "nothing"])
def test_a_kernel_takes_numbers_of_its_types_only(number: object) -> None:
    with pytest.raises(TypeError, match="halved takes other numbers"):
        halved(number, 2)


def test_a_kernel_that_gives_up_says_so() -> None:
    assert halved(-6, 3) == -2
    with pytest.raises(ArithmeticError):
        halved(1, 0)


def test_what_is_kept_of_a_kernel_is_used_only_as_it_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernel_cache, "kernel_folder", lambda: kernel_cache.KernelFolder(tmp_path, lasts=True))
    file = kernel_cache.ObjectFile(__file__, "kernel")
    assert file.read() is None
    file.write(b"machine code")
    assert file.read() == b"machine code"
    (written,) = tmp_path.iterdir()
    written.write_bytes(written.read_bytes()[:-1])
    assert file.read() is None


def test_compiling_is_said_once_and_what_is_kept_is_used_again(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    first = run(tmp_path, NUMBA_CACHE_DIR=str(folder))
    again = run(tmp_path, NUMBA_CACHE_DIR=str(folder))
    assert first.stdout == again.stdout == "42\n"
    said = f"they are kept in '{folder / 'corpus-audit'}' for the next run"
    assert first.stderr == f"audit: compiling its inner loops (some ten seconds); {said}\n"
    assert again.stderr == ""


def test_a_folder_for_kernels_has_a_variable_of_its_own(tmp_path: Path) -> None:
    first = run(tmp_path, AUDIT_CACHE_DIR=str(tmp_path / "ours"))
    again = run(tmp_path, AUDIT_CACHE_DIR=str(tmp_path / "ours"))
    assert f"they are kept in '{tmp_path / 'ours' / 'kernels'}'" in first.stderr
    assert again.stderr == ""


def test_where_nothing_can_be_kept_the_cure_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    ran = run(tmp_path, AUDIT_CACHE_DIR=str(tmp_path / "file"))
    assert ran.stdout == "42\n"
    assert "cannot be kept for the next run" in ran.stderr
    assert "set AUDIT_CACHE_DIR" in ran.stderr
    assert "audit --warm" in ran.stderr


@pytest.fixture
def installed(tmp_path: Path) -> Iterator[Path]:
    """Give a copy of the door and of one kernel."""
    folder = tmp_path / "installed"
    (folder / "audit" / "kernels").mkdir(parents=True)
    for name in (
        "__init__.py",
        "hidden_packages.py",
        "cores.py",
        "errors.py",
        "version.py",
        "source_digests.py",
        "user_cache.py",
        "kernels/__init__.py",
        "kernels/__main__.py",
        "kernels/preload.py",
        "kernels/bitcode.py",
        "kernels/build.py",
        "kernels/compiler.py",
        "kernels/derived.py",
        "kernels/kernel_cache.py",
        "kernels/linker.py",
        "kernels/signatures.py",
        "kernels/numba_frontend.py",
    ):
        shutil.copyfile(ROOT / name, folder / "audit" / name)
    (folder / "audit" / "kernels" / "shared.py").write_text(SHARED, "utf-8")
    (folder / "audit" / "kernels" / "doubled.py").write_text(DOUBLED, "utf-8")
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)


def without_rights_of_root() -> list[str]:
    """Return the command before a command that makes root heed what may be written; nothing for anybody else."""
    if os.geteuid():
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root writes everywhere, and setpriv (util-linux), which could prevent it, is not there")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def called(installed: Path, *before: str, **places: str) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if "CACHE" not in k} | {"PYTHONPATH": str(installed)} | places
    return subprocess.run([*before, *CALL], env=env, cwd="/", capture_output=True, text=True, check=True)


def test_what_was_compiled_for_a_read_only_installation_is_used(installed: Path) -> None:
    assert "compiling" in called(installed, HOME="/proc/x").stderr
    for path in (*installed.rglob("*"), installed):
        path.chmod(0o555)
    ran = called(installed, *without_rights_of_root(), HOME="/proc/x")
    assert (ran.stdout, ran.stderr) == ("42\n", "")


def test_a_shared_piece_that_changes_is_compiled_into_all_that_use_it(installed: Path) -> None:
    assert called(installed).stdout == "42\n"
    assert called(installed).stderr == ""
    shared = installed / "audit" / "kernels" / "shared.py"
    shared.write_text(SHARED.replace("number + number", "number * 3"), "utf-8")
    ran = called(installed)
    assert ran.stdout == "63\n"
    assert "compiling" in ran.stderr
