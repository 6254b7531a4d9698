"""Texts of several records with the same labels (Author: …), such as a log of changes: no record's is the text's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.tables.line_cues import CUES

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows

_BYLINES: Final = tuple(i for i, cue in enumerate(CUES) if cue.kind == "byline")
# A label and a value.
_LABELLED: Final = re.compile(r"(?P<label>[^\W\d][^:]{0,20}):[ \t]*(?P<value>\S.*)")


def is_of_record(rows: Rows, furnished: Flags) -> Flags:
    """Return which lines state author or day of one of several records, in texts that are not `furnished`.

    The same label stands above other lines before another value; lists of several authors have no lines between.
    """
    asked = np.flatnonzero(rows.with_cue(_BYLINES) & ~furnished)
    told: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for row, line in zip(asked.tolist(), rows.texts(asked), strict=True):
        match = _LABELLED.match(line)
        if match:
            told.setdefault((int(rows["document"][row]), match["label"]), []).append((row, match["value"]))
    found = np.zeros(len(furnished), np.bool_)
    for lines in told.values():
        at, values = zip(*lines, strict=True)
        found[list(at)] = len(set(values)) > 1 and max(np.diff(at)) > 1
    days: Flags = rows["dated"] & ~rows["sentence"] & rows.documents.any(found)
    return found | days
