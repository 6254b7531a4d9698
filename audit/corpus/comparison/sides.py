"""The other sides of a comparison: earlier releases, other datasets, and the corpus's own splits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from audit.corpus.comparison.benchmarks import NO_BENCHMARKS, Benchmarks
from audit.corpus.comparison.earlier_releases import History
from audit.corpus.comparison.reference_corpora import ReferenceCorpus


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
