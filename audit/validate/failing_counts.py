"""Document rules judged by counts: a single row for the corpus instead of a row per document.

great-expectations takes 10 seconds and a gigabyte per million rows. Beyond a limit it judges instead whether the number
of failing documents, counted from the same columns, is within the share `mostly` allows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from audit.errors import DefectError
from audit.rulebook.failing import Measures, failing_counts, is_missed
from audit.validate.suite import Suite, SuiteExpectation
from audit.validate.verdict import ExpectationResult, Validation

# Rows up to which great-expectations sees every document: a minute and five gigabytes.
MOST_ROWS: Final = 5_000_000


@dataclass(frozen=True, slots=True)
class FailingCounts:
    """A suite over counts; `counts` are the failed and the considered rows of each rule."""

    name: str
    asked: tuple[SuiteExpectation, ...]
    rows: int
    counts: tuple[tuple[int, int], ...]

    @staticmethod
    def of(name: str, asked: Sequence[SuiteExpectation], measures: Measures) -> FailingCounts:
        """Return the counts of the rules, evaluating few columns of the measures at a time."""
        counts = failing_counts([each.expectation for each in asked], measures)
        return FailingCounts(name, tuple(asked), len(measures), tuple(counts))

    @property
    def frame(self) -> pl.DataFrame:
        """One row: the number of failing documents per rule."""
        return pl.DataFrame({each.code: [failed] for each, (failed, _) in zip(self.asked, self.counts, strict=True)})

    @property
    def suite(self) -> Suite:
        """The expectations on that row."""
        lines = [_plain(each, of) for each, (_, of) in zip(self.asked, self.counts, strict=True)]
        return {"name": self.name, "expectations": lines}

    def verdict_on_documents(self, found: Validation) -> Validation:
        """Return the verdict on documents that follows from the verdict `found` on the counts.

        Raises DefectError if `found` disagrees with the counts.
        """
        results = []
        for each, (failed, of), judged in zip(self.asked, self.counts, found.results, strict=True):
            success = not is_missed(each.expectation, failed, of)
            if success != judged.success or judged.asked.code != each.code:
                raise DefectError(
                    f"{each.code}: great-expectations judged a count as {judged.success}, corpus-audit as {success}; "
                    "this is a defect of corpus-audit, please report it"
                )
            results.append(ExpectationResult(each, success, self.rows, of, failed))
        return Validation(self.name, found.version, tuple(results))


def most_failing(asked: SuiteExpectation, of: int) -> int:
    """Return how many of `of` rows may fail, using the same division as the test for a missed rule."""
    most = min(of, int((1 - asked.expectation.mostly) * of) + 1)
    while most and is_missed(asked.expectation, most, of):
        most -= 1
    return most


def _plain(asked: SuiteExpectation, of: int) -> dict[str, Any]:
    return {
        "type": "expect_column_values_to_be_between",
        "kwargs": {"column": asked.code, "max_value": most_failing(asked, of), "mostly": 1.0},
        "severity": asked.severity,
        "meta": {"rule": asked.code, "name": asked.name, "scope": "corpus"},
    }
