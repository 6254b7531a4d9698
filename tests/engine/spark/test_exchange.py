"""An exchange is the same wherever it runs: through files of one machine, and through Spark's shuffle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from audit.engine import exchange
from audit.engine.engine import Engine, Portable, Program
from audit.engine.engines import use_engine
from audit.engine.exchange import Exchange, Files, ReduceStep, concatenated, exchange_in_files, first_per_key
from audit.engine.spark import engine as spark
from audit.engine.spark import executor_side, shuffle
from audit.engine.spark.engine import Cluster, spark_engine
from audit.engine.spark.executor_side import Order
from audit.engine.spark.session import Session
from audit.engine.spill import Keys, Records
from audit.engine.task import Done, Item, Lost, Task
from audit.errors import MachineError, UsageError
from audit.measure.duplication.records import groups
from audit.measure.duplication.records.groups import connected
from tests.engine import fragile_worker

pytest.importorskip("pysail", reason="the lane of Sail: pip install corpus-audit[spark]")

SEEN = np.dtype([("key", "<u8"), ("source", "<u4")])
FEW = 8
COUNT = np.dtype([("key", "<u8"), ("seen", "<i8"), ("first", "<u4")])


@dataclass(frozen=True)
class Words:
    """Sources are files of numbers below a folder; more than one piece of each, and some numbers in many of them."""

    names: tuple[str, ...]

    def scatter(self, files: Files, nth: int) -> Iterator[tuple[Keys, Records]]:
        numbers = np.fromfile(files(self.names[nth]), np.uint64)
        for some in np.array_split(numbers, 3):
            records = np.empty(len(some), SEEN)
            records["key"], records["source"] = some, nth
            yield some, records


def counted(records: Records) -> Records:
    """Return how often each key came and who brought it first: that depends on the order of sources."""
    keys, first, counts = np.unique(records["key"], return_index=True, return_counts=True)
    made = np.empty(len(keys), COUNT)
    made["key"], made["seen"], made["first"] = keys, counts, records["source"][first]
    return made[counts > 1]


def rare(records: Records) -> Records:
    """Return what no more than FEW have, whole."""
    _, which, counts = np.unique(records["key"], return_inverse=True, return_counts=True)
    return records[counts[which] <= FEW]


def fewer(records: Records) -> Records:
    return records[first_per_key(records["key"], FEW + 1)]


def by_count(records: Records) -> Keys:
    return records["seen"].astype(np.uint64)


def unchanged(records: Records) -> Records:
    return records


def moved(_root: Path, parts: Path) -> Program:
    folder = parts / "tasks"
    folder.mkdir(exist_ok=True)
    return Program((), lambda: fragile_worker.work, folder)


def content(_root: Path, items: object) -> str:
    return repr(items)


def write(numbers: np.ndarray, name: str, folder: Path) -> None:
    """Write a source where executors have put it, and lend it to the driver."""
    numbers.astype(np.uint64).tofile(next((folder / "work").iterdir()) / name)
    (folder / "parts" / name).symlink_to(next((folder / "work").iterdir()) / name)


def program(folder: Path) -> Program:
    (folder / "parts").mkdir()
    portable = Portable(folder, folder / "parts", moved, ("state",), b"key", content)
    return Program((), lambda: fragile_worker.work, folder, portable)


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    monkeypatch.setattr(spark, "_LITTLE", 0)
    with spark_engine(Cluster(None, str(tmp_path / "work"), isolated=False)) as made:
        yield made


def test_records_meet_in_the_same_order(engine: Engine, tmp_path: Path) -> None:
    random = np.random.default_rng(7)
    engine.executor(program(tmp_path), 2)
    names = tuple(f"{n}.numbers" for n in range(5))
    for name in names:
        numbers = random.integers(0, 4_000, 3_000, np.uint64)
        # One key of many records: its file takes more than one piece.
        write(np.concatenate([numbers, np.full(100_000, 640)]), name, tmp_path)
    words = Words(names)
    for steps in ((ReduceStep(counted, COUNT),), (ReduceStep(counted, COUNT, by_count), ReduceStep(unchanged, COUNT))):
        asked = Exchange(len(names), SEEN, words.scatter, steps)
        wanted = concatenated(exchange_in_files(asked, tmp_path / "parts"), COUNT)
        assert len(wanted) > 1_000
        assert wanted["seen"].max() > 500_000
        assert np.array_equal(concatenated(engine.exchange(asked, tmp_path / "parts"), COUNT), wanted)


def test_what_a_hot_key_has_too_many_of_does_not_travel(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    came: list[int] = []
    arrived = shuffle.read
    monkeypatch.setattr(spark, "_SALTED_FROM", 3)
    monkeypatch.setattr(shuffle, "read", lambda records, kind: came.append(len(records)) or arrived(records, kind))
    random = np.random.default_rng(11)
    engine.executor(program(tmp_path), 2)
    names = tuple(f"{n}.numbers" for n in range(8))
    for name in names:
        numbers = random.integers(0, 2_000, 1_000, np.uint64)
        write(np.concatenate([numbers, np.full(200_000, 640)]), name, tmp_path)
    plain = Exchange(len(names), SEEN, Words(names).scatter, (ReduceStep(rare, SEEN),))
    wanted = concatenated(exchange_in_files(plain, tmp_path / "parts"), SEEN)
    assert 0 < len(wanted) < 8_000
    assert np.array_equal(
        concatenated(engine.exchange(replace(plain, combine=fewer), tmp_path / "parts"), SEEN), wanted
    )
    # The hot key alone would be 19 MB.
    assert max(came) < 8 * 1_000 * SEEN.itemsize


def test_few_records_meet_where_they_are_asked_for(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A job of the cluster takes longer to begin; of scattering that is work itself nothing is tried here."""
    jobs: list[str] = []
    rows = Session.rows
    monkeypatch.setattr(Session, "rows", lambda *told: jobs.append("job") or rows(*told))
    engine.executor(program(tmp_path), 2)
    parts, names = tmp_path / "parts", ("a.numbers", "b.numbers")
    for name in names:
        write(np.arange(300), name, tmp_path)
    asked = Exchange(
        len(names), SEEN, Words(names).scatter, (ReduceStep(counted, COUNT, by_count), ReduceStep(unchanged, COUNT))
    )
    size = 2 * 300 * SEEN.itemsize
    wanted = concatenated(exchange_in_files(asked, parts), COUNT)
    for little, one, began in (
        (size, asked, 0),
        (size - 1, asked, 1),
        (size, replace(asked, is_costly=True), 2),
    ):
        monkeypatch.setattr(spark, "_LITTLE", little)
        assert np.array_equal(concatenated(engine.exchange(one, parts), COUNT), wanted)
        assert len(jobs) == began


