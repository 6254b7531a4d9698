"""Metrics required by the policy's limits that the measures do not contain."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import polars as pl
import pyarrow as pa

from audit.corpus.comparison.drift import drifts
from audit.errors import UsageError
from audit.parser.templates.template_lines import sources_of
from audit.policy import Policy
from audit.review.estimate import error_bound
from audit.tables import LEDGER, empty

# Sources with fewer inputs are ignored: a single lost input is not significant.
_LEAST_OF_SOURCE: Final = 5


def check_measurable(policy: Policy, *, follows: bool) -> None:
    """Raise UsageError if a limit is set that cannot be evaluated; `follows`: a previous release is known."""
    if policy.limits.other_languages is not None and not policy.languages:
        raise UsageError("limits.other_languages needs languages: list the expected ones")
    if policy.limits.drift is not None and policy.limits.since is None and not follows:
        raise UsageError(
            "limits.drift needs a reference release: name one, or dist/NAME, in limits.since (--since); only a run "
            "has a parent release by default"
        )


def required_metrics(
    policy: Policy, measures: Callable[[], pa.Table], ledger: Iterable[pa.Table], follows: Callable[[], Path | None]
) -> dict[str, float | None]:
    """Return the metrics that the policy's limits ask for.

    `measures` returns those of the documents to release, a copy that few limits need; `ledger` is that of all inputs,
    `follows` returns the previous release of this corpus.
    """
    limits = policy.limits
    found: dict[str, float | None] = {}
    if limits.source_set_aside is not None or limits.review_error is not None:
        inputs = _inputs(ledger)
        if limits.source_set_aside is not None:
            found["source_set_aside_share"] = _worst_source(inputs)
        if limits.review_error is not None:
            found["review_error"] = error_bound(Path(limits.review) if limits.review else None, inputs)
    if limits.drift is not None:
        since = Path(limits.since) if limits.since else follows()
        found |= drifts(measures(), since) if since is not None else {}
    return found


def _inputs(ledger: Iterable[pa.Table]) -> pl.DataFrame:
    columns = ["id", "state", "sha256"]
    return pl.concat([pl.DataFrame(empty(LEDGER).select(columns)), *(pl.DataFrame(t.select(columns)) for t in ledger)])


def _worst_source(inputs: pl.DataFrame) -> float | None:
    of_source = inputs.with_columns(source=sources_of(inputs["id"])).group_by("source")
    shares = of_source.agg(pl.len().alias("inputs"), (pl.col("state") != "published").mean().alias("aside"))
    worst = shares.filter(pl.col("inputs") >= _LEAST_OF_SOURCE)["aside"].max()
    return None if worst is None else float(worst)  # type: ignore[arg-type]
