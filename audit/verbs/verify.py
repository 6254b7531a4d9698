"""`audit.verify`: whether a release still is what it says it is."""

from __future__ import annotations

from pathlib import Path

from audit.release.verification.verify import verify as verified
from audit.report.build import head
from audit.report.summary import Outcome
from audit.verbs.result import Result


def verify(release: str | Path, *, quick: bool = False) -> Result:
    """Check a release, or the newest below dist/NAME: checksums, schemas, card, ledger, round trip through `datasets`.

    Every byte is read; with `quick` those of Parquet files are not, and the report says so in `unchecked`.
    Raises UsageError when there is no release at `release`.
    """
    found = verified(Path(release), quick=quick)
    report = head("verify") | {
        "name": found.name,
        "version": str(found.version) if found.version else None,
        "files": found.files,
        "documents": found.documents,
        "blocks": found.blocks,
        "read_data": not quick,
        "problems": [str(problem) for problem in found.problems],
        "unchecked": [str(each) for each in found.unchecked],
    }
    return Result(report, Outcome(f"audit verify {release}", "nothing of the machine"), found.is_sound, found.path)
