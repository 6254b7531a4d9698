"""Metrics required by the policy's limits that the measures do not contain, such as drift since a release."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

import polars as pl
import pyarrow as pa

from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.measure.measures import MEASURES
from audit.parser.templates.template_lines import sources_of
from audit.policy import Policy
from audit.release.lineage.yanked import leading
from audit.release.storage.reading import frame
from audit.review.estimate import error_bound
from audit.tables import LEDGER, empty
from audit.text.visible import visible

# Sources with fewer inputs are ignored: a single lost input is not significant.
_LEAST_OF_SOURCE: Final = 5
_COLUMNS: Final = ("id", "language", "body_chars", "title_chars", "has_source", "has_date", "has_author")
# Each length band is twice as long as the previous one.
_BASE: Final = 2
# The distributions compared: the class of each document, for one side.
_STATED: Final = (pl.col("title_chars").is_not_null(), *map(pl.col, ("has_source", "has_date", "has_author")))
_SIDES: Final[Mapping[str, tuple[pl.Expr, ...]]] = {
    "drift_languages": (pl.col("language"),),
    "drift_lengths": ((pl.col("body_chars") + 1).log(_BASE).floor(),),
    "drift_fields": _STATED,
}
_PART: Final = "part"


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
        found |= _drifts(measures(), since) if since is not None else {}
    return found


def _inputs(ledger: Iterable[pa.Table]) -> pl.DataFrame:
    columns = ["id", "state", "sha256"]
    return pl.concat([pl.DataFrame(empty(LEDGER).select(columns)), *(pl.DataFrame(t.select(columns)) for t in ledger)])


def _worst_source(inputs: pl.DataFrame) -> float | None:
    of_source = inputs.with_columns(source=sources_of(inputs["id"])).group_by("source")
    shares = of_source.agg(pl.len().alias("inputs"), (pl.col("state") != "published").mean().alias("aside"))
    worst = shares.filter(pl.col("inputs") >= _LEAST_OF_SOURCE)["aside"].max()
    return None if worst is None else float(worst)  # type: ignore[arg-type]


def _drifts(measures: pa.Table, release: Path) -> Mapping[str, float | None]:
    """Return the drift of `measures` from a published release, per distribution and at most.

    It is the total variation distance, 0 to 1; null if either side has no documents. `release` is a release or
    dist/NAME. Raises UsageError if it cannot be read.
    """
    now, before = pl.DataFrame(measures.select(list(_COLUMNS))), _published(release)
    if not len(now) or not len(before):
        return dict.fromkeys((*_SIDES, "drift"))
    found = {name: max(_distance(now, before, each) for each in side) for name, side in _SIDES.items()}
    return found | {"drift": max(found.values())}


def _published(release: Path) -> pl.DataFrame:
    version = leading(release)
    folder = release / str(version) if version else release
    try:
        states = frame(folder, LEDGER, ("id", "state")).filter(pl.col("state") == "published")
        return frame(folder, MEASURES, _COLUMNS).join(states, on="id", how="semi")
    except (OSError, pa.ArrowException, ValueError, KeyError) as error:
        raise_machine_error(error, folder)
        raise UsageError(
            f"{visible(str(folder))} cannot be read as the reference release for drift ({type(error).__name__}): name "
            "a release, or dist/NAME, in limits.since"
        ) from error


def _distance(now: pl.DataFrame, before: pl.DataFrame, of: pl.Expr) -> float:
    shares = [
        frame.select(of.alias(_PART)).group_by(_PART).agg((pl.len() / frame.height).alias("share"))
        for frame in (now, before)
    ]
    both = shares[0].join(shares[1], on=_PART, how="full", nulls_equal=True).fill_null(0)
    # Half the L1 distance: what one language gains others lose. Sorted, since float addition depends on the order.
    return float((both["share"] - both["share_right"]).abs().sort().sum() / 2)
