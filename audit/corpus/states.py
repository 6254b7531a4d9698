"""What becomes of each document, and why: the states of the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa

from audit.corpus.findings import Broken
from audit.corpus.parts import Corpus
from audit.errors import DefectError
from audit.ledger import STATES
from audit.policy import Policy
from audit.rule import Aside, Rule
from audit.rulebook import RULES
from audit.rulebook.active import matches
from audit.rulebook.failing import failing
from audit.rulebook.sentences import KEPT, reason_excluded, reason_set_aside
from audit.tables import LEDGER, conform

PUBLISHED, DUPLICATE, BOILERPLATE, EXCLUDED, QUARANTINED = range(len(STATES))
NO_RULE: Final = -1
_STATES: Final = pl.Series(STATES)
_CODES: Final = pl.Series([rule.code for rule in RULES])
_NUMBERS: Final = {rule.code: number for number, rule in enumerate(RULES)}
_TOLD: Final = pl.Schema({"row": pl.Int64, "why": pl.String, "said": pl.String, "duplicate_of": pl.String})


@dataclass(frozen=True)
class Verdict:
    """For each document its state (index into STATES) and the rule that set it aside (index into RULES, or NO_RULE)."""

    state: np.ndarray
    rule: np.ndarray

    @staticmethod
    def all_published(count: int) -> Verdict:
        """Return that of so many documents none is set aside."""
        return Verdict(np.full(count, PUBLISHED, np.int8), np.full(count, NO_RULE, np.int16))

    def rows(self, state: int) -> np.ndarray:
        """Return the rows of the documents in a state, ascending."""
        return np.flatnonzero(self.state == state)


def sets_aside(rule: Rule, policy: Policy) -> Aside | None:
    """Return the state in which a document that breaks the rule is set aside under the policy, if any."""
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


def eligible(broken: Broken, measures: pa.Table, policy: Policy) -> np.ndarray:
    """Return which documents may be published as far as each alone is concerned; copies are kept among these."""
    return np.logical_and(*(rule == NO_RULE for rule in _own_faults(broken, measures, policy)))


def judge(broken: Broken, measures: pa.Table, policy: Policy) -> Verdict:
    """Return each document's state and reason: what it breaks itself comes before whom it copies.

    Raises DefectError when a copy is of no kind that a rule knows.
    """
    boilerplate, excluded = _own_faults(broken, measures, policy)
    is_copy = measures["duplicate_of"].is_valid().to_numpy()
    duplicate = np.where(is_copy, _standing("duplicate", measures, policy), NO_RULE)
    if np.any(is_copy & (duplicate == NO_RULE)):
        raise DefectError("a copy is of a kind that no rule is about; this is a defect of corpus-audit")
    breaks = [rule != NO_RULE for rule in (boilerplate, excluded, duplicate)]
    state = np.select(breaks, [BOILERPLATE, EXCLUDED, DUPLICATE], PUBLISHED)
    return Verdict(state.astype(np.int8), np.select(breaks, [boilerplate, excluded, duplicate], NO_RULE))


def _own_faults(broken: Broken, measures: pa.Table, policy: Policy) -> tuple[np.ndarray, np.ndarray]:
    """Return the rule that makes each document boilerplate, and the gravest for which it is to be excluded."""
    grave = [rule for rule in broken.rules if sets_aside(rule, policy) == "excluded"]
    grave.sort(key=lambda rule: (rule.severity != "critical", rule.code))
    return _standing("boilerplate", measures, policy), _first(grave, broken.rows, len(measures))


def _standing(aside: Aside, measures: pa.Table, policy: Policy) -> np.ndarray:
    """Return the rule that sets each document aside in this state, whether or not the policy judges by it."""
    rules = [rule for rule in RULES if rule.effect.aside == aside and sets_aside(rule, policy) is not None]
    return _first(rules, {rule.code: failing(rule, measures) for rule in rules}, len(measures))


def _first(rules: Sequence[Rule], rows: Mapping[str, np.ndarray], count: int) -> np.ndarray:
    """Return for each document the first of the rules that it breaks, by its number in the book."""
    first = np.full(count, NO_RULE, np.int16)
    for rule in reversed(rules):
        first[rows[rule.code]] = _NUMBERS[rule.code]
    return first


def ledger(corpus: Corpus, measures: pa.Table | None, verdict: Verdict) -> Iterator[pa.Table]:
    """Yield the ledger part by part: every input once, in the order of the inputs."""
    for read, rows in corpus.ledgers():
        told = _told(rows[rows >= 0], measures, verdict)
        found = pl.DataFrame(read).with_columns(row=pl.Series(rows, dtype=pl.Int64), state=_names(verdict, rows))
        found = found.join(told, on="row", how="left", maintain_order="left")
        # What the reader has to say of a document, a repair, comes last.
        details = pl.concat_str("said", "detail", separator="; ", ignore_nulls=True)
        code = pl.when("is_document").then("why").otherwise("code")
        yield conform(found.with_columns(code=code, detail=details.replace("", None)).to_arrow(), LEDGER)


def states(corpus: Corpus, verdict: Verdict) -> Iterator[str]:
    """Yield the state of every input, in the order of the inputs."""
    for _, rows in corpus.ledgers():
        yield from _names(verdict, rows)


def _names(verdict: Verdict, rows: np.ndarray) -> pl.Series:
    """Return the states of the documents in these rows; inputs that are none (row -1) are quarantined."""
    return _STATES.gather(np.append(verdict.state, QUARANTINED)[rows])


def _told(rows: np.ndarray, measures: pa.Table | None, verdict: Verdict) -> pl.DataFrame:
    """Return of those of a part's documents that are set aside: `why` (the code), what is `said`, `duplicate_of`."""
    aside = rows[verdict.rule[rows] != NO_RULE]
    if measures is None or not len(aside):
        return pl.DataFrame(schema=_TOLD)
    state, rule = pl.Series(verdict.state[aside]), pl.Series(verdict.rule[aside])
    reasons = sorted(set(zip(state, rule, strict=True)))
    columns = sorted({*KEPT, *(RULES[n].expectation.column for _, n in reasons)})
    # A slice before anything is taken: the rows of a part lie side by side.
    facts = pl.DataFrame(measures.select(columns).slice(rows[0], len(rows)))[aside - rows[0]]
    facts = facts.with_columns(row=pl.Series(aside, dtype=pl.Int64), state=state, rule=rule, why=_CODES.gather(rule))
    sentences = [_sentence(state, RULES[n], facts.schema) for state, n in reasons]
    of = pl.when(pl.col("state") == DUPLICATE).then("duplicate_of")
    return facts.select("row", "why", said=pl.coalesce(sentences), duplicate_of=of)


def _sentence(state: int, rule: Rule, schema: pl.Schema) -> pl.Expr:
    """Return why the documents are set aside that this rule brings into this state."""
    is_it = (pl.col("state") == state) & (pl.col("why") == rule.code)
    return pl.when(is_it).then(reason_excluded(rule, schema) if state == EXCLUDED else reason_set_aside(rule))
