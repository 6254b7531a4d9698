"""The speakers' names before the messages of chat logs, which are in no language."""

from __future__ import annotations

import re
from typing import Final

import numpy as np

from audit.measure.language.spans import Offsets
from audit.text.classes import Points, text_of

_BEGINNINGS: Final = tuple(map(ord, " 0123456789[(<"))
_TIME: Final = r"\d\d?:\d\d(?::\d\d)?(?: ?[APap]\.?[Mm]\.?)?"
# IRC clients write a nickname in angle brackets, after a time or alone; exports of messengers write day, time and name.
# Logs of programs write the year first.
_SPEAKER: Final = re.compile(
    rf" *(?:(?:[\[(]?{_TIME}[\])]?[ \t]*)?<[ @+%&~]?[^\s<>/=\"]{{1,32}}>"
    rf"|[\[(]{_TIME}[\])] [^:\n<>/=\"]{{1,32}}:"
    rf"|[\[(]?\d\d?[./]\d\d?[./]\d{{2,4}},? {_TIME}[\])]?(?: [-–])? [^:\n]{{1,32}}:)[ \t]+(?=\S)"
)
_READ: Final = 80
_FEWEST: Final = 2
_MIN_SPOKEN: Final = 0.5


def said_from(points: Points, owner: Offsets, starts: Offsets, ends: Offsets) -> Offsets:
    """Return where the lines of each document start without their speakers, where most of its lines have one."""
    candidates = starts < ends
    candidates[candidates] = np.isin(points[starts[candidates]], _BEGINNINGS)
    names = np.zeros(len(starts), dtype=np.int64)
    for row in np.flatnonzero(candidates).tolist():
        start = int(starts[row])
        line = text_of(points[start : min(int(ends[row]), start + _READ)])
        found = _SPEAKER.match(line)
        names[row] = found.end() if found else 0
    if not names.any():
        return starts
    spoken, lines = (np.bincount(owner, which) for which in (names > 0, ends > starts))
    is_chat = (spoken >= _FEWEST) & (spoken >= _MIN_SPOKEN * lines)
    return starts + np.where(is_chat[owner], names, 0)
