"""The bitcode that travels with the program: `AUDIT_WRITE_BITCODE=1 pytest tests/kernels/test_bitcode.py` writes it."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from audit.kernels import bitcode
from audit.kernels.compiler import part
from audit.kernels.preload import all_kernels
from audit.kernels.text.tally import tally

STEP = 3
STEPS = np.array([1, 2], np.int64)


@part
def stepped(number):
    return number + STEP


def walked(number):
    return stepped(number) + STEPS[0]


def write() -> None:
    import llvmlite.binding as llvm

    assert llvm.llvm_version_info[0] == bitcode.LLVM, "audit.kernels.bitcode.LLVM says which version writes it"
    bitcode.FOLDER.mkdir(exist_ok=True)
    files = {bitcode.bitcode_file(each.function, each.arguments): each for each in all_kernels()}
    for stale in {*bitcode.FOLDER.iterdir()} - {*files}:
        stale.unlink()
    for file, each in files.items():
        if not file.exists():
            file.write_bytes(each.translate())


def test_every_kernel_has_bitcode_that_was_made_from_these_sources() -> None:
    if os.environ.get("AUDIT_WRITE_BITCODE"):
        write()
    expected = {bitcode.bitcode_file(each.function, each.arguments).name for each in all_kernels()}
    assert {file.name for file in bitcode.FOLDER.iterdir()} == expected, "AUDIT_WRITE_BITCODE=1 writes it anew"


def test_no_kernel_counts_from_the_end_of_an_array_since_indices_are_taken_as_they_are() -> None:
    files = {Path(each.function.__code__.co_filename) for each in all_kernels()}
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8")))]
    places = [node.slice for node in nodes if isinstance(node, ast.Subscript)]
    assert places
    assert not [ast.unparse(place) for place in places if isinstance(place, ast.UnaryOp)]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        pytest.param("STEP", 4, id="a-number-of-a-part"),
        pytest.param("STEPS", np.array([1, 3], np.int64), id="an-array"),
        pytest.param("stepped", lambda number: number, id="no-part"),
    ],
)
def test_what_a_kernel_follows_from_names_its_file(name: str, other: object, monkeypatch: pytest.MonkeyPatch) -> None:
    before = bitcode.bitcode_file(walked, ())
    assert bitcode.bitcode_file(walked, ()) == before
    monkeypatch.setitem(walked.__globals__, name, other)
    assert bitcode.bitcode_file(walked, ()) != before


def of_an_earlier_llvm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("llvmlite.binding.llvm_version_info", (bitcode.LLVM - 1, 0, 0))


def of_the_other_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.byteorder", "big")


def of_narrow_pointers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.maxsize", 2**31 - 1)


@pytest.mark.parametrize("other", [of_an_earlier_llvm, of_the_other_end, of_narrow_pointers])
def test_bitcode_is_used_only_where_it_is_understood(
    other: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    function, arguments = tally.__wrapped__, tally.arguments
    bitcode._is_understood.cache_clear()
    assert bitcode.shipped(function, arguments)
    other(monkeypatch)
    bitcode._is_understood.cache_clear()
    found = bitcode.shipped(function, arguments)
    bitcode._is_understood.cache_clear()
    assert found is None


def test_an_installation_as_it_comes_needs_no_numba(tmp_path: Path) -> None:
    script = "import sys; from audit.kernels import load; load(); print('numba' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-P", "-c", script],
        env=os.environ | {"AUDIT_CACHE_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (ran.stdout, ran.stderr) == ("False\n", "")
    assert len([*(tmp_path / "kernels").glob("*.o")]) == len(all_kernels())
