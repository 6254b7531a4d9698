"""What a corpus is looked at beside: the releases before it, other datasets, and its own splits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from audit.corpus.comparison.benchmarks import NO_BENCHMARKS, Benchmarks
from audit.corpus.comparison.earlier_releases import History
from audit.corpus.comparison.reference_corpora import Other


@dataclass(frozen=True, slots=True)
class Beside:
    """Nothing by default. `splits`: whether documents of one split are looked for in the others.

    `benchmarks` are those whose items the workers look for.
    """

    history: History | None = None
    others: tuple[Other, ...] = ()
    splits: bool = False
    benchmarks: Benchmarks = NO_BENCHMARKS


NOTHING: Final = Beside()
