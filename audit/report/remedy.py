"""What a policy would have to say for a missed expectation to pass: for who has decided that it may."""

from __future__ import annotations

import math
from typing import Final

from audit.policy import SETTINGS
from audit.rule import Rule

# What a setting is rounded to, to the side on which it lets this corpus pass.
_STEPS: Final = 10_000


def remedy(rule: Rule, failed: int, of: int, value: float | None) -> str:
    """Return the flag, and the line of audit.toml, with which this corpus would meet the rule.

    `failed` of `of` documents break it; of a rule on the corpus `value` is what was measured.
    """
    if rule.scope == "document":
        return _mostly(rule, math.floor((of - failed) / of * _STEPS) / _STEPS)
    if rule.limit and value is not None:
        share = min(1.0, math.ceil(round(value * _STEPS, 6)) / _STEPS)
        flag = next(each.flag for each in SETTINGS if each.section == "limits" and each.key == rule.limit)
        return f"{flag} {share:g}, or {rule.limit} = {share:g} below [limits]"
    return _mostly(rule, 0)


def _mostly(rule: Rule, share: float) -> str:
    return f"--mostly {rule.name}={share:g}, or mostly = {share:g} below [rules.{rule.name}]"
