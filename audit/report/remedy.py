"""Settings with which a missed expectation would pass, for deliberate decisions."""

from __future__ import annotations

import math
from typing import Final

from audit.policy import SETTINGS
from audit.rule import Rule

# Decimals of a suggested setting, rounded so that the corpus passes.
_STEPS: Final = 10_000
# Metrics that inputs fail which were not read: no setting mends these.
_UNREAD: Final = frozenset(
    {"abandoned_share", "containers_broken_off", "containers_without_documents", "documents", "quarantined_share"}
)


def remedy(rule: Rule, failed: int, of: int, value: float | None) -> str | None:
    """Return the flag and the line of audit.toml with which this corpus would meet the rule.

    `failed` of `of` documents break it; for a corpus rule `value` is the metric.
    None where inputs that were not read are the cause.
    """
    if rule.expectation.column in _UNREAD:
        return None
    if rule.scope == "document":
        return _mostly(rule, math.floor((of - failed) / of * _STEPS) / _STEPS)
    if rule.limit and value is not None:
        share = min(1.0, math.ceil(round(value * _STEPS, 6)) / _STEPS)
        flag = next(each.flag for each in SETTINGS if each.section == "limits" and each.key == rule.limit)
        return f"{flag} {share:g}, or {rule.limit} = {share:g} under [limits]"
    return _mostly(rule, 0)


def _mostly(rule: Rule, share: float) -> str:
    return f"--mostly {rule.name}={share:g}, or mostly = {share:g} under [rules.{rule.name}]"
