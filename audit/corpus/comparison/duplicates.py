"""The only step that needs the whole corpus at once: who copies whom, here and elsewhere, and who is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa

from audit.corpus.comparison.compared_with import NOTHING, Beside
from audit.corpus.comparison.earlier_duplicates import EarlierDuplicates, lost_to, with_elsewhere
from audit.corpus.comparison.earlier_releases import Before
from audit.corpus.comparison.leakage import Leaks, all_between, leaks_between, leaks_into
from audit.corpus.comparison.splits import Splits, splits_of
from audit.corpus.parts import Corpus
from audit.measure.duplication.columns import duplicates, duplication_columns
from audit.measure.duplication.index import SMALL, Side, mapped_signatures
from audit.measure.duplication.keep import keep, preference
from audit.measure.duplication.pairs.pairs import Copies, find_pairs
from audit.measure.duplication.records.parts import Bodies
from audit.tables import DUPLICATES, empty
from audit.worker.job import Job


@dataclass(frozen=True, slots=True)
class Duplicates:
    """The table of verified pairs, the measured columns in row order, and which rows are set aside as copies.

    `rows` are the two rows of each pair within the corpus. `leakage` is what the report says of pairs across splits
    and with other datasets, `before` the release that this one follows. `left_out` pairs were not compared, since one
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
        """Return the copies of a corpus without documents."""
        nothing = np.zeros(0, np.int64)
        return Duplicates(empty(DUPLICATES), pa.table({}), np.zeros(0, bool), (nothing, nothing))


def find_copies(
    job: Job, corpus: Corpus, measures: pa.Table, eligible: np.ndarray, beside: Beside = NOTHING
) -> Duplicates:
    """Return the copies in the corpus; only `eligible` rows, which may be published, are kept or set aside."""
    across = job.policy.duplicates.across
    ids = pl.Series(measures["id"], dtype=pl.String)
    before = beside.history.before(corpus, ids, across) if beside.history else Before.nothing(len(ids))
    splits = splits_of(job.root, job.kind, measures["id"]) if beside.splits else None
    step = _Step(job, corpus, ids, measures["body_chars"].to_numpy().astype(np.int64), before)
    return step.copies(eligible, beside, splits)


@dataclass(frozen=True, slots=True)
class _Step:
    """The step at work: `lengths` are those of the bodies."""

    job: Job
    corpus: Corpus
    ids: pl.Series
    lengths: np.ndarray
    before: Before

    def copies(self, eligible: np.ndarray, beside: Beside, splits: Splits | None) -> Duplicates:
        """Find pairs here, then with elsewhere where it is asked for, and put it all into columns and tables."""
        found = self._found(eligible)
        here = self._side(found) if self.before.earlier or beside.others or splits else None
        lost = self._lost(here, eligible)
        left = eligible & ~lost.rows(len(self.ids))
        found = self._found(left) if self._led_by_lost(found, left, eligible) else found
        kept = keep(found, self.lengths, left, self.job.policy.duplicates, self._places(left))
        elsewhere = self._elsewhere(here, beside)
        listed, within = self._within(here, found, splits)
        leaks = within.joined(elsewhere)
        own = duplicates(self.corpus.files("signatures"), listed)
        bodies = Bodies(self.corpus.files("documents"))
        columns = lost.put(duplication_columns(self.corpus.files("signatures"), found, kept, bodies))
        return Duplicates(
            pairs=with_elsewhere(own, (lost.pairs, elsewhere.pairs), self.ids, found.cluster),
            columns=leaks.put(columns),
            set_aside=columns["duplicate_of"].is_valid().to_numpy(),
            rows=(found.pairs["a_row"].to_numpy(), found.pairs["b_row"].to_numpy()),
            leakage=leaks.counts,
            before=self.before.name,
            left_out=found.left_out,
        )

    def _found(self, eligible: np.ndarray) -> Copies:
        bodies = Bodies(self.corpus.files("documents"))
        settings = self.job.policy.duplicates
        places = self._places(eligible)
        return find_pairs(self.corpus.files("signatures"), bodies, settings.similarity, places, settings.most_lost)

    def _places(self, eligible: np.ndarray) -> np.ndarray:
        """Return each row's place in the order of keeping: what was published before goes before newcomers."""
        wanted = preference(self.lengths, eligible, self.job.policy.duplicates.keep)
        order = np.lexsort((wanted, ~self.before.known, ~eligible))
        places = np.empty_like(wanted)
        places[order] = np.arange(len(order))
        return places

    def _side(self, found: Copies) -> Side:
        signatures = mapped_signatures(self.corpus.files("signatures"), self.corpus.folder / "signatures")
        return Side(signatures, found.cluster, Bodies(self.corpus.files("documents")))

    def _lost(self, here: Side | None, eligible: np.ndarray) -> EarlierDuplicates:
        if here is None or not self.before.earlier:
            return EarlierDuplicates.nothing()
        return lost_to(self.before, here, eligible, self.job.policy.duplicates, self.corpus.folder)

    def _led_by_lost(self, found: Copies, left: np.ndarray, eligible: np.ndarray) -> bool:
        """Return whether a large cluster was compared with one that is lost: its members must find another leader."""
        sizes = np.bincount(found.cluster, minlength=len(left))
        return bool((eligible & ~left & (sizes[found.cluster] > SMALL)).any())

    def _elsewhere(self, here: Side | None, beside: Beside) -> Leaks:
        leaks = Leaks.none()
        if here is None:
            return leaks
        for other in beside.others:
            leaks = leaks.joined(leaks_into(here, other, self.job.policy.duplicates.similarity, self.corpus.folder))
        return leaks

    def _within(self, here: Side | None, found: Copies, splits: Splits | None) -> tuple[Copies, Leaks]:
        """Return what was found with all pairs across splits, and these as leaks."""
        if here is None or splits is None:
            return found, Leaks.none()
        similarity = self.job.policy.duplicates.similarity
        pairs = all_between(splits, here, found.pairs, similarity, self.corpus.folder)
        return replace(found, pairs=pairs), leaks_between(splits, pairs, self.ids)
