"""Validation by great-expectations of the measured columns; fails closed."""

from __future__ import annotations

from audit.validate.judge import Judge
from audit.validate.shared_judge import open_judge, share_judge
from audit.validate.suite import Suite, parse_suite, suite_of
from audit.validate.verdict import ExpectationResult, Validation, document

__all__ = [
    "ExpectationResult",
    "Judge",
    "Suite",
    "Validation",
    "document",
    "open_judge",
    "parse_suite",
    "share_judge",
    "suite_of",
]  # fmt: skip
