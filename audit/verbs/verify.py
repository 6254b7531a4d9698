"""`audit.verify`: whether a release is intact, and whether it can be rebuilt."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from audit.attest.statement_check import check_statement
from audit.engine.stages import Progress, no_progress
from audit.errors import UsageError
from audit.hub.address import Address, is_address
from audit.hub.fetch import fetch
from audit.release.lineage.named import place_of
from audit.release.verification.problem import Verified
from audit.release.verification.verify import verify as verified
from audit.report.build import head
from audit.report.summary import Outcome
from audit.scratch import Scratch
from audit.verbs.call.urls import accepts_urls
from audit.verbs.rebuild import rebuild as rebuilt
from audit.verbs.results.result import Result


@accepts_urls
def verify(  # noqa: PLR0913 a keyword for each flag
    release: str | Path,
    *,
    quick: bool = False,
    chain: bool = False,
    rebuild: str | Path | None = None,
    workers: int | None = None,
    progress: Progress = no_progress,
    statement: str | Path | None = None,
    public_key: str | Path | None = None,
) -> Result:
    """Verify a release (a folder, or NAME or NAME@1.0.0 in dist/): its checksums, schemas, card, ledger and loading.

    One on a Hub, hf://datasets/OWNER/NAME@REVISION, is fetched first. `chain` also verifies the versions it follows,
    each against the digest recorded by its successor. `quick` skips the bytes of Parquet files, and the report says so
    in `unchecked`. A signed `statement` and the signer's `public_key` verify that the statement is about this release.
    `rebuild`, the raw files it was made of, makes it again in a scratch folder with the recorded settings and reports
    each file with other bytes; a damaged release is not rebuilt. Raises UsageError if there is no release at `release`,
    it cannot be rebuilt, or the statement is not signed with that key.
    """
    if (statement is None) != (public_key is None):
        raise UsageError("a statement is verified with its signer's public key: give both")
    signed = (Path(statement), Path(public_key)) if statement is not None and public_key is not None else None
    with _at_hand(release) as folder:
        found = verified(folder, quick=quick, chain=chain)
        attested = tuple(check_statement(found.path, *signed)) if signed else ()
        found = replace(found, problems=(*found.problems, *attested))
        differences: tuple[str, ...] | None = None
        if rebuild is not None and found.is_sound and found.path is not None:
            differences = rebuilt(found.path, Path(rebuild), workers, progress)
    report = _report(found, quick=quick, chain=chain) | {"attested": signed is not None and found.is_sound}
    if differences is not None:
        report |= {"rebuilt": not differences, "problems": [f"rebuild: {each}" for each in differences]}
    passed = found.is_sound and not report["problems"]
    path = None if is_address(str(release)) else found.path
    return Result(report, Outcome(f"audit verify {release}", "no settings"), passed, path)


def _report(found: Verified, *, quick: bool, chain: bool) -> dict[str, Any]:
    return head("verify") | {
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


@contextmanager
def _at_hand(release: str | Path) -> Iterator[Path]:
    """Yield the folder of a release; one on a Hub is fetched, and removed on exit."""
    if not is_address(str(release)):
        yield place_of(release)
        return
    with Scratch() as kept:
        yield fetch(Address.parse(str(release)), kept.path)
