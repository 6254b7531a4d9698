"""`audit.check`: the audit without a release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, Unpack

import pyarrow as pa

from audit.atomic import replace_file
from audit.cache.place import cache_folder
from audit.corpus.audited import Audited, audited, scratch
from audit.corpus.comparison.benchmarks import open_benchmarks
from audit.corpus.comparison.compared_with import Beside
from audit.corpus.comparison.reference_corpora import open_others
from audit.corpus.input_kind import Target, files_given, refuse_nothing, refuse_output, target_of
from audit.engine.count import Progress, silent
from audit.engine.stages import enter
from audit.errors import UsageError
from audit.gate.gate import Gate
from audit.gate.update import Update
from audit.policy import CheckOverrides, Policy
from audit.release.manifest import canonical_json
from audit.report.build import Tally
from audit.report.form import Findings
from audit.report.locations import Locations
from audit.report.shortfalls import missed_rules
from audit.report.stored import StoredFindings
from audit.report.summary import Outcome
from audit.tables import FINDINGS
from audit.validate import Judge, Validation, judging
from audit.verbs.call.at_work import at_work
from audit.verbs.call.elsewhere import elsewhere
from audit.verbs.call.settings import licensed, settings, takes
from audit.verbs.results.gated import Gated, GateFlags, gate_of, gated, with_update
from audit.verbs.results.reported import grave, missed, much_set_aside, report_of, steps_below, with_verdict
from audit.verbs.results.result import Result
from audit.verbs.results.shown import show_in, site_folder
from audit.verbs.results.tables import put_table, put_tables
from audit.verbs.results.unchanged import PastChecks
from audit.verbs.results.written import files_of, written
from audit.worker.job import Job, Kind

# Files below this size, in bytes, are read by a single worker.
_SMALL: Final = 1 << 20


@takes(CheckOverrides)
@elsewhere
def check(  # noqa: PLR0913 a keyword for each flag
    target: str | Path | Sequence[str | Path],
    *,
    out: str | Path | None = None,
    against: Sequence[str | Path] = (),
    to: Sequence[str | Path] = (),
    report: str | Path | None = None,
    config: str | Path | Policy | None = None,
    workers: int | None = None,
    kind: Kind | None = None,
    update_baseline: bool = False,
    allow_regression: bool = False,
    today: str | date | None = None,
    cache: str | Path | None = None,
    no_cache: bool = False,
    cache_size: int | None = None,
    progress: Progress = silent,
    **overrides: Unpack[CheckOverrides],
) -> Result:
    """Audit a raw folder, a release, a file of records, or some files of a folder, without releasing anything.

    `out` receives the tables and report.json. Documents that also occur in one of `against` (releases, raw folders,
    files of records, dataset folders) or in two splits of a dataset are listed and counted, as are those that contain
    questions of a benchmark among them. The result is also written to the files `to`, in the format given by each
    suffix (.txt, .json, .sarif, ...), and as HTML pages into the folder `report`, as by audit.report. `kind` (raw,
    dataset, release) overrides the detected kind of the target. `overrides` are settings that take precedence over
    those of `config`, named as the command line's flags. The result has passed when no finding is at or above fail_on
    and no expectation is missed. Findings in the `baseline` do not fail the check; `update_baseline` drops repaired
    ones from that file and, with `allow_regression`, adds new ones. `today` is the date against which waivers expire;
    the default is SOURCE_DATE_EPOCH, else the clock. Results per document are cached in the folder `cache` (default:
    AUDIT_CACHE_DIR, else the user's cache), up to `cache_size` bytes, unless `no_cache`; the cache never changes a
    result. Raises UsageError when the target or the settings are unusable.
    """
    if (baseline := overrides.get("baseline")) is not None:
        overrides["baseline"] = str(baseline)
    policy, said = settings(config, overrides, workers)
    read_as, only = _chosen(target, kind)
    root, folder = read_as.root, Path(out) if out else None
    policy = licensed(policy, root)
    kept = None if no_cache or policy.engine.on_spark else cache_folder(cache, cache_size)
    where = Locations.of(root, Path.cwd())
    refuse_output(root, only, folder)
    files, site = files_of(to, root, only), site_folder(report, root, only)
    flags = GateFlags(update_baseline, allow_regression, today)
    outcome = Outcome(f"audit check {_called(target)}", said)
    with at_work(policy, folder), judging() as judge, scratch(folder) as parts:
        gate = gate_of(policy, where, only, flags)
        job = Job(root, read_as.kind, parts, policy, measures=True, only=only, cache=kept)
        asked = _Check(job, read_as, gate, flags, _Wanted(folder, site))
        past = PastChecks(job, read_as) if kept and asked.is_plain and not against else None
        if past and (before := past.found(asked.findings)) is not None:
            same = StoredFindings(asked.findings)
            return written(Result(before, outcome, before["verdict"] == "pass", None, same, where), files)
        if only is not None or _is_small(root):
            # The judge is imported beside the workers, since its import takes longest.
            judge.start()
        others = open_others(against, job, workers, progress)
        beside = Beside(others=others, splits=True, benchmarks=open_benchmarks(against, others, job))
        found = audited(job, workers, progress, beside, judge.start)
        refuse_nothing(found.corpus.found, root)
        told, listed = _judged(asked, found, judge)
        if past:
            past.keep(found, told, asked.findings)
    return written(Result(told, outcome, told["verdict"] == "pass", folder, listed, where), files)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The folders of the tables and the pages of a check, if requested."""

    tables: Path | None
    pages: Path | None


@dataclass(frozen=True, slots=True)
class _Check:
    """One check: its input, its gate, and its outputs."""

    job: Job
    read_as: Target
    gate: Gate | None
    flags: GateFlags
    wanted: _Wanted

    @property
    def is_plain(self) -> bool:
        """Whether the result depends on no clock and writes no files, so that it can be reused."""
        return self.gate is None and self.wanted == _Wanted(None, None) and self.read_as.kind != "release"

    @property
    def tables(self) -> Path | None:
        """The folder for all tables (among the part files if only pages are wanted); None to keep findings only."""
        return self.wanted.tables or (self.job.parts / "tables" if self.wanted.pages else None)

    @property
    def findings(self) -> Path:
        """The file of the findings."""
        return (self.tables or self.job.parts) / "findings.parquet"


def _judged(check: _Check, found: Audited, judge: Judge) -> tuple[dict[str, Any], Findings]:
    """Write the findings, evaluate the expectations, and return the report with its verdict and the findings shown."""
    tally = Tally()
    enter("writing the tables")
    _put(check.tables, found, tally)
    enter("judging")
    validations = judge.verdict(found.asked(released=False), found.judged(released=False), found.metrics)
    under = _under_gate(check, found, tally, validations)
    told = check.read_as.told_in(report_of("check", found, tally, validations))
    own = [*grave(told, check.job.policy.fail_on), *missed(validations)]
    told = _with_verdict(check, under, told, [*(under.reasons() if under else own), *much_set_aside(found)])
    if check.tables is not None:
        replace_file(check.tables / "report.json", canonical_json(told))
        show_in(check.wanted.pages, check.tables)
    return told, under.listed if under else StoredFindings(check.findings)


def _under_gate(check: _Check, found: Audited, tally: Tally, validations: Sequence[Validation]) -> Gated | None:
    """Apply the gate, if any, and update its baseline if requested."""
    if check.gate is None:
        return None
    under = gated(check.gate, found, StoredFindings(check.findings), validations)
    if not check.flags.update:
        return under
    return with_update(under, found, validations, Update(tally.digest, check.flags.grows))


def _chosen(target: str | Path | Sequence[str | Path], kind: Kind | None) -> tuple[Target, tuple[str, ...] | None]:
    """Return what to read: a single target, or the common folder of some files and their paths in it."""
    if isinstance(target, str | Path):
        return target_of(Path(target), kind), None
    if not target:
        raise UsageError("name what to check: a folder, a release, a file of records, or files")
    if len(target) == 1:
        return target_of(Path(target[0]), kind), None
    if kind not in {None, "raw"}:
        raise UsageError(f"several files are read as raw, each separately, not as a {kind}")
    root, only = files_given(target)
    return Target(root, "raw", "files were given"), only


def _is_small(root: Path) -> bool:
    return root.is_file() and root.stat().st_size <= _SMALL


def _called(target: str | Path | Sequence[str | Path]) -> str:
    if isinstance(target, str | Path):
        return str(target)
    return str(target[0]) if len(target) == 1 else f"{target[0]} and {len(target) - 1:,} more files"


def _put(tables: Path | None, found: Audited, tally: Tally) -> None:
    """Write the tables into their folder, or only the findings among the part files."""
    if tables is None:
        put_table(found.corpus.folder, FINDINGS, found.findings(tally))
        _exhaust(found.ledger(tally))
    else:
        put_tables(tables, found, tally)


def _exhaust(tables: Iterable[pa.Table]) -> None:
    for _ in tables:
        pass


def _with_verdict(check: _Check, under: Gated | None, told: dict[str, Any], reasons: list[str]) -> dict[str, Any]:
    """Return the report with gate, verdict and next steps; `reasons` are why it fails."""
    told = under.told_in(told) if under else told
    steps = [*(under.steps() if under else ()), *_steps(told, reasons, check.wanted.tables)]
    return with_verdict(told, reasons, iter(steps), released=False)


def _steps(report: Mapping[str, Any], reasons: list[str], folder: Path | None) -> Iterator[str]:
    if report["worst"] and (report["worst"][0]["severity"] != "info" or not report["ledger"]["quarantined"]):
        yield f"audit explain {report['worst'][0]['code']}"
    else:
        yield from (f"audit explain {rule['code']}" for rule in missed_rules(report)[:1])
    if reasons and folder is None and report["worst"]:
        yield "run the same command with --to FILE.json or --out DIR to get every finding"
    yield from steps_below(report, report["policy"]["fail_on"])
    if not reasons and report["ledger"]["published"]:
        yield "audit run RAW --name NAME  # to release it"
