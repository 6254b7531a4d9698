"""What becomes of each document, and why: the states of the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from audit.corpus.findings import Broken, message_of
from audit.corpus.parts import Corpus
from audit.ledger import STATES
from audit.policy import Policy
from audit.rule import Rule
from audit.rulebook.active import matches
from audit.tables import LEDGER
from audit.text.visible import visible

PUBLISHED, DUPLICATE, BOILERPLATE, EXCLUDED, QUARANTINED = range(len(STATES))
NO_ARTICLE: Final = "BPL001"
# A suspicion of retelling sets nothing aside, whatever a policy says: words that two texts share prove no theft.
SUSPICION: Final = "SPN005"
DUPLICATE_CODES: Final[Mapping[str, str]] = {"exact_raw": "DUP001", "exact_normalised": "DUP002", "near": "DUP003"}
SHOWN_ID: Final = 120


@dataclass(frozen=True)
class Verdict:
    """For each document its state (index into STATES), and for the excluded ones the rule that set them aside."""

    state: np.ndarray
    rule: Mapping[int, Rule]

    def rows(self, state: int) -> np.ndarray:
        """Return the rows of the documents in a state, ascending."""
        return np.flatnonzero(self.state == state)


def sets_aside(rule: Rule, policy: Policy) -> bool:
    """Return whether a document that breaks the rule is set aside: critical or excluded by name, and not flagged."""
    return (
        rule.code != SUSPICION
        and not matches(rule, policy.release.flag)
        and (rule.severity == "critical" or matches(rule, policy.release.exclude))
    )


def excluded(broken: Broken, policy: Policy) -> dict[int, Rule]:
    """Return the rows to set aside for what they break, each with the gravest rule, the first code among equals."""
    found: dict[int, Rule] = {}
    grave = [r for r in broken.rules if sets_aside(r, policy) and r.code != NO_ARTICLE and r.scope == "document"]
    for rule in sorted(grave, key=lambda r: (r.severity != "critical", r.code)):
        for row in broken.rows[rule.code].tolist():
            found.setdefault(row, rule)
    return found


def eligible(no_article: np.ndarray, out: Mapping[int, Rule], policy: Policy) -> np.ndarray:
    """Return for each row whether it may be published as far as it alone is concerned; copies are kept among these."""
    left = np.ones(len(no_article), bool) if NO_ARTICLE in policy.release.flag else ~no_article
    left[list(out)] = False
    return left


def judge(no_article: np.ndarray, duplicate: np.ndarray, out: Mapping[int, Rule], policy: Policy) -> Verdict:
    """Return each document's state; what it breaks itself comes before whom it copies."""
    state = np.full(len(no_article), PUBLISHED, np.int8)
    state[duplicate] = DUPLICATE
    state[list(out)] = EXCLUDED
    if NO_ARTICLE not in policy.release.flag:
        state[no_article] = BOILERPLATE
    return Verdict(state, {row: rule for row, rule in out.items() if state[row] == EXCLUDED})


def ledger(corpus: Corpus, measures: pa.Table | None, verdict: Verdict) -> Iterator[pa.Table]:
    """Yield the ledger part by part: every input once, in the order of the inputs."""
    for read, rows in corpus.ledgers():
        decided = [_decided(int(row), measures, verdict) for row in rows]
        states = [d[0] if d else "quarantined" for d in decided]
        codes = [d[1] if d else code for d, code in zip(decided, read["code"].to_pylist(), strict=True)]
        # What the reader has to say of a document, a repair, comes last.
        said = [(d[2] if d else None, detail) for d, detail in zip(decided, read["detail"].to_pylist(), strict=True)]
        details = ["; ".join(filter(None, both)) or None for both in said]
        twins = [d[3] if d else None for d in decided]
        made = read.drop_columns(["code", "detail", "is_document"])
        for name, values in (("state", states), ("code", codes), ("detail", details), ("duplicate_of", twins)):
            made = made.append_column(name, pa.array(values, pa.string()))
        yield made.cast(LEDGER.arrow)


def _decided(
    row: int, measures: pa.Table | None, verdict: Verdict
) -> tuple[str, str | None, str | None, str | None] | None:
    """Return state, code, detail and the kept twin of a document; None for an input that is none."""
    if row < 0:
        return None
    state = int(verdict.state[row])
    name = STATES[state]
    if state == PUBLISHED or measures is None:
        return name, None, None, None
    if state == BOILERPLATE:
        return (
            name,
            NO_ARTICLE,
            "none of its blocks is part of an article; see its rows in blocks for the reasons",
            None,
        )
    if state == DUPLICATE:
        return _copy(measures, row)
    rule = verdict.rule[row]
    values = {rule.expectation.column: measures[rule.expectation.column][row].as_py()}
    return name, rule.code, f"{message_of(rule, values).removesuffix('.')}; see `audit explain {rule.code}`", None


def _copy(measures: pa.Table, row: int) -> tuple[str, str, str, str]:
    kind, twin, release = (measures[f"duplicate_{name}"][row].as_py() for name in ("kind", "of", "release"))
    place = f" in {release}" if release else ""
    said = {
        "exact_raw": "the same bytes as",
        "exact_normalised": "the same text as",
        "near": "nearly the same text as",
    }[kind]
    return STATES[DUPLICATE], DUPLICATE_CODES[kind], f"{said} {visible(twin, SHOWN_ID)}{place}, which is kept", twin
