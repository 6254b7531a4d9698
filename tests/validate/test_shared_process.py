"""One judge for many: the same real child, ended once, and never an old answer to a new question."""

from __future__ import annotations

import os
import signal
import threading

import pyarrow as pa
import pytest

from audit.errors import MachineError
from audit.validate import judge_process
from audit.validate.judge import Judge, open_judge
from audit.validate.shared_process import share_process

SUITE = {
    "name": "test",
    "expectations": [
        {
            "type": "expect_column_values_to_be_between",
            "kwargs": {"column": "x", "mostly": 1.0, "max_value": 0},
            "severity": "warning",
            "meta": {"rule": "ENC004"},
        }
    ],
}
# A judge that takes no seconds to come: it dies of its first question.
BRIEF = ("-c", "import sys; sys.stdin.readline(); raise MemoryError")


def ask(judge: Judge) -> bool:
    return judge.validate(pa.table({"x": [0, 0]}), SUITE).success


def test_those_who_borrow_it_ask_the_same_child_and_leave_it_running(judge: Judge) -> None:
    with open_judge() as first:
        assert ask(first)
        child = first.process._child
    with open_judge() as second:
        assert second.process is first.process is judge.process
        assert ask(second)
        assert second.process._child is child
    assert child.poll() is None


def test_a_judge_of_ones_own_is_gone_with_its_last_question(monkeypatch: pytest.MonkeyPatch, judge: Judge) -> None:
    monkeypatch.setattr(judge_process, "_COMMAND", BRIEF)
    own: list[Judge] = []

    def alone() -> None:
        with open_judge() as mine:
            child = mine.process.start()._child
            own.append(mine)
        assert child.poll() is not None

    # In a thread of its own, to which nobody lends.
    thread = threading.Thread(target=alone)
    thread.start()
    thread.join()
    assert own[0].process is not judge.process


def test_a_shared_judge_ends_with_its_owner(monkeypatch: pytest.MonkeyPatch, judge: Judge) -> None:
    monkeypatch.setattr(judge_process, "_COMMAND", BRIEF)
    with share_process() as lent, open_judge() as borrowed:
        assert borrowed.process is lent is not judge.process
        child, folder = lent.start()._child, lent.path("stderr").parent
    assert child.poll() is not None
    assert not folder.exists()
    with open_judge() as borrowed:
        assert borrowed.process is judge.process


def test_a_child_that_owes_an_answer_is_replaced_before_the_next_question(
    monkeypatch: pytest.MonkeyPatch, judge: Judge
) -> None:
    with share_process() as lent:
        with monkeypatch.context() as brief:
            brief.setattr(judge_process, "_COMMAND", BRIEF)
            with pytest.raises(MachineError, match="nothing was judged"):
                ask(Judge(lent))
        assert lent._child is None
        # An interrupt while it thinks: its verdict would come as that of the next audit.
        os.kill(lent.start()._child.pid, signal.SIGSTOP)
        with monkeypatch.context() as hasty:
            hasty.setattr(judge_process, "_LONGEST", 0.1)
            with pytest.raises(MachineError, match="gave no result within"):
                ask(Judge(lent))
        assert lent._child is None
