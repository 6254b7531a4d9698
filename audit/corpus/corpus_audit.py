"""The audit shared by `check` and `run`: measure, cluster, judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa

from audit.corpus.comparison.duplicates import NO_SIDES, ComparisonSides, Duplicates, find_copies
from audit.corpus.corpus import Corpus, mapped
from audit.corpus.findings import BrokenRules, findings
from audit.corpus.ledger_table import ledger, states
from audit.corpus.limits import check_measurable, required_metrics
from audit.corpus.output_place import refuse_unwritable
from audit.corpus.paraphrase.paraphrases import Paraphrases, find_paraphrases
from audit.corpus.paraphrase.places import add_paraphrase_places
from audit.corpus.program.executor import executor_of
from audit.corpus.recurring_blocks import recurring
from audit.corpus.states import PUBLISHED, Verdict, decide_states
from audit.corpus.template_lines import gather_with_templates
from audit.engine.memory import return_free_memory
from audit.engine.stages import Progress, enter_stage
from audit.errors import DefectError
from audit.kernels import load
from audit.ledger import reconcile
from audit.machine import is_machine_error, machine_error
from audit.measure.measures import MEASURES
from audit.policy import Policy
from audit.report.build import Tally
from audit.rule import Rule
from audit.rulebook import RULES
from audit.rulebook.active import active
from audit.rulebook.allowed import budgeted
from audit.rulebook.failing import failing_rows
from audit.rulebook.metrics import ReadCounts, metrics, with_asked
from audit.scratch import Scratch
from audit.tables import columns_of, empty
from audit.worker.job import Job


@dataclass(frozen=True, slots=True)
class CorpusAudit:
    """An audited corpus. Row n of `measures` is the n-th document."""

    corpus: Corpus
    policy: Policy
    rules: tuple[Rule, ...]
    measures: pa.Table
    copies: Duplicates
    paraphrases: Paraphrases
    broken: BrokenRules
    verdict: Verdict
    metrics: pa.Table
    states: Mapping[str, int]
    benchmarks: tuple[Mapping[str, Any], ...] = ()

    @property
    def published(self) -> np.ndarray:
        """The rows of the documents that a release would contain."""
        return self.verdict.rows(PUBLISHED)

    def measures_to_validate(self, *, released: bool) -> pa.Table:
        """Return the measures to validate: those of the released documents, or of all."""
        names = ["id", *sorted({r.expectation.column for r in self.rules if r.scope == "document"})]
        columns = self.measures.select(list(dict.fromkeys(names)))
        return columns.take(self.published) if released else columns

    def rules_to_validate(self, *, released: bool) -> tuple[Rule, ...]:
        """Return the rules to validate `measures_to_validate` against, with their tolerance for chance."""
        return budgeted(self.rules, self.measures_to_validate(released=released), self.policy)

    def ledger(self, tally: Tally) -> Iterator[pa.Table]:
        """Yield the ledger in batches, counted by `tally`."""
        yield from tally.count_ledger(ledger(self.corpus, self.measures, self.verdict))

    def findings(self, tally: Tally) -> Iterator[pa.Table]:
        """Yield the findings in batches, counted by `tally`."""
        yield from tally.count_findings(findings(self.corpus, self.measures, self.broken))

    def recurring(self) -> Iterator[pa.Table]:
        """Yield the table of blocks that recur across documents, counted when it is asked for."""
        if self.corpus.rows:
            yield recurring(self.corpus, self.measures["id"], self.copies.set_aside)


@contextmanager
def scratch(output: Path | None) -> Iterator[Path]:
    """Yield a temporary folder for part files, on the disk of the output if there is one.

    Raises UsageError if the output is not writable, MachineError if the machine fails while the block runs.
    """
    parent = None
    if output is not None:
        refuse_unwritable(output)
        parent = output if output.is_dir() else output.parent
        parent.mkdir(parents=True, exist_ok=True)
    try:
        with Scratch(parent) as made:
            yield made.path
    except (OSError, MemoryError) as error:
        if not is_machine_error(error):
            raise
        raise machine_error(error, "writing temporary files of the run") from error


def audit_corpus(
    job: Job,
    workers: int | None,
    progress: Progress,
    sides: ComparisonSides = NO_SIDES,
    once_read: Callable[[], object] = lambda: None,
) -> CorpusAudit:
    """Parse and measure every input of the job, find copies here and in `sides`, and decide each document's state.

    `once_read` is called when the workers have ended and their memory is free.

    Raises UsageError if the input or the policy is unusable, DefectError if counts do not add up.
    """
    rules = active(RULES, job.policy)
    check_measurable(job.policy, follows=sides.history is not None)
    load()
    with executor_of(job, workers) as executor:
        corpus = Corpus(job.parts, tuple(gather_with_templates(job, executor, progress)), job.policy.input.extra)
    enter_stage("collecting the measures")
    once_read()
    measures = corpus.whole("measures")
    if measures is None:
        return _without_documents(corpus, job.policy, rules)
    _refuse_twins(measures)
    found = _decide(job, corpus, rules, measures, sides)
    return _with_limit_metrics(_with_counts(found), sides)


def _decide(
    job: Job, corpus: Corpus, rules: tuple[Rule, ...], measures: pa.Table, sides: ComparisonSides
) -> CorpusAudit:
    """Find copies, paraphrases and benchmark items, and decide each document's state."""
    of_documents = tuple(r for r in rules if r.scope == "document")
    own = tuple(r for r in of_documents if r.expectation.column in measures.column_names)
    broken = _broken(own, measures)
    enter_stage("finding duplicates")
    copies = find_copies(job, corpus, measures, broken, sides)
    copies = replace(copies, columns=mapped(copies.columns, corpus.folder / "copies"))
    return_free_memory()
    enter_stage("finding paraphrases")
    paraphrases = find_paraphrases(corpus, measures, copies, job.policy)
    return_free_memory()
    items, benchmarks = sides.benchmarks.found(corpus)
    found_later = (copies.columns, paraphrases.columns, items)
    columns = {name: column for table in (measures, *found_later) for name, column in columns_of(table).items()}
    measures = MEASURES.build(**columns).combine_chunks()
    add_paraphrase_places(corpus, measures, paraphrases)
    others = _broken([r for r in of_documents if r not in own], measures)
    broken = BrokenRules(of_documents, {**broken.rows, **others.rows})
    verdict = decide_states(broken, measures, job.policy)
    return CorpusAudit(
        corpus, job.policy, rules, measures, copies, paraphrases, broken, verdict, pa.table({}), {}, benchmarks
    )


