"""An exchange is the same wherever it runs: through files of one machine, and through Spark's shuffle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from audit.engine import exchange
from audit.engine.engine import Engine, Program
from audit.engine.engines import use_engine
from audit.engine.exchange import Exchange, Files, ReduceStep, concatenated, exchange_in_files, first_per_key
from audit.engine.spark import engine as spark
from audit.engine.spark import shuffle
from audit.engine.spark.session import Session
from audit.engine.spill import Keys, Records
from audit.measure.duplication.records import groups
from audit.measure.duplication.records.groups import connected

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


def write(numbers: np.ndarray, name: str, folder: Path) -> None:
    """Write a source where executors have put it, and lend it to the driver."""
    numbers.astype(np.uint64).tofile(next((folder / "work").iterdir()) / name)
    (folder / "parts" / name).symlink_to(next((folder / "work").iterdir()) / name)


def test_records_meet_in_the_same_order(engine: Engine, program: Program, tmp_path: Path) -> None:
    random = np.random.default_rng(7)
    engine.executor(program, 2)
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
    engine: Engine, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    came: list[int] = []
    arrived = shuffle.read
    monkeypatch.setattr(spark, "_SALTED_FROM", 3)
    monkeypatch.setattr(shuffle, "read", lambda records, kind: came.append(len(records)) or arrived(records, kind))
    random = np.random.default_rng(11)
    engine.executor(program, 2)
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
    engine: Engine, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A job of the cluster takes longer to begin; of scattering that is work itself nothing is tried here."""
    jobs: list[str] = []
    rows = Session.rows
    monkeypatch.setattr(Session, "rows", lambda *told: jobs.append("job") or rows(*told))
    engine.executor(program, 2)
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


def test_groups_of_more_edges_than_stay_here(
    engine: Engine, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "RECORDS_PER_SOURCE", 500)
    random = np.random.default_rng(5)
    first, second = random.integers(0, 1_500, (2, 1_200))
    wanted = connected(1_500, first, second)
    assert 300 < len(np.unique(wanted)) < 600
    monkeypatch.setattr(groups, "MOST_HERE", 0)
    engine.executor(program, 2)
    with use_engine(engine):
        assert np.array_equal(connected(1_500, first, second), wanted)
    assert list((tmp_path / "work").glob("*/exchanges/*-2"))
