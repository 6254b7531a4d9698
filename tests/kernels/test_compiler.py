from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from audit.kernels.compiler import I64, U8, U64, fill, kernel, part, read

SCRIPT = """
from audit.kernels.compiler import I64, kernel
import numpy as np

@kernel(I64, I64)
def doubled(number):
    return number + number

print(doubled(21))
"""


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
    with pytest.raises(TypeError, match="No matching definition"):
        squares(np.zeros(3), np.zeros(3, np.uint64))


def test_compiling_is_said_once_and_what_is_kept_is_used_again(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    first = run(tmp_path, NUMBA_CACHE_DIR=str(kept))
    again = run(tmp_path, NUMBA_CACHE_DIR=str(kept))
    assert first.stdout == again.stdout == "42\n"
    assert first.stderr == "audit: compiling its inner loops, once for this installation (half a minute)\n"
    assert again.stderr == ""