def _broken(rules: Sequence[Rule], measures: pa.Table) -> BrokenRules:
    return BrokenRules(tuple(rules), failing_rows(rules, measures))


def _with_counts(found: CorpusAudit) -> CorpusAudit:
    counts = reconcile(found.corpus.found, states(found.corpus, found.verdict))
    left_out = found.copies.left_out, found.paraphrases.left_out
    corpus = found.corpus
    abandoned = sum(part.lost is not None for part in corpus.parts)
    read = ReadCounts(
        broken_off=corpus.broken_off, barren=corpus.barren, abandoned=abandoned, no_documents=corpus.no_documents
    )
    made = metrics(found.measures, counts, left_out, read=read, licences=int(bool(found.policy.card.licence)))
    return replace(found, metrics=made, states=counts)


def _with_limit_metrics(found: CorpusAudit, sides: ComparisonSides) -> CorpusAudit:
    """Return the audit with the metrics required by the policy's limits."""
    history = sides.history
    asked = required_metrics(
        found.policy,
        lambda: found.measures.take(found.published),
        ledger(found.corpus, found.measures, found.verdict),
        lambda: history.followed(found.corpus) if history else None,
    )
    return replace(found, metrics=with_asked(found.metrics, asked)) if asked else found


def _without_documents(corpus: Corpus, policy: Policy, rules: tuple[Rule, ...]) -> CorpusAudit:
    nothing = np.zeros(0, np.int64)
    document_rules = tuple(r for r in rules if r.scope == "document")
    broken = BrokenRules(document_rules, {r.code: nothing for r in document_rules})
    verdict, measures = Verdict.all_published(0), empty(MEASURES)
    return _with_counts(
        CorpusAudit(
            corpus, policy, rules, measures, Duplicates.none(), Paraphrases.none(0), broken, verdict, pa.table({}), {}
        )
    )


def _refuse_twins(measures: pa.Table) -> None:
    ids: Any = pl.from_arrow(measures["id"].combine_chunks())
    if ids.n_unique() != len(ids):
        raise DefectError(
            "two inputs have the same id; nothing was released; this is a defect of corpus-audit, please report it"
        )
