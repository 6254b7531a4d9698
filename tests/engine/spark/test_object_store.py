"""The lane of an object store: moto's S3 in this process holds the inputs and the part files.

It runs where moto and s3fs are found: pip install corpus-audit[test-s3].
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from audit.engine.spark import executor_side
from audit.errors import MachineError
from audit.verbs.parse import parse
from tests.engine.spark.corpus import lay_down
from tests.engine.spark.test_verbs_on_sail import tables

WANTED = "the lane of an object store: pip install corpus-audit[test-s3]"
pytest.importorskip("pysail", reason="the lane of Sail: pip install corpus-audit[spark]")
pytest.importorskip("s3fs", reason=WANTED)
server = pytest.importorskip("moto.server", reason=WANTED)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[fsspec.AbstractFileSystem]:
    """Give a store with two buckets, behind the address that everybody here uses for S3."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "of nobody")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    moto = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    try:
        address = "http://{}:{}".format(*moto.get_host_and_port())
        monkeypatch.setitem(fsspec.config.conf, "s3", {"endpoint_url": address})
        found = fsspec.filesystem("s3")
        for bucket in ("crawl", "work"):
            found.mkdir(bucket)
        yield found
    finally:
        moto.stop()


def test_a_run_in_a_store_that_was_ended_goes_on_there(
    store: fsspec.AbstractFileSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_down(tmp_path / "raw", 6)
    store.put(f"{tmp_path}/raw/", "s3://crawl/2024/", recursive=True)
    parse(tmp_path / "raw", out=tmp_path / "local")
    real = executor_side.write_marker
    marks: list[object] = []

    def fails_at_last(*args: object) -> None:
        marks.append(args)
        if len(marks) > 1:
            raise MachineError("the store is full")
        real(*args)

    with monkeypatch.context() as patch:
        patch.setattr(executor_side, "write_marker", fails_at_last)
        with pytest.raises(MachineError, match="on an executor: the store is full"):
            parse("s3://crawl/2024", out=tmp_path / "spark", engine="spark", spark_work="s3://work/a")
    store.invalidate_cache()
    assert sum(name.endswith("marker.json") for name in store.find("work")) == 1
    parse("s3://crawl/2024", out=tmp_path / "spark", engine="spark", spark_work="s3://work/a")
    here, there = tables(tmp_path / "local"), tables(tmp_path / "spark")
    assert here["documents.parquet"].num_rows == 12
    assert [name for name in here if here[name] != there.get(name)] == []
    store.invalidate_cache()
    assert store.find("work") == []
