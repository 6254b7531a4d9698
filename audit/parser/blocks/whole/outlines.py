"""Tables of contents: short lines in a row that repeat, in order, the headings of the text around them.

The headings that an entry names are content. The entries are furniture on a page that has other furniture; in a text
without any, such as a book or a README, they are its author's and stay.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.context_rules import HALF
from audit.parser.tables.line_cues import BUTTONS, HEADER
from audit.text.tables import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

    Ints = NDArray[np.int64]
    Scores = NDArray[np.float32]
    Places = Sequence[int]

_LABELS: Final = frozenset(phrases("documentation", "contents", "on_this_page"))
# Maximum characters of a heading, and occurrences: the heading, and its entries in up to four lists.
_HEADING, _TIMES = 100, 5
# Minimum entries of a table of contents, below a label and without.
_LABELLED, _FEWEST = 2, 3
# Lines that may be between the label and the first entry that names a heading, such as (Top); first lines of a section.
_BETWEEN: Final = 2
# Maximum lines between the last sentence above the first heading and that heading.
_INTRODUCTION: Final = 30
# Minimum letters of prose, also without a full stop; and lines below a heading in which it begins.
_PROSE, _LONG, _SOON = 15, 60, 4
# Minimum share of the entries that name a heading, and letters of a title that no menu repeats.
_NAMED, _BUTTON = 0.75, 10
# Maximum lines of a short page, letters of its paragraphs together, and minimum of each.
_FEW_LINES, _FEW_LETTERS, _PARAGRAPH = 128, 600, 100
# Score up to which a sentence may be a section's text.
_HALF_DOUBTED: Final = 0.8
# Marks before items of a list and rows of a table.
_SET_OUT: Final = "|•*-"
# Marks of posts from which a page is a thread.
_POSTS: Final = 4
# Share of the letters around the headings that is content, from which the headings are, and from which all is. (Of the
# dropped lines of labelled pages .8 and .6 were the article's.)
_MOSTLY, _NEARLY = 0.7, 0.95
# Numbers, marks and bullets before a heading or its entry, and links behind it. Only lines with these look changed.
_BEFORE: Final = r"^(?:#{1,6} |[-*•·] )?(?:\d{1,2}(?:\.\d{1,2})*[.)、:]? ?(\D))?"
_BEHIND: Final = r"(\S) ?(?:\[[^\[\]]{1,40}\]|¶|#|§)$"
# A price, a discount or a rating heads no section.
_PRICED: Final = r"[$€£¥₽₹%]|(?-u:\b)(?:eur|usd|stars?)(?-u:\b)|\d ?元"
_MARKS_BEFORE, _MARKS_BEHIND = "#-*•·", "]¶#§"


@dataclass(frozen=True, slots=True)
class Outline:
    """The entries of a table of contents, the headings that they name, and all lines of the document."""

    entries: range
    headings: Sequence[int]
    document: range


@dataclass(frozen=True, slots=True)
class Outlined:
    """Which blocks are `entries` of tables of contents, `headings` that these name, or are `inside` their text.

    `sections` are the headings below a first one, kept or not; `titles` are right above a table of contents that
    is right above the text.
    """

    entries: Flags
    headings: Flags
    inside: Flags
    sections: Flags
    titles: Flags


def outlined(rows: Rows, scores: Scores, claimed: Flags, posts: Flags) -> Outlined:
    """Return what tables of contents tell: lists below a label, or whose entries name lines mostly above prose.

    Menus, too, repeat in the footer what they list at the top, and threads (`posts` are their marks) what stands beside
    each post. Where hardly anything else than content stands around
    the headings, or on a short page with almost no paragraphs, all of it is kept. It begins near above the first
    heading, below the last prose there, and ends at the first line below the last heading that is `claimed` as
    furniture.
    """
    found = Outlined(*(np.zeros(len(scores), np.bool_) for _ in range(5)))
    labels, ends = rows.once(_is_label), claimed & ~rows.with_cue(BUTTONS)
    prose = (rows["sentence"] | rows.colon | (rows["weight"] >= _LONG)) & (rows["weight"] >= _PROSE)
    prose &= (rows.cue < 0) & ~claimed & (scores < _HALF_DOUBTED)
    set_out = rows.opened(_SET_OUT) & (rows.cue < 0)
    content = scores < HALF
    letters, documents = rows.letters, rows.documents
    short = documents.total(np.where(content & prose & (letters >= _PARAGRAPH), letters, 0)) < _FEW_LETTERS
    short &= documents.size <= _FEW_LINES
    thread = documents.total(posts) >= _POSTS
    for outline in rows.once(outlines):
        named = np.array(outline.headings)
        below = np.minimum(np.append(named[1:], outline.document.stop), named + 1 + _SOON)
        told = sum(bool(prose[at + 1 : end].any()) for at, end in zip(named, below, strict=True))
        labelled = labels[max(outline.entries.start - 1, outline.document.start)]
        text = labelled or (2 * told >= len(named) and not thread[named[0]])
        if not text or len(named) < _NAMED * len(outline.entries):
            continue
        found.entries[outline.entries.start : outline.entries.stop] = True
        # A list below the text is one of pages, this among them.
        found.sections[named[1:]] |= outline.entries.stop <= named[0]
        around = _around(outline, prose, set_out, ends)
        kept, whole = np.sum(letters[around] * content[around]), np.sum(letters[around])
        found.headings[named] |= short[named] | bool(kept >= _MOSTLY * whole)
        found.inside[around] |= short[around] | bool(kept >= _NEARLY * whole)
        found.titles[_above(rows, outline, prose)] = True
    entries, inside = found.entries & ~found.headings, found.inside & ~claimed
    return Outlined(entries, found.headings, inside, found.sections, found.titles)


def _above(rows: Rows, outline: Outline, prose: Flags) -> list[int]:
    """Return the line right above a table of contents if the text is right below that; dates between.

    Without a label above the entries it must be repeated, as in a menu.
    """
    first, last, label = outline.document.start, outline.document.stop, outline.entries.start - 1
    dated, labelled = rows["dated"] | rows.with_cue(HEADER), label >= first and rows.once(_is_label)[label]
    above = next((line for line in range(label - labelled, first - 1, -1) if not dated[line]), -1)
    below = next((line for line in range(outline.entries.stop, last) if not dated[line]), last - 1)
    if above < 0 or not (prose[below] or below == outline.headings[0]):
        return []
    told = rows["twin"][above] or (labelled and rows["weight"][above] >= _BUTTON)
    return [above] if told and rows.cue[above] < 0 and not rows["sentence"][above] else []


def _around(outline: Outline, prose: Flags, set_out: Flags, ends: Flags) -> Ints:
    """Return the lines around the headings of a table of contents, without its entries.

    Below the last heading these are its first lines, and then prose and lines `set_out` as items or rows of a table.
    """
    first, last = outline.headings[0], outline.headings[-1]
    lines = np.array([line for line in outline.document if line not in outline.entries])
    above = lines[(lines < first) & (lines >= first - _INTRODUCTION)]
    begun = above[np.logical_and.accumulate(~ends[above][::-1])[::-1]]
    begun = begun[np.logical_or.accumulate(prose[begun])]
    below = lines[lines >= last]
    below = below[np.logical_and.accumulate(~ends[below])]
    below = below[(below <= last + _BETWEEN) | (prose | set_out)[below]]
    return np.concatenate([begun, lines[(lines >= first) & (lines < last)], below])


def outlines(rows: Rows) -> list[Outline]:
    """Return the lists of all documents that repeat lines outside of lists, in order."""
    found = []
    keys, repeated = _keys(rows)
    labels = rows.once(_is_label)
    labelled = np.append(False, labels[:-1]) & repeated
    runs = Segments.of(rows["document"], repeated)
    listed = repeated & ((runs.size >= _FEWEST) | (labelled[runs.first] & (runs.size >= _LABELLED)))
    for first in np.unique(rows.documents.first[listed]).tolist():
        last = int(rows.documents.last[first])
        here = first + np.flatnonzero(repeated[first:last])
        for run, named in _matched(here.tolist(), keys[here].to_list(), labelled):
            top = max(run[0] - 1 - _BETWEEN, first)
            above = np.flatnonzero(labels[top : run[0]])
            begun = top + int(above[-1]) + 1 if len(above) else run[0]
            found.append(Outline(range(begun, run[-1] + 1), named, range(first, last)))
    return found


def _keys(rows: Rows) -> tuple[pl.Series, Flags]:
    """Return the lines without numbers and marks, and which short ones are repeated, but not over and over."""
    short = (
        (rows["chars"] <= _HEADING) & ((rows["chars"] > 1) | (rows["digit"] == 0)) & ~rows.with_cue((*BUTTONS, *HEADER))
    )
    marked = rows.begins_with_digit | rows.opened(_MARKS_BEFORE) | rows.closed(_MARKS_BEHIND)
    keys, changed, at = rows.lines["folded"], np.flatnonzero(short & marked), np.flatnonzero(short)
    keys = keys.scatter(changed, keys[changed].str.replace(_BEFORE, "$1").str.replace(_BEHIND, "$1"))
    table = pl.DataFrame({"document": rows.lines["document"][at], "key": keys[at]})
    times = table.select(pl.len().over("document", "key")).to_series().to_numpy()
    repeated = np.zeros(len(short), np.bool_)
    repeated[at] = (times > 1) & (times <= _TIMES)
    repeated &= ~rows.matching("folded", _PRICED, repeated & (rows["digit"] > 0))
    return keys, repeated


def _is_label(rows: Rows) -> Flags:
    """Return which lines are the label of a table of contents."""
    numbers, words = rows.seen
    found: Flags = np.array([word in _LABELS for word in words] + [False])[numbers]
    return found


def _matched(places: Places, keys: Sequence[str], labelled: Flags) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the lines of each list that repeat lines outside of lists in order, and the lines that they repeat."""
    lists = [run for run in _runs(places, keys) if len(run) >= (_LABELLED if labelled[run[0][0]] else _FEWEST)]
    listed = {place for run in lists for place, _ in run}
    named: dict[str, list[int]] = {}
    for place, key in zip(places, keys, strict=True):
        if place not in listed:
            named.setdefault(key, []).append(place)
    for run in lists:
        chain = _longest([(place, there) for place, key in run for there in reversed(named.get(key, []))])
        if len(chain) >= min(_FEWEST, len(run)):
            yield [place for place, _ in chain], [there for _, there in chain]


def _runs(places: Places, keys: Sequence[str]) -> Iterator[list[tuple[int, str]]]:
    """Yield the consecutive lines, split where one is repeated: there the text begins, or another list."""
    run: list[tuple[int, str]] = []
    seen: set[str] = set()
    for place, key in zip(places, keys, strict=True):
        if run and (place != run[-1][0] + 1 or key in seen):
            yield run
            run, seen = [], set()
        run.append((place, key))
        seen.add(key)
    if run:
        yield run


def _longest(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest sequence of pairs that rises in both places; they come by the first, then falling."""
    ends: list[int] = []
    last: list[int] = []
    before = [-1] * len(pairs)
    for number, (_, there) in enumerate(pairs):
        at = bisect_left(ends, there)
        before[number] = last[at - 1] if at else -1
        ends[at : at + 1], last[at : at + 1] = [there], [number]
    chain: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]
