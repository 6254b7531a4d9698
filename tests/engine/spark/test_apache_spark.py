"""The lane of Apache Spark itself: a cluster of two executors, one of which is killed while it works.

It runs where Java and all of Spark are found: SPARK_HOME, or pyspark in this environment in the place of its client.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from audit.engine.engines import use_engine
from audit.engine.local import LOCAL
from audit.engine.spark import engine as spark
from audit.verbs.check import check
from tests.engine.spark.corpus import lay_down
from tests.engine.spark.test_verbs_on_sail import tables

# Seconds that the server may take to start.
PATIENCE = 180
# What sbin/start-connect-server.sh starts, a script that pyspark from a package index does not always bring.
SERVER = "org.apache.spark.sql.connect.service.SparkConnectServer"


def spark_home() -> Path | None:
    found = find_spec("pyspark")
    own = Path(found.origin).parent if found and found.origin else Path()
    homes = [Path(os.environ["SPARK_HOME"])] if "SPARK_HOME" in os.environ else [own]
    return next((home for home in homes if list(home.glob("jars/spark-connect_*.jar"))), None)


HOME, JAVA = spark_home(), shutil.which("java")
pytestmark = pytest.mark.skipif(
    HOME is None or JAVA is None, reason="the lane of Apache Spark needs Java 17 and SPARK_HOME, or all of pyspark"
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, int]]:
    """Start a Connect server on a cluster of two executors, with a core each; give its address and process."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    settings = {
        "spark.connect.grpc.binding.port": port,
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": 4,
        "spark.driver.memory": "1g",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
    }
    said = [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]
    paths = os.pathsep.join([str(Path(__file__).parents[3]), *sys.path])
    told = {"SPARK_HOME": str(HOME), "SPARK_SCALA_VERSION": "2.13", "PYTHONPATH": paths}
    log = (tmp_path / "server.log").open("wb")
    child = subprocess.Popen(
        [f"{HOME}/bin/spark-submit", "--class", SERVER, "--master", "local-cluster[2,1,1024]", *said],
        env=os.environ | told | {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_DIRS": str(tmp_path / "spark")},
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    try:
        until(lambda: answers(port), PATIENCE)
        yield f"sc://127.0.0.1:{port}", child.pid
    finally:
        os.killpg(child.pid, signal.SIGTERM)
        child.wait(60)
        log.close()


def answers(port: int) -> bool:
    with socket.socket() as knocking:
        return knocking.connect_ex(("127.0.0.1", port)) == 0


def until(holds, seconds: float) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.2)


def executors(server: int) -> list[int]:
    """Return the processes of executors below the server's."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            line = (process / "cmdline").read_bytes()
            group = int((process / "stat").read_text().rpartition(")")[2].split()[2])
        except (OSError, ValueError):
            continue
        if b"CoarseGrainedExecutorBackend" in line and re.search(rb"--executor-id\x00\d+", line) and group == server:
            found.append(int(process.name))
    return found


@pytest.mark.timeout(900)
def test_tables_are_the_same_though_an_executor_is_killed(
    server: tuple[str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw, (remote, process) = tmp_path / "raw", server
    monkeypatch.setattr(spark, "_LITTLE", 0)
    monkeypatch.setattr(spark, "_SALTED_FROM", 2)
    lay_down(raw, 60)
    check(raw, out=tmp_path / "local", no_cache=True)

    def kill_one() -> None:
        work = tmp_path / ".corpus-audit-spark"
        until(lambda: len(list(work.rglob("marker.json"))) > 1, 300)
        os.kill(executors(process)[0], signal.SIGKILL)

    killer = threading.Thread(target=kill_one)
    killer.start()
    with use_engine(LOCAL):
        check(raw, out=tmp_path / "spark", spark_remote=remote, workers=4)
    killer.join()
    assert tables(tmp_path / "local") == tables(tmp_path / "spark")
