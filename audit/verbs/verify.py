"""`audit.verify`: whether a release still is what it says it is, and whether it comes out again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from audit.attest.checked import check_statement
from audit.engine.count import Progress, silent
from audit.errors import UsageError
from audit.hub.address import Address, is_address
from audit.hub.fetch import fetch
from audit.release.verification.verify import verify as verified
from audit.report.build import head
from audit.report.summary import Outcome
from audit.scratch import Scratch
from audit.verbs.call.elsewhere import elsewhere
from audit.verbs.rebuild import rebuild as rebuilt
from audit.verbs.results.result import Result


@elsewhere
def verify(  # noqa: PLR0913 a keyword for each flag
    release: str | Path,
    *,
    quick: bool = False,
    chain: bool = False,
    rebuild: str | Path | None = None,
    workers: int | None = None,
    progress: Progress = silent,
    statement: str | Path | None = None,
    public_key: str | Path | None = None,
) -> Result:
    """Check a release, or the one that dist/NAME points at: checksums, schemas, card, ledger, loading by `datasets`.

    One on a Hub, hf://datasets/OWNER/NAME@REVISION, is fetched first.
    With `chain` the versions that it follows are checked as well, each against the digest that the next one gives.
    Every byte is read; with `quick` those of Parquet files are not, and the report says so in `unchecked`.
    With a signed `statement` and the `public_key` of who signed it, also that it is about this release.
    With `rebuild`, the raw files that it was made of, it is made once more in a scratch folder, by the settings that
    its manifest records, and each file that comes out with other bytes is a problem; a release that is not sound is
    not made again. Raises UsageError when there is no release at `release`, it cannot be made again, or
    the statement is not signed with that key.
    """
    if (statement is None) != (public_key is None):
        raise UsageError("a statement is checked with the public key of who signed it: give both")
    signed = (Path(statement), Path(public_key)) if statement is not None and public_key is not None else None
    with _at_hand(release) as folder:
        found = verified(folder, quick=quick, chain=chain)
        attested = tuple(check_statement(found.path, *signed)) if signed else ()
        found = replace(found, problems=(*found.problems, *attested))
        differences: tuple[str, ...] | None = None
        if rebuild is not None and found.is_sound and found.path is not None:
            differences = rebuilt(found.path, Path(rebuild), workers, progress)
    report = head("verify") | {
        "name": found.name,
        "version": str(found.version) if found.version else None,
        "files": found.files,
        "documents": found.documents,
        "blocks": found.blocks,
        "read_data": not quick,
        "yanked": found.yanked,
        "chain": list(found.chain) if chain else None,
        "rebuilt": False,
        "problems": [str(problem) for problem in found.problems],
        "unchecked": [str(each) for each in found.unchecked],
    }
    if differences is not None:
        report |= {"rebuilt": not differences, "problems": [f"rebuild: {each}" for each in differences]}
    passed = found.is_sound and not report["problems"]
    path = None if is_address(str(release)) else found.path
    return Result(report, Outcome(f"audit verify {release}", "nothing of the machine"), passed, path)


@contextmanager
def _at_hand(release: str | Path) -> Iterator[Path]:
    """Give the folder of a release; one on a Hub is fetched, and gone afterwards."""
    if not is_address(str(release)):
        yield Path(release)
        return
    with Scratch() as kept:
        yield fetch(Address.parse(str(release)), kept.path)
