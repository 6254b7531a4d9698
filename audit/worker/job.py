"""What every worker of a run must know, written down once for all of them."""

from __future__ import annotations

import pickle
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from audit.cache.place import CacheFolder
from audit.engine.fork_server import AS_MODULE
from audit.policy import Policy

# raw: a folder or a single file; release: a release of ours, whose documents are read from its tables;
# dataset: another dataset's folder, whose documents are the records of its data files.
Kind = Literal["raw", "release", "dataset"]
JOB_FILE: Final = "job.pickle"
# What tasks of the first pass (template_scan) are marked with, and the folder of their part files is called.
SCAN: Final = "scan"


@dataclass(frozen=True, slots=True)
class Job:
    """`root` is read, part files go to `parts`; without `measures` the documents are parsed and nothing else.

    With `repair`, mojibake is put right before it is parsed where that is proven.
    With `moved`, other machines may do the second pass than did the first.
    With `signed` they are also signed, to be compared with others. Where `only` names paths below the root, nothing
    else of it is read. `cache` is where documents that were parsed and measured before are looked up; None: nowhere.
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
        """The folder of the table of what the documents have in common (template_lines), once it is known."""
        return self.parts / "repeats"

    @property
    def decoded(self) -> Path:
        """The folder of what the first pass decoded (decodings), task by task."""
        return self.parts / "decoded"

    @property
    def items(self) -> Path:
        """The folder of the items of benchmarks that are looked for in the documents, if there are any."""
        return self.parts / "items"

    def write(self) -> list[str]:
        """Write the job into its folder; return the command line of a worker for it."""
        file = self.parts / JOB_FILE
        file.write_bytes(pickle.dumps(self))
        # -P: a file numpy.py in the folder of the user must not be imported as numpy.
        return [sys.executable, *AS_MODULE, "audit.worker", str(file)]


def scanned(job: Job) -> Path:
    """Return the folder of the first pass's part files."""
    return job.parts / SCAN


def read_job(file: str) -> Job:
    """Return the job that a parent wrote for its own workers."""
    job = pickle.loads(Path(file).read_bytes())  # noqa: S301 written by our parent, into a folder of ours
    assert isinstance(job, Job)  # noqa: S101 see above
    return job
