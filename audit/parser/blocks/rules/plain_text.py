"""Which lines may go from a text without furniture: those that say what they are, and their neighbours.

In a chapter, a list of names or a letter a line is worded like a label by chance, or a prompt is set between its lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from audit.parser.blocks.context.rows import TENTHS
from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.reader_notices import NONE
from audit.parser.blocks.whole.furnished import PROMPTS, SPREAD, is_headed, label_words
from audit.parser.tables.line_cues import ABOUT_AN_AUTHOR, AT_AN_END, CUES, FURNITURE, LABELS, RELATED
from audit.parser.tables.page_speakers import SPEAKING, SPEAKING_UNSPACED
from audit.text.punctuation import BULLETS, FULL_STOPS

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows
    from audit.parser.blocks.context_rules import Furniture

# Without furniture as a whole, a line may go if a claim is this few lines away, and a group of lines if it has two
# claims or is this close to the beginning or end of the text.
_REACH, _EDGE = 3, 6
# Maximum lines that look like furniture, one below the other, of which one may be a label by chance.
_ALONE: Final = 2
# Maximum letters of a line that ends like a sentence without being the article's.
_BRIEF: Final = 40
_RIGHTS: Final = tuple(i for i in FURNITURE if CUES[i].kind == "rights_notice")
_COMMENTS: Final = tuple(i for i, c in enumerate(CUES) if c.kind == "comment")
_AUTHORS: Final = tuple(i for i, c in enumerate(CUES) if c.label == ABOUT_AN_AUTHOR)
# A notice that speaks for its page or its text, wherever it stands.
_FOR_THE_PAGE: Final = re.compile(
    rf"(?<!\w)(?:{SPEAKING})(?!\w)|{SPEAKING_UNSPACED}|本[文平]|^.{{2,6}}(?:声明|聲明)[:：]"
)
# A numbered clause of a contract or statute, and how many in a row are one. Notices of a page are numbered, too, but
# all of them are notices.
_CLAUSE: Final = re.compile(r"[(（]?(?:第?[一二三四五六七八九十百]{1,4}|第?[0-9]{1,3})(?:[)）、.．]|[条條款])")
_CLAUSES: Final = 3


def grounded(rows: Rows, dropped: Flags, furniture: Furniture) -> Flags:
    """Return which blocks may be dropped for their own words, their siblings, or their neighbours.

    `dropped` are those that look like furniture. In a text without furniture a rights notice states its holder, as in
    a licence, an imprint or a file's header, unless it is all that stands at the end; words about an author or a
    disclaimer with prose below are what the text is about; and one label in hundreds of lines is a line of the text.
    """
    documents, claimed, has_furniture = rows.documents, furniture.claimed, furniture.furnished
    # What speaks to readers is a notice of the page anywhere.
    notice: Flags = rows.with_cue(AT_AN_END) & (rows["notice"] == NONE)
    silent = ~claimed
    later = documents.total(silent) - documents.above(silent) - silent > _EDGE
    alone = rows.with_cue(_RIGHTS) & ~has_furniture & ~_is_last(rows, notice, claimed)
    prose = rows["sentence"] & (rows.tenths >= TENTHS * _BRIEF)
    topic = _is_topic(rows, notice & ~has_furniture, prose & silent)
    dropped &= ~prose
    # A text of short lines alone, in which one is worded like a label: no look tells its lines apart.
    words = label_words(rows, claimed)
    even = ~documents.any(prose | notice) & (documents.size > _EDGE) & (words == 1)
    rare = ~has_furniture & ~notice & (rows["notice"] == NONE) & ~rows.with_cue(RELATED)
    single = even & rows.with_cue(LABELS) & documents.alone(claimed)
    rare &= (_is_far(rows, claimed, dropped) & (words * SPREAD < documents.size)) | single
    believed = claimed & ~(notice & (later | alone | topic)) & ~rare
    label = believed & ~notice & (rows.cue >= 0)
    dropped |= believed
    runs = Segments.of(documents.first, dropped)
    # The run reaches the beginning or end of the text, or nearly.
    edge = (runs.first - documents.first < _EDGE) | (documents.last - runs.last < _EDGE)
    edge &= ~even
    # Above a sentence of the text prompts are between its lines.
    said = rows["sentence"] & silent
    inside = said | (documents.first_below(said) >= 0)
    near = runs.near(label & ~rows.with_cue(PROMPTS), _REACH) | (~inside & runs.near(label, _REACH))
    # A statement is not known by its neighbours; questions and calls are also those of prompts.
    beside = dropped & ((runs.total(label) > 1) | edge) & near & ~(said & rows.closed(FULL_STOPS))
    # Comments are known by their marks (audit.parser.blocks.threads.comments): below their heading may be a form. What
    # stands behind a bullet is an item of a list, and heads nothing.
    heading = believed & ~rows.opened(BULLETS)
    related, comments = (heading & rows.with_cue(cues) for cues in (RELATED, _COMMENTS))
    below = documents.above(related) + related + comments > 0
    below |= (documents.above(comments) > 0) & ~rows["sentence"]
    # Two documents that share lines, or a few of many, are versions of a text or quote one: that is no template.
    others = rows["repeats_paired"]
    shared = (others > 1) & (2 * others >= rows["siblings"])
    found: Flags = has_furniture | believed | shared | beside | below
    return found


def _is_far(rows: Rows, claimed: Flags, dropped: Flags) -> Flags:
    """Return which labels stand alone, far from the ends of their text."""
    documents = rows.documents
    runs = Segments.of(documents.first, dropped | claimed)
    far = (runs.first - documents.first >= _EDGE) & (documents.last - runs.last >= _EDGE)
    found: Flags = claimed & (rows.cue >= 0) & (runs.size <= _ALONE) & far
    return found


def _is_topic(rows: Rows, notice: Flags, prose: Flags) -> Flags:
    """Return which notices stand above other prose without speaking for the page, and persons without any above."""
    above = rows.documents.above(prose)
    inside = notice & (rows.documents.total(prose) > above) & (rows["notice"] == NONE)
    inside &= ~rows.matching("folded", _FOR_THE_PAGE, inside)
    found: Flags = inside | (notice & rows.with_cue(_AUTHORS) & (above == 0))
    return found


def _is_last(rows: Rows, notice: Flags, claimed: Flags) -> Flags:
    """Return which notices end their text, with only `claimed` lines below.

    None that is a section with a heading, or the last of numbered clauses of which those above stay.
    """
    documents, others = rows.documents, ~claimed
    last: Flags = notice & claimed & (documents.total(others) == documents.above(others))
    clause = rows.matching("folded", _CLAUSE, last)
    for step in range(1, _CLAUSES):
        above = documents.shifted(clause, -step, otherwise=False) & others
        clause &= documents.shifted(rows.matching("folded", _CLAUSE, above), step, otherwise=False)
    found: Flags = last & ~is_headed(rows, last) & ~clause
    return found
