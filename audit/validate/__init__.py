"""Validation by great-expectations of the measured columns; fails closed."""

from __future__ import annotations

from audit.validate.judge import Judge
from audit.validate.lending import judging, lend_judge
from audit.validate.suite import Suite, parse_suite, suite_of
from audit.validate.verdict import ExpectationResult, Validation, document

__all__ = [
    "ExpectationResult", "Judge", "Suite", "Validation", "document", "judging", "lend_judge", "parse_suite", "suite_of",
]  # fmt: skip
