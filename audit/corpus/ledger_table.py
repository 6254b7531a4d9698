"""The ledger table: every input once, with state and reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa

from audit.corpus.corpus import Corpus
from audit.corpus.states import DUPLICATE, EXCLUDED, NO_RULE, QUARANTINED, Verdict
from audit.ledger import STATES
from audit.rule import Rule
from audit.rulebook import RULES
from audit.rulebook.sentences import KEPT, reason_excluded, reason_set_aside
from audit.tables import LEDGER, conform

# Parts are processed together up to this many rows: formatting a rule's reason has a fixed cost per call.
MANY_INPUTS: Final = 4_096
_STATES: Final = pl.Series(STATES)
_CODES: Final = pl.Series([rule.code for rule in RULES])
_REASONS: Final = pl.Schema(
    {"row": pl.Int64, "why": pl.String, "sentence": pl.String, "duplicate_of": pl.String, "lost_tokens": pl.Int32}
)


def ledger(corpus: Corpus, measures: pa.Table | None, verdict: Verdict, many: int = MANY_INPUTS) -> Iterator[pa.Table]:
    """Yield the ledger in batches of about `many` rows: every input once, in input order."""
    for read, rows in _merge_small_parts(corpus, many):
        reasons = _reasons(rows[rows >= 0], measures, verdict)
        found = pl.DataFrame(read).with_columns(row=pl.Series(rows, dtype=pl.Int64), state=_names(verdict, rows))
        found = found.join(reasons, on="row", how="left", maintain_order="left")
        # Remarks of the reader, such as a repair, come last.
        details = pl.concat_str("sentence", "detail", separator="; ", ignore_nulls=True)
        code = pl.when("is_document").then("why").otherwise("code")
        yield conform(found.with_columns(code=code, detail=details.replace("", None)).to_arrow(), LEDGER)


def _merge_small_parts(corpus: Corpus, many: int) -> Iterator[tuple[pa.Table, np.ndarray]]:
    """Yield the batches of `corpus.ledgers`, with consecutive small ones merged."""
    parts: list[tuple[pa.Table, np.ndarray]] = []
    count = 0
    for table, rows in corpus.ledgers():
        parts.append((table, rows))
        count += len(rows)
        if count >= many:
            yield _concatenated(parts)
            parts, count = [], 0
    if parts:
        yield _concatenated(parts)


def _concatenated(parts: Sequence[tuple[pa.Table, np.ndarray]]) -> tuple[pa.Table, np.ndarray]:
    tables, rows = zip(*parts, strict=True)
    return pa.concat_tables(tables, promote_options="default"), np.concatenate(rows)


def states(corpus: Corpus, verdict: Verdict) -> Iterator[str]:
    """Yield the state of every input, in input order."""
    for _, rows in corpus.ledgers():
        yield from _names(verdict, rows)


def _names(verdict: Verdict, rows: np.ndarray) -> pl.Series:
    """Return the states of the documents in these rows; inputs without a document (row -1) are quarantined."""
    state = np.full(len(rows), QUARANTINED)
    state[rows >= 0] = verdict.state[rows[rows >= 0]]
    return _STATES.gather(state)


def _reasons(rows: np.ndarray, measures: pa.Table | None, verdict: Verdict) -> pl.DataFrame:
    """Return, for the set-aside documents of a part: `why` (the code), `sentence`, `duplicate_of`, `lost_tokens`."""
    aside = rows[verdict.rule[rows] != NO_RULE]
    if measures is None or not len(aside):
        return pl.DataFrame(schema=_REASONS)
    state, rule = pl.Series(verdict.state[aside]), pl.Series(verdict.rule[aside])
    # Under one policy, a rule puts all its documents in the same state.
    reasons = sorted(set(zip(rule, state, strict=True)))
    columns = sorted({*KEPT, *(RULES[number].expectation.column for number, _ in reasons)})
    # Slice before taking: the rows of a part are consecutive.
    facts = pl.DataFrame(measures.select(columns).slice(rows[0], len(rows)))
    facts = facts.select(pl.all().gather(aside - rows[0])).with_columns(
        row=pl.Series(aside, dtype=pl.Int64), state=state, rule=rule
    )
    sentences = [pl.when(rule=number).then(_sentence(RULES[number], its, facts.schema)) for number, its in reasons]
    of = pl.when(state=DUPLICATE).then("duplicate_of")
    lost = pl.when(state=DUPLICATE).then("lost_tokens")
    return facts.select(
        "row", why=_CODES.gather(rule), sentence=pl.coalesce(sentences), duplicate_of=of, lost_tokens=lost
    )


def _sentence(rule: Rule, state: int, schema: pl.Schema) -> pl.Expr:
    """Return the reason for documents that the rule puts in this state."""
    return reason_excluded(rule, schema) if state == EXCLUDED else reason_set_aside(rule, schema)
