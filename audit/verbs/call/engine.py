"""The engine of a call: this machine or Spark, as configured."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from audit.engine.engines import current_engine, use_engine
from audit.engine.in_process import IN_PROCESS
from audit.errors import UsageError
from audit.policy import Policy
from audit.remote.url import is_url, local_path
from audit.scratch import Scratch

# Beside the output: on the same disk, and found again by the same call.
SPARK_FOLDER: Final = ".corpus-audit-spark"


@contextmanager
def engine_of_policy(policy: Policy, output: Path | None) -> Iterator[None]:
    """Run the block on the engine the policy names; `output` is where its results go.

    Raises UsageError if the engine is unavailable or a package it needs is missing.
    """
    if not policy.engine.on_spark:
        yield
        return
    # Imported here: runs on this machine do not need it.
    from audit.engine.spark.engine import Cluster, spark_engine
    from audit.engine.spark.session import read_remote

    remote = policy.engine.spark_remote
    with ExitStack() as stack:
        work = _work_folder(policy.engine.spark_work, output, stack)
        if work is None:
            if remote is not None:
                raise UsageError(
                    "a run on a cluster needs a location for part files that all machines share: set --spark-work, or "
                    "an output (--out)"
                )
            work = str(stack.enter_context(Scratch()).path)
        # In-process work on the driver implies in-process work on the executors.
        cluster = Cluster(remote and read_remote(remote), work, isolated=current_engine() is not IN_PROCESS)
        with use_engine(stack.enter_context(spark_engine(cluster))):
            yield


def _work_folder(location: str | None, output: Path | None, stack: ExitStack) -> str | None:
    """Yield the folder for part files; one created here is removed again if it is empty."""
    if location is not None and is_url(location) and local_path(location) is None:
        return location
    if location is None and output is None:
        return None
    named = Path(location) if location is not None and not is_url(location) else location and local_path(location)
    folder = (named or (output or Path()).parent / SPARK_FOLDER).absolute()
    folder.mkdir(parents=True, exist_ok=True)

    def remove_if_empty() -> None:
        with suppress(OSError):
            folder.rmdir()

    if location is None:
        stack.callback(remove_if_empty)
    return str(folder)
