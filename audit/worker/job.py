"""The job: everything the workers of a run need to know."""

from __future__ import annotations

import pickle
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from audit.cache.location import CacheFolder
from audit.engine.fork_server import AS_MODULE
from audit.policy import Policy

# raw: a folder or a single file; release: one of our releases, read from its tables; dataset: another dataset's folder,
# whose documents are the records of its data files.
Kind = Literal["raw", "release", "dataset"]
JOB_FILE: Final = "job.pickle"
# -P: a numpy.py in the user's working folder must not shadow numpy.
_OURS: Final = (sys.executable, *AS_MODULE)
# The command line of the program that forks workers.
SERVER: Final = (*_OURS, "audit.worker.ready")
# The `work` of first-pass tasks (template_scan), and the name of the folder of their part files.
SCAN: Final = "scan"


@dataclass(frozen=True, slots=True)
class Job:
    """A run over `root` that writes part files to `parts`; without `measures` documents are only parsed.

    `repair`: proven mojibake is repaired before parsing. `moved`: the second pass may run on other machines than the
    first. `signed`: similarity signatures are computed as well. `only`: the paths below the root to read, if not all.
    `cache`: where parsed and measured documents are looked up; None for no cache.
    """

    root: Path
    kind: Kind
    parts: Path
    policy: Policy
    measures: bool
    repair: bool = False
    signed: bool = False
    only: tuple[str, ...] | None = None
    cache: CacheFolder | None = None
    moved: bool = False

    @property
    def repeats(self) -> Path:
        """The folder of the table of repeated lines (template_lines), once computed."""
        return self.parts / "repeats"

    @property
    def rows(self) -> Path:
        """The folder of what the first pass read (audit.worker.cached.read_rows), task by task."""
        return self.parts / "rows"

    @property
    def items(self) -> Path:
        """The folder of the benchmark items to search for, if any."""
        return self.parts / "items"

    def write(self) -> list[str]:
        """Write the job into its folder; return the command line of a worker."""
        file = self.parts / JOB_FILE
        file.write_bytes(pickle.dumps(self))
        return [*_OURS, "audit.worker", str(file)]


def scanned(job: Job) -> Path:
    """Return the folder of the first pass's part files."""
    return job.parts / SCAN


def read_job(file: str) -> Job:
    """Read a job written by the parent process."""
    job = pickle.loads(Path(file).read_bytes())  # noqa: S301 written by our parent, into a folder of ours
    assert isinstance(job, Job)  # noqa: S101 see above
    return job
