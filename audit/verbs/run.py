"""`audit.run`: the whole pipeline, from raw files to a release."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, Unpack

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from audit import samples
from audit.atomic import replace_file
from audit.cache.location import cache_folder
from audit.corpus.comparison.duplicates import ComparisonSides
from audit.corpus.comparison.earlier_releases import History
from audit.corpus.corpus_audit import CorpusAudit, audit_corpus, scratch
from audit.corpus.input_kind import Target, detect_target, refuse_empty, refuse_inside
from audit.corpus.states import PUBLISHED
from audit.engine.stages import Progress, enter_stage, no_progress
from audit.errors import UsageError
from audit.measure.duplication.index import write_index
from audit.policy import CheckOverrides, Policy, RunOverrides, as_plain
from audit.release.bump import SmallVersionError
from audit.release.lineage.yanked import read_marks
from audit.release.manifest import canonical_json
from audit.release.plan import Plan, plan
from audit.release.release import Released, Request, release
from audit.remote.local_copies import with_urls
from audit.report.build import Tally
from audit.report.failures import first_step, missed_rules
from audit.report.locations import Locations
from audit.report.stored import StoredFindings
from audit.report.summary import Outcome
from audit.rule import Rule
from audit.tables import FINDINGS, LEDGER
from audit.validate.judge import open_judge
from audit.validate.published import suite_on
from audit.validate.verdict import Validation, document
from audit.verbs.call.engine import engine_of_policy
from audit.verbs.call.settings import accepts_settings, called_as, licensed, resolve_settings, with_unused
from audit.verbs.call.urls import accepts_urls
from audit.verbs.results.output_files import check_output_files, write_result
from audit.verbs.results.pages import site_folder, write_pages_if_asked
from audit.verbs.results.result import Result
from audit.verbs.results.tables import put_table, put_tables
from audit.verbs.results.verdict import (
    missed_expectations,
    much_set_aside,
    nothing_to_release,
    report_of,
    step_aside,
    with_verdict,
)
from audit.worker.job import Job, Kind

# A release that lost more than this share of its inputs is not made.
HALF: Final = 0.5


@accepts_settings(RunOverrides)
@accepts_urls
def run(  # noqa: PLR0913 a keyword for each flag
    raw: str | Path | None = None,
    *,
    name: str,
    version: str | None = None,
    bump: Literal["auto"] | None = None,
    dist: str | Path = "dist",
    to: Sequence[str | Path] = (),
    report: str | Path | None = None,
    config: str | Path | Policy | None = None,
    workers: int | None = None,
    kind: Kind | None = None,
    cache: str | Path | None = None,
    no_cache: bool = False,
    cache_size: int | None = None,
    progress: Progress = no_progress,
    **overrides: Unpack[RunOverrides],
) -> Result:
    """Parse, measure and validate the files below `raw`, and release what passes into `dist`/`name`/VERSION.

    `to`, `report`, `kind` and the cache arguments are as for audit.check; the pages show set-aside documents too.
    Without `raw` the bundled samples are run, under their own policy unless `config` is given. The result has passed if
    something was released, or the newest release is identical already. Raises UsageError if the input, the name, the
    version or the settings are unusable.
    """
    if bump not in {None, "auto"}:
        raise UsageError(f"bump takes auto, which derives the version from the changes, not {bump!r}")
    if version and bump:
        raise UsageError("give a version or a bump, not both")
    policy, origin = resolve_settings(config or (samples.policy() if raw is None else None), overrides, workers)
    root, home = Path(raw) if raw is not None else samples.folder(), Path(dist)
    read_as = detect_target(root, kind)
    policy, root = licensed(policy, root), read_as.root
    origin = origin if raw is None else with_unused(origin, config, root)
    kept = None if no_cache or policy.engine.on_spark else cache_folder(cache, cache_size)
    refuse_inside(root, home)
    files, site = check_output_files(to, root), site_folder(report, root)
    planned = plan(home, name, version or None)
    with engine_of_policy(policy, home), scratch(home) as parts:
        job = Job(root, read_as.kind, parts, policy, measures=True, repair=policy.input.repair, cache=kept)
        tables = None if site is None else parts / "tables"
        judged = judge_for_release(job, planned, workers, progress)
        if tables is not None:
            put_tables(tables, judged.found, Tally())
        facts, released = _released(planned, judged.request(read_as))
        if tables is not None:
            replace_file(tables / "report.json", canonical_json(facts))
            write_pages_if_asked(site, tables)
        stored = StoredFindings(parts / "findings.parquet")
    call = f"audit run {'--samples' if raw is None else raw} --name {name}"
    again = None if raw is None else called_as(raw, kind, config, overrides, CheckOverrides)
    outcome, path = _outcome(call, origin, again, released), released.path if released else None
    where = Locations.of(root, Path.cwd())
    return write_result(Result(facts, outcome, released is not None, path, stored, where), files)


def _released(planned: Plan, request: Request) -> tuple[dict[str, Any], Released | None]:
    """Return the report with its verdict, and the release unless the verdict or the version number forbids it."""
    facts = dict(request.report)
    if facts["reasons"]:
        return facts, None
    enter_stage("writing the release")
    try:
        return facts, release(planned, request)
    except SmallVersionError as error:
        return with_verdict(facts, [str(error)], _steps(facts, ()), released=False), None


@dataclass(frozen=True, slots=True)
class JudgedCorpus:
    """A whole audit: its facts, the rules that a release is judged by, and what came of each."""

    found: CorpusAudit
    asked: Sequence[Rule]
    validations: Sequence[Validation]

    def request(self, read_as: Target) -> Request:
        """Return the release that this would make; its report lists the reasons against it, if any.

        Findings and ledger are written among the part files of the audit.
        """
        return _request(self, _report(read_as, self.found, self.validations))


def judge_for_release(job: Job, planned: Plan, workers: int | None, progress: Progress) -> JudgedCorpus:
    """Audit the input of a job and judge what a release of it would hold.

    Raises UsageError if the input is unusable.
    """
    with open_judge() as judge:
        found = audit_corpus(job, workers, progress, ComparisonSides(History(planned.folders)), judge.process.start)
        refuse_empty(found.corpus.found, job.root)
        enter_stage("judging")
        asked = found.rules_to_validate(released=True)
        validations = judge.verdict(asked, found.measures_to_validate(released=True), found.metrics)
    return JudgedCorpus(found, asked, validations)


def _report(read_as: Target, found: CorpusAudit, validations: Sequence[Validation]) -> dict[str, Any]:
    """Return the report, writing findings and ledger to the folder of part files on the way."""
    tally = Tally()
    put_table(found.corpus.folder, FINDINGS, found.findings(tally))
    put_table(found.corpus.folder, LEDGER, found.ledger(tally))
    report = read_as.added_to(report_of("run", found, tally, validations))
    reasons = [*nothing_to_release(found), *much_set_aside(found, HALF), *missed_expectations(validations)]
    return with_verdict(report, reasons, _steps(report, reasons), released=not reasons)


def _request(judged: JudgedCorpus, report: Mapping[str, Any]) -> Request:
    found, corpus = judged.found, judged.found.corpus
    tables = {
        "documents": _published(found, corpus.documents()),
        "blocks": _published(found, corpus.tables("blocks")),
        "measures": [found.measures],
        "metrics": [found.metrics],
        "duplicates": [found.copies.pairs],
        "suspects": [found.paraphrases.suspects],
        "recurring": found.recurring(),
        "findings": _batches(corpus.folder / "findings.parquet"),
        "ledger": _batches(corpus.folder / "ledger.parquet"),
    }
    return Request(
        tables=tables,
        report=report,
        expectations=suite_on("measures", judged.asked),
        expectations_metrics=suite_on("metrics", judged.asked),
        validation=document(judged.validations),
        parameters=as_plain(found.policy),
        extra=tuple(each.column for each in corpus.extra),
        index=lambda path: _write_index(path, found),
    )


def _write_index(path: Path, found: CorpusAudit) -> None:
    """Write the index of the published documents: their signatures."""
    write_index(path, found.corpus.files("signatures"), found.verdict.state == PUBLISHED, found.copies.rows)


def _published(found: CorpusAudit, tables: Iterator[pa.Table]) -> Iterator[pa.Table]:
    """Yield the rows of a table, given part by part, that belong to published documents."""
    is_published = found.verdict.state == PUBLISHED
    for number, table in enumerate(tables):
        start, end = int(found.corpus.edges[number]), int(found.corpus.edges[number + 1])
        ids = found.measures["id"].slice(start, end - start).filter(pa.array(is_published[start:end]))
        yield table.filter(pc.is_in(table["id"], ids.combine_chunks()))


def _batches(file: Path) -> Iterator[pa.RecordBatch]:
    with pq.ParquetFile(file) as opened:
        yield from opened.iter_batches()


def _outcome(call: str, origin: str, raw: str | None, released: Released | None) -> Outcome:
    if released is None:
        return Outcome(call, origin, raw=raw)
    place = str(released.path)
    steps = (f"audit verify {shlex.quote(place)}", f"datasets.load_dataset({arguments_to_load(place)})")
    return Outcome(call, origin, f"{place}{_followed(released)}", steps)


def arguments_to_load(place: str) -> str:
    """Return the arguments that load a release; of a URL `datasets` takes files only."""
    is_here = with_urls(place) == place
    return f'"{place}"' if is_here else f'"parquet", data_files="{place}/documents/*.parquet"'


def _followed(released: Released) -> str:
    """Return a clause about how the version follows from its parent."""
    if not released.is_new:
        mark = read_marks(released.path.parent).get(released.version)
        yanked = f", and was yanked ({mark.why})" if mark else ""
        return f", which has the same content{yanked}: nothing changed, and nothing was released"
    changes = released.differences
    if changes is None:
        return ", the first version"
    return f", a {changes.demand.level} version after {changes.names[0]}: {changes.demand.clause()}"


def _steps(report: Mapping[str, Any], reasons: Sequence[str]) -> Iterator[str]:
    # A missed expectation prevents a release; a finding only sets its document aside.
    for rule in [*missed_rules(report), *report["worst"]][:1]:
        yield first_step(rule, report)
    if reasons:
        yield from step_aside(report)
        yield "audit check RAW --out DIR  # for a table of all findings; then fix the files or the policy"
