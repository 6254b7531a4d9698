"""The only module that imports pyspark: a session at a Spark Connect server, or at Sail inside this process."""

from __future__ import annotations

import os
import re
import socket
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from audit.errors import AuditError, MachineError, UsageError
from audit.hidden_packages import hidden, unhide
from audit.text.visible import visible

if TYPE_CHECKING:
    import pyarrow as pa

    Map = Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]

# host, port, and parameters of Spark's own clients: a token, a user.
_REMOTE: Final = re.compile(r"sc://(?P<host>[^\s/:;]+)(?::(?P<port>[0-9]{1,5}))?(?:/;\S*)?/?")
# A master URL of Spark, started here: requires full pyspark and Java.
_MASTER: Final = re.compile(r"local(?:-cluster)?(?:\[[0-9*,]{1,40}\])?")
_PORT: Final = 15002
# Seconds a server may take to accept a connection.
_PATIENCE: Final = 10
_SAID: Final = 400
_INSTALL: Final = 'pip install "corpus-audit[spark]"'
# The form of our own errors in an executor's message.
_OURS: Final = re.compile(r"MachineError: (?P<said>[^\n]+)")
# How a client without Spark refuses a master URL.
_NO_MASTER: Final = "INVALID_CONNECT_URL"
_NO_PROGRAM: Final = re.compile(r"No module named '(?P<module>(?:audit|numpy|polars|pyarrow)\b[\w.]*)'")


def read_remote(remote: str) -> str:
    """Return a valid remote. Raises UsageError, without showing secrets in it."""
    if _REMOTE.fullmatch(remote) or _MASTER.fullmatch(remote):
        return remote
    raise UsageError(
        f"--spark-remote takes the address of a Spark Connect server, such as sc://host:15002, not "
        f"{visible(remote.partition(';')[0], 80)!r}"
    )


class Session:
    """Data frames of numbers, and functions mapped over them."""

    def __init__(self, spark: Any) -> None:  # noqa: ANN401 pyspark has no types that hold for all its clients
        self._spark = spark

    def numbers(self, count: int, partitions: int) -> Any:  # noqa: ANN401 a DataFrame
        """Return a frame of the numbers below `count`, in that many partitions."""
        return self._spark.range(0, count, 1, max(1, min(count, partitions)))

    def mapped(self, frame: Any, function: Map, schema: pa.Schema) -> Any:  # noqa: ANN401 DataFrames
        """Return the frame of the batches a function returns for each partition."""
        return frame.mapInArrow(function, _ddl(schema))

    def repartitioned(self, frame: Any, by: Sequence[str]) -> Any:  # noqa: ANN401 DataFrames
        """Return the frame repartitioned by the expressions `by`."""
        from pyspark.sql.functions import expr

        return frame.repartition(*map(expr, by))

    def rows(self, frame: Any) -> Iterator[Sequence[Any]]:  # noqa: ANN401 a DataFrame
        """Yield the rows of a frame as they arrive. Raises MachineError or UsageError on failures."""
        try:
            yield from frame.toLocalIterator()
        except AuditError:
            raise
        except Exception as error:
            # Each client has errors of its own, including network errors.
            raise session_error(error) from error


def _ddl(schema: pa.Schema) -> str:
    kinds = {"int64": "bigint", "int32": "int", "string": "string", "binary": "binary"}
    return ", ".join(f"`{field.name}` {kinds[str(field.type)]}" for field in schema)


@contextmanager
def session(remote: str | None) -> Iterator[Session]:
    """Yield a session at the remote; without one at a Sail server in this process, which ends with it.

    Raises UsageError if packages are missing or the server does not answer.
    """
    if remote is None:
        with _start_sail() as address, _connect(address) as found:
            yield found
        return
    _check_reachable(remote)
    with _connect(remote) as found:
        yield found


