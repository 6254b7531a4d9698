"""The door to Spark: what it is told is checked before anybody waits, and what is missing is named."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from audit.engine.spark.session import read_remote, session, session_error
from audit.errors import MachineError, UsageError
from tests.conftest import Audit


@pytest.mark.parametrize("said", ["sc://host", "sc://host:15002", "sc://host:443/;use_ssl=true;token=abc", "local[2]"])
def test_addresses_of_servers_and_masters_are_taken(said: str) -> None:
    assert read_remote(said) == said


@pytest.mark.parametrize("said", ["", "spark://host:7077", "sc://", "sc://ho st:1", "sc://host:x", "local[2] --evil"])
def test_what_is_no_address_is_refused(said: str) -> None:
    with pytest.raises(UsageError, match="--spark-remote takes the address of a Spark Connect server"):
        read_remote(said)


def test_what_is_secret_in_an_address_is_not_shown() -> None:
    with pytest.raises(UsageError) as caught:
        read_remote("sc//host/;token=hunter2")
    assert "hunter2" not in str(caught.value)


def test_a_server_that_is_not_there_is_told_of_at_once() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    with (
        pytest.raises(UsageError, match=f"no Spark Connect server answers at 127.0.0.1:{port}"),
        session(f"sc://127.0.0.1:{port}"),
    ):
        pass


@pytest.mark.parametrize("package", ["pysail.spark", "pyspark.sql"])
def test_a_missing_package_is_named_with_its_extra(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if package != "pysail.spark":
        pytest.importorskip("pysail", reason="the lane of Sail: pip install corpus-audit[spark]")
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(UsageError, match=r'not installed: pip install "corpus-audit\[spark\]"'), session(None):
        pass


@pytest.mark.parametrize(
    ("said", "kind", "told"),
    [
        ("ModuleNotFoundError: No module named 'audit'", UsageError, "the executors lack corpus-audit"),
        ("x\nModuleNotFoundError: No module named 'pyarrow'", UsageError, r"\(no module pyarrow\).*PYSPARK_PYTHON"),
        ("x\nModuleNotFoundError: No module named 'pyarrows'", MachineError, "No module named 'pyarrows'"),
        (
            "x\naudit.errors.MachineError: the disk is full\n  at y",
            MachineError,
            "executor: the disk is full",
        ),
        ("[INVALID_CONNECT_URL] Invalid URL for Spark Connect", UsageError, "Java and all of pyspark"),
        ("Job aborted\n due to \x1b[2J failure", MachineError, r"due to \\x1b\[2J failure\); look at its log"),
    ],
)
def test_what_spark_says_becomes_an_error_of_ours(said: str, kind: type[Exception], told: str) -> None:
    with pytest.raises(kind, match=told):
        raise session_error(RuntimeError(said))


def test_the_command_says_what_a_cluster_needs(called: Audit, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("Rain fell on the town for three days.", "utf-8")
    ran = called("check", "raw", "--spark-remote", "sc://127.0.0.1:1")
    assert (ran.code, ran.out) == (2, "")
    assert "a location for part files that all machines share: set --spark-work" in ran.err
    ran = called("parse", "raw", "--out", "out", "--spark-remote", "spark://host:7077")
    assert ran.code == 2
    assert "sc://host:15002, not 'spark://host:7077'" in ran.err


def test_a_call_without_a_file_is_no_test_of_sparks_own() -> None:
    code = (
        "from audit.engine.spark.session import session\n"
        "with session(None) as it: print(len(list(it.rows(it.numbers(3, 1)))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"3\n"), done.stderr.decode()
