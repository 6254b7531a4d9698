"""The pool against real processes that really die."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from audit.engine import local
from audit.engine.local import PoolSettings, WorkerPool
from audit.engine.task import MANY, Done, Item, Lost, Task, read_task, split_task, write_task
from audit.engine.worker import Limits, State
from audit.errors import DefectError, MachineError

COMMAND = (sys.executable, str(Path(__file__).with_name("fragile_worker.py")))


def tasks(*names: str, size: int = 4) -> list[Task]:
    items = [Item(name, name) for name in names]
    return [Task((n, 0), tuple(items[at : at + size])) for n, at in enumerate(range(0, len(items), size))]


@pytest.fixture
def pool(tmp_path: Path) -> Callable[..., PoolSettings]:
    """Give a maker of pools: how many workers, their arguments, their limits."""

    def made(workers: int, *arguments: str, limits: Limits = Limits(60.0)) -> PoolSettings:  # noqa: B008 it is frozen
        return PoolSettings((*COMMAND, *arguments), workers, tmp_path, limits)

    return made


@pytest.fixture
def outcome(pool: Callable[..., PoolSettings]) -> Callable[..., tuple[list[str], dict[str, str]]]:
    """Give a run: the ids that were worked on, in the order of their keys, and the code of each lost input."""

    def ran(*names: str, workers: int = 2, size: int = 4, silence: float = 60.0) -> tuple[list[str], dict[str, str]]:
        with WorkerPool(pool(workers, limits=Limits(silence))) as executor:
            results = sorted(executor.run(tasks(*names, size=size)), key=lambda r: r.key)
        done = [id for r in results if isinstance(r, Done) for id in r.answer["ids"]]
        return done, {r.item.id: r.code for r in results if isinstance(r, Lost)}

    return ran


Outcome = Callable[..., tuple[list[str], dict[str, str]]]
MakePool = Callable[..., PoolSettings]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_all_inputs_come_back_in_order_whatever_the_workers(workers: int, outcome: Outcome) -> None:
    names = [f"{n:02}" for n in range(11)]
    assert outcome(*names, workers=workers) == (names, {})


def test_workers_stay_from_one_run_to_the_next(pool: MakePool) -> None:
    with WorkerPool(pool(1)) as executor:
        first = list(executor.run(tasks("a", "b")))
        before = [worker.child.pid for worker in executor.workers]
        again = list(executor.run(tasks("c")))
        assert [worker.child.pid for worker in executor.workers] == before
    assert [r.answer["ids"] for r in (*first, *again) if isinstance(r, Done)] == [["a", "b"], ["c"]]


def test_a_worker_lost_in_one_run_is_replaced_in_the_next(pool: MakePool) -> None:
    with WorkerPool(pool(1)) as executor:
        assert [type(r) for r in executor.run(tasks("a-kill"))] == [Lost]
        assert [r.answer["ids"] for r in executor.run(tasks("b")) if isinstance(r, Done)] == [["b"]]


def test_no_inputs_need_no_workers(outcome: Outcome) -> None:
    assert outcome() == ([], {})


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("kill", "crashed-reader"),
        ("raise", "crashed-reader"),
        ("memory", "too-complex"),
        ("abort", "too-complex"),
        ("together", "crashed-reader"),
    ],
)
def test_a_poisonous_input_is_lost_alone(fault: str, code: str, outcome: Outcome) -> None:
    names = ["a", "b", f"c-{fault}", "d", "e", "f"]
    assert outcome(*names) == (["a", "b", "d", "e", "f"], {f"c-{fault}": code})


def test_an_input_that_kills_only_in_company_survives_alone(outcome: Outcome) -> None:
    assert outcome("a", "b-once", "c") == (["a", "b-once", "c"], {})


def test_two_poisonous_inputs_in_one_task_cost_only_themselves(outcome: Outcome) -> None:
    assert outcome("a-kill", "b", "c-raise", "d") == (
        ["b", "d"],
        {"a-kill": "crashed-reader", "c-raise": "crashed-reader"},
    )


def test_a_hanging_input_is_ended_and_lost(outcome: Outcome) -> None:
    assert outcome("a", "b-hang", "c", silence=5.0) == (["a", "c"], {"b-hang": "timed-out"})


def test_the_reason_is_safe_to_print(pool: MakePool) -> None:
    with WorkerPool(pool(1)) as executor:
        lost = [r for r in executor.run(tasks("raise")) if isinstance(r, Lost)]
    assert "ValueError" in lost[0].detail
    assert "\x1b" not in lost[0].detail


def test_a_worker_that_cannot_start_is_a_defect(pool: MakePool) -> None:
    with WorkerPool(pool(2, "broken")) as executor, pytest.raises(DefectError, match="no such library"):
        list(executor.run(tasks("a")))


def test_progress_counts_every_input_once(pool: MakePool) -> None:
    counted = [0, 0]

    def count(items: int, size: int) -> None:
        counted[0] += items
        counted[1] += size

    names = ["a", "b", "c-once", "d", "e-kill", "f", "g"]
    with WorkerPool(pool(2)) as executor:
        list(executor.run(tasks(*names, size=3), count))
    # The bytes of what is read again are counted once, too.
    assert counted == [7, 70]


def test_workers_start_side_by_side_whatever_the_size_of_a_task(pool: MakePool) -> None:
    """Paths that are more than a pipe holds: the second worker must not wait until the first has read its own."""
    long = "长" * 80
    with WorkerPool(pool(3)) as executor:
        answers = executor.run(tasks(*(f"{n}/{long}" for n in range(900)), size=300))
        first = next(answers)
        assert len(executor.workers) == 3
        assert len([first, *answers]) == 3
    assert not list(executor.pool.folder.glob("*.task"))


@pytest.mark.parametrize(
    ("start", "said"),
    [("files", "EMFILE.*ulimit -n"), ("killed", "not because of the input"), ("hangs", "did not start")],
)
def test_a_failed_start_is_no_inputs_fault(start: str, said: str, pool: MakePool) -> None:
    limits = Limits(60.0, start=1.0 if start == "hangs" else 60.0)
    with WorkerPool(pool(2, start, limits=limits)) as executor, pytest.raises(MachineError, match=said):
        list(executor.run(tasks("a", "b")))


@pytest.mark.parametrize(
    ("fault", "said"), [("disk", "writing a part file in parts .*then run again"), ("descriptors", "ulimit -n")]
)
def test_what_the_machine_lacks_ends_the_run(fault: str, said: str, pool: MakePool) -> None:
    with WorkerPool(pool(2)) as executor, pytest.raises(MachineError, match=said):
        list(executor.run(tasks("a", f"b-{fault}", "c")))


def test_memory_that_a_worker_was_never_granted_ends_the_run(pool: MakePool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "machine_has_memory", lambda: False)
    with WorkerPool(pool(1)) as executor, pytest.raises(MachineError, match="memory"):
        list(executor.run(tasks("a", "b-abort")))


def test_a_worker_that_is_ended_while_it_waits_costs_nothing(pool: MakePool) -> None:
    with WorkerPool(pool(1)) as executor:
        list(executor.run(tasks("a")))
        assert executor.workers[0].state is State.READY
        executor.workers[0].child.kill()
        executor.workers[0].child.wait()
        assert [r.answer["ids"] for r in executor.run(tasks("b-kill", "c")) if isinstance(r, Done)] == [["c"]]


def test_a_task_is_read_as_it_was_written(tmp_path: Path) -> None:
    task = Task((3, 7), (Item("a", "\udcff/名", "code", "why"), Item("b", "b")), alone=False, work="scan")
    assert read_task(write_task(task, tmp_path)) == task


@pytest.mark.parametrize(
    ("at", "parts"),
    [
        (0, [("a",), ("b", "c", "d")]),
        (2, [("a", "b"), ("c",), ("d",)]),
        (3, [("a", "b", "c"), ("d",)]),
        (-1, [("a",), ("b", "c", "d")]),
        (MANY, [("a", "b"), ("c", "d")]),
    ],
)
def test_pieces_hold_every_item_once_and_in_order(at: int, parts: list[tuple[str, ...]]) -> None:
    task = tasks(*"abcd")[0]
    made = split_task(task, at)
    assert [tuple(i.id for i in p.items) for p in made] == parts
    assert [p.key for p in made] == sorted(p.key for p in made)
