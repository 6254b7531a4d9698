"""The judge's child process: its end, its silence and its noise are told from a verdict."""

import os
import shutil
import signal
import subprocess
import sys

import pyarrow as pa
import pytest

from audit.errors import DefectError, MachineError, UsageError
from audit.validate import judge_process
from audit.validate.judge_process import JudgeProcess
from tests.validate.suites import line, own_judge, suite


def test_a_killed_judge_is_no_defect_of_ours():
    with own_judge() as judge:
        os.kill(judge.process.start()._child.pid, signal.SIGKILL)
        with pytest.raises(MachineError, match=r"ended with code -9 before it gave a result.*low memory"):
            judge.validate(pa.table({"x": [0]}), suite(line("be_between", max_value=0)))


@pytest.mark.parametrize("ignored", [True, False])
def test_a_judge_ignores_interrupts_if_its_run_does(ignored: bool):
    asked = pa.table({"x": [0]}), suite(line("be_between", max_value=0))
    before = signal.signal(signal.SIGINT, signal.SIG_IGN if ignored else signal.default_int_handler)
    try:
        with own_judge() as judge:
            judge.validate(*asked)
            os.kill(judge.process._child.pid, signal.SIGINT)
            if ignored:
                judge.validate(*asked)
            else:
                assert judge.process._child.wait(30) != 0
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_judge_that_hangs_is_not_waited_for_ever(monkeypatch):
    monkeypatch.setattr(
        judge_process, "_COMMAND", ("-c", "import time; print('{', end='', flush=True); time.sleep(60)")
    )
    monkeypatch.setattr(judge_process, "_LONGEST", 0.5)
    with own_judge() as judge, pytest.raises(MachineError, match="gave no result within"):
        judge.validate(pa.table({"x": [0]}), suite(line("be_between", max_value=0)))


def test_a_judge_without_memory_is_no_defect_of_ours(monkeypatch):
    monkeypatch.setattr(judge_process, "_COMMAND", ("-c", "raise MemoryError"))
    with own_judge() as judge, pytest.raises(MachineError, match=r"MemoryError.*nothing was judged"):
        judge.validate(pa.table({"x": [0]}), suite(line("be_between", max_value=0)))


@pytest.mark.parametrize(
    ("program", "said"),
    [
        pytest.param("print('nonsense')", "ended with code 0", id="nonsense"),
        pytest.param("print('[1]')", "ended with code 0", id="json, but no answer"),
        pytest.param(
            "raise ImportError('no \\x1b module')", r"ended with code 1 .*ImportError: no \\x1b module", id="import"
        ),
    ],
)
def test_a_judge_that_talks_nonsense_is_a_defect(monkeypatch, program, said):
    monkeypatch.setattr(judge_process, "_COMMAND", ("-c", f"import sys; sys.stdin.readline()\n{program}"))
    with own_judge() as judge, pytest.raises(DefectError, match=said):
        judge.validate(pa.table({"x": [0]}), suite(line("be_between", max_value=0)))


def test_a_frame_that_cannot_be_written_is_no_defect_of_ours():
    with own_judge() as judge:
        shutil.rmtree(judge.process.start()._folder.path)
        with pytest.raises(UsageError, match="set TMPDIR"):
            judge.validate(pa.table({"x": [0]}), suite(line("be_between", max_value=0)))


def test_nothing_is_left_behind():
    process = JudgeProcess().start()
    child, folder = process._child, process.path("stderr").parent
    assert folder.is_dir()
    process.close()
    process.close()
    assert child.poll() is not None
    assert not folder.exists()


def test_a_judge_that_was_never_started_closes():
    with JudgeProcess() as process:
        pass
    process.close()


def test_the_parent_imports_neither_great_expectations_nor_pandas():
    program = (
        "import sys; import audit.rulebook, audit.rulebook.page, audit.validate.judge; "
        "sys.exit(bool({'great_expectations', 'pandas'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_what_is_printed_in_the_child_does_not_reach_the_answers():
    program = (
        "from audit.validate.gx_process import _own_stdout\n"
        "with _own_stdout() as answers:\n"
        "    print('noise', flush=True)\n"
        "    answers.write('answer')\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr.strip()) == ("answer", "noise")
