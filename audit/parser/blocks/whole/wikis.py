"""Pages of wikis: the headline above the tagline and its tabs, the menu below the last notice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.tables.line_cues import TAGLINES, WIKI
from audit.text.tables import phrases

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows

_BELOW_HEADLINE: Final = frozenset(phrases("wikis", "below_headline"))
_NOTICES: Final = tuple(cue for cue in WIKI if cue not in TAGLINES)
# Maximum tabs between the headline and the tagline.
_TABS: Final = 16


def headlines(rows: Rows) -> tuple[Flags, Flags]:
    """Return which lines are the headline above the tagline of a wiki, and which the tabs between the two."""
    found, tabs = (np.zeros(len(rows.cue), np.bool_) for _ in range(2))
    for tagline in np.flatnonzero(rows.with_cue(TAGLINES)).tolist():
        first = max(int(rows.documents.first[tagline]), tagline - _TABS)
        lines = rows.lines["folded"][first:tagline].to_list()
        labels = [cue >= 0 or line in _BELOW_HEADLINE for cue, line in zip(rows.cue[first:tagline], lines, strict=True)]
        above = next((n for n in range(len(lines) - 1, -1, -1) if not labels[n]), -1)
        if above >= 0 and not rows["sentence"][first + above]:
            found[first + above] = True
            tabs[first + above + 1 : tagline] = True
    return found, tabs


def is_footer(rows: Rows) -> Flags:
    """Return which lines, sentences apart, are below a notice of a wiki: its menus."""
    found: Flags = (rows.documents.above(rows.with_cue(_NOTICES)) > 0) & ~rows["sentence"]
    return found
