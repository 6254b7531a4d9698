"""The number of documents that may break a rule before the corpus fails, with statistical tolerance."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audit.binomial import most_within
from audit.rulebook.failing import Measures, considered, slim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.policy import Policy
    from audit.rule import Rule


def budgeted(rules: Sequence[Rule], measures: Measures, policy: Policy) -> tuple[Rule, ...]:
    """Return the rules for the judge, with the rulebook's own `mostly` relaxed by sampling error.

    One document of seventeen is no evidence of a share above 2 %: an expectation is missed once the lower
    Clopper-Pearson bound of the failing share, at confidence `limits.confidence`, exceeds 1 - mostly. At most half of
    the documents are tolerated in addition. Critical rules, and a `mostly` set by the policy, are applied exactly.
    """
    words = {word.strip().lower() for word, own in policy.rules.items() if own.mostly is not None}
    return tuple(
        _allowing(rule, measures, policy.limits.confidence)
        if _is_elastic(rule) and words.isdisjoint((rule.code.lower(), rule.name))
        else rule
        for rule in rules
    )


def _is_elastic(rule: Rule) -> bool:
    return rule.scope == "document" and rule.severity != "critical" and 0 < rule.expectation.mostly < 1


def _allowing(rule: Rule, measures: Measures, confidence: float) -> Rule:
    of = considered(rule.expectation, slim(measures, [rule.expectation.column]))
    many = min(most_within(1 - rule.expectation.mostly, of, confidence), of // 2)
    if not of or (of - many) / of >= rule.expectation.mostly:
        return rule
    # The same division as in great-expectations, so that exactly `many` may fail.
    return replace(rule, expectation=replace(rule.expectation, mostly=(of - many) / of))


def allowed(mostly: float, of: int) -> int:
    """Return how many of `of` documents may fail if the share `mostly` must not.

    >>> allowed(0.98, 100), allowed((17 - 2) / 17, 17), allowed(0, 5)
    (2, 2, 5)
    """
    many = round((1 - mostly) * of)
    return many if not of or (of - many) / of >= mostly else many - 1
