"""Where a run is executed; never changes its result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from audit.policy.checks import Choice, Text
from audit.policy.setting import setting

Where = Literal["local", "spark"]
SPARK: Final = "spark"


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineSettings:
    """This machine, or an Apache Spark cluster; without `spark_remote`, a Spark Connect server inside this process."""

    name: Where | None = setting(
        Choice(get_args(Where)),
        "Where the work is done: on this machine, or by Spark: on a cluster with --spark-remote, else with Sail, a "
        "Spark implementation without Java inside this process.",
        default=None,
        keyword="engine",
    )
    spark_remote: str | None = setting(
        Text(), "The Spark Connect server of the cluster, such as sc://host:15002.", default=None
    )
    spark_work: str | None = setting(
        Text(),
        "Folder or URL shared by all machines of the cluster, for part files; an interrupted run resumes from it. "
        "By default a hidden folder beside the output.",
        default=None,
    )

    @property
    def on_spark(self) -> bool:
        """Whether the run is executed by Spark."""
        return self.name == SPARK or (self.name is None and self.spark_remote is not None)
