"""Settings of a policy that can have no effect, since another one they need is not set or takes precedence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from audit.rulebook.active import find, matches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audit.policy import Policy
    from audit.rule import Rule

_UNASKED: Final = "since the rule is ignored or not selected"


def idle(rules: Sequence[Rule], policy: Policy) -> list[str]:
    """Return a clause about each setting without effect: "limits.since has no effect without limits.drift"."""
    return [f"{name} has no effect {why}" for name, why in (*_needing(policy), *_of_rules(rules, policy))]


def _needing(policy: Policy) -> Iterator[tuple[str, str]]:
    limits, rights, read = policy.limits, policy.rights, policy.input
    if limits.since and limits.drift is None:
        yield "limits.since", "without limits.drift"
    if limits.review and limits.review_error is None:
        yield "limits.review", "without limits.review_error"
    if rights.optout_sha256 and not rights.optout:
        yield "rights.optout_sha256", "without rights.optout"
    if read.text_column and "text" in read.columns:
        yield "input.text_column", "beside input.columns.text"


def _of_rules(rules: Sequence[Rule], policy: Policy) -> Iterator[tuple[str, str]]:
    for word in policy.rules:
        rule = find(rules, word)
        if rule.limit and getattr(policy.limits, rule.limit) is None:
            yield f"rules.{word}", f"without limits.{rule.limit}"
        elif not _is_asked(rule, policy):
            yield f"rules.{word}", _UNASKED
    for word in policy.release.exclude:
        named = [rule for rule in rules if matches(rule, (word,))]
        if word in policy.release.flag:
            yield f"{word} in release.exclude", "beside release.flag"
        elif all(rule.scope == "corpus" or rule.effect.aside is None for rule in named):
            yield f"{word} in release.exclude", "since nothing is set aside for it"
        elif not any(_is_asked(rule, policy) for rule in named):
            yield f"{word} in release.exclude", _UNASKED


def _is_asked(rule: Rule, policy: Policy) -> bool:
    return matches(rule, policy.select) and not matches(rule, policy.ignore)
