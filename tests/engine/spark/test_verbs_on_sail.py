"""The verbs on Spark's protocol inside this process: the same tables as on one machine, also of a run that goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.corpus import inputs
from audit.engine.spark import engine as spark
from audit.engine.spark import executor_side, record_groups
from audit.engine.spark.session import Session
from audit.engine.stages import watch_stages
from audit.errors import MachineError
from audit.remote.storage import Storage, StorageError
from audit.verbs.call.engine import SPARK_FOLDER
from audit.verbs.check import check
from audit.verbs.parse import parse
from tests.conftest import Audit
from tests.engine.spark.corpus import lay_down

pytest.importorskip("pysail", reason="the lane of Sail: pip install corpus-audit[spark]")


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("spark") / "raw"
    lay_down(folder)
    return folder


def tables(folder: Path) -> dict[str, object]:
    found = {file.name: pq.read_table(file) for file in sorted(folder.glob("*.parquet"))}
    report = folder / "report.json"
    return found | ({report.name: json.loads(report.read_bytes())} if report.exists() else {})


@pytest.fixture(scope="module")
def here(raw: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Check the corpus on this machine."""
    out = tmp_path_factory.mktemp("here") / "local"
    check(raw, out=out, no_cache=True, workers=3)
    return tables(out)


@pytest.fixture(autouse=True)
def several_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the few files make more than one task."""
    monkeypatch.setattr(inputs, "_SMALLEST_TASK", 16)


@pytest.fixture(params=["embedded", "tiny memory"])
def sail(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have Sail start as it does, or as a cluster of several partitions with a megabyte, record groups on disk."""
    if request.param == "embedded":
        return
    pool = {"TYPE": "greedy", "GREEDY__MAX_SIZE": str(1 << 20)}
    told = {f"SAIL_RUNTIME__MEMORY_POOL__{name}": value for name, value in pool.items()}
    for name, value in (told | {"SAIL_MODE": "local-cluster", "SAIL_EXECUTION__DEFAULT_PARALLELISM": "4"}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(record_groups, "HELD", 1 << 12)


@pytest.mark.usefixtures("sail")
def test_a_check_finds_the_same_to_the_row(
    raw: Path, here: dict[str, pa.Table], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[str] = []
    mapped = Session.mapped
    monkeypatch.setattr(spark, "_PAYS_FROM", 1)
    monkeypatch.setattr(spark, "_LITTLE", 0)
    monkeypatch.setattr(Session, "mapped", lambda *told: met.append(type(told[2]).__name__) or mapped(*told))
    check(raw, out=tmp_path / "spark", engine="spark", no_cache=True, workers=3)
    # Versions (2) and lines, digests, samples and their sizes (5), bands, passages, retold texts (3), recurring blocks;
    # and verified pairs.
    assert met.count("Gathering") > 15
    there = tables(tmp_path / "spark")
    assert here["documents.parquet"].num_rows == 22
    assert here["duplicates.parquet"].num_rows > 5
    assert here["recurring.parquet"].num_rows > 5
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []
    # What stood beside the output is gone.
    assert [path.name for path in tmp_path.iterdir()] == ["spark"]


@pytest.fixture
def stages() -> Iterator[list[str]]:
    seen: list[str] = []
    with watch_stages(lambda stage, _: seen.append(stage)):
        yield seen


def test_a_run_that_was_ended_goes_on_where_it_was(
    raw: Path, tmp_path: Path, stages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    parse(raw, out=tmp_path / "local")
    marks = []

    def fails_at_last(*args: object) -> None:
        marks.append(args)
        if len(marks) > 3:
            raise MachineError("writing a part file failed (ENOSPC); free some space; then run again")
        real(*args)

    real = executor_side.write_marker
    with monkeypatch.context() as patch:
        patch.setattr(executor_side, "write_marker", fails_at_last)
        with pytest.raises(MachineError, match=r"on an executor: writing a part file failed \(ENOSPC\)"):
            parse(raw, out=tmp_path / "spark", engine="spark")
    assert not (tmp_path / "spark").exists()
    assert len(list((tmp_path / SPARK_FOLDER).rglob("marker.json"))) == 3
    # One of the shards is no longer what it was.
    marker = next((tmp_path / SPARK_FOLDER).rglob("marker.json"))
    next(path for path in marker.parent.rglob("*") if path.is_file() and path != marker).unlink()
    parse(raw, out=tmp_path / "spark", engine="spark")
    # Of the two shards of both passes two were whole still.
    assert sum(int(stage[0]) for stage in stages if stage.endswith("of 2 shards were already done")) == 2
    assert tables(tmp_path / "local") == tables(tmp_path / "spark")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["local", "spark"]


def test_executors_read_what_lies_at_a_url_and_keep_their_files_at_another(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The names of inputs come to the driver, and none of their bytes."""
    storage = fsspec.filesystem("memory")
    storage.put(f"{raw}/", "/crawl/", recursive=True)
    storage.pipe_file("/crawl/site0/gone.txt", b"Nobody will read this.")
    real, alone = Storage.fetch, Lock()
    fetched: list[str] = []

    def fetch(self: Storage, to: Path, size: int | None) -> None:
        fetched.append(self.path)
        if self.path.endswith("gone.txt"):
            raise StorageError("the network is down")
        # Who reads a file of fsspec's memory moves the place where others read on.
        with alone:
            real(self, to, size)

    monkeypatch.setattr(Storage, "fetch", fetch)
    parse("memory://crawl", out=tmp_path / "spark", engine="spark", spark_work="memory://work")
    ledger = pq.read_table(tmp_path / "spark" / "ledger.parquet").to_pylist()
    lost = [row for row in ledger if row["code"] == "unfetched"]
    assert [row["id"] for row in lost] == ["site0/gone.txt"]
    assert lost[0]["detail"].startswith(
        "reading it failed several times (the network is down); make sure that it exists"
    )
    storage.rm_file("/crawl/site0/gone.txt")
    for engine in ("local", "spark"):
        parse("memory://crawl", out=tmp_path / engine, engine=engine, spark_work="memory://work")
    assert tables(tmp_path / "local") == tables(tmp_path / "spark")
    assert storage.find("/work") == []
    parse("memory://crawl/all.jsonl", out=tmp_path / "one", engine="spark", spark_work="memory://work")
    assert pq.read_table(tmp_path / "one" / "documents.parquet").num_rows == 6


def test_a_store_that_takes_no_part_files_is_named(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object) -> None:
        raise StorageError("NoCredentialsError: Unable to locate credentials")

    monkeypatch.setattr(Storage, "put", refuses)
    with pytest.raises(MachineError, match=r"cannot be kept at memory://work: NoCred.* check --spark-work"):
        parse(raw, out=tmp_path / "spark", engine="spark", spark_work="memory://work")


def test_the_command_does_without_nothing_that_spark_needs(audit: Audit, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(
        "The ferry left at dawn.\n\nIt came back at noon with forty people.\n", "utf-8"
    )
    ran = audit("parse", "raw", "--out", "out", "--engine", "spark")
    assert (ran.code, (tmp_path / "out" / "documents.parquet").exists()) == (0, True), ran.err
