"""Headings and entries of a text's own that are worded like labels of pages.

Sections (“3 Results”, “4 Discussion”, “Comments”) continue a series: the numbers from one on, or the sections that
papers have. Heads and items of glossaries, lists of commands, indexes, tracks and vocabularies (“Archive”, “Search”,
“Languages”) stand in a list that is nearly the whole text, those of careers and manuals among others of their kind; a
menu has its labels one below another. What heads other articles where it stands once (“Read more”) is a button where
it recurs: below it is the next item.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.context.table_cells import is_in_table
from audit.parser.blocks.reader_notices import COUNTERS, NONE
from audit.parser.tables.complements import CALLS, own_words, says_more
from audit.parser.tables.line_cues import CUES, HEADER, LABELS, RELATED
from audit.text.tables import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

    Ints = NDArray[np.int64]

_COMMENTS: Final = tuple(i for i, c in enumerate(CUES) if c.kind == "comment")
# Maximum characters of a heading.
_HEADING: Final = 60
_NUMBERED: Final = re.compile(r"[(§]?\s?(?P<parent>(?:\d{1,2}\.)*)(?P<number>\d{1,2})[.)]{0,2}\s(?P<name>[^\W\d].*)")
# Minimum headings of other words in a series.
_OTHERS: Final = 2
_SECTIONS: Final = frozenset(phrases("furniture", "paper_sections"))
_MARKS: Final = "#*=: ."
# Maximum characters of a head, and of an item.
_HEAD, _ITEM = 40, 80
# Minimum entries below heads, items of one shape, and headings of its kind beside the one that is asked.
_ENTRIES, _ITEMS, _HEADINGS = 4, 5, 3
# Minimum items in a row.
_ROW: Final = 3
# Maximum lines that belong to no entry: a title, an introduction.
_UNLISTED: Final = 3
# Pages of a book, the length of a track, a reading in Pinyin.
_SHAPES: Final = (
    r",\s?\d{1,4}(?:[-–]\d{1,4})?(?:[,;]\s?\d{1,4}(?:[-–]\d{1,4})?)*\.?$",
    r"^[a-d]?\d{1,2}[.)]?\s\D.*\s\(?\d{1,2}[:′']\d\d[″\"]?\)?$",
    r"^[\u3400-\u9fff]{1,6}\s?[(（]?[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ ]*[)）]?(?:\s|$)",
)
# Minimum lines of a text worded like labels, one in so many; minimum letters of a sentence of a page's prose.
_LINES, _SHARE, _PROSE = 3, 5, 100
# Own words of such lines, on average more than 3 in 2: a page's labels have one thing to share, to search or to print.
_OWN, _ALONE = 3, 2
# One label in so many lines, each a word between two lines that are none, is an entry by chance.
_SPARSE: Final = 3
# Words that only pages print, or that state date or author; headings below which a page goes on with other things.
_SIGNS: Final = tuple(i for i, c in enumerate(CUES) if (c.furniture and c.anywhere) or c.sure or i in HEADER)
_HEADINGS_BELOW: Final = (*RELATED, *_COMMENTS)
# A word and its meaning: `partager : to share`.
_PAIR: Final = r"^\P{L}{0,4}[^:：=–—]{1,40}(?:\s?[:：=]|\s[–—-])\s?\S"
# Headings that texts of a kind have: careers, pages of a manual.
_OF_KINDS: Final = tuple(
    map(frozenset, (phrases("furniture", "career_sections"), phrases("furniture", "manual_sections")))
)
_NUMERALS: Final = "：、一二三四五六七八九十"
# Headings that are buttons where they recur so often, the cue of buttons, and what may be around their words.
_RECURRING, _RECUR = frozenset(phrases("controls", "recurring")), 3
_BUTTON: Final = next(i for i, c in enumerate(CUES) if c.label == "button of an item")
_ARROWS: Final = " .…:→»›>+[]()"
# What a price is for (par mois, por persona): no name is behind such a “by”.
_PERIOD: Final = re.compile(rf"^(?:{'|'.join(map(re.escape, phrases('offers', 'periods')))})(?!\w)")
# How many times: 3x, up to 2.5x. The letter alone is a button.
_FACTOR, _FACTOR_LONGEST = re.compile(r"\d[\d.,]*x\+?$"), 12


def without_labels(rows: Rows) -> pl.DataFrame:
    """Return the blocks with neither cue nor notice where they are headings or entries of a text's own.

    Headings of other articles and of comments that recur have the cue of buttons.
    """
    labels = rows.with_cue(LABELS)
    section = _is_section(rows) | _is_entry(rows, labels) | is_in_table(rows, labels)
    section |= rows.matching("folded", _FACTOR, labels & (rows["chars"] <= _FACTOR_LONGEST) & (rows["digit"] > 0))
    section |= rows.matching("folded", _PERIOD, rows.with_cue(HEADER) & (rows["chars"] <= _HEAD))
    again = _recurs(rows)
    lines = rows.lines
    if again.any():
        cue = pl.when(pl.lit(pl.Series(again))).then(pl.lit(_BUTTON, lines.schema["cue"])).otherwise("cue")
        lines = lines.with_columns(cue.alias("cue"))
    if not section.any():
        return lines
    own = pl.lit(pl.Series(section))
    return lines.with_columns(
        cue=pl.when(~own).then("cue"), notice=pl.when(own).then(pl.lit(NONE, pl.Int8)).otherwise("notice")
    )


def _recurs(rows: Rows) -> Flags:
    """Return which headings are the button that several items of their page have."""
    here = np.flatnonzero(rows.with_cue(_HEADINGS_BELOW) & (rows["times"] >= _RECUR))
    return rows.mask(here[[line.strip(_ARROWS) in _RECURRING for line in rows.texts(here)]])


def _is_section(rows: Rows) -> Flags:
    """Return which labels continue the headings of their document."""
    short = ~rows["sentence"] & (rows["chars"] <= _HEADING)
    numbered = rows.with_cue(LABELS) & rows.begins_with_digit
    asked = short & (rows.with_cue(_COMMENTS) | np.isin(rows["notice"], COUNTERS) | numbered)
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


def _is_entry(rows: Rows, labels: Flags) -> Flags:
    """Return which `labels` are heads or items of a text that is a list of entries."""
    found: Flags = _is_head(rows, labels) | _is_item(rows, labels) | _is_of_kind(rows, labels)
    return labels & (found | _is_pair(rows, labels)) | _is_line(rows, labels)


def _is_pair(rows: Rows, labels: Flags) -> Flags:
    """Return which lines have a word and what it means, in texts with hardly any other lines."""
    documents = rows.documents
    likely = documents.any(labels) & (documents.size >= _ITEMS) & ~documents.any(rows.with_cue(_SIGNS))
    told = rows.matching("folded", _PAIR, labels & likely)
    paired = told | rows.matching("folded", _PAIR, documents.any(told) & ~told)
    found: Flags = paired & (documents.total(~paired) <= _UNLISTED) & (documents.total(paired) >= _ITEMS)
    return found


def _is_line(rows: Rows, labels: Flags) -> Flags:
    """Return which `labels` are lines of a text that has short lines, no sign of a page, and no menu.

    Many of its lines are worded like labels, and go on with words of their own, or none stands next to another.
    """
    documents, (numbers, words) = rows.documents, rows.seen
    prose = rows["sentence"] & (rows.letters >= _PROSE)
    labels = labels | np.array([word in CALLS for word in words] + [False])[numbers]
    sign = (rows.with_cue(_SIGNS) & ~labels) | (rows["notice"] != NONE) | (labels & rows["twin"]) | prose
    total = documents.total(labels)
    many = (total >= _LINES) & (_SHARE * total >= documents.size)
    few = (
        (total > 1)
        & (_SPARSE * total <= documents.size)
        & ~documents.any(labels & ~documents.alone(labels) | labels & (rows["space"] > 0))
    )
    asked = labels & (many | few) & ~documents.any(sign)
    if not asked.any():
        return asked
    own = _own_words(rows, asked)
    bare = asked & (own == 0)
    beside = documents.shifted(asked, 1, otherwise=False) | documents.shifted(asked, -1, otherwise=False)
    page = bare & (beside | rows.with_cue(_HEADINGS_BELOW))
    going_on = asked & ~bare
    terse = documents.any(going_on) & (_ALONE * documents.total(own) <= _OWN * documents.total(going_on))
    found: Flags = asked & ~documents.any(page) & ~terse
    return found


def _own_words(rows: Rows, asked: Flags) -> Ints:
    """Return how many words each of the `asked` lines has of its own, beside the label with which it begins."""
    (numbers, words), here = rows.seen, np.flatnonzero(asked)
    found = np.zeros(len(asked), np.int64)
    lines = zip(rows.cue[here].tolist(), numbers[here].tolist(), rows.texts(here), strict=True)
    rests = ((cue, words[word], line.replace(words[word], " ", 1)) for cue, word, line in lines)
    found[here] = [says_more(*each) and own_words(each[2]) for each in rests]
    return found


def _is_head(rows: Rows, labels: Flags) -> Flags:
    """Return which short lines stand, each of its own words, above sentences, in texts with hardly any other lines."""
    documents, sentence = rows.documents, rows["sentence"]
    head = ~sentence & ~rows["dated"] & (rows["chars"] <= _HEAD) & documents.shifted(sentence, -1, otherwise=False)
    further = sentence & documents.shifted(sentence | head, 1, otherwise=False)
    others = documents.total(~head & ~further)
    # A label above a line that is no sentence is one of a menu, or the buttons of one item.
    inside = documents.here - documents.first >= _UNLISTED
    apart = ~documents.any(labels & ~head & inside) & ~documents.any((head | further) & rows["twin"])
    found: Flags = head & apart & (documents.total(head) >= _ENTRIES) & (others <= _UNLISTED)
    return found


def _is_item(rows: Rows, labels: Flags) -> Flags:
    """Return which lines have the shape of an item, in a row with others of it, in texts where `labels` have it."""
    documents, found = rows.documents, np.zeros(len(labels), np.bool_)
    brief = rows["chars"] <= _ITEM
    for shape in _SHAPES:
        told = rows.matching("folded", shape, labels & brief)
        shaped = told | rows.matching("folded", shape, documents.any(told) & brief & ~told)
        found |= shaped & (documents.total(shaped) >= _ITEMS) & (Segments.of(documents.first, shaped).size >= _ROW)
    return found


def _is_of_kind(rows: Rows, labels: Flags) -> Flags:
    """Return which lines are headings of a kind of text, in texts that have others of them beside `labels`."""
    found = np.zeros(len(labels), np.bool_)
    short = (rows["chars"] <= _HEAD) & ~rows["sentence"]
    for names in _OF_KINDS:
        told = _names_any(rows, labels & short, names)
        others = _names_any(rows, rows.documents.any(told) & short & ~labels, names)
        found |= told & (rows.documents.total(others) >= _HEADINGS)
    return found


def _names_any(rows: Rows, asked: Flags, names: frozenset[str]) -> Flags:
    here = np.flatnonzero(asked)
    return rows.mask(here[[line.strip(_MARKS + _NUMERALS) in names for line in rows.texts(here)]])
