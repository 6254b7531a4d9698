"""`audit.parse`: raw files to typed tables, without an audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Unpack

import pyarrow as pa

from audit.atomic import sweep
from audit.corpus.audited import scratch
from audit.corpus.input_kind import refuse_inside, refuse_nothing, target_of
from audit.corpus.ledger_table import ledger
from audit.corpus.parts import Corpus
from audit.corpus.program.crew import crew_of
from audit.corpus.states import Verdict
from audit.corpus.template_lines import gather_knowing
from audit.engine.count import Progress, silent
from audit.kernels import load
from audit.ledger import reconcile
from audit.policy import ParseOverrides, Policy
from audit.report.build import Tally, came_in, head, reasons_set_aside
from audit.report.summary import Outcome
from audit.tables import BLOCKS, LEDGER
from audit.verbs.call.at_work import at_work
from audit.verbs.call.elsewhere import elsewhere
from audit.verbs.call.settings import settings, takes
from audit.verbs.results.result import Result
from audit.verbs.results.tables import put_table
from audit.worker.job import Job, Kind


@takes(ParseOverrides)
@elsewhere
def parse(  # noqa: PLR0913 a keyword for each flag
    raw: str | Path,
    *,
    out: str | Path,
    config: str | Path | Policy | None = None,
    workers: int | None = None,
    kind: Kind | None = None,
    progress: Progress = silent,
    **overrides: Unpack[ParseOverrides],
) -> Result:
    """Parse the files below `raw` into `out`/documents.parquet, blocks.parquet and ledger.parquet, without an audit.

    `kind` is as for audit.check; `engine` never changes the result.

    The ledger has two states here: published (parsed) and quarantined. Raises UsageError if the input or the settings
    are unusable.
    """
    policy, said = settings(config, overrides, workers)
    root, folder = Path(raw), Path(out)
    refuse_inside(root, folder)
    read_as = target_of(root, kind)
    with at_work(policy, folder), scratch(folder) as parts:
        job = Job(root, read_as.kind, parts, policy, measures=False)
        load()
        with crew_of(job, workers) as crew:
            corpus = Corpus(parts, tuple(gather_knowing(job, crew, progress)), policy.input.extra)
        refuse_nothing(corpus.found, root)
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        put_table(folder, corpus.dataset, corpus.documents())
        put_table(folder, BLOCKS, corpus.tables("blocks"))
        tally = Tally()
        put_table(folder, LEDGER, tally.ledger(_ledger(corpus)))
    states = reconcile(corpus.found, Counter(tally.states).elements())
    report = head("parse") | {
        "inputs": came_in(corpus.found, tally.bytes, corpus.extra),
        "ledger": states,
        "set_aside": reasons_set_aside(tally, {}),
    }
    return Result(read_as.told_in(report), Outcome(f"audit parse {raw}", said, str(folder)), passed=True, path=folder)


def _ledger(corpus: Corpus) -> Iterator[pa.Table]:
    yield from ledger(corpus, None, Verdict.all_published(corpus.rows))