@contextmanager
def _start_sail() -> Iterator[str]:
    # Its log is for developers; failures are returned as errors.
    os.environ.setdefault("RUST_LOG", "off")
    try:
        from pysail.spark import SparkConnectServer
    except ImportError as error:
        raise UsageError(f"--engine spark without a remote needs pysail, which is not installed: {_INSTALL}") from error
    server = SparkConnectServer(ip="127.0.0.1", port=0)
    server.start(background=True)
    try:
        host, port = server.listening_address
        yield f"sc://{host}:{port}"
    finally:
        server.stop()


@contextmanager
def _connect(remote: str) -> Iterator[Session]:
    # A command hides pandas, which pyspark requires.
    unhide()
    with warnings.catch_warnings(), hidden("scipy"), _as_a_program():
        # pyspark warns about newer pandas versions, of which nothing is used here.
        warnings.simplefilter("ignore")
        try:
            # The second module is imported by the first on first use.
            from pyspark.sql import SparkSession
            from pyspark.sql.connect import session as _  # noqa: F401
        except ImportError as error:
            raise UsageError(f"--engine spark needs pyspark-client, which is not installed: {_INSTALL}") from error
    try:
        spark = SparkSession.builder.remote(remote).getOrCreate()
    except Exception as error:
        raise session_error(error) from error
    try:
        yield Session(spark)
    except BaseException:
        _stop_without_retries(spark, spark.interruptAll)
        raise
    finally:
        _stop_without_retries(spark, spark.stop)


def _stop_without_retries(spark: Any, end: Callable[[], object]) -> None:  # noqa: ANN401 a session of any client
    """Stop a session's jobs without minutes of retries against a server that is gone, as Sail is after an interrupt."""
    from pyspark.sql.connect.client.retries import DefaultPolicy

    with suppress(Exception), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        spark.client.set_retry_policies([DefaultPolicy(max_retries=1, initial_backoff=100, max_backoff=100)])
        end()


@contextmanager
def _as_a_program() -> Iterator[None]:
    """Make `python -c` look like a script: pyspark takes a main module without file for its own tests."""
    main: Any = sys.modules["__main__"]
    if hasattr(main, "__file__"):
        yield
        return
    main.__file__ = "-c"
    try:
        yield
    finally:
        del main.__file__


def _check_reachable(remote: str) -> None:
    """Raise UsageError if no server listens, which the client would retry for minutes."""
    found = _REMOTE.fullmatch(read_remote(remote))
    if found is None:
        return
    host, port = found["host"], int(found["port"] or _PORT)
    try:
        socket.create_connection((host, port), _PATIENCE).close()
    except OSError as error:
        raise UsageError(
            f"no Spark Connect server answers at {visible(host)}:{port} ({type(error).__name__}): check the address, "
            "and start one there (sbin/start-connect-server.sh of a full Spark distribution; pip's pyspark-client has "
            "none). Without a cluster, omit --spark-remote"
        ) from error


def session_error(error: Exception) -> AuditError:
    """Return our error for an error of Spark."""
    message = str(error)
    if missing := _NO_PROGRAM.search(message):
        return UsageError(
            f"the executors lack corpus-audit (no module {missing['module']}): install it there as here, and start "
            'the Connect server with PYSPARK_PYTHON set to that Python (see "On a cluster" in the README)'
        )
    if _NO_MASTER in message:
        return UsageError(
            "this --spark-remote starts Spark here, which needs Java and all of pyspark in place of pyspark-client; "
            "without --spark-remote, --engine spark needs neither"
        )
    if ours := _OURS.search(message):
        return MachineError(f"on an executor: {visible(ours['said'], _SAID)}")
    last = next((line for line in reversed(message.splitlines()) if line.strip()), type(error).__name__)
    return MachineError(
        f"Spark did not finish ({type(error).__name__}: {visible(last.strip(), _SAID)}); look at its log, then run "
        "the same command again: completed work is kept"
    )
