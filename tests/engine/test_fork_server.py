"""The fork server: workers that are forked are workers like others, and none is where that would be unsafe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from audit.engine.fork_server import AS_MODULE, Forked, fork_server, start_child
from audit.engine.local import fork_program

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are started anew")
# What came of each input, and whether a worker that cannot start says why. Only those forked find the module.
CREW = """
from audit.engine.memory import limit_free_memory
limit_free_memory()
import sys
from pathlib import Path
from audit.engine.fork_server import AS_MODULE, fork_server
from audit.engine.local import WorkerPool, PoolSettings
from audit.engine.task import Done, Item, Task
from audit.errors import DefectError

command = (sys.executable, *AS_MODULE, "fragile_worker")
with fork_server():
    with WorkerPool(PoolSettings(command, 2, Path(sys.argv[1]))) as crew:
        tasks = [Task((n, 0), (Item(name, name),)) for n, name in enumerate(("a", "b-kill", "c", "d-abort"))]
        answers = sorted(crew.run(tasks), key=lambda answer: answer.key)
    print([answer.answer["ids"] if isinstance(answer, Done) else answer.code for answer in answers])
    print(answers[1].detail)
    try:
        with WorkerPool(PoolSettings((*command, "broken"), 1, Path(sys.argv[1]))) as crew:
            list(crew.run(tasks))
    except DefectError as error:
        print("no such library" in str(error))
"""
# A program that forks others, having imported nothing for them.
SERVER = """
import socket, sys
from audit.engine.fork_server import serve_forks
serve_forks(socket.socket(fileno=int(sys.argv[1])))
"""
# What a forked program sees of an environment that has changed, and how it ended.
ENVIRONMENT = """
import os, sys
from audit.engine.fork_server import AS_MODULE, Forked, fork_server, start_child

os.environ["GONE"] = "here"
with fork_server(), open(sys.argv[1] + "/stderr", "wb") as stderr:
    del os.environ["GONE"]
    child = start_child((sys.executable, *AS_MODULE, "telling", "one"), os.environ | {"LATER": "known"}, stderr)
    print(isinstance(child, Forked), child.stdout.read().decode().split(), child.wait(10), child.wait(10))
"""


def printed(program: str, folder: Path) -> list[str]:
    """Return the lines that a program of its own prints; it finds modules in this folder and in the one given."""
    path = f"import sys; sys.path[:0] = [{str(folder)!r}, {str(Path(__file__).parent)!r}]\n"
    run = subprocess.run([sys.executable, "-c", path + program, folder], stdout=subprocess.PIPE, text=True, check=True)
    return run.stdout.splitlines()


@LINUX
def test_a_forked_worker_that_dies_costs_its_input_and_is_replaced(tmp_path: Path) -> None:
    codes, detail, said = printed(CREW, tmp_path)
    assert codes == "[['a'], 'crashed-reader', ['c'], 'too-complex']"
    assert detail.startswith("the worker reading it was killed by signal 9")
    assert said == "True"


@LINUX
def test_a_forked_program_has_the_environment_and_arguments_that_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "telling.py").write_text(
        "import os, sys\nprint(sys.argv[1:], os.environ.get('LATER'), os.environ.get('GONE'), flush=True)\nsys.exit(3)"
    )
    assert printed(ENVIRONMENT, tmp_path) == ["True [\"['one']\", 'known', 'None'] 3 3"]


def test_nothing_is_forked_beside_a_thread_that_works(tmp_path: Path) -> None:
    stop = Event()
    thread = Thread(target=stop.wait)
    thread.start()
    try:
        with fork_server(), (tmp_path / "stderr").open("wb") as stderr:
            child = start_child((sys.executable, *AS_MODULE, "this"), {}, stderr)
            assert isinstance(child, subprocess.Popen)
            child.communicate()
            assert child.returncode == 0
    finally:
        stop.set()
        thread.join()


@LINUX
@pytest.mark.parametrize(("server", "kind"), [(SERVER, Forked), ("raise SystemExit(1)", subprocess.Popen)])
def test_a_program_forks_where_the_caller_may_not_be_forked_and_is_done_without_if_it_fails(
    tmp_path: Path, server: str, kind: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What it prints is held back until it ends.
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    with fork_program((sys.executable, "-c", server)), (tmp_path / "stderr").open("wb") as stderr:
        child = start_child((sys.executable, *AS_MODULE, "this"), os.environ, stderr)
        assert isinstance(child, kind)
        assert b"beautiful" in child.stdout.read().lower()
        assert child.wait(10) == 0
        child.stdin.close(), child.stdout.close()
