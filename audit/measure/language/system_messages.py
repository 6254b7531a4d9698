"""System messages in chat logs: joins, departures, permissions."""

from __future__ import annotations

import re
from typing import Final

import numpy as np

from audit.measure.language.segments import Pieces
from audit.measure.language.spans import Mask
from audit.text.classes import Points, text_of

# Such lines begin with a time or a client's mark, or contain a user's host.
_BEGINNINGS: Final = tuple(map(ord, "0123456789[(-*<←→"))
_AT: Final = ord("@")
# Formats of irssi, WeeChat, mIRC and HexChat: an arrow or stars, or a star and a host.
_TOLD: Final = re.compile(
    r"\s*(?:[A-Z][a-z]{2} +\d\d? +|\d{4}-\d\d-\d\d[ T])?(?:[\[(]?\d\d?:\d\d(?::\d\d)?[\])]?\s*)?"
    r"(?:(?:-!-|-->|<--|→|←|\*\*\*)\s+\S|(?:\*\s+)?\S+\s+[\[(]~?[\w.+-]{1,64}@[\w.:/-]{1,255}[\])])"
)
_READ: Final = 400


def are_system_messages(points: Points, found: Pieces) -> Mask:
    """Return which pieces (lines) are such messages."""
    made = np.zeros(len(found.owner), dtype=bool)
    if not len(made):
        return made
    candidates = np.isin(points[found.starts], _BEGINNINGS)
    places = np.flatnonzero(points == _AT)
    rows = np.searchsorted(found.starts, places, side="right") - 1
    candidates[rows[rows >= 0]] = True
    for row in np.flatnonzero(candidates).tolist():
        start = int(found.starts[row])
        line = text_of(points[start : min(int(found.ends[row]), start + _READ)])
        made[row] = _TOLD.match(line) is not None
    return made
