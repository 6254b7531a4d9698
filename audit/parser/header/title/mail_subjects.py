"""Lines that say they are headlines: the subject of a mail, the title of an exported record, a heading of Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.tables import lists
from audit.parser.tables.labels import MAIL_HEAD
from audit.parser.tables.record_labels import STATED, WORKS
from audit.text.fold import letters
from audit.text.punctuation import FULL_STOPS, SENTENCE_CLOSERS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]

_LISTS: Final = lists("mail_subjects")
# Labels of what mails, letters and threads of boards are about, and of titles in exported records.
SUBJECTS: Final = _LISTS["subjects"]
TITLES: Final = _LISTS["titles"]
_SUBJECT: Final = re.compile(rf"^(?:{'|'.join(SUBJECTS)})\s?[:：]\s?(?=\S.{{2}})", re.IGNORECASE)
_TITLE: Final = re.compile(rf"^(?:{'|'.join(TITLES)})\s?[:：]\s?(?=\S.)", re.IGNORECASE)
_FIRST_LETTERS: Final = "".join(sorted({subject[0] for subject in SUBJECTS}))
# What else the head of a record says of it.
_OF_A_RECORD: Final = re.compile(rf"^(?:{STATED}|{WORKS}) ?[:：] ?\S")
# A heading of Markdown, or a picture in it (audit.parser.shown).
_MARKED, _MARKS = re.compile(r"^#{1,6} \S|^\ufffc"), "#\ufffc"
_FENCE: Final = re.compile(r"^(?:```|~~~)")
# A line of a form: Grade: 7.
_OF_A_FORM: Final = re.compile(r"[^\W\d][^:：.!?,]{0,23}[:：] ?\S")
# Maximum characters of a subject.
_LONGEST: Final = 200
# Lines of a plain text in which the head of its mail is.
_TOP: Final = 8


def subjects(pages: Pages) -> Ints:
    """Return the rows of plain texts that state the subject of a mail or letter, or the title of a record.

    They are beside another line of its head; or the first line of a letter, above none of a form, and no sentence.
    """
    here = np.arange(len(pages.lines))
    high = pages.is_plain[pages.document] & (here - pages.first[pages.document] < _TOP) & (pages.chars <= _LONGEST)
    rows = pages.holding(_SUBJECT, high & pages.folded.beginning(_FIRST_LETTERS))
    titles = _beside(pages, pages.holding(_TITLE, high), pages.holding(_OF_A_RECORD, high))
    first, last = pages.first[pages.document[rows]], pages.last[pages.document[rows]]
    beside = _beside(pages, rows, pages.holding(MAIL_HEAD, high))
    alone = (rows == first) & (rows + 1 < last) & ~pages.closed(FULL_STOPS, SENTENCE_CLOSERS)[rows]
    alone[alone] = [_OF_A_FORM.match(below) is None for below in pages.texts(rows[alone] + 1)]
    found: Ints = np.union1d(np.union1d(beside, rows[alone]), titles)
    return found


def _beside(pages: Pages, rows: Ints, heads: Ints) -> Ints:
    """Return which rows are at most two lines from one of the heads in their document."""
    first, last = pages.first[pages.document[rows]], pages.last[pages.document[rows]]
    beside = np.zeros(len(rows), bool)
    for step in (-2, -1, 1, 2):
        beside |= np.isin(rows + step, heads) & (rows + step >= first) & (rows + step < last)
    found: Ints = rows[beside]
    return found


def is_within(pages: Pages, rows: Ints, headlines: Ints) -> NDArray[np.bool_]:
    """Return which titles behind a label are part of what was taken for the headline, above: The Bell, by Ada Finch."""
    found = (headlines >= 0) & (headlines < rows)
    pairs = zip(pages.texts(rows[found]), pages.texts(headlines[found]), strict=True)
    found[found] = [(title := letters(_TITLE.sub("", here))) in letters(there) and title != "" for here, there in pairs]
    return found


def other_headings(pages: Pages, found: Ints) -> Ints:
    """Return the headings of Markdown that are titles of pages whose titles `found` so far say something else.

    A title is the only heading of the first level, above the text of a page with headings of other levels, or pictures;
    elsewhere the mark begins remarks in code. The same words behind a label are the title already.
    """
    fences = pages.mask(pages.holding(_FENCE, pages.opened("`~")))
    inside = pages.documents.above(fences) % 2 == 1
    rows = pages.holding(_MARKED, pages.folded.beginning(_MARKS) & (pages.chars <= _LONGEST) & ~inside)
    document, is_first = pages.document[rows], np.array([line.startswith("# ") for line in pages.texts(rows)], np.bool_)
    first, others = (np.bincount(document[some], minlength=len(pages)) for some in (is_first, ~is_first))
    rows = rows[is_first & ((first == 1) & (others > 0))[document] & (rows <= pages.opening[document])]
    known = found[pages.document[rows]]
    pairs = zip(pages.texts(rows), pages.texts(np.maximum(known, 0)), (known < 0).tolist(), strict=True)
    other = [lacks or not letters(there).endswith(letters(here)) for here, there, lacks in pairs]
    titles: Ints = rows[np.array(other, np.bool_)]
    return titles
