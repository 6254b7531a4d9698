"""`audit.diff`: the differences between two datasets, and the version bump they demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal, get_args

import pyarrow as pa

from audit.atomic import replace_file
from audit.corpus.comparison.snapshots import Opening, open_snapshots
from audit.corpus.corpus_audit import scratch
from audit.differences.compare import compare
from audit.differences.facts import facts
from audit.differences.snapshot import Snapshot
from audit.differences.version_rules import is_at_least
from audit.engine.stages import Progress, no_progress
from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.policy import Policy
from audit.report.build import head
from audit.report.differences.formats import format_of_file
from audit.report.differences.summary import describe_column_change
from audit.report.summary import Outcome
from audit.text.visible import visible
from audit.verbs.call.settings import resolve_settings
from audit.verbs.results.result import Result

Demanded = Literal["major", "loss", "minor", "patch"]
_MEANT: Final = "Restore what is missing or, if the change is intended, have it approved and merged."


def diff(  # noqa: PLR0913 a keyword for each flag
    old: str | Path,
    new: str | Path,
    *,
    to: Sequence[str | Path] = (),
    fail_on: Demanded | None = None,
    dist: str | Path = "dist",
    config: str | Path | Policy | None = None,
    workers: int | None = None,
    progress: Progress = no_progress,
) -> Result:
    """Compare two datasets: documents, columns, distributions, findings, copies, and the version bump demanded.

    `old` and `new` are releases (a folder, or NAME or NAME@1.0.0 below `dist`), Parquet files, dataset folders, tables
    that a check wrote, raw files, or Hub revisions (hf://datasets/OWNER/NAME@REVISION). The result is also written to
    the files `to`, in the form that each name says (.txt, .md, .json). It has passed unless the bump demanded is at
    least `fail_on`; loss is a major one, documents that were removed, or a field that half of them stated
    and none states now. Raises UsageError when one of the two cannot be read.
    """
    if fail_on is not None and fail_on not in get_args(Demanded):
        raise UsageError(f"fail_on is one of {', '.join(get_args(Demanded))}, not {visible(repr(fail_on), 40)}")
    if isinstance(to, str | Path):
        raise UsageError(f"to takes a list of files, such as [{str(to)!r}]")
    policy, origin = resolve_settings(config, {}, workers)
    files = [(Path(file), format_of_file(Path(file))) for file in to]
    with scratch(None) as made:
        opening = Opening(Path(dist), made, policy, workers, progress)
        found = _compared(*open_snapshots(str(old), str(new), opening))
    report = head("diff") | found
    failure = why_failed(report, fail_on)
    for file, write in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, write(report, failure).encode("utf-8"))
    return Result(report, Outcome(f"audit diff {old} {new}", origin), not failure)


def why_failed(report: Mapping[str, Any], fail_on: Demanded | None) -> str:
    """Return a sentence on the changes that are at least `fail_on`, and what to do; empty if there are none."""
    found = "; ".join(_reached(report, fail_on)) if fail_on else ""
    return f"--fail-on {fail_on} is reached: {found}. {_MEANT}" if found else ""


def _reached(report: Mapping[str, Any], fail_on: Demanded) -> list[str]:
    """Return the changes, in clauses, that are at least `fail_on`."""
    if fail_on != "loss":
        return [each["change"] for each in report["bump"]["reasons"] if is_at_least(each["level"], fail_on)]
    majors = [each["change"] for each in report["bump"]["reasons"] if each["level"] == "major"]
    emptied = [describe_column_change(each) for each in report["columns"] if each["what"] == "emptied"]
    removed = report["documents"]["removed"]
    return [*majors, *([f"documents removed: {removed:,}"] if removed else []), *emptied]


def _compared(old: Snapshot, new: Snapshot) -> dict[str, object]:
    try:
        return facts(compare(old, new))
    except (pa.ArrowException, OSError) as error:
        raise_machine_error(error, "the tables that are compared")
        names = f"{visible(old.name)} and {visible(new.name)}"
        reason = visible(str(error).partition("\n")[0], 200)
        raise UsageError(
            f"{names} cannot be compared: a table is damaged, or its files have different columns ({reason}); see "
            "`audit verify` for a release, or fetch it again"
        ) from error
