"""Drift between two corpora: the distance between distributions of a property, and a verdict on it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
import polars as pl

from audit.differences.keys import CHARS

# unclear: the distance of shifted, but chance may explain it in so few documents; unknown: one side never states it.
Drift = Literal["same", "steady", "unclear", "shifted", "unknown"]
# Both distances are between 0 and 1. A tenth is Evidently's default threshold of drift for either (since 0.1.50);
# ordinary growth of a corpus exceeds smaller ones all the time.
FAR: Final = 0.1
# Chance must be unlikely as well, since small samples are far apart: odds of one to a thousand.
_ODDS: Final = 0.001
# The normal deviate of these odds, and the coefficient of Smirnov's two-sample test (Smirnov 1948).
_DEVIATE: Final = 3.0902
_SMIRNOV: Final = math.sqrt(-math.log(_ODDS / 2) / 2)
_MOST_MOVERS: Final = 5
_NAMED: Final = ("language", "encoding", "source")


@dataclass(frozen=True, slots=True)
class Mover:
    """A value whose share of the documents changed."""

    value: str | None
    old: float
    new: float


@dataclass(frozen=True, slots=True)
class Shift:
    """The distance between two distributions of a property, and the number of documents on each side that state it.

    `median_old` and `median_new` are days or lengths as text, `movers` the values that moved most, gravest first.
    """

    of: str
    measure: Literal["jensen-shannon", "kolmogorov-smirnov"]
    old: int
    new: int
    distance: float | None
    verdict: Drift
    movers: tuple[Mover, ...] = ()
    median_old: str | None = None
    median_new: str | None = None


def shifts(old: pl.DataFrame, new: pl.DataFrame) -> tuple[Shift, ...]:
    """Return the shifts of language, encoding, source, date and length, as far as both frames of keys have them."""
    names = [name for name in (*_NAMED, "date", CHARS) if name in old.columns and name in new.columns]
    return tuple(_of_words(name, old, new) if name in _NAMED else _of_numbers(name, old, new) for name in names)


def _of_words(name: str, old: pl.DataFrame, new: pl.DataFrame) -> Shift:
    counts = _counts(name, old).join(_counts(name, new), on=name, how="full", coalesce=True, nulls_equal=True)
    counts = (
        counts.fill_null(0) if counts.schema[name] != pl.String else counts.with_columns(pl.exclude(name).fill_null(0))
    )
    a, b = counts["rows"].to_numpy().astype(np.float64), counts["rows_right"].to_numpy().astype(np.float64)
    stated = (len(old) - old[name].null_count(), len(new) - new[name].null_count())
    if not (len(old) and len(new)):
        return Shift(name, "jensen-shannon", stated[0], stated[1], None, "unknown")
    distance = _jensen_shannon(a / a.sum(), b / b.sum())
    is_by_chance = _information(a, b) < _chi_square(len(counts) - 1)
    moved = counts.with_columns(old=pl.Series(a / a.sum()), new=pl.Series(b / b.sum()))
    moved = moved.with_columns(by=(pl.col("new") - pl.col("old")).abs()).filter(pl.col("by") > 0)
    moved = moved.sort("by", name, descending=[True, False], nulls_last=True).head(_MOST_MOVERS)
    movers = tuple(
        Mover(value, round(x, 6), round(y, 6)) for value, x, y in moved.select(name, "old", "new").iter_rows()
    )
    verdict = _verdict(distance, is_by_chance=is_by_chance)
    return Shift(name, "jensen-shannon", stated[0], stated[1], round(distance, 6), verdict, movers)


def _counts(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    return frame.group_by(name).agg(pl.len().alias("rows"))


def _jensen_shannon(p: np.ndarray, q: np.ndarray) -> float:
    """Return the root of the divergence in bits, 0 to 1: a metric (Endres and Schindelin 2003)."""
    return math.sqrt(max(0.0, _divergence(p, q, 0.5) / math.log(2)))


def _divergence(p: np.ndarray, q: np.ndarray, weight: float) -> float:
    mean = weight * p + (1 - weight) * q
    return weight * _relative_entropy(p, mean) + (1 - weight) * _relative_entropy(q, mean)


def _relative_entropy(p: np.ndarray, q: np.ndarray) -> float:
    some = p > 0
    return float(np.sum(p[some] * np.log(p[some] / q[some])))


def _information(a: np.ndarray, b: np.ndarray) -> float:
    """Return the statistic of the G test of two rows of counts: twice the information between row and value."""
    total = a.sum() + b.sum()
    return float(2 * total * _divergence(a / a.sum(), b / b.sum(), a.sum() / total))


def _chi_square(freedom: int) -> float:
    """Return the critical value of chi-square at these odds (Wilson and Hilferty 1931)."""
    if freedom < 1:
        return 0.0
    part = 2 / (9 * freedom)
    return float(freedom * (1 - part + _DEVIATE * math.sqrt(part)) ** 3)


def _of_numbers(name: str, old: pl.DataFrame, new: pl.DataFrame) -> Shift:
    a, b = (each[name].drop_nulls().sort() for each in (old, new))
    called = "length" if name == CHARS else name
    if not (len(a) and len(b)):
        return Shift(called, "kolmogorov-smirnov", len(a), len(b), None, "unknown", (), _median(a), _median(b))
    x, y = (each.cast(pl.Int64).to_numpy() for each in (a, b))
    at = np.concatenate([x, y])
    below = (np.searchsorted(each, at, side="right") / len(each) for each in (x, y))
    distance = float(np.abs(np.subtract(*below)).max())
    chance = _SMIRNOV * math.sqrt((len(x) + len(y)) / (len(x) * len(y)))
    verdict = _verdict(distance, is_by_chance=distance < chance)
    shift = Shift(called, "kolmogorov-smirnov", len(a), len(b), round(distance, 6), verdict)
    return replace(shift, median_old=_median(a), median_new=_median(b))


def _median(ordered: pl.Series) -> str | None:
    return str(ordered[(len(ordered) - 1) // 2]) if len(ordered) else None


def _verdict(distance: float, *, is_by_chance: bool) -> Drift:
    if distance == 0:
        return "same"
    if distance < FAR:
        return "steady"
    return "unclear" if is_by_chance else "shifted"
