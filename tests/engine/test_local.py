"""The pool against real processes that really die."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from audit.engine.local import Crew, Pool, pieces
from audit.engine.task import MANY, Done, Item, Lost, Task
from audit.engine.worker import Limits
from audit.errors import DefectError

COMMAND = (sys.executable, str(Path(__file__).with_name("fragile_worker.py")))


def tasks(*names: str, size: int = 4) -> list[Task]:
    items = [Item(name, name) for name in names]
    return [Task((n,), tuple(items[at : at + size])) for n, at in enumerate(range(0, len(items), size))]


def outcome(*names: str, workers: int = 2, size: int = 4, silence: float = 60.0) -> tuple[list[str], dict[str, str]]:
    """Return the ids that were worked on, in the order of their keys, and the code of each lost input."""
    pool = Pool(COMMAND, workers, Limits(silence))
    with Crew(pool) as crew:
        results = sorted(crew.run(tasks(*names, size=size)), key=lambda r: r.key)
    done = [id for r in results if isinstance(r, Done) for id in r.answer["ids"]]
    return done, {r.item.id: r.code for r in results if isinstance(r, Lost)}


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_all_inputs_come_back_in_order_whatever_the_workers(workers: int) -> None:
    names = [f"{n:02}" for n in range(11)]
    assert outcome(*names, workers=workers) == (names, {})


def test_workers_stay_from_one_run_to_the_next() -> None:
    with Crew(Pool(COMMAND, 1)) as crew:
        first = list(crew.run(tasks("a", "b")))
        before = [worker.child.pid for worker in crew.workers]
        again = list(crew.run(tasks("c")))
        assert [worker.child.pid for worker in crew.workers] == before
    assert [r.answer["ids"] for r in (*first, *again) if isinstance(r, Done)] == [["a", "b"], ["c"]]


def test_a_worker_lost_in_one_run_is_replaced_in_the_next() -> None:
    with Crew(Pool(COMMAND, 1)) as crew:
        assert [type(r) for r in crew.run(tasks("a-kill"))] == [Lost]
        assert [r.answer["ids"] for r in crew.run(tasks("b")) if isinstance(r, Done)] == [["b"]]


def test_no_inputs_need_no_workers() -> None:
    assert outcome() == ([], {})


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("kill", "crashed-reader"),
        ("raise", "crashed-reader"),
        ("memory", "crashed-reader"),
        ("together", "crashed-reader"),
    ],
)
def test_a_poisonous_input_is_lost_alone(fault: str, code: str) -> None:
    names = ["a", "b", f"c-{fault}", "d", "e", "f"]
    assert outcome(*names) == (["a", "b", "d", "e", "f"], {f"c-{fault}": code})


def test_an_input_that_kills_only_in_company_survives_alone() -> None:
    assert outcome("a", "b-once", "c") == (["a", "b-once", "c"], {})


def test_two_poisonous_inputs_in_one_task_cost_only_themselves() -> None:
    assert outcome("a-kill", "b", "c-raise", "d") == (
        ["b", "d"],
        {"a-kill": "crashed-reader", "c-raise": "crashed-reader"},
    )


def test_a_hanging_input_is_ended_and_lost() -> None:
    assert outcome("a", "b-hang", "c", silence=2.0) == (["a", "c"], {"b-hang": "timed-out"})


def test_the_reason_is_safe_to_print() -> None:
    with Crew(Pool(COMMAND, 1)) as crew:
        lost = [r for r in crew.run(tasks("raise")) if isinstance(r, Lost)]
    assert "ValueError" in lost[0].detail
    assert "\x1b" not in lost[0].detail


def test_a_worker_that_cannot_start_is_a_defect() -> None:
    with Crew(Pool((*COMMAND, "broken"), 2)) as crew, pytest.raises(DefectError, match="no such library"):
        list(crew.run(tasks("a")))


def test_progress_counts_every_input_once() -> None:
    counted = [0, 0]

    def count(items: int, size: int) -> None:
        counted[0] += items
        counted[1] += size

    with Crew(Pool(COMMAND, 2)) as crew:
        list(crew.run(tasks(*"abcdefg", size=3), count))
    assert counted == [7, 70]


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
    made = pieces(task, at)
    assert [tuple(i.id for i in p.items) for p in made] == parts
    assert [p.key for p in made] == sorted(p.key for p in made)
