"""What the machine lacks is told as that, and what a file says of itself is not."""

from __future__ import annotations

import errno
import os

import pyarrow as pa
import pytest

from audit.errors import MachineError
from audit.machine import raise_machine_error


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN])
def test_what_the_machine_lacks_is_refused_with_a_remedy(number: int) -> None:
    with pytest.raises(MachineError, match=r"reading x failed \(E\w+\).*; (raise|give) .*; then run again"):
        raise_machine_error(OSError(number, os.strerror(number)), "x")


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(OSError(errno.ENOENT, "none"), id="a file that is not there"),
        pytest.param(OSError(errno.EACCES, "no"), id="a file that may not be read"),
        pytest.param(pa.ArrowMemoryError("malloc of size 1125899906842624 failed"), id="a damaged file that asks"),
        pytest.param(pa.ArrowInvalid("no magic bytes"), id="another file"),
    ],
)
def test_what_is_wrong_with_a_file_is_left_to_the_reader(error: Exception) -> None:
    raise_machine_error(error, "x")
