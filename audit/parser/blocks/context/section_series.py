"""Headings of sections that are worded like counters or headings of comments: “3 Results”, “4 Discussion”, “Comments”.

They continue a series: the numbers from one on, or the sections that papers have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.reader_notices import COUNTERS, NONE
from audit.parser.tables.line_cues import CUES
from audit.text.tables import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audit.parser.blocks.context.rows import Flags, Rows

_COMMENTS: Final = tuple(i for i, c in enumerate(CUES) if c.kind == "comment")
# Maximum characters of a heading.
_HEADING: Final = 60
_NUMBERED: Final = re.compile(r"[(§]?\s?(?P<parent>(?:\d{1,2}\.)*)(?P<number>\d{1,2})[.)]{0,2}\s(?P<name>[^\W\d].*)")
# Minimum headings of other words in a series.
_OTHERS: Final = 2
_SECTIONS: Final = frozenset(phrases("furniture", "paper_sections"))
_MARKS: Final = "#*=: ."


def without_labels(rows: Rows) -> pl.DataFrame:
    """Return the blocks with neither cue nor notice where they are headings of a text's own sections."""
    section = _is_section(rows)
    if not section.any():
        return rows.lines
    own = pl.lit(pl.Series(section))
    return rows.lines.with_columns(
        cue=pl.when(~own).then("cue"), notice=pl.when(own).then(pl.lit(NONE, pl.Int8)).otherwise("notice")
    )


def _is_section(rows: Rows) -> Flags:
    """Return which labels continue the headings of their document."""
    short = ~rows["sentence"] & (rows["chars"] <= _HEADING)
    asked = short & (rows.with_cue(_COMMENTS) | np.isin(rows["notice"], COUNTERS))
    found = np.zeros(len(asked), np.bool_)
    for first in np.unique(rows.documents.first[asked]).tolist():
        here = first + np.flatnonzero(short[first : int(rows.documents.last[first])])
        lines = rows.texts(here)
        # A table of contents names them, too.
        told = {line for line, is_told in zip(lines, _in_series(lines, asked[here].tolist()), strict=True) if is_told}
        found[here] = [line in told for line in lines] & asked[here]
    return found


def _in_series(lines: Sequence[str], asked: Sequence[bool]) -> list[bool]:
    """Return which of the `asked` short lines of a document stand in a series of headings with others."""
    numbers = [_NUMBERED.match(line) for line in lines]
    names = [(match["name"] if match else line).strip(_MARKS) for line, match in zip(lines, numbers, strict=True)]
    found = [False] * len(lines)
    for members in _numbered(numbers):
        others = [names[at] for at in members if not asked[at]]
        # A series of the same words counts something.
        if len(others) >= _OTHERS and len({names[at] for at in members}) == len(members):
            for at in members:
                found[at] = True
    sections = [at for at, name in enumerate(names) if name in _SECTIONS]
    known = [at for at in sections if not asked[at]]
    for at in sections:
        # Comments are below the last section of what they are on.
        if len({names[other] for other in known if other < at}) >= _OTHERS and known[-1] > at:
            found[at] = True
    return found


def _numbered(numbers: Sequence[re.Match[str] | None]) -> Iterable[list[int]]:
    """Return the places of numbers from one on, in order, for each number that they subdivide."""
    series: defaultdict[str, list[int]] = defaultdict(list)
    for at, match in enumerate(numbers):
        if match and int(match["number"]) == len(series[match["parent"]]) + 1:
            series[match["parent"]].append(at)
    return series.values()
