"""The error rate of a corpus, estimated from the verdicts on a sample, with an upper confidence bound."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from audit.binomial import upper_bound
from audit.review.draw import corpus_digest
from audit.review.sheet import Review, read_sheet

CONFIDENCE: Final = 0.95
UNKNOWN: Final = 1.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """The stratum-weighted error rate of the judged rows (null if none was judged).

    `upper` is the upper 95 % confidence bound; `effective` is the size of an equally precise simple random sample.
    """

    rate: float | None
    upper: float
    effective: float


def estimate(review: Review) -> Estimate:
    """Return the stratified estimate of the error rate, and its upper bound.

    The bound is Clopper and Pearson's on the effective sample size (Korn and Graubard, Survey Methodology 24, 1998),
    with Kish's design effect for unequal weights; homogeneity within strata is ignored, so it is conservative. A row
    without a verdict counts as wrong in the bound. If every document was judged the bound is the rate.
    """
    strata = review.strata
    seen = [s for s in strata if s.judged]
    weight = sum(s.documents for s in seen)
    rate = sum(s.documents * s.wrong / s.judged for s in seen) / weight if weight else None
    failed = sum(s.documents * (s.wrong + s.drawn - s.judged) / s.drawn for s in strata) / review.documents
    if all(s.drawn == s.documents for s in strata):
        return Estimate(rate, failed, float(review.documents))
    effective = review.documents**2 / sum(s.documents**2 / s.drawn for s in strata)
    return Estimate(rate, upper_bound(failed * effective, effective, CONFIDENCE), effective)


def error_bound(file: Path | None, inputs: pl.DataFrame) -> float:
    """Return the upper bound of a corpus's error rate from a review sheet; 1 if the sheet is about another corpus.

    `inputs` is the ledger's id, state and sha256. A sheet covers all documents, or those of a release. Raises
    UsageError if the sheet is invalid.
    """
    if file is None:
        return UNKNOWN
    review = read_sheet(file)
    documents = inputs.filter(pl.col("state") != "quarantined")
    published = inputs.filter(pl.col("state") == "published")
    speaks_for = {corpus_digest(documents), corpus_digest(published)}
    return estimate(review).upper if review.corpus in speaks_for else UNKNOWN
