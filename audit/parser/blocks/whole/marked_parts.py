"""Parts of a text that its marks show: verses of a song, chapters by time, rows of a table, the caption of a judgment.

Their lines are short, without a full stop and often repeated or full of digits, as furniture is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.context.table_cells import NUMBER
from audit.parser.tables.captions import CASE, KNOWN, STATED
from audit.parser.tables.line_cues import FURNITURE, RELATED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows
    from audit.parser.blocks.context_rules import Furniture

    Ints = NDArray[np.int64]

# Parts of a song, as sites of lyrics print them between brackets.
_PARTS: Final = (
    r"verse|chorus|bridge|intro|outro|pre-?chorus|post-?chorus|hook|refrain|interlude|instrumental(?: break)?|"
    r"breakdown|strophe|vers|brücke|couplet|pont|pré-refrain|verso|estrofa|coro|estribillo|puente|pre-?coro|strofa|"
    r"ritornello|refrão|pré-refrão|ponte|estrofe|refren|zwrotka|mostek|nakarat|куплет|припев|бридж|приспів|"
    r"主歌|副歌|导唱|前奏|间奏|尾奏|桥段|過門|サビ|[a-d]メロ|間奏|イントロ|アウトロ|벌스|후렴|브릿지|간주|인트로|아웃트로"
)
_PART: Final = re.compile(rf"^[\[【(](?:{_PARTS})(?: ?\d{{1,2}}| [ivx]+)?(?: ?[:：x×] ?[^\]】)]{{0,60}})?[\]】)]$")
# Minimum marks of a song, and maximum characters of a verse.
_FEWEST, _VERSE = 2, 120
# A time and what begins then; minimum such lines in a row, and maximum characters of them and of their heading.
_TIME: Final = re.compile(r"^\W{0,2}(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,3}):(?P<s>[0-5]\d)\W{0,3}\s\W{0,3}\w")
_RUN, _CHAPTER, _HEADING = 2, 120, 24
# Seconds in which the first chapters of a film begin.
_EARLY: Final = 600

# At least three cells between bars; minimum rows with one, and maximum characters.
_CELLS: Final = re.compile(r"^(?:\s*[^|\s][^|]*\|){2,}\s*[^|\s][^|]*$")
_ROWS, _ROW = 2, 200
# A row of a table in Markdown, and the line below its head.
_MARKED: Final = re.compile(r"^\|.*\|$")
_RULE: Final = re.compile(r"^\|(?: ?:?-{2,}:? ?\|)+$")
# Different things that lines about a judgment state from which they are its caption, lines between two of them, and
# maximum characters of one.
_STATED, _GAP, _CAPTION = 3, 3, 120


def is_part_mark(rows: Rows) -> Flags:
    """Return which lines name a part of a song: [Verse 1], 【副歌】."""
    return rows.matching("folded", _PART, rows.opened("[【(") & (rows["chars"] <= _VERSE))


def is_verse(rows: Rows, claimed: Flags) -> Flags:
    """Return which lines are in a song of at least two marked parts: the marks, and all lines below them.

    A stanza ends at a line that says it is furniture, and the last one at the length of the longest before it.
    """
    documents, marks = rows.documents, is_part_mark(rows)
    marks &= documents.total(marks) >= _FEWEST
    if not marks.any():
        return marks
    above, below = documents.last_above(marks), documents.first_below(marks)
    sizes = np.where(marks & (below >= 0), below - documents.here, 0)
    longest = np.zeros(len(marks), np.int64)
    np.maximum.at(longest, documents.first, sizes)
    within = (above >= 0) & ((below >= 0) | (documents.here - above < longest[documents.first]))
    ended = claimed | rows.with_cue(FURNITURE)
    # Only the last part, which no mark follows, may end before the text does.
    stopped = documents.last_above(ended & (below < 0))
    within &= (below >= 0) | (~ended & (stopped < above))
    found: Flags = marks | (within & (rows["chars"] <= _VERSE) & ~(claimed & ~rows["twin"]))
    return found


def is_chapter(rows: Rows, content: Flags) -> Flags:
    """Return which lines are chapters by ascending times next to some of `content`, and the heading above them."""
    documents, seconds = rows.documents, _seconds(rows)
    timed = seconds >= 0
    if not timed.any():
        return timed
    before, after = (documents.shifted(seconds, steps, -1) for steps in (1, -1))
    run = timed & (((before >= 0) & (before < seconds)) | (after > seconds))
    # From the first minutes on, times of a film: a ticker has times of day.
    early = documents.shifted((seconds >= 0) & (seconds < _EARLY), 1, otherwise=False) & (before < seconds)
    begun = timed & (seconds < _EARLY) & (after > seconds) & (documents.shifted(seconds, -2, -1) > after)
    content = content | begun | (run & early)
    known = run & (content | documents.shifted(content & run, 1, otherwise=False))
    known |= run & documents.shifted(content & run, -1, otherwise=False)
    heading = documents.shifted(known, -1, otherwise=False) & ~timed & (rows["chars"] <= _HEADING)
    second = documents.shifted(known, -_RUN, otherwise=False)
    found: Flags = known | (heading & second)
    return found


def _seconds(rows: Rows) -> Ints:
    """Return the time at which each line begins, in seconds; -1 without one."""
    found = np.full(len(rows["chars"]), -1, np.int64)
    here = np.flatnonzero(rows.matching("folded", _TIME, rows.begins_with_digit & (rows["chars"] <= _CHAPTER)))
    for row, line in zip(here.tolist(), rows.texts(here), strict=True):
        match = _TIME.match(line)
        found[row] = 0 if match is None else 3600 * int(match["h"] or 0) + 60 * int(match["m"]) + int(match["s"])
    return found


def is_table_row(rows: Rows, content: Flags) -> Flags:
    """Return which lines are in a table with bars: lines in a row of as many cells, at least two of them with numbers.

    Or lines with a rule among them, as in Markdown. It is right above or below some of `content`, or below a heading.
    The numbers of pages are only one line, which may be repeated.
    """
    beside = content | rows.documents.shifted(content, 1, otherwise=False)
    beside |= rows.documents.shifted(content, -1, otherwise=False)
    return _is_numbered(rows, beside) | _is_ruled(rows, beside)


def _is_ruled(rows: Rows, beside: Flags) -> Flags:
    likely = (rows["bars"] >= _ROWS) & rows.opened("|")
    rule = rows.matching("folded", _RULE, likely)
    if not rule.any():
        return rule
    marked = rows.matching("folded", _MARKED, likely)
    table = Segments.of(rows["document"], marked)
    beside = beside | rows.documents.shifted(rows.opened("#") & (rows.cue < 0), 1, otherwise=False)
    found: Flags = marked & table.any(rule) & table.any(beside)
    return found


def _is_numbered(rows: Rows, beside: Flags) -> Flags:
    likely = (rows["bars"] >= _ROWS) & (rows["chars"] <= _ROW) & (rows.cue < 0) & ~rows["twin"]
    cells = rows.matching("folded", _CELLS, likely)
    if not cells.any():
        return cells
    table = Segments.of(rows["document"], rows["bars"], cells)
    numbers = rows.matching("folded", NUMBER, cells)
    found: Flags = cells & (table.total(numbers) >= _ROWS) & table.any(beside)
    return found


def is_caption(rows: Rows, said: Furniture) -> Flags:
    """Return which lines state the parties, the court, the number or the outcome of a judgment, or stand between these.

    On a page at least three different things are stated; below a heading of other texts those are others'.
    """
    documents = rows.documents
    short = said.furnished & ~said.claimed & (rows["chars"] <= _CAPTION)
    short &= documents.any(rows.naming(KNOWN, short)) & (documents.above(rows.with_cue(RELATED)) == 0)
    if not short.any():
        return short
    told = [rows.matching("folded", form, short) for form in STATED]
    mark: Flags = np.any(told, axis=0) & (np.sum([documents.any(lines) for lines in told], axis=0) >= _STATED)
    beside = documents.shifted(mark, -1, otherwise=False) | documents.shifted(mark, 1, otherwise=False)
    mark |= rows.matching("folded", CASE, short) & beside
    above, below = documents.last_above(mark), documents.first_below(mark)
    between = short & ~rows["sentence"] & (above >= 0) & (below >= 0) & (below - above <= _GAP + 1)
    found: Flags = mark | between
    return found
