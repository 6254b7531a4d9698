"""Which of several copies is the better one: what was measured of each before anything was compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from audit.measure.duplication.pairs.search import SMALL
from audit.measure.duplication.pairs.unique_passages import PASSAGE
from audit.measure.duplication.pairs.verify import NEAR
from audit.measure.duplication.preference import PUBLISHED_BEFORE, Criterion, Preference

if TYPE_CHECKING:
    from audit.corpus.findings import Broken
    from audit.corpus.parts import Corpus
    from audit.measure.duplication.pairs.pairs import Copies
    from audit.policy import DuplicateSettings

# Shares of boilerplate that differ by less are alike: a line of chrome more or less says nothing about a copy.
_LIKE_SHARES: Final = 0.1


def preference(
    corpus: Corpus, measures: pa.Table, broken: Broken, known: np.ndarray, settings: DuplicateSettings
) -> Preference:
    """Return the order of keeping that the settings ask for; `known` rows were published before and go first."""
    before = Criterion(PUBLISHED_BEFORE, (~known).astype(np.int8))
    longer = Criterion("is the longer one", -measures["body_chars"].to_numpy().astype(np.int64))
    match settings.keep:
        case "first":
            return Preference((before,))
        case "longest":
            return Preference((before, longer))
    return Preference((
        before,
        Criterion("has fewer critical findings", _faults(broken, "critical", len(measures))),
        Criterion("has fewer warnings", _faults(broken, "warning", len(measures))),
        Criterion("states more of title and date", _unstated(measures)),
        Criterion("has less boilerplate", _boilerplate(measures)),
        Criterion("is of an earlier day", _days(corpus)),
        longer,
    ))  # fmt: skip


def with_completeness(found: Preference, copies: Copies, settings: DuplicateSettings) -> Preference:
    """Return the order of keeping in which, before boilerplate, length and day, a copy counts that holds the other.

    Known only where all pairs are: in groups of up to SMALL copies.
    """
    if settings.keep != "best":
        return found
    is_less = np.zeros(len(copies.copies), np.bool_)
    pairs = copies.pairs.filter(pc.equal(copies.pairs["kind"], NEAR))
    for side, other in (("a", "b"), ("b", "a")):
        holds = (pairs[f"lost_{side}"].to_numpy() == 0) & (pairs[f"unique_{other}"].to_numpy() >= PASSAGE)
        is_less[pairs[f"{side}_row"].to_numpy()[holds]] = True
    is_less &= np.bincount(copies.copies, minlength=len(is_less))[copies.copies] <= SMALL
    whole = Criterion("is the more complete one", is_less.astype(np.int8))
    at = [each.words for each in found.criteria].index("has less boilerplate")
    return Preference((*found.criteria[:at], whole, *found.criteria[at:]))


def _faults(broken: Broken, severity: str, count: int) -> np.ndarray:
    """Return how many rules of that severity each document breaks."""
    found = np.zeros(count, np.int32)
    for rule in broken.rules:
        if rule.severity == severity:
            found[broken.rows[rule.code]] += 1
    return found


def _unstated(measures: pa.Table) -> np.ndarray:
    is_undated = ~measures["has_date"].to_numpy()
    unstated: np.ndarray = is_undated.astype(np.int8) + measures["title_chars"].is_null().to_numpy()
    return unstated


def _boilerplate(measures: pa.Table) -> np.ndarray:
    shares: np.ndarray = measures["boilerplate_share"].fill_null(1).to_numpy()
    return np.floor(shares / _LIKE_SHARES)


def _days(corpus: Corpus) -> np.ndarray:
    """Return the days of all documents as numbers; those without one come last."""
    columns = [corpus.part(nth, "documents", ["date"])["date"] for nth in range(len(corpus.with_documents))]
    days = pl.concat([pl.Series(column, dtype=pl.Date).cast(pl.Int32) for column in columns])
    return days.fill_null(np.iinfo(np.int32).max).to_numpy()
