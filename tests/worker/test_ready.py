"""What workers share: it is imported before they are forked, so no thread may be started by it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from audit.engine.memory import SINGLE_THREAD

PROGRAM = """
from audit.engine.fork_server import may_fork
from audit.worker.ready import prepare

prepare()
print(may_fork())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
def test_a_process_may_be_forked_once_it_has_what_all_workers_need() -> None:
    command = [sys.executable, "-P", "-c", PROGRAM]
    made = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | SINGLE_THREAD)
    assert made.stdout == "True\n"
