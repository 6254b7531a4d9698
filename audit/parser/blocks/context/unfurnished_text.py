"""Stretches of lines without furniture words on pages with almost no prose: such a text is kept as a whole.

Judged line by line, half of a poem, list or dialogue looks like the furniture around it, its first and last lines most
of all. The lines between two that are furniture by their own words are judged together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.run_together import RIGHTS
from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.context.teasers import day_alone
from audit.parser.blocks.whole.genre import is_terse
from audit.parser.tables.line_cues import CUES, HEADER, RELATED

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows

_COMMENTS: Final = tuple(i for i, c in enumerate(CUES) if c.kind == "comment")
# Minimum lines and letters of such a text; and minimum lines if it is only above a heading of other articles.
_FEWEST, _LETTERS, _FEWEST_ALONE = 3, 30, 5
# Minimum letters of a prose sentence: in a stretch consisting mostly of these, lines are judged individually.
_PROSE: Final = 60
# With more dates and bylines than this a page is a list of articles.
_TOLD_MOST: Final = 4


def other_headings(rows: Rows, content: Flags, claimed: Flags) -> Flags:
    """Return which lines are a heading of other articles or of comments; in a menu the same words name a section."""
    heading = rows.with_cue(_COMMENTS) & ~rows.documents.shifted(claimed, 1, otherwise=True)
    heading = (rows.with_cue(RELATED) | heading) & ~content
    found: Flags = heading & ~rows.documents.shifted(claimed, -1, otherwise=True)
    return found


def is_in_unfurnished_text(rows: Rows, content: Flags, claimed: Flags) -> Flags:
    """Return which lines belong to a silent stretch that is mostly `content`, or stands where a text does.

    A text stands right below a date or byline, or right above a heading of other articles or of comments if no other
    silent stretch is larger; nothing below that heading counts. `claimed` lines say that they are furniture, and may
    stand between. A rights notice that ends a stretch is the page's. (36 texts written to try this, among furniture:
    .836 of the letters kept before and .969 after; without byline and date .691 and .891.)
    """
    terse = is_terse(rows, content) if len(content) else content
    if not terse.any():
        return terse
    documents, letters = rows.documents, rows.letters
    told = rows.with_cue(HEADER) | day_alone(rows)
    heading = other_headings(rows, content, claimed)
    above = documents.above(heading) == 0
    silent = ~claimed & ~told & (rows.cue < 0) & above
    runs = Segments.of(documents.first, silent)
    first, last = runs.first, runs.last - 1
    whole, said = runs.total(letters), np.where(content, letters, 0)
    kept = runs.total(said)
    placed = documents.total(told) <= _TOLD_MOST
    placed &= (documents.last_above(told) > documents.last_above(silent))[first]
    ends, goes_on = documents.first_below(heading)[last], documents.first_below(silent)[last]
    most = (runs.size >= _FEWEST_ALONE) & (2 * whole >= documents.total(letters * silent))
    placed |= most & (ends >= 0) & (goes_on < 0)
    placed &= documents.total(said) - kept <= whole
    prose = runs.total(np.where(content & rows["sentence"] & (letters >= _PROSE), letters, 0))
    enough = (runs.size >= _FEWEST) & (whole >= _LETTERS) & (2 * prose < whole)
    found: Flags = silent & enough & terse & (placed | (2 * kept >= whole))
    found[rows.matching("folded", RIGHTS, found & (runs.here == last))] = False
    return found
