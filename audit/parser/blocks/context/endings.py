"""The end of an article: the first gap below which everything kept belongs to something else, such as other articles.

Individual lines of a second story, a comment or a teaser look like prose of the article. The decision compares
everything below a gap with everything above: shared words, furniture between the lines, likelihood of being content,
and the text of the gap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.cohesion import cohesion
from audit.parser.blocks.context.posts import is_of_members
from audit.parser.tables.line_cues import BREAKS, CUES, FURNITURE, HEADER, OFFERS, RELATED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows
    from audit.parser.models.forest import Forest

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]

# The columns of audit.parser.blocks.signals that are used: those summed, and those of the row below a gap.
_SUMMED: Final = ("shared_share", "thread", "priced")
_PLACED: Final = (
    "above_run", "below_run", "run", "run_share", "told_above", "told_below", "prose_above_share", "apart",
    "page_thread",
)  # fmt: skip
SEEN: Final = (*_SUMMED, *_PLACED)
# The likelihood from which a block is dropped.
_DROPPED: Final = 0.5
# That of a line which may end an article without a word of furniture. (Below less likely ones, labelled pages lost
# 24,000 letters of articles, and dropped 5,000 others.)
_SURE: Final = 0.62
# Log odds (hundredths; .68) from which an end is accepted; minimum letters left of a text; and number of post marks
# below which further posts follow.
BELIEVED: Final = 75
_LEAST, _POSTS = 120, 4
# If less than this share of the kept text is above a gap, its first paragraph must have this many letters and be at
# most this many rows below a byline or a date (in a line of at most this many characters). Otherwise the gap is where a
# notice ends and the article begins.
_LITTLE, _PARAGRAPH, _NEAR, _DAY = 0.2, 60, 10, 120
# An article's paragraph stands above at most so many of the gaps down to its end. On a page of goods, with prices in
# such a share of its lines, a paragraph or two describe them.
_REACH: Final = 5
_GOODS, _DESCRIBED = 0.04, 2
# Other articles, comments and notices come with lines of furniture: where so many lines below a gap hold less than this
# share of them, the text goes on. (Of 140 ends on labelled pages only two have less than .019, and both are false.)
_MANY, _FURNISHED = 100, 0.01
# Where a sidebar stands above the article, that begins below a gap. Of so many lines, with at most so many paragraphs
# above and this times as many letters below: no end of 213 on labelled pages, 4 of 94 on others and on such with the
# lines below the article moved above it. Or of so many lines with the only byline or date, and no less text below.
_SIDEBAR, _NOTED, _OUTWEIGHED, _COLUMN = 20, 3, 2, 10
# Likelihoods and shares are summed in whole thousandths, so that sums are exact.
_WHOLE: Final = 1000
# Number of kept lines on either side of a gap whose words are compared.
_COMPARED_ABOVE, _COMPARED_BELOW = 40, 30
# Minimum letters of a paragraph.
_LONG: Final = 100
# What the line of an article's editor begins with.
_CREDITS: Final = ("责任编辑", "責任編輯", "(责任编辑", "(责编", "责编")
_KINDS: Final = {
    "related": ("related_heading",),
    "comment": ("comment",),
    "told": ("byline", "date"),
}
_CUED: Final = {name: tuple(i for i, c in enumerate(CUES) if c.kind in kinds) for name, kinds in _KINDS.items()}
_CUED["furniture"] = tuple(i for i in FURNITURE if not CUES[i].late)
_CUED["sure"] = tuple(i for i, c in enumerate(CUES) if c.sure and not c.late)


def is_beyond(rows: Rows, likely: Floats, seen: Mapping[str, Floats], model: Forest) -> Flags:
    """Return which blocks are below the end of their article.

    `likely` is each block's likelihood of being boilerplate, dropped from one half on; `seen` are the signals SEEN.
    """
    at = gaps(rows, likely, seen)
    found = np.zeros(len(likely), np.bool_)
    if len(at):
        columns = signals(rows, likely, seen, at)
        kept = likely < _DROPPED
        headed = _is_headed(rows, kept)[at]
        placed = headed | (columns["above_share"] >= _LITTLE)
        placed &= _is_below_article(rows, kept, columns["page_priced"] >= _GOODS, at)
        placed &= (columns["below_lines"] < _MANY) | (columns["below_furniture"] >= _FURNISHED)
        found[at] = placed & ~_is_beginning(columns, headed) & (model.sums(columns) > BELIEVED)
    if found.any():
        found &= ~rows.once(is_of_members)
    return rows.documents.above(found) + found > 0


def is_below_credit(rows: Rows, kept: Flags) -> Flags:
    """Return which rows are below a heading of other articles that is below the editor's line at an article's end.

    Chinese pages close with that line; what is kept below such a heading is headlines that end like sentences.
    """
    numbers, words = rows.seen
    credit = np.array([word in _CREDITS for word in words] + [False])[numbers]
    if not credit.any():
        return credit
    documents = rows.documents
    credit &= documents.above(np.where(kept, rows.letters, 0)) >= _LEAST
    heading = rows.with_cue(RELATED) & ~kept & (documents.above(credit) > 0)
    found: Flags = documents.above(heading) > 0
    return found


def _is_headed(rows: Rows, kept: Flags) -> Flags:
    """Return which rows are below the first kept paragraph of their document, where a date or byline precedes that."""
    documents, prose = rows.documents, kept & (rows.letters >= _PARAGRAPH)
    above = documents.last_above(rows.with_cue(HEADER) | (rows["dated"] & (rows["chars"] <= _DAY)))
    first = prose & (documents.above(prose) == 0) & (above >= 0) & (documents.here - above <= _NEAR)
    found: Flags = documents.above(first) > 0
    return found


def _is_below_article(rows: Rows, kept: Flags, goods: Flags, at: Ints) -> Flags:
    """Return which gaps above the rows `at` have an article's paragraph above; `goods` flags those on pages of goods.

    Headlines and teasers are no paragraphs: without this condition a list of articles would end at one of its gaps.
    """
    documents, paragraph = rows.documents, kept & rows["sentence"] & (rows.letters >= _LONG)
    last, passed = documents.last_above(paragraph)[at], np.cumsum(kept & ~documents.shifted(kept, 1, otherwise=True))
    near = (last >= 0) & (passed[at] - passed[last] <= _REACH)
    found: Flags = near & (~goods | (documents.above(paragraph)[at] > _DESCRIBED))
    return found


def _is_beginning(columns: Mapping[str, Floats], headed: Flags) -> Flags:
    """Return which gaps end a sidebar above the article; `headed` are those with a byline or date above their text."""
    above, below, lines = (columns[name] for name in ("above_letters", "below_letters", "gap_lines"))
    noted = (lines >= _SIDEBAR) & (columns["above_prose"] <= _NOTED) & (below >= _OUTWEIGHED * above)
    told = ~headed & (lines >= _COLUMN) & ((columns["gap_told"] > 0) | (columns["gap_dated"] > 0)) & (below >= above)
    found: Flags = (noted | told) & (columns["below_prose"] > columns["above_prose"])
    return found


def gaps(rows: Rows, likely: Floats, seen: Mapping[str, Floats]) -> Ints:
    """Return the rows that may follow an end: kept, below a dropped one, with an article above."""
    kept, documents = likely < _DROPPED, rows.documents
    enough = documents.above(np.where(kept, rows.letters, 0)) >= _LEAST
    posted = documents.above(seen["thread"] > 0) >= _POSTS
    # An advertisement interrupts an article.
    above = documents.last_above(~rows.with_cue(BREAKS))
    below_dropped = (above >= 0) & ~kept[above]
    # Lines that are hardly doubted, without a word of furniture, interrupt an article, too; an offer ends at any.
    sure = np.cumsum(~kept & ((likely >= _SURE) | rows.with_cue(FURNITURE)))
    told = sure > np.append(sure, 0)[documents.last_above(kept)]
    told |= documents.any(rows.with_cue(OFFERS))
    return np.flatnonzero(kept & below_dropped & told & enough & ~posted)


def signals(rows: Rows, likely: Floats, seen: Mapping[str, Floats], at: Ints) -> dict[str, Floats]:
    """Return a column per signal for the gaps above the rows `at`: measures above, in, below and next to each."""
    kept, documents = likely < _DROPPED, rows.documents
    first, last = documents.first[at], documents.last[at]
    gap = documents.last_above(kept)[at] + 1
    closed = documents.first_below(~kept)[at]
    sums = {name: np.concatenate([[0], np.cumsum(column)]) for name, column in _summed(rows, likely, seen).items()}
    stretches = {
        "above": (first, gap), "gap": (gap, at), "below": (at, last), "page": (first, last),
        "next": (at, np.where(closed < 0, last, closed)),
    }  # fmt: skip
    found = {
        f"{where}_{name}": column
        for where, (low, high) in stretches.items()
        for name, column in _measured({name: total[high] - total[low] for name, total in sums.items()}).items()
    }
    for name in ("score", "shared", "sentences", "stops", "letters_a_line", "kept", "furniture"):
        found[f"{name}_rises"] = found[f"below_{name}"] - found[f"above_{name}"]
    found |= _repeated(rows, kept, at)
    found |= {name: seen[name][at].astype(np.float64) for name in _PLACED}
    found["above_share"] = found["above_letters"] / np.maximum(found["page_letters"], 1)
    return {name: column.astype(np.float32) for name, column in found.items()}


def _repeated(rows: Rows, kept: Flags, at: Ints) -> dict[str, NDArray[np.float64]]:
    """Return the repetition of words from above each gap: above it, next to it, and in everything below."""
    lines, documents = np.flatnonzero(kept), rows.documents
    here = np.searchsorted(lines, at)
    low = np.maximum(np.searchsorted(lines, documents.first[at]), here - _COMPARED_ABOVE)
    high = np.minimum(np.searchsorted(lines, documents.last[at]), here + _COMPARED_BELOW)
    gap, starts = np.repeat(np.arange(len(at)), high - low), np.cumsum(high - low) - (high - low)
    place = np.arange(len(gap)) + (low - starts)[gap]
    shared, words = cohesion(rows, lines[place], gap, starts[gap], (starts + here - low)[gap])
    closed = documents.first_below(~kept)[at]
    below, nearby = place >= here[gap], lines[place] < np.where(closed < 0, documents.last[at], closed)[gap]

    def total(chosen: Flags, values: Ints) -> Ints:
        return np.bincount(gap[chosen], values[chosen], len(at)).astype(np.int64)

    found = {}
    for where, chosen in (("above", ~below), ("next", below & nearby), ("below", below)):
        found[f"{where}_repeated"] = total(chosen, shared).astype(np.float64)
        found[f"{where}_repeats"] = found[f"{where}_repeated"] / np.maximum(total(chosen, words), 1)
    repeating = total(below, (shared > 0).astype(np.int64))
    return found | {"below_repeating": repeating / np.maximum(total(below, np.ones_like(gap)), 1)}


def _summed(rows: Rows, likely: Floats, seen: Mapping[str, Floats]) -> dict[str, Ints]:
    """Return the integer quantities that are summed over stretches of blocks."""
    kept, sentence = likely < _DROPPED, rows["sentence"]
    letters = np.where(kept, rows.letters, 0)
    shared, thread, priced = (seen[name] for name in _SUMMED)
    marked = {"dated": rows["dated"], "twin": rows["twin"], "thread": thread > 0, "priced": priced > 0}
    told = {
        "lines": np.ones(len(kept), np.bool_), "kept": kept, "sentences": kept & sentence,
        "prose": kept & sentence & (rows.letters >= _LONG), "stops": np.where(kept, rows["stops"], 0),
        "letters": letters, "dropped": rows.letters - letters,
        "score": letters * np.rint(_WHOLE * likely).astype(np.int64),
        "shared": letters * np.rint(_WHOLE * shared).astype(np.int64),
        **marked, **{name: rows.with_cue(cues) for name, cues in _CUED.items()},
    }  # fmt: skip
    return {name: column.astype(np.int64) for name, column in told.items()}


def _measured(total: Mapping[str, Ints]) -> dict[str, NDArray[np.float64]]:
    """Return measures of stretches from these sums."""
    lines, kept, letters = (np.maximum(total[name], 1) for name in ("lines", "kept", "letters"))
    found = {name: total[name].astype(np.float64) for name in ("lines", "letters", "prose", *_KINDS)}
    of_lines = ("kept", "dropped", "dated", "twin", "thread", "priced", "furniture", "sure")
    found |= {name: total[name] / lines for name in of_lines}
    found |= {name: total[name] / kept for name in ("sentences", "stops")}
    found |= {name: total[name] / letters for name in ("score", "shared")}
    return found | {"letters_a_line": letters / kept, "prose_a_line": total["prose"] / lines}
