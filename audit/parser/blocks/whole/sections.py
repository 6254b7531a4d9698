"""Sections of pages with almost no prose: what stands between two kept lines of a section stays with them.

A person's role, the parameters of an interface, the opening hours of a restaurant and the headings above them look like
a menu line by line. The lines between two that are furniture by their own words are a section; in one that is kept for
the most part, or that holds most of the page, lines go only for what they say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.context_rules import HALF
from audit.parser.tables.line_cues import CUES, HEADER, LABELS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

    Ints = NDArray[np.int64]
    Scores = NDArray[np.float32]

# Maximum letters of a line that stays with its section, and on average of each kept line there: among long paragraphs
# short lines are captions and teasers. (Of 74 such lines of labelled news pages .1 were the article's.)
_SHORT, _SPARSE = 60, 80
# Tenths of a section's lines, and minimum number, that are kept, and maximum lines between two of them, in a section
# that does not hold most of the page.
_TENTHS, _FEWEST, _BETWEEN = 6, 4, 3
# Mean score, in hundredths, of what stands above the first kept line of a section, or below its last one.
_DOUBTED: Final = 75
# Maximum lines of a page whose main section is kept to its ends, minimum letters of a sentence there, and how many
# letters may be added at once to each that is kept.
_FEW_LINES, _SAID, _MOST = 128, 8, 2
# Letters of all long paragraphs of such a page, and of each; maximum lines above its first kept one; and occurrences of
# a heading.
_PROSE, _LONG, _ABOVE, _TWICE = 300, 100, 8, 2
# Labels that may also be a heading of the page's own sections: About, Events, Contact.
_HEADINGS: Final = tuple(i for i in LABELS if CUES[i].label in ("footer link", "section name", "navigation", "button"))
_NAMES: Final = tuple(i for i in _HEADINGS if CUES[i].label in ("footer link", "section name"))
# Between the parts of a path, a menu in one line or a byline.
_DIVIDED: Final = (" / ", " · ", " • ", " > ", " › ", " ‹ ", " » ", " ≫ ")
# The link behind each heading of a wiki.
_EDITED: Final = re.compile(
    r"\S ?\[(?:edit|bearbeiten|modifier|editar|modifica|править|редактировать|edytuj|bewerken|redigera|rediger|muokkaa|"
    r"değiştir|编辑|編輯|編集|편집|sửa|عدل|ویرایش)[^\[\]]{0,30}\]$"
)
_LONGEST: Final = 100


def is_in_section(rows: Rows, scores: Scores, told: Flags, left: Flags, furnished: Flags) -> Flags:
    """Return which lines that are no content stay with the section around them.

    Those `told` to be furniture never do; those `left` over among furniture do if nothing else in their section is sure
    to be furniture.
    """
    documents, letters, header = rows.documents, rows.letters, rows.with_cue(HEADER)
    edited = furnished & rows.matching("folded", _EDITED, rows.closed("]") & (rows["chars"] <= _LONGEST))
    content = (scores < HALF) | edited
    closed = ~content & ~left & (told | ((rows.cue >= 0) & ~header))
    label = rows.with_cue(_HEADINGS) & _is_between(documents, content, closed)
    closed &= ~label
    sections, doubts = Segments.of(documents.first, closed), np.rint(100 * scores).astype(np.int64)
    left &= sections.any((left | content) & rows["sentence"] & (letters >= _SAID))
    others = ~content & ~left
    left &= sections.total(np.where(others, doubts, 0)) <= _DOUBTED * sections.total(others)
    content |= left
    kept, held = sections.total(content), np.where(content, letters, 0)
    gaps, above = Segments.of(sections.first, content), sections.above(content)
    between = (above > 0) & (above < kept)
    mostly = (10 * kept >= _TENTHS * sections.size) & (kept >= _FEWEST) & (gaps.size <= _BETWEEN)
    main = _is_main(documents, sections, np.where(closed, 0, letters), held)
    whole = main & sections.any(content & rows["sentence"] & (letters >= _SAID)) & (documents.size <= _FEW_LINES)
    whole &= documents.total(np.where(rows["sentence"], held * (held >= _LONG), 0)) < _PROSE
    heading = label & rows.with_cue(_NAMES) & whole & documents.shifted(content & rows["sentence"], -1, otherwise=False)
    # A menu names headings of the page; what is repeated more often is no heading.
    own = ~rows["twin"] | _is_within(rows, sections) | (whole & between & (rows["times"] <= _TWICE))
    whole &= (gaps.total(letters) <= _MOST * sections.total(held)) & (gaps.total(doubts) <= _DOUBTED * gaps.size)
    # A menu is at the top of the page.
    whole &= (above > 0) | ((gaps.size <= _ABOVE) & (sections.first > documents.first))
    free = ~content & ~closed & ~header & (rows.cue < 0) & (letters <= _SHORT) & (rows["repeats_paired"] == 0)
    free &= (rows["bars"] == 0) & ~rows.naming(_DIVIDED, free)
    found: Flags = (free & own & ((between & (mostly | main)) | whole)) | heading
    found &= furnished & (kept > 0) & (sections.total(held) < _SPARSE * kept)
    return found | (edited & (scores >= HALF)) | (left & whole & sections.any(found))


def _is_between(documents: Segments, content: Flags, closed: Flags) -> Flags:
    """Return which lines are alone among those `closed`, with content next below."""
    alone = ~documents.shifted(closed, 1, otherwise=True) & ~documents.shifted(closed, -1, otherwise=True)
    below = documents.first_below(content | closed)
    found: Flags = alone & (below >= 0) & content[below]
    return found


def _is_main(documents: Segments, sections: Segments, letters: Ints, held: Ints) -> Flags:
    """Return which lines are in a section with at least half of the letters of its page, and of those kept."""
    most: Flags = (2 * sections.total(letters) >= documents.total(letters)) & (
        2 * sections.total(held) >= documents.total(held)
    )
    return most


def _is_within(rows: Rows, sections: Segments) -> Flags:
    """Return which repeated lines occur only in their section, as the same value of several labels does."""
    found, here = np.zeros(len(rows.cue), np.bool_), np.flatnonzero(rows["twin"])
    if not len(here):
        return found
    table = pl.DataFrame({"text": rows.picked(here), "section": sections.first[here]})
    table = table.with_columns(document=pl.Series(rows.documents.first[here]))
    same = table.select(pl.col("section").n_unique().over("document", "text") == 1).to_series().to_numpy()
    found[here] = same
    return found
