"""Drift since the last release, by language, length, and the fields that documents state."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import polars as pl
import pyarrow as pa

from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.measure.measures import MEASURES
from audit.release.lineage.yanked import leading
from audit.release.storage.reading import frame
from audit.tables import LEDGER
from audit.text.visible import visible

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


def drifts(measures: pa.Table, release: Path) -> Mapping[str, float | None]:
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
