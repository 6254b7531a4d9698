"""Forum posts, recognised by surrounding lines: a date or member line above, reply buttons below.

Also paragraphs that a page repeats: quoted in a reply, or for another layout.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.tables.thread_marks import AGO, BUTTON, MEMBER

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

    Scores = NDArray[np.float32]
    Ints = NDArray[np.int64]

# Maximum code points of a button, and buttons that make a thread.
_BUTTONS_LONGEST, _FEWEST_BUTTONS = 40, 2
# Maximum distance of a post's mark above, and of its buttons below. (Of the doubtful lines between, on pages of unseen
# sites, 3,616 of 3,963 letters were posts, none of them on an article's page.)
_MARK_ABOVE, _BUTTON_BELOW = 6, 2
# Minimum letters of prose lines, and distance of marks on both sides: a page is a thread if half of its prose is so
# close.
_PROSE, _NEAR, _HALVES = 60, 12, 2
# Words specific to posts and members of threads, or reviews in shops: minimum occurrences on a page, in lines up to
# this length that contain a digit or recur. (Comments on articles are dated and have buttons, too.)
_TOLD: Final = (
    rf"{MEMBER}|#\d{{1,5}}\s.{{0,9}}(?:{AGO})|^(?:asked|answered|viewed)(?-u:\b).*\d|^\d+ answers?(?-u:\b)|"
    r"^verified (?:purchase|buyer|customer)|(?-u:\b)feedback left by(?-u:\b)|^verifizierter kauf|^achat vérifié|"
    r"^compra verificada|^acquisto verificato"
)
_OFTEN, _TOLD_LONGEST = 4, 60
_BUTTON: Final = re.compile(BUTTON.replace(r"(?-u:\b)", r"(?a:\b)"))
# Minimum letters of a meaningful line.
_SHORTEST: Final = 15
# Minimum letters of an accidental repetition, and likelihood of boilerplate from which it is doubtful. (On pages of
# unseen sites 80 of 100 letters of such lines belong to the page only once.)
_LONG: Final = 60
_DOUBTED, _KEPT = 0.2, 0.5


def is_posted(rows: Rows, content: Flags, mark: Flags) -> Flags:
    """Return which lines not in `content` are posts of a thread: sentences, or as long.

    `mark` flags the lines that mark a post (audit.parser.blocks.whole.genre), such as buttons.
    """
    documents, button = rows.documents, _is_button(rows, mark)
    thread = is_thread(rows, mark)
    if not thread.any():
        return thread
    prose = np.where(content & rows["sentence"] & (rows.letters >= _PROSE), rows.letters, 0)
    between = _within(documents.last_above(mark), documents.here, _NEAR)
    between &= _within(documents.here, documents.first_below(mark), _NEAR)
    thread &= _HALVES * documents.total(np.where(between, prose, 0)) >= np.maximum(documents.total(prose), 1)
    said = (rows["sentence"] & (rows.letters >= _SHORTEST)) | (rows.letters >= _PROSE)
    said &= (rows.cue < 0) & ~mark & ~(rows["twin"] & (rows.letters < _PROSE)) & ~rows.cut_off
    above = _within(documents.last_above(mark), documents.here, _MARK_ABOVE)
    below = _within(documents.here, documents.first_below(button), _BUTTON_BELOW)
    return thread & said & ~content & above & below


def _is_button(rows: Rows, mark: Flags) -> Flags:
    return rows.matching("folded", _BUTTON, mark & (rows["chars"] <= _BUTTONS_LONGEST))


def is_thread(rows: Rows, mark: Flags) -> Flags:
    """Return which lines are on a page with several buttons of posts, among the lines that `mark` a post."""
    found: Flags = rows.documents.total(_is_button(rows, mark)) >= _FEWEST_BUTTONS
    return found


def is_repeated(rows: Rows, likely: Scores, copying: Flags) -> Flags:
    """Return which kept but slightly doubtful lines repeat a kept line above verbatim.

    A copy is in the company of what is dropped, or of its own neighbours again. A line between two kept lines, both
    others than around the first, is repeated by the text itself, as notes and steps of documentation are; not on pages
    that are `copying`: threads with their quotes, and offers.
    """
    kept = likely < _KEPT
    at = np.flatnonzero(kept & rows["twin"] & (rows.letters >= _LONG))
    found = np.zeros(len(likely), np.bool_)
    if len(at):
        lines = rows.lines.select("document", "folded")[at].select(line=pl.struct(pl.all()), row=pl.Series(at))
        first = lines.select(pl.col("row").first().over("line")).to_series().to_numpy()
        found[at] = (first < at) & (likely[at] >= _DOUBTED)
        here, there = at[found[at]], first[found[at]]
        other = _in_other_company(rows, kept, here, there, 1) & _in_other_company(rows, kept, here, there, -1)
        found[here] = ~other | copying[here]
    return found


def _in_other_company(rows: Rows, kept: Flags, here: Ints, there: Ints, step: int) -> Flags:
    """Return for which lines the kept one `step` rows above differs from the one above the other."""
    above = rows.documents.shifted(np.arange(len(kept)), step, otherwise=-1)[here]
    before = rows.documents.shifted(np.arange(len(kept)), step, otherwise=-1)[there]
    folded = rows.lines["folded"]
    other = (folded[above.clip(0)] != folded[before.clip(0)]).to_numpy() | (before < 0)
    found: Flags = (above >= 0) & kept[above] & other
    return found


def is_of_members(rows: Rows) -> Flags:
    """Return which lines belong to a page of member posts or customer reviews, by its wording."""
    looked = (rows["chars"] <= _TOLD_LONGEST) & ((rows["digit"] > 0) | (rows["times"] >= _OFTEN))
    found: Flags = rows.documents.total(rows.matching("folded", _TOLD, looked)) >= _OFTEN
    return found


def _within(above: NDArray[np.int64], below: NDArray[np.int64], reach: int) -> Flags:
    """Return which pairs of rows both exist and are at most `reach` rows apart."""
    found: Flags = (above >= 0) & (below >= 0) & (below - above <= reach)
    return found
