"""`audit.evidence`: compliance evidence about a release."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

from audit.atomic import replace_file
from audit.attest.evidence import STATEMENT, WrittenFile, statement_of, write_evidence
from audit.attest.signature import signed
from audit.corpus.output_place import refuse_unwritable
from audit.errors import UsageError
from audit.gate.waivers import EPOCH
from audit.release.lineage.named import place_of
from audit.release.manifest import MANIFEST, canonical_json
from audit.release.verification.problem import Verified
from audit.release.verification.verify import verify
from audit.report.build import head
from audit.report.summary import Outcome
from audit.verbs.results.result import Result

ENVELOPE: Final = "statement.dsse.json"
PASSWORD: Final = "AUDIT_KEY_PASSWORD"  # noqa: S105 the name of a variable


def evidence(release: str | Path, out: str | Path, *, key: str | Path | None = None) -> Result:
    """Write the evidence about a release, or about the newest below dist/NAME, into the folder `out`.

    The release is verified first. The folder receives ledger, findings and pairs (Parquet, CSV), the sources, the EU's
    public summary of training content, an OpenLineage event and an in-toto statement, signed if `key` is a file with a
    private key. The event's time is SOURCE_DATE_EPOCH, or else the modification time of manifest.json. Raises
    UsageError if there is no release, `out` lies in it, or the key cannot be used.
    """
    folder = Path(out)
    proven = verify(place_of(release))
    if folder.resolve().is_relative_to(proven.path.resolve()):
        raise UsageError(f"{folder} is inside the release {proven.path}, which is never changed: name another folder")
    refuse_unwritable(folder)
    if not proven.is_sound:
        return _refused(proven)
    statement = statement_of(proven.path)
    envelope = signed(statement, Path(key), _password()) if key else None
    files = write_evidence(proven.path, folder, stated_time(proven.path))
    if envelope is not None:
        replace_file(folder / ENVELOPE, canonical_json(envelope))
        files = (*files, WrittenFile(ENVELOPE, f"{STATEMENT}, signed: a DSSE envelope"))
    else:
        # A statement left from an earlier release must not be mistaken for this one's.
        (folder / ENVELOPE).unlink(missing_ok=True)
    report = _head(proven) | {
        "files": [{"name": file.name, "what": file.what} for file in files],
        "signed_by": [each["keyid"] for each in envelope["signatures"]] if envelope else [],
    }
    return Result(report, Outcome(f"audit evidence {release}", "", str(folder)), passed=True, path=folder)


def _head(proven: Verified) -> dict[str, Any]:
    version = str(proven.version) if proven.version else None
    about = {"name": proven.name, "version": version, "yanked": proven.yanked}
    return head("evidence") | about | {"files": [], "signed_by": [], "problems": []}


def _refused(proven: Verified) -> Result:
    report = _head(proven) | {"problems": [str(problem) for problem in proven.problems]}
    return Result(report, Outcome(f"audit evidence {proven.path}", ""), passed=False, path=proven.path)


def stated_time(release: Path) -> int:
    """Return the seconds since 1970 that the evidence states: those of the environment, else of the manifest's file."""
    value = os.environ.get(EPOCH)
    if value is None:
        return int((release / MANIFEST).stat().st_mtime)
    if not value.isascii() or not value.isdigit():
        raise UsageError(f"{EPOCH} is {value!r}: set it to whole seconds since 1970, or unset it")
    return int(value)


def _password() -> bytes | None:
    value = os.environ.get(PASSWORD)
    return value.encode("utf-8") if value else None
