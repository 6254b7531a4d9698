"""`audit.check`: the audit without a release."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Unpack

from audit.atomic import replace_file
from audit.cache.location import cache_folder
from audit.corpus.comparison.benchmarks import open_benchmarks
from audit.corpus.comparison.duplicates import ComparisonSides
from audit.corpus.comparison.reference_corpora import open_references
from audit.corpus.corpus_audit import CorpusAudit, audit_corpus, scratch
from audit.corpus.input_kind import Target, common_folder, detect_target, refuse_empty, refuse_output
from audit.engine.stages import Progress, enter_stage, no_progress
from audit.errors import UsageError
from audit.finding import is_at_least
from audit.gate.gate import Gate
from audit.gate.update import Update
from audit.policy import CheckOverrides, Policy, RunOverrides
from audit.read.walk import is_little
from audit.release.manifest import canonical_json
from audit.report.build import Tally
from audit.report.failures import first_step, missed_rules
from audit.report.locations import Locations
from audit.report.output_format import Findings
from audit.report.stored import StoredFindings
from audit.report.summary import Outcome
from audit.tables import FINDINGS
from audit.validate.judge import Judge, open_judge
from audit.validate.verdict import Validation
from audit.verbs.call.engine import engine_of_policy
from audit.verbs.call.settings import accepts_settings, called_as, licensed, resolve_settings, with_unused
from audit.verbs.call.urls import accepts_urls
from audit.verbs.results.gate_outcome import GateFlags, GateOutcome, apply_gate, gate_of, write_baseline
from audit.verbs.results.output_files import check_output_files, write_result
from audit.verbs.results.pages import site_folder, write_pages_if_asked
from audit.verbs.results.past_checks import PastChecks
from audit.verbs.results.result import Result
from audit.verbs.results.tables import put_table, put_tables
from audit.verbs.results.verdict import (
    missed_expectations,
    much_set_aside,
    report_of,
    severe_findings,
    steps_below,
    with_pages_step,
    with_verdict,
)
from audit.worker.job import Job, Kind


@accepts_settings(CheckOverrides)
@accepts_urls
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
    progress: Progress = no_progress,
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
    policy, origin = resolve_settings(config, overrides, workers)
    read_as, only = _chosen(target, kind)
    root, folder = read_as.root, Path(out) if out else None
    policy, origin = licensed(policy, root), with_unused(origin, config, root)
    kept = None if no_cache or policy.engine.on_spark else cache_folder(cache, cache_size)
    where = Locations.of(root, Path.cwd())
    refuse_output(root, only, folder)
    files, site = check_output_files(to, root, only), site_folder(report, root, only)
    flags = GateFlags(update_baseline, allow_regression, today, config)
    called = _called(target)
    is_whole = read_as.kind != "release" and (isinstance(target, str | Path) or len(target) == 1)
    again = called_as(called, kind, config, overrides, RunOverrides)
    outcome = Outcome(f"audit check {called}", origin, raw=again if is_whole else None)
    with engine_of_policy(policy, folder), open_judge() as judge, scratch(folder) as parts:
        gate = gate_of(policy, where, only, flags)
        job = Job(root, read_as.kind, parts, policy, measures=True, only=only, cache=kept)
        asked = _Check(job, read_as, gate, flags, _Wanted(folder, site))
        past = PastChecks(job, read_as) if kept and asked.is_plain and not against else None
        if past and (before := past.find(asked.findings)) is not None:
            same = StoredFindings(asked.findings)
            return write_result(Result(before, outcome, before["verdict"] == "pass", None, same, where), files)
        if only is not None or is_little(root):
            # The judge is imported beside the workers, since its import takes longest.
            judge.process.start()
        others = open_references(against, job, workers, progress)
        sides = ComparisonSides(others=others, splits=True, benchmarks=open_benchmarks(against, others, job))
        found = audit_corpus(job, workers, progress, sides, judge.process.start)
        refuse_empty(found.corpus.found, root)
        facts, listed = _judge(asked, found, judge)
        if past:
            past.keep(found, facts, asked.findings)
    return write_result(Result(facts, outcome, facts["verdict"] == "pass", folder, listed, where), files)


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


def _judge(check: _Check, found: CorpusAudit, judge: Judge) -> tuple[dict[str, Any], Findings]:
    """Write the findings, evaluate the expectations, and return the report with its verdict and the findings shown."""
    tally = Tally()
    enter_stage("writing the tables")
    _write_tables(check.tables, found, tally)
    enter_stage("judging")
    validations = judge.verdict(
        found.rules_to_validate(released=False), found.measures_to_validate(released=False), found.metrics
    )
    gate_outcome = _under_gate(check, found, tally, validations)
    facts = check.read_as.added_to(report_of("check", found, tally, validations))
    if gate_outcome:
        reasons = list(gate_outcome.reasons())
    else:
        reasons = [*severe_findings(facts, check.job.policy.fail_on), *missed_expectations(validations)]
    facts = _with_verdict(check, gate_outcome, facts, [*reasons, *much_set_aside(found)])
    if check.tables is not None:
        replace_file(check.tables / "report.json", canonical_json(facts))
        write_pages_if_asked(check.wanted.pages, check.tables)
    if check.wanted.tables is not None:
        facts = with_pages_step(facts, check.wanted.tables)
    return facts, gate_outcome.listed if gate_outcome else StoredFindings(check.findings)


def _under_gate(
    check: _Check, found: CorpusAudit, tally: Tally, validations: Sequence[Validation]
) -> GateOutcome | None:
    """Apply the gate, if any, and update its baseline if requested."""
    if check.gate is None:
        return None
    gate_outcome = apply_gate(check.gate, found, StoredFindings(check.findings), validations)
    if not check.flags.update:
        return gate_outcome
    return write_baseline(gate_outcome, found, validations, Update(tally.digest, check.flags.grows))


def _chosen(target: str | Path | Sequence[str | Path], kind: Kind | None) -> tuple[Target, tuple[str, ...] | None]:
    """Return what to read: a single target, or the common folder of some files and their paths in it."""
    if isinstance(target, str | Path):
        return detect_target(Path(target), kind), None
    if not target:
        raise UsageError("name what to check: a folder, a release, a file of records, or files")
    if len(target) == 1:
        return detect_target(Path(target[0]), kind), None
    if kind not in {None, "raw"}:
        raise UsageError(f"several files are read as raw, each separately, not as a {kind}")
    root, only = common_folder(target)
    return Target(root, "raw", "files were given"), only


def _called(target: str | Path | Sequence[str | Path]) -> str:
    if isinstance(target, str | Path):
        return str(target)
    more = len(target) - 1
    return f"{target[0]} and {more:,} more {'file' if more == 1 else 'files'}" if more else str(target[0])


def _write_tables(tables: Path | None, found: CorpusAudit, tally: Tally) -> None:
    """Write the tables into their folder, or only the findings among the part files."""
    if tables is None:
        put_table(found.corpus.folder, FINDINGS, found.findings(tally))
        # The ledger is counted, not kept.
        deque(found.ledger(tally), maxlen=0)
    else:
        put_tables(tables, found, tally)


def _with_verdict(
    check: _Check, gate_outcome: GateOutcome | None, facts: dict[str, Any], reasons: list[str]
) -> dict[str, Any]:
    """Return the report with gate, verdict and next steps; `reasons` are why it fails."""
    facts = gate_outcome.added_to(facts) if gate_outcome else facts
    steps = [*(gate_outcome.steps() if gate_outcome else ()), *_steps(facts, reasons, check.wanted)]
    return with_verdict(facts, reasons, iter(steps), released=False)


def _steps(report: Mapping[str, Any], reasons: list[str], wanted: _Wanted) -> Iterator[str]:
    severe = [each for each in report["worst"] if is_at_least(each["severity"], report["policy"]["fail_on"])]
    told = [each for each in report["worst"] if each["severity"] != "info" or not report["ledger"]["quarantined"]]
    # What fails the check comes before what does not.
    for rule in [*severe, *missed_rules(report), *told][:1]:
        yield first_step(rule, report)
    if reasons and report["worst"] and wanted.tables is None:
        yield "run the same command with --to FILE.json or --out DIR to get every finding"
    if reasons:
        yield from steps_below(report, report["policy"]["fail_on"])
    elif report["ledger"]["published"]:
        yield "audit run RAW --name NAME  # to release it"
