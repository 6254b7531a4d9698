"""What every engine owes a corpus, whoever does the work: a new one stands in ENGINES and passes here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audit.engine.engine import Engine, Executor, Program
from audit.engine.engines import ENGINES, VARIABLE, current_engine, use_engine
from audit.engine.in_process import IN_PROCESS
from audit.engine.local import LOCAL
from audit.engine.task import Done, Item, Lost, Task
from audit.errors import MachineError, UsageError
from tests.engine import fragile_worker

COMMAND = (sys.executable, str(Path(fragile_worker.__file__)))


def tasks(*names: str, size: int = 3) -> list[Task]:
    items = [Item(name, name) for name in names]
    return [Task((n, 0), tuple(items[at : at + size])) for n, at in enumerate(range(0, len(items), size))]


@pytest.fixture(params=ENGINES, ids=lambda engine: engine.name)
def executor(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Executor]:
    engine: Engine = request.param
    with engine.executor(Program(COMMAND, lambda: fragile_worker.work, tmp_path), 2) as made:
        yield made


def done_and_lost(answers: list[Done | Lost]) -> tuple[list[str], dict[str, str]]:
    """Return the ids that were worked on, in the order of their keys, and the code of each lost item."""
    ordered = sorted(answers, key=lambda answer: answer.key)
    done = [id for answer in ordered if isinstance(answer, Done) for id in answer.answer["ids"]]
    return done, {answer.item.id: answer.code for answer in ordered if isinstance(answer, Lost)}


def test_an_engine_answers_every_item_once_and_loses_only_what_fails(executor: Executor) -> None:
    """One start for many assertions: real workers are dear."""
    counted = [0, 0]

    def count(items: int, size: int) -> None:
        counted[0] += items
        counted[1] += size

    names = ["a", "b-raise", "c", "d", "e", "f", "g", "h", "i-together", "j-raise"]
    assert done_and_lost(list(executor.run(tasks(*names), count))) == (
        ["a", "c", "d", "e", "f", "g", "h"],
        {"b-raise": "crashed-reader", "i-together": "crashed-reader", "j-raise": "crashed-reader"},
    )
    # Also of what was tried again.
    assert counted == [10, 100]
    assert done_and_lost(list(executor.run(tasks("again")))) == (["again"], {})
    assert list(executor.run(())) == []
    lost = [answer for answer in executor.run(tasks("raise")) if isinstance(answer, Lost)]
    assert "it raised ValueError at tests.engine.fragile_worker:" in lost[0].detail.replace("__main__", FRAGILE)
    assert "odd \\x1b[2J input" in lost[0].detail
    assert int(lost[0].detail.partition(":")[2].partition(":")[0]) == LINE


FRAGILE = "tests.engine.fragile_worker"
LINE = next(
    number
    for number, line in enumerate(Path(fragile_worker.__file__).read_text("utf-8").splitlines(), 1)
    if "raise ValueError" in line
)


def test_an_engine_takes_tasks_as_workers_become_free(executor: Executor) -> None:
    taken = 0

    def counted() -> Iterator[Task]:
        nonlocal taken
        for task in tasks(*(f"{n:02}" for n in range(30)), size=1):
            taken += 1
            yield task

    answers = executor.run(counted())
    next(answers)
    assert taken <= 4
    assert len(list(answers)) == 29


@pytest.mark.parametrize(
    ("fault", "said"), [("disk", "writing a part file.*then run again"), ("descriptors", "EMFILE")]
)
def test_what_the_machine_lacks_ends_the_run(executor: Executor, fault: str, said: str) -> None:
    with pytest.raises(MachineError, match=said):
        list(executor.run(tasks("a", f"b-{fault}", "c")))


def test_memory_that_this_process_is_refused_is_no_inputs_fault(tmp_path: Path) -> None:
    def work(task: Task, tell: Callable[[int, int], None]) -> dict[str, object]:
        raise MemoryError

    with (
        IN_PROCESS.executor(Program((), lambda: work, tmp_path), 1) as executor,
        pytest.raises(MachineError, match=r"ENOMEM.*not because of the input"),
    ):
        list(executor.run(tasks("a")))


def test_names_of_engines_are_their_own() -> None:
    assert len({engine.name for engine in ENGINES}) == len(ENGINES)


def test_an_engine_is_chosen_by_the_call_then_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    other = Engine("other", IN_PROCESS.executor)
    with use_engine(other):
        monkeypatch.setenv(VARIABLE, LOCAL.name)
        assert current_engine() is other
        with use_engine(IN_PROCESS):
            assert current_engine() is IN_PROCESS
        assert current_engine() is other


def test_without_a_word_workers_are_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    from contextvars import Context

    nobody = Context()
    monkeypatch.delenv(VARIABLE, raising=False)
    assert nobody.run(current_engine) is LOCAL
    monkeypatch.setenv(VARIABLE, "in-process")
    assert nobody.run(current_engine) is IN_PROCESS
    monkeypatch.setenv(VARIABLE, "steam\x1b")
    with pytest.raises(UsageError, match=r"steam\\x1b, which is not an engine; available: local, in-process"):
        nobody.run(current_engine)