def test_groups_of_more_edges_than_stay_here(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "RECORDS_PER_SOURCE", 500)
    random = np.random.default_rng(5)
    first, second = random.integers(0, 1_500, (2, 1_200))
    wanted = connected(1_500, first, second)
    assert 300 < len(np.unique(wanted)) < 600
    monkeypatch.setattr(groups, "MOST_HERE", 0)
    engine.executor(program(tmp_path), 2)
    with use_engine(engine):
        assert np.array_equal(connected(1_500, first, second), wanted)
    assert list((tmp_path / "work").glob("*/exchanges/*-2"))


def test_a_cluster_answers_every_item_once_and_loses_only_what_fails(engine: Engine, tmp_path: Path) -> None:
    names = ["a", "b-raise", "c", "d", "e", "f", "g", "h", "i-together", "j-raise"]
    tasks = [Task((n, 0), tuple(Item(id, id) for id in names[at : at + 3])) for n, at in enumerate(range(0, 10, 3))]
    counted = [0, 0]

    def count(items: int, size: int) -> None:
        counted[0] += items
        counted[1] += size

    with engine.executor(program(tmp_path), 2) as executor:
        answers = sorted(executor.run(tasks, count), key=lambda answer: answer.key)
        assert list(executor.run(())) == []
        with pytest.raises(MachineError, match="on an executor: writing a part file in parts failed"):
            list(executor.run([Task((0, 0), (Item("b-disk", "b-disk"),))]))
    done = [id for answer in answers if isinstance(answer, Done) for id in answer.answer["ids"]]
    assert done == ["a", "c", "d", "e", "f", "g", "h"]
    assert {answer.item.id for answer in answers if isinstance(answer, Lost)} == {"b-raise", "i-together", "j-raise"}
    assert counted == [10, 100]


