"""The rules in force in a run: the registry with the policy applied."""

from __future__ import annotations

import difflib
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from audit.errors import UsageError
from audit.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audit.policy import Policy, RuleSettings
    from audit.rule import Rule

ALL: Final = "ALL"
# User input is quoted in messages up to this length.
_SHOWN: Final = 60


def active(rules: Sequence[Rule], policy: Policy) -> tuple[Rule, ...]:
    """Return the rules that `policy` selects and does not ignore, by code, with its severities and shares.

    `ignore` takes precedence over `select`. Raises UsageError if the policy names an unknown rule, sets one twice, or
    leaves none: a run that judges nothing must not look like a pass.
    """
    settings = settings_of(rules, policy)
    within = [limited for r in rules if (limited := _limited(r, policy)) is not None]
    chosen = [r for r in within if matches(r, policy.select) and not matches(r, policy.ignore)]
    if not chosen:
        raise UsageError("no rule is left to judge by; look at select and ignore in audit.toml")
    return tuple(_applied(r, settings.get(r.code)) for r in sorted(chosen, key=lambda r: r.code))


def _limited(rule: Rule, policy: Policy) -> Rule | None:
    """Return the rule with the threshold set by the policy; None for a limit rule without one."""
    if not rule.limit:
        return rule
    limit: float | None = getattr(policy.limits, rule.limit)
    if limit is None:
        return None
    kwargs = MappingProxyType({**rule.expectation.kwargs, "max_value": limit})
    return replace(rule, expectation=replace(rule.expectation, kwargs=kwargs))


def matches(rule: Rule, words: Iterable[str]) -> bool:
    """Return whether one of `words` names `rule`: by code, family, name, or ALL."""
    return not {rule.code, rule.family, rule.name, ALL}.isdisjoint(words)


def is_of_reading(rule: Rule) -> bool:
    """Return whether a rule is about readability of inputs, and thus meaningful for part of a corpus."""
    return rule.scope == "corpus" and rule.family == "ENC"


def find(rules: Sequence[Rule], text: str) -> Rule:
    """Return the rule with the code or name `text`, ignoring case.

    Raises UsageError with the nearest codes and names if there is none.
    """
    wanted = text.strip().lower()
    for rule in rules:
        if wanted in (rule.code.lower(), rule.name):
            return rule
    of_family = [rule.code for rule in rules if rule.family.lower() == wanted]
    if of_family:
        raise UsageError(f"{visible(text, _SHOWN)} is a family of rules: name one of {', '.join(of_family)}")
    raise _unknown(text, [word for rule in rules for word in (rule.code, rule.name)])


def _refuse_unknown(rules: Sequence[Rule], words: Iterable[str]) -> None:
    known = {word for r in rules for word in (r.code, r.family, r.name)} | {ALL}
    for word in words:
        if word not in known:
            raise _unknown(word, sorted(known))


def _unknown(word: str, known: Sequence[str]) -> UsageError:
    by_lower = {k.lower(): k for k in known}
    near = [by_lower[m] for m in difflib.get_close_matches(word[:_SHOWN].lower(), by_lower, n=3)]
    hint = f"did you mean {' or '.join(near)}?" if near else "audit rules lists them all"
    return UsageError(f"no rule is called {visible(word, _SHOWN)}; {hint}")


def settings_of(rules: Sequence[Rule], policy: Policy) -> dict[str, RuleSettings]:
    """Return what a policy sets of each rule, by code; raises UsageError if it names an unknown rule anywhere."""
    for words in (policy.select, policy.ignore, policy.release.exclude, policy.release.flag):
        _refuse_unknown(rules, words)
    for waiver in policy.waiver:
        find(rules, waiver.rule)
    settings: dict[str, RuleSettings] = {}
    for word, wanted in policy.rules.items():
        rule = find(rules, word)
        if rule.code in settings:
            raise UsageError(f"rules.{rule.code} and rules.{rule.name} are one rule; keep one of the two in audit.toml")
        settings[rule.code] = wanted
    return settings


def _applied(rule: Rule, wanted: RuleSettings | None) -> Rule:
    if wanted is None:
        return rule
    mostly = rule.expectation.mostly if wanted.mostly is None else wanted.mostly
    return replace(
        rule, severity=wanted.severity or rule.severity, expectation=replace(rule.expectation, mostly=mostly)
    )
