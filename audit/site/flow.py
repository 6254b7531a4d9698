"""The ledger as a flow diagram: inputs, states, reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from audit.ledger import STATES
from audit.rulebook import RULES
from audit.site.readable import share

# Units of the picture, about a pixel on a wide screen.
_ROOM: Final = 210
_GAP: Final = 30
_GAP_OF_REASONS: Final = 18
_TOP: Final = 6
_LEAST: Final = 2.0
_MOST_REASONS: Final = 12


@dataclass(frozen=True, slots=True)
class _Shape:
    """The layout: positions and widths of the columns of bars."""

    width: int
    states: int
    reasons: int
    bar: int = 12


WIDE: Final = _Shape(920, 330, 640)
# For phones: reasons are listed elsewhere.
NARROW: Final = _Shape(340, 150, 0)


def flow(inputs: pl.DataFrame, shape: _Shape) -> Mapping[str, Any]:
    """Return the picture's size, its `nodes` (bars with two lines of text) and the `bands` between them."""
    states = [(state, len(inputs.filter(pl.col("state") == state))) for state in STATES]
    states = [each for each in states if each[1]]
    whole = max(1, len(inputs))
    right = _reasons(inputs) if shape.reasons else []
    nodes, bands = [_node(0, _TOP, _ROOM, shape, ("inputs", f"{len(inputs):,}", "all"))], []
    y, taken = float(_TOP), float(_TOP)
    tops: dict[str, float] = {}
    for state, number in states:
        height = max(_LEAST, _ROOM * number / whole)
        nodes.append(_node(shape.states, y, height, shape, (state, f"{number:,} · {share(number, whole)}", state)))
        bands.append(_band((shape.bar, taken), (shape.states, y), (_ROOM * number / whole, height), state))
        tops[state] = y
        y, taken = y + height + _GAP, taken + _ROOM * number / whole
    low, y = y, float(_TOP)
    for aside, name, number in right:
        height = max(_LEAST, _ROOM * number / whole)
        nodes.append(_node(shape.reasons, y, height, shape, (f"{name} {number:,}", "", aside)))
        bands.append(_band((shape.states + shape.bar, tops[aside]), (shape.reasons, y), (height, height), aside))
        tops[aside] += _ROOM * number / whole
        y += height + _GAP_OF_REASONS
    return {"width": shape.width, "height": round(max(low, y, _TOP + _ROOM + _GAP)), "nodes": nodes, "bands": bands}


def _reasons(inputs: pl.DataFrame) -> Sequence[tuple[str, str, int]]:
    names = {rule.code: rule.name for rule in RULES}
    aside = inputs.filter(pl.col("code").is_not_null() & pl.col("state").is_in(STATES[1:]))
    rows = aside.group_by("state", "code").len().sort(["len", "code"], descending=[True, False]).rows()
    listed = sorted(rows[:_MOST_REASONS], key=lambda row: (STATES.index(row[0]), -row[2], row[1]))
    return [(state, names.get(code, code), number) for state, code, number in listed]


def _node(x: float, y: float, height: float, shape: _Shape, labels: tuple[str, str, str]) -> Mapping[str, Any]:
    name, number, state = labels
    return {
        "x": x, "y": round(y, 2), "width": shape.bar, "height": round(height, 2), "name": name, "number": number,
        "state": state, "text_x": x + shape.bar + 8, "text_y": round(y + 11 if number else y + height / 2 + 4.5, 2),
    }  # fmt: skip


def _band(
    start: tuple[float, float], end: tuple[float, float], heights: tuple[float, float], state: str
) -> Mapping[str, str]:
    """Return the SVG path of a band between two bars."""
    (x, y), (to_x, to_y), (high, to_high) = start, end, heights
    bend = (x + to_x) / 2
    path = (
        f"M{x:.2f},{y:.2f} C{bend:.2f},{y:.2f} {bend:.2f},{to_y:.2f} {to_x:.2f},{to_y:.2f} "
        f"V{to_y + to_high:.2f} C{bend:.2f},{to_y + to_high:.2f} {bend:.2f},{y + high:.2f} {x:.2f},{y + high:.2f} Z"
    )
    return {"path": path, "state": state}
