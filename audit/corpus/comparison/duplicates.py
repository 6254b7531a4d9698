"""Duplicates across the whole corpus: which documents copy which, here and elsewhere, and which are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import polars as pl
import pyarrow as pa

from audit.corpus.comparison.benchmarks import NO_BENCHMARKS, Benchmarks
from audit.corpus.comparison.copy_preference import add_completeness, add_wholeness, held_out, preference
from audit.corpus.comparison.earlier_duplicates import EarlierDuplicates, add_pairs_elsewhere, find_lost
from audit.corpus.comparison.earlier_releases import EarlierDocuments, History
from audit.corpus.comparison.leakage import Leaks, all_between, leaks_between, leaks_into
from audit.corpus.comparison.other_things import apart_by_pages
from audit.corpus.comparison.reference_corpora import ReferenceCorpus
from audit.corpus.comparison.same_fields import SameKeys, apart_by, find_agreeing, same_keys, without_near
from audit.corpus.comparison.splits import Splits, splits_of
from audit.corpus.comparison.titles_of_copies import are_variants, bearers
from audit.corpus.corpus import Corpus
from audit.corpus.findings import BrokenRules
from audit.corpus.states import find_eligible
from audit.engine.memory import return_free_memory
from audit.measure.duplication.columns import also_in, duplicates, duplication_columns
from audit.measure.duplication.index import Side, mapped_signatures
from audit.measure.duplication.keep import NO_ROW, choose_kept
from audit.measure.duplication.losses.key_losses import lost_beside
from audit.measure.duplication.losses.losses import Losses
from audit.measure.duplication.losses.unknown_words import find_damaged
from audit.measure.duplication.pairs.pairs import Copies, find_pairs
from audit.measure.duplication.pairs.search import SMALL
from audit.measure.duplication.preference import PUBLISHED_BEFORE, Criterion, Preference
from audit.measure.duplication.records.parts import Bodies, PartTable
from audit.measure.duplication.records.whole_texts import TitledBodies, WholeTexts
from audit.tables import DUPLICATES, empty
from audit.worker.job import Job


@dataclass(frozen=True, slots=True)
class ComparisonSides:
    """The comparisons of a run; none by default. `splits`: whether to search for copies across splits.

    `benchmarks` are the datasets whose items the workers search for.
    """

    history: History | None = None
    others: tuple[ReferenceCorpus, ...] = ()
    splits: bool = False
    benchmarks: Benchmarks = NO_BENCHMARKS


NO_SIDES: Final = ComparisonSides()


@dataclass(frozen=True, slots=True)
class Duplicates:
    """The verified pairs, the measured columns in row order, and which rows are set aside as copies.

    `rows` are the two rows of each pair within the corpus. `leakage` is the report entry on pairs across splits and
    with other datasets, `before` the release this one follows. `left_out` counts pairs not compared because one
    document had too many candidates.
    """

    pairs: pa.Table
    columns: pa.Table
    set_aside: np.ndarray
    rows: tuple[np.ndarray, np.ndarray]
    leakage: tuple[Mapping[str, Any], ...] = ()
    before: str | None = None
    left_out: int = 0

    @staticmethod
    def none() -> Duplicates:
        """Return the result for a corpus without documents."""
        nothing = np.zeros(0, np.int64)
        return Duplicates(empty(DUPLICATES), pa.table({}), np.zeros(0, bool), (nothing, nothing))


def find_copies(
    job: Job, corpus: Corpus, measures: pa.Table, broken: BrokenRules, beside: ComparisonSides
) -> Duplicates:
    """Return the copies in the corpus; only rows publishable by `broken` take part in keeping and setting aside."""
    across = job.policy.duplicates.across
    ids = pl.Series(measures["id"], dtype=pl.String)
    before = beside.history.before(corpus, ids, across) if beside.history else EarlierDocuments.nothing(len(ids))
    splits = splits_of(job.root, job.kind, measures["id"])
    published = Criterion(PUBLISHED_BEFORE, (~before.known).astype(np.int8))
    order = preference(corpus, measures, broken, job.policy.duplicates, (*held_out(splits), published))
    signatures, bodies = PartTable.for_passes(corpus.files("signatures")), Bodies(corpus.files("documents"))
    step = _Step(job, corpus, signatures, bodies, ids, order, before)
    return step.copies(find_eligible(broken, measures, job.policy), beside, splits if beside.splits else None)


@dataclass(frozen=True, slots=True)
class _Step:
    """The state of the search; `order` ranks the rows for keeping."""

    job: Job
    corpus: Corpus
    signatures: PartTable
    bodies: Bodies
    ids: pl.Series
    order: Preference
    before: EarlierDocuments

    def copies(self, eligible: np.ndarray, beside: ComparisonSides, splits: Splits | None) -> Duplicates:
        """Find pairs within the corpus, then elsewhere if requested, and build the columns and tables."""
        found = self._found(eligible)
        here = self._side(found) if self.before.earlier or beside.others or splits else None
        lost = self._lost(here, eligible)
        settings = self.job.policy.duplicates
        left = eligible & ~lost.rows(len(self.ids))
        same = same_keys(self.corpus, settings, left, self.order.places(left))
        left &= ~same.rows
        found = self._found(left) if self._led_by_lost(found, left, eligible) else found
        settled, kept = self._kept(found, left)
        lost_by_key = self._lost_by_key(same, kept, left)
        found = same.joined(settled, self.bodies, kept, lost_by_key)
        elsewhere = self._elsewhere(here, beside)
        listed, within = self._within(here, found, splits)
        leaks = within.joined(elsewhere)
        own = duplicates(self.signatures, listed)
        columns = duplication_columns(self.signatures, settled, kept, self.bodies)
        columns = lost.put(columns.append_column("also_in", kept["also_in"]))
        columns = same.put(columns, self.ids, lost_by_key)
        return Duplicates(
            pairs=add_pairs_elsewhere(own, (lost.pairs, elsewhere.pairs), self.ids, found.cluster),
            columns=leaks.put(columns),
            set_aside=columns["duplicate_of"].is_valid().to_numpy(),
            rows=(found.pairs["a_row"].to_numpy(), found.pairs["b_row"].to_numpy()),
            leakage=leaks.counts,
            before=self.before.name,
            left_out=found.left_out,
        )

    def _found(self, eligible: np.ndarray) -> Copies:
        settings = self.job.policy.duplicates
        places = self.order.places(eligible)
        found = find_pairs(self.signatures, self.bodies, settings.similarity, places, settings.most_lost)
        return_free_memory()
        return found

    def _kept(self, found: Copies, left: np.ndarray) -> tuple[Copies, pa.Table]:
        """Return which rows are kept, and the pairs with the tokens unique to each side.

        Text in documents without copies is never lost with a copy, so those are read first; then, once the choice is
        known, the kept documents. What a copy loses occurs in neither.
        """
        tokens = self.signatures.numbers("tokens", np.int64)
        is_alone = np.bincount(found.copies, minlength=len(left))[found.copies] == 1
        with Losses(found.pairs, self.bodies, TitledBodies(self.bodies), tokens) as losses:
            losses.read(np.flatnonzero(left & is_alone))
            found = replace(found, pairs=losses.measured(found.pairs))
            settings = self.job.policy.duplicates
            judged = find_agreeing(self.corpus, settings, found)
            judged = apart_by(bearers(self.corpus, self.signatures, found, self.bodies), judged)
            judged = without_near(are_variants(self.corpus, self.signatures, found, self.bodies), judged)
            whole = WholeTexts(self.signatures, self.corpus.files("blocks"))
            judged = apart_by_pages(judged, whole, tokens)
            damaged = find_damaged(judged, self.bodies, tokens, np.flatnonzero(left & is_alone))
            order = add_wholeness(add_completeness(self.order, judged, settings), damaged, settings)
            kept = choose_kept(judged, left, settings, order.places(left))
            stays = left & (kept["duplicate_of_row"].to_numpy() == NO_ROW)
            found = replace(found, pairs=losses.settled(found.pairs, stays, np.flatnonzero(stays & ~is_alone)))
            kept = kept.append_column("also_in", also_in(found, kept, losses.standing, self.ids))
        return_free_memory()
        return found, kept.append_column("reason", _reasons(order, kept))

    def _lost_by_key(self, same: SameKeys, kept: pa.Table, left: np.ndarray) -> np.ndarray:
        """Return the tokens lost with each row set aside by a key."""
        sides = same.twins(kept)
        if not len(sides[0]):
            return sides[0]
        stays = np.flatnonzero(left & (kept["duplicate_of_row"].to_numpy() == NO_ROW))
        texts = self.bodies, TitledBodies(self.bodies)
        return lost_beside(sides, stays, texts, self.signatures.numbers("tokens", np.int64))

    def _side(self, found: Copies) -> Side:
        signatures = mapped_signatures(self.corpus.files("signatures"), self.corpus.folder / "signatures")
        return Side(signatures, found.cluster, self.bodies)

    def _lost(self, here: Side | None, eligible: np.ndarray) -> EarlierDuplicates:
        if here is None or not self.before.earlier:
            return EarlierDuplicates.nothing()
        return find_lost(self.before, here, eligible, self.job.policy.duplicates)

    def _led_by_lost(self, found: Copies, left: np.ndarray, eligible: np.ndarray) -> bool:
        """Return whether a large cluster was compared with a lost leader: its members must find another."""
        sizes = np.bincount(found.cluster, minlength=len(left))
        return bool((eligible & ~left & (sizes[found.cluster] > SMALL)).any())

    def _elsewhere(self, here: Side | None, beside: ComparisonSides) -> Leaks:
        leaks = Leaks.none()
        if here is None:
            return leaks
        for other in beside.others:
            leaks = leaks.joined(leaks_into(here, other, self.job.policy.duplicates.similarity))
        return leaks

    def _within(self, here: Side | None, found: Copies, splits: Splits | None) -> tuple[Copies, Leaks]:
        """Return the pairs with those across splits added, and the latter as leaks."""
        if here is None or splits is None:
            return found, Leaks.none()
        similarity = self.job.policy.duplicates.similarity
        pairs = all_between(splits, here, found.pairs, similarity)
        return replace(found, pairs=pairs), leaks_between(splits, pairs, self.ids)


def _reasons(order: Preference, kept: pa.Table) -> pa.Array:
    """Return why each set-aside row ranks below its twin; null for the others."""
    of = kept["duplicate_of_row"].to_numpy()
    rows = np.flatnonzero(of != NO_ROW)
    found = np.full(len(of), None, object)
    found[rows] = order.reasons(rows, of[rows])
    return pa.array(found.tolist(), pa.string())
