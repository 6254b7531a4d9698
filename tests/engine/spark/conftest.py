"""An engine of Spark on this machine, and a program whose parts lie in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.engine.engine import Engine, Portable, Program
from audit.engine.spark import engine as spark
from audit.engine.spark.engine import Cluster, spark_engine
from tests.engine import fragile_worker


def moved(_root: Path, parts: Path) -> Program:
    folder = parts / "tasks"
    folder.mkdir(exist_ok=True)
    return Program((), lambda: fragile_worker.work, folder)


def content(_root: Path, items: object) -> str:
    return repr(items)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    (tmp_path / "parts").mkdir()
    portable = Portable(tmp_path, tmp_path / "parts", moved, ("state",), b"key", content)
    return Program((), lambda: fragile_worker.work, tmp_path, portable)


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    monkeypatch.setattr(spark, "_LITTLE", 0)
    with spark_engine(Cluster(None, str(tmp_path / "work"), isolated=False)) as made:
        yield made