def test_a_worker_stays_from_pass_to_pass_until_it_may_have_read_what_is_no_longer_so(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[list[bytes]] = []
    kind, lend = executor_side._ExecutorWorker, executor_side._ExecutorWorker._lend

    def lent(worker: executor_side._ExecutorWorker) -> bool:
        is_lent = lend(worker)
        begun.append([file.read_bytes() for file in worker.folder.glob("state/*")])
        return is_lent

    monkeypatch.setattr(kind, "_lend", lent)
    first = kind.__init__
    monkeypatch.setattr(kind, "__init__", lambda *args: begun.append([b"a new one"]) or first(*args))
    with engine.executor(program(tmp_path), 1) as executor:
        for number, state in enumerate((None, b"one", b"one", b"another")):
            if state:
                (tmp_path / "parts" / "state").mkdir(exist_ok=True)
                (tmp_path / "parts" / "state" / "table").write_bytes(state)
            assert len(list(executor.run([Task((0, 0), (Item(f"a{number}", "a"),))]))) == 1
    assert begun == [[b"a new one"], [], [b"one"], [b"a new one"], [b"another"]]


def test_executors_that_cannot_do_it_say_why(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with engine.executor(program(tmp_path), 2) as executor:
        tasks = [Task((0, 0), (Item("a", "a"),))]
        with monkeypatch.context() as patch:
            patch.setattr(executor_side, "program", lambda: b"another")
            with pytest.raises(UsageError, match="the executors run a different version of corpus-audit"):
                list(executor.run(tasks))
        next((tmp_path / "work").iterdir()).joinpath("driver").write_bytes(b"somebody else's")
        with pytest.raises(UsageError, match=r"cannot access the driver's folder .* --spark-work"):
            list(executor.run(tasks))


def test_an_input_that_executors_do_not_see_is_not_taken_for_an_empty_one(engine: Engine, tmp_path: Path) -> None:
    asked = program(tmp_path)
    assert asked.portable is not None
    gone = replace(asked, portable=replace(asked.portable, root=tmp_path / "gone"))
    with engine.executor(gone, 2) as executor, pytest.raises(UsageError, match=r"cannot access the input .*gone"):
        list(executor.run([Task((0, 0), (Item("a", "a"),))]))


def test_a_folder_that_is_not_shared_is_known_by_its_sign(tmp_path: Path) -> None:
    order = Order(str(tmp_path / "work"), "sign", executor_side.program())
    order.begin()
    assert order.shared()
    with pytest.raises(UsageError, match="cannot access the driver's folder"):
        Order(str(tmp_path / "elsewhere"), "sign", executor_side.program()).shared()


def test_the_same_call_twice_at_once_does_not_share_a_folder(engine: Engine, tmp_path: Path) -> None:
    asked = program(tmp_path)
    with spark_engine(Cluster(None, str(tmp_path / "work"), isolated=False)) as other:
        other.executor(asked, 2)
        engine.executor(asked, 2)
        assert len(list((tmp_path / "work").iterdir())) == 2
    assert len(list((tmp_path / "work").iterdir())) == 1
