"""`audit.parse`: raw files to typed tables, without an audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Unpack

import pyarrow as pa

from audit.atomic import sweep
from audit.corpus.corpus import Corpus
from audit.corpus.corpus_audit import scratch
from audit.corpus.input_kind import detect_target, refuse_empty, refuse_inside
from audit.corpus.ledger_table import ledger
from audit.corpus.program.executor import executor_of
from audit.corpus.states import Verdict
from audit.corpus.template_lines import gather_with_templates
from audit.engine.stages import Progress, no_progress
from audit.kernels import load
from audit.ledger import reconcile
from audit.policy import CheckOverrides, ParseOverrides, Policy
from audit.report.build import Tally, came_in, head, reasons_set_aside
from audit.report.summary import Outcome
from audit.tables import BLOCKS, LEDGER
from audit.verbs.call.engine import engine_of_policy
from audit.verbs.call.settings import accepts_settings, called_as, resolve_settings, with_unused
from audit.verbs.call.urls import accepts_urls
from audit.verbs.results.result import Result
from audit.verbs.results.tables import put_table
from audit.worker.job import Job, Kind


@accepts_settings(ParseOverrides)
@accepts_urls
def parse(  # noqa: PLR0913 a keyword for each flag
    raw: str | Path,
    *,
    out: str | Path,
    config: str | Path | Policy | None = None,
    workers: int | None = None,
    kind: Kind | None = None,
    progress: Progress = no_progress,
    **overrides: Unpack[ParseOverrides],
) -> Result:
    """Parse the files below `raw` into `out`/documents.parquet, blocks.parquet and ledger.parquet, without an audit.

    `kind` is as for audit.check; `engine` never changes the result.

    The ledger has two states here: published (parsed) and quarantined. Raises UsageError if the input or the settings
    are unusable.
    """
    policy, origin = resolve_settings(config, overrides, workers)
    read_as, folder = detect_target(Path(raw), kind), Path(out)
    root, origin = read_as.root, with_unused(origin, config, read_as.root)
    refuse_inside(Path(raw), folder)
    with engine_of_policy(policy, folder), scratch(folder) as parts:
        job = Job(root, read_as.kind, parts, policy, measures=False)
        load()
        with executor_of(job, workers) as executor:
            corpus = Corpus(parts, tuple(gather_with_templates(job, executor, progress)), policy.input.extra)
        refuse_empty(corpus.found, root)
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        put_table(folder, corpus.dataset, corpus.documents())
        put_table(folder, BLOCKS, corpus.tables("blocks"))
        tally = Tally()
        put_table(folder, LEDGER, tally.count_ledger(_ledger(corpus)))
    states = reconcile(corpus.found, Counter(tally.states).elements())
    report = head("parse") | {
        "inputs": came_in(corpus.found, tally, corpus.extra),
        "ledger": states,
        "set_aside": reasons_set_aside(tally, {}),
    }
    after = f"audit check {called_as(raw, kind, config, overrides, CheckOverrides)}"
    outcome = Outcome(f"audit parse {raw}", origin, str(folder), (after,))
    return Result(read_as.added_to(report), outcome, passed=True, path=folder)


def _ledger(corpus: Corpus) -> Iterator[pa.Table]:
    yield from ledger(corpus, None, Verdict.all_published(corpus.rows))
