"""What the verdicts on a sample say of the whole corpus: the error rate, and how large it may be at most."""

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
    """The error rate of the judged rows, each standing for its stratum's share (null where none was judged).

    `upper` is what the rate is at most, with 95 % confidence; `effective` is the size of the simple random sample
    that would be as sure.
    """

    rate: float | None
    upper: float
    effective: float


def estimate(review: Review) -> Estimate:
    """Return the stratified estimate of the error rate, and its upper bound.

    The bound is Clopper and Pearson's on the effective size of the sample (Korn and Graubard, Survey Methodology 24,
    1998), with Kish's design effect for unequal weights; that strata are more alike inside is not counted, so it is
    rather too high. A row without a verdict counts as wrong in it: what nobody looked at proves nothing. Where every
    document was judged the bound is the rate.
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
    """Return the upper bound of the error rate that a sheet leaves to a corpus; 1 where it speaks for another one.

    `inputs` is the ledger's id, state and sha256. A sheet is drawn from all documents, or from those of a release.
    Raises UsageError when the sheet cannot be read as one.
    """
    if file is None:
        return UNKNOWN
    review = read_sheet(file)
    documents = inputs.filter(pl.col("state") != "quarantined")
    published = inputs.filter(pl.col("state") == "published")
    speaks_for = {corpus_digest(documents), corpus_digest(published)}
    return estimate(review).upper if review.corpus in speaks_for else UNKNOWN
