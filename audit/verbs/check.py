"""`audit.check`: the audit without a release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Unpack

import pyarrow as pa

from audit.atomic import replace_file, replacing, sweep
from audit.corpus.audited import Audited, audited, scratch
from audit.corpus.comparison.compared_with import Beside
from audit.corpus.comparison.reference_corpora import open_others
from audit.corpus.input_kind import refuse_inside, refuse_nothing, target_of
from audit.engine.count import Progress, silent
from audit.engine.stages import enter
from audit.measure.measures import MEASURES
from audit.policy import Overrides, Policy
from audit.release.manifest import canonical_json
from audit.release.storage.shards import write_table
from audit.report.build import Tally
from audit.report.stored import StoredFindings
from audit.report.summary import Outcome
from audit.tables import BLOCKS, DUPLICATES, FINDINGS, LEDGER, RECURRING, SUSPECTS, Table
from audit.validate import judging
from audit.verbs.reported import grave, missed, much_set_aside, report_of, steps_below, with_verdict
from audit.verbs.result import Result
from audit.verbs.settings import settings, takes
from audit.verbs.written import files_of, written
from audit.worker.job import Job, Kind


@takes(Overrides)
def check(  # noqa: PLR0913 a keyword for each flag
    target: str | Path,
    *,
    out: str | Path | None = None,
    against: Sequence[str | Path] = (),
    to: Sequence[str | Path] = (),
    config: str | Path | Policy | None = None,
    workers: int | None = None,
    kind: Kind | None = None,
    progress: Progress = silent,
    **overrides: Unpack[Overrides],
) -> Result:
    """Audit a raw folder, a release, or a file of records, and release nothing.

    With `out`, its tables and report.json are written there. Documents that also stand in one of `against` (releases,
    raw folders, files of records, dataset folders), or in two splits of a dataset, are listed and counted.
    The result is also written to the files `to`, in the form that each name says (.txt, .json).
    `kind` (raw, dataset, release) says how to read the target where what lies in it should not decide.
    `overrides` are settings that go before those of `config`, by the names of the command line's flags.
    The result has passed when no finding is at or above fail_on and no expectation is missed.
    Raises UsageError when the target or the settings cannot be worked with.
    """
    policy, said = settings(config, overrides, workers)
    root, folder = Path(target), Path(out) if out else None
    refuse_inside(root, folder)
    files = files_of(to, root)
    read_as = target_of(root, kind)
    with judging() as judge, scratch(folder) as parts:
        job = Job(root, read_as.kind, parts, policy, measures=True)
        beside = Beside(others=open_others(against, job, workers, progress), splits=True)
        found = audited(job, workers, progress, beside, judge.start)
        refuse_nothing(found.corpus.found, root)
        tally = Tally()
        enter("writing the tables")
        if folder is None:
            put_table(found.corpus.folder, FINDINGS, found.findings(tally))
            _exhaust(found.ledger(tally))
        else:
            put_tables(folder, found, tally)
        enter("judging")
        validations = judge.verdict(found.asked(released=False), found.judged(released=False), found.metrics)
        report = read_as.told_in(report_of("check", found, tally, validations))
        reasons = [*grave(report, policy.fail_on), *missed(validations), *much_set_aside(found)]
        report = with_verdict(report, reasons, _steps(report, reasons, folder), released=False)
        if folder is not None:
            replace_file(folder / "report.json", canonical_json(report))
        stored = StoredFindings((folder or parts) / "findings.parquet")
    return written(Result(report, Outcome(f"audit check {target}", said), not reasons, folder, stored), files)


def put_tables(folder: Path, found: Audited, tally: Tally) -> None:
    """Write all tables of an audit into a folder, counted by `tally` as they pass."""
    folder.mkdir(parents=True, exist_ok=True)
    sweep(folder)
    tables: tuple[tuple[Table, Iterable[pa.Table]], ...] = (
        (found.corpus.dataset, found.corpus.documents()),
        (BLOCKS, found.corpus.tables("blocks")),
        (MEASURES, [found.measures]),
        (DUPLICATES, [found.copies.pairs]),
        (SUSPECTS, [found.retold.suspects]),
        (RECURRING, [found.recurring()]),
        (FINDINGS, found.findings(tally)),
        (LEDGER, found.ledger(tally)),
    )
    for table, batches in tables:
        put_table(folder, table, batches)


def put_table(folder: Path, table: Table, batches: Iterable[pa.Table]) -> None:
    """Write a table to folder/NAME.parquet: beside it first, then in its place in one step."""
    with replacing(folder / f"{table.name}.parquet") as file:
        write_table(file, table, batches)


def _exhaust(tables: Iterable[pa.Table]) -> None:
    for _ in tables:
        pass


def _steps(report: Mapping[str, Any], reasons: list[str], folder: Path | None) -> Iterator[str]:
    if report["worst"] and (report["worst"][0]["severity"] != "info" or not report["ledger"]["quarantined"]):
        yield f"audit explain {report['worst'][0]['code']}"
    if reasons and folder is None:
        yield "the same call with --to FILE.json or --out DIR, to get every finding"
    yield from steps_below(report, report["policy"]["fail_on"])
    if not reasons and report["ledger"]["published"]:
        yield "audit run RAW --name NAME, to release it"
