"""Corpus expectations under a gate: those missed only through known or waived findings do not fail a check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from audit.gate.gate import JudgedFindings
from audit.rule import Rule
from audit.rulebook.active import is_of_reading
from audit.rulebook.failing import is_missed
from audit.validate.verdict import ExpectationResult, Validation


def missed_codes(validations: Iterable[Validation]) -> frozenset[str]:
    """Return the codes of all expectations the corpus misses."""
    return frozenset(code for validation in validations for code in validation.missed)


def failing_codes(judged: JudgedFindings, validations: Iterable[Validation], rules: Sequence[Rule]) -> tuple[str, ...]:
    """Return the codes of the missed expectations that fail the check.

    Exempt are those missed when the baseline was made, those on documents that would be met without waived findings,
    and those whose findings are all known. With part of a corpus only readability counts, since its shares say nothing.
    """
    scopes = {rule.code: rule.scope for rule in rules if judged.gate.files is None or is_of_reading(rule)}
    known = judged.gate.baseline.missed if judged.gate.baseline else frozenset[str]()
    results = (result for validation in validations for result in validation.results)
    return tuple(
        sorted(
            result.asked.code
            for result in results
            if not result.success
            and result.asked.code in scopes
            and result.asked.code not in known
            and (scopes[result.asked.code] == "corpus" or _is_missed(judged, result))
        )
    )


def _is_missed(judged: JudgedFindings, result: ExpectationResult) -> bool:
    code = result.asked.code
    if judged.gate.baseline is not None and not judged.fresh(code):
        return False
    left = result.failed - judged.waived_documents(code)
    return is_missed(result.asked.expectation, left, result.considered)
