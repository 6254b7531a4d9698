"""Tasks on executors: answered once each, by workers that stay while what they read does, or refused with a reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from audit.engine.engine import Engine, Program
from audit.engine.spark import executor_side
from audit.engine.spark.engine import Cluster, spark_engine
from audit.engine.spark.executor_side import Order
from audit.engine.task import Done, Item, Lost, Task
from audit.errors import MachineError, UsageError

pytest.importorskip("pysail", reason="the lane of Sail: pip install corpus-audit[spark]")


def test_a_cluster_answers_every_item_once_and_loses_only_what_fails(
    engine: Engine, program: Program, tmp_path: Path
) -> None:
    names = ["a", "b-raise", "c", "d", "e", "f", "g", "h", "i-together", "j-raise"]
    tasks = [Task((n, 0), tuple(Item(id, id) for id in names[at : at + 3])) for n, at in enumerate(range(0, 10, 3))]
    counted = [0, 0]

    def count(items: int, size: int) -> None:
        counted[0] += items
        counted[1] += size

    with engine.executor(program, 2) as executor:
        answers = sorted(executor.run(tasks, count), key=lambda answer: answer.key)
        assert list(executor.run(())) == []
        with pytest.raises(MachineError, match="on an executor: writing a part file in parts failed"):
            list(executor.run([Task((0, 0), (Item("b-disk", "b-disk"),))]))
    done = [id for answer in answers if isinstance(answer, Done) for id in answer.answer["ids"]]
    assert done == ["a", "c", "d", "e", "f", "g", "h"]
    assert {answer.item.id for answer in answers if isinstance(answer, Lost)} == {"b-raise", "i-together", "j-raise"}
    assert counted == [10, 100]


def test_a_worker_stays_from_pass_to_pass_until_it_may_have_read_what_is_no_longer_so(
    engine: Engine, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[list[bytes]] = []
    kind, lend = executor_side.ExecutorWorker, executor_side.ExecutorWorker._lend

    def lent(worker: executor_side.ExecutorWorker) -> bool:
        is_lent = lend(worker)
        begun.append([file.read_bytes() for file in worker.folder.glob("state/*")])
        return is_lent

    monkeypatch.setattr(kind, "_lend", lent)
    first = kind.__init__
    monkeypatch.setattr(kind, "__init__", lambda *args: begun.append([b"a new one"]) or first(*args))
    with engine.executor(program, 1) as executor:
        for number, state in enumerate((None, b"one", b"one", b"another")):
            if state:
                (tmp_path / "parts" / "state").mkdir(exist_ok=True)
                (tmp_path / "parts" / "state" / "table").write_bytes(state)
            assert len(list(executor.run([Task((0, 0), (Item(f"a{number}", "a"),))]))) == 1
    assert begun == [[b"a new one"], [], [b"one"], [b"a new one"], [b"another"]]


def test_executors_that_cannot_do_it_say_why(
    engine: Engine, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with engine.executor(program, 2) as executor:
        tasks = [Task((0, 0), (Item("a", "a"),))]
        with monkeypatch.context() as patch:
            patch.setattr(executor_side, "program_digest", lambda: b"another")
            with pytest.raises(UsageError, match="the executors run a different version of corpus-audit"):
                list(executor.run(tasks))
        next((tmp_path / "work").iterdir()).joinpath("driver").write_bytes(b"somebody else's")
        with pytest.raises(UsageError, match=r"cannot access the driver's folder .* --spark-work"):
            list(executor.run(tasks))


def test_an_input_that_executors_do_not_see_is_not_taken_for_an_empty_one(
    engine: Engine, program: Program, tmp_path: Path
) -> None:
    assert program.portable is not None
    gone = replace(program, portable=replace(program.portable, root=tmp_path / "gone"))
    with engine.executor(gone, 2) as executor, pytest.raises(UsageError, match=r"cannot access the input .*gone"):
        list(executor.run([Task((0, 0), (Item("a", "a"),))]))


def test_a_folder_that_is_not_shared_is_known_by_its_sign(tmp_path: Path) -> None:
    order = Order(str(tmp_path / "work"), "sign", executor_side.program_digest())
    order.begin()
    assert order.shared()
    with pytest.raises(UsageError, match="cannot access the driver's folder"):
        Order(str(tmp_path / "elsewhere"), "sign", executor_side.program_digest()).shared()


def test_the_same_call_twice_at_once_does_not_share_a_folder(engine: Engine, program: Program, tmp_path: Path) -> None:
    with spark_engine(Cluster(None, str(tmp_path / "work"), isolated=False)) as other:
        other.executor(program, 2)
        engine.executor(program, 2)
        assert len(list((tmp_path / "work").iterdir())) == 2
    assert len(list((tmp_path / "work").iterdir())) == 1
