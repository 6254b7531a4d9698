"""The state of each document, and the rule responsible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from audit.corpus.findings import BrokenRules
from audit.errors import DefectError
from audit.ledger import STATES
from audit.policy import Policy
from audit.rule import Aside, Rule
from audit.rulebook import RULES
from audit.rulebook.active import matches
from audit.rulebook.failing import failing_rows

PUBLISHED, DUPLICATE, BOILERPLATE, EXCLUDED, QUARANTINED = range(len(STATES))
NO_RULE: Final = -1
_NUMBERS: Final = {rule.code: number for number, rule in enumerate(RULES)}


@dataclass(frozen=True)
class Verdict:
    """For each document its state (index into STATES) and the rule that set it aside (index into RULES, or NO_RULE)."""

    state: np.ndarray
    rule: np.ndarray

    @staticmethod
    def all_published(count: int) -> Verdict:
        """Return the verdict that sets none of `count` documents aside."""
        return Verdict(np.full(count, PUBLISHED, np.int8), np.full(count, NO_RULE, np.int16))

    def rows(self, state: int) -> np.ndarray:
        """Return the rows in a state, ascending."""
        return np.flatnonzero(self.state == state)


def sets_aside(rule: Rule, policy: Policy) -> Aside | None:
    """Return the state in which the policy sets aside documents that break the rule, if any."""
    is_flagged = matches(rule, policy.release.flag)
    is_grave = rule.severity == "critical" or matches(rule, policy.release.exclude)
    match rule.effect.aside:
        case "boilerplate":
            return None if is_flagged else "boilerplate"
        case "duplicate" | "excluded" if is_grave and not is_flagged:
            return "excluded"
        case "duplicate":
            return "duplicate"
    return None


def find_eligible(broken: BrokenRules, measures: pa.Table, policy: Policy) -> np.ndarray:
    """Return a mask of the documents publishable on their own merits; kept copies are chosen among these."""
    boilerplate, excluded = _own_faults(broken, measures, policy)
    is_sound: np.ndarray = (boilerplate == NO_RULE) & (excluded == NO_RULE)
    return is_sound


def decide_states(broken: BrokenRules, measures: pa.Table, policy: Policy) -> Verdict:
    """Return each document's state and reason; its own faults take precedence over copying.

    Raises DefectError if a copy is of a kind that no rule covers.
    """
    boilerplate, excluded = _own_faults(broken, measures, policy)
    is_copy = measures["duplicate_of"].is_valid().to_numpy()
    duplicate = np.where(is_copy, _standing("duplicate", measures, policy), NO_RULE)
    if np.any(is_copy & (duplicate == NO_RULE)):
        raise DefectError("a duplicate has a kind without a rule; this is a defect of corpus-audit")
    breaks = [rule != NO_RULE for rule in (boilerplate, excluded, duplicate)]
    state = np.select(breaks, [BOILERPLATE, EXCLUDED, DUPLICATE], PUBLISHED)
    return Verdict(state.astype(np.int8), np.select(breaks, [boilerplate, excluded, duplicate], NO_RULE))


def _own_faults(broken: BrokenRules, measures: pa.Table, policy: Policy) -> tuple[np.ndarray, np.ndarray]:
    """Return the rule that makes each document boilerplate, and the most severe one that excludes it."""
    grave = [rule for rule in broken.rules if sets_aside(rule, policy) == "excluded"]
    grave.sort(key=lambda rule: (rule.severity != "critical", rule.code))
    return _standing("boilerplate", measures, policy), _first(grave, broken.rows, len(measures))


def _standing(aside: Aside, measures: pa.Table, policy: Policy) -> np.ndarray:
    """Return the rule that sets each document aside in this state, whether or not the policy selects it."""
    rules = [rule for rule in RULES if rule.effect.aside == aside and sets_aside(rule, policy) is not None]
    return _first(rules, failing_rows(rules, measures), len(measures))


def _first(rules: Sequence[Rule], rows: Mapping[str, np.ndarray], count: int) -> np.ndarray:
    """Return for each document the first rule it breaks, by index in the rulebook."""
    first = np.full(count, NO_RULE, np.int16)
    for rule in reversed(rules):
        first[rows[rule.code]] = _NUMBERS[rule.code]
    return first
