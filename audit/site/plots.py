"""Geometry of the plots, drawn by the templates.

A plot is a mapping: `title`, `bars` (x, y, width, height, label of each), and axis labels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

import polars as pl

# Size of a histogram in its own units, about pixels where two are side by side.
WIDTH: Final = 320
HEIGHT: Final = 120
_SHARES: Final = 20
# Bin edges of lengths: 1, 2, 5, 10, 20, 50, 100, ...
_STEPS: Final = (1, 2, 5)
_MOST_BARS: Final = 48
# Minimum number of bars, padded with empty ones.
_FEWEST_BARS: Final = 8
# Minimum bar height: one document among a million is visible.
_LEAST: Final = 1.5

Plot = Mapping[str, Any]


def shares(title: str, values: pl.Series) -> Plot | None:
    """Return the histogram of shares from 0 to 1, or None for no values."""
    known = values.drop_nulls().drop_nans()
    if not len(known):
        return None
    slots = (known.cast(pl.Float64).clip(0, 1) * _SHARES).floor().clip(0, _SHARES - 1).cast(pl.Int64)
    counts = _counted(slots, _SHARES)
    step = 100 // _SHARES
    labels = [f"{step * n} to {step * (n + 1)} %" for n in range(_SHARES)]
    return _histogram(title, counts, labels, ("0 %", "50 %", "100 %"))


def lengths(title: str, values: pl.Series) -> Plot | None:
    """Return the histogram of lengths in code points, on a logarithmic axis, or None for no values."""
    known = values.drop_nulls()
    if not len(known):
        return None
    slots = [_step(value) for value in known.to_list()]
    low, high = _spread(slots, -1)
    edges = [_edge(n) for n in range(low, high + 2)]
    counts = _counted(pl.Series(slots) - low, high - low + 1)
    labels = [f"{edges[n]:,} to {edges[n + 1]:,} characters" for n in range(len(counts))]
    middle = edges[len(edges) // 2]
    return _histogram(title, counts, labels, (f"{edges[0]:,}", f"{middle:,}", f"{edges[-1]:,}"))


def days(title: str, values: pl.Series) -> Plot | None:
    """Return the histogram of dates by year, or by month if there are few years, or None for no values."""
    known: list[date] = values.drop_nulls().to_list()
    if not known:
        return None
    months = [12 * day.year + day.month - 1 for day in known]
    for unit in (1, 12, 120):
        slots = [month // unit for month in months]
        low, high = _spread(slots, 0)
        if high - low < _MOST_BARS or unit == 120:  # noqa: PLR2004 decades are the last resort
            break
    slots = [min(slot, low + _MOST_BARS - 1) for slot in slots] if high - low >= _MOST_BARS else slots
    counts = _counted(pl.Series(slots) - low, min(high - low + 1, _MOST_BARS))
    labels = [_period((low + n) * unit, unit) for n in range(len(counts))]
    return _histogram(title, counts, labels, (labels[0], labels[len(labels) // 2], labels[-1]))


def rows(title: str, counts: Sequence[tuple[str, int]], whole: int) -> Plot | None:
    """Return labelled bars, or None for no rows: `share` refers to `whole`, `width` to the longest bar."""
    if not counts:
        return None
    most = max(number for _, number in counts) or 1
    bars = [
        {"name": name, "to": "", "number": number, "whole": whole, "width": round(100 * number / most, 2)}
        for name, number in counts
    ]
    return {"kind": "rows", "title": title, "bars": bars}


def _spread(slots: Sequence[int], least: int) -> tuple[int, int]:
    """Return the first and last slot to draw, padded with empty ones on both sides but not below `least`."""
    low, high = min(slots), max(slots)
    low = max(least, low - max(0, _FEWEST_BARS - (high - low + 1)) // 2)
    return low, max(high, low + _FEWEST_BARS - 1)


def _edge(nth: int) -> int:
    return 0 if nth < 0 else int(f"{_STEPS[nth % len(_STEPS)]}{'0' * (nth // len(_STEPS))}")


def _step(value: int) -> int:
    """Return the index of the last edge not above `value`; -1 below the first."""
    if value < 1:
        return -1
    decade = len(str(value)) - 1
    return len(_STEPS) * decade + sum(value >= _edge(len(_STEPS) * decade + n) for n in range(len(_STEPS))) - 1


def _period(month: int, unit: int) -> str:
    year = month // 12
    return f"{year}-{month % 12 + 1:02d}" if unit == 1 else str(year) if unit == 12 else f"{year}s"  # noqa: PLR2004


def _counted(slots: pl.Series, number: int) -> list[int]:
    counted = dict(slots.value_counts().rows())
    return [int(counted.get(n, 0)) for n in range(number)]


def _histogram(title: str, counts: Sequence[int], labels: Sequence[str], axis: Sequence[str]) -> Plot:
    most, step = max(counts) or 1, WIDTH / len(counts)
    gap = min(2.0, step / 6)
    bars = []
    for nth, (number, label) in enumerate(zip(counts, labels, strict=True)):
        height = max(_LEAST, HEIGHT * number / most) if number else 0.0
        bars.append(
            {
                "x": round(nth * step + gap / 2, 2), "y": round(HEIGHT - height, 2), "width": round(step - gap, 2),
                "height": round(height, 2), "label": label, "number": number,
            }
        )  # fmt: skip
    return {"kind": "histogram", "title": title, "bars": bars, "axis": axis, "most": most, "of": sum(counts)}
